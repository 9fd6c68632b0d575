//! Cross-cutting views: the questions of one view over all instruments.

use askama::Template;
use untoc_core::{Lens, Plan, State};
use untoc_report::lens_in_words;

use super::search::{HitView, hit};
use crate::ask::Ask;
use crate::cut::{Sheets, page_of};
use crate::frame::Frame;
use crate::pages::section::heading;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "views.html")]
struct Page<'a> {
    frame: Frame<'a>,
    views: Vec<(&'static str, String, usize)>,
}

#[derive(Template)]
#[template(path = "view.html")]
struct ViewPage<'a> {
    frame: Frame<'a>,
    groups: Vec<(String, Vec<HitView>)>,
    sheets: Sheets,
    done: usize,
    asked: usize,
}

pub(crate) fn list(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let frame = Frame::of(&work, "views", work.words.say("web-views", &[]));
    let plans = work.plans();
    let count = |lens: Lens| {
        let of_plan = |plan: &Plan| {
            plan.slots().filter(|&s| plan.question(s).lenses.contains(&lens)).count()
        };
        plans.iter().map(|plan| of_plan(plan)).sum()
    };
    let views = Lens::ALL
        .map(|lens| (lens.as_str(), lens_in_words(frame.words(), lens), count(lens)));
    Reply::page(&Page { frame, views: views.into() })
}

/// One cross-cutting view.
pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let lens = Lens::ALL.into_iter().find(|lens| lens.as_str() == ask.id());
    let lens = lens.ok_or_else(|| Fault::missing_of("fault-no-page"))?;
    let title = lens_in_words(work.words, lens);
    page(ask, &work, title, |plan, slot| plan.question(slot).lenses.contains(&lens))
}

/// All questions of one questionnaire with their answers.
pub(crate) fn whole(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let found = work.plans().into_iter().find(|plan| plan.id().as_str() == ask.id());
    let plan = found.ok_or_else(|| Fault::missing_of("fault-no-section"))?;
    let title = format!("{}: {}", plan.instrument().name(), plan.questionnaire().title);
    page(ask, &work, title, |other, _| other.id() == plan.id())
}

fn page(
    ask: &Ask,
    work: &Work<'_>,
    title: String,
    wanted: impl Fn(&Plan, usize) -> bool,
) -> Result<Reply, Fault> {
    let mut all: Vec<(String, HitView)> = Vec::new();
    let (mut done, mut asked) = (0, 0);
    for plan in work.plans() {
        let response = work.response(&plan)?;
        let entries = plan.align(response);
        let states = plan.states(&entries);
        for slot in plan.slots().filter(|&slot| wanted(&plan, slot)) {
            if states.get(slot) != Some(&State::Asked) {
                continue;
            }
            let section = plan.section(slot);
            let name = format!("{}, {}", plan.instrument().name(), heading(section));
            let hit = hit(work, &plan, slot);
            asked += 1;
            done += usize::from(!hit.is_open);
            all.push((name, hit));
        }
    }
    let (here, sheets) = page_of(all, |(_, hit)| hit.weight(), &ask.query);
    let mut groups: Vec<(String, Vec<HitView>)> = Vec::new();
    for (name, hit) in here {
        match groups.last_mut() {
            Some((known, hits)) if *known == name => hits.push(hit),
            _ => groups.push((name, vec![hit])),
        }
    }
    let frame = Frame::of(work, "views", title);
    Reply::page(&ViewPage { frame, groups, sheets, done, asked })
}
