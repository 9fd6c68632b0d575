//! Every question can be reached by some answers.
//!
//! A small solver looks for answers under which the condition holds, with everything
//! that it needs asked. Conditions are short trees, so a search with a step limit
//! settles them; a condition that is still open at the limit is let pass.

use std::collections::BTreeMap;

use crate::code::Code;
use crate::finding::Finding;
use crate::plan::{Plan, Test};
use crate::questionnaire::{Kind, OptionSets, Questionnaire};

const STEPS: usize = 200_000;

pub(super) fn check(
    questionnaire: &Questionnaire,
    sets: &OptionSets,
    findings: &mut Vec<Finding>,
) {
    // Whatever keeps a questionnaire from compiling is a finding of another rule.
    let Ok(plan) = Plan::compile(questionnaire.clone(), sets) else { return };
    for (slot, at) in plan.slots().zip(super::questions(questionnaire)) {
        let Some(test) = plan.test(slot) else { continue };
        let mut steps = STEPS;
        if !solve(&plan, vec![(test, true)], &Answers::default(), &mut steps) {
            findings.push(at.finding(Code::QuestionUnreachable, "/when"));
        }
    }
}

/// What the answers must be: by slot, the values that are given and those that are not.
#[derive(Debug, Clone, Default)]
struct Answers(BTreeMap<usize, Need>);

#[derive(Debug, Clone, Default)]
struct Need {
    given: Vec<String>,
    excluded: Vec<String>,
    answered: bool,
    unanswered: bool,
}

type Goal<'t> = (&'t Test, bool);

fn solve(
    plan: &Plan,
    mut goals: Vec<Goal<'_>>,
    answers: &Answers,
    steps: &mut usize,
) -> bool {
    if *steps == 0 {
        return true;
    }
    *steps -= 1;
    let Some((test, wanted)) = goals.pop() else { return true };
    match (test, wanted) {
        (Test::In(slot, values), true) => values.iter().any(|value| {
            let mut next = answers.clone();
            next.0.entry(*slot).or_default().given.push(value.clone());
            try_slot(plan, *slot, next, &goals, true, steps)
        }),
        (Test::In(slot, values), false) => {
            let mut next = answers.clone();
            next.0.entry(*slot).or_default().excluded.extend(values.iter().cloned());
            try_slot(plan, *slot, next, &goals, false, steps)
        }
        (Test::Answered(slot), true) => {
            let mut next = answers.clone();
            next.0.entry(*slot).or_default().answered = true;
            try_slot(plan, *slot, next, &goals, true, steps)
        }
        (Test::Answered(slot), false) => {
            let mut next = answers.clone();
            next.0.entry(*slot).or_default().unanswered = true;
            try_slot(plan, *slot, next, &goals, false, steps)
        }
        (Test::All(parts), true) | (Test::Any(parts), false) => {
            goals.extend(parts.iter().map(|part| (part, wanted)));
            solve(plan, goals, answers, steps)
        }
        (Test::Any(parts), true) | (Test::All(parts), false) => {
            parts.iter().any(|part| {
                let mut goals = goals.clone();
                goals.push((part, wanted));
                solve(plan, goals, answers, steps)
            })
        }
        (Test::Not(part), _) => {
            goals.push((part, !wanted));
            solve(plan, goals, answers, steps)
        }
    }
}

fn try_slot<'t>(
    plan: &'t Plan,
    slot: usize,
    answers: Answers,
    goals: &[Goal<'t>],
    must_be_asked: bool,
    steps: &mut usize,
) -> bool {
    if !answers.0.get(&slot).is_none_or(|need| possible(plan, slot, need)) {
        return false;
    }
    let mut goals = goals.to_vec();
    if must_be_asked && let Some(test) = plan.test(slot) {
        goals.push((test, true));
    }
    solve(plan, goals, &answers, steps)
}

/// Says whether some answer to a question meets all needs at once.
fn possible(plan: &Plan, slot: usize, need: &Need) -> bool {
    let has_value = need.answered || !need.given.is_empty();
    if need.unanswered {
        return !has_value;
    }
    if need.given.iter().any(|value| need.excluded.contains(value)) {
        return false;
    }
    let options = plan.options(slot);
    if options.is_empty() {
        // Free answers: any value will do, and none is ever listed in a condition.
        return need.given.is_empty();
    }
    if need.given.iter().any(|value| options.iter().all(|choice| choice.value != *value))
    {
        return false;
    }
    let distinct: std::collections::BTreeSet<_> = need.given.iter().collect();
    if plan.question(slot).kind == Kind::Multiple {
        let alone = options
            .iter()
            .any(|choice| choice.exclusive && distinct.contains(&choice.value));
        if alone && distinct.len() > 1 {
            return false;
        }
    } else if distinct.len() > 1 {
        return false;
    }
    !has_value
        || !distinct.is_empty()
        || options.iter().any(|choice| !need.excluded.contains(&choice.value))
}
