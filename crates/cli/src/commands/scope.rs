//! `untoc add` and `untoc remove`: the instruments and clusters under review.

use clap::{Args, ValueEnum};

use crate::commands::init::{parse_cluster, parse_instrument};
use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Add an instrument or a cluster to the review.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  untoc add instrument som\n  untoc add cluster 2")]
pub(crate) struct Add {
    /// What to add
    what: What,
    /// Which one: untoc, tip, som or fp; or 1 to 4
    which: String,
}

/// Remove an instrument or a cluster from the review.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc remove cluster 2

Responses that hold answers are not removed unless --force is given; untoc undo brings
everything back.")]
pub(crate) struct Remove {
    /// What to remove
    what: What,
    /// Which one: untoc, tip, som or fp; or 1 to 4
    which: String,
    /// Remove it although there are answers
    #[arg(long)]
    force: bool,
}

/// What the review is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// The Convention or one of its Protocols
    Instrument,
    /// A thematic cluster
    Cluster,
}

/// Runs `untoc add`.
pub(crate) fn run_add(
    arguments: &Add,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let mut settings = session.settings()?.clone();
    match arguments.what {
        What::Instrument => {
            settings.instruments.push(parse_instrument(&arguments.which)?);
            settings.instruments.sort_unstable();
            settings.instruments.dedup();
        }
        What::Cluster => {
            settings.clusters.push(parse_cluster(&arguments.which)?);
            settings.clusters.sort_unstable();
            settings.clusters.dedup();
        }
    }
    change(&mut session, settings, false, output)
}

/// Runs `untoc remove`.
pub(crate) fn run_remove(
    arguments: &Remove,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let mut settings = session.settings()?.clone();
    match arguments.what {
        What::Instrument => {
            let instrument = parse_instrument(&arguments.which)?;
            settings.instruments.retain(|known| *known != instrument);
        }
        What::Cluster => {
            let cluster = parse_cluster(&arguments.which)?;
            settings.clusters.retain(|known| *known != cluster);
        }
    }
    if settings.instruments.is_empty() || settings.clusters.is_empty() {
        return Err(crate::error::CommandError::usage(
            "at least one instrument and one cluster must stay under review",
        ));
    }
    change(&mut session, settings, arguments.force, output)
}

fn change(
    session: &mut Session<'_>,
    settings: untoc_core::Settings,
    force: bool,
    output: &mut Output,
) -> CommandResult {
    let before = session.settings()?.questionnaires();
    let after = settings.questionnaires();
    if before == after {
        output.line("nothing to change: it is already like that")?;
        return Ok(exit::CLEAN);
    }
    session.save_scope(settings, force)?;
    for id in after.iter().filter(|id| !before.contains(id)) {
        output.line(&format!("added {id}"))?;
    }
    for id in before.iter().filter(|id| !after.contains(id)) {
        output.line(&format!("removed {id}"))?;
    }
    Ok(exit::CLEAN)
}
