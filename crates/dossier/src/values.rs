//! The values of the history, read when they are needed.

use std::path::Path;

use untoc_core::Library;

use crate::contents::Contents;
use crate::digest::Digest;
use crate::disk::{Disk, DiskError};
use crate::draft::Draft;
use crate::file_name::{FileName, HISTORY};
use crate::history::{Indexed, LineView, Step};

/// Reads the steps of a line; `None` if they cannot be understood.
pub(crate) fn read_steps(
    disk: &dyn Disk,
    root: &Path,
    line: &Indexed,
) -> Result<Option<Vec<Step>>, DiskError> {
    let bytes = disk.read(&root.join(HISTORY), line.from, line.length as u64)?;
    Ok(steps_of(&bytes))
}

fn steps_of(bytes: &[u8]) -> Option<Vec<Step>> {
    LineView::read(std::str::from_utf8(bytes).ok()?)?.steps()
}

/// Works out from the history how it left a file; `None` if the history no longer tells,
/// the inner `None` if it left no file.
#[expect(clippy::option_option, reason = "the inner one is a file that is not there")]
pub(crate) fn replay(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    file: &FileName,
    library: &Library,
) -> Result<Option<Option<String>>, DiskError> {
    let expected = contents.index.files.get(file).copied().flatten();
    let mut text = None;
    if contents.index.files.contains_key(file) {
        for line in &contents.index.lines {
            if !line.files.iter().any(|change| change.file == *file) {
                continue;
            }
            let Some(steps) = read_steps(disk, root, line)? else { return Ok(None) };
            let own = steps.iter().filter(|step| step.file == *file);
            match Draft::apply_all(text, own, library) {
                Ok(after) => text = after,
                Err(_) => return Ok(None),
            }
        }
    }
    let digest = text.as_ref().map(|text: &String| Digest::of(text.as_bytes()));
    Ok((digest == expected).then_some(text))
}
