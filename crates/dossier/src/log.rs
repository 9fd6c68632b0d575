//! The history for people: who changed what, when and by what, the newest first.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use untoc_core::{Entry, QuestionId};
use untoc_intake::decode_text;

use crate::act::Via;
use crate::dossier::Dossier;
use crate::draft::Draft;
use crate::error::Error;
use crate::file_name::FileName;
use crate::history::{Indexed, Kept, Stack, Step, What};
use crate::values::read_steps;

/// Whether private texts are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Values {
    /// Only what was changed, not into what.
    #[default]
    Hidden,
    /// The entries before and after as well.
    Shown,
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct LogLine {
    /// The number.
    pub n: u64,
    /// When (UTC).
    pub at: String,
    /// Who.
    pub by: Option<String>,
    /// By what.
    pub via: Via,
    /// The change that this line takes back or makes again.
    pub of: Option<u64>,
    /// Whether the change stands.
    pub standing: Standing,
    /// What was changed; empty where the values cannot be understood.
    pub changes: Vec<LogChange>,
}

/// Whether a change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It stands, and can be taken back.
    Stands,
    /// It was taken back.
    TakenBack,
    /// It cannot be taken back: the making of the dossier, an undo, a redo.
    Fixed,
}

/// One thing that a line changes.
#[derive(Debug, Clone, PartialEq)]
pub struct LogChange {
    /// The file.
    pub file: FileName,
    /// The question, where an answer was changed.
    pub question: Option<QuestionId>,
    /// Whether it came, went or changed.
    pub how: How,
    /// What differs: the fields of an entry (`value`, `note`), the fields of settings
    /// (`due`), or entries of a list (`contributors +ministry-of-justice`).
    pub parts: Vec<String>,
    /// The entry before, where it is wanted.
    pub before: Option<Entry>,
    /// The entry after, where it is wanted.
    pub after: Option<Entry>,
}

/// Whether a thing came, went or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It is another.
    Changed,
}

impl Dossier<'_> {
    /// Returns the lines of the history, the newest first, at most `most` of them.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn log(&self, values: Values, most: usize) -> Result<Vec<LogLine>, Error> {
        let lines = &self.contents.index.lines;
        let stack = Stack::of(lines);
        let first = lines.len().saturating_sub(most);
        let mut texts = Texts::default();
        let mut log = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let wanted = at >= first;
            if !wanted && !line.files.iter().any(|f| Texts::follows(&f.file)) {
                continue;
            }
            let steps = read_steps(self.disk, &self.root, line)?.unwrap_or_default();
            let changes = self.describe(&steps, &mut texts, values);
            if wanted {
                log.push(line_of(line, &stack, changes));
            }
        }
        log.reverse();
        Ok(log)
    }

    fn describe(
        &self,
        steps: &[Step],
        texts: &mut Texts,
        values: Values,
    ) -> Vec<LogChange> {
        let mut changes: Vec<LogChange> = Vec::new();
        for step in steps {
            match &step.what {
                What::Entry { question, before, after } => {
                    changes.push(of_entry(
                        &step.file,
                        question,
                        (before.as_ref(), after.as_ref()),
                        values,
                    ));
                }
                What::Text { line, before, after } => {
                    let how = match (line, before, after) {
                        (None, None, _) => How::Added,
                        (None, _, None) => How::Removed,
                        _ => How::Changed,
                    };
                    let parts = texts.apply(step, self.library);
                    let form =
                        line.is_some() && matches!(step.file, FileName::Response(_));
                    changes.push(LogChange {
                        file: step.file.clone(),
                        question: None,
                        how,
                        parts: if form { vec!["form".to_owned()] } else { parts },
                        before: None,
                        after: None,
                    });
                }
            }
        }
        changes
    }
}

fn line_of(line: &Indexed, stack: &Stack, changes: Vec<LogChange>) -> LogLine {
    let standing = if stack.done.contains(&line.n) {
        Standing::Stands
    } else if matches!(line.via, Via::Init | Via::Undo | Via::Redo | Via::Erase) {
        Standing::Fixed
    } else {
        Standing::TakenBack
    };
    LogLine {
        n: line.n,
        at: printable(&line.at),
        by: line.by.as_deref().map(printable),
        via: line.via.clone(),
        of: line.of,
        standing,
        changes,
    }
}

/// A history may come from anywhere, so nothing in it steers the terminal.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(120).collect()
}

type Sides<'a> = (Option<&'a Kept<Entry>>, Option<&'a Kept<Entry>>);

fn of_entry(
    file: &FileName,
    question: &QuestionId,
    sides: Sides<'_>,
    values: Values,
) -> LogChange {
    let how = match sides {
        (None, _) => How::Added,
        (_, None) => How::Removed,
        (Some(_), Some(_)) => How::Changed,
    };
    let entry = |kept: Option<&Kept<Entry>>| match kept {
        Some(Kept::Value(entry)) => Some(entry.clone()),
        Some(Kept::Digest(_)) | None => None,
    };
    let (before, after) = (entry(sides.0), entry(sides.1));
    let fields = |entry: &Option<Entry>| {
        let json = entry.as_ref().map(serde_json::to_value);
        json.and_then(Result::ok).unwrap_or_default()
    };
    let parts = differing(&fields(&before), &fields(&after));
    let shown = |entry: Option<Entry>| entry.filter(|_| values == Values::Shown);
    LogChange {
        file: file.clone(),
        question: Some(question.clone()),
        how,
        parts,
        before: shown(before),
        after: shown(after),
    }
}

/// Returns the names of the fields that differ; of a list of things with ids also the
/// ids.
fn differing(before: &Json, after: &Json) -> Vec<String> {
    let empty = serde_json::Map::new();
    let (old, new) =
        (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut parts = Vec::new();
    for key in keys {
        let (old, new) = (old.get(key), new.get(key));
        if old == new {
            continue;
        }
        let (old, new) = (by_id(old), by_id(new));
        let before = parts.len();
        for id in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let mark = match (old.get(id), new.get(id)) {
                (None, _) => '+',
                (_, None) => '-',
                (Some(old), Some(new)) if old != new => '~',
                _ => continue,
            };
            parts.push(format!("{key} {mark}{}", printable(id)));
        }
        if parts.len() == before {
            parts.push(printable(key));
        }
    }
    parts
}

fn by_id(list: Option<&Json>) -> BTreeMap<&str, &Json> {
    let items = list.and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|item| Some((item.get("id")?.as_str()?, item))).collect()
}

/// The texts of settings and laws while the history is walked through, so that it can
/// be said what a change of lines means.
#[derive(Default)]
struct Texts(BTreeMap<FileName, Option<String>>);

impl Texts {
    fn follows(file: &FileName) -> bool {
        matches!(file, FileName::Settings | FileName::Laws)
    }

    fn apply(&mut self, step: &Step, library: &untoc_core::Library) -> Vec<String> {
        if !Self::follows(&step.file) {
            return Vec::new();
        }
        let before = self.0.remove(&step.file).flatten();
        let old = parsed(before.as_deref());
        let Ok(after) = Draft::apply_all(before, [step], library) else {
            return Vec::new();
        };
        let new = parsed(after.as_deref());
        self.0.insert(step.file.clone(), after);
        match (old, new) {
            (Some(old), Some(new)) => differing(&old, &new),
            _ => Vec::new(),
        }
    }
}

fn parsed(text: Option<&str>) -> Option<Json> {
    let text = decode_text(text?.as_bytes()).ok()?;
    serde_json::from_str(&text).ok()
}
