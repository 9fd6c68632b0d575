//! What a code means, why it matters and how to mend it.

use askama::Template;
use untoc_core::Code;
use untoc_report::{Explanation, explain};

use crate::ask::Ask;
use crate::frame::Frame;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "explain.html")]
struct Page<'a> {
    frame: Frame<'a>,
    code: String,
    explanation: Explanation,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let code = Code::ALL.iter().copied().find(|code| code.as_str() == ask.id());
    let code = code.ok_or_else(|| Fault::missing_of("fault-no-code"))?;
    let work = ask.app.root().map(|_| Work::open(&ask.app)).transpose()?;
    let frame = match &work {
        Some(work) => Frame::of(work, "check", code.as_str()),
        None => Frame::bare(&ask.app, code.as_str()),
    };
    Reply::page(&Page {
        frame,
        code: code.as_str().to_owned(),
        explanation: explain(code),
    })
}
