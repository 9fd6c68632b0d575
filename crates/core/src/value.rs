//! The value of an answer.
//!
//! A value is kept by its shape, not by the kind of its question, so that an answer to
//! a question that is unknown or has changed is kept word for word. The rules say
//! whether the shape suits the question.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Number, Value as Json};

/// The value of an answer, by its shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text: free text, a choice or a date.
    Text(String),
    /// A number.
    Number(Number),
    /// Several texts: ticked choices. An empty list stands for any empty array.
    List(Vec<String>),
    /// Rows: laws, cases, authorities, table rows.
    Rows(Vec<Row>),
    /// A shape that suits no kind of question; kept word for word.
    Other(Json),
}

/// A row: cells by the key of their column, in the order in which they stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row(pub Vec<(String, Cell)>);

/// A cell of a row, by its shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(Number),
    /// Several texts.
    List(Vec<String>),
    /// A shape that suits no column; kept word for word.
    Other(Json),
}

impl Row {
    /// Makes a row of texts.
    pub fn of<const N: usize>(cells: [(&str, &str); N]) -> Self {
        Self(
            cells.map(|(key, text)| (key.to_owned(), Cell::Text(text.to_owned()))).into(),
        )
    }

    /// Returns the cell under this key.
    pub fn get(&self, key: &str) -> Option<&Cell> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, cell)| cell)
    }

    /// Returns the text under this key, if the cell is a text.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Cell::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Puts a cell under this key in place of what stands there; `None` empties it.
    pub fn set(&mut self, key: &str, cell: Option<Cell>) {
        let place = self.0.iter().position(|(k, _)| k == key);
        match (place, cell) {
            (Some(place), Some(cell)) => {
                if let Some(slot) = self.0.get_mut(place) {
                    slot.1 = cell;
                }
            }
            (Some(place), None) => {
                self.0.remove(place);
            }
            (None, Some(cell)) => self.0.push((key.to_owned(), cell)),
            (None, None) => {}
        }
    }
}

impl Value {
    /// Makes a value of any JSON; every JSON value fits one of the shapes.
    pub fn from_json(json: Json) -> Self {
        match json {
            Json::String(text) => Self::Text(text),
            Json::Number(number) => Self::Number(number),
            Json::Array(items) => {
                if items.iter().all(Json::is_string) {
                    Self::List(strings(items))
                } else if items.iter().all(Json::is_object) {
                    Self::Rows(items.into_iter().filter_map(Row::from_json).collect())
                } else {
                    Self::Other(Json::Array(items))
                }
            }
            other @ (Json::Null | Json::Bool(_) | Json::Object(_)) => Self::Other(other),
        }
    }

    /// Returns the text, if the value is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::List(_) | Self::Rows(_) | Self::Other(_) => None,
        }
    }

    /// Returns the rows; an empty array counts as no rows.
    pub fn as_rows(&self) -> Option<&[Row]> {
        match self {
            Self::Rows(rows) => Some(rows),
            Self::List(items) if items.is_empty() => Some(&[]),
            Self::Text(_) | Self::Number(_) | Self::List(_) | Self::Other(_) => None,
        }
    }
}

impl Row {
    fn from_json(json: Json) -> Option<Self> {
        let Json::Object(fields) = json else { return None };
        Some(Self(
            fields.into_iter().map(|(key, json)| (key, Cell::from_json(json))).collect(),
        ))
    }
}

impl Cell {
    /// Makes a cell of any JSON.
    pub fn from_json(json: Json) -> Self {
        match json {
            Json::String(text) => Self::Text(text),
            Json::Number(number) => Self::Number(number),
            Json::Array(items) if items.iter().all(Json::is_string) => {
                Self::List(strings(items))
            }
            other @ (Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_)) => {
                Self::Other(other)
            }
        }
    }
}

fn strings(items: Vec<Json>) -> Vec<String> {
    items
        .into_iter()
        .filter_map(|item| match item {
            Json::String(text) => Some(text),
            Json::Null
            | Json::Bool(_)
            | Json::Number(_)
            | Json::Array(_)
            | Json::Object(_) => None,
        })
        .collect()
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::List(items) => items.serialize(serializer),
            Self::Rows(rows) => rows.serialize(serializer),
            Self::Other(json) => json.serialize(serializer),
        }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, cell)| (key, cell)))
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::List(items) => items.serialize(serializer),
            Self::Other(json) => json.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self::from_json)
    }
}

impl Cell {
    /// Returns the cell as JSON.
    pub fn into_json(self) -> Json {
        match self {
            Self::Text(text) => Json::String(text),
            Self::Number(number) => Json::Number(number),
            Self::List(items) => {
                Json::Array(items.into_iter().map(Json::String).collect())
            }
            Self::Other(json) => json,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells keep the order in which they stand, also when a history line is read: two
    /// readers of one text must give equal rows.
    #[test]
    fn cells_keep_their_order() {
        let text = r#"[{"provision":"12","law":"criminal-code"}]"#;
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
        assert_eq!(
            value,
            Value::Rows(vec![Row::of([("provision", "12"), ("law", "criminal-code")])])
        );
    }
}
