//! The text of a sheet: plain while it is small, packed in memory when it is large.
//!
//! A table is read several times and from anywhere, so its text has to be at hand. On the
//! disk it would leave people's data behind where nobody expects it; packed, a sheet takes
//! about as much memory as its workbook takes on the disk.

use std::io::{self, Read, Write};
use std::sync::{Mutex, PoisonError};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::source::Source;

/// Up to so many bytes a text stays plain.
const PLAIN: usize = 16 << 20;
/// So many bytes are packed together.
const BLOCK: usize = 256 << 10;

/// The text of a sheet.
#[derive(Debug, Default)]
pub struct SheetText {
    /// Packed, [`BLOCK`] bytes each.
    blocks: Vec<Vec<u8>>,
    /// What follows the blocks.
    rest: Vec<u8>,
    packed: usize,
    /// The block that was read last, unpacked.
    recent: Mutex<Option<(usize, Vec<u8>)>>,
}

impl SheetText {
    /// Returns all bytes.
    ///
    /// # Errors
    /// Never, unless memory is at fault.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.pieces(&mut |piece| bytes.extend_from_slice(piece))?;
        Ok(bytes)
    }

    /// Says whether nothing but blanks stands in it.
    pub fn is_blank(&self) -> bool {
        self.blocks.is_empty() && self.rest.iter().all(u8::is_ascii_whitespace)
    }

    /// Hands over all bytes in their order.
    pub(super) fn pieces(&self, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
        for block in &self.blocks {
            take(&unpack(block)?);
        }
        take(&self.rest);
        Ok(())
    }

    /// Adds bytes at the end.
    pub(super) fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        for piece in bytes.chunks(BLOCK) {
            self.rest.extend_from_slice(piece);
            let most = if self.blocks.is_empty() { PLAIN } else { 2 * BLOCK };
            if self.rest.len() > most {
                self.pack()?;
            }
        }
        Ok(())
    }

    fn pack(&mut self) -> io::Result<()> {
        let whole = self.rest.len() / BLOCK * BLOCK;
        for block in self.rest.chunks_exact(BLOCK) {
            let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
            packer.write_all(block)?;
            let mut bytes = packer.finish()?;
            bytes.shrink_to_fit();
            self.packed += bytes.len();
            self.blocks.push(bytes);
        }
        self.rest.drain(..whole);
        self.rest.shrink_to(3 * BLOCK);
        Ok(())
    }

    /// Returns how much memory the text takes.
    pub(super) fn held(&self) -> usize {
        self.packed + self.rest.len()
    }
}

fn unpack(block: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(BLOCK);
    DeflateDecoder::new(block).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn copy(from: &[u8], offset: usize, to: &mut [u8]) -> usize {
    let from = from.get(offset..).unwrap_or_default();
    let count = from.len().min(to.len());
    for (to, byte) in to.iter_mut().zip(from) {
        *to = *byte;
    }
    count
}

impl Source for SheetText {
    fn length(&self) -> u64 {
        (self.blocks.len() * BLOCK + self.rest.len()) as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let Some(block) = self.blocks.get(offset / BLOCK) else {
            return Ok(copy(&self.rest, offset - self.blocks.len() * BLOCK, buffer));
        };
        let number = offset / BLOCK;
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = match recent.take() {
            Some((held, bytes)) if held == number => bytes,
            _ => unpack(block)?,
        };
        let count = copy(&bytes, offset % BLOCK, buffer);
        *recent = Some((number, bytes));
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::read_full;

    /// What was put in comes out, from any place, also when it has been packed.
    #[test]
    fn gives_back_what_was_put_in() {
        let mut text = SheetText::default();
        let mut expected = Vec::new();
        let mut number = 7_u64;
        while expected.len() < PLAIN + 3 * BLOCK + 5 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let line = format!("case-{},yes,no,unknown\n", number >> 40);
            text.push(line.as_bytes()).unwrap();
            expected.extend(line.bytes());
        }
        assert_eq!(text.length(), expected.len() as u64);
        assert!(text.held() < expected.len() / 2);
        let mut buffer = vec![0; 3 * BLOCK + 11];
        for offset in [0, 1, BLOCK - 3, 5 * BLOCK, expected.len() - 4, expected.len()] {
            let count = read_full(&text, offset as u64, &mut buffer).unwrap();
            let end = (offset + buffer.len()).min(expected.len());
            assert!(buffer[..count] == expected[offset..end], "at {offset}");
        }
        assert!(text.to_bytes().unwrap() == expected);
    }
}
