//! Cuts the stream of a table into chunks of whole records.

use std::collections::BTreeSet;
use std::io;

use memchr::{memchr_iter, memrchr2, memrchr3};

use super::batch::{PADDING, Records};
use super::careful::{Careful, Odd, Shape};
use super::split::Seen;
use crate::feed::Feed;

/// A piece of the table that ends where a record ends.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    pub(crate) number: usize,
    /// Where it begins in the text.
    pub(crate) offset: u64,
    /// The text and [`PADDING`] zeros; what follows is left from earlier chunks.
    pub(crate) bytes: Vec<u8>,
    pub(crate) length: usize,
    /// The records, if the careful splitter has found them already.
    pub(crate) split: Option<Split>,
}

/// What the careful splitter found in a chunk.
#[derive(Debug, Default)]
pub(crate) struct Split {
    pub(crate) records: Records,
    pub(crate) seen: Seen,
    pub(crate) oddities: Vec<Odd>,
    pub(crate) rows: usize,
    pub(crate) lines: usize,
}

/// What came of asking for the next chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    Chunk,
    End,
    /// No record end is where one must be: the careful splitter has to read on from the
    /// offset of the chunk.
    GiveUp,
}

/// How chunks are found.
#[derive(Debug)]
enum Mode {
    /// By counting quotes.
    Fast,
    /// By reading every character.
    Careful { skipped: BTreeSet<usize>, rows: usize },
}

/// Cuts a stream into chunks.
pub(crate) struct Reader<'s> {
    feed: Box<dyn Feed + 's>,
    shape: Shape,
    mode: Mode,
    want: usize,
    tail: Vec<u8>,
    number: usize,
    offset: u64,
    ended: bool,
}

impl<'s> Reader<'s> {
    /// Cuts by counting quotes.
    pub(crate) fn fast(
        feed: Box<dyn Feed + 's>,
        shape: Shape,
        want: usize,
        offset: u64,
    ) -> Self {
        let mode = Mode::Fast;
        let tail = Vec::new();
        Self { feed, shape, mode, want, tail, number: 0, offset, ended: false }
    }

    /// Cuts by reading every character, from the chunk with this number on.
    ///
    /// `rows` is how many records stand before it; `skipped` are rows that are remarks,
    /// counted from 0.
    pub(crate) fn careful(
        feed: Box<dyn Feed + 's>,
        shape: Shape,
        want: usize,
        (number, offset, rows): (usize, u64, usize),
        skipped: BTreeSet<usize>,
    ) -> Self {
        let mode = Mode::Careful { skipped, rows };
        let tail = Vec::new();
        Self { feed, shape, mode, want, tail, number, offset, ended: false }
    }

    /// Returns how many bytes of the source have been read.
    pub(crate) fn position(&self) -> u64 {
        self.feed.position()
    }

    /// Reads the next chunk into a buffer.
    pub(crate) fn next(&mut self, chunk: &mut Chunk) -> io::Result<Next> {
        let have = self.tail.len();
        if chunk.bytes.len() < have {
            chunk.bytes.resize(have, 0);
        }
        if let Some(front) = chunk.bytes.get_mut(..have) {
            front.copy_from_slice(&self.tail);
        }
        self.tail.clear();
        chunk.number = self.number;
        chunk.offset = self.offset;
        chunk.split = None;
        if self.ended && have == 0 {
            return Ok(Next::End);
        }
        let (next, have) = match self.mode {
            Mode::Fast => self.next_fast(chunk, have)?,
            Mode::Careful { .. } => self.next_careful(chunk, have)?,
        };
        if next == Next::Chunk {
            self.tail.extend_from_slice(
                chunk.bytes.get(chunk.length..have).unwrap_or_default(),
            );
            pad(chunk);
            self.number += 1;
            self.offset += chunk.length as u64;
        }
        Ok(next)
    }

    /// Reads more behind the first `have` bytes of a chunk and returns how many there are.
    fn more(&mut self, chunk: &mut Chunk, have: usize) -> io::Result<usize> {
        if self.ended {
            return Ok(have);
        }
        let count = self.feed.fill(&mut chunk.bytes, have, self.want)?;
        self.ended = count.is_none();
        Ok(have + count.unwrap_or(0))
    }

