//! Finds words in questions and in answers.

use askama::Template;
use untoc_core::Library;
use untoc_report::{Query, answer_in_words, fold, search};

use crate::ask::Ask;
use crate::frame::Frame;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "search.html")]
struct Page<'a> {
    frame: Frame<'a>,
    wanted: String,
    hits: Vec<HitView>,
    hidden: usize,
}

pub(crate) struct HitView {
    pub(crate) section: String,
    pub(crate) question: String,
    pub(crate) text: String,
    pub(crate) answer: Vec<String>,
    pub(crate) is_open: bool,
}

const MOST: usize = 100;

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let wanted = ask.query.text("q").unwrap_or_default().to_owned();
    let mut hits = if wanted.is_empty() { Vec::new() } else { find(&work, &wanted) };
    let hidden = hits.len().saturating_sub(MOST);
    hits.truncate(MOST);
    let frame = Frame::of(&work, "search", work.words.say("web-search", &[]));
    Reply::page(&Page { frame, wanted, hits, hidden })
}

/// Finds questions by their words, then answers by theirs.
fn find(work: &Work<'_>, wanted: &str) -> Vec<HitView> {
    let plans = work.plans();
    let library = Library::of(plans.iter().map(|plan| (**plan).clone()));
    let query = Query { words: wanted.to_owned(), ..Query::default() };
    let mut found: Vec<(String, usize)> = Vec::new();
    for hit in search(&library, &query) {
        found.push((hit.plan.id().to_string(), hit.slot));
    }
    let parts: Vec<String> = fold(wanted).split_whitespace().map(str::to_owned).collect();
    for plan in &plans {
        let Some(response) = work.dossier.response(plan.id()) else { continue };
        for (question, entry) in response.answers.iter() {
            let Some(slot) = plan.slot(question.as_str()) else { continue };
            let lines = answer_in_words(plan, slot, entry, work.words);
            let text: String = lines.iter().map(|(_, text)| fold(text) + "\n").collect();
            let key = (plan.id().to_string(), slot);
            if parts.iter().all(|part| text.contains(part.as_str()))
                && !found.contains(&key)
            {
                found.push(key);
            }
        }
    }
    let view = |(id, slot): (String, usize)| {
        let plan = plans.iter().find(|plan| plan.id().as_str() == id)?;
        Some(hit(work, plan, slot))
    };
    found.into_iter().filter_map(view).collect()
}

/// Makes a line of a list of questions with their answers.
pub(crate) fn hit(work: &Work<'_>, plan: &untoc_core::Plan, slot: usize) -> HitView {
    let question = plan.question(slot);
    let response = work.dossier.response(plan.id());
    let entry = response.and_then(|r| r.answers.get(question.id.as_str()));
    let lines = entry.map(|entry| answer_in_words(plan, slot, entry, work.words));
    let line = |(label, text): (String, String)| format!("{label}: {text}");
    HitView {
        section: plan.section(slot).id.to_string(),
        question: question.id.to_string(),
        text: question.text.clone(),
        is_open: entry.is_none_or(|entry| !entry.is_settled()),
        answer: lines.unwrap_or_default().into_iter().map(line).collect(),
    }
}
