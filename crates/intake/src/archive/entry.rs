//! Unpacks one entry of a zip file in memory.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::CrcReader;
use flate2::read::DeflateDecoder;

use super::directory::{long, short};
use super::{ArchiveEntry, Method, Packed, malformed};
use crate::limits::Refusal;

const HEAD: [u8; 4] = *b"PK\x03\x04";
const HEAD_LENGTH: usize = 30;

/// Unpacks an entry; it must be what the directory says.
pub(super) fn unpack(
    source: &mut (impl Read + Seek),
    entry: &ArchiveEntry,
) -> Result<Vec<u8>, Refusal> {
    let broken = || malformed("checksum", entry.path());
    let packed = entry.packed;
    let head = head(source, entry)?.ok_or_else(broken)?;
    let start = packed.start + head;
    source.seek(SeekFrom::Start(start))?;
    let body = source.by_ref().take(packed.length);
    let unpacked = match packed.method {
        Method::Stored => bounded(body, packed),
        Method::Deflated => bounded(DeflateDecoder::new(body), packed),
    };
    match unpacked {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(broken()),
        // What the unpacking says about the bytes is not what the disk says.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput
                    | io::ErrorKind::InvalidData
                    | io::ErrorKind::UnexpectedEof
            ) =>
        {
            Err(broken())
        }
        Err(error) => Err(Refusal::Io(error)),
    }
}

/// Reads no byte more than the directory promises, and checks them.
fn bounded(source: impl Read, packed: Packed) -> io::Result<Option<Vec<u8>>> {
    let mut reader = CrcReader::new(source.take(packed.size.saturating_add(1)));
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let right =
        bytes.len() as u64 == packed.size && reader.crc().sum() == packed.checksum;
    Ok(right.then_some(bytes))
}

/// Reads the head of an entry and returns its length; `None` if it contradicts the
/// directory.
fn head(
    source: &mut (impl Read + Seek),
    entry: &ArchiveEntry,
) -> Result<Option<u64>, Refusal> {
    source.seek(SeekFrom::Start(entry.packed.start))?;
    let mut head = Vec::new();
    source.by_ref().take(HEAD_LENGTH as u64).read_to_end(&mut head)?;
    let fields = || {
        let method = short(&head, 8)?;
        let (name, extra) = (short(&head, 26)?, short(&head, 28)?);
        // With bit 3, sizes and checksum stand behind the entry and are zero here.
        let later = short(&head, 6)? & 1 << 3 != 0;
        let agrees = |at: usize, said: u64| {
            long(&head, at)
                .is_some_and(|own| u64::from(own) == said || (later && own == 0))
        };
        let packed = entry.packed;
        let same = head.starts_with(&HEAD)
            && (method == 8) == (packed.method == Method::Deflated)
            && agrees(14, u64::from(packed.checksum))
            && agrees(18, packed.length)
            && agrees(22, packed.size);
        same.then_some((name, extra))
    };
    let Some((name, extra)) = fields() else { return Ok(None) };
    let mut bytes = Vec::new();
    source.by_ref().take(u64::from(name)).read_to_end(&mut bytes)?;
    let same = bytes == entry.path().as_bytes();
    Ok(same.then_some(HEAD_LENGTH as u64 + u64::from(name) + u64::from(extra)))
}
