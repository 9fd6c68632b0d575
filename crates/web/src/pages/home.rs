//! The home page of a dossier: what is done, what is next, what is wrong.

use std::sync::Arc;

use askama::Template;
use untoc_core::{Level, Plan, Response, Severity, Tally};
use untoc_dossier::validate;
use untoc_report::{DossierStatus, dossier_status};

use crate::ask::Ask;
use crate::frame::Frame;
use crate::pages::section::heading;
use crate::pages::start;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "home.html")]
struct Page<'a> {
    frame: Frame<'a>,
    folder: String,
    focal_point: Option<String>,
    due: Option<String>,
    left: Option<String>,
    total: Bar,
    next: Option<(String, String)>,
    questionnaires: Vec<QuestionnaireView>,
    errors: usize,
    warnings: usize,
    notes: usize,
    overdue: usize,
    unsaved: Vec<String>,
}

struct QuestionnaireView {
    id: String,
    title: String,
    instrument: String,
    bar: Bar,
    sections: Vec<SectionView>,
}

struct SectionView {
    id: String,
    title: String,
    bar: Bar,
    contributors: String,
}

/// How much of what is required is answered.
pub(crate) struct Bar {
    pub(crate) done: usize,
    pub(crate) asked: usize,
    pub(crate) parked: usize,
    pub(crate) proposed: usize,
}

impl Bar {
    pub(crate) fn of(tally: Tally) -> Self {
        Self {
            done: tally.required.settled,
            asked: tally.required.asked,
            parked: tally.parked + tally.waiting,
            proposed: tally.proposed,
        }
    }

    pub(crate) fn is_done(&self) -> bool {
        self.done == self.asked
    }
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    if ask.app.root().is_none() {
        return start::show(ask);
    }
    let work = Work::open(&ask.app)?;
    let status = status(&work)?;
    let findings = validate(&work.dossier, Level::Draft, ask.app.today());
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    let frame = Frame::of(&work, "home", work.words.say("web-home", &[]));
    let left = status.due.map(|due| {
        let days = untoc_report::days_between(status.today, due);
        let arguments = [("count", usize::try_from(days.abs()).unwrap_or(0).into())];
        match days {
            0 => frame.words().say("status-today", &[]),
            1.. => frame.words().say("status-days-left", &arguments),
            _ => frame.words().say("status-days-over", &arguments),
        }
    });
    let overdue = status.contributors.iter().flat_map(|c| &c.assignments);
    Reply::page(&Page {
        folder: work.dossier.path().display().to_string(),
        focal_point: work.settings.focal_point.clone(),
        due: status.due.map(|due| due.to_string()),
        left,
        total: Bar::of(status.total),
        next: next(&work, &status),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
        overdue: overdue.filter(|a| a.overdue).count(),
        unsaved: unsaved(&work),
        questionnaires: questionnaires(&work, &status),
        frame,
    })
}

/// Counts the progress on the dossier.
pub(crate) fn status(work: &Work<'_>) -> Result<DossierStatus, Fault> {
    let plans = work.plans();
    let mut responses: Vec<(Arc<Plan>, &Response)> = Vec::new();
    for plan in &plans {
        responses.push((Arc::clone(plan), work.response(plan)?));
    }
    Ok(dossier_status(&work.settings, &responses, work.app.today()))
}

fn next(work: &Work<'_>, status: &DossierStatus) -> Option<(String, String)> {
    let next = status.next.as_ref()?;
    work.find_question(&next.question).ok()?;
    Some((next.question.clone(), next.text.clone()))
}

fn questionnaires(work: &Work<'_>, status: &DossierStatus) -> Vec<QuestionnaireView> {
    let plans = work.plans();
    let mut views = Vec::new();
    for (counted, plan) in status.questionnaires.iter().zip(&plans) {
        let sections = counted.sections.iter().zip(&plan.questionnaire().sections);
        let sections = sections.map(|(counted, section)| SectionView {
            id: section.id.to_string(),
            title: heading(section),
            bar: Bar::of(counted.tally),
            contributors: names(work, &counted.contributors),
        });
        views.push(QuestionnaireView {
            id: counted.id.clone(),
            title: counted.title.clone(),
            instrument: plan.instrument().name().to_owned(),
            bar: Bar::of(counted.tally),
            sections: sections.collect(),
        });
    }
    views
}

fn names(work: &Work<'_>, ids: &[String]) -> String {
    let name = |id: &String| {
        work.settings.contributor(id).map_or_else(|| id.clone(), |c| c.name.clone())
    };
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The questions for which a text waits in the autosave area.
fn unsaved(work: &Work<'_>) -> Vec<String> {
    let records = work.journal().read().unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for record in records {
        let id = record.question.as_str();
        if work.find_question(id).is_ok() && !found.iter().any(|known| known == id) {
            found.push(id.to_owned());
        }
    }
    found
}
