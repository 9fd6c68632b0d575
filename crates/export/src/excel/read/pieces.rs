//! Texts that were too long for a cell: the pieces in the rows below it.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cell, Sheet, SheetRow};
use crate::excel::tag::Tag;

/// The cell that a piece goes on from: question, row of its table (0 for its own row) and
/// column.
type From = (String, usize, usize);

/// The pieces on a sheet.
pub(super) struct Pieces<'a> {
    pieces: BTreeMap<From, BTreeMap<usize, (&'a SheetRow, &'a Cell)>>,
    /// Pieces that stand twice with different texts.
    doubles: Vec<(&'a SheetRow, &'a Cell)>,
    taken: BTreeSet<From>,
}

impl<'a> Pieces<'a> {
    /// Finds them.
    pub(super) fn of(sheet: &'a Sheet) -> Self {
        let mut found =
            Self { pieces: BTreeMap::new(), doubles: Vec::new(), taken: BTreeSet::new() };
        for row in &sheet.rows {
            let Some(Tag::More(id, number, piece)) = Tag::parse(row.first()) else {
                continue;
            };
            for cell in row.cells.iter().filter(|cell| cell.column > 0) {
                let from = (id.clone(), number, cell.column);
                let pieces = found.pieces.entry(from).or_default();
                let (_, known) = *pieces.entry(piece).or_insert((row, cell));
                if known.text != cell.text {
                    found.doubles.push((row, cell));
                }
            }
        }
        found
    }

    /// Returns what follows the text in a cell.
    pub(super) fn of_cell(&mut self, id: &str, row: usize, column: usize) -> String {
        if self.pieces.is_empty() {
            return String::new();
        }
        let from = (id.to_owned(), row, column);
        let Some(pieces) = self.pieces.get(&from) else { return String::new() };
        let text = pieces.values().map(|(_, cell)| cell.text.as_str()).collect();
        self.taken.insert(from);
        text
    }

    /// Returns what no cell claimed.
    pub(super) fn left(&self) -> Vec<(&'a SheetRow, &'a Cell)> {
        let unclaimed = self.pieces.iter().filter(|(from, _)| !self.taken.contains(from));
        let cells = unclaimed.flat_map(|(_, pieces)| pieces.values().copied());
        cells.chain(self.doubles.iter().copied()).collect()
    }
}
