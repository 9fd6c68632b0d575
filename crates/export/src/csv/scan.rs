//! Cuts a text into lines of cells (RFC 4180), within limits and with places.
//!
//! It keeps what a person sees in a spreadsheet: rows are counted with blank ones, and a
//! cell with line breaks is one row. A quote that is never closed would swallow the rest
//! of the file: the line where it opens is then read without it, once.

use untoc_intake::Limits;

/// One row of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Record {
    /// The line of the text where it begins, from 1.
    pub(crate) line: usize,
    /// The row as a spreadsheet counts it, from 1.
    pub(crate) row: usize,
    pub(crate) cells: Vec<String>,
}

impl Record {
    /// Returns a cell; one that does not exist is empty.
    pub(crate) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }
}

/// What is wrong with the form of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) reason: &'static str,
    pub(crate) line: usize,
    pub(crate) row: usize,
    /// The column, from 1.
    pub(crate) column: usize,
}

/// Cuts a text into records.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    at: usize,
    delimiter: u8,
    limits: Limits,
    line: usize,
    row: usize,
    /// Where a quote stands that is read as a letter, because nothing closes it.
    letter: Option<usize>,
    faults: Vec<Fault>,
    done: bool,
}

/// The most faults that are listed.
const FAULTS: usize = 100;

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str, delimiter: char, limits: Limits) -> Self {
        Self {
            text,
            at: 0,
            delimiter: u8::try_from(delimiter).unwrap_or(b','),
            limits,
            line: 1,
            row: 0,
            letter: None,
            faults: Vec::new(),
            done: false,
        }
    }

    /// Returns the faults found so far.
    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    fn fault(&mut self, reason: &'static str, line: usize, column: usize) {
        if self.faults.len() < FAULTS {
            self.faults.push(Fault { reason, line, row: self.row, column });
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Reads one record.
    fn record(&mut self) -> Record {
        self.row += 1;
        let mut record = Record { line: self.line, row: self.row, cells: Vec::new() };
        let mut column = 0;
        loop {
            column += 1;
            let cell = self.cell(column);
            if column <= self.limits.columns {
                record.cells.push(cell);
            } else if column == self.limits.columns + 1 {
                self.fault("columns", record.line, column);
            }
            if self.peek() == Some(self.delimiter) {
                self.at += 1;
            } else {
                self.end_of_line();
                return record;
            }
        }
    }

    fn end_of_line(&mut self) {
        if self.peek() == Some(b'\r') {
            self.at += 1;
            if self.peek() != Some(b'\n') {
                self.line += 1;
                return;
            }
        }
        if self.peek() == Some(b'\n') {
            self.at += 1;
            self.line += 1;
        }
    }

    fn cell(&mut self, column: usize) -> String {
        let start = self.at;
        if self.peek() == Some(b'"')
            && self.letter != Some(start)
            && let Some(cell) = self.quoted(column)
        {
            return cell;
        }
        let rest = self.text.get(start..).unwrap_or_default();
        let ends = |b: u8| b == self.delimiter || b == b'\r' || b == b'\n';
        let length = rest.bytes().position(ends).unwrap_or(rest.len());
        self.at = start + length;
        let cell = rest.get(..length).unwrap_or_default();
        self.bounded(cell.to_owned(), self.line, column)
    }

    /// Reads a cell between quotes; `None` if nothing closes it and it is read anew.
    fn quoted(&mut self, column: usize) -> Option<String> {
        let (start, line) = (self.at, self.line);
        let mut cell = String::new();
        self.at += 1;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(length) = rest.find('"') else {
                return self.unclosed(start, line, column);
            };
            let piece = rest.get(..length).unwrap_or_default();
            self.line += line_ends(piece);
            // What is longer than the limit is not kept, only looked through.
            if cell.len() <= self.limits.cell {
                cell.push_str(piece);
            }
            self.at += length + 1;
            if self.peek() != Some(b'"') {
                break;
            }
            cell.push('"');
            self.at += 1;
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |b: u8| b == self.delimiter || b == b'\r' || b == b'\n';
        let length = rest.bytes().position(ends).unwrap_or(rest.len());
        if length > 0 {
            self.fault("after-quote", self.line, column);
            cell.push_str(rest.get(..length).unwrap_or_default());
            self.at += length;
        }
        Some(self.bounded(cell, line, column))
    }

    fn unclosed(&mut self, start: usize, line: usize, column: usize) -> Option<String> {
        self.fault("quote-open", line, column);
        if self.letter.is_some() {
            // A second one: nothing certain can be read from here on.
            self.at = self.text.len();
            self.done = true;
            return Some(String::new());
        }
        self.letter = Some(start);
        (self.at, self.line) = (start, line);
        None
    }

    fn bounded(&mut self, cell: String, line: usize, column: usize) -> String {
        if cell.len() <= self.limits.cell {
            return cell;
        }
        self.fault("cell", line, column);
        String::new()
    }
}

impl Iterator for Scanner<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.done || self.at >= self.text.len() {
            return None;
        }
        if self.row >= self.limits.rows {
            self.fault("rows", self.line, 1);
            self.done = true;
            return None;
        }
        Some(self.record())
    }
}

/// Counts the ends of lines, whichever way they are written.
fn line_ends(text: &str) -> usize {
    let returns = text.bytes().filter(|b| *b == b'\r').count();
    let pairs = text.matches("\r\n").count();
    text.bytes().filter(|b| *b == b'\n').count() + returns - pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> (Vec<Vec<String>>, Vec<(&'static str, usize)>) {
        let limits = Limits { rows: 10, columns: 5, cell: 20, ..Limits::default() };
        let mut scanner = Scanner::new(text, ',', limits);
        let records = scanner.by_ref().map(|record| record.cells).collect();
        let faults = scanner.into_faults().iter().map(|f| (f.reason, f.line)).collect();
        (records, faults)
    }

    /// Quotes, doubled quotes, line breaks in cells and all line ends are read.
    #[test]
    fn cuts_lines_into_cells() {
        let (records, faults) = scan("a,\"b\"\"c\"\r\n\"d\r\ne\",\r\rf\n");
        assert_eq!(records, [vec!["a", "b\"c"], vec!["d\r\ne", ""], vec![""], vec!["f"]]);
        assert_eq!(faults, []);
    }

    /// Lines are counted as an editor does, rows as a spreadsheet does.
    #[test]
    fn counts_lines_and_rows() {
        let scanner = Scanner::new("a\n\"b\nc\"\n\nd", ',', Limits::default());
        let places: Vec<_> = scanner.map(|record| (record.line, record.row)).collect();
        assert_eq!(places, [(1, 1), (2, 2), (4, 3), (5, 4)]);
    }

    /// A quote that nothing closes spoils its own line only, and is reported there.
    #[test]
    fn an_open_quote_spoils_one_line() {
        let (records, faults) = scan("a,b\n\"c,d\ne,f\n");
        assert_eq!(records, [["a", "b"], ["\"c", "d"], ["e", "f"]]);
        assert_eq!(faults, [("quote-open", 2)]);
    }

    /// What goes beyond a limit is left out and reported, and the rest is read.
    #[test]
    fn keeps_to_the_limits() {
        let (records, faults) = scan("1,2,3,4,5,6,7\nlonger than twenty letters,x\n");
        assert_eq!(records, [vec!["1", "2", "3", "4", "5"], vec!["", "x"]]);
        assert_eq!(faults, [("columns", 1), ("cell", 2)]);
        let (records, faults) = scan(&"a\n".repeat(12));
        assert_eq!((records.len(), faults), (10, vec![("rows", 11)]));
    }
}
