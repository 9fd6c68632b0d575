//! Writes a set of changes.

use std::path::PathBuf;

use crate::act::{Act, Via};
use crate::change_set::ChangeSet;
use crate::compose::{Composed, Started, compose, file_states};
use crate::contents::Contents;
use crate::disk::{Flush, Kind};
use crate::dossier::Dossier;
use crate::error::Error;
use crate::file_name::BACKUP;
use crate::history::{Line, LineView};
use crate::outside;
use crate::write::write;

impl Dossier<'_> {
    /// Writes a set of changes, all of it or nothing, and returns its number in the
    /// history; `None` if nothing is to be changed.
    ///
    /// The lock is held for this one write. Everything is read again first, so that
    /// changes by others to other entries stay. Changes from outside this tool are
    /// recorded before the own ones.
    ///
    /// # Errors
    /// When somebody else is writing or has changed the same entries since they were
    /// read, when a file has faults that would be lost, or the disk refuses. Then
    /// nothing has changed, but for [`Error::Unfinished`].
    pub fn commit(&mut self, set: &ChangeSet, act: &Act) -> Result<Option<u64>, Error> {
        let started = Started::of(&self.contents);
        let _held = self.begin(act)?;
        match compose(&self.contents, &started, set, self.library) {
            Ok(composed) if composed.steps.is_empty() => Ok(None),
            Ok(composed) => self.record(composed, act, None).map(Some),
            Err(Error::Conflict { entries, files, .. }) => {
                let kept = self.keep_conflict(&entries, &files, &act.at);
                Err(Error::Conflict { entries, files, kept })
            }
            Err(error) => Err(error),
        }
    }

    /// Writes steps and their texts, after what was changed from outside. The lock is
    /// held, and the contents were read under it.
    pub(crate) fn record(
        &mut self,
        composed: Composed,
        act: &Act,
        of: Option<u64>,
    ) -> Result<u64, Error> {
        let mut lines = Vec::new();
        let mut previous = self.contents.index.last().map(|line| line.digest);
        let mut n = self.contents.index.next_number();
        let outside =
            outside::steps(self.disk, &self.root, &self.contents, self.library)?;
        if !outside.is_empty() {
            let differences = self.contents.differences();
            let line = Line {
                n,
                act: act.with(Via::Outside),
                of: None,
                steps: outside,
                files: differences.into_iter().map(|d| (d.file, d.found)).collect(),
                previous,
            };
            previous = LineView::read(line.to_text().trim_end()).map(|v| v.digest());
            n = n.saturating_add(1);
            lines.push(line);
        }
        lines.push(Line {
            n,
            act: act.clone(),
            of,
            files: file_states(&composed.targets),
            steps: composed.steps,
            previous,
        });
        write(self.disk, &self.root, &self.contents, &lines, &composed.targets)?;
        self.contents = Contents::read(self.disk, &self.root, self.library)?;
        Ok(n)
    }

    /// Keeps what was to be written but met a conflict, so that nobody types it twice.
    fn keep_conflict(
        &self,
        entries: &[untoc_core::Conflict],
        files: &[crate::error::FileConflict],
        at: &str,
    ) -> Option<PathBuf> {
        let folder = self.root.join(BACKUP).join("conflicts");
        let mut kept = serde_json::Map::new();
        for entry in entries {
            let text = serde_json::to_value(&entry.theirs).ok()?;
            kept.insert(entry.question.to_string(), text);
        }
        for file in files {
            kept.insert(file.file.to_string(), file.theirs.clone().into());
        }
        self.disk.make_folder(&folder).ok()?;
        let time: String = at.chars().filter(char::is_ascii_alphanumeric).collect();
        let path = (1..1000)
            .map(|number| folder.join(format!("{time}-{number}.json")))
            .find(|path| self.disk.kind(path).is_ok_and(|k| k == Kind::Absent))?;
        let text = untoc_core::json(&kept);
        self.disk.write_new(&path, text.as_bytes(), None, Flush::Later).ok()?;
        Some(path)
    }
}
