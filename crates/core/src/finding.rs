//! Findings: what the tool says about somebody's data.
//!
//! A finding has a code, a place and the values that its words need. The words
//! themselves are made at the edge, in the reader's language, by the report crate.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::code::Code;

/// How much a finding weighs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know; nothing need be done.
    Note,
    /// Probably wrong; somebody should look.
    Warning,
    /// Wrong; it must be mended.
    Error,
}

impl Severity {
    /// Returns the name in reports and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// How much must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// What is there is right.
    #[default]
    Draft,
    /// And nothing that is asked is missing.
    Submission,
}

impl Level {
    /// Returns the name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submission => "submission",
        }
    }
}

/// One thing that the tool says about somebody's data.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is wrong; stable and listed.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// How often the same cause was met in the same file; at least 1.
    pub count: usize,
    /// Where: the first places, at most [`Finding::PLACES`].
    pub places: Vec<Place>,
    /// The values that the words need, by name.
    pub values: BTreeMap<&'static str, Word>,
}

/// A value in the words of a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// A word of ours: an id, a key, a code, a number written out.
    Plain(String),
    /// Words to be joined as a list of choices: "yes, in_part or no".
    OneOf(Vec<String>),
    /// Words to be joined as a list: "a, b and c".
    List(Vec<String>),
    /// A number, for plural forms.
    Number(i64),
    /// What a person typed; masked unless asked for.
    Private(String),
}

/// Where a finding is.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct Place {
    /// The file, with `/`, relative to what was named; `package.zip!/inner/path`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The place inside the JSON (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column in Unicode code points, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The offset in bytes, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte: Option<usize>,
    /// The questionnaire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub questionnaire: Option<String>,
    /// The question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// The provision that the question tests first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
    /// The section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The contributor who is asked for the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributor: Option<String>,
    /// The cell, where the finding is about a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<TablePlace>,
}

/// A cell of an answer with rows, or of an evidence table.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct TablePlace {
    /// The row, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The column, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The name of the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Finding {
    /// The most places that one finding lists.
    pub const PLACES: usize = 10;

    /// Makes a finding with the usual severity of its code.
    pub fn new(code: Code, place: Place) -> Self {
        Self {
            code,
            severity: code.severity(),
            count: 1,
            places: vec![place],
            values: BTreeMap::new(),
        }
    }

    /// Adds a word of ours.
    #[must_use]
    pub fn plain(mut self, name: &'static str, text: impl ToString) -> Self {
        self.values.insert(name, Word::Plain(text.to_string()));
        self
    }

    /// Adds what a person typed. A short word that can only be a code is no secret.
    #[must_use]
    pub fn typed(mut self, name: &'static str, text: &str) -> Self {
        let code_like = (1..=40).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        let word = if code_like {
            Word::Plain(text.to_owned())
        } else {
            Word::Private(text.to_owned())
        };
        self.values.insert(name, word);
        self
    }

    /// Adds what a person typed and what is never shown unless asked for.
    #[must_use]
    pub fn private(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.values.insert(name, Word::Private(text.into()));
        self
    }

    /// Adds a list of choices.
    #[must_use]
    pub fn one_of<T: ToString>(
        mut self,
        name: &'static str,
        items: impl IntoIterator<Item = T>,
    ) -> Self {
        self.values.insert(
            name,
            Word::OneOf(items.into_iter().map(|i| i.to_string()).collect()),
        );
        self
    }

    /// Adds a list.
    #[must_use]
    pub fn list<T: ToString>(
        mut self,
        name: &'static str,
        items: impl IntoIterator<Item = T>,
    ) -> Self {
        self.values
            .insert(name, Word::List(items.into_iter().map(|i| i.to_string()).collect()));
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: usize) -> Self {
        self.values.insert(name, Word::Number(i64::try_from(number).unwrap_or(i64::MAX)));
        self
    }

    /// Gives the finding another severity than its code usually has.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Returns the first place.
    pub fn place(&self) -> Option<&Place> {
        self.places.first()
    }

    /// Puts the name of the file into every place that has none.
    pub fn set_file(&mut self, file: &str) {
        for place in &mut self.places {
            if place.file.is_none() {
                place.file = Some(file.to_owned());
            }
        }
    }
}

impl Place {
    /// Makes a place that is a whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: Some(file.into()), ..Self::default() }
    }

    /// Makes a place inside the JSON of a file that is named later.
    pub fn pointer(pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..Self::default() }
    }
}

/// Sorts findings as reports show them, and joins equal ones of one cause.
///
/// The order is file, place, code. Findings of one file with the same code, severity,
/// question and values become one with a count and the first places.
pub fn settle(findings: Vec<Finding>) -> Vec<Finding> {
    type Cause =
        (Option<String>, Option<String>, Code, Severity, BTreeMap<&'static str, Word>);
    let mut sorted = findings;
    sorted.sort_by(|a, b| order(a).cmp(&order(b)));
    let mut settled: Vec<Finding> = Vec::with_capacity(sorted.len());
    let mut known: BTreeMap<Cause, usize> = BTreeMap::new();
    for finding in sorted {
        let place = finding.place();
        let cause = (
            place.and_then(|p| p.file.clone()),
            place.and_then(|p| p.question.clone()),
            finding.code,
            finding.severity,
            finding.values.clone(),
        );
        match known.get(&cause).and_then(|&at| settled.get_mut(at)) {
            Some(first) => {
                first.count += finding.count;
                let room = Finding::PLACES.saturating_sub(first.places.len());
                first.places.extend(finding.places.into_iter().take(room));
            }
            None => {
                known.insert(cause, settled.len());
                settled.push(finding);
            }
        }
    }
    settled
}

type Order<'f> = (
    Option<&'f str>,
    Option<usize>,
    Option<&'f str>,
    Option<&'f TablePlace>,
    &'static str,
    &'f BTreeMap<&'static str, Word>,
);

fn order(finding: &Finding) -> Order<'_> {
    let place = finding.place();
    (
        place.and_then(|p| p.file.as_deref()),
        place.and_then(|p| p.byte),
        place.and_then(|p| p.pointer.as_deref()),
        place.and_then(|p| p.table.as_ref()),
        finding.code.as_str(),
        &finding.values,
    )
}
