//! The page that says why another cannot be shown.

use askama::Template;

use crate::app::App;
use crate::frame::Frame;
use crate::reply::{Fault, Reply};

#[derive(Template)]
#[template(path = "problem.html")]
struct Page<'a> {
    frame: Frame<'a>,
    fault: &'a Fault,
}

pub(crate) fn show(app: &App, fault: &Fault) -> Reply {
    let frame = Frame::bare(app, app.words.say("web-problem-title", &[]));
    let html = Page { frame, fault }.render();
    Reply::Html(fault.status, html.unwrap_or_else(|_| fault.message.clone()))
}
