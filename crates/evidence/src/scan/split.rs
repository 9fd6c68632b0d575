//! The fast splitter: records and fields of well-quoted text, by masks of bits.
//!
//! It trusts that quotes are used as RFC 4180 says, and notices when they are not; then
//! it gives up and the careful splitter reads that part in order.

use super::batch::{PADDING, Record, Records};
use super::masks::{BLOCK, Marks, Masks, masks, parity};

/// What was seen beside the records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Records that end in a carriage return and a line feed.
    pub(crate) crlf: usize,
    /// Records that end in a line feed alone.
    pub(crate) lf: usize,
    /// Records that end in a carriage return alone.
    pub(crate) cr: usize,
    /// The records with a NUL byte.
    pub(crate) nul: Vec<usize>,
}

/// The text is not quoted as it should be, or a record is longer than allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed;

/// Walks through one chunk of whole records.
#[derive(Debug)]
pub(crate) struct Splitter {
    marks: Marks,
    limit: usize,
    length: usize,
    at: usize,
    /// All ones inside quotes, else zero.
    inside: u64,
    /// One if a quote may open at the next byte.
    may_open: u64,
    start: u32,
    first: u32,
    /// Line ends so far, and those before the record that is being read.
    line: u32,
    start_line: u32,
    rows: u32,
    pub(crate) seen: Seen,
}

impl Splitter {
    /// Begins a chunk of `length` bytes whose last record is ended.
    pub(crate) fn new(marks: Marks, length: usize, limit: usize) -> Self {
        Self {
            marks,
            limit,
            length,
            at: 0,
            inside: 0,
            may_open: 1,
            start: 0,
            first: 0,
            line: 0,
            start_line: 0,
            rows: 0,
            seen: Seen::default(),
        }
    }

    /// Splits about `want` bytes more; false when nothing was left.
    ///
    /// `bytes` is the whole chunk with its padding. `into` holds the records of the last
    /// batch, which are let go, and the ends of a record that it did not finish.
    pub(crate) fn split(
        &mut self,
        bytes: &[u8],
        want: usize,
        into: &mut Records,
    ) -> Result<bool, Malformed> {
        debug_assert!(bytes.len() >= self.length + PADDING);
        into.records.clear();
        into.ends.drain(..self.first as usize);
        self.first = 0;
        let stop = self.length.min(self.at + want.max(BLOCK));
        while self.at < stop || (into.records.is_empty() && self.at < self.length) {
            let Some(block) = bytes.get(self.at..).and_then(|rest| rest.first_chunk())
            else {
                return Err(Malformed);
            };
            let next = bytes.get(self.at + BLOCK).copied().unwrap_or(0);
            self.block(bytes, block, next, into)?;
            self.at += BLOCK;
        }
        if self.at >= self.length
            && (self.start as usize != self.length || self.inside != 0)
        {
            return Err(Malformed);
        }
        Ok(!into.records.is_empty())
    }

    #[inline]
    fn block(
        &mut self,
        bytes: &[u8],
        block: &[u8; BLOCK],
        next: u8,
        into: &mut Records,
    ) -> Result<(), Malformed> {
        let mut found = masks(block, self.marks);
        self.cut_padding(&mut found);
        let Masks { quote, delimiter, lf, cr, nul } = found;
        let inside = parity(quote) ^ self.inside;
        // A quote opens after a delimiter or a line end and closes before one; beside
        // another quote it is half of a doubled one.
        let edge = delimiter | lf | cr | quote;
        let before = (edge << 1) | self.may_open;
        let after = (edge >> 1) | (u64::from(self.is_edge(next)) << 63);
        if (quote & inside & !before) | (quote & !inside & !after) != 0 {
            return Err(Malformed);
        }
        let followed = (lf >> 1) | (u64::from(next == b'\n') << 63);
        let breaks = lf | (cr & !followed);
        let ends = breaks & !inside;
        let within = breaks & inside;
        if nul != 0 {
            self.note_nul(nul, ends);
        }
        self.push(bytes, ends | (delimiter & !inside), ends, within, into)?;
        self.inside = 0_u64.wrapping_sub(inside >> 63);
        self.may_open = edge >> 63;
        Ok(())
    }

    /// Forgets what stands behind the end of the chunk.
    fn cut_padding(&self, found: &mut Masks) {
        let left = self.length - self.at;
        if left < BLOCK {
            let keep = (1_u64 << left) - 1;
            found.quote &= keep;
            found.delimiter &= keep;
            found.lf &= keep;
            found.cr &= keep;
            found.nul &= keep;
        }
    }

    #[inline]
    fn is_edge(&self, byte: u8) -> bool {
        byte == self.marks.delimiter
            || byte == b'\n'
            || byte == b'\r'
            || byte == self.marks.quote
    }

    #[cold]
    fn note_nul(&mut self, mut nul: u64, ends: u64) {
        while nul != 0 {
            let bit = nul.trailing_zeros();
            let before = (ends & ((1_u64 << bit) - 1)).count_ones() as usize;
            let record = self.rows as usize + before;
            if self.seen.nul.last() != Some(&record) {
                self.seen.nul.push(record);
            }
            nul &= nul - 1;
        }
    }

    #[inline]
    fn push(
        &mut self,
        bytes: &[u8],
        mut fields: u64,
        ends: u64,
        within: u64,
        into: &mut Records,
    ) -> Result<(), Malformed> {
        #[expect(clippy::cast_possible_truncation, reason = "a chunk is far below 4 GiB")]
        let base = self.at as u32;
        if ends == 0 {
            // Most blocks end no record.
            into.ends.extend((0..fields.count_ones()).map(|_| {
                let bit = fields.trailing_zeros();
                fields &= fields.wrapping_sub(1);
                base + bit
            }));
            self.line += within.count_ones();
            return Ok(());
        }
        let mut counted = 0;
        while fields != 0 {
            let bit = fields.trailing_zeros();
            into.ends.push(base + bit);
            if ends >> bit & 1 == 1 {
                if within != 0 {
                    let lines = (within & ((1_u64 << bit) - 1)).count_ones();
                    self.line += lines - counted;
                    counted = lines;
                }
                self.finish_record(bytes, base + bit, into)?;
            }
            fields &= fields - 1;
        }
        self.line += within.count_ones() - counted;
        Ok(())
    }

    #[inline]
    fn finish_record(
        &mut self,
        bytes: &[u8],
        end: u32,
        into: &mut Records,
    ) -> Result<(), Malformed> {
        if (end - self.start) as usize > self.limit {
            return Err(Malformed);
        }
        let byte = bytes.get(end as usize).copied().unwrap_or(b'\n');
        let has_cr = byte == b'\n'
            && end > self.start
            && bytes.get(end as usize - 1).copied() == Some(b'\r');
        if has_cr {
            self.seen.crlf += 1;
            if let Some(last) = into.ends.last_mut() {
                *last -= 1;
            }
        } else if byte == b'\n' {
            self.seen.lf += 1;
        } else {
            self.seen.cr += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a chunk is far below 4 GiB")]
        let count = into.ends.len() as u32;
        let fields = count - self.first;
        into.records.push(Record {
            start: self.start,
            first: self.first,
            fields,
            line: self.start_line,
            row: self.rows,
        });
        self.rows += 1;
        self.first = count;
        self.start = end + 1;
        self.line += 1;
        self.start_line = self.line;
        Ok(())
    }

    /// Returns how many line ends the chunk holds so far.
    pub(crate) fn lines(&self) -> usize {
        self.line as usize
    }

    /// Returns how many records the chunk holds so far.
    pub(crate) fn rows(&self) -> usize {
        self.rows as usize
    }
}
