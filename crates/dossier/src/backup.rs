//! Earlier versions of a file, for people whose tools fail them.
//!
//! The history holds every value; a backup is the whole file as it was, which anybody
//! can copy back. The newest ten are kept, and before them the last one of each of ten
//! days.

use std::path::{Path, PathBuf};

use crate::disk::{Disk, DiskError};
use crate::file_name::FileName;

const NEWEST: usize = 10;
const DAYS: usize = 10;
const NAMES_MOST: usize = 10_000;

/// Makes room for a backup and returns its path: `20261124T093000Z-000012.json` is what
/// stood there before change 12.
pub(crate) fn place(
    disk: &dyn Disk,
    root: &Path,
    file: &FileName,
    at: &str,
    n: u64,
) -> Result<PathBuf, DiskError> {
    let folder = file.backups(root);
    disk.make_folder(&folder)?;
    let time: String = at.chars().filter(char::is_ascii_alphanumeric).collect();
    let path = folder.join(format!("{time}-{n:06}.json"));
    if disk.kind(&path)? != crate::disk::Kind::Absent {
        // Left by a write that did not get to its end.
        disk.remove(&path)?;
    }
    Ok(path)
}

/// Removes the backups that are too many; one that cannot be removed stays.
pub(crate) fn thin_out(disk: &dyn Disk, root: &Path, file: &FileName) {
    let folder = file.backups(root);
    let Ok(names) = disk.list(&folder, NAMES_MOST) else { return };
    for name in superfluous(&names) {
        let _ = disk.remove(&folder.join(name));
    }
}

/// Returns the names of the backups that need not be kept; foreign names are not ours.
fn superfluous(names: &[String]) -> Vec<&str> {
    let mut ours: Vec<&str> =
        names.iter().map(String::as_str).filter(|name| day(name).is_some()).collect();
    ours.sort_unstable_by(|a, b| b.cmp(a));
    let mut days: Vec<&str> = Vec::new();
    let mut extra = Vec::new();
    for name in ours.into_iter().skip(NEWEST) {
        let day = day(name).unwrap_or_default();
        if days.contains(&day) || days.len() == DAYS {
            extra.push(name);
        } else {
            days.push(day);
        }
    }
    extra
}

fn day(name: &str) -> Option<&str> {
    let (time, number) = name.strip_suffix(".json")?.split_once('-')?;
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (day, hour) = time.split_once('T')?;
    let ours = day.len() == 8
        && digits(day)
        && hour.strip_suffix('Z').is_some_and(digits)
        && digits(number);
    ours.then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The newest ten stay, and the last one of each of ten days before.
    #[test]
    fn keeps_new_and_daily_ones() {
        let mut names = Vec::new();
        for day in 1..=28 {
            for hour in 10..13 {
                names.push(format!(
                    "202602{day:02}T{hour}0000Z-{:06}.json",
                    day * 3 + hour
                ));
            }
        }
        names.push("my own copy.json".to_owned());
        let extra = superfluous(&names);
        let kept: Vec<&str> =
            names.iter().map(String::as_str).filter(|n| !extra.contains(n)).collect();
        insta::assert_debug_snapshot!(kept);
    }
}
