//! `untoc evidence list`: the evidence items of the dossier.

use clap::{Args, ValueEnum};
use serde_json::json;
use untoc_dossier::Item;

use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// List the evidence items of the dossier.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: FormatName,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatName {
    /// For people
    Human,
    /// For programs
    Json,
}

/// Runs the command.
pub(crate) fn run(arguments: &List, world: &World, output: &mut Output) -> CommandResult {
    let session = Session::open(world)?;
    let items = session.dossier().items();
    if arguments.format == FormatName::Json {
        let items: Vec<_> = items.iter().map(|item| of(item, &session)).collect();
        output.text(&untoc_core::json(&json!({
            "format": "untoc-evidence-list/1",
            "items": items,
        })))?;
        return Ok(exit::CLEAN);
    }
    if items.is_empty() {
        output.line("there is no evidence yet")?;
        output.line("take some in with: untoc evidence add PACKAGE")?;
    }
    for item in &items {
        if let Some(erased) =
            item.record.as_ref().and_then(|record| record.erased.as_ref())
        {
            output.line(&format!(
                "{}  erased on {}: {}",
                item.id,
                day(&erased.at),
                erased.reason
            ))?;
            continue;
        }
        let title =
            item.description.as_ref().map_or("(no description)", |d| d.title.as_str());
        output.line(&format!("{}  {title}", item.id))?;
        let received = item.record.as_ref().and_then(|record| record.received.as_ref());
        if let Some(received) = received {
            output.line(&format!("    from {}, {}", received.from, day(&received.at)))?;
        }
        let links = session.dossier().links_to(&item.id).len();
        let word = if links == 1 { "answer" } else { "answers" };
        output.line(&format!("    linked to {links} {word}"))?;
    }
    Ok(exit::CLEAN)
}

/// Returns the day of a time.
pub(super) fn day(at: &str) -> &str {
    at.split('T').next().unwrap_or(at)
}

/// Returns an item as JSON.
pub(super) fn of(item: &Item, session: &Session<'_>) -> serde_json::Value {
    let links: Vec<_> = session
        .dossier()
        .links_to(&item.id)
        .into_iter()
        .map(|(questionnaire, question, link)| {
            let mut json = json!({
                "questionnaire": questionnaire.as_str(),
                "question": question.as_str(),
                "stance": link.stance.as_str(),
            });
            if let (Some(note), Some(fields)) = (link.note, json.as_object_mut()) {
                fields.insert("note".to_owned(), note.into());
            }
            json
        })
        .collect();
    let mut json = json!({"id": item.id.as_str()});
    if let Some(fields) = json.as_object_mut() {
        if let Some(record) = &item.record {
            fields.insert(
                "record".to_owned(),
                serde_json::to_value(record).unwrap_or_default(),
            );
        }
        if let Some(description) = &item.description {
            let description = serde_json::to_value(description).unwrap_or_default();
            fields.insert("description".to_owned(), description);
        }
        fields.insert("links".to_owned(), links.into());
    }
    json
}
