//! The profiles that come with the tool: Table Schemas in `schemas/profiles`.

use std::sync::LazyLock;

use crate::table_schema::{TableSchema, read_schema};

/// The names of the profiles and their texts.
const TEXTS: [(&str, &str); 5] = [
    ("indicator", include_str!("../../../schemas/profiles/indicator.json")),
    ("case", include_str!("../../../schemas/profiles/case.json")),
    ("synthetic-case", include_str!("../../../schemas/profiles/synthetic-case.json")),
    ("incident", include_str!("../../../schemas/profiles/incident.json")),
    ("arms", include_str!("../../../schemas/profiles/arms.json")),
];

static READ: LazyLock<Vec<TableSchema>> = LazyLock::new(|| {
    let read =
        |text: &str| serde_json::from_str(text).map(|json| read_schema(&json, "").0);
    TEXTS.iter().filter_map(|(_, text)| read(text).ok()).collect()
});

/// Returns all profiles, the most used first.
pub fn profiles() -> &'static [TableSchema] {
    &READ
}

/// Finds a profile by its name.
pub fn profile(name: &str) -> Option<&'static TableSchema> {
    profiles().iter().find(|profile| profile.name == name)
}

#[cfg(test)]
mod tests {
    use untoc_core::Instrument;

    use super::*;

    /// Every profile is read without a finding and under its own name.
    #[test]
    fn profiles_are_whole() {
        for (name, text) in TEXTS {
            let json = serde_json::from_str(text).unwrap();
            let (schema, findings) = read_schema(&json, "");
            assert!(findings.is_empty(), "{name}: {findings:?}");
            assert_eq!(schema.name, name);
            assert!(!schema.title.is_empty() && !schema.supports.is_empty());
            for support in &schema.supports {
                assert!(Instrument::from_code(&support.instrument).is_some(), "{name}");
            }
            // Each code of a crosswalk is a code of its field.
            for field in &schema.fields {
                let codes = &field.constraints;
                for (code, _) in field.concepts.iter() {
                    let listed = codes.options.iter().chain(&codes.item_options);
                    let known = listed.flatten().any(|known| known == code);
                    assert!(known || field.name == "category", "{name}: {code}");
                }
            }
        }
        assert_eq!(profiles().len(), TEXTS.len());
    }
}
