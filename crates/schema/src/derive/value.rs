//! The value of an answer, by the kind of its question.

use serde_json::{Map, Number, Value as Json, json};
use untoc_core::{CellKind, Choice, Kind, Plan, PlanColumn};

use super::{list, reference};

/// No figure of this field is larger, and every program can hold it exactly.
const LARGEST: i64 = 1_000_000_000_000_000;

/// Returns the schema of the value of one question.
pub(super) fn value_schema(plan: &Plan, slot: usize) -> Json {
    let question = plan.question(slot);
    match question.kind {
        Kind::Implementation | Kind::YesNo | Kind::Single => choice(plan.options(slot)),
        Kind::Multiple => multiple(plan.options(slot)),
        Kind::Text => reference("text"),
        Kind::Number => {
            number("number", question.minimum.as_ref(), question.maximum.as_ref())
        }
        Kind::Date => reference("date"),
        Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
            rows(plan.columns(slot))
        }
    }
}

fn choice(options: &[Choice]) -> Json {
    if options.is_empty() {
        return json!({ "type": "string", "not": {} });
    }
    json!({ "type": "string", "enum": values(options.iter()) })
}

fn multiple(options: &[Choice]) -> Json {
    let mut schema = json!({
        "type": "array",
        "minItems": 1,
        "uniqueItems": true,
        "items": choice(options),
    });
    let alone: Vec<_> = options.iter().filter(|choice| choice.exclusive).collect();
    if let (false, Json::Object(fields)) = (alone.is_empty(), &mut schema) {
        let ticked = json!({
            "type": "array",
            "contains": { "enum": values(alone.into_iter()) },
        });
        fields.insert("if".to_owned(), ticked);
        fields.insert("then".to_owned(), json!({ "type": "array", "maxItems": 1 }));
    }
    schema
}

fn number(kind: &str, minimum: Option<&Number>, maximum: Option<&Number>) -> Json {
    json!({
        "type": kind,
        "minimum": minimum.cloned().unwrap_or_else(|| (-LARGEST).into()),
        "maximum": maximum.cloned().unwrap_or_else(|| LARGEST.into()),
    })
}

fn rows(columns: &[PlanColumn]) -> Json {
    let mut properties = Map::new();
    for column in columns {
        properties.insert(column.key.clone(), cell(column));
    }
    let required = columns.iter().filter(|column| column.required);
    let mut row = json!({
        "type": "object",
        "minProperties": 1,
        "properties": properties,
        "additionalProperties": false,
    });
    let required = list(required.map(|column| column.key.as_str()));
    if let (false, Json::Object(fields)) = (required.is_empty(), &mut row) {
        fields.insert("required".to_owned(), Json::Array(required));
    }
    json!({ "type": "array", "minItems": 1, "items": row })
}

fn cell(column: &PlanColumn) -> Json {
    let mut schema = match column.kind {
        CellKind::Text | CellKind::Law => reference("text"),
        CellKind::Integer => {
            number("integer", column.minimum.as_ref(), column.maximum.as_ref())
        }
        CellKind::Number => {
            number("number", column.minimum.as_ref(), column.maximum.as_ref())
        }
        CellKind::Date => reference("date"),
        CellKind::Choice => choice(&column.options),
        CellKind::Link => reference("link"),
        CellKind::Texts => several(reference("text")),
        CellKind::Questions => several(choice(&column.options)),
    };
    if let Json::Object(fields) = &mut schema {
        fields.insert("title".to_owned(), Json::from(column.label.as_str()));
    }
    schema
}

fn several(items: Json) -> Json {
    json!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": items })
}

fn values<'a>(options: impl Iterator<Item = &'a Choice>) -> Vec<Json> {
    list(options.map(|choice| choice.value.as_str()))
}
