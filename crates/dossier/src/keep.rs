//! Files that the history does not follow: written whole, in one moment.

use std::path::Path;

use crate::disk::{Disk, DiskError, Flush, Kind};

/// The most earlier versions of such a file.
const EARLIER_MOST: usize = 99;

/// Writes a file in a folder that is there, in place of one of that name. Who reads it
/// meanwhile finds the old one or the new one.
pub(crate) fn replace(
    disk: &dyn Disk,
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> Result<(), DiskError> {
    let temporary = folder.join(format!(".{name}.new"));
    if disk.kind(&temporary)? != Kind::Absent {
        // Left by a write that did not get to its end.
        disk.remove(&temporary)?;
    }
    disk.write_new(&temporary, bytes, None, Flush::Now)?;
    disk.rename(&temporary, &folder.join(name))?;
    disk.sync_folder(folder)
}

/// Keeps what a file holds in a folder of its own: `001.json`, `002.json`. The newest takes
/// the place of the last one when there are too many.
pub(crate) fn keep_earlier(
    disk: &dyn Disk,
    folder: &Path,
    bytes: &[u8],
) -> Result<(), DiskError> {
    disk.make_folder(folder)?;
    for number in 1..=EARLIER_MOST {
        let name = format!("{number:03}.json");
        if disk.kind(&folder.join(&name))? == Kind::Absent || number == EARLIER_MOST {
            return replace(disk, folder, &name, bytes);
        }
    }
    Ok(())
}
