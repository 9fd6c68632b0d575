//! `untoc compare-reports`: what is new, gone and changed since an earlier report.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use untoc_batch::{CompareOptions, Page, Shows, StoredReport, compare};
use untoc_report::Style;

use crate::batch_error::explain_batch;
use crate::commands::validate::{Destination, SeverityName, tool};
use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::world::World;

/// Say what is new, gone and changed between two reports.
///
/// The reports are made with untoc validate and --format json or jsonl, of the same
/// folders and at the same level. A finding is known again by its fingerprint, also after
/// lines have moved.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc compare-reports monday.json tuesday.json
  untoc compare-reports monday.json tuesday.json --format json --output changes.json

Exit codes: 0 nothing new at or above --fail-on; 1 something is new, or weighs more now;
2 the reports cannot be compared; 3 a report could not be read; 4 the comparison could not
be written.")]
pub(crate) struct CompareReports {
    /// The earlier report
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The later report
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// How to write what has changed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ComparisonFormat,
    /// From which weight on something new makes the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: SeverityName,
    /// Return 0 whatever is new
    #[arg(long)]
    exit_zero: bool,
    /// For people: show every finding by itself
    #[arg(long)]
    all: bool,
    /// Write the comparison to a file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace a file that exists
    #[arg(long)]
    force: bool,
}

/// How a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ComparisonFormat {
    /// For people
    Human,
    /// One JSON document
    Json,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &CompareReports,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let words = world.words();
    let old = StoredReport::read(&arguments.old).map_err(explain_batch)?;
    let new = StoredReport::read(&arguments.new).map_err(explain_batch)?;
    let options = CompareOptions {
        page: page(arguments, world),
        fails_on: arguments.fail_on.into(),
        words: &words,
        tool: tool(),
    };
    output.flush()?;
    let mut out = Destination::open(arguments.output.as_deref(), arguments.force, false)?;
    let compared = match compare(old, new, &options, &mut out) {
        Err(error) if error.is_closed_pipe() => return Ok(exit::CLEAN),
        other => other.map_err(explain_batch)?,
    };
    out.keep()?;
    Ok(match compared.worse && !arguments.exit_zero {
        true => exit::FINDINGS,
        false => exit::CLEAN,
    })
}

fn page(arguments: &CompareReports, world: &World) -> Option<Page> {
    let to_file = arguments.output.is_some();
    match arguments.format {
        ComparisonFormat::Json => None,
        ComparisonFormat::Human => Some(Page {
            style: if to_file { Style::Plain } else { world.style },
            width: if to_file { 90 } else { world.width() },
            detail: world.detail(arguments.all),
            shows: match world.global.quiet {
                0 => Shows::Findings,
                1 => Shows::Counts,
                _ => Shows::Nothing,
            },
        }),
    }
}
