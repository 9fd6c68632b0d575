//! The long form in CSV: a line for each answer, and a line for each cell of a table.
//!
//! The line of a question holds its answer, or why there is none, its note and all that
//! belongs to it. An answer with rows (laws, cases, authorities, tables) has besides a
//! line for each cell, with the number of the row and the key of the column. Columns that
//! only help a reader (`section`, `text`, `asked_if`, `asked`, `how_to_answer`, `label`)
//! are not read back. The column `form` has the id under which the dossier keeps what stood in
//! the table when it went out. `docs/formats.md` describes the format for users.

mod read;
mod scan;
mod table;
mod write;

pub use read::read_csv;
pub use write::to_csv;

use untoc_intake::Limits;

use crate::address::Part;
use crate::csv::scan::{Record, Scanner};

/// The columns in the order in which they are written.
pub const COLUMNS: [&str; 29] = [
    "section",
    "question",
    "text",
    "asked_if",
    "asked",
    "how_to_answer",
    "row",
    "column",
    "value",
    "label",
    "no_answer",
    "reason",
    "elsewhere_reference",
    "elsewhere_date",
    "elsewhere_changes",
    "note",
    "remarks",
    "evidence",
    "audience",
    "status",
    "by",
    "at",
    "language",
    "more",
    "questionnaire",
    "version",
    "state",
    "response_language",
    "form",
];

/// Columns that help a reader and are not read back.
const READ_ONLY: [&str; 6] =
    ["section", "text", "asked_if", "asked", "how_to_answer", "label"];

/// What stands between two cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// A comma, as RFC 4180 says.
    #[default]
    Comma,
    /// A semicolon, which Excel expects where numbers have a decimal comma.
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// Returns the character.
    pub fn as_char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvOptions {
    /// What stands between two cells.
    pub delimiter: Delimiter,
    /// Whether the file begins with a byte order mark. Excel needs it to see that the
    /// file is UTF-8; every other reader skips it.
    pub byte_order_mark: bool,
    /// How many empty rows a form offers for each table.
    pub spare_rows: usize,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { delimiter: Delimiter::Comma, byte_order_mark: true, spare_rows: 2 }
    }
}

/// Finds the part of an entry that a column holds.
fn part_of(column: &str) -> Option<Part> {
    Part::from_name(column)
}

/// Returns the rows of any table with their numbers, whatever stands between its cells.
pub(crate) fn rows_of(text: &str, limits: Limits) -> Vec<(usize, Vec<String>)> {
    let first = Limits { rows: 20, ..limits };
    let scan =
        |delimiter: Delimiter, limits| Scanner::new(text, delimiter.as_char(), limits);
    let widest = |delimiter: &Delimiter| {
        let widths = scan(*delimiter, first).map(|record| record.cells.len());
        widths.max().unwrap_or(0)
    };
    // Of two that cut equally, the first is the more usual one.
    let delimiter = Delimiter::ALL.into_iter().rev().max_by_key(widest);
    let row = |record: Record| (record.row, record.cells);
    scan(delimiter.unwrap_or_default(), limits).map(row).collect()
}
