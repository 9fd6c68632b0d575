//! `untoc man`: the manual pages.

use std::path::PathBuf;

use clap::{Args, CommandFactory};

use crate::args::Arguments;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::world::{World, show_path};

/// Print the manual page, or write all pages into a folder.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc man | man -l -
  untoc man --output ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// The folder to write one page for each command into
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Overwrite pages that are there
    #[arg(long, requires = "output")]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Man, world: &World, output: &mut Output) -> CommandResult {
    let mut command = Arguments::command();
    command.build();
    let Some(folder) = &arguments.output else {
        output.bytes(&page(command)?)?;
        return Ok(exit::CLEAN);
    };
    let mut pages = vec![("untoc.1".to_owned(), page(command.clone())?)];
    for sub in command.get_subcommands() {
        let name = format!("untoc-{}", sub.get_name());
        pages.push((format!("{name}.1"), page(sub.clone().name(name))?));
    }
    for (name, bytes) in &pages {
        inputs::write_file(&folder.join(name), bytes, arguments.force)?;
    }
    world.tell(&format!("wrote {} pages into {}", pages.len(), show_path(folder)));
    Ok(exit::CLEAN)
}

fn page(command: clap::Command) -> Result<Vec<u8>, CommandError> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command).render(&mut bytes)?;
    Ok(bytes)
}
