//! Conditions name earlier questions of the same questionnaire and values they offer.

use std::collections::BTreeMap;

use crate::code::Code;
use crate::condition::Condition;
use crate::finding::Finding;
use crate::questionnaire::{Kind, OptionSets, Question, Questionnaire};
use crate::text::nearest;

use super::QuestionAt;

/// Returns whether every question named stands earlier, so that the questionnaire can be
/// compiled.
pub(super) fn check(
    questionnaire: &Questionnaire,
    sets: &OptionSets,
    findings: &mut Vec<Finding>,
) -> bool {
    let mut earlier: BTreeMap<&str, &Question> = BTreeMap::new();
    let before = findings.len();
    for at in super::questions(questionnaire) {
        if let Some(when) = &at.question.when {
            walk(&at, when, &earlier, sets, findings);
        }
        earlier.insert(at.question.id.as_str(), at.question);
    }
    !findings
        .get(before..)
        .unwrap_or_default()
        .iter()
        .any(|finding| finding.code == Code::ConditionNamesLater)
}

fn walk(
    at: &QuestionAt<'_>,
    condition: &Condition,
    earlier: &BTreeMap<&str, &Question>,
    sets: &OptionSets,
    findings: &mut Vec<Finding>,
) {
    match condition {
        Condition::In(named, values) => {
            let Some(question) = earlier.get(named.as_str()) else {
                findings.push(later(at, named.as_str(), earlier));
                return;
            };
            let offered = offered(question, sets);
            for value in values.iter().filter(|value| !offered.contains(value)) {
                findings.push(
                    at.finding(Code::ConditionValueUnknown, "/when")
                        .plain("value", value)
                        .plain("names", named)
                        .one_of("expected", &offered),
                );
            }
        }
        Condition::Answered(named) => {
            if !earlier.contains_key(named.as_str()) {
                findings.push(later(at, named.as_str(), earlier));
            }
        }
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                walk(at, part, earlier, sets, findings);
            }
        }
        Condition::Not(part) => walk(at, part, earlier, sets, findings),
    }
}

fn later(
    at: &QuestionAt<'_>,
    named: &str,
    earlier: &BTreeMap<&str, &Question>,
) -> Finding {
    let finding = at.finding(Code::ConditionNamesLater, "/when").plain("names", named);
    match nearest(named, earlier.keys().copied()) {
        Some(near) => finding.plain("nearest", near),
        None => finding,
    }
}

/// Returns the values that a question offers; other kinds have none to test for.
fn offered(question: &Question, sets: &OptionSets) -> Vec<String> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match question.kind {
        Kind::Implementation => words(&["yes", "in_part", "no"]),
        Kind::YesNo => words(&["yes", "no"]),
        Kind::Single | Kind::Multiple => {
            let set =
                question.options_from.as_ref().and_then(|s| sets.option_sets.get(s));
            let choices = set.unwrap_or(&question.options);
            choices.iter().map(|choice| choice.value.clone()).collect()
        }
        Kind::Text
        | Kind::Number
        | Kind::Date
        | Kind::Laws
        | Kind::Cases
        | Kind::Authorities
        | Kind::Table => Vec::new(),
    }
}
