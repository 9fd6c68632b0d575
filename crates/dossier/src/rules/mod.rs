//! The rules on the settings and on the register of laws.

pub(crate) mod evidence;
pub(crate) mod laws;
pub(crate) mod settings;

use std::collections::BTreeSet;

use untoc_core::{Code, Finding, Place};

/// Reports ids that stand twice in a list; `pointer` leads to an item by its position.
fn duplicates<'a>(
    ids: impl Iterator<Item = &'a str>,
    pointer: impl Fn(usize) -> String,
    findings: &mut Vec<Finding>,
) {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !seen.insert(id) {
            let place = Place::pointer(pointer(at));
            findings.push(Finding::new(Code::EntryDuplicate, place).typed("value", id));
        }
    }
}
