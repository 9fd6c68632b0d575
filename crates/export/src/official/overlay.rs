//! The stored format of an official questionnaire.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use untoc_core::QuestionId;

/// The name and major version of the stored format.
pub const OVERLAY_FORMAT: &str = "untoc-overlay/1";

/// The items of an official questionnaire, in their order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`OVERLAY_FORMAT`].
    pub format: String,
    /// The items.
    pub entries: Vec<OverlayEntry>,
    /// Anything that another program wants to keep here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Json>,
}

/// An item of an official questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverlayEntry {
    /// The number, as it is printed; a heading may have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The text.
    pub text: String,
    /// The questions whose answers make it up, in the order in which they do.
    #[serde(default)]
    pub ids: Vec<QuestionId>,
}

impl Overlay {
    /// Makes an overlay of items.
    pub fn new(entries: Vec<OverlayEntry>) -> Self {
        Self {
            schema: None,
            format: OVERLAY_FORMAT.to_owned(),
            entries,
            extensions: None,
        }
    }

    /// Returns the overlay as it is written.
    pub fn to_text(&self) -> String {
        untoc_core::json(self)
    }
}
