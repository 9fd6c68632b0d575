//! The history of one answer: what stood there, who changed it and when.

use askama::Template;
use untoc_core::Change;
use untoc_dossier::Values;
use untoc_export::{Described, describe_change};

use crate::ask::Ask;
use crate::frame::Frame;
use crate::pages::question::short_time;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "history.html")]
struct Page<'a> {
    frame: Frame<'a>,
    id: String,
    section: String,
    text: String,
    steps: Vec<Step>,
}

struct Step {
    n: u64,
    at: String,
    by: Option<String>,
    via: String,
    described: Described,
}

const LINES_MOST: usize = 100_000;
const STEPS_MOST: usize = 200;

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let (plan, slot) = work.find_question(ask.id())?;
    let question = plan.question(slot);
    let mut steps = Vec::new();
    for line in work.dossier.log(Values::Shown, LINES_MOST)? {
        for change in line.changes {
            if change.question.as_ref() != Some(&question.id) || steps.len() >= STEPS_MOST
            {
                continue;
            }
            let change = Change {
                question: question.id.clone(),
                before: change.before,
                after: change.after,
            };
            let shown = untoc_export::Values::Shown;
            steps.push(Step {
                n: line.n,
                at: short_time(&line.at),
                by: line.by.clone(),
                via: work.words.say(&format!("web-via-{}", line.via.as_str()), &[]),
                described: describe_change(&plan, &change, work.words, shown),
            });
        }
    }
    let title =
        work.words.say("web-history-of", &[("text", question.id.as_str().into())]);
    Reply::page(&Page {
        id: question.id.to_string(),
        section: plan.section(slot).id.to_string(),
        text: question.text.clone(),
        steps,
        frame: Frame::of(&work, "log", title),
    })
}
