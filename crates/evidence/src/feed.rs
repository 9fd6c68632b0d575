//! A table as a stream of UTF-8, whatever it is stored in.

use std::io;

use encoding_rs::{CoderResult, Decoder};

use crate::encoding::Encoding;
use crate::source::{Source, read_full};

/// Gives the text of a table piece by piece.
pub(crate) trait Feed: Send {
    /// Adds about `want` bytes to the buffer; false when nothing more follows.
    fn fill(&mut self, buffer: &mut Vec<u8>, want: usize) -> io::Result<bool>;

    /// Returns how many bytes of the source have been read.
    fn position(&self) -> u64;
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
    fn fill(&mut self, buffer: &mut Vec<u8>, want: usize) -> io::Result<bool> {
        let count = grow(self.source, self.offset, buffer, want)?;
        self.offset += count as u64;
        Ok(count > 0)
    }

    fn position(&self) -> u64 {
        self.offset
    }
}

/// Reads `want` bytes behind what the buffer holds.
fn grow(
    source: &dyn Source,
    offset: u64,
    buffer: &mut Vec<u8>,
    want: usize,
) -> io::Result<usize> {
    let before = buffer.len();
    buffer.resize(before + want, 0);
    let count = match buffer.get_mut(before..) {
        Some(room) => read_full(source, offset, room),
        None => Ok(0),
    };
    buffer.truncate(before + count.as_ref().copied().unwrap_or(0));
    count
}

struct Decoded<'s> {
    source: &'s dyn Source,
    offset: u64,
    decoder: Decoder,
    raw: Vec<u8>,
    done: bool,
}

impl Feed for Decoded<'_> {
    fn fill(&mut self, buffer: &mut Vec<u8>, want: usize) -> io::Result<bool> {
        if self.done {
            return Ok(false);
        }
        self.raw.clear();
        let count = grow(self.source, self.offset, &mut self.raw, want)?;
        self.offset += count as u64;
        let last = count < want;
        let before = buffer.len();
        let room = self.decoder.max_utf8_buffer_length(count).unwrap_or(count * 3 + 16);
        buffer.resize(before + room, 0);
        let Some(target) = buffer.get_mut(before..) else { return Ok(false) };
        let (result, _, written, _) =
            self.decoder.decode_to_utf8(&self.raw, target, last);
        debug_assert_eq!(result, CoderResult::InputEmpty);
        buffer.truncate(before + written);
        self.done = last;
        Ok(!last || written > 0)
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
        if !feed.fill(&mut piece, PIECE)? && piece.is_empty() {
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
    fn fill(&mut self, buffer: &mut Vec<u8>, want: usize) -> io::Result<bool> {
        if self.rest.is_empty() {
            return self.feed.fill(buffer, want);
        }
        buffer.append(&mut self.rest);
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.feed.position()
    }
}
