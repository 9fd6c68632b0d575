//! The disk: every operation of this crate that touches the file system.
//!
//! The operations are small on purpose: a test stops after each of them in turn, opens
//! the dossier again and looks whether anything is lost. [`RealDisk`] is the one that a
//! command uses.

mod packed;
mod read_only;
mod real;

use std::any::Any;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub use packed::PackedDisk;
pub use read_only::ReadOnly;
pub use real::RealDisk;

/// The operations on the file system that a dossier needs.
///
/// No operation follows a link in the last part of its path. Whoever opens a path first
/// asks for its [`Kind`].
pub trait Disk: Sync {
    /// Says what stands at a path, without following a link.
    fn kind(&self, path: &Path) -> Result<Kind, DiskError>;

    /// Returns the names in a folder in order, at most `most` of them. A name that is no
    /// Unicode text is left out.
    fn list(&self, path: &Path, most: usize) -> Result<Vec<String>, DiskError>;

    /// Reads a regular file from a byte on, at most `most` bytes.
    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, DiskError>;

    /// Makes a folder and those above it, where they do not exist yet; new ones are their
    /// owner's only.
    fn make_folder(&self, path: &Path) -> Result<(), DiskError>;

    /// Writes a file that must not exist yet. It gets the permissions of `like`, or else
    /// is its owner's only.
    fn write_new(
        &self,
        path: &Path,
        bytes: &[u8],
        like: Option<&Path>,
        flush: Flush,
    ) -> Result<(), DiskError>;

    /// Renames a file; one of the new name is replaced in the same moment. A folder can
    /// be renamed where nothing has the new name.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError>;

    /// Waits until the names in a folder are on the disk, where there is such a thing.
    fn sync_folder(&self, path: &Path) -> Result<(), DiskError>;

    /// Writes at the end of a file, which is made if need be, and waits until it is on
    /// the disk.
    fn append(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError>;

    /// Cuts a file to a length and waits until that is on the disk.
    fn cut(&self, path: &Path, length: u64) -> Result<(), DiskError>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> Result<(), DiskError>;

    /// Removes a folder that is empty.
    fn remove_folder(&self, path: &Path) -> Result<(), DiskError>;

    /// Tries once to take the lock on a file, which is made if need be; `None` when
    /// somebody else holds it. It is let go when the returned value is dropped.
    fn try_lock(&self, path: &Path) -> Result<Option<Held>, DiskError>;
}

/// When written bytes are on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flush {
    /// When the operation returns: what follows depends on it.
    Now,
    /// Whenever the system likes: a loss would do no harm.
    Later,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Absent,
    /// A regular file of this many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link to somewhere else.
    Link,
    /// A device, a pipe.
    Other,
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Absent => "nothing",
            Self::File(_) => "file",
            Self::Folder => "folder",
            Self::Link => "link",
            Self::Other => "device",
        }
    }
}

/// A lock that is held until this is dropped.
#[must_use = "the lock is let go when this is dropped"]
pub struct Held {
    _guard: Box<dyn Any + Send>,
}

impl Held {
    /// Makes a lock that is let go when `guard` is dropped.
    pub fn new(guard: impl Any + Send) -> Self {
        Self { _guard: Box::new(guard) }
    }
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Held")
    }
}

/// What was being done when the file system said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Looking at or reading something.
    Read,
    /// Making, writing, renaming, cutting or removing something.
    Write,
    /// Taking the lock.
    Lock,
}

/// Says that the file system refused an operation.
#[derive(Debug, thiserror::Error)]
#[error("cannot {} {}: {}", .action.verb(), .path.display(), reason(.source))]
pub struct DiskError {
    /// What was being done.
    pub action: Action,
    /// With what.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl Action {
    fn verb(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Lock => "lock",
        }
    }
}

/// Says in plain words why a system said no, where it is one of the usual reasons.
#[expect(clippy::wildcard_enum_match_arm, reason = "the list of kinds is open")]
fn reason(error: &io::Error) -> String {
    let plain = match error.kind() {
        ErrorKind::NotFound => "it is not there",
        ErrorKind::PermissionDenied => "the system does not allow it",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            "another program holds it open"
        }
        ErrorKind::NotADirectory => "a file stands where a folder is expected",
        ErrorKind::IsADirectory => "a folder stands where a file is expected",
        ErrorKind::Unsupported => "this kind of disk does not support it",
        _ => return error.to_string(),
    };
    plain.to_owned()
}

impl DiskError {
    pub(crate) fn new(action: Action, path: &Path, source: io::Error) -> Self {
        Self { action, path: path.to_owned(), source }
    }
}

/// Reads a whole file, or says that it has more than `most` bytes by returning `None`.
pub(crate) fn read_whole(
    disk: &dyn Disk,
    path: &Path,
    most: u64,
) -> Result<Option<Vec<u8>>, DiskError> {
    if let Kind::File(length) = disk.kind(path)?
        && length > most
    {
        return Ok(None);
    }
    let bytes = disk.read(path, 0, most.saturating_add(1))?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}
