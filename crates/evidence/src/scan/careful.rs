//! The careful splitter: one character after the other, for whatever is quoted oddly.
//!
//! It reads every text. A quote that nothing closes is found by where it leads: to the
//! end of the text, past the longest record, or over a line end to a quote that closes
//! nothing. It is then taken for an ordinary character, and the lines that it would have
//! swallowed are read.

use super::batch::{Quoting, Record, Records};
use super::split::Seen;

/// What a text looks like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) delimiter: u8,
    pub(crate) quoting: Quoting,
    /// A record that begins with it is a remark.
    pub(crate) comment: Option<u8>,
    /// The most bytes of a record.
    pub(crate) limit: usize,
}

/// What is wrong with a record, beside its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Oddity {
    /// A quote stands inside a cell that does not begin with one, or text follows a
    /// closing quote.
    Stray,
    /// A quote opens and nothing closes it.
    Unclosed,
    /// The record is longer than allowed and was cut.
    TooLong,
}

/// Something wrong with a record: its row and line in the chunk, and what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Odd {
    pub(crate) row: usize,
    pub(crate) line: usize,
    pub(crate) what: Oddity,
}

/// Reads records one by one.
#[derive(Debug)]
pub(crate) struct Careful {
    shape: Shape,
    line: u32,
    rows: usize,
    pub(crate) seen: Seen,
    pub(crate) oddities: Vec<Odd>,
    /// Records that are remarks.
    pub(crate) comments: Vec<usize>,
}

/// How one attempt to read a record ended.
enum Outcome {
    /// The record ends at the first offset and the next begins at the second.
    Complete { end: usize, next: usize, lines: u32, stray: bool },
    /// The text ends before the record does.
    NeedMore,
    /// The quote at this offset is never closed.
    Unclosed(usize),
    /// The record is longer than allowed.
    TooLong,
}

