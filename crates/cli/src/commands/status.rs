//! `untoc status`: progress, what is next and what is overdue.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use untoc_report::{dossier_status, status_csv, status_json, status_text};

use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Show progress by questionnaire, section and contributor, what is next and what is
/// overdue.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc status
  untoc status --format csv > chasing.csv      who owes what, for Excel")]
pub(crate) struct Status {
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: FormatName,
    /// Show every section, however many there are
    #[arg(long)]
    all: bool,
}

/// How the status is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    /// For people
    Human,
    /// For programs
    Json,
    /// The list to chase contributors by
    Csv,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Status,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let session = Session::open(world)?;
    let settings = session.settings()?;
    let plans = session.plans();
    let mut responses = Vec::new();
    for plan in &plans {
        responses.push((Arc::clone(plan), session.response(plan)?));
    }
    let status = dossier_status(settings, &responses, world.today());
    let words = world.words();
    match arguments.format {
        FormatName::Human => {
            let detail = world.detail(arguments.all);
            output.text(&status_text(&status, &words, world.screen(), detail))?;
        }
        FormatName::Json => output.text(&status_json(&status))?,
        FormatName::Csv => output.text(&status_csv(&status))?,
    }
    Ok(exit::CLEAN)
}

const GUIDE: &str = "\
untoc helps a State answer the questionnaires on the UN Convention against Transnational
Organized Crime and its Protocols. There is no dossier here.

  untoc demo                 see a complete example, made in one go
  untoc init DIR --state Exampleland --instruments untoc,tip --clusters 1
                             make the dossier of a State
  untoc questions            see what is asked
  untoc validate FILE        check a response
  untoc --help               all commands

Everything works without network. Nothing you type is lost.
";

/// Runs without a command: the status of the dossier, elsewhere a short guide.
pub(crate) fn run_bare(world: &World, output: &mut Output) -> CommandResult {
    if world.global.dossier.is_none() {
        let here = world.folder()?;
        let found = untoc_dossier::find_upward(&untoc_dossier::RealDisk, &here)
            .map_err(|error| crate::session::explain(&error))?;
        if found.is_none() {
            output.text(GUIDE)?;
            return Ok(exit::CLEAN);
        }
    }
    run(&Status { format: FormatName::Human, all: false }, world, output)
}
