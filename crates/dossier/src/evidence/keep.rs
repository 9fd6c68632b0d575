//! Takes a package into a dossier.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use untoc_core::{EvidenceRecord, ItemId};

use super::item::{clear, home, shelf, stage};
use super::package::Package;
use super::walk::join;
use crate::act::Act;
use crate::change_set::{ChangeSet, ItemChange};
use crate::digest::Digest;
use crate::disk::{Disk, Flush, Kind};
use crate::dossier::Dossier;
use crate::error::Error;

impl Dossier<'_> {
    /// Takes a package into the dossier, unchanged, and returns the number of the change.
    ///
    /// The files are copied among the backups first, each compared with its digest; the
    /// write then moves them to their place in one moment. A copy that was stopped before
    /// is carried on.
    ///
    /// # Errors
    /// When there is an item of this id, a file cannot be read or has been changed since
    /// it was checked, or the disk refuses.
    pub fn add_item(
        &mut self,
        package: &Package<'_>,
        record: EvidenceRecord,
        act: &Act,
    ) -> Result<Option<u64>, Error> {
        let id = record.item.clone();
        let taken = self.contents.record(&id).is_some_and(|stored| stored.exists());
        if taken {
            return Err(Error::ItemExists { id });
        }
        if self.disk.kind(&home(&self.root, &id))? != Kind::Absent {
            return Err(Error::ItemTaken { id });
        }
        let folder = stage(&self.root, &id, package.digest());
        let copied = copy(self.disk, &self.root, &folder, package);
        let set = ChangeSet::item(&id, ItemChange::Add(Box::new(record)));
        let result = copied.and_then(|()| self.commit(&set, act));
        if result.is_err() && !self.is_recorded(&id) {
            // What was copied helps nobody, and may be private.
            let _ = clear(self.disk, &folder);
            let _ = self.disk.remove_folder(&shelf(&self.root, &id));
        }
        result
    }

    fn is_recorded(&self, id: &ItemId) -> bool {
        let file = crate::file_name::FileName::Evidence(id.clone());
        self.contents.index.files.contains_key(&file)
            || matches!(self.history_names(&file), Ok(true) | Err(_))
    }

    /// Says whether the history on the disk speaks of a file: after a write that failed,
    /// what is in memory may be older.
    fn history_names(&self, file: &crate::file_name::FileName) -> Result<bool, Error> {
        let contents =
            crate::contents::Contents::read(self.disk, &self.root, self.library)?;
        Ok(contents.index.files.contains_key(file))
    }
}

/// Copies a package into a folder and waits until everything is on the disk.
fn copy(
    disk: &dyn Disk,
    root: &Path,
    folder: &Path,
    package: &Package<'_>,
) -> Result<(), Error> {
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    for part in package.parts() {
        let path = join(folder, &part.file.path);
        if let Some(above) = path.parent() {
            disk.make_folder(above)?;
            let up = above.ancestors().take_while(|a| a.starts_with(root));
            folders.extend(up.map(Path::to_owned));
        }
        match disk.kind(&path)? {
            Kind::File(bytes)
                if bytes == part.file.bytes
                    && Digest::of_file(disk, &path, bytes)?.hex() == part.file.sha256 =>
            {
                continue;
            }
            Kind::Absent => {}
            Kind::File(_) | Kind::Folder | Kind::Link | Kind::Other => {
                clear(disk, &path)?
            }
        }
        disk.write_new(&path, &part.read()?, None, Flush::Now)?;
    }
    for folder in folders.iter().rev() {
        disk.sync_folder(folder)?;
    }
    Ok(())
}
