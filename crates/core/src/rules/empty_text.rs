//! A text without any visible character, in an answer or in a cell.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::text::is_blank;
use crate::value::Cell;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    walk::texts(context, Kind::Text, |slot, text| {
        if is_blank(text) {
            findings
                .push(Finding::new(Code::AnswerEmptyText, context.place(slot, "/value")));
        }
    });
    walk::cells(context, |at| {
        let empty = match (at.column.kind, at.cell) {
            (CellKind::Text | CellKind::Law, Cell::Text(text)) => is_blank(text),
            (CellKind::Texts, Cell::List(items)) => {
                items.iter().any(|item| is_blank(item))
            }
            _ => false,
        };
        if empty {
            findings.push(
                Finding::new(Code::AnswerEmptyText, at.place(context))
                    .plain("column", &at.column.key),
            );
        }
    });
}
