//! A text that is no date where a date is asked for.

use crate::check::Context;
use crate::code::Code;
use crate::date::PartialDate;
use crate::finding::Finding;
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::value::Cell;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    walk::texts(context, Kind::Date, |slot, text| {
        if PartialDate::parse(text).is_err() {
            findings.push(
                Finding::new(Code::AnswerNotADate, context.place(slot, "/value"))
                    .private("value", text),
            );
        }
    });
    walk::cells(context, |at| match (at.column.kind, at.cell) {
        (CellKind::Date, Cell::Text(text)) if PartialDate::parse(text).is_err() => {
            findings.push(
                Finding::new(Code::AnswerNotADate, at.place(context))
                    .private("value", text)
                    .plain("column", &at.column.key),
            );
        }
        _ => {}
    });
}
