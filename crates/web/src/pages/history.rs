//! The history of one answer: what stood there, who changed it and when.

use askama::Template;
use untoc_core::Change;
use untoc_dossier::Values;
use untoc_export::{Described, describe_change};

use crate::ask::Ask;
use crate::cut::{Sheets, page_of};
use crate::frame::Frame;
use crate::pages::question::short_time;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "history.html")]
struct Page<'a> {
    frame: Frame<'a>,
    id: String,
    text: String,
    steps: Vec<Step>,
    sheets: Sheets,
}

struct Step {
    n: u64,
    at: String,
    by: Option<String>,
    via: String,
    described: Described,
}

impl Step {
    /// Returns about how many bytes it takes on a page.
    fn weight(&self) -> usize {
        let lines = self.described.lines.iter().map(|line| {
            let texts = [&line.before, &line.after].into_iter().flatten();
            100 + line.what.len() + texts.map(String::len).sum::<usize>()
        });
        200 + lines.sum::<usize>()
    }
}

const LINES_MOST: usize = 100_000;
const STEPS_MOST: usize = 1_000;

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
    let (steps, sheets) = page_of(steps, Step::weight, &ask.query);
    let title =
        work.words.say("web-history-of", &[("text", question.id.as_str().into())]);
    Reply::page(&Page {
        id: question.id.to_string(),
        text: question.text.clone(),
        steps,
        sheets,
        frame: Frame::of(&work, "log", title),
    })
}
