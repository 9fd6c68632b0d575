//! The cells of a sheet, written out as CSV.

use std::io;

use super::text::SheetText;

/// The most cells that are written, real ones and empty ones between them.
const CELLS: usize = 40_000_000;
/// How many empty cells may be written for each real one, beside the first million.
const EMPTY: usize = 50;
/// The memory that any sheet may take, and the most that a large workbook may.
const MEMORY: (usize, usize) = (32 << 20, 512 << 20);
/// So many bytes or rows are put together before they are written.
const WRITTEN: (usize, usize) = (8 << 20, 1 << 17);

/// Collects the cells of a sheet, row by row.
#[derive(Debug)]
pub(super) struct Grid {
    out: SheetText,
    /// How many lines have been written, and how wide.
    lines: usize,
    padded: usize,
    /// Whether a row came that is wider than those written before.
    uneven: bool,
    text: Vec<u8>,
    /// For each row that is not written yet: its number, where its text ends, and how many
    /// cells it has.
    rows: Vec<(usize, usize, usize)>,
    /// The rows with cells.
    filled: usize,
    widest: usize,
    row: usize,
    width: usize,
    cells: usize,
    memory: usize,
    too_large: bool,
    error: Option<io::Error>,
}

impl Grid {
    /// Begins with a sheet of a workbook of so many bytes. Text takes about as much memory
    /// packed as the workbook takes on the disk; what takes more is a trap.
    pub(super) fn new(workbook: u64) -> Self {
        let (any, most) = MEMORY;
        let own = usize::try_from(workbook).unwrap_or(usize::MAX);
        Self {
            out: SheetText::default(),
            lines: 0,
            padded: 0,
            uneven: false,
            text: Vec::new(),
            rows: Vec::new(),
            filled: 0,
            widest: 0,
            row: 0,
            width: 0,
            cells: 0,
            memory: any.saturating_add(own).min(most),
            too_large: false,
            error: None,
        }
    }

    /// Begins a row, counted from 0.
    pub(super) fn row(&mut self, row: usize) {
        self.end_row();
        self.row = row;
    }

    fn end_row(&mut self) {
        if self.width == 0 {
            return;
        }
        self.rows.push((self.row, self.text.len(), self.width));
        self.filled += 1;
        self.widest = self.widest.max(self.width);
        self.width = 0;
        let (bytes, rows) = WRITTEN;
        if self.text.len() > bytes || self.rows.len() > rows {
            self.write();
        }
    }

