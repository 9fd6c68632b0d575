//! A questionnaire compiled for checking: one slot for each question.
//!
//! The plan resolves option sets, columns, inherited provisions and conditions once.
//! Every reader of a questionnaire uses it: the rules, the reader of responses, the
//! derived JSON Schema, progress, forms and reports.

use std::collections::HashMap;

use crate::answer::Entry;
use crate::id::QuestionnaireId;
use crate::instrument::{Cluster, Instrument};
use crate::provision::Provision;
use crate::questionnaire::{
    Choice, OptionSets, Question, Questionnaire, Required, Section,
};
use crate::response::Response;

mod columns;
mod test;

pub use columns::{CellKind, PlanColumn};
pub use test::Test;

use columns::{columns_of, options_of};
use test::compile_condition;

/// A compiled questionnaire.
#[derive(Debug, Clone)]
pub struct Plan {
    questionnaire: Questionnaire,
    slots: Vec<Slot>,
    index: HashMap<String, usize>,
}

#[derive(Debug, Clone)]
struct Slot {
    section: usize,
    question: usize,
    options: Vec<Choice>,
    columns: Vec<PlanColumn>,
    provisions: Vec<Provision>,
    test: Option<Test>,
    depends: Vec<usize>,
}

/// Whether a question is asked, given the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Its condition holds, or it has none.
    Asked,
    /// Its condition does not hold yet: it names a question that is asked and still open.
    Waiting,
    /// Its condition does not hold.
    NotAsked,
}

/// Says why a questionnaire cannot be compiled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// A condition names a question that does not stand earlier in the questionnaire.
    #[error("the condition of {question} names {names}, which does not stand before it")]
    ConditionNames {
        /// The question with the condition.
        question: String,
        /// The question that it names.
        names: String,
    },
    /// A question or column takes its options from a set that does not exist.
    #[error("{question} takes its options from \"{set}\", and no such set exists")]
    OptionSet {
        /// The question.
        question: String,
        /// The set that it names.
        set: String,
    },
    /// Two questions have one id.
    #[error("the id {question} stands twice")]
    Twice {
        /// The id.
        question: String,
    },
}

impl Plan {
    /// Compiles a questionnaire with the option sets that it may name.
    ///
    /// # Errors
    /// Where a condition, an option set or an id cannot be resolved. The rules on
    /// questionnaires ([`crate::check_questionnaire`]) report this and more as findings.
    pub fn compile(
        questionnaire: Questionnaire,
        sets: &OptionSets,
    ) -> Result<Self, PlanError> {
        let mut slots: Vec<Slot> = Vec::new();
        let mut index = HashMap::new();
        let mut parents: HashMap<String, Vec<Provision>> = HashMap::new();
        for (s, section) in questionnaire.sections.iter().enumerate() {
            for (q, question) in section.questions.iter().enumerate() {
                let id = question.id.as_str();
                let test = match &question.when {
                    None => None,
                    Some(when) => Some(compile_condition(id, when, &index)?),
                };
                let mut depends = Vec::new();
                if let Some(test) = &test {
                    test.visit_slots(&mut |slot| {
                        if !depends.contains(&slot) {
                            depends.push(slot);
                        }
                    });
                }
                let parent = parent_id(id);
                let provisions = if question.provisions.is_empty() {
                    parents.get(parent).cloned().unwrap_or_default()
                } else {
                    parents.insert(parent.to_owned(), question.provisions.clone());
                    question.provisions.clone()
                };
                slots.push(Slot {
                    section: s,
                    question: q,
                    options: options_of(question, sets)?,
                    columns: columns_of(
                        &questionnaire,
                        section,
                        question,
                        &depends,
                        &slots,
                        sets,
                    )?,
                    provisions,
                    test,
                    depends,
                });
                if index.insert(id.to_owned(), slots.len() - 1).is_some() {
                    return Err(PlanError::Twice { question: id.to_owned() });
                }
            }
        }
        Ok(Self { questionnaire, slots, index })
    }

    /// Returns the questionnaire.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// Returns the id of the questionnaire.
    pub fn id(&self) -> &QuestionnaireId {
        &self.questionnaire.id
    }

    /// Returns the version of the questionnaire.
    pub fn version(&self) -> &str {
        &self.questionnaire.version
    }

    /// Says whether this is a later version of the questionnaire than another one of the
    /// same major number. Responses to that one are checked against this one; what is
    /// gone since is retired, not wrong.
    pub fn is_newer_than(&self, version: &str) -> bool {
        is_older(version, self.version())
    }

    /// Returns the instrument.
    pub fn instrument(&self) -> Instrument {
        self.questionnaire.instrument
    }

    /// Returns the cluster.
    pub fn cluster(&self) -> Cluster {
        self.questionnaire.cluster
    }

    /// Returns the number of questions.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Says whether there is no question.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Returns the slots in order.
    pub fn slots(&self) -> std::ops::Range<usize> {
        0..self.slots.len()
    }

    /// Finds the slot of a question.
    pub fn slot(&self, question: &str) -> Option<usize> {
        self.index.get(question).copied()
    }

    /// Returns the question in a slot.
    #[expect(clippy::indexing_slicing, reason = "slots come from this plan only")]
    pub fn question(&self, slot: usize) -> &Question {
        let at = self.at(slot);
        &self.section(slot).questions[at.question]
    }

