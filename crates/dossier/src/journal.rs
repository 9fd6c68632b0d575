//! The autosave area: what is typed and not yet a change in the history.
//!
//! Somebody who types into a form must not lose a word, and must not fill the history
//! with every keystroke. So what a field holds goes into a journal beside the history,
//! line by line, each on the disk before it is called saved. When the field is left, it
//! becomes one change of the history and is struck off here; what cannot become a change
//! yet, because it is no valid answer or somebody else has changed the same one, stays
//! until a person decides. The journal is its owner's only and no part of an export.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use untoc_core::{QuestionId, QuestionnaireId};

use crate::disk::{Disk, DiskError, Kind, read_whole};

/// The name and major version of a line of the journal.
pub const JOURNAL_FORMAT: &str = "untoc-autosave/1";

const FOLDER: &str = ".autosave";
const FILE: &str = "journal.jsonl";
/// What people let go, for the day on which they think better of it.
const LET_GO: &str = "let-go.jsonl";

/// The most bytes that a journal may have; a healthy one has a few thousand.
const JOURNAL_MOST: u64 = 64 << 20;

/// What somebody has typed for one question and what is not in the history yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsaved {
    /// Always [`JOURNAL_FORMAT`].
    pub format: String,
    /// The questionnaire.
    pub questionnaire: QuestionnaireId,
    /// The question.
    pub question: QuestionId,
    /// Which window it was typed in, so that two windows do not overwrite each other.
    pub window: String,
    /// When it was typed (UTC).
    pub at: String,
    /// The digest of the entry that it started from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub base: String,
    /// The fields of the form by their names, as typed; `None` strikes the question off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<(String, String)>>,
}

impl Unsaved {
    /// Makes a record of what was typed.
    pub fn new(
        questionnaire: &QuestionnaireId,
        question: &QuestionId,
        window: impl Into<String>,
        at: impl Into<String>,
    ) -> Self {
        Self {
            format: JOURNAL_FORMAT.to_owned(),
            questionnaire: questionnaire.clone(),
            question: question.clone(),
            window: window.into(),
            at: at.into(),
            base: String::new(),
            fields: None,
        }
    }

    /// Returns the record that strikes this one off.
    #[must_use]
    pub fn struck(&self) -> Self {
        Self { fields: None, base: String::new(), ..self.clone() }
    }
}

/// The autosave area of one dossier.
#[derive(Clone)]
pub struct Journal<'d> {
    disk: &'d dyn Disk,
    folder: PathBuf,
}

impl std::fmt::Debug for Journal<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl<'d> Journal<'d> {
    /// Returns the autosave area of the dossier in a folder; nothing is made yet.
    pub fn of(disk: &'d dyn Disk, root: &Path) -> Self {
        Self { disk, folder: root.join(FOLDER) }
    }

    fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// Adds records; when this returns, they are on the disk.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add(&self, records: &[Unsaved]) -> Result<(), DiskError> {
        self.append(&self.file(), records)
    }

    fn append(&self, file: &Path, records: &[Unsaved]) -> Result<(), DiskError> {
        if records.is_empty() {
            return Ok(());
        }
        if self.disk.kind(&self.folder)? == Kind::Absent {
            self.disk.make_folder(&self.folder)?;
        }
        let mut text = String::new();
        if self.ends_torn(file)? {
            text.push('\n');
        }
        for record in records {
            let line =
                serde_json::to_string(record).expect("texts can be written as JSON");
            text.push_str(&line);
            text.push('\n');
        }
        self.disk.append(file, text.as_bytes())
    }

    /// Returns what is not in the history yet, the oldest first. A torn or strange line
    /// is passed over: it was never called saved.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn read(&self) -> Result<Vec<Unsaved>, DiskError> {
        let file = self.file();
        if !matches!(self.disk.kind(&file)?, Kind::File(_)) {
            return Ok(Vec::new());
        }
        let bytes = read_whole(self.disk, &file, JOURNAL_MOST)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let mut open: BTreeMap<(QuestionId, String), (usize, Unsaved)> = BTreeMap::new();
        for (at, line) in text.lines().enumerate() {
            let Ok(record) = serde_json::from_str::<Unsaved>(line) else { continue };
            if record.format != JOURNAL_FORMAT {
                continue;
            }
            let key = (record.question.clone(), record.window.clone());
            if record.fields.is_some() {
                open.insert(key, (at, record));
            } else {
                open.remove(&key);
            }
        }
        let mut left: Vec<(usize, Unsaved)> = open.into_values().collect();
        left.sort_by_key(|(at, _)| *at);
        Ok(left.into_iter().map(|(_, record)| record).collect())
    }

    /// Strikes records off, and empties the journal when nothing is left in it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn strike(&self, records: &[Unsaved]) -> Result<(), DiskError> {
        if records.is_empty() {
            return Ok(());
        }
        let struck: Vec<Unsaved> = records.iter().map(Unsaved::struck).collect();
        self.add(&struck)?;
        if self.read()?.is_empty() {
            self.disk.cut(&self.file(), 0)?;
        }
        Ok(())
    }

    /// Strikes records off that somebody has decided against. Their texts go into a file
    /// of their own first, since nothing that was typed is ever lost.
    ///
    /// # Errors
    /// When the disk refuses; what is not written down stays in the journal.
    pub fn let_go(&self, records: &[Unsaved]) -> Result<(), DiskError> {
        self.append(&self.folder.join(LET_GO), records)?;
        self.strike(records)
    }

    /// Says whether the last line was cut off, so that the next one must not be glued to
    /// it.
    fn ends_torn(&self, file: &Path) -> Result<bool, DiskError> {
        match self.disk.kind(file)? {
            Kind::File(length) if length > 0 => {
                Ok(self.disk.read(file, length - 1, 1)? != b"\n")
            }
            Kind::File(_) | Kind::Absent | Kind::Folder | Kind::Link | Kind::Other => {
                Ok(false)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::RealDisk;

    fn typed(window: &str, text: &str) -> Unsaved {
        let questionnaire = QuestionnaireId::unchecked("untoc-cluster-1");
        let question = QuestionId::unchecked("untoc-5-q3");
        Unsaved {
            base: "none".to_owned(),
            fields: Some(vec![("untoc-5-q3/value".to_owned(), text.to_owned())]),
            ..Unsaved::new(&questionnaire, &question, window, "2026-11-24T09:30:00Z")
        }
    }

    /// The last text of each window is kept, and windows do not overwrite each other.
    #[test]
    fn keeps_the_last_text_of_each_window() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::of(&RealDisk, folder.path());
        assert_eq!(journal.read().unwrap(), []);
        journal.add(&[typed("a", "one"), typed("b", "two")]).unwrap();
        journal.add(&[typed("a", "one and more")]).unwrap();
        let left = journal.read().unwrap();
        assert_eq!(left, [typed("b", "two"), typed("a", "one and more")]);
    }

    /// What is struck off is gone, and an empty journal takes no room.
    #[test]
    fn strikes_off() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::of(&RealDisk, folder.path());
        journal.add(&[typed("a", "one"), typed("b", "two")]).unwrap();
        journal.strike(&[typed("a", "")]).unwrap();
        assert_eq!(journal.read().unwrap(), [typed("b", "two")]);
        journal.strike(&[typed("b", "")]).unwrap();
        assert_eq!(journal.read().unwrap(), []);
        assert_eq!(std::fs::metadata(journal.file()).unwrap().len(), 0);
    }

    /// A text that is let go is struck off and stands in a file of its own.
    #[test]
    fn what_is_let_go_is_kept_beside() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::of(&RealDisk, folder.path());
        for text in ["one", "two"] {
            journal.add(&[typed("a", text)]).unwrap();
            journal.let_go(&journal.read().unwrap()).unwrap();
        }
        assert_eq!(journal.read().unwrap(), []);
        let kept = std::fs::read_to_string(journal.folder.join(LET_GO)).unwrap();
        let kept: Vec<Unsaved> =
            kept.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(kept, [typed("a", "one"), typed("a", "two")]);
    }

    /// A line that was cut off by a loss of power hides no other line.
    #[test]
    fn a_torn_line_hides_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::of(&RealDisk, folder.path());
        journal.add(&[typed("a", "one")]).unwrap();
        RealDisk.append(&journal.file(), br#"{"format":"untoc-auto"#).unwrap();
        journal.add(&[typed("b", "two")]).unwrap();
        assert_eq!(journal.read().unwrap(), [typed("a", "one"), typed("b", "two")]);
    }
}
