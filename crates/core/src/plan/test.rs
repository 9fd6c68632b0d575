//! Conditions over slots.

use std::collections::HashMap;

use crate::answer::Entry;
use crate::condition::Condition;
use crate::value::Value;

use super::{PlanError, State};

/// A condition over slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The answer in this slot is one of these values.
    In(usize, Vec<String>),
    /// The slot has a value.
    Answered(usize),
    /// Every part holds.
    All(Vec<Test>),
    /// At least one part holds.
    Any(Vec<Test>),
    /// The part does not hold.
    Not(Box<Test>),
}

impl Test {
    /// Says whether the condition holds, given entries and the states of earlier slots.
    pub fn holds(&self, entries: &[Option<&Entry>], states: &[State]) -> bool {
        let value = |slot: usize| {
            (states.get(slot) == Some(&State::Asked))
                .then(|| entries.get(slot).copied().flatten())
                .flatten()
                .and_then(|entry| entry.value.as_ref())
        };
        match self {
            Self::In(slot, values) => match value(*slot) {
                Some(Value::Text(text)) => values.contains(text),
                Some(Value::List(items)) => {
                    items.iter().any(|item| values.contains(item))
                }
                Some(Value::Number(_) | Value::Rows(_) | Value::Other(_)) | None => false,
            },
            Self::Answered(slot) => value(*slot).is_some(),
            Self::All(parts) => parts.iter().all(|part| part.holds(entries, states)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(entries, states)),
            Self::Not(part) => !part.holds(entries, states),
        }
    }

    /// Calls `visit` with every slot that the condition names, in reading order.
    pub fn visit_slots(&self, visit: &mut impl FnMut(usize)) {
        match self {
            Self::In(slot, _) | Self::Answered(slot) => visit(*slot),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.visit_slots(visit);
                }
            }
            Self::Not(part) => part.visit_slots(visit),
        }
    }

    /// Calls `visit` with every `In` outside a `Not` that holds.
    pub(crate) fn visit_held(
        &self,
        entries: &[Option<&Entry>],
        states: &[State],
        visit: &mut impl FnMut(usize, &[String]),
    ) {
        match self {
            Self::In(slot, values) => {
                if self.holds(entries, states) {
                    visit(*slot, values);
                }
            }
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.visit_held(entries, states, visit);
                }
            }
            Self::Answered(_) | Self::Not(_) => {}
        }
    }
}

pub(super) fn compile_condition(
    question: &str,
    condition: &Condition,
    index: &HashMap<String, usize>,
) -> Result<Test, PlanError> {
    let slot = |named: &str| {
        index.get(named).copied().ok_or_else(|| PlanError::ConditionNames {
            question: question.to_owned(),
            names: named.to_owned(),
        })
    };
    let parts = |parts: &[Condition]| -> Result<Vec<Test>, PlanError> {
        parts.iter().map(|part| compile_condition(question, part, index)).collect()
    };
    Ok(match condition {
        Condition::In(named, values) => Test::In(slot(named.as_str())?, values.clone()),
        Condition::Answered(named) => Test::Answered(slot(named.as_str())?),
        Condition::All(all) => Test::All(parts(all)?),
        Condition::Any(any) => Test::Any(parts(any)?),
        Condition::Not(part) => {
            Test::Not(Box::new(compile_condition(question, part, index)?))
        }
    })
}
