//! A question for a number says what the least number is.

use crate::code::Code;
use crate::finding::Finding;
use crate::questionnaire::{Kind, Questionnaire};

pub(super) fn check(questionnaire: &Questionnaire, findings: &mut Vec<Finding>) {
    for at in super::questions(questionnaire) {
        if at.question.kind == Kind::Number && at.question.minimum.is_none() {
            findings.push(at.finding(Code::NumberWithoutMinimum, ""));
        }
    }
}
