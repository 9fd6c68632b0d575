//! The whole condition of a question: its own, and that of every question it names.
//!
//! With us a test on a question that is not asked is false, whatever is kept there. A
//! survey tool looks at the value alone, so each test is joined with the condition of
//! the question that it looks at.

use untoc_core::{Plan, Test};

/// More tests than this in one condition are not written out: a chain of conditions
/// doubles its length with each link, and tools have limits of their own.
const MOST: usize = 400;

/// The whole condition of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Guard {
    /// The question is always asked.
    Always,
    /// The question is asked where this holds.
    When(Test),
    /// Written out, the condition would have more than [`MOST`] tests.
    TooLong,
}

impl Guard {
    /// Returns the condition, if there is one that can be written.
    pub(super) fn test(&self) -> Option<&Test> {
        match self {
            Self::When(test) => Some(test),
            Self::Always | Self::TooLong => None,
        }
    }
}

/// Works out the whole condition of each question, by slot.
pub(super) fn guards(plan: &Plan) -> Vec<Guard> {
    let mut guards: Vec<Guard> = Vec::with_capacity(plan.len());
    for slot in plan.slots() {
        let guard = match plan.test(slot) {
            None => Guard::Always,
            Some(test) => match size(test, &guards) {
                Some(tests) if tests <= MOST => Guard::When(join(test, &guards)),
                Some(_) | None => Guard::TooLong,
            },
        };
        guards.push(guard);
    }
    guards
}

/// Counts the tests of the whole condition, before it is built.
fn size(test: &Test, guards: &[Guard]) -> Option<usize> {
    match test {
        Test::In(slot, _) | Test::Answered(slot) => match guards.get(*slot) {
            Some(Guard::When(before)) => Some(1 + leaves(before)),
            Some(Guard::TooLong) => None,
            Some(Guard::Always) | None => Some(1),
        },
        Test::All(parts) | Test::Any(parts) => {
            parts.iter().map(|part| size(part, guards)).sum()
        }
        Test::Not(part) => size(part, guards),
    }
}

fn leaves(test: &Test) -> usize {
    match test {
        Test::In(..) | Test::Answered(_) => 1,
        Test::All(parts) | Test::Any(parts) => parts.iter().map(leaves).sum(),
        Test::Not(part) => leaves(part),
    }
}

fn join(test: &Test, guards: &[Guard]) -> Test {
    match test {
        Test::In(slot, _) | Test::Answered(slot) => {
            match guards.get(*slot).and_then(Guard::test) {
                Some(before) => all([before.clone(), test.clone()]),
                None => test.clone(),
            }
        }
        Test::All(parts) => all(parts.iter().map(|part| join(part, guards))),
        Test::Any(parts) => {
            Test::Any(parts.iter().map(|part| join(part, guards)).collect())
        }
        Test::Not(part) => Test::Not(Box::new(join(part, guards))),
    }
}

/// Joins parts with "and": one level, each part once.
fn all(parts: impl IntoIterator<Item = Test>) -> Test {
    let mut flat: Vec<Test> = Vec::new();
    let mut add = |part: Test| {
        if !flat.contains(&part) {
            flat.push(part);
        }
    };
    for part in parts {
        match part {
            Test::All(inner) => inner.into_iter().for_each(&mut add),
            other @ (Test::In(..) | Test::Answered(_) | Test::Any(_) | Test::Not(_)) => {
                add(other);
            }
        }
    }
    match flat.pop() {
        Some(only) if flat.is_empty() => only,
        Some(last) => {
            flat.push(last);
            Test::All(flat)
        }
        None => Test::All(flat),
    }
}

#[cfg(test)]
mod tests {
    use untoc_core::Library;
    use untoc_core::sample::{Shape, partial};

    use super::*;

    /// On random responses, values looked at without regard to what is asked, the whole
    /// conditions hold exactly for the questions that are asked.
    #[test]
    fn whole_conditions_need_no_states() {
        for plan in Library::embedded().plans() {
            let guards = guards(&plan);
            for seed in 0..20 {
                let response = partial(&plan, seed, Shape::default());
                let entries = plan.align(&response);
                let asked = vec![untoc_core::State::Asked; plan.len()];
                for (slot, state) in plan.states(&entries).into_iter().enumerate() {
                    let holds = match &guards[slot] {
                        Guard::Always => true,
                        Guard::When(test) => test.holds(&entries, &asked),
                        Guard::TooLong => panic!("{} is too long", plan.id()),
                    };
                    assert_eq!(holds, state == untoc_core::State::Asked, "slot {slot}");
                }
            }
        }
    }
}
