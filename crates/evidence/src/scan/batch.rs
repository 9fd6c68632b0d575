//! Some whole records of a table, split into fields but not copied.

use std::borrow::Cow;

/// A record: where it starts, and which of the field ends are its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record {
    /// The offset of its first byte in the bytes of the batch.
    pub(crate) start: u32,
    /// The index of its first field's end.
    pub(crate) first: u32,
    /// How many fields it has.
    pub(crate) fields: u32,
    /// How many line ends stand before it in its chunk.
    pub(crate) line: u32,
    /// How many records stand before it in its chunk.
    pub(crate) row: u32,
}

/// Records and the ends of their fields.
#[derive(Debug, Clone, Default)]
pub(crate) struct Records {
    pub(crate) ends: Vec<u32>,
    pub(crate) records: Vec<Record>,
}

impl Records {
    pub(crate) fn clear(&mut self) {
        self.ends.clear();
        self.records.clear();
    }
}

/// Bytes of zero that follow the bytes of a batch, so that words can be read whole.
pub(crate) const PADDING: usize = 64;

/// Some records of a chunk.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Batch<'b> {
    /// The bytes of the chunk, with [`PADDING`].
    pub(crate) bytes: &'b [u8],
    pub(crate) ends: &'b [u32],
    pub(crate) records: &'b [Record],
    pub(crate) quoting: Quoting,
}

/// How cells are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quoting {
    pub(crate) quote: Option<u8>,
    /// Two quotes inside quotes stand for one.
    pub(crate) doubled: bool,
    pub(crate) escape: Option<u8>,
    /// Blanks before a quote do not count.
    pub(crate) skip_space: bool,
}

impl Default for Quoting {
    fn default() -> Self {
        Self { quote: Some(b'"'), doubled: true, escape: None, skip_space: false }
    }
}

impl<'b> Batch<'b> {
    /// Returns the raw bytes of a field, quotes included; none if the record is shorter.
    #[inline]
    pub(crate) fn raw(&self, record: &Record, field: usize) -> Option<&'b [u8]> {
        let (start, end) = self.bounds(record, field)?;
        self.bytes.get(start..end)
    }

    /// Returns where a field starts and ends.
    #[inline]
    pub(crate) fn bounds(&self, record: &Record, field: usize) -> Option<(usize, usize)> {
        if field >= record.fields as usize {
            return None;
        }
        let at = record.first as usize + field;
        let end = *self.ends.get(at)? as usize;
        let start = match field {
            0 => record.start as usize,
            _ => *self.ends.get(at - 1)? as usize + 1,
        };
        Some((start, end))
    }

    /// Returns the content of a field, without quotes.
    pub(crate) fn cell(&self, record: &Record, field: usize) -> Option<Cow<'b, [u8]>> {
        Some(unquote(self.raw(record, field)?, self.quoting))
    }

    /// Says whether nothing stands in a record but delimiters.
    pub(crate) fn blank(&self, record: &Record) -> bool {
        let last = record.first as usize + record.fields as usize;
        let end = last.checked_sub(1).and_then(|at| self.ends.get(at));
        end.is_some_and(|end| *end - record.start == record.fields - 1)
    }
}

/// Takes the quotes off a field.
#[inline]
pub(crate) fn unquote(raw: &[u8], quoting: Quoting) -> Cow<'_, [u8]> {
    let Some(quote) = quoting.quote else { return unescape(raw, quoting) };
    if raw.first() == Some(&quote) && quoting.escape.is_none() {
        let inner = raw.get(1..raw.len() - 1).unwrap_or_default();
        if raw.len() >= 2
            && raw.last() == Some(&quote)
            && memchr::memchr(quote, inner).is_none()
        {
            return Cow::Borrowed(inner);
        }
        return unquote_slowly(raw, quote, quoting);
    }
    if quoting.escape.is_none() && !quoting.skip_space {
        return Cow::Borrowed(raw);
    }
    unquote_slowly(raw, quote, quoting)
}

/// Takes escape characters out of a field without quotes.
fn unescape(raw: &[u8], quoting: Quoting) -> Cow<'_, [u8]> {
    let raw = if quoting.skip_space { trim_start(raw) } else { raw };
    let Some(escape) = quoting.escape.filter(|escape| raw.contains(escape)) else {
        return Cow::Borrowed(raw);
    };
    let mut text = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter();
    while let Some(byte) = bytes.next() {
        let kept = if *byte == escape { bytes.next().unwrap_or(byte) } else { byte };
        text.push(*kept);
    }
    Cow::Owned(text)
}

fn trim_start(raw: &[u8]) -> &[u8] {
    let blanks = raw.iter().take_while(|byte| **byte == b' ').count();
    raw.get(blanks..).unwrap_or_default()
}

fn unquote_slowly(raw: &[u8], quote: u8, quoting: Quoting) -> Cow<'_, [u8]> {
    let body = if quoting.skip_space { trim_start(raw) } else { raw };
    let Some(inner) = body.strip_prefix(&[quote]) else { return unescape(raw, quoting) };
    let mut text = Vec::with_capacity(inner.len());
    let mut bytes = inner.iter().copied().peekable();
    let mut closed = false;
    while let Some(byte) = bytes.next() {
        if Some(byte) == quoting.escape {
            text.push(bytes.next().unwrap_or(byte));
        } else if byte == quote && !closed {
            if quoting.doubled && bytes.peek() == Some(&quote) {
                bytes.next();
                text.push(quote);
            } else {
                closed = true;
            }
        } else {
            text.push(byte);
        }
    }
    // Nothing closes the quote: it belongs to the text.
    if closed { Cow::Owned(text) } else { Cow::Borrowed(body) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        String::from_utf8(unquote(raw.as_bytes(), Quoting::default()).into_owned())
            .unwrap()
    }

    /// Quotes come off, doubled ones become one, and an odd one stays.
    #[test]
    fn takes_quotes_off() {
        for (raw, cell) in [
            ("", ""),
            ("a", "a"),
            ("\"\"", ""),
            ("\"a,b\"", "a,b"),
            ("\"a\"\"b\"", "a\"b"),
            ("\"\"\"\"", "\""),
            ("\"ab\"c", "abc"),
            ("\"ab", "\"ab"),
            ("\"", "\""),
            ("a\"b", "a\"b"),
        ] {
            assert_eq!(text(raw), cell, "{raw}");
        }
    }

    /// An escape character hides what follows it.
    #[test]
    fn reads_escapes() {
        let quoting =
            Quoting { doubled: false, escape: Some(b'\\'), ..Quoting::default() };
        assert_eq!(&*unquote(br#""a\"b""#, quoting), b"a\"b");
        assert_eq!(&*unquote(br"a\,b", quoting), b"a,b");
    }
}
