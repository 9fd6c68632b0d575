//! The condition under which a question is asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::QuestionId;

/// A condition over the answers to earlier questions of the same questionnaire.
///
/// Conditions are two-valued: for a question that is not asked, is open or has a
/// *no answer*, `In` and `Answered` are false.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawCondition", into = "RawCondition")]
pub enum Condition {
    /// The answer is one of these values; for several ticks, at least one of them is.
    In(QuestionId, Vec<String>),
    /// The question has a value.
    Answered(QuestionId),
    /// Every part holds.
    All(Vec<Condition>),
    /// At least one part holds.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Calls `visit` with every question that the condition names, in reading order.
    pub fn visit_questions<'a>(&'a self, visit: &mut impl FnMut(&'a QuestionId)) {
        match self {
            Self::In(question, _) | Self::Answered(question) => visit(question),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.visit_questions(visit);
                }
            }
            Self::Not(part) => part.visit_questions(visit),
        }
    }

    /// Returns the questions that the condition names, each once, in the order in
    /// which they first stand there.
    pub fn questions(&self) -> Vec<&QuestionId> {
        let mut seen = BTreeMap::new();
        let mut position = 0_usize;
        self.visit_questions(&mut |question| {
            seen.entry(question).or_insert(position);
            position += 1;
        });
        let mut ordered: Vec<_> = seen.into_iter().collect();
        ordered.sort_by_key(|(_, position)| *position);
        ordered.into_iter().map(|(question, _)| question).collect()
    }
}

/// A condition as it stands in a file: exactly one of the forms.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCondition {
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<QuestionId>,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    values: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<Condition>>,
}

impl TryFrom<RawCondition> for Condition {
    type Error = &'static str;

    fn try_from(raw: RawCondition) -> Result<Self, Self::Error> {
        match raw {
            RawCondition {
                question: Some(question),
                values: Some(values),
                answered: None,
                all: None,
                any: None,
                not: None,
            } => Ok(Self::In(question, values)),
            RawCondition {
                question: Some(question),
                values: None,
                answered: Some(true),
                all: None,
                any: None,
                not: None,
            } => Ok(Self::Answered(question)),
            RawCondition {
                question: None,
                values: None,
                answered: None,
                all: Some(parts),
                any: None,
                not: None,
            } => Ok(Self::All(parts)),
            RawCondition {
                question: None,
                values: None,
                answered: None,
                all: None,
                any: Some(parts),
                not: None,
            } => Ok(Self::Any(parts)),
            RawCondition {
                question: None,
                values: None,
                answered: None,
                all: None,
                any: None,
                not: Some(part),
            } => Ok(Self::Not(part)),
            _ => Err(
                "a condition is one of: question with in, question with answered, all, any, not",
            ),
        }
    }
}

impl From<Condition> for RawCondition {
    fn from(condition: Condition) -> Self {
        let empty = Self::default();
        match condition {
            Condition::In(question, values) => {
                Self { question: Some(question), values: Some(values), ..empty }
            }
            Condition::Answered(question) => {
                Self { question: Some(question), answered: Some(true), ..empty }
            }
            Condition::All(parts) => Self { all: Some(parts), ..empty },
            Condition::Any(parts) => Self { any: Some(parts), ..empty },
            Condition::Not(part) => Self { not: Some(part), ..empty },
        }
    }
}
