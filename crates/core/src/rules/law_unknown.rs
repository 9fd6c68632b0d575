//! A citation of a law that is not in the dossier's register.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::CellKind;
use crate::text::{is_blank, nearest};
use crate::value::Cell;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(register) = context.around.laws else { return };
    walk::cells(context, |at| match (at.column.kind, at.cell) {
        (CellKind::Law, Cell::Text(law))
            if !is_blank(law) && register.get(law).is_none() =>
        {
            let mut finding =
                Finding::new(Code::LawUnknown, at.place(context)).typed("law", law);
            let ids = register.laws.iter().map(|law| law.id.as_str());
            if let Some(near) = nearest(law, ids) {
                finding = finding.plain("nearest", near);
            }
            findings.push(finding);
        }
        _ => {}
    });
}
