//! Answers to questions that are not asked: waiting for another answer, or parked.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::State;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let plan = context.plan;
    for (slot, entry) in context.answered() {
        // Notes and evidence may wait in an open entry; only an answer is set aside.
        if entry.is_open() {
            continue;
        }
        match context.state(slot) {
            State::Asked => {}
            State::Waiting => {
                let awaited = plan.awaited(slot, &context.entries, &context.states);
                let names = awaited.into_iter().map(|on| &plan.question(on).id);
                findings.push(
                    Finding::new(Code::AnswerWaiting, context.place(slot, ""))
                        .list("awaits", names),
                );
            }
            State::NotAsked => {
                let names = plan.depends(slot).iter().map(|&on| &plan.question(on).id);
                findings.push(
                    Finding::new(Code::AnswerParked, context.place(slot, ""))
                        .list("because", names),
                );
            }
        }
    }
}
