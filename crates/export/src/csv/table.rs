//! Finds the header of a table, and what each column holds.

use untoc_intake::Limits;

use crate::address::Part;
use crate::csv::scan::{Record, Scanner};
use crate::csv::{COLUMNS, Delimiter, READ_ONLY, part_of};
use crate::decode::trim;

/// How many rows may stand above the header.
const ABOVE: usize = 20;

/// How much of the name of a column that is not ours is kept, in characters.
const NAME_MAX: usize = 80;

/// The header of a table.
pub(crate) struct Header {
    pub(crate) delimiter: Delimiter,
    /// The row of the header.
    pub(crate) row: usize,
    /// The names of the columns, folded; one that is not ours as it stands.
    pub(crate) names: Vec<String>,
}

impl Header {
    /// Finds the header: the first row with a column `question` and one to fill in,
    /// whatever stands between the cells.
    pub(crate) fn find(text: &str, limits: Limits) -> Option<Self> {
        Delimiter::ALL.into_iter().find_map(|delimiter| {
            Scanner::new(text, delimiter.as_char(), Limits { rows: ABOVE, ..limits })
                .find(is_header)
                .map(|record| Self {
                    delimiter,
                    row: record.row,
                    names: record.cells.iter().map(|cell| fold(cell)).collect(),
                })
        })
    }

    /// Returns the place of a column, from 0; of two with one name the first counts.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// Returns the cell under a column.
    pub(crate) fn cell<'r>(&self, record: &'r Record, name: &str) -> &'r str {
        self.position(name).map_or("", |at| record.cell(at))
    }

    /// Says whether nothing of ours stands in a column.
    pub(crate) fn is_extra(&self, at: usize) -> bool {
        self.names.get(at).is_none_or(|name| {
            !COLUMNS.contains(&name.as_str()) || self.position(name) != Some(at)
        })
    }

    /// Returns the parts that have a column, with the place of the column.
    pub(crate) fn parts(&self) -> Vec<(Part, usize)> {
        Part::ALL
            .into_iter()
            .filter_map(|part| self.position(part.as_str()).map(|at| (part, at)))
            .collect()
    }
}

fn is_header(record: &Record) -> bool {
    let mut names = record.cells.iter().map(|cell| fold(cell));
    let question = names.any(|name| name == "question");
    let filled = record.cells.iter().any(|cell| {
        part_of(&fold(cell)).is_some() && !READ_ONLY.contains(&fold(cell).as_str())
    });
    question && filled
}

fn fold(name: &str) -> String {
    let folded = trim(name).to_lowercase().replace([' ', '-'], "_");
    if COLUMNS.contains(&folded.as_str()) {
        folded
    } else {
        trim(name).chars().take(NAME_MAX).collect()
    }
}
