//! `untoc evidence pack`: makes a package out of files and a description.

pub(crate) mod description;
mod draft;
pub(crate) mod gather;
mod questions;
pub(crate) mod schemas;
pub(crate) mod table;
pub(crate) mod write;

pub(crate) use write::SealArguments;

use std::path::PathBuf;

use clap::Args;
use untoc_core::Day;
use untoc_dossier::bag_of;
use untoc_report::{Human, Privacy, Reported, findings_human};

use self::description::DescriptionArguments;
use self::gather::{Gathered, Wanted, Workbooks};
use self::schemas::Schemas;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::output::Output;
use crate::world::{World, show_path};

/// Make a package out of tables and documents, to hand over to an authority.
///
/// The tables are checked first. Columns that name or reach persons, and groups so small
/// that a person can be recognized, keep a file back until it is asked for by name
/// (--despite). Workbooks are packed as CSV, since they carry more than can be seen.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence pack counts.csv --output monitoring.zip     asks for what is missing
  untoc evidence pack counts.csv report.pdf --from evidence.json --output monitoring
  untoc evidence pack counts.csv --output monitoring.zip.age --for age1…

A package is a bag (BagIt 1.0) with the data, a Data Package and the description
evidence.json. Its checksums show whether something was changed on the way; they keep
nothing secret. --for and --passphrase do.")]
pub(crate) struct Pack {
    /// Tables (CSV, TSV, XLSX, ODS) and documents
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The folder to make, or the file if its name ends in .zip or .age
    #[arg(short, long, value_name = "DIR|FILE.zip")]
    output: PathBuf,
    #[command(flatten)]
    description: DescriptionArguments,
    /// What the tables should hold: the name of a profile, a question, or a file with a
    /// Table Schema; FILE=NAME for one of the files
    #[arg(long, value_name = "NAME|FILE=NAME")]
    profile: Vec<String>,
    /// A file that says what columns and codes mean; may be given several times
    #[arg(long, value_name = "FILE")]
    codebook: Vec<PathBuf>,
    /// Pack workbooks as well, with everything that they carry
    #[arg(long)]
    with_original: bool,
    /// Pack this file or column although the privacy check blocks it; name each
    #[arg(long, value_name = "NAME")]
    despite: Vec<String>,
    #[command(flatten)]
    seal: SealArguments,
    /// Overwrite a file that is there
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Pack, world: &World, output: &mut Output) -> CommandResult {
    write::refuse(&arguments.output, &arguments.seal, arguments.force)?;
    let schemas = Schemas::named(&arguments.profile, world)?;
    let wanted = Wanted {
        schemas: &schemas,
        workbooks: match arguments.with_original {
            true => Workbooks::WithOriginal,
            false => Workbooks::AsTables,
        },
        codebooks: &arguments.codebook,
    };
    let gathered = Gathered::of(&arguments.files, &wanted)?;
    show_findings(&gathered, world, output)?;
    refuse_blocked(&gathered, &arguments.despite)?;
    if gathered.files.is_empty() {
        return Err(CommandError::new(ErrorKind::Findings, "there is nothing to pack"));
    }
    let description =
        arguments.description.complete(Some(Day(world.today())), &arguments.output)?;
    let text = gathered.data_package(description.id.as_str(), &description.title);
    let package = bag_of(description, text, gathered.files);
    write::write(&package, &arguments.output, &arguments.seal, arguments.force)?;
    output.line(&format!("packed {}", package.description().id))?;
    for file in &package.description().files {
        let original = file
            .original
            .as_ref()
            .map(|name| format!("  (was {name})"))
            .unwrap_or_default();
        output.line(&format!("  {}  {} bytes{original}", file.path, file.bytes))?;
    }
    output.line(&format!("digest of the package: {}", package.digest()))?;
    world.tell(&format!("wrote {}", show_path(&arguments.output)));
    if !arguments.seal.is_asked() {
        world.tell("checksums show changes and keep nothing secret; use --for or --passphrase to encrypt the package");
    }
    Ok(exit::CLEAN)
}

/// Shows what the checks found, the worst first.
pub(crate) fn show_findings(
    gathered: &Gathered,
    world: &World,
    output: &mut Output,
) -> Result<(), CommandError> {
    if gathered.findings.is_empty() {
        return Ok(());
    }
    let words = world.words();
    let findings = untoc_core::settle(gathered.findings.clone());
    let reported = Reported::all(&findings, None, &words, Privacy::Masked);
    let human = Human { style: world.style, width: world.width(), ..Human::default() };
    output.text(&findings_human(&reported, &words, &human))
}

/// Keeps back what the privacy check blocks, unless each thing is asked for by name.
fn refuse_blocked(gathered: &Gathered, despite: &[String]) -> Result<(), CommandError> {
    let named = |name: &str| {
        let last = name.rsplit('/').next().unwrap_or(name);
        despite.iter().any(|asked| asked == name || asked == last)
    };
    let mut reasons = Vec::new();
    let mut names = Vec::new();
    for blocked in &gathered.blocked {
        for column in blocked.columns.iter().filter(|column| !named(column)) {
            reasons.push(format!(
                "column {column} of {} names or reaches persons",
                blocked.name
            ));
            names.push(column.clone());
        }
        if blocked.groups && !named(&blocked.name) {
            reasons.push(format!("in {} a person can be recognized", blocked.name));
            names.push(blocked.name.clone());
        }
    }
    let Some(first) = names.first() else { return Ok(()) };
    let mut error = CommandError::new(
        ErrorKind::Findings,
        "nothing was packed, because the privacy check blocks it",
    );
    for reason in &reasons {
        error = error.hint(format!("see: {reason}"));
    }
    Err(error.hint("take such columns out, and hand over counts rather than cases").hint(
        format!("if you know what you do, and may: name each with --despite \"{first}\""),
    ))
}
