//! A law that is cited without the provision.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::questionnaire::Kind;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    walk::rows(context, |slot, rows| {
        if context.plan.question(slot).kind != Kind::Laws {
            return;
        }
        for (row, cells) in rows.iter().enumerate() {
            if cells.get("provision").is_none() {
                let finding = Finding::new(
                    Code::CitationWithoutProvision,
                    walk::row_place(context, slot, row),
                )
                .number("row", row + 1);
                // A mistyped id can be anything that a person typed.
                findings.push(match cells.text("law") {
                    Some(law) => finding.typed("law", law),
                    None => finding,
                });
            }
        }
    });
}
