//! The page that says why another cannot be shown.

use askama::Template;

use crate::frame::Frame;
use crate::reply::{Fault, Reply, Said};
use crate::visit::Visit;
use crate::work::Work;

#[derive(Template)]
#[template(path = "problem.html")]
struct Page<'a> {
    frame: Frame<'a>,
    message: (String, bool),
    hints: Vec<(String, bool)>,
}

/// Shows a fault, with the ways to the other pages where a dossier can be opened.
pub(crate) fn show(app: &Visit, fault: &Fault) -> Reply {
    let work = Work::open(app).ok();
    let mut frame = match &work {
        Some(work) => Frame::of(work, "", work.words.say("web-problem-title", &[])),
        None => Frame::bare(app, app.words().say("web-problem-title", &[])),
    };
    frame.faults = 1;
    let told = |said: &Said| said.told(frame.words());
    let message = told(&fault.message);
    let plain = message.0.clone();
    let hints = fault.hints.iter().map(told).collect();
    let html = Page { frame, message, hints }.render();
    Reply::Html(fault.status, html.unwrap_or(plain))
}
