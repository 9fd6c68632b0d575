//! One table: opened, and checked for its form.

use std::io;

use untoc_core::{Code, Finding, Place};

use crate::encoding::Encoding;
use crate::layout::{self, Dialect, Layout};
use crate::limits::TableLimits;
use crate::scan::Input;
use crate::source::{Scratch, Source, read_full};

/// How a table is read and checked.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// What is known about the layout.
    pub dialect: &'a Dialect,
    /// How large the table may be.
    pub limits: TableLimits,
    /// How many threads work; 0 means one.
    pub threads: usize,
    /// How many bytes a thread takes at once.
    pub chunk: usize,
    /// Whether findings carry the values of cells.
    pub values: bool,
    /// Where keys go that do not fit into memory, and the first part that is free.
    pub scratch: Option<(&'a dyn Scratch, usize)>,
    /// Is told how many bytes have been read.
    pub progress: Option<&'a (dyn Fn(u64) + Sync)>,
}

/// A dialect in which everything is worked out.
const UNKNOWN: &Dialect = &Dialect {
    encoding: None,
    delimiter: None,
    quote: None,
    double_quote: None,
    escape: None,
    skip_space: false,
    header_rows: None,
    header_join: None,
    comment_rows: Vec::new(),
    comment: None,
    null_sequence: None,
};

impl Default for Reading<'_> {
    fn default() -> Self {
        Self {
            dialect: UNKNOWN,
            limits: TableLimits::default(),
            threads: 1,
            chunk: 4 << 20,
            values: false,
            scratch: None,
            progress: None,
        }
    }
}

/// A table whose layout is known.
pub struct Table<'s> {
    pub(crate) source: &'s dyn Source,
    /// The layout.
    pub layout: Layout,
}

impl<'s> Table<'s> {
    /// Looks at the beginning of a table and works out its layout.
    ///
    /// # Errors
    /// When the source cannot be read.
    pub fn open(source: &'s dyn Source, dialect: &Dialect) -> io::Result<Self> {
        Ok(Self { source, layout: Layout::detect(source, dialect)? })
    }

    /// Returns the number of columns.
    pub fn width(&self) -> usize {
        self.layout.labels.len()
    }

    /// Returns the table with another encoding, if it looked like ASCII at first and
    /// bytes that are no UTF-8 came later.
    pub(crate) fn with_later_encoding(
        &self,
        dialect: &Dialect,
    ) -> io::Result<Option<Self>> {
        if dialect.encoding.is_some() || !self.layout.encoding.only_ascii {
            return Ok(None);
        }
        let encoding = Encoding::detect(&beyond_ascii(self.source)?);
        if encoding.is_utf8() {
            return Ok(None);
        }
        let layout = Layout { encoding, ..self.layout.clone() };
        Ok(Some(Self { source: self.source, layout }))
    }

    pub(crate) fn input<'r>(&self, reading: &Reading<'r>) -> Input<'r>
    where
        's: 'r,
    {
        Input {
            source: self.source,
            encoding: self.layout.encoding,
            shape: self.layout.shape(reading.limits.row),
            start: self.layout.start,
            before: self.layout.before,
            skipped: self.layout.skipped.clone(),
            chunk: reading.chunk.max(1),
            threads: reading.threads,
            progress: reading.progress,
        }
    }

    /// Returns what is to be said about the layout.
    pub(crate) fn layout_findings(&self, reading: &Reading<'_>) -> Vec<Finding> {
        if self.source.length() == 0 {
            return vec![Finding::new(Code::FileEmpty, Place::default())];
        }
        let usual = reading.dialect.delimiter.unwrap_or(b',');
        layout::findings(&self.layout, &reading.limits, usual)
    }
}

/// Collects lines that are not in ASCII, from wherever they stand.
fn beyond_ascii(source: &dyn Source) -> io::Result<Vec<u8>> {
    const ENOUGH: usize = 64 << 10;
    let mut piece = vec![0; 1 << 20];
    let (mut lines, mut offset) = (Vec::new(), 0);
    while lines.len() < ENOUGH {
        let count = read_full(source, offset, &mut piece)?;
        if count == 0 {
            break;
        }
        offset += count as u64;
        let read = piece.get(..count).unwrap_or_default();
        for line in read.split_inclusive(|byte| *byte == b'\n') {
            if !line.is_ascii() && lines.len() < ENOUGH {
                lines.extend_from_slice(line);
            }
        }
    }
    Ok(lines)
}
