//! What the whole run should meet: expected responses, findings that are accepted.
//!
//! Whether something was met is only known at the end, and in a part of a run only when
//! all parts are joined. So what is to be said in either case is worked out beforehand.

use std::collections::HashMap;

use untoc_report::{Pending, Reported};

/// What the whole run should meet.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// What is to be said, in the order of the report.
    pub pending: Vec<Pending>,
    /// Which of them a response meets.
    responses: HashMap<(String, String), Vec<usize>>,
    /// Which of them a finding meets, and whether it is accepted.
    findings: HashMap<String, (usize, bool)>,
}

impl Watch {
    /// Expects a response.
    pub(crate) fn expect(
        &mut self,
        response: (String, String),
        if_not: Option<Reported>,
    ) {
        self.responses.entry(response).or_default().push(self.pending.len());
        self.pending.push(Pending { met: false, if_met: None, if_not });
    }

    /// Knows a finding by its fingerprint; `accepts` unless its time is over.
    pub(crate) fn know(
        &mut self,
        fingerprint: &str,
        accepts: bool,
        if_met: Option<Reported>,
        if_not: Option<Reported>,
    ) {
        let known = (self.pending.len(), accepts);
        self.findings.insert(fingerprint.to_owned(), known);
        self.pending.push(Pending { met: false, if_met, if_not });
    }

    /// Says whether responses must be told apart.
    pub(crate) fn expects(&self) -> bool {
        !self.responses.is_empty()
    }

    /// Returns what a response meets.
    pub(crate) fn met_by_response(&self, response: &(String, String)) -> &[usize] {
        self.responses.get(response).map_or(&[], Vec::as_slice)
    }

    /// Returns what a finding meets, and whether it is accepted.
    pub(crate) fn met_by_finding(&self, fingerprint: &str) -> Option<(usize, bool)> {
        self.findings.get(fingerprint).copied()
    }

    /// Notes what was met.
    pub(crate) fn note(&mut self, met: &[bool]) {
        for (pending, met) in self.pending.iter_mut().zip(met) {
            pending.met |= met;
        }
    }
}

/// Returns what is to be said at the end, in its order.
pub(crate) fn conclude(pending: Vec<Pending>) -> Vec<Reported> {
    pending
        .into_iter()
        .filter_map(|pending| match pending.met {
            true => pending.if_met,
            false => pending.if_not,
        })
        .collect()
}
