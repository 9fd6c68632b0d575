//! An answer given elsewhere: with its reference, date and what has changed since.

use crate::answer::NoAnswer;
use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (slot, entry) in context.answered() {
        let given_elsewhere = entry.no_answer == Some(NoAnswer::GivenElsewhere);
        match &entry.elsewhere {
            Some(_) if !given_elsewhere => findings.push(Finding::new(
                Code::ElsewhereMisplaced,
                context.place(slot, "/elsewhere"),
            )),
            elsewhere if given_elsewhere => {
                let parts = elsewhere.as_ref();
                let lacking: Vec<_> = [
                    ("reference", parts.is_some_and(|p| p.reference.is_some())),
                    ("date", parts.is_some_and(|p| p.date.is_some())),
                    ("changes", parts.is_some_and(|p| p.changes.is_some())),
                ]
                .into_iter()
                .filter(|(_, there)| !there)
                .map(|(name, _)| name)
                .collect();
                if !lacking.is_empty() {
                    findings.push(
                        Finding::new(
                            Code::ElsewhereIncomplete,
                            context.place(slot, "/no_answer"),
                        )
                        .list("lacking", lacking),
                    );
                }
            }
            _ => {}
        }
    }
}
