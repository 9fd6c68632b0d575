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
        let make = || Copy { width, rows: Vec::new() };
        scan(&self.input(reading), &make, &mut |base, _, rows| {
            for (row, cells) in &rows {
                visit(base.rows + *row as usize + 1, cells);
            }
        })
    }
}

/// Copies the cells of a chunk.
struct Copy {
    width: usize,
    rows: Vec<(u32, Vec<String>)>,
}

impl Work for Copy {
    type Out = Vec<(u32, Vec<String>)>;

    fn batch(&mut self, batch: &Batch<'_>) {
        for record in batch.records.iter().filter(|record| !batch.blank(record)) {
            let cell = |at| {
                let cell = batch.cell(record, at).unwrap_or_default();
                String::from_utf8_lossy(&cell).into_owned()
            };
            self.rows.push((record.row, (0..self.width).map(cell).collect()));
        }
    }

    fn finish(&mut self) -> Self::Out {
        std::mem::take(&mut self.rows)
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
