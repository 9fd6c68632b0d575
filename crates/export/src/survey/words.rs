//! The words around the questions of a survey.

use serde_json::Number;
use untoc_core::{NoAnswer, Obligation, Plan};

use super::wording::{Text, Wording};

/// The question for the respondent.
pub(super) const ANSWERED_BY: &str = "Agency or office that answers";
/// The title of the first page.
pub(super) const RESPONDENT: &str = "Who answers";
/// The title of the field for a reason.
pub(super) const NO_ANSWER: &str = "If there is no answer, say why";
/// What is wrong with an answer beside a reason for having none.
pub(super) const NOT_BOTH: &str =
    "there is an answer above; take it away, or take this away";
/// What is wrong with a row that lacks an earlier cell.
pub(super) const ROW_WHOLE: &str = "fill in the fields of this row above as well";
/// The title of the field for the words of a reason.
pub(super) const REASON: &str = "Reason, and when or where the answer can be found";
/// The title of the field for a note.
pub(super) const NOTE: &str = "Note to the answer";
/// How a date is written.
pub(super) const DATE: &str = "YYYY, YYYY-MM or YYYY-MM-DD, as far as known";
/// How a link is written.
pub(super) const LINK: &str = "a link that begins with http:// or https://";
/// How several texts are written.
pub(super) const TEXTS: &str = "several, with a semicolon between them";
/// How a law is named.
pub(super) const LAW: &str = "title of the law";
/// What an option that stands alone excludes.
pub(super) const EXCLUSIVE: &str = "this option cannot be ticked together with another";
/// What adds a row.
pub(super) const ADD_ROW: &str = "Add a row";
/// What a row is called.
pub(super) const ROW: &str = "Row";
/// What stands where no row is.
pub(super) const NO_ROWS: &str = "No row yet";

/// The reasons for having no answer that a submission accepts, with their words.
pub(super) const NO_ANSWERS: [(NoAnswer, &str); 4] = [
    (NoAnswer::NotApplicable, "It does not exist here, or does not apply"),
    (NoAnswer::NotDisclosed, "It is not disclosed"),
    (NoAnswer::Postponed, "The answer comes later"),
    (NoAnswer::GivenElsewhere, "It was given in another review"),
];

/// Returns what stands below a question: provision, obligation and help.
pub(super) fn description(plan: &Plan, slot: usize) -> Option<String> {
    let question = plan.question(slot);
    let mut parts: Vec<String> = Vec::new();
    let mut head = articles(plan, slot).unwrap_or_default();
    if let Some(obligation) = question.obligation {
        let word = match obligation {
            Obligation::Mandatory => "mandatory",
            Obligation::Conditional => "within the State's own legal order",
            Obligation::Optional => "optional",
        };
        head =
            if head.is_empty() { word.to_owned() } else { format!("{head} · {word}") };
    }
    if !head.is_empty() {
        parts.push(head);
    }
    if let Some(unit) = &question.unit {
        parts.push(format!("In {unit}"));
    }
    parts.extend(question.help.clone());
    (!parts.is_empty()).then(|| parts.join(" — "))
}

/// Returns the provisions of a question: `Article 5(1)(a), 5(1)(b)`.
pub(super) fn articles(plan: &Plan, slot: usize) -> Option<String> {
    let provisions = plan.provisions(slot);
    let texts: Vec<&str> = provisions.iter().map(|p| p.as_str()).collect();
    let word = if texts.len() == 1 { "Article" } else { "Articles" };
    (!texts.is_empty()).then(|| format!("{word} {}", texts.join(", ")))
}

/// Returns the words for a range of numbers.
pub(super) fn range(minimum: Option<&Number>, maximum: Option<&Number>) -> String {
    match (minimum, maximum) {
        (Some(least), Some(most)) => format!("a number from {least} to {most}"),
        (Some(least), None) => format!("a number, at least {least}"),
        (None, Some(most)) => format!("a number, at most {most}"),
        (None, None) => "a number".to_owned(),
    }
}

/// Returns the title of the survey: instrument and cluster.
pub(super) fn title(wording: &Wording<'_>) -> Text {
    let read = |plan: &Plan| {
        let title = &plan.questionnaire().title;
        Some(format!("{}: {title}", plan.instrument().name()))
    };
    wording.whole(read).unwrap_or_else(|| Text::plain(""))
}

/// Returns the title of the section in which a question stands: `Article 5: …`.
pub(super) fn section_title(wording: &Wording<'_>, slot: usize) -> Text {
    let read = |plan: &Plan, slot: usize| {
        let section = plan.section(slot);
        Some(match &section.article {
            Some(article) => format!("Article {article}: {}", section.title),
            None => section.title.clone(),
        })
    };
    wording.of(slot, read).unwrap_or_else(|| Text::plain(""))
}
