//! `not` stands only where the question that it names is also tested by `answered` or
//! `in` in an enclosing `all`.
//!
//! Otherwise a question without an answer would satisfy the negation, and people would
//! be asked what follows from an answer that nobody gave.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::condition::Condition;
use crate::finding::Finding;
use crate::questionnaire::Questionnaire;

pub(super) fn check(questionnaire: &Questionnaire, findings: &mut Vec<Finding>) {
    for at in super::questions(questionnaire) {
        let mut loose = BTreeSet::new();
        if let Some(when) = &at.question.when {
            walk(when, &BTreeSet::new(), &mut loose);
        }
        for named in loose {
            findings.push(
                at.finding(Code::ConditionNotUnguarded, "/when").plain("names", named),
            );
        }
    }
}

fn walk<'a>(
    condition: &'a Condition,
    guards: &BTreeSet<&'a str>,
    loose: &mut BTreeSet<&'a str>,
) {
    match condition {
        Condition::In(..) | Condition::Answered(_) => {}
        Condition::Any(parts) => {
            for part in parts {
                walk(part, guards, loose);
            }
        }
        Condition::All(parts) => {
            let mut guards = guards.clone();
            for part in parts {
                tested(part, &mut guards);
            }
            for part in parts {
                walk(part, &guards, loose);
            }
        }
        Condition::Not(part) => {
            part.visit_questions(&mut |named| {
                if !guards.contains(named.as_str()) {
                    loose.insert(named.as_str());
                }
            });
        }
    }
}

/// Adds the questions that must have a value for the condition to hold.
fn tested<'a>(condition: &'a Condition, guards: &mut BTreeSet<&'a str>) {
    match condition {
        Condition::In(named, _) | Condition::Answered(named) => {
            guards.insert(named.as_str());
        }
        Condition::All(parts) => {
            for part in parts {
                tested(part, guards);
            }
        }
        Condition::Any(_) | Condition::Not(_) => {}
    }
}
