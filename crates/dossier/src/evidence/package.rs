//! A package whose files are known, wherever their bytes lie.

use std::path::PathBuf;

use untoc_core::{Evidence, StoredFile};

use crate::digest::Digest;
use crate::disk::{Disk, DiskError, read_whole};
use crate::error::Error;

/// A package: its description and its files.
#[derive(Debug)]
pub struct Package<'d> {
    description: Evidence,
    parts: Vec<Part<'d>>,
}

/// A file of a package.
#[derive(Debug)]
pub struct Part<'d> {
    /// Its path, size and digest.
    pub file: StoredFile,
    /// Where its bytes are.
    pub origin: Origin<'d>,
}

/// Where the bytes of a file are.
pub enum Origin<'d> {
    /// In memory.
    Bytes(Vec<u8>),
    /// In a file of a disk.
    File(&'d dyn Disk, PathBuf),
}

impl std::fmt::Debug for Origin<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::File(_, path) => path.fmt(f),
        }
    }
}

impl<'d> Package<'d> {
    pub(super) fn new(description: Evidence, mut parts: Vec<Part<'d>>) -> Self {
        parts.sort_by(|a, b| a.file.cmp(&b.file));
        Self { description, parts }
    }

    /// Returns the description.
    pub fn description(&self) -> &Evidence {
        &self.description
    }

    /// Returns the files in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = &StoredFile> {
        self.parts.iter().map(|part| &part.file)
    }

    /// Returns the digest of the package: of the list of its files with their digests.
    pub fn digest(&self) -> Digest {
        digest_of(self.files())
    }

    /// Reads a file, and makes sure that it still is the one that was checked.
    ///
    /// # Errors
    /// When the file cannot be read, or has been changed.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        let changed = || Error::PackageChanged { path: path.to_owned() };
        let part = self.parts.iter().find(|p| p.file.path == path).ok_or_else(changed)?;
        part.read()
    }

    pub(super) fn parts(&self) -> &[Part<'d>] {
        &self.parts
    }
}

impl Part<'_> {
    /// Reads the file, and makes sure that it still is the one that was checked.
    pub(super) fn read(&self) -> Result<Vec<u8>, Error> {
        let bytes = match &self.origin {
            Origin::Bytes(bytes) => bytes.clone(),
            Origin::File(disk, path) => {
                read_all(*disk, path, self.file.bytes)?.unwrap_or_default()
            }
        };
        match Digest::of(&bytes).hex() == self.file.sha256 {
            true => Ok(bytes),
            false => Err(Error::PackageChanged { path: self.file.path.clone() }),
        }
    }
}

fn read_all(
    disk: &dyn Disk,
    path: &std::path::Path,
    most: u64,
) -> Result<Option<Vec<u8>>, DiskError> {
    read_whole(disk, path, most)
}

/// Returns the digest of a list of files: of a line for each, with digest and path.
pub(super) fn digest_of<'f>(files: impl Iterator<Item = &'f StoredFile>) -> Digest {
    let mut lines: Vec<String> =
        files.map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
    lines.sort_unstable();
    Digest::of(lines.concat().as_bytes())
}
