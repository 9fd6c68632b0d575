//! Takes a file or package into the dossier as evidence: it is looked at first, and
//! described unless it brings its description along.

use std::sync::PoisonError;

use askama::Template;
use untoc_core::{Naming, OnwardUse, ProviderKind, Sensitivity};

use super::item::{about, checks};
use crate::ask::{Ask, Pairs};
use crate::desk::{EvidenceLook, Sent, TableFinding, Trouble};
use crate::frame::Frame;
use crate::hint::is_for_pages;
use crate::reply::{Fault, Reply};
use crate::stage::Bundle;
use crate::work::Work;

#[derive(Template)]
#[template(path = "add_item.html")]
struct Page<'a> {
    frame: Frame<'a>,
    refused: Option<Trouble>,
    shown: Option<Shown>,
}

/// A file that has been looked at and waits.
struct Shown {
    name: String,
    staged: String,
    is_package: bool,
    facts: Vec<(String, String)>,
    checks: Vec<(String, String, String)>,
    findings: Vec<TableFinding>,
    fields: Vec<FieldView>,
}

/// A field of the description.
struct FieldView {
    name: &'static str,
    label: String,
    value: String,
    is_needed: bool,
    is_date: bool,
    choices: Vec<(&'static str, String)>,
}

/// What is asked about a file: the option of the command, the key of its label, and
/// whether it is needed.
const FIELDS: [(&str, &str, bool); 18] = [
    ("title", "title", true),
    ("provider", "provider", true),
    ("provider-kind", "provider-kind", true),
    ("contact", "contact", false),
    ("period", "period-label", false),
    ("place", "places", false),
    ("unit", "unit", false),
    ("method", "method", false),
    ("limitations", "limitations", false),
    ("licence", "licence", false),
    ("sensitivity", "sensitivity", true),
    ("purpose", "purpose", true),
    ("onward-use", "onward-use", true),
    ("naming", "naming", true),
    ("basis", "basis", false),
    ("keep-until", "keep-until", false),
    ("received-from", "received-from", false),
    ("id", "id", false),
];

/// What is asked about a package; everything else it says itself.
const OF_PACKAGE: [&str; 2] = ["received-from", "id"];

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    page(&Work::open(&ask.app)?, None, None)
}

fn page(
    work: &Work<'_>,
    shown: Option<Shown>,
    refused: Option<Trouble>,
) -> Result<Reply, Fault> {
    let title = work.words.say("web-item-add", &[]);
    let mut frame = Frame::of(work, "evidence", title);
    frame.faults = usize::from(refused.is_some());
    let refused = refused.map(|mut said| {
        said.hints.retain(|hint| is_for_pages(hint));
        said
    });
    Reply::page(&Page { frame, refused, shown })
}

/// Looks at a file; it waits in memory, and nothing is written.
pub(crate) fn look(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    if ask.files.is_empty() {
        let said = Trouble::new(work.words.say("web-no-file", &[]));
        return page(&work, None, Some(said));
    }
    let bundle = Bundle {
        files: ask.files.clone(),
        secret: ask.form.text("secret").map(str::to_owned),
    };
    match look_at(&work, &bundle) {
        Err(trouble) => page(&work, None, Some(trouble)),
        Ok(look) => {
            let mut staged =
                ask.app.staged.lock().unwrap_or_else(PoisonError::into_inner);
            let name = bundle.name();
            let key = staged.put(bundle);
            drop(staged);
            let shown = shown(&work, name, key, look, &Pairs::default());
            page(&work, Some(shown), None)
        }
    }
}

fn look_at(work: &Work<'_>, bundle: &Bundle) -> Result<EvidenceLook, Trouble> {
    let files = bundle.contents();
    let sent = Sent { files: &files, secret: bundle.secret.as_deref() };
    work.app.desk.look_at_evidence(&sent)
}

fn shown(
    work: &Work<'_>,
    name: String,
    staged: String,
    look: EvidenceLook,
    typed: &Pairs,
) -> Shown {
    let is_package = look.description.is_some();
    let asked = FIELDS.iter().filter(|f| !is_package || OF_PACKAGE.contains(&f.0));
    let title = look
        .description
        .as_ref()
        .map(|d| (work.words.say("web-item-title", &[]), d.title.clone()));
    let said = look.description.as_ref().map(|said| about(work, said));
    Shown {
        name,
        staged,
        is_package,
        facts: title.into_iter().chain(said.unwrap_or_default()).collect(),
        checks: checks(work, &look.checks),
        findings: look.findings,
        fields: asked.map(|field| view(work, field, typed)).collect(),
    }
}

fn view(
    work: &Work<'_>,
    (name, key, is_needed): &(&'static str, &'static str, bool),
    typed: &Pairs,
) -> FieldView {
    let words = |codes: Vec<&'static str>, of: &str| {
        let word = |code: &'static str| {
            let key = format!("web-word-{of}{}", code.replace('_', "-"));
            (code, work.words.say(&key, &[]))
        };
        codes.into_iter().map(word).collect()
    };
    let choices = match *name {
        "provider-kind" => {
            words(ProviderKind::ALL.iter().map(|word| word.as_str()).collect(), "")
        }
        "sensitivity" => {
            words(Sensitivity::ALL.iter().map(|word| word.as_str()).collect(), "keep-")
        }
        "onward-use" => {
            words(OnwardUse::ALL.iter().map(|word| word.as_str()).collect(), "to-")
        }
        "naming" => words(Naming::ALL.iter().map(|word| word.as_str()).collect(), ""),
        _ => Vec::new(),
    };
    FieldView {
        name,
        label: work.words.say(&format!("web-item-{key}"), &[]),
        value: typed.text(name).unwrap_or_default().to_owned(),
        is_needed: *is_needed,
        is_date: *name == "keep-until",
        choices,
    }
}

/// Takes the file that waits into the dossier.
pub(crate) fn keep(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let key = ask.form.text("staged").unwrap_or_default();
    let file = ask.app.staged.lock().unwrap_or_else(PoisonError::into_inner).get(key);
    let Some(file) = file else {
        let said = Trouble::new(work.words.say("web-item-gone", &[]));
        return page(&work, None, Some(said));
    };
    let look = match look_at(&work, &file) {
        Ok(look) => look,
        Err(trouble) => return page(&work, None, Some(trouble)),
    };
    let shown = shown(&work, file.name(), key.to_owned(), look, &ask.form);
    let missing = |field: &&FieldView| field.is_needed && field.value.is_empty();
    let missing: Vec<&str> =
        shown.fields.iter().filter(missing).map(|f| f.label.as_str()).collect();
    if !missing.is_empty() {
        let list = missing.join(", ");
        let said = work.words.say("web-item-lacks", &[("text", list.into())]);
        return page(&work, Some(shown), Some(Trouble::new(said)));
    }
    let given = shown.fields.iter().filter(|field| !field.value.is_empty());
    let said: Vec<(String, String)> =
        given.map(|f| (f.name.to_owned(), f.value.clone())).collect();
    let added = {
        let _one = ask.app.writing.lock();
        let root = work.dossier.path();
        let files = file.contents();
        let sent = Sent { files: &files, secret: file.secret.as_deref() };
        ask.app.desk.add_evidence(root, &sent, &said)
    };
    match added {
        Err(trouble) => page(&work, Some(shown), Some(trouble)),
        Ok(id) => {
            ask.app.staged.lock().unwrap_or_else(PoisonError::into_inner).forget(key);
            Reply::see(format!("/evidence/item/{id}?done=added"))
        }
    }
}
