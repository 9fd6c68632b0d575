//! Evidence of the dossier, and the check of a data file.

use askama::Template;

use crate::ask::Ask;
use crate::desk::TableCheck;
use crate::frame::Frame;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "evidence.html")]
struct Page<'a> {
    frame: Frame<'a>,
    items: Vec<Item>,
    checked: Option<(String, TableCheck)>,
    refused: Option<String>,
    has_dossier: bool,
}

struct Item {
    id: String,
    title: String,
    links: Vec<(String, String)>,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    page(ask, None, None)
}

/// Checks a file that was sent in; it is kept nowhere.
pub(crate) fn check(ask: &Ask) -> Result<Reply, Fault> {
    let Some(file) = ask.file() else {
        return page(ask, None, Some(ask.app.words().say("web-no-file", &[])));
    };
    match ask.app.desk.check_table(&file.name, &file.bytes) {
        Ok(checked) => page(ask, Some((file.name.clone(), checked)), None),
        Err(trouble) => page(ask, None, Some(trouble.to_string())),
    }
}

fn page(
    ask: &Ask,
    checked: Option<(String, TableCheck)>,
    refused: Option<String>,
) -> Result<Reply, Fault> {
    let title = ask.app.words().say("web-evidence", &[]);
    let work = ask.app.root().map(|_| Work::open(&ask.app)).transpose()?;
    let mut frame = match &work {
        Some(work) => Frame::of(work, "evidence", title),
        None => Frame::bare(&ask.app, title),
    };
    if ask.query.get("done") == Some("removed") {
        frame.notice = Some(frame.t("item-removed"));
    }
    frame.faults = usize::from(refused.is_some());
    Reply::page(&Page {
        items: work.as_ref().map(items).unwrap_or_default(),
        has_dossier: work.is_some(),
        checked,
        refused,
        frame,
    })
}

fn items(work: &Work<'_>) -> Vec<Item> {
    let of_item = |item: untoc_dossier::Item| Item {
        links: links(work, item.id.as_str()),
        title: item.description.map_or_else(|| item.id.to_string(), |d| d.title),
        id: item.id.to_string(),
    };
    work.dossier.items().into_iter().map(of_item).collect()
}

/// Returns the answers that an item is linked to, and what it shows about each.
fn links(work: &Work<'_>, item: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for plan in work.plans() {
        let Some(response) = work.dossier.response(plan.id()) else { continue };
        for (question, entry) in response.answers.iter() {
            if plan.slot(question.as_str()).is_none() {
                continue;
            }
            for link in entry.evidence.iter().filter(|link| link.item.as_str() == item) {
                let stance = untoc_report::stance_in_words(work.words, link.stance);
                found.push((question.to_string(), stance));
            }
        }
    }
    found
}
