//! Reading a Table Schema.

use serde_json::{Map, Value};
use untoc_core::Finding;

use super::field;
use super::object::{Faults, Object};
use super::profile::{read_rules, read_supports};
use super::{CaseFold, FieldsMatch, ForeignKey, Missing, TableSchema};
use crate::disclosure::Synthetic;

/// Reads a Table Schema and says what is wrong with it.
///
/// Where a part makes no sense the rest is read all the same. `path` is where the schema
/// stands in its document, as a JSON pointer.
pub fn read_schema(value: &Value, path: &str) -> (TableSchema, Vec<Finding>) {
    let mut faults = Faults::default();
    let Some(map) = value.as_object() else {
        faults.wrong_type(path, value, "object");
        return (TableSchema::default(), faults.0);
    };
    let object = Object { map, path };
    let schema = read(object, &mut faults);
    check(&schema, object, &mut faults);
    (schema, faults.0)
}

fn read(object: Object<'_>, faults: &mut Faults) -> TableSchema {
    let missing = if object.get("missingValues").is_some() {
        field::read_missing(object, faults)
    } else {
        vec![Missing { value: String::new(), label: None }]
    };
    let version = version(object.map);
    let mut fields = Vec::new();
    if object.get("fields").is_none() {
        faults.missing(object.path, "fields");
    }
    for (at, item) in
        object.array("fields", faults).unwrap_or_default().iter().enumerate()
    {
        let path = format!("{}/{at}", object.at("fields"));
        match item.as_object() {
            Some(map) => {
                fields.extend(field::read(
                    Object { map, path: &path },
                    &missing,
                    version,
                    faults,
                ));
            }
            None => faults.wrong_type(&path, item, "object"),
        }
    }
    let text = |key: &str, faults: &mut Faults| {
        object.text(key, faults).unwrap_or_default().to_owned()
    };
    let fold = object.flag("x-tolerant", faults).unwrap_or(false);
    TableSchema {
        name: text("name", faults),
        title: text("title", faults),
        fields,
        fields_match: fields_match(object, faults),
        primary_key: object.texts("primaryKey", faults).unwrap_or_default(),
        unique_keys: unique_keys(object, faults),
        foreign_keys: foreign_keys(object, faults),
        rules: read_rules(object, faults),
        supports: read_supports(object, faults),
        fold: if fold { CaseFold::Tolerant } else { CaseFold::Exact },
        synthetic: Synthetic::of_json(object, faults),
        restricted: object.flag("x-restricted", faults).unwrap_or(false),
        counts: object.text("x-counts", faults).map(str::to_owned),
    }
}

/// Version 2 has `$schema` with its number, or properties that version 1 does not know.
fn version(map: &Map<String, Value>) -> u8 {
    let named = map.get("$schema").and_then(Value::as_str).unwrap_or_default();
    if named.contains("/1.0/") || named.contains("/v1/") || map.contains_key("profile") {
        return 1;
    }
    2
}

fn fields_match(object: Object<'_>, faults: &mut Faults) -> FieldsMatch {
    let allowed = ["exact", "equal", "subset", "superset", "partial"];
    // The first draft of version 2 wrote a list of one.
    let words = object.texts("fieldsMatch", faults).unwrap_or_default();
    match words.first().map(String::as_str) {
        None | Some("exact") => FieldsMatch::Exact,
        Some("equal") => FieldsMatch::Equal,
        Some("subset") => FieldsMatch::Subset,
        Some("superset") => FieldsMatch::Superset,
        Some("partial") => FieldsMatch::Partial,
        Some(other) => {
            faults.not_allowed(&object.at("fieldsMatch"), other, &allowed);
            FieldsMatch::Exact
        }
    }
}

fn unique_keys(object: Object<'_>, faults: &mut Faults) -> Vec<Vec<String>> {
    let path = object.at("uniqueKeys");
    let mut keys = Vec::new();
    for item in object.array("uniqueKeys", faults).unwrap_or_default() {
        let names = item.as_array().map(|names| {
            names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        });
        match names.or_else(|| item.as_str().map(|name| vec![name.to_owned()])) {
            Some(names) => keys.push(names),
            None => faults.wrong_type(&path, item, "list"),
        }
    }
    keys
}

fn foreign_keys(object: Object<'_>, faults: &mut Faults) -> Vec<ForeignKey> {
    let mut keys = Vec::new();
    let name = "foreignKeys";
    for (at, item) in object.array(name, faults).unwrap_or_default().iter().enumerate() {
        let path = format!("{}/{at}", object.at(name));
        let Some(map) = item.as_object() else {
            faults.wrong_type(&path, item, "object");
            continue;
        };
        let key = Object { map, path: &path };
        let fields = key.texts("fields", faults).unwrap_or_default();
        let Some(reference) = key.get("reference").and_then(Value::as_object) else {
            faults.missing(&path, "reference");
            continue;
        };
        let path = key.at("reference");
        let reference = Object { map: reference, path: &path };
        let resource = reference.text("resource", faults).filter(|name| !name.is_empty());
        let there = reference.texts("fields", faults).unwrap_or_default();
        if fields.len() != there.len() || fields.is_empty() {
            faults.senseless(&path, &fields.join(", "), "key-lengths-differ");
            continue;
        }
        let resource = resource.map(str::to_owned);
        keys.push(ForeignKey { fields, resource, reference: there });
    }
    keys
}

