//! The JSON of a SurveyJS form, as far as we write it.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::survey::wording::Text;

/// A whole form.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Form {
    pub(super) locale: String,
    pub(super) title: Text,
    #[serde(rename = "showTOC")]
    pub(super) show_toc: bool,
    pub(super) show_progress_bar: bool,
    pub(super) progress_bar_type: &'static str,
    pub(super) auto_grow_comment: bool,
    pub(super) calculated_values: Vec<CalculatedValue>,
    pub(super) pages: Vec<Page>,
}

/// A value that goes into the results without being asked for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CalculatedValue {
    pub(super) name: &'static str,
    pub(super) expression: String,
    pub(super) include_into_result: bool,
}

/// A page: one section.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    pub(super) name: String,
    pub(super) title: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<Text>,
    pub(super) elements: Vec<Element>,
}

/// A field.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Element {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) visible_if: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) required_if: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) indent: Option<u8>,
    #[serde(flatten)]
    pub(super) input: Input,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) show_comment_area: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) comment_text: Option<Text>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) columns: Vec<Column>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) row_count: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) display_mode: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) add_row_text: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) no_rows_text: Option<Text>,
}

/// What can be typed or chosen, in a field or in a cell.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Input {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) choices: Vec<Item>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) input_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) step: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) placeholder: Option<Text>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) validators: Vec<Validator>,
}

/// A choice.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    pub(super) value: String,
    pub(super) text: Text,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_exclusive: bool,
}

/// A column of a table.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) title: Text,
    pub(super) cell_type: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_required: bool,
    #[serde(flatten)]
    pub(super) input: Input,
}

/// A check of what was typed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Validator {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) text: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) regex: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_value: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max_value: Option<serde_json::Number>,
}

impl Serialize for Text {
    /// Writes one language as a string and several as SurveyJS does: the first one as
    /// `default`, each other under its tag.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [(_, only)] = self.0.as_slice() {
            return serializer.serialize_str(only);
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (at, (language, text)) in self.0.iter().enumerate() {
            map.serialize_entry(if at == 0 { "default" } else { language }, text)?;
        }
        map.end()
    }
}
