//! Every article that the cluster covers has a section, and the other way round.

use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::questionnaire::Questionnaire;

pub(super) fn check(questionnaire: &Questionnaire, findings: &mut Vec<Finding>) {
    let place = |pointer: String| Place {
        pointer: Some(pointer),
        questionnaire: Some(questionnaire.id.to_string()),
        ..Place::default()
    };
    for (at, article) in questionnaire.articles.iter().enumerate() {
        let has =
            questionnaire.sections.iter().any(|s| s.article.as_ref() == Some(article));
        if !has {
            let place = place(format!("/articles/{at}"));
            findings.push(
                Finding::new(Code::ArticleWithoutSection, place)
                    .plain("article", article),
            );
        }
    }
    for (at, section) in questionnaire.sections.iter().enumerate() {
        let Some(article) = &section.article else { continue };
        if !questionnaire.articles.contains(article) {
            let place = Place {
                section: Some(section.id.to_string()),
                ..place(format!("/sections/{at}/article"))
            };
            findings.push(
                Finding::new(Code::ArticleNotListed, place).plain("article", article),
            );
        }
    }
}
