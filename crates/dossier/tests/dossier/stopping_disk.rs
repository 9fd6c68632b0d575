//! A disk that stops after a number of operations, as if the power went, or that refuses
//! one operation, as if it were full for a moment.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use untoc_dossier::{Action, Disk, DiskError, Flush, Held, Kind, RealDisk};

/// A disk that does not wait for its device: the waiting changes nothing that a test can
/// see, but the time it takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct QuickDisk;

impl Disk for QuickDisk {
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
        RealDisk.make_folder(path)
    }

    fn write_new(
        &self,
        path: &Path,
        bytes: &[u8],
        like: Option<&Path>,
        _: Flush,
    ) -> Result<(), DiskError> {
        RealDisk.write_new(path, bytes, like, Flush::Later)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, _: &Path) -> Result<(), DiskError> {
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        if RealDisk.kind(path)? == Kind::Absent {
            RealDisk.write_new(path, b"", None, Flush::Later)?;
        }
        let write = || OpenOptions::new().append(true).open(path)?.write_all(bytes);
        write().map_err(|source| refused(path, source))
    }

    fn cut(&self, path: &Path, length: u64) -> Result<(), DiskError> {
        let cut = || OpenOptions::new().write(true).open(path)?.set_len(length);
        cut().map_err(|source| refused(path, source))
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        RealDisk.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> Result<(), DiskError> {
        RealDisk.remove_folder(path)
    }

    fn try_lock(&self, path: &Path) -> Result<Option<Held>, DiskError> {
        RealDisk.try_lock(path)
    }
}

fn refused(path: &Path, source: std::io::Error) -> DiskError {
    DiskError { action: Action::Write, path: path.to_owned(), source }
}

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
pub(crate) struct StoppingDisk<'d> {
    inner: &'d dyn Disk,
    at: usize,
    how: Stop,
    once: bool,
    done: AtomicUsize,
}

impl StoppingDisk<'static> {
    pub(crate) fn new(at: usize, how: Stop) -> Self {
        Self::over(&QuickDisk, at, how)
    }

    /// Makes a disk that refuses one operation and then goes on.
    pub(crate) fn refusing(at: usize, how: Stop) -> Self {
        Self { once: true, ..Self::new(at, how) }
    }
}

impl<'d> StoppingDisk<'d> {
    /// Makes a disk that stops, over any other one.
    pub(crate) fn over(inner: &'d dyn Disk, at: usize, how: Stop) -> Self {
        Self { inner, at, how, once: false, done: AtomicUsize::new(0) }
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
        Err(refused(path, std::io::ErrorKind::StorageFull.into()))
    }
}

impl Disk for StoppingDisk<'_> {
    fn kind(&self, path: &Path) -> Result<Kind, DiskError> {
        self.inner.kind(path)
    }

    fn list(&self, path: &Path, most: usize) -> Result<Vec<String>, DiskError> {
        self.inner.list(path, most)
    }

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, DiskError> {
        self.inner.read(path, from, most)
    }

    fn make_folder(&self, path: &Path) -> Result<(), DiskError> {
        self.step(path, || self.inner.make_folder(path), || {})
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
            || self.inner.write_new(path, bytes, like, flush),
            || {
                let half = &bytes[..bytes.len() / 2];
                self.inner.write_new(path, half, like, flush).unwrap();
            },
        )
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        self.step(to, || self.inner.rename(from, to), || {})
    }

    fn sync_folder(&self, path: &Path) -> Result<(), DiskError> {
        self.step(path, || self.inner.sync_folder(path), || {})
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
        self.step(
            path,
            || self.inner.append(path, bytes),
            || self.inner.append(path, &bytes[..bytes.len() / 2]).unwrap(),
        )
    }

    fn cut(&self, path: &Path, length: u64) -> Result<(), DiskError> {
        self.step(path, || self.inner.cut(path, length), || {})
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        self.step(path, || self.inner.remove(path), || {})
    }

    fn remove_folder(&self, path: &Path) -> Result<(), DiskError> {
        self.step(path, || self.inner.remove_folder(path), || {})
    }

    fn try_lock(&self, path: &Path) -> Result<Option<Held>, DiskError> {
        self.inner.try_lock(path)
    }
}
