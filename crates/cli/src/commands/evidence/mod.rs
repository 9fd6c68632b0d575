//! `untoc evidence`: data from outside as evidence.

mod bar;
mod check;
mod package;
mod scratch;
mod show;
mod source;
mod table;

use clap::{Args, Subcommand};

use crate::error::CommandResult;
use crate::output::Output;
use crate::world::World;

/// Check data from outside before it becomes evidence.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence check cases.csv                     what is in it, and may it be shared?
  untoc evidence check cases.csv --profile case      against a profile, too

Nothing is sent anywhere, and a checked file is never changed.")]
pub(crate) struct Evidence {
    #[command(subcommand)]
    command: EvidenceCommand,
}

#[derive(Debug, Subcommand)]
enum EvidenceCommand {
    Check(check::Check),
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Evidence,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    match &arguments.command {
        EvidenceCommand::Check(arguments) => check::run(arguments, world, output),
    }
}
