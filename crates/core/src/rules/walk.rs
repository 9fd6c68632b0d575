//! Ways through the answers that several rules share.

use crate::check::Context;
use crate::finding::{Place, TablePlace};
use crate::plan::PlanColumn;
use crate::questionnaire::Kind;
use crate::value::{Cell, Row, Value};

/// A cell of a known column, with where it stands.
#[derive(Clone, Copy)]
pub(crate) struct CellAt<'a> {
    /// The question.
    pub slot: usize,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub position: usize,
    /// The column.
    pub column: &'a PlanColumn,
    /// The cell.
    pub cell: &'a Cell,
}

impl CellAt<'_> {
    /// Returns the place of the cell.
    pub(super) fn place(&self, context: &Context<'_>) -> Place {
        let key = escape(&self.column.key);
        Place {
            table: Some(TablePlace {
                row: Some(self.row + 1),
                column: Some(self.position + 1),
                field: Some(self.column.key.clone()),
            }),
            ..context.place(self.slot, &format!("/value/{}/{key}", self.row))
        }
    }
}

/// Calls `visit` with every answer that has rows.
pub(super) fn rows<'a>(context: &Context<'a>, mut visit: impl FnMut(usize, &'a [Row])) {
    for (slot, entry) in context.answered() {
        if !context.plan.question(slot).kind.has_rows() {
            continue;
        }
        if let Some(rows) = entry.value.as_ref().and_then(Value::as_rows) {
            visit(slot, rows);
        }
    }
}

/// Finds every cell of a known column.
pub(crate) fn find_cells<'a>(context: &Context<'a>) -> Vec<CellAt<'a>> {
    let plan = context.plan;
    let mut found = Vec::new();
    rows(context, |slot, rows| {
        for (row, cells) in rows.iter().enumerate() {
            for (position, column) in plan.columns(slot).iter().enumerate() {
                if let Some(cell) = cells.get(&column.key) {
                    found.push(CellAt { slot, row, position, column, cell });
                }
            }
        }
    });
    found
}

/// Calls `visit` with every cell of a known column.
pub(super) fn cells<'a>(context: &Context<'a>, visit: impl FnMut(CellAt<'a>)) {
    context.cells.iter().copied().for_each(visit);
}

/// Calls `visit` with every answer of this kind that is a text.
pub(super) fn texts<'a>(
    context: &Context<'a>,
    kind: Kind,
    mut visit: impl FnMut(usize, &'a str),
) {
    for (slot, entry) in context.answered() {
        if context.plan.question(slot).kind != kind {
            continue;
        }
        if let Some(text) = entry.value.as_ref().and_then(Value::as_text) {
            visit(slot, text);
        }
    }
}

/// Returns the place of a row.
pub(super) fn row_place(context: &Context<'_>, slot: usize, row: usize) -> Place {
    Place {
        table: Some(TablePlace { row: Some(row + 1), ..TablePlace::default() }),
        ..context.place(slot, &format!("/value/{row}"))
    }
}

/// Escapes a key for a JSON pointer (RFC 6901).
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
