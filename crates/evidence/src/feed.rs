//! A table as a stream of UTF-8, whatever it is stored in.

use std::io;

use encoding_rs::{CoderResult, Decoder};

use crate::encoding::Encoding;
use crate::source::{Source, read_full};

/// Gives the text of a table piece by piece.
pub(crate) trait Feed: Send {
    /// Puts about `want` bytes behind the first `have` bytes of a buffer and says how many;
    /// none when nothing more follows. What stands further back in the buffer is old: it is
    /// not cut off, so that no byte is cleared only to be written over.
    fn fill(
        &mut self,
        buffer: &mut Vec<u8>,
        have: usize,
        want: usize,
    ) -> io::Result<Option<usize>>;

    /// Returns how many bytes of the source have been read.
    fn position(&self) -> u64;

    /// Adds about `want` bytes to a buffer; false when nothing more follows.
    fn append(&mut self, buffer: &mut Vec<u8>, want: usize) -> io::Result<bool> {
        let have = buffer.len();
        let count = self.fill(buffer, have, want)?;
        buffer.truncate(have + count.unwrap_or(0));
        Ok(count.is_some())
    }
}

/// Opens the text of a source in an encoding, from behind the mark.
pub(crate) fn open<'s>(source: &'s dyn Source, encoding: Encoding) -> Box<dyn Feed + 's> {
    let offset = encoding.mark as u64;
    if encoding.is_utf8() {
        Box::new(Plain { source, offset })
    } else {
        let decoder = encoding.table.new_decoder_without_bom_handling();
        Box::new(Decoded { source, offset, decoder, raw: Vec::new(), done: false })
    }
}

struct Plain<'s> {
    source: &'s dyn Source,
    offset: u64,
}

impl Feed for Plain<'_> {
    fn fill(
        &mut self,
        buffer: &mut Vec<u8>,
        have: usize,
        want: usize,
    ) -> io::Result<Option<usize>> {
        let room = room(buffer, have, want);
        let count = read_full(self.source, self.offset, room)?;
        self.offset += count as u64;
        Ok((count > 0).then_some(count))
    }

    fn position(&self) -> u64 {
        self.offset
    }
}

/// Returns the `want` bytes behind the first `have` bytes of a buffer.
fn room(buffer: &mut Vec<u8>, have: usize, want: usize) -> &mut [u8] {
    if buffer.len() < have + want {
        buffer.resize(have + want, 0);
    }
    buffer.get_mut(have..have + want).unwrap_or_default()
}

struct Decoded<'s> {
    source: &'s dyn Source,
    offset: u64,
    decoder: Decoder,
    raw: Vec<u8>,
    done: bool,
}

impl Feed for Decoded<'_> {
    fn fill(
        &mut self,
        buffer: &mut Vec<u8>,
        have: usize,
        want: usize,
    ) -> io::Result<Option<usize>> {
        if self.done {
            return Ok(None);
        }
        let count = read_full(self.source, self.offset, room(&mut self.raw, 0, want))?;
        self.offset += count as u64;
        let last = count < want;
        let longest =
            self.decoder.max_utf8_buffer_length(count).unwrap_or(count * 3 + 16);
        let target = room(buffer, have, longest);
        let raw = self.raw.get(..count).unwrap_or_default();
        let (result, _, written, _) = self.decoder.decode_to_utf8(raw, target, last);
        debug_assert_eq!(result, CoderResult::InputEmpty);
        self.done = last;
        Ok((!last || written > 0).then_some(written))
    }

    fn position(&self) -> u64 {
        self.offset
    }
}

/// Opens the text of a source at an offset of the text, behind the mark.
pub(crate) fn open_at<'s>(
    source: &'s dyn Source,
    encoding: Encoding,
    offset: u64,
) -> io::Result<Box<dyn Feed + 's>> {
    if encoding.is_utf8() {
        let offset = offset + encoding.mark as u64;
        return Ok(Box::new(Plain { source, offset }));
    }
    let mut feed = open(source, encoding);
    let mut left = usize::try_from(offset).unwrap_or(usize::MAX);
    let mut piece = Vec::new();
    while left > 0 {
        piece.clear();
        if !feed.append(&mut piece, PIECE)? && piece.is_empty() {
            break;
        }
        if piece.len() > left {
            let rest = piece.split_off(left);
            return Ok(Box::new(Ahead { rest, feed }));
        }
        left -= piece.len();
    }
    Ok(feed)
}

/// How much is decoded at once when text is skipped.
const PIECE: usize = 64 << 10;

/// A feed of which some text has been read ahead.
struct Ahead<'s> {
    rest: Vec<u8>,
    feed: Box<dyn Feed + 's>,
}

impl Feed for Ahead<'_> {
    fn fill(
        &mut self,
        buffer: &mut Vec<u8>,
        have: usize,
        want: usize,
    ) -> io::Result<Option<usize>> {
        if self.rest.is_empty() {
            return self.feed.fill(buffer, have, want);
        }
        let rest = std::mem::take(&mut self.rest);
        room(buffer, have, rest.len()).copy_from_slice(&rest);
        Ok(Some(rest.len()))
    }

    fn position(&self) -> u64 {
        self.feed.position()
    }
}
