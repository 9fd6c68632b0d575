//! A list of ticks or rows that is empty, in an answer or in a cell.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::value::{Cell, Value};

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (slot, entry) in context.answered() {
        let kind = context.plan.question(slot).kind;
        let listed = kind == Kind::Multiple || kind.has_rows();
        let empty = match &entry.value {
            Some(Value::List(items)) => items.is_empty(),
            Some(Value::Rows(rows)) => rows.is_empty(),
            Some(Value::Text(_) | Value::Number(_) | Value::Other(_)) | None => false,
        };
        if listed && empty {
            findings
                .push(Finding::new(Code::AnswerEmptyList, context.place(slot, "/value")));
        }
    }
    walk::cells(context, |at| match (at.column.kind, at.cell) {
        (CellKind::Texts | CellKind::Questions, Cell::List(items))
            if items.is_empty() =>
        {
            findings.push(
                Finding::new(Code::AnswerEmptyList, at.place(context))
                    .plain("column", &at.column.key),
            );
        }
        _ => {}
    });
}
