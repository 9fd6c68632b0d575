//! What is mended when a dossier is opened: a torn last line of the history is cut off
//! and kept, and a last line whose files are still the old ones is carried out.

use std::path::Path;

use untoc_core::{Code, Finding, Library, Place};

use crate::act::{Act, Via};
use crate::contents::Contents;
use crate::digest::Digest;
use crate::disk::{Disk, DiskError, Flush, Kind, read_whole};
use crate::draft::Draft;
use crate::error::Error;
use crate::file_name::{BACKUP, HISTORY};
use crate::history::{FileChange, Indexed, Line, Step};
use crate::stored::Raw;
use crate::values::read_steps;
use crate::write::{Target, replace};

/// How many torn lines are kept at most; the newest then takes the last place.
const TORN_MOST: usize = 100;

/// What was mended.
#[derive(Debug, Default)]
pub(crate) struct Repaired {
    /// Whether anything in the folder is another than before.
    pub changed: bool,
    /// The torn line, which is no longer there to be found again.
    pub torn: Option<Finding>,
}

/// Says whether something may have to be mended.
pub(crate) fn is_needed(contents: &Contents) -> bool {
    contents.index.torn > 0 || !behind(contents).is_empty()
}

/// Mends what was left by a write that was stopped. The lock is held, and `contents` was
/// read under it.
pub(crate) fn repair(
    disk: &dyn Disk,
    root: &Path,
    library: &Library,
    contents: &Contents,
) -> Result<Repaired, Error> {
    let mut repaired = Repaired::default();
    if contents.index.torn > 0 && contents.history_usable {
        let kept = keep_torn_line(disk, root, contents)?;
        disk.cut(&root.join(HISTORY), contents.index.whole)?;
        let finding = Finding::new(Code::HistoryTorn, Place::file(HISTORY));
        repaired.torn = Some(finding.plain("other", kept));
        repaired.changed = true;
    }
    for change in behind(contents) {
        repaired.changed |= roll_forward(disk, root, library, contents, change)?;
    }
    Ok(repaired)
}

/// Returns the files that the last line changes and that still are as they were.
pub(crate) fn behind(contents: &Contents) -> Vec<&FileChange> {
    let Some(last) = contents.index.last() else { return Vec::new() };
    if last.via == Via::Outside {
        return Vec::new();
    }
    let is_behind = |change: &&FileChange| {
        change.before != change.after
            && match contents.raw(&change.file) {
                Raw::Absent => change.before.is_none(),
                Raw::Text { digest, .. } | Raw::Bytes { digest } => {
                    change.before == Some(*digest)
                }
                Raw::Unusable => false,
            }
    };
    last.files.iter().filter(is_behind).collect()
}

fn roll_forward(
    disk: &dyn Disk,
    root: &Path,
    library: &Library,
    contents: &Contents,
    change: &FileChange,
) -> Result<bool, Error> {
    let Some(last) = contents.index.last() else { return Ok(false) };
    let steps = read_steps(disk, root, last)?;
    let Some(text) = text_after(disk, root, library, contents, change, steps) else {
        // A later version may have written it; nothing is lost, and the difference is
        // reported as a change from outside.
        return Ok(false);
    };
    let target = Target { file: change.file.clone(), text };
    replace(disk, root, contents, &stand_in(last), &target)?;
    Ok(true)
}

/// Returns the text that the file must get: worked out from the line, or the one that
/// was laid ready beside the file.
#[expect(clippy::option_option, reason = "the inner one is a file that must go")]
fn text_after(
    disk: &dyn Disk,
    root: &Path,
    library: &Library,
    contents: &Contents,
    change: &FileChange,
    steps: Option<Vec<Step>>,
) -> Option<Option<String>> {
    let before = match contents.raw(&change.file) {
        Raw::Text { text, .. } => Some(text.clone()),
        Raw::Absent | Raw::Bytes { .. } | Raw::Unusable => None,
    };
    let right = |text: &Option<String>| {
        text.as_ref().map(|text| Digest::of(text.as_bytes())) == change.after
    };
    let worked_out = steps.and_then(|steps| {
        let own = steps.iter().filter(|step| step.file == change.file);
        Draft::apply_all(before, own, library).ok()
    });
    if let Some(text) = worked_out.filter(right) {
        return Some(text);
    }
    let ready = change.file.temporary(root);
    let bytes = read_whole(disk, &ready, contents_most(disk, &ready)).ok()??;
    let text = Some(String::from_utf8(bytes).ok()?);
    right(&text).then_some(text)
}

fn contents_most(disk: &dyn Disk, path: &Path) -> u64 {
    match disk.kind(path) {
        Ok(Kind::File(length)) => length.min(crate::stored::FILE_MOST),
        _ => 0,
    }
}

/// A line that stands in the history already, for the name of a backup.
fn stand_in(line: &Indexed) -> Line {
    Line {
        n: line.n,
        act: Act::new(line.via.clone(), line.at.clone()),
        of: line.of,
        steps: Vec::new(),
        files: std::collections::BTreeMap::new(),
        previous: None,
    }
}

/// Keeps the torn line beside the backups and returns where.
fn keep_torn_line(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
) -> Result<String, DiskError> {
    let length = contents.index.torn as u64;
    let bytes = disk.read(&root.join(HISTORY), contents.index.whole, length)?;
    let folder = root.join(BACKUP).join("history");
    disk.make_folder(&folder)?;
    let name = |number: usize| format!("torn-{number:03}.txt");
    for number in 1..TORN_MOST {
        let path = folder.join(name(number));
        match disk.kind(&path)? {
            Kind::Absent => {
                disk.write_new(&path, &bytes, None, Flush::Now)?;
                return Ok(format!("{BACKUP}/history/{}", name(number)));
            }
            // A repair that was stopped has kept it already.
            Kind::File(same)
                if same == length && disk.read(&path, 0, length)? == bytes =>
            {
                return Ok(format!("{BACKUP}/history/{}", name(number)));
            }
            Kind::File(_) | Kind::Folder | Kind::Link | Kind::Other => {}
        }
    }
    let path = folder.join(name(TORN_MOST));
    if disk.kind(&path)? != Kind::Absent {
        disk.remove(&path)?;
    }
    disk.write_new(&path, &bytes, None, Flush::Now)?;
    Ok(format!("{BACKUP}/history/{}", name(TORN_MOST)))
}
