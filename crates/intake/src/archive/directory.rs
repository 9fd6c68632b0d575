//! The directory at the end of a zip file (PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek, SeekFrom};

use untoc_core::{Code, Finding, Place};

use super::{ArchiveEntry, ArchiveLimits, Method, Packed, limit, malformed};
use crate::limits::Refusal;
use crate::path::{PathError, SafePath, check_relative_path};

const END: [u8; 4] = *b"PK\x05\x06";
const END_LENGTH: usize = 22;
const COMMENT_MOST: usize = 0xffff;
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;

const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;
/// Made on Unix or macOS, so that the upper half of the attributes is a mode.
const UNIX: [u8; 2] = [3, 19];
const KIND_MASK: u32 = 0o170_000;
const KIND_FILE: u32 = 0o100_000;
const KIND_FOLDER: u32 = 0o040_000;

/// An entry as the directory lists it.
#[derive(Debug)]
pub(super) struct Listed {
    name: Vec<u8>,
    flags: u16,
    method: u16,
    /// The kind of file on Unix, 0 where it is not said.
    kind: u32,
    packed: Packed,
}

/// Little-endian numbers in a slice; `None` behind its end.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// Reads the directory.
pub(super) fn read(
    source: &mut (impl Read + Seek),
    limits: &ArchiveLimits,
) -> Result<Vec<Listed>, Refusal> {
    let broken = || malformed("form", "");
    let length = source.seek(SeekFrom::End(0))?;
    let tail_length = length.min((END_LENGTH + COMMENT_MOST) as u64);
    source.seek(SeekFrom::Start(length - tail_length))?;
    let mut tail = Vec::new();
    source.by_ref().take(tail_length).read_to_end(&mut tail)?;
    let end_at = end(&tail).ok_or_else(broken)?;
    let fields = tail.get(end_at..).unwrap_or_default();
    let number = |at| short(fields, at).ok_or_else(broken);
    let (disk, first_disk) = (number(4)?, number(6)?);
    let (here, count) = (number(8)?, usize::from(number(10)?));
    let size = u64::from(long(fields, 12).ok_or_else(broken)?);
    let start = u64::from(long(fields, 16).ok_or_else(broken)?);
    // A size or count that does not fit stands in a 64-bit form: past every limit of ours.
    if count == 0xffff || size == 0xffff_ffff || start == 0xffff_ffff {
        return Err(limit("entries", "", limits.entries as u64));
    }
    if disk != 0 || first_disk != 0 || usize::from(here) != count {
        return Err(broken());
    }
    if count > limits.entries || size > limits.directory {
        return Err(limit("entries", "", limits.entries as u64));
    }
    // The directory ends where its end record begins; else some programs would look for
    // it elsewhere.
    if start + size != length - tail_length + end_at as u64 {
        return Err(broken());
    }
    source.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    source.by_ref().take(size).read_to_end(&mut bytes)?;
    list(&bytes, count, start).ok_or_else(broken)
}

/// Finds the end record: the last place whose comment fills the rest of the file.
fn end(tail: &[u8]) -> Option<usize> {
    let last = tail.len().checked_sub(END_LENGTH)?;
    (0..=last).rev().find(|at| {
        let fields = tail.get(*at..).unwrap_or_default();
        let comment = short(fields, 20).map(usize::from);
        fields.starts_with(&END) && comment == Some(fields.len() - END_LENGTH)
    })
}

fn list(bytes: &[u8], count: usize, directory: u64) -> Option<Vec<Listed>> {
    let mut listed = Vec::with_capacity(count);
    let mut rest = bytes;
    for _ in 0..count {
        if !rest.starts_with(&ENTRY) {
            return None;
        }
        let name_length = usize::from(short(rest, 28)?);
        let extra = usize::from(short(rest, 30)?);
        let comment = usize::from(short(rest, 32)?);
        let name = rest.get(ENTRY_LENGTH..ENTRY_LENGTH + name_length)?.to_vec();
        let attributes = long(rest, 38)?;
        let made_on = *rest.get(5)?;
        let length = u64::from(long(rest, 20)?);
        let start = u64::from(long(rest, 42)?);
        if start + length > directory {
            return None;
        }
        let method = short(rest, 10)?;
        listed.push(Listed {
            name,
            flags: short(rest, 8)?,
            method,
            kind: if UNIX.contains(&made_on) {
                (attributes >> 16) & KIND_MASK
            } else {
                0
            },
            packed: Packed {
                method: if method == 8 { Method::Deflated } else { Method::Stored },
                checksum: long(rest, 16)?,
                length,
                size: u64::from(long(rest, 24)?),
                start,
            },
        });
        rest = rest.get(ENTRY_LENGTH + name_length + extra + comment..)?;
    }
    rest.is_empty().then_some(listed)
}

