//! A value that stands twice in a list where each can stand once.

use std::collections::BTreeSet;

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::value::{Cell, Value};

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (slot, entry) in context.answered() {
        if context.plan.question(slot).kind != Kind::Multiple {
            continue;
        }
        let Some(Value::List(items)) = &entry.value else { continue };
        for item in repeated(items) {
            findings.push(
                Finding::new(Code::AnswerRepeatedOption, context.place(slot, "/value"))
                    .typed("value", item),
            );
        }
    }
    walk::cells(context, |at| {
        if let (CellKind::Texts | CellKind::Questions, Cell::List(items)) =
            (at.column.kind, at.cell)
        {
            for item in repeated(items) {
                findings.push(
                    Finding::new(Code::AnswerRepeatedOption, at.place(context))
                        .typed("value", item)
                        .plain("column", &at.column.key),
                );
            }
        }
    });
}

fn repeated(items: &[String]) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    items.iter().map(String::as_str).filter(|item| !seen.insert(*item)).collect()
}
