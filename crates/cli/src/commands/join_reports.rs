//! `untoc join-reports`: make one report of the reports of all parts.

use std::path::PathBuf;

use clap::Args;
use untoc_batch::{Format, JoinOptions, Page, Shows, StoredReport, join};
use untoc_report::{Human, MachineFormat, Style, summary};

use crate::batch_error::explain_batch;
use crate::commands::validate::{Destination, FormatName, SeverityName, exit_code};
use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::world::World;

/// Join the reports of all parts of a run into the one that the whole run would give.
///
/// The parts are made with untoc validate --shard I/N and --format json or jsonl. Reports
/// of several whole runs can be joined as well.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc join-reports part-*.json --output night.json
  untoc join-reports part-*.jsonl --format sarif --output night.sarif

Exit codes: as of untoc validate; 2 also if a part is missing or does not belong to the
others.")]
pub(crate) struct JoinReports {
    /// The reports
    #[arg(value_name = "FILE", required = true)]
    reports: Vec<PathBuf>,
    /// How to write the findings; as the first report if absent
    #[arg(long, value_name = "FORMAT")]
    format: Option<FormatName>,
    /// From which weight on the exit code is 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: SeverityName,
    /// Return 0 whatever is found, unless something could not be read or written
    #[arg(long)]
    exit_zero: bool,
    /// For people: show every finding by itself
    #[arg(long)]
    all: bool,
    /// Write the report to a file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace a file that exists
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &JoinReports,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let words = world.words();
    let mut reports = Vec::new();
    for path in &arguments.reports {
        reports.push(StoredReport::read(path).map_err(explain_batch)?);
    }
    let same = reports.first().map(StoredReport::format);
    let format = match arguments.format {
        None => Format::Machine(same.unwrap_or(MachineFormat::Json)),
        Some(name) => match name.machine() {
            Some(format) => Format::Machine(format),
            None => Format::Human(page(arguments, world)),
        },
    };
    output.flush()?;
    let lines = format == Format::Machine(MachineFormat::Jsonl);
    let mut out = Destination::open(arguments.output.as_deref(), arguments.force, lines)?;
    let options =
        JoinOptions { format, fails_on: arguments.fail_on.into(), words: &words };
    let head = match join(reports, &options, &mut out) {
        Err(error) if error.is_closed_pipe() => return Ok(exit::CLEAN),
        other => other.map_err(explain_batch)?,
    };
    let human = Human { level: head.level, ..Human::default() };
    let line = |style| summary(head.summary, &words, &Human { style, ..human });
    match format {
        Format::Human(page) if !world.is_quiet() => out.line(&line(page.style))?,
        Format::Human(_) => {}
        Format::Machine(_) => world.tell(&line(Style::Plain)),
    }
    out.keep()?;
    Ok(exit_code(&head, options.fails_on, arguments.exit_zero))
}

fn page(arguments: &JoinReports, world: &World) -> Page {
    let to_file = arguments.output.is_some();
    Page {
        style: if to_file { Style::Plain } else { world.style },
        width: if to_file { 90 } else { world.width() },
        detail: world.detail(arguments.all),
        shows: if world.global.quiet > 1 { Shows::Nothing } else { Shows::Findings },
    }
}