    /// Returns the section in which a slot stands.
    #[expect(clippy::indexing_slicing, reason = "slots come from this plan only")]
    pub fn section(&self, slot: usize) -> &Section {
        &self.questionnaire.sections[self.at(slot).section]
    }

    /// Returns the options of a choice question, those of `yes_no` and
    /// `implementation` included.
    pub fn options(&self, slot: usize) -> &[Choice] {
        &self.at(slot).options
    }

    /// Returns the columns of a question whose answer has rows.
    pub fn columns(&self, slot: usize) -> &[PlanColumn] {
        &self.at(slot).columns
    }

    /// Returns the provisions that a slot tests; a follow-up has those of its question.
    pub fn provisions(&self, slot: usize) -> &[Provision] {
        &self.at(slot).provisions
    }

    /// Returns the condition of a slot.
    pub fn test(&self, slot: usize) -> Option<&Test> {
        self.at(slot).test.as_ref()
    }

    /// Returns the slots that the condition of a slot names.
    pub fn depends(&self, slot: usize) -> &[usize] {
        &self.at(slot).depends
    }

    // A slot is an index that this plan gave out, so it is always in range.
    #[expect(clippy::indexing_slicing, reason = "slots come from this plan only")]
    fn at(&self, slot: usize) -> &Slot {
        &self.slots[slot]
    }

    /// Lays the entries of a response beside the slots, one look-up each.
    pub fn align<'r>(&self, response: &'r Response) -> Vec<Option<&'r Entry>> {
        let mut aligned = vec![None; self.slots.len()];
        for (question, entry) in response.answers.iter() {
            if let Some(place) =
                self.slot(question.as_str()).and_then(|s| aligned.get_mut(s))
            {
                *place = Some(entry);
            }
        }
        aligned
    }

    /// Works out which questions are asked, given aligned entries.
    pub fn states(&self, entries: &[Option<&Entry>]) -> Vec<State> {
        let mut states: Vec<State> = Vec::with_capacity(self.slots.len());
        for slot in &self.slots {
            let holds =
                slot.test.as_ref().is_none_or(|test| test.holds(entries, &states));
            let state = if holds {
                State::Asked
            } else if slot.depends.iter().any(|&on| awaited(on, entries, &states)) {
                State::Waiting
            } else {
                State::NotAsked
            };
            states.push(state);
        }
        states
    }

    /// Returns the questions that the condition of a slot still waits for.
    pub fn awaited(
        &self,
        slot: usize,
        entries: &[Option<&Entry>],
        states: &[State],
    ) -> Vec<usize> {
        self.depends(slot)
            .iter()
            .copied()
            .filter(|&on| awaited(on, entries, states))
            .collect()
    }

    /// Says whether a required question is asked and neither answered nor settled.
    pub fn is_missing(
        &self,
        slot: usize,
        entries: &[Option<&Entry>],
        states: &[State],
    ) -> bool {
        self.question(slot).required == Required::Yes
            && states.get(slot) == Some(&State::Asked)
            && !entries.get(slot).copied().flatten().is_some_and(Entry::is_settled)
    }

    /// Returns the open points of a gap table: the questions behind each branch of its
    /// condition that holds.
    ///
    /// A branch that tests for "no" or "in part" is about the questions so answered; any
    /// other branch is about every question that it names.
    pub fn open_points(
        &self,
        slot: usize,
        entries: &[Option<&Entry>],
        states: &[State],
    ) -> Vec<usize> {
        let mut open = Vec::new();
        let branches = match self.test(slot) {
            None => return open,
            Some(Test::Any(parts)) => parts.iter().collect(),
            Some(other) => vec![other],
        };
        for branch in branches.into_iter().filter(|branch| branch.holds(entries, states))
        {
            let mut named = Vec::new();
            branch.visit_slots(&mut |on| named.push(on));
            let mut short = Vec::new();
            branch.visit_held(entries, states, &mut |on, values| {
                if values.iter().any(|v| v == "no" || v == "in_part") {
                    short.push(on);
                }
            });
            for on in if short.is_empty() { named } else { short } {
                if !open.contains(&on) {
                    open.push(on);
                }
            }
        }
        open.sort_unstable();
        open
    }
}

fn awaited(slot: usize, entries: &[Option<&Entry>], states: &[State]) -> bool {
    states.get(slot) == Some(&State::Asked)
        && entries.get(slot).copied().flatten().is_none_or(Entry::is_open)
}

/// Returns the id of the question that a follow-up belongs to: `untoc-5-q1` for
/// `untoc-5-q1a`, and the id itself for any other question.
pub fn parent_id(id: &str) -> &str {
    let trimmed = id.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if trimmed.ends_with(|c: char| c.is_ascii_digit()) { trimmed } else { id }
}

/// Says whether a version comes before another of the same major number.
fn is_older(version: &str, than: &str) -> bool {
    let parts = |text: &str| -> Option<[u64; 3]> {
        let mut numbers = text.split('.').map(|part| part.parse().ok());
        Some([numbers.next()??, numbers.next()??, numbers.next()??])
    };
    match (parts(version), parts(than)) {
        (Some(a), Some(b)) => a.first() == b.first() && a < b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_older;

    /// Only an older version of the same major number retires questions.
    #[test]
    fn compares_versions() {
        assert!(is_older("1.0.0", "1.1.0"));
        assert!(!is_older("1.1.0", "1.1.0"));
        assert!(!is_older("1.2.0", "1.1.0"));
        assert!(!is_older("0.9.0", "1.0.0"));
        assert!(!is_older("new", "1.0.0"));
    }
}
