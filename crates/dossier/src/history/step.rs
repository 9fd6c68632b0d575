//! A step: the change of one entry or of some lines of one file.

use serde::Serialize;
use serde_json::value::RawValue;
use untoc_core::{Entry, QuestionId};

use crate::digest::Digest;
use crate::edit::Edit;
use crate::file_name::FileName;

/// One change of one file. The text of a file after a step follows from the text before
/// it, and the other way round.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub file: FileName,
    pub what: What,
}

/// What a step changes.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "steps are few and soon gone")]
pub(crate) enum What {
    /// An entry of a response.
    Entry {
        question: QuestionId,
        before: Option<Kept<Entry>>,
        after: Option<Kept<Entry>>,
    },
    /// Lines of the text; without a number of the first line the whole text, and then
    /// `None` stands for no file.
    Text {
        line: Option<usize>,
        before: Option<Kept<String>>,
        after: Option<Kept<String>>,
    },
}

/// A value in the history, unless it has been erased or was never known: then its digest.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kept<T> {
    Value(T),
    Digest(Digest),
}

impl Step {
    /// Returns the step from one text of a file to another, if they differ.
    pub(crate) fn text(
        file: &FileName,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Option<Self> {
        let what = match (before, after) {
            (Some(before), Some(after)) => {
                let edit = Edit::between(before, after)?;
                What::Text {
                    line: Some(edit.line),
                    before: Some(Kept::Value(edit.before)),
                    after: Some(Kept::Value(edit.after)),
                }
            }
            (None, None) => return None,
            (before, after) => {
                let whole = |text: &str| Kept::Value(text.to_owned());
                What::Text {
                    line: None,
                    before: before.map(whole),
                    after: after.map(whole),
                }
            }
        };
        Some(Self { file: file.clone(), what })
    }

    /// Returns the step that takes this one back.
    pub(crate) fn inverse(self) -> Self {
        let what = match self.what {
            What::Entry { question, before, after } => {
                What::Entry { question, before: after, after: before }
            }
            What::Text { line, before, after } => {
                What::Text { line, before: after, after: before }
            }
        };
        Self { file: self.file, what }
    }
}

/// A step as it is written.
#[derive(Serialize)]
pub(crate) struct StepOut<'a> {
    file: &'a FileName,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a QuestionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Box<RawValue>>,
}

impl<'a> StepOut<'a> {
    pub(crate) fn of(step: &'a Step) -> Self {
        match &step.what {
            What::Entry { question, before, after } => Self {
                file: &step.file,
                question: Some(question),
                line: None,
                before: before.as_ref().map(raw),
                after: after.as_ref().map(raw),
            },
            What::Text { line, before, after } => Self {
                file: &step.file,
                question: None,
                line: *line,
                before: before.as_ref().map(raw),
                after: after.as_ref().map(raw),
            },
        }
    }
}

fn raw<T: Serialize>(kept: &Kept<T>) -> Box<RawValue> {
    let made = match kept {
        Kept::Value(value) => serde_json::value::to_raw_value(value),
        Kept::Digest(digest) => serde_json::value::to_raw_value(digest),
    };
    // Entries and texts have string keys and finite numbers.
    made.expect("our own values can be written as JSON")
}
