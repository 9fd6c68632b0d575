//! What reading a text gives.

use untoc_core::Finding;

use crate::form::Form;
use crate::position::fill_lines;

/// A model that was read from a text, and what is wrong with the form of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Read<T> {
    /// What could be read; `None` where nothing useful could.
    pub value: Option<T>,
    /// Faults of form, in the order in which they stand in the text.
    pub findings: Vec<Finding>,
    /// Whether writing `value` back keeps everything that stands in the text. It is
    /// false after an unknown field, a duplicate key, an unknown word and the like.
    pub lossless: bool,
}

/// Puts together what was gathered: lines for the places, findings in their order.
pub(crate) fn finish<T>(text: &str, form: Form, value: Option<T>) -> Read<T> {
    let mut findings = form.findings;
    fill_lines(text, &mut findings);
    findings.sort_by_key(|finding| finding.place().and_then(|place| place.byte));
    Read { lossless: form.lossless && value.is_some(), value, findings }
}
