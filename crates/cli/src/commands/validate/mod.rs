//! `untoc validate`: check dossiers, responses and questionnaires, one or thousands.

mod arguments;
mod destination;
mod progress;

use std::path::Path;

use untoc_batch::{
    Baseline, Config, Ended, Expectation, Format, Found, Options, Page, ReportFile,
    Shows, find, run as run_all,
};
use untoc_core::Level;
use untoc_dossier::{RealDisk, is_dossier};
use untoc_report::{Head, Human, Privacy, Style, summary};

pub(crate) use arguments::{FormatName, SeverityName, Validate};
pub(crate) use destination::{Destination, tool};

use crate::batch_error::explain_batch;
use crate::commands::config::load;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::output::Output;
use crate::session::explain;
use crate::world::{World, show_path};

/// Runs the command.
pub(crate) fn run(
    arguments: &Validate,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let words = world.words();
    let here = world.folder()?;
    let config = load(&arguments.config, world, &words)?;
    let baseline = arguments.baseline.as_deref();
    let baseline = baseline.map(|path| Baseline::read(path, &here, &words)).transpose();
    let baseline = baseline.map_err(explain_batch)?;
    let expectation = arguments.expect.as_deref();
    let expectation = expectation
        .map(|path| Expectation::read(path, &here, &world.library, &words))
        .transpose()
        .map_err(explain_batch)?;
    let new_baseline = arguments.new_baseline(baseline.as_ref())?;
    let found = found(arguments, world, &here, &config)?;
    let severities = config.severities();
    let level = arguments.level.map_or(config.level().unwrap_or_default(), Level::from);
    let options = Options {
        library: &world.library,
        level,
        today: world.today(),
        words: &words,
        privacy: if arguments.show_values { Privacy::Shown } else { Privacy::Masked },
        tool: tool(),
        jobs: arguments.jobs(),
        shard: arguments.shard,
        severities: &severities,
        fails_on: arguments.fail_on.into(),
        format: format(arguments, world),
        statistics: arguments.statistics,
        baseline: baseline.as_ref(),
        expectation: expectation.as_ref(),
        new_baseline: new_baseline.as_ref(),
    };
    check(&found, &options, arguments, world, output)
}

/// Finds what there is to look at.
fn found(
    arguments: &Validate,
    world: &World,
    here: &Path,
    config: &Config,
) -> Result<Found, CommandError> {
    if arguments.paths.is_empty() {
        let folder = world
            .dossier_folder()
            .map_err(|error| error.hint("or name what to check: untoc validate PATH"))?;
        let there = is_dossier(&RealDisk, &folder).map_err(|error| explain(&error))?;
        if !there {
            let error = untoc_dossier::Error::NoDossier { path: folder };
            return Err(explain(&error));
        }
        return Ok(Found::dossier(folder));
    }
    let found = find(&arguments.paths, here, &config.exclude(here));
    if found.is_empty() {
        let names: Vec<String> = arguments.paths.iter().map(|p| show_path(p)).collect();
        return Err(CommandError::usage(format!(
            "there is nothing to check in {}",
            names.join(", ")
        ))
        .hint("name dossiers, zip packages, JSON files, or folders that hold some")
        .hint("see whether untoc.toml leaves them out: untoc config show"));
    }
    Ok(found)
}

fn format(arguments: &Validate, world: &World) -> Format {
    if let Some(format) = arguments.format.machine() {
        return Format::Machine(format);
    }
    let shows = match (world.global.quiet, arguments.statistics) {
        (0 | 1, true) => Shows::Counts,
        (0 | 1, false) => Shows::Findings,
        _ => Shows::Nothing,
    };
    Format::Human(Page {
        style: if arguments.output.is_some() { Style::Plain } else { world.style },
        width: if arguments.output.is_some() { 90 } else { world.width() },
        detail: world.detail(arguments.all),
        shows,
    })
}

fn check(
    found: &Found,
    options: &Options<'_>,
    arguments: &Validate,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    output.flush()?;
    let lines = arguments.format == FormatName::Jsonl;
    let mut out = Destination::open(arguments.output.as_deref(), arguments.force, lines)?;
    // Better to know before the work than after it.
    let baseline = arguments.write_baseline.as_deref();
    let baseline = baseline.map(|path| ReportFile::begin(path, arguments.force));
    let baseline = baseline.transpose().map_err(explain_batch)?;
    let bar = progress::Bar::new(found.subjects().len(), arguments, world);
    let ended = run_all(found, options, &mut out, &bar);
    drop(bar);
    let ended = match ended {
        // Whoever reads has seen enough.
        Err(error) if error.is_closed_pipe() => return Ok(exit::CLEAN),
        other => other.map_err(explain_batch)?,
    };
    finish_human(&ended.head, options, arguments, world, &mut out)?;
    out.keep()?;
    if let (Some(mut file), Some(text)) = (baseline, &ended.baseline) {
        let written = std::io::Write::write_all(&mut file, text.as_bytes());
        written.map_err(|error| explain_batch(untoc_batch::Error::Report(error)))?;
        file.keep().map_err(explain_batch)?;
        let path = arguments.write_baseline.as_deref().unwrap_or(Path::new(""));
        world.tell(&format!("wrote {}", show_path(path)));
    }
    code(&ended, options, arguments)
}

/// Writes the summary: under a report for people, else where people look.
fn finish_human(
    head: &Head,
    options: &Options<'_>,
    arguments: &Validate,
    world: &World,
    out: &mut Destination,
) -> Result<(), CommandError> {
    let human = Human { level: options.level, style: world.style, ..Human::default() };
    let line = |style| summary(head.summary, options.words, &Human { style, ..human });
    match options.format {
        Format::Human(_) if world.is_quiet() => Ok(()),
        Format::Human(page) => {
            out.line(&line(page.style))?;
            if arguments.output.is_some() {
                world.tell(&line(Style::Plain));
            }
            Ok(())
        }
        Format::Machine(_) => {
            world.tell(&line(Style::Plain));
            if arguments.statistics && !arguments.format.has_statistics() {
                let counts = head.statistics.as_deref().unwrap_or_default();
                let table = untoc_report::statistics_human(counts, options.words, &human);
                world.tell(table.trim_end());
            }
            Ok(())
        }
    }
}

fn code(ended: &Ended, options: &Options<'_>, arguments: &Validate) -> CommandResult {
    if let Some(first) = ended.broken.first() {
        let message = format!(
            "a fault of this program kept it from checking {first}{}; all other findings are in the report",
            match ended.broken.len() {
                1 => String::new(),
                number => format!(" and {} more", number - 1),
            }
        );
        return Err(CommandError::new(ErrorKind::Internal, message)
            .hint("report it with the text above; leave out private answers"));
    }
    Ok(exit_code(
        &ended.head,
        options.fails_on,
        arguments.exit_zero || arguments.write_baseline.is_some(),
    ))
}

/// Returns the exit code of a report.
pub(crate) fn exit_code(
    head: &Head,
    fails_on: untoc_core::Severity,
    forgives: bool,
) -> u8 {
    if head.unreadable > 0 {
        exit::UNREADABLE
    } else if !forgives && head.summary.worst() >= Some(fails_on) {
        exit::FINDINGS
    } else {
        exit::CLEAN
    }
}
