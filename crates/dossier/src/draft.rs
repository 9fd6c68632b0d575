//! The text of one file while steps are applied to it.

use std::sync::Arc;

use untoc_core::{Entry, Library, Plan, QuestionId, Response};
use untoc_intake::decode_text;
use untoc_schema::read_response;

use crate::digest::Digest;
use crate::edit::replace_lines;
use crate::history::{Kept, Step, What};

/// Says why a step does not fit the text it is applied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// The entry is another than the step starts from.
    Entry(QuestionId),
    /// The lines are others than the step starts from.
    Lines,
    /// A value that the step needs has been erased or was never known.
    Erased,
    /// The response cannot be read, or not without loss.
    Unreadable,
    /// The response is not in the form in which this tool writes.
    Form,
}

/// A file while steps are applied: as text, or as a response between changes of entries.
pub(crate) enum Draft {
    Text(Option<String>),
    Response { response: Box<Response>, plan: Arc<Plan> },
}

impl Draft {
    /// Applies a step.
    pub(crate) fn apply(self, step: &Step, library: &Library) -> Result<Self, Misfit> {
        match &step.what {
            What::Entry { question, before, after } => {
                let (mut response, plan) = self.into_response(library)?;
                let before = held(before.as_ref())?;
                let now = response.answers.get(question.as_str());
                if !same_entry(&plan, question, now, before) {
                    return Err(Misfit::Entry(question.clone()));
                }
                response.answers.set(question, held(after.as_ref())?.cloned());
                Ok(Self::Response { response, plan })
            }
            What::Text { line, before, after } => {
                let text = self.into_text();
                let after = held(after.as_ref())?;
                let Some(line) = line else {
                    return match fits(text.as_deref(), before.as_ref()) {
                        true => Ok(Self::Text(after.cloned())),
                        false => Err(Misfit::Lines),
                    };
                };
                let before = held(before.as_ref())?.ok_or(Misfit::Lines)?;
                let after = after.ok_or(Misfit::Lines)?;
                let text = text.ok_or(Misfit::Lines)?;
                let text = replace_lines(&text, *line, before, after);
                Ok(Self::Text(Some(text.ok_or(Misfit::Lines)?)))
            }
        }
    }

    /// Applies steps one after the other.
    pub(crate) fn apply_all<'s>(
        text: Option<String>,
        steps: impl IntoIterator<Item = &'s Step>,
        library: &Library,
    ) -> Result<Option<String>, Misfit> {
        let mut draft = Self::Text(text);
        for step in steps {
            draft = draft.apply(step, library)?;
        }
        Ok(draft.into_text())
    }

    /// Returns the text; a response is put into its order first.
    pub(crate) fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => text,
            Self::Response { mut response, plan } => {
                response.normalise(&plan);
                Some(response.to_text())
            }
        }
    }

    fn into_response(
        self,
        library: &Library,
    ) -> Result<(Box<Response>, Arc<Plan>), Misfit> {
        let text = match self {
            Self::Response { response, plan } => return Ok((response, plan)),
            Self::Text(text) => text.ok_or(Misfit::Unreadable)?,
        };
        let (response, plan) =
            read_whole_response(&text, library).ok_or(Misfit::Unreadable)?;
        if response.to_text() != text {
            return Err(Misfit::Form);
        }
        Ok((Box::new(response), plan))
    }
}

/// Reads a response of a known questionnaire without loss and puts it into its order.
pub(crate) fn read_whole_response(
    text: &str,
    library: &Library,
) -> Option<(Response, Arc<Plan>)> {
    let text = decode_text(text.as_bytes()).ok()?;
    let read = read_response(&text, library);
    let mut response = read.value.filter(|_| read.lossless)?;
    let plan = library.get(response.questionnaire.as_str())?;
    response.normalise(&plan);
    Some((response, plan))
}

/// Returns an entry in the order in which it is written: a value that was kept in the
/// history has lost the order of its cells.
pub(crate) fn settle_entry(plan: &Plan, question: &QuestionId, entry: Entry) -> Entry {
    let mut alone = Response::new(plan, untoc_core::CountryCode::EXAMPLELAND, "en");
    alone.answers.push(question.clone(), entry);
    alone.normalise(plan);
    alone.answers.get(question.as_str()).cloned().unwrap_or_default()
}

/// Says whether two entries are the same but for the order of cells and ticks.
pub(crate) fn same_entry(
    plan: &Plan,
    question: &QuestionId,
    one: Option<&Entry>,
    other: Option<&Entry>,
) -> bool {
    if one == other {
        return true;
    }
    match (one, other) {
        (Some(one), Some(other)) => {
            settle_entry(plan, question, one.clone())
                == settle_entry(plan, question, other.clone())
        }
        _ => false,
    }
}

fn held<T>(kept: Option<&Kept<T>>) -> Result<Option<&T>, Misfit> {
    match kept {
        None => Ok(None),
        Some(Kept::Value(value)) => Ok(Some(value)),
        Some(Kept::Digest(_)) => Err(Misfit::Erased),
    }
}

fn fits(text: Option<&str>, before: Option<&Kept<String>>) -> bool {
    match (text, before) {
        (None, None) => true,
        (Some(text), Some(Kept::Value(before))) => text == before,
        (Some(text), Some(Kept::Digest(digest))) => {
            Digest::of(text.as_bytes()) == *digest
        }
        _ => false,
    }
}
