//! The columns of a question that can be filled in.

use untoc_core::{CellKind, Plan, PlanColumn};

/// Returns the columns of a question with rows, without those that offer nothing to
/// choose: a law in a section with no other question supports none.
pub(super) fn columns(plan: &Plan, slot: usize) -> Vec<&PlanColumn> {
    let fillable = |column: &&PlanColumn| match column.kind {
        CellKind::Choice | CellKind::Questions => !column.options.is_empty(),
        CellKind::Text
        | CellKind::Integer
        | CellKind::Number
        | CellKind::Date
        | CellKind::Link
        | CellKind::Texts
        | CellKind::Law => true,
    };
    plan.columns(slot).iter().filter(fillable).collect()
}
