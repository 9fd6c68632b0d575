//! Questions as people and programs read them, with the answer if there is one.

mod answer;
mod json;
mod list;
mod text;

#[cfg(test)]
mod tests;

use untoc_core::{Entry, Plan, State};

pub use answer::{answer_in_words, value_in_words};
pub use json::{question_json, questions_json};
pub use list::{questionnaires_text, questions_text};
pub use text::question_text;

/// A question, and what a response says to it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The questionnaire.
    pub plan: &'a Plan,
    /// The question.
    pub slot: usize,
    /// The entry of the response, if there is one.
    pub entry: Option<&'a Entry>,
    /// Whether the question is asked, if a response is at hand.
    pub state: Option<State>,
}

impl<'a> Asked<'a> {
    /// Takes a question by itself, without a response.
    pub fn alone(plan: &'a Plan, slot: usize) -> Self {
        Self { plan, slot, entry: None, state: None }
    }

    /// Takes a question with what a response says to it.
    pub fn in_response(
        plan: &'a Plan,
        slot: usize,
        entries: &[Option<&'a Entry>],
        states: &[State],
    ) -> Self {
        Self {
            plan,
            slot,
            entry: entries.get(slot).copied().flatten(),
            state: states.get(slot).copied(),
        }
    }
}
