//! Provisions and obligations go together, and every article of a section is a number.
//!
//! That a provision is written as `5(1)(a)(i)` is held by its type when the file is read.

use crate::code::Code;
use crate::finding::Finding;
use crate::provision::Provision;
use crate::questionnaire::Questionnaire;

pub(super) fn check(questionnaire: &Questionnaire, findings: &mut Vec<Finding>) {
    for at in super::questions(questionnaire) {
        for (position, provision) in at.question.provisions.iter().enumerate() {
            if Provision::parse(provision.as_str()).is_err() {
                findings.push(
                    at.finding(
                        Code::ProvisionMalformed,
                        &format!("/provisions/{position}"),
                    )
                    .plain("value", provision),
                );
            }
        }
    }
}
