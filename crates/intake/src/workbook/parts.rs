//! The files in a workbook.

use std::io::{ErrorKind, Read, Seek};

use super::xml::{LIMITS, Node};
use super::{WorkbookLimits, unreadable};
use crate::archive::{Archive, entry_refusal};
use crate::limits::Refusal;
use crate::xml::{StreamFault, walk_stream};

/// The files in a workbook, read within limits and piece by piece: none is ever held whole.
#[derive(Debug)]
pub(super) struct Parts<R> {
    archive: Archive<R>,
    limits: WorkbookLimits,
}

impl<R: Read + Seek> Parts<R> {
    pub(super) fn new(archive: Archive<R>, limits: WorkbookLimits) -> Self {
        Self { archive, limits }
    }

    pub(super) fn limits(&self) -> &WorkbookLimits {
        &self.limits
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.archive.entries().iter().any(|entry| entry.path() == path)
    }

    pub(super) fn has_below(&self, folder: &str) -> bool {
        self.archive.entries().iter().any(|entry| entry.path().starts_with(folder))
    }

    /// Walks through a file and hands over each node; `visit` says whether to go on. Says
    /// whether the file is there.
    pub(super) fn walk(
        &mut self,
        path: &str,
        visit: &mut dyn FnMut(Node<'_>) -> bool,
    ) -> Result<bool, Refusal> {
        self.walk_within(path, self.limits.part, visit)
    }

    /// The same, for a file that is smaller than most.
    pub(super) fn walk_small(
        &mut self,
        path: &str,
        visit: &mut dyn FnMut(Node<'_>) -> bool,
    ) -> Result<bool, Refusal> {
        self.walk_within(path, self.limits.small_part, visit)
    }

    fn walk_within(
        &mut self,
        path: &str,
        most: u64,
        visit: &mut dyn FnMut(Node<'_>) -> bool,
    ) -> Result<bool, Refusal> {
        let found = self.archive.entries().iter().find(|entry| entry.path() == path);
        let Some(entry) = found.cloned() else { return Ok(false) };
        let stream = self.archive.stream(&entry, most)?;
        let stream = stream.ok_or_else(|| unreadable("size"))?;
        match walk_stream(stream, LIMITS, visit) {
            Ok(()) => Ok(true),
            Err(StreamFault::Xml) => Err(unreadable("form")),
            Err(StreamFault::Io(error)) if error.kind() == ErrorKind::FileTooLarge => {
                Err(unreadable("size"))
            }
            Err(StreamFault::Io(error)) => Err(entry_refusal(error, path)),
        }
    }
}
