//! A section of a questionnaire: its questions with their fields.

use askama::Template;
use untoc_core::{
    Context, Entry, Finding, Level, Plan, Section, State, Surroundings, check_response,
};

use super::question::{Parts, QuestionView, told, view};
use super::widget::{Shape, Widget};
use crate::ask::Ask;
use crate::draft::drafts;
use crate::frame::Frame;
use crate::once::random_text;
use crate::reply::{Fault, Reply};
use crate::sheet::Sheet;
use crate::work::Work;

#[derive(Template)]
#[template(path = "section.html")]
struct Page<'a> {
    frame: Frame<'a>,
    id: String,
    heading: String,
    cluster: String,
    questionnaire: String,
    intro: Option<String>,
    questions: Vec<QuestionView>,
    set_aside: Vec<Aside>,
    not_asked: usize,
    window: String,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
    done: usize,
    asked: usize,
}

/// An answer whose question is not asked.
pub(crate) struct Aside {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) state: String,
    pub(crate) condition: String,
    pub(crate) lines: Vec<String>,
    /// The earlier questions on which it depends.
    pub(crate) depends: Vec<(String, String)>,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let plan = work.find_section(ask.id())?;
    let sections = &plan.questionnaire().sections;
    let at = sections.iter().position(|s| s.id.as_str() == ask.id()).unwrap_or_default();
    let section = sections.get(at).ok_or_else(Fault::ours)?;
    let neighbour = |at: Option<usize>| {
        let section = sections.get(at?)?;
        Some((section.id.to_string(), heading(section)))
    };
    let inner = inner(&work, &plan, section, &ask.query)?;
    let errors = inner.questions.iter().filter(|q| !q.problems.is_empty()).count();
    let mut frame = Frame::of(&work, "home", heading(section));
    frame.faults = errors;
    frame.notice = notice(&frame, &ask.query);
    Reply::page(&Page {
        id: section.id.to_string(),
        heading: heading(section),
        cluster: plan.questionnaire().title.clone(),
        questionnaire: plan.instrument().name().to_owned(),
        intro: section.intro.clone(),
        window: random_text(),
        before: neighbour(at.checked_sub(1)),
        after: neighbour(Some(at + 1)),
        done: inner.done,
        asked: inner.asked,
        questions: inner.questions,
        set_aside: inner.set_aside,
        not_asked: inner.not_asked,
        frame,
    })
}

/// Returns the heading of a section.
pub(crate) fn heading(section: &Section) -> String {
    match &section.article {
        Some(article) => format!("Article {article}: {}", section.title),
        None => section.title.clone(),
    }
}

fn notice(frame: &Frame<'_>, query: &crate::ask::Pairs) -> Option<String> {
    let key = query.text("done")?;
    Some(match key {
        "saved" => {
            let new = query.text("new").map_or(0, |ids| ids.split(',').count());
            match new {
                0 => frame.t("saved"),
                new => frame.n("saved-new", new),
            }
        }
        "same" => frame.t("saved-nothing"),
        "waits" => frame.t("saved-waits"),
        "dropped" => frame.t("dropped"),
        "joined" => frame.t("joined"),
        _ => return None,
    })
}

struct Inner {
    questions: Vec<QuestionView>,
    set_aside: Vec<Aside>,
    not_asked: usize,
    done: usize,
    asked: usize,
}

fn inner(
    work: &Work<'_>,
    plan: &Plan,
    section: &Section,
    query: &crate::ask::Pairs,
) -> Result<Inner, Fault> {
    let response = work.response(plan)?;
    let sheet =
        Sheet { plan, library: &work.app.library, laws: &work.laws, words: work.words };
    let here = |slot: usize| plan.section(slot).id == section.id;
    let records = work.journal().read().unwrap_or_default();
    let drafts = drafts(&sheet, response, &records, |_, slot| here(slot));
    let (findings, states) = judge(work, plan, response);
    let entries = plan.align(response);
    let entry = |slot: usize| entries.get(slot).copied().flatten();
    let state = |slot: usize| states.get(slot).copied().unwrap_or(State::NotAsked);
    let new: Vec<&str> =
        query.text("new").map(|ids| ids.split(',').collect()).unwrap_or_default();
    let spare = query.text("add").unwrap_or_default();
    let mut inner = Inner {
        questions: Vec::new(),
        set_aside: Vec::new(),
        not_asked: 0,
        done: 0,
        asked: 0,
    };
    let all = sheet.fields(response, |slot| here(slot) && state(slot) == State::Asked);
    for fields in all {
        let slot = fields.slot;
        let id = plan.question(slot).id.as_str();
        inner.asked += 1;
        inner.done += usize::from(entry(slot).is_some_and(Entry::is_settled));
        inner.questions.push(view(Parts {
            work,
            sheet,
            entry: entry(slot),
            findings: &findings,
            draft: drafts.get(&plan.question(slot).id),
            spare: spare == id,
            is_new: new.contains(&id),
            fields,
        }));
    }
    for slot in plan.slots().filter(|&slot| here(slot) && state(slot) != State::Asked) {
        match entry(slot) {
            Some(entry) => {
                inner.set_aside.push(aside(work, plan, slot, entry, state(slot)))
            }
            None => inner.not_asked += 1,
        }
    }
    Ok(inner)
}

fn judge(
    work: &Work<'_>,
    plan: &Plan,
    response: &untoc_core::Response,
) -> (Vec<Finding>, Vec<State>) {
    let around = Surroundings {
        settings: Some(&work.settings),
        laws: Some(&work.laws),
        evidence: Some(work.dossier.evidence()),
        ..Surroundings::default()
    };
    let context = Context::new(plan, response, around, Level::Draft, work.app.today());
    let findings = check_response(&context);
    (findings, context.states)
}

fn aside(
    work: &Work<'_>,
    plan: &Plan,
    slot: usize,
    entry: &Entry,
    state: State,
) -> Aside {
    let words = work.words;
    let naming = untoc_report::Naming::Labels;
    let depends = plan.depends(slot).iter().map(|&on| {
        let question = plan.question(on);
        (question.id.to_string(), plan.section(on).id.to_string())
    });
    Aside {
        id: plan.question(slot).id.to_string(),
        text: plan.question(slot).text.clone(),
        state: untoc_report::state_in_words(words, state),
        condition: untoc_report::condition_in_words(plan, slot, words, naming)
            .unwrap_or_default(),
        lines: told(work, plan, slot, Some(entry)),
        depends: depends.collect(),
    }
}
