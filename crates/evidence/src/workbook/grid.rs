//! The cells of a sheet, written out as CSV.

/// The most cells that are written, real ones and empty ones between them.
const CELLS: usize = 40_000_000;
/// The most bytes that are written.
const BYTES: usize = 512 << 20;
/// How many empty cells may be written for each real one, beside the first million.
const EMPTY: usize = 50;

/// Collects the cells of a sheet, row by row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    text: Vec<u8>,
    /// For each written row: its number, where its text ends, and how many cells it has.
    rows: Vec<(usize, usize, usize)>,
    row: usize,
    width: usize,
    cells: usize,
    too_large: bool,
}

impl Grid {
    /// Begins a row, counted from 0.
    pub(super) fn row(&mut self, row: usize) {
        self.end_row();
        self.row = row;
    }

    fn end_row(&mut self) {
        if self.width > 0 {
            self.rows.push((self.row, self.text.len(), self.width));
            self.width = 0;
        }
    }

    /// Says whether there is too much to go on.
    pub(super) fn is_too_large(&self) -> bool {
        self.too_large
    }

    /// Gives up the sheet.
    pub(super) fn refuse(&mut self) {
        self.too_large = true;
    }

    /// Adds a cell to the row; columns count from 0 and come in order.
    pub(super) fn cell(&mut self, column: usize, text: &str) {
        if text.is_empty() || self.too_large || column < self.width {
            return;
        }
        self.cells += 1;
        if column - self.width > 16_384 || self.cells > CELLS || self.text.len() > BYTES {
            self.too_large = true;
            return;
        }
        // The first cell has no delimiter before it.
        let missing = if self.width == 0 { column } else { column - self.width + 1 };
        self.text.extend(std::iter::repeat_n(b',', missing));
        if text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') {
            self.text.push(b'"');
            self.text.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            self.text.push(b'"');
        } else {
            self.text.extend_from_slice(text.as_bytes());
        }
        self.width = column + 1;
    }

    /// Returns the whole sheet, each row as wide as the widest; none if it is too large.
    pub(super) fn finish(mut self) -> Option<Vec<u8>> {
        self.end_row();
        let width = self.rows.iter().map(|(.., width)| *width).max().unwrap_or(0);
        let last = self.rows.last().map_or(0, |(row, ..)| row.saturating_add(1));
        let all = self.rows.len().saturating_mul(width).saturating_add(last);
        let allowed = self.cells.saturating_mul(EMPTY).saturating_add(1_000_000);
        if self.too_large || all > allowed || all > 4 * CELLS {
            return None;
        }
        let mut out = Vec::with_capacity(self.text.len() + all);
        let (mut written, mut start) = (0, 0);
        for (row, end, cells) in self.rows {
            // Rows without cells are blank lines, so that numbers stay those of the sheet.
            out.extend(std::iter::repeat_n(b'\n', row.saturating_sub(written)));
            out.extend_from_slice(self.text.get(start..end).unwrap_or_default());
            out.extend(std::iter::repeat_n(b',', width - cells));
            out.push(b'\n');
            written = row + 1;
            start = end;
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(cells: &[(usize, usize, &str)]) -> Option<String> {
        let mut grid = Grid::default();
        let mut last = usize::MAX;
        for (row, column, text) in cells {
            if *row != last {
                grid.row(*row);
                last = *row;
            }
            grid.cell(*column, text);
        }
        grid.finish().map(|csv| String::from_utf8(csv).unwrap())
    }

    /// Cells keep their places, and rows are equally wide.
    #[test]
    fn keeps_places() {
        let text = grid(&[(0, 0, "a"), (0, 2, "c"), (2, 1, "x,y"), (3, 0, "\"q\"")]);
        assert_eq!(text.unwrap(), "a,,c\n\n,\"x,y\",\n\"\"\"q\"\"\",,\n");
        assert_eq!(grid(&[]).unwrap(), "");
    }

    /// A sheet that is nearly all empty is refused, not written out.
    #[test]
    fn refuses_empty_space() {
        let rows: Vec<(usize, usize, &str)> =
            (0..1000).map(|row| (row * 1000, 16_000, "x")).collect();
        assert_eq!(grid(&rows), None);
        assert_eq!(grid(&[(0, 0, "a"), (0, 20_000, "b")]), None);
    }
}
