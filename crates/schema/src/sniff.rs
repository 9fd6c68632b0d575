//! Says what a JSON file is, by its field `format`.

/// Returns the format that a text names: `untoc-response/1`.
pub fn sniff(text: &str) -> Option<String> {
    let json: serde_json::Value = serde_json::from_str(text).ok()?;
    json.get("format")?.as_str().map(str::to_owned)
}
