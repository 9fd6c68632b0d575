//! `untoc completions`: completions for a shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::args::Arguments;
use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;

/// Print the completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc completions bash > ~/.local/share/bash-completion/completions/untoc
  untoc completions zsh > ~/.zfunc/_untoc
  untoc completions powershell >> $PROFILE")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

/// Runs the command.
pub(crate) fn run(arguments: &Completions, output: &mut Output) -> CommandResult {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        "untoc",
        &mut script,
    );
    output.bytes(&script)?;
    Ok(exit::CLEAN)
}
