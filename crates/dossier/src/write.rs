//! One write: lines of the history first, then the files, so that a write that is
//! stopped anywhere leaves the old state or can be carried on to the new one.

use std::collections::BTreeSet;
use std::path::Path;

use crate::backup;
use crate::contents::{Contents, HISTORY_MOST};
use crate::disk::{Disk, DiskError, Flush, Kind};
use crate::error::Error;
use crate::evidence::item;
use crate::file_name::{FileName, HISTORY};
use crate::history::Line;
use crate::stored::{FILE_MOST, Raw};

/// A file that gets another text, or goes (`None`).
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub file: FileName,
    pub text: Option<String>,
}

/// Writes lines and files. The lock is held, and `contents` was read under it.
///
/// Everything that can fail for want of space or permission is tried before the line is
/// written: the new texts stand beside their targets, the backups are made.
pub(crate) fn write(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    lines: &[Line],
    targets: &[Target],
) -> Result<(), Error> {
    let Some(last) = lines.last() else { return Ok(()) };
    let text: String = lines.iter().map(Line::to_text).collect();
    check_sizes(contents, &text, targets)?;
    for target in targets {
        item::check_place(disk, root, contents, target)?;
    }
    if let Err(error) = prepare(disk, root, contents, last, targets) {
        discard(disk, root, targets);
        return Err(error.into());
    }
    if let Err(error) = append(disk, root, contents, &text) {
        discard(disk, root, targets);
        return Err(error.into());
    }
    for target in targets {
        put_in_place(disk, root, contents, last, target).map_err(|source| {
            Error::Unfinished { n: last.n, file: target.file.clone(), source }
        })?;
    }
    finish(disk, root, targets);
    Ok(())
}

/// What cannot be read again is not written.
fn check_sizes(
    contents: &Contents,
    lines: &str,
    targets: &[Target],
) -> Result<(), Error> {
    let history = contents.index.whole.saturating_add(lines.len() as u64);
    if history > HISTORY_MOST {
        return Err(Error::TooLarge { file: HISTORY.to_owned(), limit: HISTORY_MOST });
    }
    let length = |target: &&Target| target.text.as_ref().map_or(0, String::len) as u64;
    match targets.iter().find(|target| length(target) > FILE_MOST) {
        Some(target) => {
            Err(Error::TooLarge { file: target.file.to_string(), limit: FILE_MOST })
        }
        None => Ok(()),
    }
}

/// Puts one text in the place of a file whose line stands in the history already.
pub(crate) fn replace(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    line: &Line,
    target: &Target,
) -> Result<(), Error> {
    let targets = std::slice::from_ref(target);
    prepare(disk, root, contents, line, targets)?;
    put_in_place(disk, root, contents, line, target)?;
    finish(disk, root, targets);
    Ok(())
}

fn prepare(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    line: &Line,
    targets: &[Target],
) -> Result<(), DiskError> {
    for target in targets {
        let path = target.file.path(root);
        let Some(text) = &target.text else {
            backup::place(disk, root, &target.file, &line.act.at, line.n)?;
            continue;
        };
        let folder = target.file.folder(root);
        if disk.kind(&folder)? == Kind::Absent {
            disk.make_folder(&folder)?;
        }
        let temporary = target.file.temporary(root);
        clear(disk, &temporary)?;
        disk.write_new(&temporary, text.as_bytes(), Some(&path), Flush::Now)?;
        if let Raw::Text { text, .. } = contents.raw(&target.file) {
            let place = backup::place(disk, root, &target.file, &line.act.at, line.n)?;
            disk.write_new(&place, text.as_bytes(), Some(&path), Flush::Later)?;
        }
    }
    Ok(())
}

fn append(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    lines: &str,
) -> Result<(), DiskError> {
    let path = root.join(HISTORY);
    let mut text = String::new();
    if contents.index.unended {
        text.push('\n');
    }
    text.push_str(lines);
    let new = disk.kind(&path)? == Kind::Absent;
    if let Err(error) = disk.append(&path, text.as_bytes()) {
        // Half a line would be cut when the dossier is opened next; better now.
        if !new {
            let _ = disk.cut(&path, contents.index.whole);
        }
        return Err(error);
    }
    if new {
        disk.sync_folder(root)?;
    }
    Ok(())
}

fn put_in_place(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    line: &Line,
    target: &Target,
) -> Result<(), DiskError> {
    let path = target.file.path(root);
    item::put_in_place(disk, root, contents, target)?;
    match &target.text {
        Some(_) => disk.rename(&target.file.temporary(root), &path),
        None if disk.kind(&path)? == Kind::Absent => Ok(()),
        None => {
            let place = backup::place(disk, root, &target.file, &line.act.at, line.n)?;
            disk.rename(&path, &place)
        }
    }
}

/// Waits until the new names are on the disk and thins out the backups. The change
/// stands whatever happens here: the history would bring it back.
fn finish(disk: &dyn Disk, root: &Path, targets: &[Target]) {
    let folders: BTreeSet<_> = targets.iter().map(|t| t.file.folder(root)).collect();
    for folder in folders {
        let _ = disk.sync_folder(&folder);
    }
    for target in targets {
        backup::thin_out(disk, root, &target.file);
    }
}

fn discard(disk: &dyn Disk, root: &Path, targets: &[Target]) {
    for target in targets {
        let _ = clear(disk, &target.file.temporary(root));
    }
}

fn clear(disk: &dyn Disk, path: &Path) -> Result<(), DiskError> {
    match disk.kind(path)? {
        Kind::Absent => Ok(()),
        Kind::File(_) | Kind::Folder | Kind::Link | Kind::Other => disk.remove(path),
    }
}
