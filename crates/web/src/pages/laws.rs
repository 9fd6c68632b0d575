//! The register of laws, with where each is cited.

use askama::Template;
use untoc_core::{Law, LawId, LawKind, PartialDate, Value, is_web_link, slug};
use untoc_dossier::{ChangeSet, Via};
use untoc_report::Words;

use crate::ask::Ask;
use crate::cut::{Sheets, page_of};
use crate::frame::Frame;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "laws.html")]
struct Page<'a> {
    frame: Frame<'a>,
    laws: Vec<LawView>,
    sheets: Sheets,
    kinds: Vec<(&'static str, String)>,
    edited: Option<Law>,
    refused: Option<String>,
    base: String,
}

struct LawView {
    law: Law,
    kind: String,
    cited: Vec<Citation>,
    /// How many citations there are in all.
    count: usize,
    /// Whether this goes on with the citations of a law that stands before.
    goes_on: bool,
}

/// The most citations in one panel; a law that is cited more often has several.
const CITED_MOST: usize = 200;

/// The most letters of a provision in the list.
const PROVISION_MOST: usize = 120;

struct Citation {
    question: String,
    provision: String,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let edited = ask.query.text("edit").and_then(|id| work.laws.get(id)).cloned();
    let notice = ask.query.text("done").map(|_| work.words.say("web-saved", &[]));
    page(ask, &work, edited, None, notice)
}

fn page(
    ask: &Ask,
    work: &Work<'_>,
    edited: Option<Law>,
    refused: Option<String>,
    notice: Option<String>,
) -> Result<Reply, Fault> {
    let frame = Frame::of(work, "laws", work.words.say("web-laws", &[]));
    let mut frame = frame.with_notice(notice);
    frame.faults = usize::from(refused.is_some());
    let kind =
        |kind: LawKind| frame.words().say(&format!("law_kind-{}", kind.as_str()), &[]);
    let mut laws = Vec::new();
    for law in &work.laws.laws {
        let mut left = citations(work, law.id.as_str());
        let count = left.len();
        loop {
            let rest = left.split_off(left.len().min(CITED_MOST));
            let cited = std::mem::replace(&mut left, rest);
            let goes_on = laws.last().is_some_and(|known: &LawView| known.law == *law);
            let kind = kind(law.kind);
            laws.push(LawView { law: law.clone(), kind, cited, count, goes_on });
            if left.is_empty() {
                break;
            }
        }
    }
    let weight = |law: &LawView| {
        let texts = [&law.law.link, &law.law.sherloc].into_iter().flatten();
        let texts: usize = texts.map(String::len).sum();
        1_100
            + 3 * law.law.title.len()
            + 2 * texts
            + law.cited.iter().map(|cited| 80 + cited.provision.len()).sum::<usize>()
    };
    let (laws, sheets) = page_of(laws, weight, &ask.query);
    Reply::page(&Page {
        laws,
        sheets,
        kinds: LawKind::ALL.map(|one| (one.as_str(), kind(one))).into(),
        edited,
        refused,
        base: base(work),
        frame,
    })
}

fn base(work: &Work<'_>) -> String {
    let text = work.laws.to_text();
    untoc_dossier::Digest::of(text.as_bytes()).to_string()
}

/// Cuts a long text short; the answer itself shows all of it.
fn short(text: &str) -> String {
    match text.char_indices().nth(PROVISION_MOST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Returns the answers that cite a law.
fn citations(work: &Work<'_>, id: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    for plan in work.plans() {
        let Some(response) = work.dossier.response(plan.id()) else { continue };
        for (question, entry) in response.answers.iter() {
            let rows = entry.value.as_ref().and_then(Value::as_rows).unwrap_or_default();
            for row in rows.iter().filter(|row| row.text("law") == Some(id)) {
                found.push(Citation {
                    question: question.to_string(),
                    provision: short(row.text("provision").unwrap_or_default()),
                });
            }
        }
    }
    found
}

pub(crate) fn take(ask: &Ask) -> Result<Reply, Fault> {
    let mut work = Work::open(&ask.app)?;
    if ask.form.text("base") != Some(base(&work).as_str()) {
        let typed = typed(ask, work.words).ok();
        let text = work.words.say("web-laws-changed", &[]);
        return page(ask, &work, typed, Some(text), None);
    }
    let mut laws = work.laws.clone();
    if let Some(id) = ask.form.text("remove") {
        if !citations(&work, id).is_empty() {
            let text = work.words.say("web-law-cited", &[]);
            return page(ask, &work, None, Some(text), None);
        }
        laws.laws.retain(|law| law.id.as_str() != id);
    } else {
        let law = match typed(ask, work.words) {
            Ok(law) => law,
            Err(text) => return page(ask, &work, None, Some(text), None),
        };
        match laws.laws.iter_mut().find(|known| known.id == law.id) {
            Some(known) if ask.form.text("id") == Some(law.id.as_str()) => *known = law,
            Some(_) => {
                let text = work.words.say("web-law-twice", &[]);
                return page(ask, &work, Some(law), Some(text), None);
            }
            None => laws.laws.push(law),
        }
        laws.laws.sort_by(|a, b| a.id.cmp(&b.id));
    }
    work.commit(&ChangeSet::laws(laws), Via::Settings)?;
    Reply::see("/laws?done=1")
}

/// Reads the fields of a law.
fn typed(ask: &Ask, words: &Words) -> Result<Law, String> {
    let say = |key: &str| words.say(&format!("web-law-{key}"), &[]);
    let form = &ask.form;
    let title = form.text("title").ok_or_else(|| say("no-title"))?.to_owned();
    let id = match form.text("id") {
        Some(id) => id.to_owned(),
        None => slug(&title).unwrap_or_else(|| "law".to_owned()),
    };
    let owned = |name: &str| form.text(name).map(str::to_owned);
    let link = |name: &str| match owned(name) {
        Some(text) if !is_web_link(&text) => Err(say("no-link")),
        other => Ok(other),
    };
    let date = match form.text("date") {
        None => None,
        Some(text) => Some(PartialDate::parse(text).map_err(|_| say("no-date"))?),
    };
    Ok(Law {
        id: LawId::parse(&id).map_err(|_| say("no-id"))?,
        title,
        kind: form.text("kind").and_then(LawKind::from_name).unwrap_or(LawKind::Act),
        date,
        language: owned("language"),
        link: link("link")?,
        sherloc: link("sherloc")?,
        eli: owned("eli"),
        ecli: owned("ecli"),
    })
}
