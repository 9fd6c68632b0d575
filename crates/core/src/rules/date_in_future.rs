//! A date of something past that lies in the future.

use crate::check::Context;
use crate::code::Code;
use crate::date::PartialDate;
use crate::finding::Finding;
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::value::Cell;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let later = |text: &str| {
        PartialDate::parse(text).ok().filter(|date| date.is_after(context.today))
    };
    walk::texts(context, Kind::Date, |slot, text| {
        if let Some(date) = later(text) {
            findings.push(
                Finding::new(Code::DateInFuture, context.place(slot, "/value"))
                    .plain("value", date),
            );
        }
    });
    walk::cells(context, |at| match (at.column.kind, at.cell) {
        (CellKind::Date, Cell::Text(text)) if !at.column.future => {
            if let Some(date) = later(text) {
                findings.push(
                    Finding::new(Code::DateInFuture, at.place(context))
                        .plain("value", date)
                        .plain("column", &at.column.key),
                );
            }
        }
        _ => {}
    });
}
