//! A disk that refuses every write.
//!
//! A check changes nothing: it may run on somebody else's dossiers, on a share that is
//! mounted for reading, beside a person who works in them, and twice with the same result.

use std::io::{Error, ErrorKind};
use std::path::Path;

use super::{Action, Disk, DiskError, Flush, Held, Kind};

/// A disk that refuses every write and every lock.
pub struct ReadOnly<'d>(pub &'d dyn Disk);

pub(super) fn refuse<T>(action: Action, path: &Path) -> Result<T, DiskError> {
    let source = Error::from(ErrorKind::ReadOnlyFilesystem);
    Err(DiskError { action, path: path.to_owned(), source })
}

/// The methods of a disk that refuses every write and every lock.
macro_rules! refuse_writes {
    () => {
        fn make_folder(&self, path: &Path) -> Result<(), DiskError> {
            refuse(Action::Write, path)
        }

        fn write_new(
            &self,
            path: &Path,
            _bytes: &[u8],
            _like: Option<&Path>,
            _flush: Flush,
        ) -> Result<(), DiskError> {
            refuse(Action::Write, path)
        }

        fn rename(&self, _from: &Path, to: &Path) -> Result<(), DiskError> {
            refuse(Action::Write, to)
        }

        fn sync_folder(&self, path: &Path) -> Result<(), DiskError> {
            refuse(Action::Write, path)
        }

        fn append(&self, path: &Path, _bytes: &[u8]) -> Result<(), DiskError> {
            refuse(Action::Write, path)
        }

        fn cut(&self, path: &Path, _length: u64) -> Result<(), DiskError> {
            refuse(Action::Write, path)
        }

        fn remove(&self, path: &Path) -> Result<(), DiskError> {
            refuse(Action::Write, path)
        }

        fn remove_folder(&self, path: &Path) -> Result<(), DiskError> {
            refuse(Action::Write, path)
        }

        fn try_lock(&self, path: &Path) -> Result<Option<Held>, DiskError> {
            refuse(Action::Lock, path)
        }
    };
}
pub(super) use refuse_writes;

impl Disk for ReadOnly<'_> {
    fn kind(&self, path: &Path) -> Result<Kind, DiskError> {
        self.0.kind(path)
    }

    fn list(&self, path: &Path, most: usize) -> Result<Vec<String>, DiskError> {
        self.0.list(path, most)
    }

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, DiskError> {
        self.0.read(path, from, most)
    }

    refuse_writes!();
}
