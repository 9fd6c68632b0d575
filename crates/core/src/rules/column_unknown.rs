//! A cell of a column that the question does not have.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::text::nearest;

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    walk::rows(context, |slot, rows| {
        let columns = context.plan.columns(slot);
        for (row, cells) in rows.iter().enumerate() {
            for (key, _) in &cells.0 {
                if columns.iter().any(|column| column.key == *key) {
                    continue;
                }
                let keys = || columns.iter().map(|column| column.key.as_str());
                let mut place = walk::row_place(context, slot, row);
                place.pointer =
                    place.pointer.map(|p| format!("{p}/{}", walk::escape(key)));
                let mut finding = Finding::new(Code::ColumnUnknown, place)
                    .typed("column", key)
                    .one_of("expected", keys());
                if let Some(near) = nearest(key, keys()) {
                    finding = finding.plain("nearest", near);
                }
                findings.push(finding);
            }
        }
    });
}
