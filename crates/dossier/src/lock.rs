//! The lock: one writer at a time, for one write only.
//!
//! The lock is the file `.lock`, locked by the system, so that it is let go when its
//! holder dies. A note beside it says who holds it, for people; it is a file of its own
//! because Windows lets nobody read a locked one.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::act::Act;
use crate::disk::{Disk, Flush, Held, Kind};
use crate::error::{Error, Holder};
use crate::file_name::{LOCK, LOCK_NOTE};

/// How long the lock is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

const PAUSE: Duration = Duration::from_millis(20);
const NOTE_MOST: u64 = 4096;

/// Takes the lock of a dossier and says so in the note.
///
/// This is the one place of the crate that looks at a clock: for how long it has waited.
pub(crate) fn take(
    disk: &dyn Disk,
    root: &Path,
    act: Option<&Act>,
    patience: Duration,
) -> Result<Held, Error> {
    let path = root.join(LOCK);
    let start = Instant::now();
    loop {
        if let Some(held) = disk.try_lock(&path)? {
            write_note(disk, root, act);
            return Ok(held);
        }
        let waited = start.elapsed();
        if waited >= patience {
            let holder = read_note(disk, root);
            return Err(Error::Busy { path: root.to_owned(), holder, waited });
        }
        std::thread::sleep(PAUSE.min(patience.saturating_sub(waited)));
    }
}

/// The note helps people and nothing else, so a failure to write it stops nobody.
fn write_note(disk: &dyn Disk, root: &Path, act: Option<&Act>) {
    let path = root.join(LOCK_NOTE);
    let holder = Holder {
        by: act.and_then(|act| act.by.clone()),
        place: place(),
        since: act.map(|act| act.at.clone()),
    };
    if disk.kind(&path).is_ok_and(|kind| kind != Kind::Absent) {
        let _ = disk.remove(&path);
    }
    let text = untoc_core::json(&holder);
    let _ = disk.write_new(&path, text.as_bytes(), None, Flush::Later);
}

fn read_note(disk: &dyn Disk, root: &Path) -> Option<Holder> {
    let bytes = disk.read(&root.join(LOCK_NOTE), 0, NOTE_MOST).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn place() -> String {
    let name = ["COMPUTERNAME", "HOSTNAME"]
        .iter()
        .find_map(|key| std::env::var(key).ok().filter(|name| !name.trim().is_empty()))
        .or_else(|| std::fs::read_to_string("/proc/sys/kernel/hostname").ok());
    let process = std::process::id();
    match name {
        Some(name) => format!("{}, process {process}", name.trim()),
        None => format!("process {process}"),
    }
}
