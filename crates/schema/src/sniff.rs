//! Says what a JSON file is, by its field `format`.

use crate::json::parse;

/// Returns the format that a text names: `untoc-response/1`.
pub fn sniff(text: &str) -> Option<String> {
    let parsed = parse(text);
    parsed.root?.field("format")?.as_text().map(str::to_owned)
}
