//! Takes changes back and makes them again.

use untoc_core::{Change, Changes, Entry};

use crate::act::{Act, Via};
use crate::change_set::ChangeSet;
use crate::compose::{Composed, Started, compose};
use crate::digest::Digest;
use crate::dossier::Dossier;
use crate::draft::{Draft, Misfit};
use crate::error::{Error, Way};
use crate::file_name::FileName;
use crate::history::{Indexed, Kept, Stack, Step, What};
use crate::stored::Raw;
use crate::values::read_steps;
use crate::write::Target;

/// A change that was taken back or made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The number of the line that says so.
    pub n: u64,
    /// The number of the change.
    pub of: u64,
}

impl Dossier<'_> {
    /// Takes back the newest changes that stand, the newest first, each with a line of
    /// its own. Returns those taken back: fewer than asked for where no more are left.
    ///
    /// # Errors
    /// When there is nothing to take back, or the newest change cannot be: what it
    /// changed has been changed since from outside, or the disk refuses. Changes taken
    /// back before that stay taken back.
    pub fn undo(&mut self, count: usize, act: &Act) -> Result<Vec<Undone>, Error> {
        self.turn(Way::Undo, count, &act.with(Via::Undo))
    }

    /// Makes the changes again that were taken back last.
    ///
    /// # Errors
    /// As [`Dossier::undo`].
    pub fn redo(&mut self, count: usize, act: &Act) -> Result<Vec<Undone>, Error> {
        self.turn(Way::Redo, count, &act.with(Via::Redo))
    }

    fn turn(&mut self, way: Way, count: usize, act: &Act) -> Result<Vec<Undone>, Error> {
        let _held = self.begin(act)?;
        let mut turned = Vec::new();
        for _ in 0..count.max(1) {
            let stack = Stack::of(&self.contents.index.lines);
            let next = match way {
                Way::Undo => stack.done.last(),
                Way::Redo => stack.undone.last(),
            };
            let Some(line) = next.and_then(|n| self.contents.index.line(*n)).cloned()
            else {
                break;
            };
            let composed = self.compose_turn(way, &line)?;
            let n = self.record(composed, act, Some(line.n))?;
            turned.push(Undone { n, of: line.n });
        }
        match (turned.is_empty(), way) {
            (false, _) => Ok(turned),
            (true, Way::Undo) => Err(Error::NothingToUndo),
            (true, Way::Redo) => Err(Error::NothingToRedo),
        }
    }

    /// Works out what taking back or repeating a line does to the files.
    fn compose_turn(&self, way: Way, line: &Indexed) -> Result<Composed, Error> {
        let erased = || Error::ValuesErased { n: line.n, way };
        let steps = read_steps(self.disk, &self.root, line)?.ok_or_else(erased)?;
        let steps: Vec<Step> = match way {
            Way::Undo => steps.into_iter().rev().map(Step::inverse).collect(),
            Way::Redo => steps,
        };
        let mut files: Vec<FileName> = Vec::new();
        for step in &steps {
            if !files.contains(&step.file) {
                files.push(step.file.clone());
            }
        }
        let mut composed = Composed::default();
        for file in files {
            let own: Vec<Step> =
                steps.iter().filter(|step| step.file == file).cloned().collect();
            let part = self.turn_file(way, line, &file, own)?;
            composed.steps.extend(part.steps);
            composed.targets.extend(part.targets);
        }
        Ok(composed)
    }

    fn turn_file(
        &self,
        way: Way,
        line: &Indexed,
        file: &FileName,
        steps: Vec<Step>,
    ) -> Result<Composed, Error> {
        let text = match self.contents.raw(file) {
            Raw::Text { text, .. } => Some(text.clone()),
            Raw::Absent => None,
            Raw::Bytes { .. } | Raw::Unusable => return Err(self.faulty(file)),
        };
        let changed = |question| Error::ChangedSince {
            n: line.n,
            way,
            file: file.clone(),
            question,
        };
        match Draft::apply_all(text, &steps, self.library) {
            Ok(text) if self.is_known_state(way, line, file, text.as_deref()) => {
                let targets = vec![Target { file: file.clone(), text }];
                Ok(Composed { steps, targets })
            }
            Err(Misfit::Entry(question)) => Err(changed(Some(question))),
            Err(Misfit::Erased) => Err(Error::ValuesErased { n: line.n, way }),
            Err(Misfit::Unreadable) => Err(self.faulty(file)),
            // The form is another, or other entries are; the own entries may still fit.
            Ok(_) | Err(Misfit::Lines | Misfit::Form) => {
                self.turn_entries(way, line, file, &steps)
            }
        }
    }

    /// Says whether a text is the one that stood in the file on the other side of a line.
    fn is_known_state(
        &self,
        way: Way,
        line: &Indexed,
        file: &FileName,
        text: Option<&str>,
    ) -> bool {
        let digest = text.map(|text| Digest::of(text.as_bytes()));
        let of_file = |change: &&crate::history::FileChange| change.file == *file;
        let known = line.files.iter().find(of_file).map(|change| match way {
            Way::Undo => change.before,
            Way::Redo => change.after,
        });
        // Other entries may have been changed in between; entries are safe, lines of
        // other files are not.
        known == Some(digest) || matches!(file, FileName::Response(_))
    }

    /// Takes back or repeats the changes of entries alone.
    fn turn_entries(
        &self,
        way: Way,
        line: &Indexed,
        file: &FileName,
        steps: &[Step],
    ) -> Result<Composed, Error> {
        let changed = |question| Error::ChangedSince {
            n: line.n,
            way,
            file: file.clone(),
            question,
        };
        let FileName::Response(id) = file else { return Err(changed(None)) };
        let mut changes = Changes::default();
        for step in steps {
            match &step.what {
                What::Entry { question, before, after } => {
                    let value = |kept: &Option<Kept<Entry>>| match kept {
                        None => Ok(None),
                        Some(Kept::Value(entry)) => Ok(Some(entry.clone())),
                        Some(Kept::Digest(_)) => {
                            Err(Error::ValuesErased { n: line.n, way })
                        }
                    };
                    changes.0.push(Change {
                        question: question.clone(),
                        before: value(before)?,
                        after: value(after)?,
                    });
                }
                // A file cannot come or go by its entries.
                What::Text { line: None, .. } => return Err(changed(None)),
                What::Text { line: Some(_), .. } => {}
            }
        }
        if changes.is_empty() {
            return Err(changed(None));
        }
        let set = ChangeSet::answers(id, changes);
        let started = Started::of(&self.contents);
        match compose(&self.contents, &started, &set, self.library) {
            Err(Error::Conflict { entries, .. }) => {
                Err(changed(entries.into_iter().next().map(|entry| entry.question)))
            }
            other => other,
        }
    }

    fn faulty(&self, file: &FileName) -> Error {
        let file = file.to_string();
        Error::Faulty { findings: self.contents.faults(&file), file }
    }
}
