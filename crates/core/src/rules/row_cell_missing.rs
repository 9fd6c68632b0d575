//! A row that lacks a cell which every row needs.
//!
//! The provision of a citation has a rule of its own.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::questionnaire::Kind;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    walk::rows(context, |slot, rows| {
        let laws = context.plan.question(slot).kind == Kind::Laws;
        for column in context.plan.columns(slot).iter().filter(|column| column.required) {
            if laws && column.key == "provision" {
                continue;
            }
            for (row, cells) in rows.iter().enumerate() {
                if cells.get(&column.key).is_none() {
                    findings.push(
                        Finding::new(
                            Code::RowCellMissing,
                            walk::row_place(context, slot, row),
                        )
                        .number("row", row + 1)
                        .plain("column", &column.key),
                    );
                }
            }
        }
    });
}
