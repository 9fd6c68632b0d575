//! The derived schemas are what the golden files say.
//!
//! The files stand in `tests/golden/schemas`, so that a change of what other programs
//! check answers against is seen and meant. `UNTOC_UPDATE=1 cargo test -p untoc-schema
//! --test golden` writes them anew.

#![expect(
    clippy::disallowed_methods,
    reason = "golden files are written on demand, and lie in version control"
)]

use std::path::{Path, PathBuf};

use untoc_core::{Level, Library};
use untoc_schema::derive;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/schemas")
}

/// Every derived schema is its golden file.
#[test]
fn derived_schemas_are_golden() {
    let update = std::env::var_os("UNTOC_UPDATE").is_some();
    let mut differing = Vec::new();
    for plan in Library::embedded().plans() {
        for level in [Level::Draft, Level::Submission] {
            let name = format!("{}.{}.schema.json", plan.id(), level.as_str());
            let path = folder().join(&name);
            let schema = untoc_core::json(&derive(&plan, level));
            if update {
                std::fs::write(&path, &schema).unwrap();
            } else if std::fs::read_to_string(&path).ok().as_ref() != Some(&schema) {
                differing.push(name);
            }
        }
    }
    assert!(differing.is_empty(), "differ from their golden files: {differing:?}");
}

/// Every derived schema is a schema, and has nothing that ajv's strict mode minds.
#[test]
fn derived_schemas_are_schemas() {
    for plan in Library::embedded().plans() {
        for level in [Level::Draft, Level::Submission] {
            let schema = derive(&plan, level);
            assert!(jsonschema::meta::is_valid(&schema), "{}", plan.id());
        }
    }
}
