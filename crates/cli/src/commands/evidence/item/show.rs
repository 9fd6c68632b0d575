//! `untoc evidence show`: everything about one evidence item.

use clap::Args;
use untoc_core::{Evidence, EvidenceRecord};

use super::list::day;
use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::{World, show_path};

/// Show everything about an evidence item: what it is, on what terms, where it is used.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The item
    #[arg(value_name = "ITEM")]
    item: String,
    /// Write it as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Show, world: &World, output: &mut Output) -> CommandResult {
    let session = Session::open(world)?;
    let item = super::find(&session, &arguments.item)?;
    if arguments.json {
        output.text(&untoc_core::json(&super::list::of(&item, &session)))?;
        return Ok(exit::CLEAN);
    }
    let mut lines = Vec::new();
    match &item.description {
        Some(description) => about(description, &mut lines),
        None => {
            lines.push(("description", "cannot be read; see untoc validate".to_owned()))
        }
    }
    if let Some(record) = &item.record {
        kept(record, &mut lines);
    }
    lines.push(("folder", show_path(&item.folder)));
    output.line(item.id.as_str())?;
    for (label, text) in lines {
        output.line(&format!("  {label:<14} {text}"))?;
    }
    let links = session.dossier().links_to(&item.id);
    if links.is_empty() {
        output.line("  no answer cites it")?;
    }
    for (_, question, link) in links {
        let note = link.note.map(|note| format!(": {note}")).unwrap_or_default();
        output.line(&format!("  {:<14} {question}{note}", link.stance.as_str()))?;
    }
    Ok(exit::CLEAN)
}

type Lines = Vec<(&'static str, String)>;

fn about(description: &Evidence, lines: &mut Lines) {
    let mut add = |label, text: Option<String>| {
        lines.extend(text.map(|text| (label, text)));
    };
    add("title", Some(description.title.clone()));
    let kind = description.provider.kind.as_str().replace('_', " ");
    add("provider", Some(format!("{} ({kind})", description.provider.name)));
    add("contact", description.provider.contact.clone());
    add(
        "period",
        description.period.as_ref().map(|period| match period.to {
            Some(to) => format!("{} to {to}", period.from),
            None => period.from.to_string(),
        }),
    );
    let places = description.places.join(", ");
    add("places", (!places.is_empty()).then_some(places));
    add("unit", description.unit.clone());
    add("method", description.method.clone());
    add("limitations", description.limitations.clone());
    add("licence", description.licence.clone());
    add("sensitivity", Some(description.sensitivity.as_str().to_owned()));
    let terms = &description.terms;
    add("purpose", Some(terms.purpose.clone()));
    add("onward use", Some(terms.onward_use.as_str().replace('_', " ")));
    add("naming", Some(terms.naming.as_str().replace('_', " ")));
    add("basis", terms.basis.clone());
    add("keep until", terms.keep_until.map(|day| day.to_string()));
}

fn kept(record: &EvidenceRecord, lines: &mut Lines) {
    if let Some(received) = &record.received {
        let form = received.form.as_str().replace('_', " ");
        let at = day(&received.at);
        lines.push(("received", format!("{at} from {}, as {form}", received.from)));
    }
    lines.push(("digest", record.digest.clone()));
    for file in record.files.iter().filter(|file| file.path.starts_with("data/")) {
        lines.push(("file", format!("{} ({} bytes)", file.path, file.bytes)));
    }
    for check in &record.checks {
        let verdict = check.verdict.as_deref().unwrap_or("not checked");
        lines.push((
            "check",
            format!("{}: {}; privacy: {verdict}", check.path, super::found_in(check)),
        ));
    }
    if let Some(reason) = &record.unused_because {
        lines.push(("set aside", reason.clone()));
    }
}
