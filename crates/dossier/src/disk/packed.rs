//! A zip file as a disk: a dossier in it is checked without being unpacked.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Read, Seek};
use std::path::{Component, Path};
use std::sync::{Mutex, PoisonError};

use untoc_core::Finding;
use untoc_intake::{Archive, ArchiveEntry, Refusal};

use super::read_only::{refuse, refuse_writes};
use super::{Action, Disk, DiskError, Flush, Held, Kind};

/// A zip file as a disk that can be read and not written.
pub struct PackedDisk<R> {
    files: BTreeMap<String, ArchiveEntry>,
    archive: Mutex<Archive<R>>,
    /// What was refused while entries were unpacked.
    refused: Mutex<Vec<Finding>>,
}

impl<R: Read + Seek> PackedDisk<R> {
    /// Makes a disk of a zip file whose directory has been read.
    pub fn new(archive: Archive<R>) -> Self {
        let files = archive.entries().iter();
        let files = files.map(|entry| (entry.path().to_owned(), entry.clone())).collect();
        Self { files, archive: Mutex::new(archive), refused: Mutex::new(Vec::new()) }
    }

    /// Returns the paths of all files in their order.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Returns what has been refused so far while entries were unpacked.
    pub fn refused(&self) -> Vec<Finding> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns what was refused while entries were unpacked.
    pub fn into_refused(self) -> Vec<Finding> {
        self.refused.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_folder(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        path.is_empty()
            || self
                .files
                .range(inside.clone()..)
                .next()
                .is_some_and(|(name, _)| name.starts_with(&inside))
    }

    fn unpack(&self, path: &Path, most: u64) -> Result<Option<Vec<u8>>, Error> {
        let Some(entry) = self.files.get(&text(path)) else {
            return Err(ErrorKind::NotFound.into());
        };
        let mut archive = self.archive.lock().unwrap_or_else(PoisonError::into_inner);
        archive.read(entry, most).map_err(|refusal| match refusal {
            Refusal::Io(error) => error,
            Refusal::Finding(finding) => {
                let mut refused =
                    self.refused.lock().unwrap_or_else(PoisonError::into_inner);
                if !refused.contains(&finding) {
                    refused.push(*finding);
                }
                ErrorKind::InvalidData.into()
            }
        })
    }
}

/// Returns a path as entries are named.
fn text(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        Component::Prefix(_)
        | Component::RootDir
        | Component::CurDir
        | Component::ParentDir => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

impl<R: Read + Seek + Send> Disk for PackedDisk<R> {
    fn kind(&self, path: &Path) -> Result<Kind, DiskError> {
        let path = text(path);
        Ok(match self.files.get(&path) {
            Some(entry) => Kind::File(entry.size()),
            None if self.is_folder(&path) => Kind::Folder,
            None => Kind::Absent,
        })
    }

    fn list(&self, path: &Path, most: usize) -> Result<Vec<String>, DiskError> {
        let path = text(path);
        let inside = if path.is_empty() { path } else { format!("{path}/") };
        let mut names: Vec<String> = Vec::new();
        for (name, _) in self.files.range(inside.clone()..) {
            let Some(rest) = name.strip_prefix(&inside) else { break };
            let name = rest.split('/').next().unwrap_or(rest);
            if names.last().is_none_or(|last| last != name) {
                names.push(name.to_owned());
            }
            if names.len() == most {
                break;
            }
        }
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, DiskError> {
        let refused =
            |source| DiskError { action: Action::Read, path: path.to_owned(), source };
        // The caller has asked for the size, and asks for one byte more than its limit.
        let bytes = self.unpack(path, from.saturating_add(most)).map_err(refused)?;
        let mut bytes = bytes.ok_or_else(|| refused(ErrorKind::FileTooLarge.into()))?;
        bytes.drain(..usize::try_from(from).unwrap_or(usize::MAX).min(bytes.len()));
        bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    refuse_writes!();
}
