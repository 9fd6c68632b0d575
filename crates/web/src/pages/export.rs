//! Takes answers out, in any format.

use askama::Template;
use untoc_core::Audience;
use untoc_report::audience_in_words;

use crate::ask::Ask;
use crate::desk::{ExportFormat, ExportWish};
use crate::frame::Frame;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "export.html")]
struct Page<'a> {
    frame: Frame<'a>,
    formats: Vec<ExportFormat>,
    questionnaires: Vec<(String, String)>,
    people: Vec<(String, String)>,
    audiences: Vec<(&'static str, String)>,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let frame = Frame::of(&work, "export", work.words.say("web-export", &[]));
    let title = |plan: &untoc_core::Plan| {
        format!("{}: {}", plan.instrument().name(), plan.questionnaire().title)
    };
    let audience = |one: Audience| (one.as_str(), audience_in_words(frame.words(), one));
    let people = &work.settings.contributors;
    Reply::page(&Page {
        formats: work.app.desk.export_formats(),
        questionnaires: work
            .plans()
            .iter()
            .map(|p| (p.id().to_string(), title(p)))
            .collect(),
        people: people.iter().map(|c| (c.id.to_string(), c.name.clone())).collect(),
        audiences: Audience::ALL.map(audience).into(),
        frame,
    })
}

/// Gives the file. It changes nothing, so it is a page like others.
pub(crate) fn file(ask: &Ask) -> Result<Reply, Fault> {
    let root = ask.app.root().ok_or_else(|| Fault::missing_of("fault-no-dossier"))?;
    if ask.app.is_read_only() && ask.query.text("blank").is_some() {
        // What stands in a form that goes out is kept in the dossier.
        return Err(Fault::wrong_of("fault-read-only"));
    }
    let owned = |name: &str| ask.query.text(name).map(str::to_owned);
    let wish = ExportWish {
        format: owned("format").unwrap_or_default(),
        blank: ask.query.text("blank").is_some(),
        questionnaire: owned("questionnaire"),
        section: owned("section"),
        contributor: owned("contributor"),
        audience: ask
            .query
            .text("audience")
            .and_then(Audience::from_name)
            .unwrap_or_default(),
    };
    let mut files = ask.app.desk.export(&root, &wish)?;
    match files.len() {
        1 => {
            let (name, bytes) = files.remove(0);
            Ok(Reply::File { name, bytes })
        }
        0 => Err(Fault::wrong_of("fault-no-export")),
        _ => Err(Fault::wrong("this format has one file for each questionnaire")
            .hint("choose one questionnaire")),
    }
}
