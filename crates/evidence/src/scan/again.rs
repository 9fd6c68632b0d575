//! Single records, read again from where they stand.

use std::io;

use super::batch::{Batch, PADDING, Record, Records};
use super::careful::{Careful, Shape};
use super::masks::Marks;
use super::run::Input;
use super::split::Splitter;
use crate::source::{Source, read_full};

/// How much is read of a record at first; most are shorter.
const FIRST: usize = 4 << 10;

/// Reads records of a table whose text is stored as it is, in UTF-8.
pub(crate) struct Again<'s> {
    source: &'s dyn Source,
    mark: u64,
    shape: Shape,
}

impl<'s> Again<'s> {
    pub(crate) fn new(input: &Input<'s>) -> Self {
        let mark = input.encoding.mark as u64;
        Self { source: input.source, mark, shape: input.shape }
    }

    /// Lets somebody look at the record that begins at an offset.
    pub(crate) fn record<T>(
        &self,
        offset: u64,
        look: impl FnOnce(&Batch<'_>, &Record) -> T,
    ) -> io::Result<Option<T>> {
        let mut want = FIRST;
        loop {
            let (bytes, count) = self.read(offset, want)?;
            let last = count < want;
            let mut records = Records::default();
            let text = bytes.get(..count).unwrap_or_default();
            Careful::new(self.shape).split(text, last, &mut records);
            let Records { ends, records } = &records;
            if let Some(record) = records.first() {
                let quoting = self.shape.quoting;
                let batch = Batch { bytes: &bytes, ends, records, quoting };
                return Ok(Some(look(&batch, record)));
            }
            if last {
                return Ok(None);
            }
            want = want.saturating_mul(4);
        }
    }

    /// Counts the records from one place to another; at both a record begins.
    pub(crate) fn count(&self, from: u64, to: u64) -> io::Result<usize> {
        let length = usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX);
        let (bytes, length) = self.read(from, length)?;
        if let Some(rows) = self.count_fast(&bytes, length) {
            return Ok(rows);
        }
        let mut careful = Careful::new(self.shape);
        let text = bytes.get(..length).unwrap_or_default();
        careful.split(text, true, &mut Records::default());
        Ok(careful.rows())
    }

    fn count_fast(&self, bytes: &[u8], length: usize) -> Option<usize> {
        let Shape { delimiter, quoting, comment, limit } = self.shape;
        if comment.is_some() || quoting != super::batch::Quoting::default() {
            return None;
        }
        let marks = Marks { delimiter, quote: quoting.quote? };
        let mut splitter = Splitter::new(marks, length, limit);
        let mut records = Records::default();
        while splitter.split(bytes, length, &mut records).ok()? {}
        Some(splitter.rows())
    }

    /// Reads bytes with [`PADDING`] behind them, and says how many there are.
    fn read(&self, offset: u64, want: usize) -> io::Result<(Vec<u8>, usize)> {
        let mut bytes = vec![0; want + PADDING];
        let room = bytes.get_mut(..want).unwrap_or_default();
        let count = read_full(self.source, self.mark + offset, room)?;
        Ok((bytes, count))
    }
}
