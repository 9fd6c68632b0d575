//! The files in a workbook.

use std::io::{Read, Seek};

use super::{WorkbookLimits, unreadable};
use crate::archive::Archive;
use crate::limits::Refusal;

/// The files in a workbook, read within limits.
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

    /// Returns the text of a file; none if it is not there.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, Refusal> {
        self.text_within(path, self.limits.part)
    }

    /// The same, for a file that is smaller than most.
    pub(super) fn small(&mut self, path: &str) -> Result<Option<String>, Refusal> {
        self.text_within(path, self.limits.small_part)
    }

    fn text_within(&mut self, path: &str, most: u64) -> Result<Option<String>, Refusal> {
        let found = self.archive.entries().iter().find(|entry| entry.path() == path);
        let Some(entry) = found.cloned() else { return Ok(None) };
        let bytes = self.archive.read(&entry, most)?.ok_or_else(|| unreadable("size"))?;
        let text = String::from_utf8(bytes).map_err(|_| unreadable("form"))?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }
}
