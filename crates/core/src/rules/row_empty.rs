//! A row without any cell.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    walk::rows(context, |slot, rows| {
        // A row that must have certain cells is reported for each of them instead.
        if context.plan.columns(slot).iter().any(|column| column.required) {
            return;
        }
        for (row, _) in rows.iter().enumerate().filter(|(_, row)| row.0.is_empty()) {
            findings.push(
                Finding::new(Code::RowEmpty, walk::row_place(context, slot, row))
                    .number("row", row + 1),
            );
        }
    });
}