/// Chooses the files that can be read, and says what is refused.
pub(super) fn choose(
    listed: Vec<Listed>,
    limits: &ArchiveLimits,
) -> Result<(Vec<ArchiveEntry>, Vec<Finding>), Refusal> {
    if overlap(&listed) {
        return Err(malformed("form", ""));
    }
    let total: u64 = listed.iter().map(|entry| entry.packed.size).sum();
    if total > limits.total {
        return Err(limit("total", "", limits.total));
    }
    let mut findings = Vec::new();
    let mut chosen: BTreeMap<String, ArchiveEntry> = BTreeMap::new();
    let mut folders = BTreeSet::new();
    for entry in &listed {
        match one(entry) {
            Ok(None) => {}
            Err(finding) => findings.push(*finding),
            Ok(Some((path, is_folder))) => {
                let folded = path.as_str().to_lowercase();
                for (end, _) in folded.match_indices('/') {
                    folders.insert(folded.get(..end).unwrap_or_default().to_owned());
                }
                if is_folder {
                    folders.insert(folded);
                } else if let Entry::Vacant(free) = chosen.entry(folded) {
                    free.insert(ArchiveEntry { path, packed: entry.packed });
                } else {
                    findings.push(name("twice", path.as_str()));
                }
            }
        }
    }
    chosen.retain(|folded, entry| {
        let both = folders.contains(folded);
        if both {
            findings.push(name("twice", entry.path()));
        }
        !both
    });
    let mut entries: Vec<ArchiveEntry> = chosen.into_values().collect();
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((entries, findings))
}

/// Says whether two entries share bytes, as traps do that unpack to more than a disk.
fn overlap(listed: &[Listed]) -> bool {
    const HEAD: u64 = 30;
    let mut ranges: Vec<(u64, u64)> = listed
        .iter()
        .map(|entry| {
            let name = entry.name.len() as u64;
            let start = entry.packed.start;
            (start, start + HEAD + name + entry.packed.length)
        })
        .collect();
    ranges.sort_unstable();
    ranges.windows(2).any(|pair| matches!(pair, [(_, end), (start, _)] if start < end))
}

type Chosen = Option<(SafePath, bool)>;

/// Returns the path of an entry and whether it is a folder; `None` for what programs add
/// on their own.
fn one(entry: &Listed) -> Result<Chosen, Box<Finding>> {
    let refused = |fault: &str, item: &str| Box::new(name(fault, item));
    let lossy = String::from_utf8_lossy(&entry.name);
    let Ok(text) = std::str::from_utf8(&entry.name) else {
        return Err(refused("encoding", &lossy));
    };
    if text.starts_with("__MACOSX/") || text.ends_with(".DS_Store") {
        return Ok(None);
    }
    let is_folder = text.ends_with('/') || entry.kind == KIND_FOLDER;
    let path = check_relative_path(text.strip_suffix('/').unwrap_or(text));
    let path = path.map_err(|error| match error {
        PathError::Absolute | PathError::Upwards => refused("outside", text),
        PathError::Empty
        | PathError::TooLong
        | PathError::Character
        | PathError::Ending
        | PathError::DeviceName => refused("system", text),
    })?;
    if is_folder {
        return Ok(Some((path, true)));
    }
    if entry.kind != 0 && entry.kind != KIND_FILE {
        return Err(refused("link", text));
    }
    let fault = match entry.method {
        _ if entry.flags & ENCRYPTED != 0 => "encrypted",
        0 | 8 => return Ok(Some((path, false))),
        _ => "method",
    };
    let finding = Finding::new(Code::ArchiveMalformed, Place::default());
    Err(Box::new(finding.plain("fault", fault).plain("item", text)))
}

fn name(fault: &str, item: &str) -> Finding {
    let finding = Finding::new(Code::ArchiveName, Place::default());
    finding.plain("fault", fault).plain("item", item)
}
