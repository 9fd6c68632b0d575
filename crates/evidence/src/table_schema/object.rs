//! Reading JSON objects whose faults become findings with a place.

use serde_json::{Map, Value};
use untoc_core::{Code, Finding, Place};

/// An object inside a document, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Object<'j> {
    pub(crate) map: &'j Map<String, Value>,
    pub(crate) path: &'j str,
}

/// Collects what is wrong with a document.
#[derive(Debug, Default)]
pub(crate) struct Faults(pub(crate) Vec<Finding>);

impl Faults {
    /// A field holds something else than is expected.
    pub(crate) fn wrong_type(&mut self, path: &str, value: &Value, expected: &str) {
        let field = path.rsplit('/').next().unwrap_or(path);
        self.0.push(
            Finding::new(Code::FieldWrongType, Place::pointer(path))
                .plain("field", field)
                .plain("value", kind_of(value))
                .plain("expected", expected),
        );
    }

    /// A field holds a word that is not one of those expected.
    pub(crate) fn not_allowed(&mut self, path: &str, value: &str, expected: &[&str]) {
        let field = path.rsplit('/').next().unwrap_or(path);
        self.0.push(
            Finding::new(Code::FieldNotAllowed, Place::pointer(path))
                .plain("field", field)
                .typed("value", value)
                .one_of("expected", expected),
        );
    }

    /// A field is missing.
    pub(crate) fn missing(&mut self, path: &str, field: &str) {
        self.0.push(
            Finding::new(Code::FieldMissing, Place::pointer(path)).plain("field", field),
        );
    }

    /// A part of a schema makes no sense; `problem` is a word of ours.
    pub(crate) fn senseless(&mut self, path: &str, field: &str, problem: &str) {
        self.0.push(
            Finding::new(Code::TableSchemaSenseless, Place::pointer(path))
                .plain("field", field)
                .plain("kind", problem),
        );
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

impl<'j> Object<'j> {
    pub(crate) fn get(&self, key: &str) -> Option<&'j Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// Returns the place of a field.
    pub(crate) fn at(&self, key: &str) -> String {
        format!("{}/{}", self.path, key.replace('~', "~0").replace('/', "~1"))
    }

    pub(crate) fn text(&self, key: &str, faults: &mut Faults) -> Option<&'j str> {
        let value = self.get(key)?;
        let text = value.as_str();
        if text.is_none() {
            faults.wrong_type(&self.at(key), value, "text");
        }
        text
    }

    pub(crate) fn flag(&self, key: &str, faults: &mut Faults) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            faults.wrong_type(&self.at(key), value, "boolean");
        }
        flag
    }

    pub(crate) fn count(&self, key: &str, faults: &mut Faults) -> Option<usize> {
        let value = self.get(key)?;
        let count = value.as_u64().and_then(|count| usize::try_from(count).ok());
        if count.is_none() {
            faults.wrong_type(&self.at(key), value, "number");
        }
        count
    }

    pub(crate) fn array(&self, key: &str, faults: &mut Faults) -> Option<&'j [Value]> {
        let value = self.get(key)?;
        let items = value.as_array().map(Vec::as_slice);
        if items.is_none() {
            faults.wrong_type(&self.at(key), value, "list");
        }
        items
    }

    /// Returns a list of texts; one text stands for a list of one.
    pub(crate) fn texts(&self, key: &str, faults: &mut Faults) -> Option<Vec<String>> {
        let value = self.get(key)?;
        if let Some(text) = value.as_str() {
            return Some(vec![text.to_owned()]);
        }
        let path = self.at(key);
        let mut texts = Vec::new();
        for item in self.array(key, faults)? {
            match item.as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => faults.wrong_type(&path, item, "text"),
            }
        }
        Some(texts)
    }

    /// Returns a value as it would stand in a cell.
    pub(crate) fn scalar(&self, key: &str, faults: &mut Faults) -> Option<String> {
        let value = self.get(key)?;
        let text = cell_text(value);
        if text.is_none() {
            faults.wrong_type(&self.at(key), value, "text");
        }
        text
    }
}

/// Returns a value of JSON as it would stand in a cell.
pub(crate) fn cell_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Array(_) | Value::Object(_) => Some(value.to_string()),
        Value::Null => None,
    }
}
