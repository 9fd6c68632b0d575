//! A *no answer* that would suffice, without its reason.

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Level, Severity};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (slot, entry) in context.answered() {
        let Some(kind) = entry.no_answer.filter(|kind| kind.suffices()) else { continue };
        if entry.reason.is_some() {
            continue;
        }
        // While work goes on the reason may follow; a submission needs it.
        let severity = match context.level {
            Level::Draft => Severity::Warning,
            Level::Submission => Severity::Error,
        };
        findings.push(
            Finding::new(Code::ReasonMissing, context.place(slot, "/no_answer"))
                .with_severity(severity)
                .plain("value", kind.as_str()),
        );
    }
}
