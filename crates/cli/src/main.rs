//! The command `untoc`: arguments in, one call down, words out.
//!
//! Each command is one file in `commands`. Only this crate and the dossier crate touch
//! the disk, the clock, the environment and the terminal.

mod args;
mod batch_error;
mod commands;
mod error;
mod exit;
mod inputs;
mod output;
mod session;
mod value_input;
mod world;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Arguments;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::output::Output;
use crate::world::World;

fn main() -> ExitCode {
    // A fault of ours must not look like a finding: a panic has an exit code of its own.
    let result = std::panic::catch_unwind(|| {
        let arguments = match Arguments::try_parse() {
            Ok(arguments) => arguments,
            Err(error) => return show_usage(&error),
        };
        let style = arguments.global.style();
        match run(arguments) {
            Ok(code) => code,
            Err(error) => show_error(&error, style),
        }
    });
    ExitCode::from(result.unwrap_or_else(|_| {
        show_error(
            &CommandError::new(ErrorKind::Internal, "a fault of this program; nothing was half written")
                .hint("report it with the command and the text above; leave out private answers"),
            untoc_report::Style::Plain,
        )
    }))
}

fn run(arguments: Arguments) -> CommandResult {
    let world = World::new(arguments.global)?;
    let mut output = Output::stdout();
    let code = commands::run(arguments.command, &world, &mut output);
    output.finish(code)
}

fn show_usage(error: &clap::Error) -> u8 {
    // Help and version are results; everything else is wrong use.
    let _ = error.print();
    if error.use_stderr() { exit::USAGE } else { exit::CLEAN }
}

fn show_error(error: &CommandError, style: untoc_report::Style) -> u8 {
    let mut talk = output::talk();
    // Whoever reads standard error may be gone; the exit code still tells.
    let _ = talk.error(error, style);
    error.kind.exit_code()
}