impl Careful {
    pub(crate) fn new(shape: Shape) -> Self {
        Self {
            shape,
            line: 0,
            rows: 0,
            seen: Seen::default(),
            oddities: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// Reads as many whole records as there are and returns how many bytes they take.
    ///
    /// `last` says that nothing follows the bytes.
    pub(crate) fn split(
        &mut self,
        bytes: &[u8],
        last: bool,
        into: &mut Records,
    ) -> usize {
        let mut start = 0;
        while start < bytes.len() {
            match self.record(bytes, start, last, into) {
                Some(next) => start = next,
                None => break,
            }
        }
        start
    }

    fn record(
        &mut self,
        bytes: &[u8],
        start: usize,
        last: bool,
        into: &mut Records,
    ) -> Option<usize> {
        let first = into.ends.len();
        let mut plain: Vec<usize> = Vec::new();
        let mut too_long = false;
        loop {
            into.ends.truncate(first);
            let record = bytes.get(start..)?;
            // Room for the line end behind the longest record.
            let most = self.shape.limit + 2;
            let attempt = Attempt {
                shape: self.shape,
                record: record.get(..most).unwrap_or(record),
                plain: &plain,
                start,
                first,
                last: last && record.len() <= most,
                cut: too_long,
                enough: record.len() > most,
            };
            match attempt.read(into) {
                Outcome::NeedMore => {
                    into.ends.truncate(first);
                    return None;
                }
                Outcome::Unclosed(at) => plain.push(at),
                Outcome::TooLong => too_long = true,
                Outcome::Complete { end, next, lines, stray } => {
                    let index = self.rows;
                    let line = self.line as usize;
                    if let Some(opened) = plain.first() {
                        let above = bytes.get(start..*opened).unwrap_or_default();
                        let line = line + line_ends(above);
                        self.oddities.push(Odd {
                            row: index,
                            line,
                            what: Oddity::Unclosed,
                        });
                    }
                    if stray {
                        self.oddities.push(Odd { row: index, line, what: Oddity::Stray });
                    }
                    if too_long {
                        self.oddities.push(Odd {
                            row: index,
                            line,
                            what: Oddity::TooLong,
                        });
                    }
                    self.finish(bytes, start, end, next, first, lines, into);
                    return Some(next);
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one record")]
    fn finish(
        &mut self,
        bytes: &[u8],
        start: usize,
        end: usize,
        next: usize,
        first: usize,
        lines: u32,
        into: &mut Records,
    ) {
        match bytes.get(end..next).unwrap_or_default() {
            b"\r\n" => self.seen.crlf += 1,
            b"\r" => self.seen.cr += 1,
            b"\n" => self.seen.lf += 1,
            _ => {}
        }
        let record = bytes.get(start..end).unwrap_or_default();
        let index = self.rows;
        if record.contains(&0) {
            self.seen.nul.push(index);
        }
        if !record.is_empty() && record.first().copied() == self.shape.comment {
            self.comments.push(index);
        }
        let [start, first, fields] = [start, first, into.ends.len() - first].map(small);
        let row = small(self.rows);
        self.rows += 1;
        into.records.push(Record { start, first, fields, line: self.line, row });
        self.line += lines + u32::from(next > end);
    }

    pub(crate) fn lines(&self) -> usize {
        self.line as usize
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }
}

/// Counts line ends of any kind.
fn line_ends(bytes: &[u8]) -> usize {
    let mut count = 0;
    let mut after_return = false;
    for byte in bytes {
        count += usize::from(*byte == b'\r' || (*byte == b'\n' && !after_return));
        after_return = *byte == b'\r';
    }
    count
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

struct Attempt<'a> {
    shape: Shape,
    /// The text from the beginning of the record, at most as long as a record may be.
    record: &'a [u8],
    /// Offsets of quotes that are taken for ordinary characters.
    plain: &'a [usize],
    start: usize,
    /// Ends of earlier records.
    first: usize,
    last: bool,
    /// The record is cut where the limit is.
    cut: bool,
    /// There is more text than a record may hold.
    enough: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    FieldStart,
    Unquoted,
    Quoted { opened: usize, lines: u32 },
    Closed { opened: usize, lines: u32 },
}

impl Attempt<'_> {
    fn read(&self, into: &mut Records) -> Outcome {
        let Quoting { quote, doubled, escape, skip_space } = self.shape.quoting;
        let (mut at, mut lines, mut stray) = (At::FieldStart, 0, false);
        let mut i = 0;
        while let Some(&byte) = self.record.get(i) {
            let next = self.record.get(i + 1).copied();
            let is_quote = Some(byte) == quote && !self.plain.contains(&(self.start + i));
            if Some(byte) == escape && !(is_quote && doubled) && next.is_some() {
                at = if at == At::FieldStart { At::Unquoted } else { at };
                i += 2;
                continue;
            }
            match at {
                At::Quoted { opened, lines: inside } if is_quote => {
                    if doubled && next == quote {
                        i += 1;
                    } else if next.is_none() && !self.last && !self.enough {
                        return Outcome::NeedMore;
                    } else {
                        at = At::Closed { opened, lines: inside };
                    }
                }
                At::Quoted { opened, lines: inside } => {
                    let ends = byte == b'\n' || (byte == b'\r' && next != Some(b'\n'));
                    at = At::Quoted { opened, lines: inside + u32::from(ends) };
                }
                _ if byte == b'\n' || byte == b'\r' => {
                    if byte == b'\r' && next.is_none() && !self.last && !self.enough {
                        return Outcome::NeedMore;
                    }
                    lines += closed_lines(at);
                    let pair = byte == b'\r' && next == Some(b'\n');
                    return self.end(i, i + 1 + usize::from(pair), lines, stray, into);
                }
                _ if byte == self.shape.delimiter => {
                    lines += closed_lines(at);
                    into.ends.push(small(self.start + i));
                    at = At::FieldStart;
                }
                At::FieldStart if is_quote => {
                    at = At::Quoted { opened: self.start + i, lines: 0 };
                }
                At::FieldStart if skip_space && byte == b' ' => {}
                At::FieldStart => at = At::Unquoted,
                At::Unquoted => stray |= is_quote,
                // Text behind a closing quote. If the quotes hold a line end, the
                // quote before it was left open.
                At::Closed { opened, lines: inside } => {
                    if inside > 0 {
                        return Outcome::Unclosed(opened);
                    }
                    stray = true;
                    at = At::Unquoted;
                }
            }
            i += 1;
        }
        self.out_of_text(at, lines, stray, into)
    }

    fn out_of_text(
        &self,
        at: At,
        lines: u32,
        stray: bool,
        into: &mut Records,
    ) -> Outcome {
        if let At::Quoted { opened, .. } = at
            && (self.last || self.enough)
        {
            return Outcome::Unclosed(opened);
        }
        if self.last || self.cut {
            let lines = lines + closed_lines(at);
            let end = self.record.len();
            return self.end(end, end, lines, stray, into);
        }
        if self.enough { Outcome::TooLong } else { Outcome::NeedMore }
    }

    fn end(
        &self,
        end: usize,
        next: usize,
        lines: u32,
        stray: bool,
        into: &mut Records,
    ) -> Outcome {
        into.ends.push(small(self.start + end));
        debug_assert!(into.ends.len() > self.first);
        Outcome::Complete { end: self.start + end, next: self.start + next, lines, stray }
    }
}

fn closed_lines(at: At) -> u32 {
    match at {
        At::Closed { lines, .. } => lines,
        At::FieldStart | At::Unquoted | At::Quoted { .. } => 0,
    }
}
