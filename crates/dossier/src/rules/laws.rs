//! The rules on the register of laws.

use std::collections::BTreeSet;

use untoc_core::{Cell, CellKind, Code, Finding, Laws, Place, Plan, Response};

use super::duplicates;

/// Checks the register alone.
pub(crate) fn check(laws: &Laws, findings: &mut Vec<Finding>) {
    let ids = laws.laws.iter().map(|law| law.id.as_str());
    duplicates(ids, |at| format!("/laws/{at}/id"), findings);
}

/// Reports laws that no answer cites.
pub(crate) fn check_use(
    laws: &Laws,
    cited: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    for (at, law) in laws.laws.iter().enumerate() {
        if !cited.contains(law.id.as_str()) {
            let place = Place::pointer(format!("/laws/{at}"));
            findings
                .push(Finding::new(Code::LawUnused, place).typed("law", law.id.as_str()));
        }
    }
}

/// Adds the laws that a response cites, in answers that are set aside as well.
pub(crate) fn cited(plan: &Plan, response: &Response, cited: &mut BTreeSet<String>) {
    for (slot, entry) in plan.slots().zip(plan.align(response)) {
        let rows = entry.and_then(|entry| entry.value.as_ref()?.as_rows());
        for column in plan.columns(slot).iter().filter(|c| c.kind == CellKind::Law) {
            for row in rows.unwrap_or_default() {
                if let Some(Cell::Text(law)) = row.get(&column.key) {
                    cited.insert(law.clone());
                }
            }
        }
    }
}
