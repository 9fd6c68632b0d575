//! Questions and columns with choices offer some, each once, from sets that exist.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::finding::Finding;
use crate::questionnaire::{Choice, ColumnKind, Kind, OptionSets, Questionnaire};

use super::QuestionAt;

pub(super) fn check(
    questionnaire: &Questionnaire,
    sets: &OptionSets,
    findings: &mut Vec<Finding>,
) {
    for at in super::questions(questionnaire) {
        let question = at.question;
        let offers = matches!(question.kind, Kind::Single | Kind::Multiple);
        let from = question.options_from.as_deref();
        look(&at, "", offers, &question.options, from, sets, findings);
        for (position, column) in question.columns.iter().enumerate() {
            let part = format!("/columns/{position}");
            let offers = column.kind == ColumnKind::Choice && !column.options_from_when;
            let from = column.options_from.as_deref();
            look(&at, &part, offers, &column.options, from, sets, findings);
        }
    }
}

fn look(
    at: &QuestionAt<'_>,
    part: &str,
    offers: bool,
    own: &[Choice],
    from: Option<&str>,
    sets: &OptionSets,
    findings: &mut Vec<Finding>,
) {
    let mut choices = own;
    if let Some(set) = from {
        match sets.option_sets.get(set) {
            Some(found) => choices = found,
            None => {
                findings.push(
                    at.finding(Code::OptionsUnknown, &format!("{part}/options_from"))
                        .plain("value", set),
                );
                return;
            }
        }
    }
    if offers && choices.is_empty() {
        findings.push(at.finding(Code::OptionsMissing, part));
    }
    let mut seen = BTreeSet::new();
    for choice in choices.iter().filter(|choice| !seen.insert(&choice.value)) {
        findings
            .push(at.finding(Code::OptionsDuplicate, part).plain("value", &choice.value));
    }
}
