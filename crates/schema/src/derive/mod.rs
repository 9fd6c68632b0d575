//! The exact JSON Schema of the responses to one questionnaire.
//!
//! It sees what our own run sees, but for the codes that say `in_schema: false`: a
//! document is valid exactly when a run finds no error of any other code. Tests hold
//! that on random documents. Other programs can thus check answers without this tool.

mod condition;
mod entry;
mod pattern;
mod value;

pub(crate) use pattern::{ID_PATTERN, link_pattern, text_pattern};

use serde_json::{Map, Value as Json, json};
use untoc_core::{Level, Plan, RESPONSE_FORMAT};

/// Returns the JSON Schema (2020-12) of the responses to a questionnaire.
///
/// At level `draft` whatever stands there must be right; at level `submission` every
/// required question that is asked must also be settled.
pub fn derive(plan: &Plan, level: Level) -> Json {
    let conditions = condition::Conditions::of(plan);
    let mut definitions = Map::new();
    let fixed = entry::definitions(level).into_iter().chain(pattern::definitions());
    definitions.extend(fixed.map(|(name, schema)| (name.to_owned(), schema)));
    if level == Level::Submission {
        definitions.extend(conditions.definitions());
    }
    let head = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:untoc:schema:response:{}:{}:{}", plan.id(), plan.version(), level.as_str()),
        "title": format!("Answers to {}, level {}", plan.id(), level.as_str()),
        "description": description(plan, level),
        "type": "object",
        "required": ["format", "questionnaire", "questionnaire_version", "state", "language", "answers"],
        "properties": properties(plan, level, &conditions),
        "additionalProperties": false,
    });
    let Json::Object(mut schema) = head else { return head };
    schema.insert("$defs".to_owned(), Json::Object(definitions));
    Json::Object(schema)
}

fn description(plan: &Plan, level: Level) -> String {
    let what = match level {
        Level::Draft => "What stands in it is right.",
        Level::Submission => {
            "What stands in it is right, and every required question that is asked is answered."
        }
    };
    format!(
        "A response to the questionnaire on the {}, cluster {}: {}. {what}",
        plan.instrument().name(),
        plan.cluster(),
        plan.questionnaire().title,
    )
}

fn properties(plan: &Plan, level: Level, conditions: &condition::Conditions<'_>) -> Json {
    let state = pattern::line(
        "The State: three capital letters (ISO 3166-1 alpha-3).",
        "^[A-Z]{3}$",
    );
    json!({
        "$schema": { "description": "A link to this schema.", "type": "string" },
        "format": { "const": RESPONSE_FORMAT },
        "questionnaire": { "const": plan.id().as_str() },
        "questionnaire_version": { "const": plan.version() },
        "state": state,
        "language": reference("language"),
        "answers": answers(plan, level, conditions),
        "extensions": reference("extensions"),
    })
}

fn answers(plan: &Plan, level: Level, conditions: &condition::Conditions<'_>) -> Json {
    let mut entries = Map::new();
    for slot in plan.slots() {
        let id = plan.question(slot).id.to_string();
        entries.insert(id, entry::entry_schema(plan, slot));
    }
    let mut schema = json!({
        "description": "The entries by the id of their question.",
        "type": "object",
        "properties": entries,
        "additionalProperties": false,
    });
    let requirements = match level {
        Level::Draft => Vec::new(),
        Level::Submission => conditions.requirements(),
    };
    if let (false, Json::Object(fields)) = (requirements.is_empty(), &mut schema) {
        fields.insert("allOf".to_owned(), Json::Array(requirements));
    }
    schema
}

/// Returns the definitions that do not depend on a questionnaire.
#[cfg(test)]
pub(crate) fn definitions() -> Vec<(String, Json)> {
    let fixed =
        entry::definitions(Level::Draft).into_iter().chain(pattern::definitions());
    fixed.map(|(name, schema)| (name.to_owned(), schema)).collect()
}

fn reference(definition: &str) -> Json {
    json!({ "$ref": format!("#/$defs/{definition}") })
}

fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Json> {
    words.into_iter().map(Json::from).collect()
}
