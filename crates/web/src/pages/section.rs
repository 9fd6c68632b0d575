//! A section of a questionnaire: its questions with their fields.

use askama::Template;
use untoc_core::{
    Context, Entry, Finding, Level, Plan, Section, State, Surroundings, check_response,
};

use super::question::{Parts, Problem, QuestionPart, told, view};
use crate::ask::Ask;
use crate::cut::{Piece, Sheets, cut};
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
    problems: Vec<(String, Problem)>,
    questions: Vec<String>,
    set_aside: Vec<Aside>,
    /// How many answers are set aside in the whole section.
    aside: usize,
    not_asked: usize,
    window: String,
    /// The first question of this page, where the section has several.
    at: String,
    sheets: Sheets,
    /// The questions of the section that are asked.
    all_asked: String,
    /// Where "save and go on" leads.
    next: Option<String>,
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
    pub(crate) depends: Vec<String>,
}

impl Aside {
    /// Returns about how many bytes it takes on a page.
    fn weight(&self) -> usize {
        let lines: usize = self.lines.iter().map(|line| line.len() + 10).sum();
        700 + self.text.len() + self.condition.len() + lines + 60 * self.depends.len()
    }
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
    let mut frame = Frame::of(&work, "home", heading(section));
    let inner = inner(&work, &frame, &plan, section, &ask.query)?;
    let Turned { here, at: first, sheets, next } = turn(&plan, &inner.items, &ask.query);
    let (mut questions, mut set_aside, mut problems) =
        (Vec::new(), Vec::new(), Vec::new());
    let aside = inner.items.iter().filter(|item| item.is_aside()).count();
    for (at, item) in inner.items.into_iter().enumerate() {
        match item.what {
            _ if !here.contains(&at) => {}
            What::Question { html, number, said } => {
                frame.faults += usize::from(!said.is_empty());
                problems.extend(said.into_iter().map(|one| (number.clone(), one)));
                questions.push(html);
            }
            What::Aside(aside) => set_aside.push(aside),
        }
    }
    frame.notice = notice(&frame, &ask.query);
    let after = neighbour(Some(at + 1));
    let next = next.map(|question| format!("{}?at={question}", section.id));
    Reply::page(&Page {
        id: section.id.to_string(),
        heading: heading(section),
        cluster: plan.questionnaire().title.clone(),
        questionnaire: plan.instrument().name().to_owned(),
        intro: section.intro.clone(),
        window: random_text(),
        before: neighbour(at.checked_sub(1)),
        next: next.or_else(|| after.as_ref().map(|(id, _)| id.clone())),
        after,
        done: inner.done,
        asked: inner.asked.len(),
        all_asked: inner.asked.join(" "),
        at: first,
        sheets,
        problems,
        questions,
        set_aside,
        aside,
        not_asked: inner.not_asked,
        frame,
    })
}

/// Leads to a question, on whatever page it stands.
pub(crate) fn find(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let (plan, slot) = work.find_question(ask.id())?;
    let id = &plan.question(slot).id;
    Reply::see(format!("/section/{}?at={id}#{id}", plan.section(slot).id))
}

/// The page of a section that is to be shown.
struct Turned {
    here: std::ops::Range<usize>,
    /// Its first question, where there are several pages.
    at: String,
    sheets: Sheets,
    /// The first question of the page after it.
    next: Option<String>,
}

/// Finds the page that the query asks for by one of its questions.
fn turn(plan: &Plan, items: &[Item], query: &crate::ask::Pairs) -> Turned {
    let pieces: Vec<Piece> = items.iter().map(|item| item.piece).collect();
    let pages = cut(&pieces);
    let slot = query.text("at").and_then(|id| plan.slot(id));
    let item = slot.and_then(|slot| {
        let exact = items.iter().position(|item| item.slot == slot);
        // A question that is no longer asked: the next one that is.
        exact.or_else(|| items.iter().position(|item| item.slot > slot))
    });
    let item = item.unwrap_or_default();
    let page = pages.iter().position(|page| page.contains(&item)).unwrap_or_default();
    let first = |page: Option<usize>| {
        let item = items.get(pages.get(page?)?.start)?;
        Some(plan.question(item.slot).id.to_string())
    };
    let link = |question: Option<String>| question.map(|id| format!("?at={id}#main"));
    let (before, after) = (first(page.checked_sub(1)), first(Some(page + 1)));
    let several = pages.len() > 1;
    Turned {
        here: pages.get(page).cloned().unwrap_or_default(),
        at: first(Some(page)).filter(|_| several).unwrap_or_default(),
        sheets: Sheets {
            place: match several {
                true => format!("{} / {}", page + 1, pages.len()),
                false => String::new(),
            },
            before: link(before),
            after: link(after.clone()),
        },
        next: after,
    }
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
    items: Vec<Item>,
    not_asked: usize,
    done: usize,
    asked: Vec<String>,
}

/// What stands on a page of a section, one after the other.
struct Item {
    slot: usize,
    piece: Piece,
    what: What,
}

enum What {
    Question { html: String, number: String, said: Vec<Problem> },
    Aside(Aside),
}

impl Item {
    fn is_aside(&self) -> bool {
        matches!(self.what, What::Aside(_))
    }
}

fn inner(
    work: &Work<'_>,
    frame: &Frame<'_>,
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
    let whole = query.text("more").unwrap_or_default();
    let mut inner = Inner { items: Vec::new(), not_asked: 0, done: 0, asked: Vec::new() };
    let all = sheet.fields(response, |slot| here(slot) && state(slot) == State::Asked);
    for fields in all {
        let slot = fields.slot;
        let id = plan.question(slot).id.as_str();
        inner.done += usize::from(entry(slot).is_some_and(Entry::is_settled));
        inner.asked.push(id.to_owned());
        let view = view(Parts {
            work,
            sheet,
            entry: entry(slot),
            findings: &findings,
            draft: drafts.get(&plan.question(slot).id),
            spare: spare == id,
            is_new: new.contains(&id),
            is_whole: whole == id,
            fields,
        });
        let html =
            QuestionPart { frame, q: &view }.render().map_err(|_| Fault::ours())?;
        let summary = view.problems.iter().map(|said| 100 + said.message.len());
        let weight = html.len() + summary.sum::<usize>();
        inner.items.push(Item {
            slot,
            piece: Piece { weight, sticks: view.is_follow_up },
            what: What::Question { html, number: view.number, said: view.problems },
        });
    }
    for slot in plan.slots().filter(|&slot| here(slot) && state(slot) != State::Asked) {
        let Some(entry) = entry(slot) else {
            inner.not_asked += 1;
            continue;
        };
        let aside = aside(work, plan, slot, entry, state(slot));
        let piece = Piece::of(aside.weight());
        inner.items.push(Item { slot, piece, what: What::Aside(aside) });
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
        question.id.to_string()
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
