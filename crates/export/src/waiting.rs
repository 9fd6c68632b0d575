//! Answers of a file that are kept, though their question is not asked as things stand.

use untoc_core::{Changes, Plan, QuestionId, Response, State};

/// Answers that do not count yet, or not at all as things stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NotCounted {
    /// Those that came before the answer on which their question hangs.
    pub waiting: Vec<QuestionId>,
    /// Those whose question is not asked, given the other answers.
    pub set_aside: Vec<QuestionId>,
}

/// Returns which of the changed answers do not count once the changes are made in `ours`.
pub fn not_counted(plan: &Plan, ours: &Response, changes: &Changes) -> NotCounted {
    let mut response = ours.clone();
    for change in &changes.0 {
        response.answers.set(&change.question, change.after.clone());
    }
    let states = plan.states(&plan.align(&response));
    let mut found = NotCounted::default();
    for change in changes.0.iter().filter(|change| change.after.is_some()) {
        let state = plan.slot(change.question.as_str()).and_then(|slot| states.get(slot));
        match state {
            Some(State::Waiting) => found.waiting.push(change.question.clone()),
            Some(State::NotAsked) => found.set_aside.push(change.question.clone()),
            Some(State::Asked) | None => {}
        }
    }
    found
}
