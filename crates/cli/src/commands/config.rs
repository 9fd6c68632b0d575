//! `untoc config show`: what is set for runs here, and where.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use untoc_batch::Config;
use untoc_report::Words;

use crate::batch_error::explain_batch;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::world::{World, show_path};

/// Show what is set in untoc.toml, and where each value comes from.
#[derive(Debug, Args)]
#[command(after_help = "\
The file untoc.toml holds for its folder and all folders below:

  level = \"submission\"              how much must hold unless --level says otherwise
  exclude = [\"archive/**\"]          what is left out of folders that are searched

  [severity]
  law-not-cited = \"error\"           error, warning, note or off, by code")]
pub(crate) struct ConfigCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Show every setting with its value and where it comes from
    Show(ConfigArguments),
}

/// Where settings come from.
#[derive(Debug, Clone, Args)]
pub(crate) struct ConfigArguments {
    /// Take settings from this file in place of untoc.toml here or above
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Use no untoc.toml at all
    #[arg(long, conflicts_with = "config")]
    isolated: bool,
}

/// Reads the settings that hold here.
pub(crate) fn load(
    arguments: &ConfigArguments,
    world: &World,
    words: &Words,
) -> Result<Config, CommandError> {
    if arguments.isolated {
        return Ok(Config::default());
    }
    let path = match &arguments.config {
        Some(path) => Some(path.clone()),
        None => Config::find_upward(&world.folder()?),
    };
    match path {
        Some(path) => Config::read(&path, words).map_err(explain_batch),
        None => Ok(Config::default()),
    }
}

/// Runs the command.
pub(crate) fn run(
    arguments: &ConfigCommand,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let Action::Show(arguments) = &arguments.action;
    let config = load(arguments, world, &world.words())?;
    let file = config.path().map(show_path);
    for setting in config.settings() {
        let from = match (&file, setting.line) {
            (Some(file), Some(line)) => format!("{file}:{line}"),
            _ => "usual".to_owned(),
        };
        output.line(&format!("{} = {}   ({from})", setting.name, setting.value))?;
    }
    if file.is_none() {
        world.tell("there is no untoc.toml here or in a folder above");
    }
    Ok(exit::CLEAN)
}
