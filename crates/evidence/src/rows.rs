//! The rows of a table one after the other, as texts.

use std::io;

use crate::scan::{Batch, Work, scan};
use crate::table::{Reading, Table};

impl Table<'_> {
    /// Gives each row that holds anything to `visit`, in order, with its number as people
    /// count and one text for each column; a row that is too short ends in empty texts.
    ///
    /// # Errors
    /// When the source cannot be read.
    pub fn each_row(
        &self,
        reading: &Reading<'_>,
        visit: &mut (dyn FnMut(usize, &[String]) + Send),
    ) -> io::Result<()> {
        let width = self.width();
        let make = || Copy { width, copied: Copied::default() };
        let mut cells = vec![String::new(); width];
        scan(&self.input(reading), &make, &mut |base, _, copied| {
            copied.each(&mut cells, &mut |row, cells| visit(base.rows + row + 1, cells));
        })
    }
}

/// Copies the cells of a chunk.
struct Copy {
    width: usize,
    copied: Copied,
}

/// The cells of some rows, in one piece: each row has the same number of them.
#[derive(Default)]
struct Copied {
    text: String,
    ends: Vec<usize>,
    rows: Vec<u32>,
}

impl Copied {
    /// Puts the cells of each row into `cells` and hands them over.
    fn each(&self, cells: &mut [String], visit: &mut dyn FnMut(usize, &[String])) {
        let mut start = 0;
        let width = cells.len().max(1);
        for (row, ends) in self.rows.iter().zip(self.ends.chunks(width)) {
            for (cell, end) in cells.iter_mut().zip(ends) {
                cell.clear();
                cell.push_str(self.text.get(start..*end).unwrap_or_default());
                start = *end;
            }
            visit(*row as usize, cells);
        }
    }
}

impl Work for Copy {
    type Out = Copied;

    fn batch(&mut self, batch: &Batch<'_>) {
        let Copied { text, ends, rows } = &mut self.copied;
        for record in batch.records.iter().filter(|record| !batch.blank(record)) {
            for at in 0..self.width {
                let cell = batch.cell(record, at).unwrap_or_default();
                text.push_str(&String::from_utf8_lossy(&cell));
                ends.push(text.len());
            }
            rows.push(record.row);
        }
    }

    fn finish(&mut self) -> Self::Out {
        std::mem::take(&mut self.copied)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Dialect;

    /// Rows come in order with their numbers, blank ones left out, short ones filled up.
    #[test]
    fn gives_rows_in_order() {
        let text = b"a,b\n1,\"x, y\"\n\n2\n".to_vec();
        let table = Table::open(&text, &Dialect::default()).unwrap();
        let mut rows = Vec::new();
        table
            .each_row(&Reading::default(), &mut |row, cells| {
                rows.push((row, cells.join("|")));
            })
            .unwrap();
        assert_eq!(rows, [(2, "1|x, y".to_owned()), (4, "2|".to_owned())]);
    }
}
