//! Questions of one concept have the same kind, options and columns, and a concept
//! stands at most once in a questionnaire.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::Code;
use crate::finding::Finding;
use crate::questionnaire::{Column, OptionSets, Question, Questionnaire};

pub(super) fn check(
    all: &[Questionnaire],
    _sets: &OptionSets,
    findings: &mut Vec<Finding>,
) {
    let mut first: BTreeMap<&str, &Question> = BTreeMap::new();
    for questionnaire in all {
        let mut here = BTreeSet::new();
        for at in super::questions(questionnaire) {
            let Some(concept) = at.question.concept.as_deref() else { continue };
            let twice = !here.insert(concept);
            let known = *first.entry(concept).or_insert(at.question);
            if twice || !alike(known, at.question) {
                findings.push(
                    at.finding(Code::ConceptDiffers, "/concept")
                        .plain("value", concept)
                        .plain("other", &known.id),
                );
            }
        }
    }
}

/// Compares everything but the wording of text and help.
fn alike(a: &Question, b: &Question) -> bool {
    let shape = |column: &Column| {
        let values: Vec<_> = column.options.iter().map(|c| c.value.clone()).collect();
        let from = (column.options_from.clone(), column.options_from_when);
        (column.key.clone(), column.kind, values, from)
    };
    a.kind == b.kind
        && a.options_from == b.options_from
        && a.options.iter().map(|c| &c.value).eq(b.options.iter().map(|c| &c.value))
        && a.columns.iter().map(shape).eq(b.columns.iter().map(shape))
}
