//! Conditions in words: "asked if the answer to untoc-5-q1 is yes or in_part".

use untoc_core::{Kind, Plan, Test};

use crate::terms::choice_in_words;
use crate::words::Words;

/// How the values of a condition are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// As they are typed and stand in files: `in_part`.
    #[default]
    Values,
    /// As people read them in documents: “Yes, in part”.
    Labels,
}

/// Returns the condition of a question in words, with "asked if" before it; `None` for a
/// question that is always asked.
pub fn condition_in_words(
    plan: &Plan,
    slot: usize,
    words: &Words,
    naming: Naming,
) -> Option<String> {
    let teller = Teller { plan, words, naming };
    let told = teller.tell(plan.test(slot)?, Nesting::Outermost);
    Some(words.say("condition-asked", &[("condition", told.into())]))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Nesting {
    Outermost,
    Inside,
}

struct Teller<'a> {
    plan: &'a Plan,
    words: &'a Words,
    naming: Naming,
}

impl Teller<'_> {
    fn tell(&self, test: &Test, nesting: Nesting) -> String {
        if let Some((slot, values)) = left_out(test) {
            let question = self.id(slot);
            let values = self.words.all_of(&self.names(slot, &values));
            let arguments = [("question", question.into()), ("values", values.into())];
            return self.words.say("condition-leaves-out", &arguments);
        }
        match test {
            Test::In(slot, values) => self.is_in(&[*slot], values, Group::One),
            Test::Answered(slot) => self.is_answered(&[*slot], Group::One),
            Test::Not(part) => self.not(part),
            Test::All(parts) => self.several(&without_guards(parts), Group::All, nesting),
            Test::Any(parts) => {
                self.several(&parts.iter().collect::<Vec<_>>(), Group::Any, nesting)
            }
        }
    }

    fn not(&self, part: &Test) -> String {
        match part {
            Test::In(slot, values) if self.is_multiple(*slot) => {
                self.about("condition-includes-none", *slot, values)
            }
            Test::In(slot, values) => self.about("condition-is-not", *slot, values),
            Test::Answered(slot) => {
                let question = self.id(*slot);
                self.words.say("condition-not-answered", &[("question", question.into())])
            }
            Test::All(_) | Test::Any(_) | Test::Not(_) => {
                let inner = self.tell(part, Nesting::Inside);
                self.words.say("condition-not", &[("condition", inner.into())])
            }
        }
    }

    /// Joins parts; those that test several questions for the same become one.
    fn several(&self, parts: &[&Test], group: Group, nesting: Nesting) -> String {
        let mut told: Vec<String> = Vec::new();
        let mut done: Vec<bool> = vec![false; parts.len()];
        for (position, part) in parts.iter().enumerate() {
            if done.get(position) == Some(&true) {
                continue;
            }
            let mut slots = Vec::new();
            for (other, is_done) in parts.iter().zip(&mut done).skip(position) {
                if let Some(slot) = self.like(part, other) {
                    slots.push(slot);
                    *is_done = true;
                }
            }
            told.push(match part {
                Test::In(_, values) if slots.len() > 1 => {
                    self.is_in(&slots, values, group)
                }
                Test::Answered(_) if slots.len() > 1 => self.is_answered(&slots, group),
                Test::In(..)
                | Test::Answered(_)
                | Test::All(_)
                | Test::Any(_)
                | Test::Not(_) => self.tell(part, Nesting::Inside),
            });
        }
        let one = told.len() == 1;
        let joined = match group {
            Group::All => self.words.all_parts(&told),
            Group::One | Group::Any => self.words.any_part(&told),
        };
        if nesting == Nesting::Outermost || one { joined } else { format!("({joined})") }
    }

    /// Says whether two tests ask the same of their questions, and of which the other.
    fn like(&self, one: &Test, other: &Test) -> Option<usize> {
        match (one, other) {
            (Test::In(a, values), Test::In(b, same)) => (values == same
                && self.is_multiple(*a) == self.is_multiple(*b))
            .then_some(*b),
            (Test::Answered(_), Test::Answered(b)) => Some(*b),
            _ => None,
        }
    }

    fn is_in(&self, slots: &[usize], values: &[String], group: Group) -> String {
        let Some(&first) = slots.first() else { return String::new() };
        let includes = self.is_multiple(first);
        let key = match (group, includes) {
            (Group::One, false) => "condition-is",
            (Group::One, true) => "condition-includes",
            (Group::All, false) => "condition-all-are",
            (Group::All, true) => "condition-all-include",
            (Group::Any, false) => "condition-any-is",
            (Group::Any, true) => "condition-any-includes",
        };
        let values = self.words.one_of(&self.names(first, values));
        let questions = self.words.all_of(&self.ids(slots));
        self.words.say(key, &[("questions", questions.into()), ("values", values.into())])
    }

    fn is_answered(&self, slots: &[usize], group: Group) -> String {
        let key = match group {
            Group::One => "condition-answered",
            Group::All => "condition-all-answered",
            Group::Any => "condition-any-answered",
        };
        let questions = self.words.all_of(&self.ids(slots));
        self.words.say(key, &[("questions", questions.into())])
    }

    fn about(&self, key: &str, slot: usize, values: &[String]) -> String {
        let values = self.words.one_of(&self.names(slot, values));
        let question = self.id(slot);
        self.words.say(key, &[("question", question.into()), ("values", values.into())])
    }

    fn names(&self, slot: usize, values: &[String]) -> Vec<String> {
        let options = self.plan.options(slot);
        let kind = self.plan.question(slot).kind;
        let label = |value: &String| {
            let choice = options.iter().find(|choice| choice.value == *value);
            choice.map_or_else(
                || value.clone(),
                |choice| format!("“{}”", choice_in_words(self.words, kind, choice)),
            )
        };
        match self.naming {
            Naming::Values => values.to_vec(),
            Naming::Labels => values.iter().map(label).collect(),
        }
    }

    fn is_multiple(&self, slot: usize) -> bool {
        self.plan.question(slot).kind == Kind::Multiple
    }

    fn id(&self, slot: usize) -> String {
        self.plan.question(slot).id.to_string()
    }

    fn ids(&self, slots: &[usize]) -> Vec<String> {
        slots.iter().map(|slot| self.id(*slot)).collect()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    One,
    All,
    Any,
}

