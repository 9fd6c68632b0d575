//! One line of the history: written, read, and its digest.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use untoc_core::{Entry, QuestionId};

use super::HISTORY_FORMAT;
use super::step::{Kept, Step, StepOut, What};
use crate::act::{Act, Via};
use crate::digest::Digest;
use crate::file_name::FileName;

/// The state of a file after a line: its digest, or `absent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct FileState(pub Option<Digest>);

const ABSENT: &str = "absent";

impl From<FileState> for String {
    fn from(state: FileState) -> Self {
        state.0.map_or_else(|| ABSENT.to_owned(), Self::from)
    }
}

impl TryFrom<String> for FileState {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text == ABSENT {
            return Ok(Self(None));
        }
        Digest::try_from(text).map(|digest| Self(Some(digest)))
    }
}

/// A line that is to be written.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub n: u64,
    pub act: Act,
    /// The line that an undo takes back or a redo makes again.
    pub of: Option<u64>,
    pub steps: Vec<Step>,
    pub files: BTreeMap<FileName, Option<Digest>>,
    pub previous: Option<Digest>,
}

#[derive(Serialize)]
struct LineOut<'a> {
    format: &'static str,
    n: u64,
    at: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    via: &'a Via,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u64>,
    changes: Vec<StepOut<'a>>,
    files: BTreeMap<String, FileState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Digest>,
}

impl Line {
    /// Returns the line as it is written, with its line end.
    pub(crate) fn to_text(&self) -> String {
        let out = LineOut {
            format: HISTORY_FORMAT,
            n: self.n,
            at: &self.act.at,
            by: self.act.by.as_deref(),
            via: &self.act.via,
            of: self.of,
            changes: self.steps.iter().map(StepOut::of).collect(),
            files: self
                .files
                .iter()
                .map(|(name, digest)| (name.to_string(), FileState(*digest)))
                .collect(),
            previous: self.previous,
        };
        let mut text = serde_json::to_string(&out)
            .expect("a line has string keys and finite numbers");
        text.push('\n');
        text
    }
}

/// A line as it stands in the file. Unknown fields of a later version are passed over:
/// they stay where they are, and the digest covers them.
#[derive(Debug, Deserialize)]
pub(crate) struct LineView<'a> {
    #[serde(borrow)]
    pub format: Cow<'a, str>,
    pub n: u64,
    pub at: String,
    #[serde(default)]
    pub by: Option<String>,
    pub via: Via,
    #[serde(default)]
    pub of: Option<u64>,
    #[serde(borrow)]
    changes: Vec<StepView<'a>>,
    pub files: BTreeMap<String, FileState>,
    #[serde(default)]
    pub previous: Option<Digest>,
    #[serde(skip)]
    text: &'a str,
}

#[derive(Debug, Deserialize)]
struct StepView<'a> {
    #[serde(borrow)]
    file: Cow<'a, str>,
    #[serde(default, borrow)]
    question: Option<Cow<'a, str>>,
    #[serde(default)]
    line: Option<usize>,
    #[serde(default, borrow)]
    before: Option<&'a RawValue>,
    #[serde(default, borrow)]
    after: Option<&'a RawValue>,
}

impl<'a> LineView<'a> {
    /// Reads a line, without its line end.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let mut view: Self = serde_json::from_str(text).ok()?;
        view.text = text;
        Some(view)
    }

    /// Returns the digest of the line with every value before and after replaced by its
    /// own digest, so that a value can be erased later without breaking the chain.
    pub(crate) fn digest(&self) -> Digest {
        match self.without(|_, _| true) {
            Some(bones) => Digest::of(bones.as_bytes()),
            // Values in an unusual order: cover the line as it is.
            None => Digest::of(self.text.as_bytes()),
        }
    }

    /// Returns the line with the values of a file replaced by their digests, but for
    /// those to be kept; `None` if the values stand in an unusual order.
    pub(crate) fn without_values(
        &self,
        file: &FileName,
        kept: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let name = file.to_string();
        self.without(|step, value| step.file == name && !kept(value))
    }

    /// Returns the line with chosen values replaced by their digests.
    fn without(&self, chosen: impl Fn(&StepView<'_>, &str) -> bool) -> Option<String> {
        let mut bones = String::with_capacity(self.text.len().min(4096));
        let mut at = 0;
        for step in &self.changes {
            for value in [step.before, step.after].into_iter().flatten() {
                let value = value.get();
                let erased = Digest::parse(value.trim_matches('"')).is_some();
                if erased || !chosen(step, value) {
                    continue;
                }
                let start =
                    value.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
                if start < at {
                    return None;
                }
                bones.push_str(self.text.get(at..start)?);
                bones.push('"');
                bones.push_str(&Digest::of(value.as_bytes()).to_string());
                bones.push('"');
                at = start + value.len();
            }
        }
        bones.push_str(self.text.get(at..)?);
        Some(bones)
    }

    /// Says whether a value cannot be understood, although its file is known.
    pub(crate) fn has_malformed_values(&self) -> bool {
        self.changes.iter().any(StepView::is_malformed)
    }

    /// Returns the steps; `None` if one of them cannot be understood.
    pub(crate) fn steps(&self) -> Option<Vec<Step>> {
        self.changes.iter().map(StepView::step).collect()
    }
}

