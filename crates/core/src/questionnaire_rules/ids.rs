//! Ids are well-formed and stand once over all questionnaires.

use std::collections::BTreeMap;

use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::id::check_id;
use crate::questionnaire::Questionnaire;

pub(super) fn check(all: &[Questionnaire], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut look =
        |id: &'_ str, known: Option<&str>, finding: &dyn Fn(Code) -> Finding| {
            if check_id(id).is_err() {
                findings.push(finding(Code::IdMalformed).typed("value", id));
            }
            if let Some(first) = known {
                findings.push(
                    finding(Code::QuestionIdDuplicate)
                        .plain("value", id)
                        .plain("other", first),
                );
            }
        };
    for questionnaire in all {
        let name = questionnaire.id.as_str();
        let place = |pointer: String| Place {
            pointer: Some(pointer),
            questionnaire: Some(name.to_owned()),
            ..Place::default()
        };
        look(name, seen.insert(name, name), &|code| {
            Finding::new(code, place("/id".to_owned()))
        });
        for (at, section) in questionnaire.sections.iter().enumerate() {
            let id = section.id.as_str();
            look(id, seen.insert(id, name), &|code| {
                Finding::new(code, place(format!("/sections/{at}/id")))
            });
        }
        for at in super::questions(questionnaire) {
            let id = at.question.id.as_str();
            look(id, seen.insert(id, name), &|code| at.finding(code, "/id"));
        }
    }
}
