//! `untoc evidence example`: invented tables to try the commands with.

use std::path::PathBuf;

use clap::Args;
use untoc_evidence::{example_authority, example_cases};

use crate::error::CommandResult;
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::world::{World, show_path};

/// Write invented tables to try the other commands with.
///
/// cases.csv is a table of cases as a shelter might keep it, with names, dates of birth
/// and remarks; police.csv holds figures of an authority. They are made by a formula, the
/// same each time, and no row is a person.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence example try
  untoc evidence check try/cases.csv
  untoc evidence prepare try/cases.csv --profile case --output prepared.csv

Exit codes: 0 done; 4 a file could not be written, or is there already.")]
pub(crate) struct ExampleTables {
    /// The folder for the tables
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// How many cases
    #[arg(long, value_name = "NUMBER", default_value_t = 3_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    cases: u32,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub(super) fn run(
    arguments: &ExampleTables,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let count = usize::try_from(arguments.cases).unwrap_or(3_000);
    let tables =
        [("cases.csv", example_cases(count)), ("police.csv", example_authority())];
    for (name, text) in tables {
        let path = arguments.folder.join(name);
        inputs::write_file(&path, text.as_bytes(), arguments.force)?;
        output.line(&show_path(&path))?;
    }
    world.tell(&world.words().say("example-written", &[]));
    Ok(exit::CLEAN)
}
