//! `untoc evidence set-aside`: says why no answer uses an evidence item.

use clap::Args;
use untoc_dossier::{ChangeSet, ItemChange, Via};

use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Say why no answer uses an evidence item; the receipt tells the provider.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence set-aside court-monitoring-2025 --reason \"covers courts outside the review\"
  untoc evidence set-aside court-monitoring-2025 --clear")]
pub(crate) struct SetAside {
    /// The item
    #[arg(value_name = "ITEM")]
    item: String,
    /// Why no answer uses it
    #[arg(long, value_name = "TEXT", required_unless_present = "clear")]
    reason: Option<String>,
    /// It is not set aside any more
    #[arg(long, conflicts_with = "reason")]
    clear: bool,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &SetAside,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let item = super::find(&session, &arguments.item)?;
    let Some(mut record) = item.record else {
        return Err(CommandError::new(
            ErrorKind::Findings,
            format!("the record of {} cannot be read", item.id),
        )
        .hint("see what is wrong with it: untoc validate"));
    };
    record.unused_because =
        arguments.reason.clone().filter(|text| !text.trim().is_empty());
    let word =
        if record.unused_because.is_some() { "set aside" } else { "took up again" };
    let set = ChangeSet::item(&item.id, ItemChange::Update(Box::new(record)));
    session.commit(&set, Via::Evidence, None)?;
    output.line(&format!("{word} {}", item.id))?;
    Ok(exit::CLEAN)
}
