//! How much each code weighs in this run.

use std::collections::BTreeMap;

use untoc_core::{Code, Finding, Severity};

/// How much each code weighs in this run; a code that is not listed weighs what it
/// usually does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Severities(BTreeMap<Code, Option<Severity>>);

impl Severities {
    /// Sets the weight of a code; `None` leaves its findings out.
    pub fn set(&mut self, code: Code, severity: Option<Severity>) {
        self.0.insert(code, severity);
    }

    /// Walks through the codes that weigh something else than usual.
    pub fn iter(&self) -> impl Iterator<Item = (Code, Option<Severity>)> + '_ {
        self.0.iter().map(|(code, severity)| (*code, *severity))
    }

    /// Weighs findings, and leaves out those that are turned off.
    pub(crate) fn weigh(&self, findings: &mut Vec<Finding>) {
        if self.0.is_empty() {
            return;
        }
        findings.retain_mut(|finding| match self.0.get(&finding.code) {
            None => true,
            Some(None) => false,
            Some(Some(severity)) => {
                finding.severity = *severity;
                true
            }
        });
    }
}