    fn next_fast(
        &mut self,
        chunk: &mut Chunk,
        mut have: usize,
    ) -> io::Result<(Next, usize)> {
        let Some(quote) = self.shape.quoting.quote else {
            return Ok((Next::GiveUp, have));
        };
        let (mut odd, mut counted) = (false, 0);
        loop {
            have = self.more(chunk, have)?;
            let fresh = chunk.bytes.get(counted..have).unwrap_or_default();
            odd ^= memchr_iter(quote, fresh).count() % 2 == 1;
            counted = have;
            if self.ended {
                return Ok(whole_rest(chunk, have, odd));
            }
            let all = chunk.bytes.get(..have).unwrap_or_default();
            if let Some(cut) = last_record_end(all, quote, odd) {
                chunk.length = cut;
                return Ok((Next::Chunk, have));
            }
            if have > self.shape.limit + self.want {
                return Ok((Next::GiveUp, have));
            }
        }
    }

    fn next_careful(
        &mut self,
        chunk: &mut Chunk,
        mut have: usize,
    ) -> io::Result<(Next, usize)> {
        loop {
            have = self.more(chunk, have)?;
            if self.ended && have == 0 {
                return Ok((Next::End, have));
            }
            let mut split = Split::default();
            let mut careful = Careful::new(self.shape);
            let all = chunk.bytes.get(..have).unwrap_or_default();
            chunk.length = careful.split(all, self.ended, &mut split.records);
            if chunk.length == 0 && !self.ended {
                continue;
            }
            split.rows = careful.rows();
            split.lines = careful.lines();
            split.seen = careful.seen;
            split.oddities = careful.oddities;
            if let Mode::Careful { skipped, rows } = &mut self.mode {
                let remarks: BTreeSet<usize> = careful.comments.into_iter().collect();
                let base = *rows;
                split.records.records.retain(|record| {
                    let row = record.row as usize;
                    !remarks.contains(&row) && !skipped.contains(&(base + row))
                });
                *rows += split.rows;
            }
            chunk.split = Some(split);
            return Ok((Next::Chunk, have));
        }
    }
}

/// Puts zeros behind the text of a chunk.
fn pad(chunk: &mut Chunk) {
    let end = chunk.length + PADDING;
    if chunk.bytes.len() < end {
        chunk.bytes.resize(end, 0);
    }
    if let Some(padding) = chunk.bytes.get_mut(chunk.length..end) {
        padding.fill(0);
    }
}

/// The rest of the text is the last chunk; its last record may lack a line end.
fn whole_rest(chunk: &mut Chunk, have: usize, odd: bool) -> (Next, usize) {
    if have == 0 {
        return (Next::End, have);
    }
    if odd {
        return (Next::GiveUp, have);
    }
    let last = chunk.bytes.get(have - 1).copied();
    chunk.length = have;
    if !matches!(last, Some(b'\n' | b'\r')) {
        chunk.bytes.truncate(have);
        chunk.bytes.push(b'\n');
        chunk.length += 1;
    }
    (Next::Chunk, chunk.length)
}

/// Finds the last line end outside quotes, as an offset behind it.
fn last_record_end(bytes: &[u8], quote: u8, odd: bool) -> Option<usize> {
    // Within quotes is what has an odd number of quotes before it.
    let mut inside = odd;
    let mut rest = bytes;
    while let Some(at) = memrchr2(b'\n', quote, rest) {
        let byte = rest.get(at).copied()?;
        if byte == quote {
            inside = !inside;
        } else if !inside {
            return Some(at + 1);
        }
        rest = rest.get(..at)?;
    }
    last_return(bytes, quote, odd)
}

/// The same in a text without any line feed outside quotes.
fn last_return(bytes: &[u8], quote: u8, odd: bool) -> Option<usize> {
    let mut inside = odd;
    let mut rest = bytes;
    while let Some(at) = memrchr3(b'\r', quote, quote, rest) {
        let byte = rest.get(at).copied()?;
        if byte == quote {
            inside = !inside;
        } else if !inside && bytes.get(at + 1).is_some_and(|next| *next != b'\n') {
            return Some(at + 1);
        }
        rest = rest.get(..at)?;
    }
    None
}
