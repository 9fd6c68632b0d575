//! An option that stands alone ("none"), ticked together with others.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::questionnaire::Kind;
use crate::value::Value;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (slot, entry) in context.answered() {
        if context.plan.question(slot).kind != Kind::Multiple {
            continue;
        }
        let Some(Value::List(items)) = &entry.value else { continue };
        if items.len() < 2 {
            continue;
        }
        let alone = context
            .plan
            .options(slot)
            .iter()
            .find(|choice| choice.exclusive && items.contains(&choice.value));
        if let Some(choice) = alone {
            findings.push(
                Finding::new(Code::AnswerExclusiveOption, context.place(slot, "/value"))
                    .plain("value", &choice.value),
            );
        }
    }
}
