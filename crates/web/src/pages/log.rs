//! The log: who changed what, with undo and redo.

use askama::Template;
use untoc_dossier::{Act, How, LogChange, LogLine, Standing, Values, Via};

use crate::ask::Ask;
use crate::cut::{Sheets, page_of};
use crate::frame::Frame;
use crate::pages::question::short_time;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "log.html")]
struct Page<'a> {
    frame: Frame<'a>,
    lines: Vec<LineView>,
    sheets: Sheets,
    can_undo: bool,
    can_redo: bool,
}

struct LineView {
    n: u64,
    at: String,
    by: Option<String>,
    via: String,
    is_taken_back: bool,
    changes: Vec<(String, Option<String>)>,
    hidden: usize,
}

const MOST: usize = 2_000;
const CHANGES_MOST: usize = 12;

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let lines = work.dossier.log(Values::Hidden, MOST)?;
    let notice = ask.query.text("done").and_then(|done| match done {
        "undo" => Some("web-undone"),
        "redo" => Some("web-redone"),
        "nothing" => Some("web-nothing-undone"),
        _ => None,
    });
    let notice = notice.map(|key| work.words.say(key, &[]));
    let frame = Frame::of(&work, "log", work.words.say("web-log", &[]));
    let shown = lines.iter().map(|l| line(&work, l)).collect();
    let weight = |line: &LineView| {
        let changes = line.changes.iter().map(|(text, _)| 100 + text.len());
        200 + changes.sum::<usize>()
    };
    let (shown, sheets) = page_of(shown, weight, &ask.query);
    Reply::page(&Page {
        can_undo: lines.iter().any(|line| line.standing == Standing::Stands),
        can_redo: lines.iter().any(|line| line.standing == Standing::TakenBack),
        lines: shown,
        sheets,
        frame: frame.with_notice(notice),
    })
}

fn line(work: &Work<'_>, line: &LogLine) -> LineView {
    let words = work.words;
    let via = words.say(&format!("web-via-{}", line.via.as_str()), &[]);
    let via = match line.of {
        Some(of) => format!("{via} {of}"),
        None => via,
    };
    LineView {
        n: line.n,
        at: short_time(&line.at),
        by: line.by.clone(),
        via,
        is_taken_back: line.standing == Standing::TakenBack,
        hidden: line.changes.len().saturating_sub(CHANGES_MOST),
        changes: line
            .changes
            .iter()
            .take(CHANGES_MOST)
            .map(|c| change(work, c))
            .collect(),
    }
}

fn change(work: &Work<'_>, change: &LogChange) -> (String, Option<String>) {
    let how = match change.how {
        How::Added => "+",
        How::Removed => "−",
        How::Changed => "~",
    };
    let what = change
        .question
        .as_ref()
        .map_or_else(|| change.file.to_string(), ToString::to_string);
    let link = change.question.as_ref().and_then(|id| {
        work.find_question(id.as_str()).ok().map(|_| format!("/history/{id}"))
    });
    let parts = change.parts.join(", ");
    (format!("{how} {what}: {parts}"), link)
}

pub(crate) fn undo(ask: &Ask) -> Result<Reply, Fault> {
    step(ask, "undo")
}

pub(crate) fn redo(ask: &Ask) -> Result<Reply, Fault> {
    step(ask, "redo")
}

fn step(ask: &Ask, way: &str) -> Result<Reply, Fault> {
    let mut work = Work::open(&ask.app)?;
    let time = ask.app.time();
    let done = match way {
        "undo" => work.dossier.undo(1, &Act::new(Via::Undo, time)),
        _ => work.dossier.redo(1, &Act::new(Via::Redo, time)),
    };
    match done {
        Ok(_) => Reply::see(format!("/log?done={way}")),
        Err(
            untoc_dossier::Error::NothingToUndo | untoc_dossier::Error::NothingToRedo,
        ) => Reply::see("/log?done=nothing"),
        Err(error) => Err(error.into()),
    }
}
