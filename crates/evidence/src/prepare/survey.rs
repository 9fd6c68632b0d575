//! What stands in the columns of a table, for proposals.

use std::collections::BTreeMap;
use std::io;

use crate::layout::Layout;
use crate::table::{Reading, Table};

/// Returns the names of the columns, each once: where two have the same name, the later
/// one gets a number.
pub(crate) fn column_names(layout: &Layout) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for at in 0..layout.labels.len() {
        let label = layout.label(at);
        let mut name = label.clone();
        let mut number = 2;
        while names.contains(&name) {
            name = format!("{label} ({number})");
            number += 1;
        }
        names.push(name);
    }
    names
}

/// What stands in the columns of a table.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    pub(crate) columns: Vec<Seen>,
    /// The rows with data.
    pub rows: usize,
}

/// What stands in one column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    /// Different cells and how often each stands there, up to a limit.
    pub(crate) values: BTreeMap<String, usize>,
    /// Cells that are not empty.
    pub(crate) filled: usize,
    /// Cells that are longer than any code.
    pub(crate) long: usize,
    /// There are more different cells than were kept.
    pub(crate) more: bool,
}

/// The most different cells that are kept of a column.
const MOST: usize = 2_000;
/// A cell that is longer tells a story.
const LONG: usize = 40;

impl Survey {
    /// Looks at all cells.
    ///
    /// # Errors
    /// When the source cannot be read.
    pub fn of(table: &Table<'_>, reading: &Reading<'_>) -> io::Result<Self> {
        let mut survey = Self { columns: vec![Seen::default(); table.width()], rows: 0 };
        table.each_row(reading, &mut |_, cells| {
            survey.rows += 1;
            for (seen, cell) in survey.columns.iter_mut().zip(cells) {
                seen.add(cell.trim());
            }
        })?;
        Ok(survey)
    }
}

impl Seen {
    fn add(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        self.long += usize::from(cell.chars().count() > LONG);
        if let Some(count) = self.values.get_mut(cell) {
            *count += 1;
        } else if self.values.len() < MOST {
            self.values.insert(cell.to_owned(), 1);
        } else {
            self.more = true;
        }
    }

    /// Says whether the cells are texts that somebody wrote, and no codes.
    pub(crate) fn is_story(&self) -> bool {
        self.long * 5 >= self.filled.max(1)
            && self.values.len() * 2 >= self.long.min(MOST)
    }
}
