//! Changes to the entries of a response: the only way in which answers change.
//!
//! Every writer (the command `answer`, an import, `undo`, later the browser) makes
//! `Changes`, so that each change can be shown, recorded, taken back and checked against
//! what stood there when it was made.

use serde::{Deserialize, Serialize};

use crate::answer::Entry;
use crate::id::QuestionId;
use crate::response::Response;

/// The change of one entry; `None` stands for no entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The question.
    pub question: QuestionId,
    /// What stood there before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Entry>,
    /// What stands there after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Entry>,
}

/// Changes to one response, in the order of its questionnaire.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes(pub Vec<Change>);

/// Says that an entry is no longer what a change started from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the answer to {question} has changed since")]
pub struct Stale {
    /// The question.
    pub question: QuestionId,
}

/// An entry that was changed on both sides since their common base.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The question.
    pub question: QuestionId,
    /// What both sides started from.
    pub base: Option<Entry>,
    /// What stands here.
    pub ours: Option<Entry>,
    /// What stands there.
    pub theirs: Option<Entry>,
}

/// What a three-way comparison says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ThreeWay {
    /// What the other side changed and this side did not: safe to apply here.
    pub changes: Changes,
    /// What both sides changed, in different ways.
    pub conflicts: Vec<Conflict>,
}

impl Changes {
    /// Returns what must change in `before` to make it `after`.
    pub fn compare(before: &Response, after: &Response) -> Self {
        let mut changes = Vec::new();
        for question in union(&[before, after]) {
            let old = before.answers.get(question.as_str());
            let new = after.answers.get(question.as_str());
            if old != new {
                changes.push(Change {
                    question,
                    before: old.cloned(),
                    after: new.cloned(),
                });
            }
        }
        Self(changes)
    }

    /// Compares two sides with what both started from.
    pub fn three_way(base: &Response, ours: &Response, theirs: &Response) -> ThreeWay {
        let mut result = ThreeWay::default();
        for question in union(&[ours, theirs, base]) {
            let entry =
                |response: &Response| response.answers.get(question.as_str()).cloned();
            let (base, ours, theirs) = (entry(base), entry(ours), entry(theirs));
            if ours == theirs || theirs == base {
                continue;
            }
            if ours == base {
                result.changes.0.push(Change { question, before: ours, after: theirs });
            } else {
                result.conflicts.push(Conflict { question, base, ours, theirs });
            }
        }
        result
    }

    /// Applies the changes, all or none.
    ///
    /// # Errors
    /// When an entry is no longer what its change started from; then nothing changes.
    pub fn apply(&self, response: &mut Response) -> Result<(), Stale> {
        for change in &self.0 {
            if response.answers.get(change.question.as_str()) != change.before.as_ref() {
                return Err(Stale { question: change.question.clone() });
            }
        }
        for change in &self.0 {
            response.answers.set(&change.question, change.after.clone());
        }
        Ok(())
    }

    /// Returns the changes that take these back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let turned = self.0.iter().rev().map(|change| Change {
            question: change.question.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
        });
        Self(turned.collect())
    }

    /// Says whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns how many entries change.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

fn union(responses: &[&Response]) -> Vec<QuestionId> {
    let mut seen = std::collections::BTreeSet::new();
    let mut ids = Vec::new();
    for response in responses {
        for (question, _) in response.answers.iter() {
            if seen.insert(question) {
                ids.push(question.clone());
            }
        }
    }
    ids
}
