//! An open point without a row in the table on what is missing and planned.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::State;
use crate::value::Value;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let plan = context.plan;
    for (slot, entry) in context.answered() {
        let column = plan.columns(slot).iter().find(|column| column.options_from_when);
        let (Some(column), State::Asked) = (column, context.state(slot)) else {
            continue;
        };
        let Some(rows) = entry.value.as_ref().and_then(Value::as_rows) else { continue };
        for open in plan.open_points(slot, &context.entries, &context.states) {
            let id = plan.question(open).id.as_str();
            if !rows.iter().any(|row| row.text(&column.key) == Some(id)) {
                findings.push(
                    Finding::new(Code::GapRowMissing, context.place(slot, "/value"))
                        .plain("about", id),
                );
            }
        }
    }
}
