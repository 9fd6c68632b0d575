//! A dossier in memory, as it was read from its folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use untoc_core::{Finding, Laws, Library, QuestionnaireId, Response, Settings};

use crate::contents::Contents;
use crate::disk::{Disk, Kind, read_whole};
use crate::error::Error;
use crate::file_name::{HISTORY, SETTINGS};
use crate::history::scan;
use crate::stored::Stored;
use crate::{lock, repair};

/// How often a dossier is read again while somebody else is writing.
const READS_MOST: usize = 10;

/// A dossier: the folder that holds one State's work for one review.
///
/// It was read at one moment and holds no lock. Every change reads again what it starts
/// from, and refuses to overwrite what somebody else has changed since.
pub struct Dossier<'a> {
    pub(crate) disk: &'a dyn Disk,
    pub(crate) library: &'a Library,
    pub(crate) root: PathBuf,
    pub(crate) contents: Contents,
    pub(crate) patience: Duration,
}

impl<'a> Dossier<'a> {
    /// Opens a dossier. What is wrong with its files becomes findings, and a broken file
    /// hides no other.
    ///
    /// A write that was stopped is carried to its end, or its torn line of the history is
    /// set aside; for this, and for nothing else, the folder is written to. Where it
    /// cannot be, the dossier is opened as it is.
    ///
    /// # Errors
    /// When there is no dossier, or its folder cannot be read.
    pub fn open(
        disk: &'a dyn Disk,
        root: &Path,
        library: &'a Library,
    ) -> Result<Self, Error> {
        if !is_dossier(disk, root)? {
            return Err(Error::NoDossier { path: root.to_owned() });
        }
        let mut dossier = Self {
            disk,
            library,
            root: root.to_owned(),
            contents: read_settled(disk, root, library)?,
            patience: lock::PATIENCE,
        };
        if repair::is_needed(&dossier.contents) {
            // Without the lock this may be somebody else's write under way.
            if let Ok(_held) = lock::take(disk, root, None, dossier.patience) {
                dossier.contents = Contents::read(disk, root, library)?;
                if let Ok(repaired) =
                    repair::repair(disk, root, library, &dossier.contents)
                    && repaired.changed
                {
                    dossier.contents = Contents::read(disk, root, library)?;
                    dossier.contents.findings.extend(repaired.torn);
                }
            }
        }
        Ok(dossier)
    }

    /// Returns the folder.
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// Returns the settings, where they can be read.
    pub fn settings(&self) -> Option<&Settings> {
        self.contents.settings.value.as_ref()
    }

    /// Returns the settings, or the faults that keep them from being read.
    ///
    /// # Errors
    /// When the settings cannot be read.
    pub fn require_settings(&self) -> Result<&Settings, Error> {
        self.settings().ok_or_else(|| Error::Faulty {
            file: SETTINGS.to_owned(),
            findings: self.contents.faults(SETTINGS),
        })
    }

    /// Returns the register of laws; an empty one where there is no file or it cannot be
    /// read.
    pub fn laws(&self) -> Laws {
        self.contents.laws.value.clone().unwrap_or_default()
    }

    /// Walks through the responses under review in their order; some may have no file or
    /// be unreadable.
    pub fn responses(&self) -> impl Iterator<Item = &Stored<Response>> {
        self.contents.responses.iter()
    }

    /// Returns the response to a questionnaire, where it is under review and readable.
    pub fn response(&self, id: &QuestionnaireId) -> Option<&Response> {
        let stored = self.contents.responses.iter().find(|s| s.is_of(id));
        stored.and_then(Stored::value)
    }

    /// Returns the ids of the evidence items.
    pub fn evidence(&self) -> &BTreeSet<String> {
        &self.contents.evidence
    }

    /// Returns what was found on opening: faults of form in any file, and what is wrong
    /// with the folder. [`crate::validate`] returns these and all others, with places.
    pub fn findings(&self) -> Vec<Finding> {
        let contents = &self.contents;
        let mut findings = contents.findings.clone();
        findings.extend(contents.settings.findings.iter().cloned());
        findings.extend(contents.laws.findings.iter().cloned());
        for stored in contents.responses.iter().chain(&contents.others) {
            findings.extend(stored.findings.iter().cloned());
        }
        findings
    }

    /// Takes the lock, reads everything again and carries a stopped write to its end.
    pub(crate) fn begin(&mut self, act: &crate::act::Act) -> Result<crate::Held, Error> {
        check_time(&act.at)?;
        let held = lock::take(self.disk, &self.root, Some(act), self.patience)?;
        self.contents = Contents::read(self.disk, &self.root, self.library)?;
        if repair::is_needed(&self.contents)
            && repair::repair(self.disk, &self.root, self.library, &self.contents)?
                .changed
        {
            self.contents = Contents::read(self.disk, &self.root, self.library)?;
        }
        if !self.contents.history_usable {
            return Err(Error::Faulty {
                file: HISTORY.to_owned(),
                findings: self.contents.faults(HISTORY),
            });
        }
        Ok(held)
    }

    /// Waits for the lock so long and no longer, in place of five seconds.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }
}

impl std::fmt::Debug for Dossier<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dossier").field("path", &self.root).finish_non_exhaustive()
    }
}

/// Reads everything without the lock. While somebody writes, the history and the files
/// may be of two moments; then it is read again.
fn read_settled(
    disk: &dyn Disk,
    root: &Path,
    library: &Library,
) -> Result<Contents, Error> {
    let mut contents = Contents::read(disk, root, library)?;
    for _ in 0..READS_MOST {
        if contents.differences().is_empty() {
            break;
        }
        let read = contents.index.whole + contents.index.torn as u64;
        if disk.kind(&root.join(HISTORY))? == Kind::File(read) {
            break;
        }
        contents = Contents::read(disk, root, library)?;
    }
    Ok(contents)
}

/// Finds the dossier that a path lies in: its own folder or one above it, as git does.
///
/// # Errors
/// When a folder on the way cannot be looked at.
pub fn find_upward(disk: &dyn Disk, path: &Path) -> Result<Option<PathBuf>, Error> {
    for folder in path.ancestors() {
        if is_dossier(disk, folder)? {
            return Ok(Some(folder.to_owned()));
        }
    }
    Ok(None)
}

/// Says whether there is a dossier in a folder: its settings, or a history whose first
/// line was written when the power went.
pub fn is_dossier(disk: &dyn Disk, path: &Path) -> Result<bool, Error> {
    if disk.kind(&path.join(SETTINGS))? != Kind::Absent {
        return Ok(true);
    }
    let history = path.join(HISTORY);
    if !matches!(disk.kind(&history)?, Kind::File(length) if length > 0) {
        return Ok(false);
    }
    let bytes = read_whole(disk, &history, crate::contents::HISTORY_MOST)?;
    Ok(bytes.is_some_and(|bytes| !scan(&bytes).lines.is_empty()))
}

/// Checks that a time is written as it stands in the files.
fn check_time(at: &str) -> Result<(), Error> {
    let form = b"0000-00-00T00:00:00Z";
    let fits = at.len() == form.len()
        && at.bytes().zip(form).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            other => byte == *other,
        });
    if fits { Ok(()) } else { Err(Error::Time { at: at.to_owned() }) }
}
