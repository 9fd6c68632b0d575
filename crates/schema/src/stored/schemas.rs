//! The JSON Schemas of the stored formats, as they stand in `schemas/`.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value as Json;

/// The JSON Schema of each stored format, by its name.
pub const SCHEMAS: [(&str, &str); 17] = [
    ("autosave", include_str!("../../../../schemas/autosave.schema.json")),
    ("baseline", include_str!("../../../../schemas/baseline.schema.json")),
    ("comparison", include_str!("../../../../schemas/comparison.schema.json")),
    ("dossier", include_str!("../../../../schemas/dossier.schema.json")),
    ("evidence", include_str!("../../../../schemas/evidence.schema.json")),
    ("evidence-check", include_str!("../../../../schemas/evidence-check.schema.json")),
    ("evidence-record", include_str!("../../../../schemas/evidence-record.schema.json")),
    ("form", include_str!("../../../../schemas/form.schema.json")),
    ("form-answers", include_str!("../../../../schemas/form-answers.schema.json")),
    ("history", include_str!("../../../../schemas/history.schema.json")),
    ("laws", include_str!("../../../../schemas/laws.schema.json")),
    ("options", include_str!("../../../../schemas/options.schema.json")),
    ("overlay", include_str!("../../../../schemas/overlay.schema.json")),
    ("questionnaire", include_str!("../../../../schemas/questionnaire.schema.json")),
    ("recipe", include_str!("../../../../schemas/recipe.schema.json")),
    ("report", include_str!("../../../../schemas/report.schema.json")),
    ("response", include_str!("../../../../schemas/response.schema.json")),
];

/// Returns the text of the JSON Schema of a stored format.
pub fn schema_text(name: &str) -> Option<&'static str> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// A schema that is ready to check.
pub(super) struct Ready {
    /// The schema, for looking up what stands beside a keyword.
    pub schema: Json,
    /// The compiled schema.
    pub validator: Validator,
}

/// Returns a schema, compiled when it is first asked for.
pub(super) fn ready(name: &str) -> Option<&'static Ready> {
    static READY: [OnceLock<Option<Ready>>; SCHEMAS.len()] =
        [const { OnceLock::new() }; SCHEMAS.len()];
    let at = SCHEMAS.iter().position(|(known, _)| *known == name)?;
    let (_, text) = SCHEMAS.get(at)?;
    READY.get(at)?.get_or_init(|| compile(text)).as_ref()
}

fn compile(text: &str) -> Option<Ready> {
    let schema: Json = serde_json::from_str(text).ok()?;
    let validator = jsonschema::validator_for(&schema).ok()?;
    Some(Ready { schema, validator })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::derive::definitions;

    /// Every schema is a schema of 2020-12, compiles, and carries its name and version.
    #[test]
    fn every_schema_is_one() {
        for (name, text) in SCHEMAS {
            let schema: Json = serde_json::from_str(text).unwrap();
            assert!(jsonschema::meta::is_valid(&schema), "{name}");
            assert!(ready(name).is_some(), "{name}");
            assert_eq!(schema["$id"], format!("urn:untoc:schema:{name}:1"));
            assert_eq!(text, untoc_core::json(&schema), "{name} is written in one way");
        }
    }

    /// Every object is closed and every field is described, by itself or by what it
    /// refers to.
    #[test]
    fn every_field_is_described() {
        fn visit(json: &Json, definitions: &Json, way: &str) {
            let Some(fields) = json.as_object() else { return };
            if let Some(properties) = fields.get("properties").and_then(Json::as_object) {
                if fields.contains_key("description")
                    || way.ends_with("additionalProperties")
                {
                    assert_eq!(
                        fields.get("additionalProperties"),
                        Some(&Json::Bool(false)),
                        "{way}"
                    );
                }
                for (key, property) in properties {
                    let target = property["$ref"].as_str().map(|r| &definitions[&r[8..]]);
                    let described = |json: &Json| {
                        json["description"].is_string() || json["const"].is_string()
                    };
                    let inside = way.contains("/anyOf")
                        || way.contains("/if")
                        || way.contains("/not");
                    assert!(
                        inside || described(property) || target.is_some_and(described),
                        "{way}/{key}"
                    );
                }
            }
            for (key, value) in fields {
                visit(value, definitions, &format!("{way}/{key}"));
                for item in value.as_array().into_iter().flatten() {
                    visit(item, definitions, &format!("{way}/{key}"));
                }
            }
        }
        for (name, text) in SCHEMAS {
            let schema: Json = serde_json::from_str(text).unwrap();
            visit(&schema, &schema["$defs"], name);
        }
    }

    /// What several schemas define, they define in the same way as the derived ones.
    #[test]
    fn definitions_agree() {
        let mut known: BTreeMap<String, Json> = definitions().into_iter().collect();
        for (name, text) in SCHEMAS {
            let schema: Json = serde_json::from_str(text).unwrap();
            for (key, definition) in schema["$defs"].as_object().into_iter().flatten() {
                let first =
                    known.entry(key.clone()).or_insert_with(|| definition.clone());
                assert_eq!(first, definition, "{key} in {name}");
            }
        }
    }
}
