//! Counts the progress on a dossier.

use std::sync::Arc;

use jiff::civil::Date;
use untoc_core::{
    Assignment, Contributor, Entry, Plan, Progress, Response, Settings, State, Tally,
};

use super::{
    AssignmentStatus, ContributorStatus, DossierStatus, NextQuestion,
    QuestionnaireStatus, SectionStatus, Step, days_between,
};

/// A response laid beside its plan.
struct Work<'a> {
    plan: &'a Plan,
    entries: Vec<Option<&'a Entry>>,
    states: Vec<State>,
}

impl Work<'_> {
    fn count(&self, choose: impl Fn(usize) -> bool) -> Tally {
        Progress::of_some(self.plan, &self.entries, &self.states, choose)
    }
}

/// Counts the progress on a dossier; the responses come in the order in which they are
/// shown.
pub fn dossier_status(
    settings: &Settings,
    responses: &[(Arc<Plan>, &Response)],
    today: Date,
) -> DossierStatus {
    let works: Vec<Work<'_>> = responses
        .iter()
        .map(|(plan, response)| {
            let entries = plan.align(response);
            let states = plan.states(&entries);
            Work { plan, entries, states }
        })
        .collect();
    let mut total = Tally::default();
    let mut unassigned = Tally::default();
    let mut questionnaires = Vec::new();
    let mut next = None;
    for work in &works {
        let progress = Progress::of(work.plan, &work.entries, &work.states);
        total.absorb(progress.total);
        unassigned
            .absorb(work.count(|slot| settings.assignment(work.plan, slot).is_none()));
        if next.is_none() {
            next = progress.next.map(|slot| next_question(work.plan, slot));
        }
        questionnaires.push(of_questionnaire(settings, work, &progress));
    }
    let contributors =
        settings.contributors.iter().map(|c| of_contributor(settings, c, &works, today));
    DossierStatus {
        state: settings.state,
        today,
        due: settings.due.map(|day| day.0),
        total,
        contributors: contributors.collect(),
        questionnaires,
        unassigned,
        next,
    }
}

fn next_question(plan: &Plan, slot: usize) -> NextQuestion {
    let question = plan.question(slot);
    NextQuestion {
        questionnaire: plan.id().to_string(),
        question: question.id.to_string(),
        text: question.text.clone(),
    }
}

fn of_questionnaire(
    settings: &Settings,
    work: &Work<'_>,
    progress: &Progress,
) -> QuestionnaireStatus {
    let plan = work.plan;
    let sections = plan.questionnaire().sections.iter();
    let with_questions = sections.filter(|section| !section.questions.is_empty());
    let sections = with_questions.zip(&progress.sections).map(|(section, tally)| {
        let mut contributors = Vec::new();
        for contributor in &settings.contributors {
            let asked = plan.slots().any(|slot| {
                plan.section(slot).id == section.id
                    && settings
                        .assignment(plan, slot)
                        .is_some_and(|a| a.to == contributor.id)
            });
            if asked {
                contributors.push(contributor.id.to_string());
            }
        }
        SectionStatus {
            id: section.id.to_string(),
            article: section.article.clone(),
            title: section.title.clone(),
            tally: *tally,
            contributors,
        }
    });
    QuestionnaireStatus {
        id: plan.id().to_string(),
        instrument: plan.instrument(),
        title: plan.questionnaire().title.clone(),
        tally: progress.total,
        sections: sections.collect(),
    }
}

fn of_contributor(
    settings: &Settings,
    contributor: &Contributor,
    works: &[Work<'_>],
    today: Date,
) -> ContributorStatus {
    let mut tally = Tally::default();
    let mut assignments = Vec::new();
    for assignment in settings.assignments.iter().filter(|a| a.to == contributor.id) {
        let status = of_assignment(settings, assignment, works, today);
        tally.absorb(status.tally);
        assignments.push(status);
    }
    ContributorStatus {
        id: contributor.id.to_string(),
        name: contributor.name.clone(),
        contact: contributor.contact.clone(),
        tally,
        assignments,
    }
}

fn of_assignment(
    settings: &Settings,
    assignment: &Assignment,
    works: &[Work<'_>],
    today: Date,
) -> AssignmentStatus {
    let mut tally = Tally::default();
    let mut title = String::new();
    for work in works {
        let covers = |slot: usize| {
            settings
                .assignment(work.plan, slot)
                .is_some_and(|found| std::ptr::eq(found, assignment))
        };
        tally.absorb(work.count(covers));
        if title.is_empty() {
            title = title_of(work.plan, assignment).unwrap_or_default();
        }
    }
    let section = assignment.section.as_ref().map(ToString::to_string);
    let question = assignment.question.as_ref().map(ToString::to_string);
    let due = assignment.due.or(settings.due).map(|day| day.0);
    let open = tally.required.open() > 0;
    let step = match (open, assignment.sent, assignment.received) {
        (false, ..) if tally.required.asked > 0 => Step::Complete,
        (_, _, Some(_)) => Step::Received,
        (_, Some(_), None) => Step::Sent,
        (_, None, None) => Step::NotSent,
    };
    let days_left = due.map(|due| days_between(today, due));
    AssignmentStatus {
        subject: question.or(section).unwrap_or_default(),
        title,
        tally,
        due,
        sent: assignment.sent.map(|day| day.0),
        received: assignment.received.map(|day| day.0),
        step,
        days_left,
        overdue: open && days_left.is_some_and(|days| days < 0),
    }
}

fn title_of(plan: &Plan, assignment: &Assignment) -> Option<String> {
    if let Some(question) = &assignment.question {
        return plan.slot(question.as_str()).map(|slot| plan.question(slot).text.clone());
    }
    let section = assignment.section.as_ref()?;
    let found = plan.questionnaire().sections.iter().find(|s| s.id == *section);
    found.map(|section| section.title.clone())
}
