//! Finds words in questions and in answers.

use askama::Template;
use untoc_core::Library;
use untoc_report::{Query, answer_in_words, fold, search};

use crate::ask::Ask;
use crate::cut::{Sheets, page_of};
use crate::frame::Frame;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "search.html")]
struct Page<'a> {
    frame: Frame<'a>,
    wanted: String,
    hits: Vec<HitView>,
    count: usize,
    sheets: Sheets,
}

pub(crate) struct HitView {
    pub(crate) question: String,
    pub(crate) text: String,
    pub(crate) answer: Vec<String>,
    pub(crate) is_open: bool,
}

/// The most lines and letters of an answer in a list; its own page shows all of it.
const LINES_MOST: usize = 12;
const LETTERS_MOST: usize = 3_000;

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let wanted = ask.query.text("q").unwrap_or_default().to_owned();
    let hits = if wanted.is_empty() { Vec::new() } else { find(&work, &wanted) };
    let count = hits.len();
    let (hits, sheets) = page_of(hits, HitView::weight, &ask.query);
    let frame = Frame::of(&work, "search", work.words.say("web-search", &[]));
    Reply::page(&Page { frame, wanted, hits, count, sheets })
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
        question: question.id.to_string(),
        text: question.text.clone(),
        is_open: entry.is_none_or(|entry| !entry.is_settled()),
        answer: brief(lines.unwrap_or_default().into_iter().map(line)),
    }
}

impl HitView {
    /// Returns about how many bytes it takes on a page.
    pub(crate) fn weight(&self) -> usize {
        let answer: usize = self.answer.iter().map(|line| line.len() + 8).sum();
        300 + self.text.len() + answer
    }
}

/// Cuts an answer short that would fill a list by itself.
fn brief(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut left = LETTERS_MOST;
    let mut told = Vec::new();
    for line in lines {
        let letters = line.chars().count();
        if told.len() < LINES_MOST && letters <= left {
            left -= letters;
            told.push(line);
            continue;
        }
        if told.len() < LINES_MOST {
            told.push(line.chars().take(left).collect());
        }
        told.push("…".to_owned());
        break;
    }
    told
}
