//! A description that is not finished yet: written where somebody stops, and read again
//! with `--from`.

use std::path::Path;

use serde_json::{Map, Value, json};
use untoc_core::EVIDENCE_FORMAT;

use super::questions::Answers;
use crate::error::{CommandError, ErrorKind};
use crate::inputs;
use crate::world::show_path;

/// The needed parts, where they stand, and what holds their place until they are known.
const NEEDED: [(&str, &[&str], &str); 7] = [
    ("id", &["id"], "draft"),
    ("title", &["title"], "-"),
    ("provider", &["provider", "name"], "-"),
    ("provider-kind", &["provider", "kind"], "ngo"),
    ("sensitivity", &["sensitivity"], "restricted"),
    ("purpose", &["terms", "purpose"], "-"),
    ("onward-use", &["terms", "onward_use"], "none"),
];
const NAMING: (&str, &[&str], &str) = ("naming", &["terms", "naming"], "named");

/// The parts that may be absent and are plain texts.
const MORE: [(&str, &[&str]); 8] = [
    ("contact", &["provider", "contact"]),
    ("unit", &["unit"]),
    ("method", &["method"]),
    ("licence", &["licence"]),
    ("basis", &["terms", "basis"]),
    ("keep-until", &["terms", "keep_until"]),
    ("limitations", &["limitations"]),
    ("language", &["language"]),
];

/// Fills the needed parts that a description does not have yet, so that it can be read, and
/// returns which these are.
pub(super) fn fill_in(fields: &mut Map<String, Value>) -> Vec<&'static str> {
    let mut lacks = Vec::new();
    for (name, path, stand_in) in NEEDED.into_iter().chain([NAMING]) {
        if let Some(place) = place(fields, path)
            && place.as_str().map_or(place.is_null(), |text| text.trim().is_empty())
        {
            *place = Value::from(stand_in);
            lacks.push(name);
        }
    }
    lacks
}

/// Finds or makes the place of a part; none if something else stands in its way.
fn place<'v>(fields: &'v mut Map<String, Value>, path: &[&str]) -> Option<&'v mut Value> {
    match path {
        [name] => Some(fields.entry(*name).or_insert(Value::Null)),
        [group, name] => {
            let group = fields.entry(*group).or_insert_with(|| json!({}));
            Some(group.as_object_mut()?.entry(*name).or_insert(Value::Null))
        }
        _ => None,
    }
}

/// Writes what is known beside the package that was to be made, and says how to go on.
pub(super) fn keep(
    answers: &Answers,
    output: &Path,
) -> Result<CommandError, CommandError> {
    let mut fields = Map::new();
    fields.insert("format".to_owned(), Value::from(EVIDENCE_FORMAT));
    let needed = NEEDED.into_iter().chain([NAMING]).map(|(name, path, _)| (name, path));
    for (name, path) in needed.chain(MORE) {
        if let Some(text) = answers.get(name)
            && let Some(place) = place(&mut fields, path)
        {
            *place = Value::from(text);
        }
    }
    if let Some(period) = answers.get("period") {
        let (from, to) = period.split_once("..").unwrap_or((period, ""));
        let mut value = json!({ "from": from.trim() });
        if let Some(value) = value.as_object_mut().filter(|_| !to.trim().is_empty()) {
            value.insert("to".to_owned(), Value::from(to.trim()));
        }
        fields.insert("period".to_owned(), value);
    }
    if let Some(places) = answers.get("place") {
        let places: Vec<&str> = places.split(';').map(str::trim).collect();
        fields.insert("places".to_owned(), json!(places));
    }
    let mut text = serde_json::to_string_pretty(&Value::Object(fields))
        .map_err(|error| CommandError::new(ErrorKind::Internal, error.to_string()))?;
    text.push('\n');
    let numbers = std::iter::once(String::new()).chain((2..).map(|n| format!("-{n}")));
    let mut names = numbers.map(|n| output.with_extension(format!("draft{n}.json")));
    let path = names.find(|path| !path.exists()).unwrap_or_default();
    inputs::write_file(&path, text.as_bytes(), false)?;
    let name = show_path(&path);
    let text = format!("stopped; nothing was packed, and what you said is in {name}");
    Ok(CommandError::new(ErrorKind::Interrupted, text)
        .hint(format!("go on with the same command and --from {name}")))
}
