//! Erases the values of a file from the history; its chain stays whole.

use super::line::LineView;
use crate::file_name::FileName;

/// Replaces every value of a file by its digest and returns the new history; `None` if
/// there is nothing to erase. What says that the file was erased stays.
///
/// A line whose values stand in an order that this tool does not write keeps them: its
/// digest covers them, and the chain would break.
pub(crate) fn erase_values(bytes: &[u8], file: &FileName) -> Option<Vec<u8>> {
    let mut erased = Vec::with_capacity(bytes.len());
    for raw in bytes.split_inclusive(|byte| *byte == b'\n') {
        let text = std::str::from_utf8(raw).ok().map(str::trim_ascii_end);
        let without = text.and_then(|text| {
            LineView::read(text)?.without_values(file, says_erased).map(|new| (text, new))
        });
        match without {
            Some((text, new)) => {
                erased.extend_from_slice(new.as_bytes());
                erased.extend_from_slice(raw.get(text.len()..).unwrap_or_default());
            }
            None => erased.extend_from_slice(raw),
        }
    }
    (erased != bytes).then_some(erased)
}

/// Says whether a value is what is left of an item that was erased.
fn says_erased(value: &str) -> bool {
    let text: Option<String> = serde_json::from_str(value).ok();
    let json =
        text.and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
    json.is_some_and(|json| json.get("erased").is_some_and(serde_json::Value::is_object))
}
