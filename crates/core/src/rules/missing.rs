//! Questions that are asked and have no answer: required ones, and advised ones.
//!
//! A missing answer that decides whether others are asked stands for them too: only it
//! is reported, so that one cause is one finding.

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Level};
use crate::plan::State;
use crate::questionnaire::Required;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.level == Level::Draft {
        return;
    }
    let plan = context.plan;
    let missing = |slot| plan.is_missing(slot, &context.entries, &context.states);
    for slot in plan.slots() {
        let entry = context.entry(slot);
        let place = || context.place(slot, "");
        if missing(slot) {
            let stands_behind = plan.depends(slot).iter().any(|&on| missing(on));
            // A mark whose reason is missing is the finding `reason-missing`.
            let marked =
                entry.and_then(|e| e.no_answer).is_some_and(|kind| kind.suffices());
            if !stands_behind && !marked {
                let mut finding = Finding::new(Code::AnswerMissing, place());
                if entry.is_some_and(|e| e.no_answer.is_some()) {
                    finding = finding.plain("marked", "not_assessed");
                }
                findings.push(finding);
            }
        } else if plan.question(slot).required == Required::Advised
            && context.state(slot) == State::Asked
            && !entry.is_some_and(|e| e.value.is_some() || e.no_answer.is_some())
        {
            findings.push(Finding::new(Code::AnswerAdvisedMissing, place()));
        }
    }
}