/// Leaves out of a conjunction what another part says already: "is not none" is read as
/// said of an answer, so that the answer is there need not be said as well.
fn without_guards(parts: &[Test]) -> Vec<&Test> {
    let is_said = |slot: usize| {
        parts.iter().any(|part| match part {
            Test::Not(inner) => matches!(**inner, Test::In(on, _) if on == slot),
            Test::In(on, _) => *on == slot,
            Test::All(_) | Test::Any(_) | Test::Answered(_) => false,
        } || left_out(part).is_some_and(|(on, _)| on == slot))
    };
    let guard = |part: &&Test| matches!(part, Test::Answered(slot) if is_said(*slot));
    parts.iter().filter(|part| !guard(part)).collect()
}

/// Recognizes the test whether at least one of several ticks is not set, however it is
/// written: not (a and b), or not a, or not b.
fn left_out(test: &Test) -> Option<(usize, Vec<String>)> {
    let ticks: Option<Vec<(usize, String)>> = match test {
        Test::Not(part) => match &**part {
            Test::All(parts) => parts.iter().map(one_tick).collect(),
            Test::In(..) | Test::Answered(_) | Test::Any(_) | Test::Not(_) => None,
        },
        Test::Any(parts) => parts
            .iter()
            .map(|part| match part {
                Test::Not(inner) => one_tick(inner),
                Test::In(..) | Test::Answered(_) | Test::Any(_) | Test::All(_) => None,
            })
            .collect(),
        Test::In(..) | Test::Answered(_) | Test::All(_) => None,
    };
    let ticks = ticks.filter(|ticks| ticks.len() > 1)?;
    let (slot, _) = *ticks.first()?;
    ticks
        .iter()
        .all(|(on, _)| *on == slot)
        .then(|| (slot, ticks.into_iter().map(|(_, value)| value).collect()))
}

/// Returns the question and value of a test for one value.
fn one_tick(test: &Test) -> Option<(usize, String)> {
    match test {
        Test::In(slot, values) if values.len() == 1 => {
            Some((*slot, values.first()?.clone()))
        }
        Test::In(..) | Test::Answered(_) | Test::All(_) | Test::Any(_) | Test::Not(_) => {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use untoc_core::Library;

    use super::*;

    fn told(question: &str, naming: Naming) -> Option<String> {
        let library = Library::embedded();
        let (plan, slot) = library.find_question(question).unwrap();
        condition_in_words(&plan, slot, &Words::load("en"), naming)
    }

    /// A follow-up says which answer leads to it, in either way of naming.
    #[test]
    fn tells_simple_conditions() {
        assert_eq!(
            told("untoc-5-q1a", Naming::Values).as_deref(),
            Some("asked if the answer to untoc-5-q1 is yes or in_part")
        );
        assert_eq!(
            told("untoc-5-q1a", Naming::Labels).as_deref(),
            Some("asked if the answer to untoc-5-q1 is “Yes” or “Yes, in part”")
        );
        assert_eq!(told("untoc-5-q1", Naming::Values), None);
    }

    /// Every shape of condition that the questionnaires have reads as a sentence.
    #[test]
    fn tells_every_shape() {
        let mut page = String::new();
        for question in [
            "tip-6-q5b",
            "tip-6-q12d",
            "tip-c2-q4a",
            "tip-c1-q10",
            "tip-1-q1a",
            "untoc-2-q5",
            "tip-10-q4a",
            "tip-5-q1b",
            "untoc-29-q2a",
            "tip-3-q9",
            "tip-3-q10",
            "untoc-6-q7",
        ] {
            page.push_str(&format!("{question}\n  "));
            page.push_str(&told(question, Naming::Values).unwrap());
            page.push('\n');
        }
        insta::assert_snapshot!(page);
    }

    /// No condition of any questionnaire loses one of the questions that it names.
    #[test]
    fn names_every_question() {
        let words = Words::load("en");
        for plan in Library::embedded().plans() {
            for slot in plan.slots() {
                let Some(told) = condition_in_words(&plan, slot, &words, Naming::Values)
                else {
                    continue;
                };
                for on in plan.depends(slot) {
                    let id = plan.question(*on).id.as_str();
                    assert!(told.contains(id), "{id} is not in: {told}");
                }
                assert!(!told.contains("condition-"), "{told}");
            }
        }
    }
}
