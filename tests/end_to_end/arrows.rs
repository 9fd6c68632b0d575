//! Holds the arrows between the crates: the table in `docs/architecture.md` is the rule.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

type Arrows = BTreeMap<String, BTreeSet<String>>;

fn allowed(page: &str) -> Arrows {
    let rows = page.lines().filter(|line| line.starts_with("| `untoc-"));
    rows.map(|line| {
        let names: Vec<_> = line
            .split('`')
            .filter(|part| part.starts_with("untoc-"))
            .map(str::to_owned)
            .collect();
        let (first, others) = names.split_first().unwrap();
        (first.clone(), others.iter().cloned().collect())
    })
    .collect()
}

fn real() -> Arrows {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .args([
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml"),
        ])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut arrows = Arrows::new();
    for package in metadata["packages"].as_array().unwrap() {
        let used = package["dependencies"].as_array().unwrap().iter();
        let used =
            used.filter(|d| d["kind"].is_null()).filter_map(|d| d["name"].as_str());
        let ours = used.filter(|name| name.starts_with("untoc-")).map(str::to_owned);
        arrows.insert(package["name"].as_str().unwrap().to_owned(), ours.collect());
    }
    arrows
}

/// Every arrow between our crates is in the table, and every crate has a row.
#[test]
fn arrows_go_down_as_the_table_says() {
    let page = include_str!("../../docs/architecture.md");
    let allowed = allowed(page);
    for (name, used) in real() {
        let row = allowed
            .get(&name)
            .unwrap_or_else(|| panic!("{name} has no row in the table"));
        let extra: Vec<_> = used.difference(row).collect();
        assert!(extra.is_empty(), "{name} must not use {extra:?}");
    }
}

/// Every folder of the top level and of `crates` stands in the page, and the other way round.
#[test]
fn the_page_names_every_folder() {
    let page = include_str!("../../docs/architecture.md");
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    for folder in ["crates", "tests"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                let name = format!("`{folder}/{}`", entry.file_name().to_string_lossy());
                assert!(
                    page.contains(&name),
                    "docs/architecture.md does not name {name}"
                );
            }
        }
    }
}