impl StepView<'_> {
    /// A file that only a later version knows is not malformed.
    fn is_malformed(&self) -> bool {
        FileName::parse(&self.file).is_some() && self.step().is_none()
    }

    fn step(&self) -> Option<Step> {
        let file = FileName::parse(&self.file)?;
        let what = match &self.question {
            Some(question) => What::Entry {
                question: QuestionId::unchecked(question.as_ref()),
                before: kept::<Entry>(self.before)?,
                after: kept::<Entry>(self.after)?,
            },
            None => What::Text {
                line: self.line,
                before: kept::<String>(self.before)?,
                after: kept::<String>(self.after)?,
            },
        };
        Some(Step { file, what })
    }
}

/// The outer `None` is a value that cannot be understood, the inner one no value.
#[expect(clippy::option_option, reason = "two different absences, told apart at once")]
fn kept<T: for<'de> Deserialize<'de>>(raw: Option<&RawValue>) -> Option<Option<Kept<T>>> {
    let Some(raw) = raw else { return Some(None) };
    if let Some(digest) = Digest::parse(raw.get().trim_matches('"')) {
        return Some(Some(Kept::Digest(digest)));
    }
    serde_json::from_str(raw.get()).ok().map(|value| Some(Kept::Value(value)))
}

#[cfg(test)]
mod tests {
    use untoc_core::Value;

    use super::*;

    fn line() -> Line {
        let entry = Entry::with_value(Value::Text("yes".into()));
        Line {
            n: 2,
            act: Act::new(Via::Answer, "2026-11-24T09:30:00Z").by("ministry-of-justice"),
            of: None,
            steps: vec![Step {
                file: FileName::parse("responses/untoc-cluster-1.json").unwrap(),
                what: What::Entry {
                    question: QuestionId::unchecked("untoc-5-q1"),
                    before: None,
                    after: Some(Kept::Value(entry)),
                },
            }],
            files: [(FileName::Settings, Some(Digest::of(b"")))].into(),
            previous: Some(Digest::of(b"line before")),
        }
    }

    /// A line is one line of JSON with the fields in a fixed order.
    #[test]
    fn is_written_in_one_way() {
        insta::assert_snapshot!(line().to_text());
    }

    /// A line is read back as it was written.
    #[test]
    fn reads_what_it_writes() {
        let text = line().to_text();
        let view = LineView::read(text.trim_end()).unwrap();
        assert_eq!(view.n, 2);
        assert_eq!(view.via, Via::Answer);
        assert_eq!(view.steps().unwrap(), line().steps);
    }

    /// A value that is replaced by its digest leaves the digest of the line as it was;
    /// any other change does not.
    #[test]
    fn a_value_can_be_erased() {
        let text = line().to_text();
        let whole = LineView::read(text.trim_end()).unwrap().digest();
        let value = r#"{"value":"yes"}"#;
        let digest = format!("\"{}\"", Digest::of(value.as_bytes()));
        let erased = text.replace(value, &digest);
        let view = LineView::read(erased.trim_end()).unwrap();
        assert_eq!(view.digest(), whole);
        assert!(matches!(
            view.steps().unwrap()[0].what,
            What::Entry { after: Some(Kept::Digest(_)), .. }
        ));
        let other = text.replace("ministry-of-justice", "ministry-of-health");
        assert_ne!(LineView::read(other.trim_end()).unwrap().digest(), whole);
    }

    /// A field of a later version is passed over and still covered by the digest.
    #[test]
    fn keeps_fields_of_later_versions() {
        let text = line().to_text().replace(r#""n":2"#, r#""n":2,"mood":"calm""#);
        let view = LineView::read(text.trim_end()).unwrap();
        let other = text.replace("calm", "glad");
        assert_ne!(view.digest(), LineView::read(other.trim_end()).unwrap().digest());
    }

    /// A name that leads out of the dossier makes no step.
    #[test]
    fn refuses_foreign_files() {
        let text =
            line().to_text().replace("responses/untoc-cluster-1.json", "../x.json");
        assert!(LineView::read(text.trim_end()).unwrap().steps().is_none());
    }
}
