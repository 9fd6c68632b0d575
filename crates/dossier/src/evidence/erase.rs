//! Erases an evidence item: its package, its backups and its values in the history.

use std::path::Path;

use untoc_core::{Erased, EvidenceRecord, ItemId};

use super::item::{clear, shelf};
use crate::act::{Act, Via};
use crate::change_set::{ChangeSet, ItemChange};
use crate::contents::{Contents, HISTORY_MOST};
use crate::digest::Digest;
use crate::disk::{Disk, DiskError, Flush, read_whole};
use crate::dossier::Dossier;
use crate::error::Error;
use crate::file_name::{BACKUP, FileName, HISTORY};
use crate::history::erase_values;

const NAMES_MOST: usize = 10_000;
const NEW_HISTORY: &str = ".history.jsonl.new";

impl Dossier<'_> {
    /// Erases an evidence item. In its place stays a record with its digest, when it was
    /// erased and why; `set` holds what changes before, such as links to it that go.
    ///
    /// Its files go for good, from the backups too, and each of its values in the history
    /// is replaced by its digest, so that the chain of the history still holds. Erasing an
    /// item again carries out what was stopped the first time.
    ///
    /// # Errors
    /// When there never was such an item, or the disk refuses.
    pub fn erase_item(
        &mut self,
        id: &ItemId,
        reason: &str,
        set: &ChangeSet,
        act: &Act,
    ) -> Result<(), Error> {
        let file = FileName::Evidence(id.clone());
        // A change of its own, which can be taken back.
        self.commit(set, act)?;
        let stored = self.contents.record(id);
        let record = stored.and_then(|stored| stored.value().cloned());
        if record.as_ref().is_none_or(|record| record.erased.is_none()) {
            let digest = match &record {
                Some(record) => record.digest.clone(),
                None => self.last_digest(id, &file)?,
            };
            let erased = Erased { at: act.at.clone(), reason: reason.to_owned() };
            let left = EvidenceRecord::tombstone(id.clone(), digest, erased);
            let set = ChangeSet::item(id, ItemChange::Erase(Box::new(left)));
            self.commit(&set, &act.with(Via::Erase))?;
        }
        let _held = self.begin(act)?;
        self.erase_from_history(&file)?;
        self.erase_from_backups(id, &file)?;
        self.contents = Contents::read(self.disk, &self.root, self.library)?;
        Ok(())
    }

    /// Returns the digest of an item that was removed before: that of its package among
    /// the backups, or else that of its last record.
    fn last_digest(&self, id: &ItemId, file: &FileName) -> Result<String, Error> {
        let names =
            self.disk.list(&shelf(&self.root, id), NAMES_MOST).unwrap_or_default();
        let kept = names.iter().find_map(|name| Digest::parse(&format!("sha256:{name}")));
        let lines = self.contents.index.lines.iter().rev();
        let mut changes = lines.flat_map(|line| &line.files).filter(|c| c.file == *file);
        let recorded = changes.find_map(|change| change.after.or(change.before));
        let digest = kept.or(recorded).ok_or_else(|| Error::NoItem { id: id.clone() })?;
        Ok(digest.to_string())
    }

    fn erase_from_history(&self, file: &FileName) -> Result<(), Error> {
        let path = self.root.join(HISTORY);
        let too_large =
            || Error::TooLarge { file: HISTORY.to_owned(), limit: HISTORY_MOST };
        let bytes = read_whole(self.disk, &path, HISTORY_MOST)?.ok_or_else(too_large)?;
        let Some(erased) = erase_values(&bytes, file) else { return Ok(()) };
        let new = self.root.join(NEW_HISTORY);
        clear(self.disk, &new)?;
        self.disk.write_new(&new, &erased, Some(&path), Flush::Now)?;
        self.disk.rename(&new, &path)?;
        self.disk.sync_folder(&self.root)?;
        Ok(())
    }

    fn erase_from_backups(&self, id: &ItemId, file: &FileName) -> Result<(), Error> {
        clear(self.disk, &shelf(&self.root, id))?;
        clear(self.disk, &file.backups(&self.root))?;
        clear(self.disk, &file.temporary(&self.root))?;
        // What was cut off the history or refused may hold a record.
        let name = file.to_string();
        for folder in ["history", "conflicts"] {
            let folder = self.root.join(BACKUP).join(folder);
            for kept in self.disk.list(&folder, NAMES_MOST).unwrap_or_default() {
                let path = folder.join(kept);
                if mentions(self.disk, &path, &name)? {
                    self.disk.remove(&path)?;
                }
            }
        }
        Ok(())
    }
}

fn mentions(disk: &dyn Disk, path: &Path, name: &str) -> Result<bool, DiskError> {
    let bytes = read_whole(disk, path, HISTORY_MOST)?.unwrap_or_default();
    Ok(bytes.windows(name.len()).any(|part| part == name.as_bytes()))
}
