//! `untoc evidence export`: passes an evidence item on, as it was received.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use untoc_core::{Audience, OnwardUse};
use untoc_dossier::{EvidenceLimits, RealDisk, inspect_package};

use crate::commands::evidence::pack::{SealArguments, write};
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::session::Session;
use crate::world::{World, show_path};

/// Write the package of an evidence item again, to pass it on within the terms of its
/// provider.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence export court-monitoring-2025 --for-whom secretariat --output item.zip
  untoc evidence export court-monitoring-2025 --for-whom national --output folder")]
pub(crate) struct ExportItem {
    /// The item
    #[arg(value_name = "ITEM")]
    item: String,
    /// To whom it is passed on
    #[arg(long, value_name = "WHO")]
    for_whom: ForWhom,
    /// The folder to make, or the file if its name ends in .zip or .age
    #[arg(short, long, value_name = "DIR|FILE.zip")]
    output: PathBuf,
    #[command(flatten)]
    seal: SealArguments,
    /// Overwrite a file that is there
    #[arg(long)]
    force: bool,
}

/// To whom an item is passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ForWhom {
    /// To another authority of this State
    National,
    /// To the secretariat of the review
    Secretariat,
    /// To the States that review the answers
    Review,
    /// To everybody
    Public,
}

impl ForWhom {
    fn is_allowed(self, onward: OnwardUse) -> bool {
        match self {
            Self::National => true,
            Self::Secretariat => onward >= OnwardUse::Secretariat,
            Self::Review => onward.audience() >= Audience::Review,
            Self::Public => onward == OnwardUse::Public,
        }
    }
}

/// Runs the command.
pub(crate) fn run(
    arguments: &ExportItem,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let session = Session::open(world)?;
    let item = super::find(&session, &arguments.item)?;
    let limits = EvidenceLimits::default();
    let inspected = inspect_package(&RealDisk, &item.folder, &limits)
        .map_err(|error| CommandError::new(ErrorKind::Unreadable, error.to_string()))?;
    let Some(package) = inspected.package else {
        let error = inputs::refused(&show_path(&item.folder), inspected.findings);
        return Err(error.hint("see what is wrong with it: untoc validate"));
    };
    let onward = package.description().terms.onward_use;
    if !arguments.for_whom.is_allowed(onward) {
        return Err(CommandError::new(
            ErrorKind::Findings,
            format!(
                "{} stays here: its provider allows the onward use \"{}\"",
                item.id,
                onward.as_str()
            ),
        )
        .hint("ask the provider for other terms"));
    }
    write::write(&package, &arguments.output, &arguments.seal, arguments.force)?;
    output.line(&format!("wrote {} to {}", item.id, show_path(&arguments.output)))?;
    output.line(&format!("digest of the package: {}", package.digest()))?;
    Ok(exit::CLEAN)
}