    /// Says whether there is too much to go on.
    pub(super) fn is_too_large(&self) -> bool {
        self.too_large || self.error.is_some()
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
        let long = self.text.len() > 2 * WRITTEN.0;
        if column - self.width > 16_384 || self.cells > CELLS || long {
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

    /// Writes the rows that have come, each as wide as the widest so far.
    fn write(&mut self) {
        let last = self.rows.last().map_or(0, |(row, ..)| row.saturating_add(1));
        let all = self.filled.saturating_mul(self.widest).saturating_add(last);
        let allowed = self.cells.saturating_mul(EMPTY).saturating_add(1_000_000);
        self.too_large |= all > allowed || all > 4 * CELLS;
        if !self.is_too_large()
            && let Err(error) = self.write_rows()
        {
            self.error = Some(error);
        }
        self.too_large |= self.out.held() > self.memory;
        self.rows.clear();
        self.text.clear();
    }

    fn write_rows(&mut self) -> io::Result<()> {
        self.uneven |= self.padded > 0 && self.widest > self.padded;
        self.padded = self.widest;
        let mut start = 0;
        let mut line = Vec::new();
        for (row, end, cells) in &self.rows {
            // Rows without cells are blank lines, so that numbers stay those of the sheet.
            line.clear();
            line.extend(std::iter::repeat_n(b'\n', row.saturating_sub(self.lines)));
            line.extend_from_slice(self.text.get(start..*end).unwrap_or_default());
            line.extend(std::iter::repeat_n(b',', self.widest - cells));
            line.push(b'\n');
            self.out.push(&line)?;
            self.lines = row.saturating_add(1);
            start = *end;
        }
        Ok(())
    }

    /// Returns the whole sheet, each row as wide as the widest; none if it is too large.
    pub(super) fn finish(mut self) -> io::Result<Option<SheetText>> {
        self.end_row();
        self.write();
        if let Some(error) = self.error {
            return Err(error);
        }
        if self.too_large {
            return Ok(None);
        }
        if !self.uneven {
            return Ok(Some(self.out));
        }
        let mut even = Even::new(self.widest);
        let mut written = Ok(());
        self.out.pieces(&mut |piece| {
            if written.is_ok() {
                written = even.take(piece);
            }
        })?;
        written?;
        Ok(Some(even.out).filter(|out| out.held() <= self.memory))
    }
}

/// Makes all rows of a text equally wide.
struct Even {
    out: SheetText,
    width: usize,
    cells: usize,
    quoted: bool,
    blank: bool,
}

impl Even {
    fn new(width: usize) -> Self {
        let out = SheetText::default();
        Self { out, width, cells: 1, quoted: false, blank: true }
    }

    fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        let mut rest = Vec::with_capacity(piece.len() + piece.len() / 8);
        for byte in piece {
            match byte {
                b'"' => self.quoted = !self.quoted,
                b',' if !self.quoted => self.cells += 1,
                b'\n' if !self.quoted => {
                    if !self.blank {
                        let missing = self.width.saturating_sub(self.cells);
                        rest.extend(std::iter::repeat_n(b',', missing));
                    }
                    rest.push(b'\n');
                    (self.cells, self.blank) = (1, true);
                    continue;
                }
                _ => {}
            }
            self.blank = false;
            rest.push(*byte);
        }
        self.out.push(&rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(cells: &[(usize, usize, &str)]) -> Option<String> {
        let mut grid = Grid::new(0);
        let mut last = usize::MAX;
        for (row, column, text) in cells {
            if *row != last {
                grid.row(*row);
                last = *row;
            }
            grid.cell(*column, text);
        }
        text(grid)
    }

    fn text(grid: Grid) -> Option<String> {
        let text = grid.finish().unwrap()?;
        Some(String::from_utf8(text.to_bytes().unwrap()).unwrap())
    }

    /// Cells keep their places, and rows are equally wide.
    #[test]
    fn keeps_places() {
        let text = grid(&[(0, 0, "a"), (0, 2, "c"), (2, 1, "x,y"), (3, 0, "\"q\"")]);
        assert_eq!(text.unwrap(), "a,,c\n\n,\"x,y\",\n\"\"\"q\"\"\",,\n");
        assert_eq!(grid(&[]).unwrap(), "");
    }

    /// Rows that were written before a wider one came are made as wide.
    #[test]
    fn evens_what_was_written() {
        let mut grid = Grid::new(0);
        grid.row(0);
        grid.cell(0, "a\n,b");
        grid.row(2);
        grid.cell(1, "c");
        grid.end_row();
        grid.write();
        grid.row(3);
        grid.cell(3, "d");
        assert_eq!(text(grid).unwrap(), "\"a\n,b\",,,\n\n,c,,\n,,,d\n");
    }

    /// A sheet that is nearly all empty is refused, not written out.
    #[test]
    fn refuses_empty_space() {
        let rows: Vec<(usize, usize, &str)> =
            (0..1000).map(|row| (row * 1000, 16_000, "x")).collect();
        assert_eq!(grid(&rows), None);
        assert_eq!(grid(&[(0, 0, "a"), (0, 20_000, "b")]), None);
    }

    /// A sheet that takes more memory than its workbook accounts for is refused.
    #[test]
    fn refuses_what_takes_too_much() {
        let mut grid = Grid::new(0);
        grid.memory = 1 << 20;
        let mut number = 1_u64;
        for row in 0..70_000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            grid.row(row);
            grid.cell(0, &format!("{number:x}"));
        }
        assert_eq!(text(grid), None);
    }
}
