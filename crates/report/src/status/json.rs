//! Progress on a dossier as JSON, for programs.

use serde::Serialize;
use untoc_core::{Count, Tally};

use super::{AssignmentStatus, DossierStatus};

#[derive(Serialize)]
struct Written<'a> {
    state: &'a str,
    today: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i32>,
    total: WrittenTally,
    questionnaires: Vec<WrittenQuestionnaire<'a>>,
    contributors: Vec<WrittenContributor<'a>>,
    unassigned: WrittenTally,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<WrittenNext<'a>>,
}

#[derive(Serialize)]
struct WrittenQuestionnaire<'a> {
    id: &'a str,
    instrument: &'static str,
    title: &'a str,
    #[serde(flatten)]
    tally: WrittenTally,
    sections: Vec<WrittenSection<'a>>,
}

#[derive(Serialize)]
struct WrittenSection<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    title: &'a str,
    #[serde(flatten)]
    tally: WrittenTally,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    contributors: &'a [String],
}

#[derive(Serialize)]
struct WrittenContributor<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a str>,
    #[serde(flatten)]
    tally: WrittenTally,
    assignments: Vec<WrittenAssignment<'a>>,
}

#[derive(Serialize)]
struct WrittenAssignment<'a> {
    subject: &'a str,
    title: &'a str,
    #[serde(flatten)]
    tally: WrittenTally,
    step: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    received: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i32>,
    overdue: bool,
}

#[derive(Serialize)]
struct WrittenNext<'a> {
    questionnaire: &'a str,
    question: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct WrittenTally {
    required: WrittenCount,
    advised: WrittenCount,
    optional: WrittenCount,
    confirmed: usize,
    proposed: usize,
    waiting: usize,
    set_aside: usize,
}

#[derive(Serialize)]
struct WrittenCount {
    asked: usize,
    answered: usize,
}

/// Returns the progress as JSON: two spaces, keys in a fixed order, one newline at the
/// end.
pub fn status_json(status: &DossierStatus) -> String {
    let questionnaires = status.questionnaires.iter().map(|of| WrittenQuestionnaire {
        id: &of.id,
        instrument: of.instrument.code(),
        title: &of.title,
        tally: tally(of.tally),
        sections: of
            .sections
            .iter()
            .map(|section| WrittenSection {
                id: &section.id,
                article: section.article.as_deref(),
                title: &section.title,
                tally: tally(section.tally),
                contributors: &section.contributors,
            })
            .collect(),
    });
    let contributors = status.contributors.iter().map(|of| WrittenContributor {
        id: &of.id,
        name: &of.name,
        contact: of.contact.as_deref(),
        tally: tally(of.tally),
        assignments: of.assignments.iter().map(assignment).collect(),
    });
    untoc_core::json(&Written {
        state: status.state.as_str(),
        today: status.today.to_string(),
        due: status.due.map(|date| date.to_string()),
        days_left: status.due.map(|due| super::days_between(status.today, due)),
        total: tally(status.total),
        questionnaires: questionnaires.collect(),
        contributors: contributors.collect(),
        unassigned: tally(status.unassigned),
        next: status.next.as_ref().map(|next| WrittenNext {
            questionnaire: &next.questionnaire,
            question: &next.question,
            text: &next.text,
        }),
    })
}

fn assignment(of: &AssignmentStatus) -> WrittenAssignment<'_> {
    WrittenAssignment {
        subject: &of.subject,
        title: &of.title,
        tally: tally(of.tally),
        step: of.step.as_str(),
        sent: of.sent.map(|date| date.to_string()),
        received: of.received.map(|date| date.to_string()),
        due: of.due.map(|date| date.to_string()),
        days_left: of.days_left,
        overdue: of.overdue,
    }
}

fn tally(tally: Tally) -> WrittenTally {
    let count =
        |count: Count| WrittenCount { asked: count.asked, answered: count.settled };
    WrittenTally {
        required: count(tally.required),
        advised: count(tally.advised),
        optional: count(tally.optional),
        confirmed: tally.confirmed,
        proposed: tally.proposed,
        waiting: tally.waiting,
        set_aside: tally.parked,
    }
}
