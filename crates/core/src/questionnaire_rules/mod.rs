//! The rules on questionnaires: one rule, one file.
//!
//! A questionnaire that breaks one is refused with findings, whether it is ours (a test
//! holds that none does) or a user's own.

use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::questionnaire::{OptionSets, Question, Questionnaire, Section};

mod articles;
mod columns;
mod concepts;
mod conditions;
mod ids;
mod not_unguarded;
mod numbers;
mod options;
mod provisions;
mod reachable;

/// A question with where it stands.
pub(crate) struct QuestionAt<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The section.
    pub section: &'a Section,
    /// The question.
    pub question: &'a Question,
    /// The JSON pointer to the question.
    pub pointer: String,
}

impl QuestionAt<'_> {
    /// Makes a finding about a part of the question.
    fn finding(&self, code: Code, part: &str) -> Finding {
        let place = Place {
            pointer: Some(format!("{}{part}", self.pointer)),
            questionnaire: Some(self.questionnaire.id.to_string()),
            question: Some(self.question.id.to_string()),
            section: Some(self.section.id.to_string()),
            ..Place::default()
        };
        Finding::new(code, place)
    }
}

/// Walks through the questions in order.
fn questions(questionnaire: &Questionnaire) -> impl Iterator<Item = QuestionAt<'_>> {
    questionnaire.sections.iter().enumerate().flat_map(move |(s, section)| {
        section.questions.iter().enumerate().map(move |(q, question)| QuestionAt {
            questionnaire,
            section,
            question,
            pointer: format!("/sections/{s}/questions/{q}"),
        })
    })
}

/// Checks questionnaires one by one and against each other.
///
/// Every finding names its questionnaire; the caller knows the file.
pub fn check_questionnaires(all: &[Questionnaire], sets: &OptionSets) -> Vec<Finding> {
    let mut findings = Vec::new();
    ids::check(all, &mut findings);
    concepts::check(all, sets, &mut findings);
    for questionnaire in all {
        articles::check(questionnaire, &mut findings);
        provisions::check(questionnaire, &mut findings);
        options::check(questionnaire, sets, &mut findings);
        columns::check(questionnaire, &mut findings);
        numbers::check(questionnaire, &mut findings);
        not_unguarded::check(questionnaire, &mut findings);
        if conditions::check(questionnaire, sets, &mut findings) {
            reachable::check(questionnaire, sets, &mut findings);
        }
    }
    findings
}
