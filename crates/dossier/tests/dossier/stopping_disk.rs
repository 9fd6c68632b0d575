//! A disk that stops after a number of operations, as if the power went, or that refuses
//! one operation, as if it were full for a moment.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use untoc_dossier::{Action, Disk, DiskError, Flush, Held, Kind, RealDisk};

/// How the last operation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// It is not done.
    Before,
    /// Half of its bytes are written.
    Half,
    /// Nothing is done after it, but it is done whole.
    After,
}

/// A disk that stops at an operation that changes something.
#[derive(Debug)]
pub(crate) struct StoppingDisk {
    at: usize,
    how: Stop,
    once: bool,
    done: AtomicUsize,
}

impl StoppingDisk {
    pub(crate) fn new(at: usize, how: Stop) -> Self {
        Self { at, how, once: false, done: AtomicUsize::new(0) }
    }

    /// Makes a disk that refuses one operation and then goes on.
    pub(crate) fn refusing(at: usize, how: Stop) -> Self {
        Self { once: true, ..Self::new(at, how) }
    }

    /// Says whether the disk has stopped.
    pub(crate) fn stopped(&self) -> bool {
        self.done.load(Ordering::SeqCst) > self.at
    }

    fn step(
        &self,
        path: &Path,
        whole: impl FnOnce() -> Result<(), DiskError>,
        half: impl FnOnce(),
    ) -> Result<(), DiskError> {
        let number = self.done.fetch_add(1, Ordering::SeqCst);
        if number < self.at || (self.once && number > self.at) {
            return whole();
        }
        if number == self.at {
            match self.how {
                Stop::Before => {}
                Stop::Half => half(),
                Stop::After => whole()?,
            }
        }
        let source = std::io::Error::from(std::io::ErrorKind::StorageFull);
        Err(DiskError { action: Action::Write, path: path.to_owned(), source })
    }
}

impl Disk for StoppingDisk {
    fn kind(&self, path: &Path) -> Result<Kind, DiskError> {
        RealDisk.kind(path)
    }

    fn list(&self, path: &Path, most: usize) -> Result<Vec<String>, DiskError> {
        RealDisk.list(path, most)
    }

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, DiskError> {
        RealDisk.read(path, from, most)
    }

    fn make_folder(&self, path: &Path) -> Result<(), DiskError> {
        self.step(path, || RealDisk.make_folder(path), || {})
    }

    fn write_new(
        &self,
        path: &Path,
        bytes: &[u8],
        like: Option<&Path>,
        flush: Flush,
    ) -> Result<(), DiskError> {
        self.step(
            path,
            || RealDisk.write_new(path, bytes, like, flush),
            || {
                let half = &bytes[..bytes.len() / 2];
                RealDisk.write_new(path, half, like, flush).unwrap();
            },
        )
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        self.step(to, || RealDisk.rename(from, to), || {})
    }

    fn sync_folder(&self, path: &Path) -> Result<(), DiskError> {
        self.step(path, || RealDisk.sync_folder(path), || {})
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        self.step(
            path,
            || RealDisk.append(path, bytes),
            || RealDisk.append(path, &bytes[..bytes.len() / 2]).unwrap(),
        )
    }

    fn cut(&self, path: &Path, length: u64) -> Result<(), DiskError> {
        self.step(path, || RealDisk.cut(path, length), || {})
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        self.step(path, || RealDisk.remove(path), || {})
    }

    fn try_lock(&self, path: &Path) -> Result<Option<Held>, DiskError> {
        RealDisk.try_lock(path)
    }
}
