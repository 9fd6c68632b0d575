//! The entry of a question: its value, and everything that may stand beside it.

use serde_json::{Map, Value as Json, json};
use untoc_core::{Audience, Level, NoAnswer, Plan, Stance, Status};

use super::value::value_schema;
use super::{list, reference};

/// Returns the schema of the entry of one question; every field is written in this one
/// object, so that it can be closed.
pub(super) fn entry_schema(plan: &Plan, slot: usize) -> Json {
    let mut properties = Map::new();
    properties.insert("value".to_owned(), value_schema(plan, slot));
    for (field, definition) in FIELDS {
        properties.insert(field.to_owned(), reference(definition));
    }
    json!({
        "title": plan.question(slot).text,
        "$ref": "#/$defs/entry",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// The fields beside the value, with their definitions.
const FIELDS: [(&str, &str); 12] = [
    ("no_answer", "no_answer"),
    ("reason", "text"),
    ("elsewhere", "elsewhere"),
    ("note", "text"),
    ("remarks", "text"),
    ("audience", "audience"),
    ("status", "status"),
    ("by", "id"),
    ("at", "time"),
    ("language", "language"),
    ("evidence", "evidence"),
    ("extensions", "extensions"),
];

/// Returns the definitions that entries refer to.
pub(super) fn definitions(level: Level) -> Vec<(&'static str, Json)> {
    let mut all = vec![("entry", together(level))];
    if level == Level::Submission {
        all.push(("settled", settled()));
    }
    all.extend([
        (
            "no_answer",
            words("Why there is no answer.", NoAnswer::ALL.map(NoAnswer::as_str)),
        ),
        ("elsewhere", elsewhere()),
        (
            "audience",
            words("Who may see the answer.", Audience::ALL.map(Audience::as_str)),
        ),
        (
            "status",
            words("How far the answer has come.", Status::ALL.map(Status::as_str)),
        ),
        ("evidence", evidence()),
        ("extensions", extensions()),
    ]);
    all
}

/// What the fields of an entry ask of each other.
fn together(level: Level) -> Json {
    let mut schema = json!({
        "description": "An entry holds a value or says why there is none, never both. \
            With neither it is open, and notes or evidence wait in it.",
        "type": "object",
        "minProperties": 1,
        "not": { "type": "object", "required": ["value", "no_answer"] },
        "dependentRequired": { "reason": ["no_answer"] },
    });
    if let (Level::Submission, Json::Object(fields)) = (level, &mut schema) {
        fields.insert("if".to_owned(), sufficient());
        fields.insert(
            "then".to_owned(),
            json!({ "type": "object", "required": ["reason"] }),
        );
    }
    schema
}

/// A reason for having no answer that a submission accepts.
fn sufficient() -> Json {
    let kinds = NoAnswer::ALL.into_iter().filter(|kind| kind.suffices());
    json!({
        "type": "object",
        "required": ["no_answer"],
        "properties": { "no_answer": { "enum": list(kinds.map(NoAnswer::as_str)) } },
    })
}

fn settled() -> Json {
    let mut without = sufficient();
    if let Json::Object(fields) = &mut without {
        fields.insert("required".to_owned(), json!(["no_answer", "reason"]));
    }
    json!({
        "description": "A required question that is asked has a value, or a reason for \
            having none that suffices.",
        "type": "object",
        "anyOf": [{ "type": "object", "required": ["value"] }, without],
    })
}

fn words<const N: usize>(description: &str, words: [&str; N]) -> Json {
    json!({ "description": description, "type": "string", "enum": list(words) })
}

fn elsewhere() -> Json {
    json!({
        "description": "Where the answer was given before, when, and what has changed.",
        "type": "object",
        "properties": {
            "reference": reference("text"),
            "date": reference("date"),
            "changes": reference("text"),
        },
        "additionalProperties": false,
    })
}

fn evidence() -> Json {
    json!({
        "description": "Links to evidence items.",
        "type": "array",
        "items": {
            "type": "object",
            "required": ["item", "stance"],
            "properties": {
                "item": reference("id"),
                "stance": words(
                    "What the item shows about the answer.",
                    Stance::ALL.map(Stance::as_str),
                ),
                "note": reference("text"),
            },
            "additionalProperties": false,
        },
    })
}

fn extensions() -> Json {
    json!({
        "description": "Anything that another program wants to keep here.",
        "not": { "type": "null" },
    })
}
