//! An answer to a question that the questionnaire does not have.

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::text::nearest;

use super::walk::escape;

/// Reports answers without a question; in a response made for an older version of the
/// questionnaire the question is retired, and the answer is kept.
pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let plan = context.plan;
    let older = plan.is_newer_than(&context.response.questionnaire_version);
    for (question, _) in context.response.answers.iter() {
        if plan.slot(question.as_str()).is_some() {
            continue;
        }
        let place = Place {
            pointer: Some(format!("/answers/{}", escape(question.as_str()))),
            questionnaire: Some(plan.id().to_string()),
            question: Some(question.to_string()),
            ..Place::default()
        };
        let code = if older { Code::QuestionRetired } else { Code::QuestionUnknown };
        let mut finding = Finding::new(code, place).plain("questionnaire", plan.id());
        let ids = plan.slots().map(|slot| plan.question(slot).id.as_str());
        if let Some(near) = nearest(question.as_str(), ids) {
            finding = finding.plain("nearest", near);
        }
        findings.push(finding);
    }
}
