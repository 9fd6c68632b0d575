//! Zip files from outside: read strictly, within limits, and never unpacked to the disk.
//!
//! A zip file says everything twice, and programs differ in which of the two they
//! believe. This reader believes neither alone: the directory at the end and the head of
//! each entry must agree, entries must not overlap, names must be safe and differ in more
//! than capitals. What an entry unpacks to is counted while it is unpacked. An entry that
//! is refused becomes a finding, and the others can still be read.

mod directory;
mod entry;
#[cfg(test)]
mod tests;

use std::io::{self, Read, Seek};

use untoc_core::{Code, Finding, Place};

use self::entry::EntryReader;

use crate::limits::Refusal;
use crate::path::SafePath;

/// The limits of zip files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchiveLimits {
    /// The most entries.
    pub entries: usize,
    /// The most bytes of the directory of entries.
    pub directory: u64,
    /// The most bytes that all entries together unpack to.
    pub total: u64,
    /// How many times its packed size an entry may unpack to, if it is large.
    pub ratio: u64,
    /// From how many bytes on an entry is large.
    pub large: u64,
}

impl Default for ArchiveLimits {
    fn default() -> Self {
        Self {
            entries: 20_000,
            directory: 16 << 20,
            total: 1 << 30,
            ratio: 200,
            large: 1 << 20,
        }
    }
}

/// A file in a zip file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveEntry {
    path: SafePath,
    packed: Packed,
}

/// Where and how an entry is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed {
    method: Method,
    checksum: u32,
    length: u64,
    size: u64,
    /// Where its head stands.
    start: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Stored,
    Deflated,
}

impl ArchiveEntry {
    /// Returns the path, with `/`.
    pub fn path(&self) -> &str {
        self.path.as_str()
    }

    /// Returns how many bytes it unpacks to.
    pub fn size(&self) -> u64 {
        self.packed.size
    }
}

/// A zip file whose directory has been read.
#[derive(Debug)]
pub struct Archive<R> {
    source: R,
    limits: ArchiveLimits,
    entries: Vec<ArchiveEntry>,
    findings: Vec<Finding>,
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the directory of a zip file.
    ///
    /// # Errors
    /// When the source cannot be read, or is no zip file, or is past a limit
    /// (`archive-malformed`, `archive-limit`).
    pub fn open(mut source: R, limits: ArchiveLimits) -> Result<Self, Refusal> {
        let listed = directory::read(&mut source, &limits)?;
        let (entries, findings) = directory::choose(listed, &limits)?;
        Ok(Self { source, limits, entries, findings })
    }

    /// Returns the files that can be read, in the order of their paths.
    pub fn entries(&self) -> &[ArchiveEntry] {
        &self.entries
    }

    /// Returns what was refused: names, methods, encryption.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Unpacks an entry in memory; `None` if it has more than `most` bytes.
    ///
    /// # Errors
    /// When the source cannot be read, or the entry does not unpack to what the directory
    /// says, or to too much for its size.
    pub fn read(
        &mut self,
        entry: &ArchiveEntry,
        most: u64,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        if !self.is_within(entry, most)? {
            return Ok(None);
        }
        entry::unpack(&mut self.source, entry).map(Some)
    }

    /// Unpacks an entry piece by piece; `None` if it has more than `most` bytes.
    pub(crate) fn stream(
        &mut self,
        entry: &ArchiveEntry,
        most: u64,
    ) -> Result<Option<EntryReader<'_, R>>, Refusal> {
        if !self.is_within(entry, most)? {
            return Ok(None);
        }
        entry::open(&mut self.source, entry).map(Some)
    }

    /// Says whether an entry has no more than `most` bytes.
    fn is_within(&self, entry: &ArchiveEntry, most: u64) -> Result<bool, Refusal> {
        let packed = entry.packed;
        if packed.size > most {
            return Ok(false);
        }
        if packed.size > self.limits.large
            && packed.size / self.limits.ratio > packed.length
        {
            return Err(limit("ratio", entry.path(), self.limits.ratio));
        }
        Ok(true)
    }
}

/// What an error of reading an entry piece by piece means.
pub(crate) fn entry_refusal(error: io::Error, path: &str) -> Refusal {
    entry::refusal(error, path)
}

fn malformed(fault: &str, item: &str) -> Refusal {
    let finding = Finding::new(Code::ArchiveMalformed, Place::default());
    Refusal::Finding(Box::new(finding.plain("fault", fault).plain("item", item)))
}

fn limit(fault: &str, item: &str, limit: u64) -> Refusal {
    let finding = Finding::new(Code::ArchiveLimit, Place::default());
    let number = usize::try_from(limit).unwrap_or(usize::MAX);
    let finding = finding.plain("fault", fault).plain("item", item);
    Refusal::Finding(Box::new(finding.number("limit", number)))
}