/// Looks for names that stand twice or for nothing.
fn check(schema: &TableSchema, object: Object<'_>, faults: &mut Faults) {
    let mut seen = std::collections::BTreeSet::new();
    for field in &schema.fields {
        if !seen.insert(field.name.as_str()) {
            faults.senseless(&object.at("fields"), &field.name, "field-twice");
        }
    }
    let mut known = |key: &str, names: &[String]| {
        for name in names.iter().filter(|name| !seen.contains(name.as_str())) {
            faults.senseless(&object.at(key), name, "field-unknown");
        }
    };
    known("primaryKey", &schema.primary_key);
    for key in &schema.unique_keys {
        known("uniqueKeys", key);
    }
    for key in &schema.foreign_keys {
        known("foreignKeys", &key.fields);
    }
    for rule in &schema.rules {
        known("x-rules", &rule.sum);
        known("x-rules", &rule.at_most);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use untoc_core::Code;

    use super::*;

    fn codes(value: &Value) -> Vec<Code> {
        read_schema(value, "").1.iter().map(|finding| finding.code).collect()
    }

    /// A schema of version 2 with all its parts is read without a finding.
    #[test]
    fn reads_version_two() {
        let value = json!({
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [
                {"name": "id", "type": "string", "constraints": {"required": true, "pattern": "[A-Z][0-9]+"}},
                {"name": "n", "type": "integer", "groupChar": ",", "missingValues": [{"value": "<5", "label": "small"}],
                 "constraints": {"minimum": 0, "exclusiveMaximum": 10}},
                {"name": "s", "type": "string", "categories": [{"value": "a", "label": "A"}, "b"]}
            ],
            "fieldsMatch": "subset", "primaryKey": ["id"], "uniqueKeys": [["n", "s"]],
            "foreignKeys": [{"fields": ["s"], "reference": {"fields": ["id"]}}],
            "missingValues": ["", "NA"]
        });
        let (schema, findings) = read_schema(&value, "");
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(schema.fields_match, FieldsMatch::Subset);
        let missing = |at: usize| schema.fields[at].missing.clone();
        assert_eq!(missing(0).len(), 2);
        assert_eq!(missing(1)[0].label.as_deref(), Some("small"));
        assert_eq!(schema.fields[2].categories, Some(vec!["a".into(), "b".into()]));
        assert_eq!(schema.foreign_keys[0].resource, None);
    }

    /// Version 1 writes keys as texts and its own name for this table.
    #[test]
    fn reads_version_one() {
        let value = json!({
            "profile": "table-schema",
            "fields": [{"name": "id"}],
            "primaryKey": "id",
            "foreignKeys": [{"fields": "id", "reference": {"resource": "", "fields": "id"}}]
        });
        let (schema, findings) = read_schema(&value, "");
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(schema.primary_key, ["id"]);
        assert_eq!(schema.fields[0].kind.name(), "string");
        assert_eq!(schema.foreign_keys[0].resource, None);
    }

    /// Each senseless part is named and the rest is read.
    #[test]
    fn names_senseless_parts() {
        let field = |extra: Value| {
            let mut field = json!({"name": "a", "type": "integer"});
            field.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
            json!({"fields": [field]})
        };
        for (value, code) in [
            (json!([]), Code::FieldWrongType),
            (json!({}), Code::FieldMissing),
            (json!({"fields": [{"type": "string"}]}), Code::FieldMissing),
            (json!({"fields": [{"name": "a", "type": "text"}]}), Code::FieldNotAllowed),
            (
                json!({"fields": [{"name": "a"}, {"name": "a"}]}),
                Code::TableSchemaSenseless,
            ),
            (
                json!({"fields": [{"name": "a"}], "primaryKey": "b"}),
                Code::TableSchemaSenseless,
            ),
            (field(json!({"constraints": {"minimum": "x"}})), Code::TableSchemaSenseless),
            (field(json!({"constraints": {"minLength": 1}})), Code::TableSchemaSenseless),
            (
                field(json!({"constraints": {"enum": [1], "biggest": 2}})),
                Code::FieldNotAllowed,
            ),
            (
                field(json!({"type": "string", "constraints": {"pattern": "["}})),
                Code::TableSchemaSenseless,
            ),
            (field(json!({"type": "string", "format": "mail"})), Code::FieldNotAllowed),
        ] {
            assert_eq!(codes(&value), [code], "{value}");
        }
    }
}
