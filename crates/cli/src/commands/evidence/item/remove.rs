//! `untoc evidence remove`: takes an evidence item out of the dossier, or erases it.

use clap::Args;
use untoc_core::ItemId;
use untoc_dossier::{ItemChange, Via};

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::{Session, explain};
use crate::world::World;

/// Take an evidence item out of the dossier, and the links of answers to it.
///
/// untoc undo brings it back, for its files stay among the backups. With --erase they go
/// for good, from backups and history too, as when persons withdraw their consent; its
/// digest, the day and the reason stay.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence remove court-monitoring-2025
  untoc evidence remove court-monitoring-2025 --erase --reason \"consent withdrawn\"")]
pub(crate) struct Remove {
    /// The item
    #[arg(value_name = "ITEM")]
    item: String,
    /// Delete it from backups and history as well; this cannot be undone
    #[arg(long, requires = "reason")]
    erase: bool,
    /// Why it is erased
    #[arg(long, value_name = "TEXT", requires = "erase")]
    reason: Option<String>,
}

/// What erasing cannot reach.
const BEYOND: [&str; 4] = [
    "exports and packages of this dossier that have been sent to others",
    "the package as it was received, wherever it still lies (mail, USB stick, download folder)",
    "backups and earlier versions that your system or a shared drive keeps by itself",
    "answers that say what the item said; read them once more",
];

/// Runs the command.
pub(crate) fn run(
    arguments: &Remove,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    if arguments.erase {
        return erase(arguments, &mut session, output);
    }
    let item = super::find(&session, &arguments.item)?;
    let mut set = session.dossier().without_links_to(&item.id);
    let links: usize = set.answers.values().map(|changes| changes.0.len()).sum();
    set.evidence.insert(item.id.clone(), ItemChange::Remove);
    session.commit(&set, Via::Evidence, None)?;
    output.line(&format!("removed {}{}", item.id, and_links(links)))?;
    world.tell("bring it back with: untoc undo");
    Ok(exit::CLEAN)
}

fn erase(
    arguments: &Remove,
    session: &mut Session<'_>,
    output: &mut Output,
) -> CommandResult {
    let id = arguments.item.trim();
    let id = ItemId::parse(id).map_err(|error| {
        CommandError::usage(format!("\"{id}\" cannot be an id: {error}"))
    })?;
    let reason = arguments.reason.as_deref().unwrap_or_default().trim();
    if reason.is_empty() {
        return Err(CommandError::usage("the reason is empty")
            .hint("say why with --reason, for example --reason \"consent withdrawn\""));
    }
    let set = session.dossier().without_links_to(&id);
    let links: usize = set.answers.values().map(|changes| changes.0.len()).sum();
    let act = session.act(Via::Evidence, None);
    session.dossier_mut().erase_item(&id, reason, &set, &act).map_err(|e| explain(&e))?;
    output.line(&format!("erased {id}{}", and_links(links)))?;
    output.line("its digest, the day and the reason stay. This cannot reach:")?;
    for place in BEYOND {
        output.line(&format!("  - {place}"))?;
    }
    Ok(exit::CLEAN)
}

fn and_links(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => " and the link of 1 answer to it".to_owned(),
        _ => format!(" and the links of {count} answers to it"),
    }
}
