//! All cells of a workbook, within limits.

use untoc_core::{Place, TablePlace, is_blank};
use untoc_intake::{CellForm, Cells, SheetCell, SheetName};

use crate::excel::meta::{FIELDS_SHEET, FORM_SHEET, LISTS_SHEET, PARTS_ROW};
use crate::excel::tag::Tag;

/// The most cells with a value.
const CELLS: usize = 200_000;
/// The most bytes of all texts together.
const BYTES: usize = 24 << 20;
/// The most columns that are looked at.
const COLUMNS: usize = 1_000;

/// The sheets of a workbook.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    /// Whether there are comments.
    pub(super) comments: bool,
    at: usize,
    cells: usize,
    bytes: usize,
    refused: bool,
}

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// Whether people do not see it.
    pub(super) hidden: bool,
    pub(super) rows: Vec<SheetRow>,
    /// Cells that cover others: first row and column, last row and column, from 0.
    pub(super) merged: Vec<[usize; 4]>,
}

/// A row with the cells that have a value.
#[derive(Debug, Default)]
pub(super) struct SheetRow {
    /// Its number, from 0.
    pub(super) number: usize,
    pub(super) cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) column: usize,
    pub(super) text: String,
    pub(super) form: CellForm,
    pub(super) formula: bool,
}

impl Book {
    pub(super) fn new(sheets: &[SheetName]) -> Self {
        let named = |sheet: &SheetName| Sheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            ..<_>::default()
        };
        Self { sheets: sheets.iter().map(named).collect(), ..Self::default() }
    }

    /// Says whether there was too much.
    pub(super) fn is_refused(&self) -> bool {
        self.refused
    }

    /// Finds one of the form's hidden sheets.
    pub(super) fn own(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

impl Cells for Book {
    fn sheet(&mut self, at: usize) -> bool {
        self.at = at;
        at < self.sheets.len()
    }

    fn row(&mut self, row: usize) {
        if let Some(sheet) = self.sheets.get_mut(self.at) {
            sheet.rows.push(SheetRow { number: row, cells: Vec::new() });
        }
    }

    fn cell(&mut self, cell: SheetCell<'_>) {
        if is_blank(cell.text) || cell.column >= COLUMNS {
            return;
        }
        self.cells += 1;
        self.bytes += cell.text.len();
        if self.cells > CELLS || self.bytes > BYTES {
            self.refused = true;
            return;
        }
        let sheet = self.sheets.get_mut(self.at);
        if let Some(row) = sheet.and_then(|sheet| sheet.rows.last_mut()) {
            row.cells.push(Cell {
                column: cell.column,
                text: cell.text.to_owned(),
                form: cell.form,
                formula: cell.formula,
            });
        }
    }

    fn merged(&mut self, range: &str) {
        let Some((first, last)) = range.split_once(':') else { return };
        if let (Some(first), Some(last)) = (corner(first), corner(last)) {
            self.spans(first.0, first.1, last.0 + 1 - first.0.min(last.0), {
                last.1 + 1 - first.1.min(last.1)
            });
        }
    }

    fn spans(&mut self, row: usize, column: usize, rows: usize, columns: usize) {
        if let Some(sheet) = self.sheets.get_mut(self.at)
            && sheet.merged.len() < CELLS
        {
            let last = row.saturating_add(rows.saturating_sub(1));
            let right = column.saturating_add(columns.saturating_sub(1));
            sheet.merged.push([row, column, last, right]);
        }
    }

    fn refuse(&mut self) {
        self.refused = true;
    }

    fn is_full(&self) -> bool {
        // Rows without cells cost memory too.
        let rows = self.sheets.get(self.at).map_or(0, |sheet| sheet.rows.len());
        self.refused || rows > CELLS
    }
}

/// Reads the name of a cell, such as `B12`, into row and column from 0.
fn corner(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at_checked(digits)?;
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let digit = letter.checked_sub(b'A').filter(|digit| *digit < 26)?;
        column = column.checked_mul(26)?.checked_add(usize::from(digit) + 1)?;
    }
    Some((number.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Returns the letters of a column, from 0.
fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl Sheet {
    /// Says whether it is one of the form's hidden sheets.
    pub(super) fn is_own(&self) -> bool {
        [FORM_SHEET, FIELDS_SHEET, LISTS_SHEET].contains(&self.name.as_str())
    }

    /// Says whether there is a row that belongs to the form.
    pub(super) fn has_tags(&self) -> bool {
        self.rows.iter().any(|row| {
            let first = row.first();
            first == PARTS_ROW || Tag::parse(first).is_some()
        })
    }

    /// Returns the place of a cell, as people find it: `'Art. 5'!C12`.
    pub(super) fn place(&self, row: usize, column: usize) -> Place {
        let cell = format!("'{}'!{}{}", self.name, letters(column), row + 1);
        let table =
            TablePlace { row: Some(row + 1), column: Some(column + 1), field: None };
        Place { pointer: Some(cell), table: Some(table), ..Place::default() }
    }
}

impl SheetRow {
    /// Returns the text in a column; empty if nothing stands there.
    pub(super) fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }

    /// Returns the text in the first column.
    pub(super) fn first(&self) -> &str {
        self.text(0)
    }

    pub(super) fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of cells are read and written.
    #[test]
    fn names_cells() {
        assert_eq!(corner("A1"), Some((0, 0)));
        assert_eq!(corner("AB12"), Some((11, 27)));
        assert_eq!(corner("12"), None);
        assert_eq!(["A", "Z", "AA", "AB"], [0, 25, 26, 27].map(letters).as_slice());
    }
}
