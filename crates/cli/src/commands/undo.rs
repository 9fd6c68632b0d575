//! `untoc undo` and `untoc redo`: take changes back, and make them again.

use clap::Args;
use untoc_dossier::Via;

use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::session::{Session, explain};
use crate::world::World;

/// Take back the newest change: an answer, an import, a setting.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  untoc undo\n  untoc undo 3       the three newest changes, the newest first\n  untoc redo         make it again"
)]
pub(crate) struct Undo {
    /// How many changes to take back
    #[arg(default_value = "1")]
    count: usize,
}

/// Make again what was taken back last.
#[derive(Debug, Args)]
pub(crate) struct Redo {
    /// How many changes to make again
    #[arg(default_value = "1")]
    count: usize,
}

/// Runs `untoc undo`.
pub(crate) fn run_undo(
    arguments: &Undo,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let act = session.act(Via::Undo, None);
    let undone =
        session.dossier_mut().undo(arguments.count, &act).map_err(|e| explain(&e))?;
    for change in undone {
        output.line(&format!(
            "took back change {}{}",
            change.of,
            subject(&session, change.of)
        ))?;
    }
    world.tell("make it again with: untoc redo");
    Ok(exit::CLEAN)
}

/// Runs `untoc redo`.
pub(crate) fn run_redo(
    arguments: &Redo,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let act = session.act(Via::Redo, None);
    let redone =
        session.dossier_mut().redo(arguments.count, &act).map_err(|e| explain(&e))?;
    for change in redone {
        output.line(&format!(
            "made change {} again{}",
            change.of,
            subject(&session, change.of)
        ))?;
    }
    Ok(exit::CLEAN)
}

/// Says what a change was about, from the history.
fn subject(session: &Session<'_>, number: u64) -> String {
    let lines = session.dossier().log(untoc_dossier::Values::Hidden, usize::MAX);
    let lines = lines.unwrap_or_default();
    let Some(line) = lines.iter().find(|line| line.n == number) else {
        return String::new();
    };
    let mut names: Vec<String> = line
        .changes
        .iter()
        .map(|change| match &change.question {
            Some(question) => question.to_string(),
            None => change.file.to_string(),
        })
        .collect();
    names.dedup();
    let more = names.len().saturating_sub(5);
    names.truncate(5);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    if names.is_empty() { String::new() } else { format!(": {}{rest}", names.join(", ")) }
}
