//! Texts that are written in a certain way, as JSON Schemas.
//!
//! Patterns stand in place of `format`, which validators need not check. They keep to
//! what all engines understand in one way: no look-around, no `\d`, `\s` or `\w`. In
//! Python `$` also matches before a line feed at the end, so that is ruled out apart.

use serde_json::{Value as Json, json};
use untoc_core::{BLANK_CLASS, ID_MAX, PartialDate};

use crate::language::{LANGUAGE_PATTERN, TIME_PATTERN};

/// Device names of Windows, which no id can be.
const DEVICE_NAMES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9",
];

/// The pattern of an id, but for its length and for device names.
pub(crate) const ID_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The pattern of a text with a visible character.
pub(crate) fn text_pattern() -> String {
    format!("[^{BLANK_CLASS}]")
}

/// The pattern of an http or https address.
pub(crate) fn link_pattern() -> String {
    format!("^https?://[^{BLANK_CLASS}\\u0000-\\u001f\\u007f\"<>]+$")
}

/// Returns the definitions that entries refer to.
pub(super) fn definitions() -> Vec<(&'static str, Json)> {
    vec![
        ("text", text()),
        ("date", line("A date as far as it is known.", PartialDate::PATTERN)),
        ("time", line("A time in UTC, to the second.", TIME_PATTERN)),
        ("language", line("A language tag (BCP 47).", LANGUAGE_PATTERN)),
        ("link", line("An http or https address.", &link_pattern())),
        ("id", id()),
    ]
}

/// One line of text that matches a pattern.
pub(super) fn line(description: &str, pattern: &str) -> Json {
    json!({
        "description": description,
        "type": "string",
        "pattern": pattern,
        "not": { "type": "string", "pattern": "\\n" },
    })
}

fn text() -> Json {
    json!({
        "description": "A text with at least one visible character.",
        "type": "string",
        "pattern": text_pattern(),
    })
}

fn id() -> Json {
    json!({
        "description": "An id: small letters, digits and single hyphens between them.",
        "type": "string",
        "maxLength": ID_MAX,
        "pattern": ID_PATTERN,
        "not": {
            "anyOf": [
                { "type": "string", "pattern": "\\n" },
                { "enum": DEVICE_NAMES },
            ]
        },
    })
}

#[cfg(test)]
mod tests {
    use jsonschema::Validator;
    use proptest::prelude::*;
    use untoc_core::{check_id, is_blank, is_web_link};

    use super::*;

    fn validator(name: &str) -> Validator {
        let found = definitions().into_iter().find(|(key, _)| *key == name).unwrap();
        jsonschema::validator_for(&found.1).unwrap()
    }

    /// The schema of an id accepts what the core accepts.
    #[test]
    fn ids_agree() {
        let schema = validator("id");
        for text in DEVICE_NAMES {
            assert!(!schema.is_valid(&json!(text)));
        }
        proptest!(|(text in "[a-c0-9A-]{0,6}|com[0-9]|lpt[0-9]|a{60,68}|a\n")| {
            let ours = check_id(&text).is_ok();
            prop_assert_eq!(schema.is_valid(&json!(&text)), ours, "{}", text);
        });
    }

    /// The schemas of texts, links and dates accept what the core accepts.
    #[test]
    fn texts_agree() {
        let (text, link, date) =
            (validator("text"), validator("link"), validator("date"));
        proptest!(|(part in "[ \u{9}-\u{d}\u{85}\u{a0}\u{feff}\u{2028}\u{3000}\u{200b}\u{0}\u{7f}\"<>a中]{0,4}")| {
            prop_assert_eq!(text.is_valid(&json!(&part)), !is_blank(&part), "{:?}", part);
            for start in ["https://", "http://", "ftp://", " http://"] {
                let address = format!("{start}{part}");
                let ours = is_web_link(&address);
                prop_assert_eq!(link.is_valid(&json!(&address)), ours, "{:?}", address);
            }
        });
        proptest!(|(year in "[0-9]{3,5}", rest in "(-[0-3][0-9]){0,3}\n?")| {
            let text = format!("{year}{rest}");
            let ours = PartialDate::parse(&text).is_ok();
            prop_assert_eq!(date.is_valid(&json!(&text)), ours, "{:?}", text);
        });
    }
}
