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
    let mut bytes = Vec::new();
    match open(source, entry)?.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(refusal(error, entry.path())),
    }
}

/// Opens an entry; the head must be what the directory says.
pub(super) fn open<'s, R: Read + Seek>(
    source: &'s mut R,
    entry: &ArchiveEntry,
) -> Result<EntryReader<'s, R>, Refusal> {
    let packed = entry.packed;
    let head = head(source, entry)?.ok_or_else(|| malformed("checksum", entry.path()))?;
    source.seek(SeekFrom::Start(packed.start + head))?;
    let body = source.by_ref().take(packed.length);
    let body = match packed.method {
        Method::Stored => Body::Stored(body),
        Method::Deflated => Body::Deflated(Box::new(DeflateDecoder::new(body))),
    };
    // No byte more is unpacked than the directory promises, and one to see that.
    let most = packed.size.saturating_add(1);
    Ok(EntryReader { body: CrcReader::new(body), left: most, packed })
}

/// What an error of reading an entry means.
pub(super) fn refusal(error: io::Error, path: &str) -> Refusal {
    // What the unpacking says about the bytes is not what the disk says.
    if matches!(
        error.kind(),
        io::ErrorKind::InvalidInput
            | io::ErrorKind::InvalidData
            | io::ErrorKind::UnexpectedEof
    ) {
        return malformed("checksum", path);
    }
    Refusal::Io(error)
}

/// Unpacks an entry piece by piece.
///
/// At its end it fails with `InvalidData` if it was not what the directory says, so that
/// who reads it to its end has read the right bytes.
#[derive(Debug)]
pub(crate) struct EntryReader<'s, R> {
    body: CrcReader<Body<io::Take<&'s mut R>>>,
    left: u64,
    packed: Packed,
}

#[derive(Debug)]
enum Body<R> {
    Stored(R),
    Deflated(Box<DeflateDecoder<R>>),
}

impl<R: Read> Read for Body<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Stored(body) => body.read(buffer),
            Self::Deflated(body) => body.read(buffer),
        }
    }
}

impl<R: Read> Read for EntryReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let room = buffer.get_mut(..most).unwrap_or_default();
        let count = self.body.read(room)?;
        self.left -= count as u64;
        let too_much = self.left == 0;
        let ended = count == 0 && !buffer.is_empty();
        let right = self.left == 1 && self.body.crc().sum() == self.packed.checksum;
        if too_much || (ended && !right) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(count)
    }
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
    let lengths = short(&head, 26).zip(short(&head, 28));
    let Some((name, extra)) = lengths.filter(|_| head.starts_with(&HEAD)) else {
        return Ok(None);
    };
    let mut own = Vec::new();
    source.by_ref().take(u64::from(name)).read_to_end(&mut own)?;
    let mut fields = Vec::new();
    source.by_ref().take(u64::from(extra)).read_to_end(&mut fields)?;
    let same = own == entry.path().as_bytes() && agrees(&head, &fields, entry.packed);
    let length = HEAD_LENGTH as u64 + u64::from(name) + u64::from(extra);
    Ok(same.then_some(length))
}

/// Says whether a head says the same as the directory.
fn agrees(head: &[u8], extra: &[u8], packed: Packed) -> bool {
    let same = || {
        let method = short(head, 8)?;
        // With bit 3, sizes and checksum stand behind the entry and are zero here.
        let later = short(head, 6)? & 1 << 3 != 0;
        let agrees = |own: u64, said: u64| own == said || (later && own == 0);
        let checksum = long(head, 14).map(u64::from)?;
        let (mut length, mut size) =
            (u64::from(long(head, 18)?), u64::from(long(head, 22)?));
        // Who does not know beforehand how large it will be puts the sizes further back.
        if (length, size) == (u64::from(u32::MAX), u64::from(u32::MAX)) {
            (length, size) = large(extra)?;
        }
        Some(
            (method == 8) == (packed.method == Method::Deflated)
                && agrees(checksum, u64::from(packed.checksum))
                && agrees(length, packed.length)
                && agrees(size, packed.size),
        )
    };
    same() == Some(true)
}

/// Finds the sizes of an entry that may be large among the fields behind its name: how many
/// bytes it is packed in, and how many it unpacks to.
fn large(mut extra: &[u8]) -> Option<(u64, u64)> {
    loop {
        let (id, length) = (short(extra, 0)?, short(extra, 2)?);
        let body = extra.get(4..4 + usize::from(length))?;
        if id == 1 {
            let (size, length) = (body.first_chunk::<8>()?, body.get(8..)?);
            let length = length.first_chunk::<8>()?;
            return Some((u64::from_le_bytes(*length), u64::from_le_bytes(*size)));
        }
        extra = extra.get(4 + usize::from(length)..)?;
    }
}
