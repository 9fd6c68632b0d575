//! `untoc evidence add`: takes a package or files into the dossier.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use untoc_core::{
    Day, EVIDENCE_RECORD_FORMAT, EvidenceCheck, EvidenceRecord, Finding, ItemId,
    Received, ReceivedForm, Severity,
};
use untoc_dossier::{Package, Via, bag_of};
use untoc_evidence::{
    PackageFiles, PackageOptions, Question, Reading, Source, check_package, read_package,
};
use untoc_intake::SafePath;
use untoc_report::{Human, Privacy, Reported, findings_human};

use super::open::{Keys, open};
use crate::commands::evidence::pack::description::DescriptionArguments;
use crate::commands::evidence::pack::gather::{Gathered, Wanted, Workbooks};
use crate::commands::evidence::pack::schemas::Schemas;
use crate::commands::evidence::pack::show_findings;
use crate::commands::evidence::scratch::FileScratch;
use crate::commands::evidence::seal;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::output::Output;
use crate::session::{Session, explain};
use crate::world::World;

/// Take a package, or files, into the dossier as an evidence item.
///
/// A package is checked first: every file must be there and be the one that was
/// described. If anything is wrong, nothing is taken in. Files that come without a package
/// are described by you. What is taken in is never changed, and untoc undo takes it back.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence add monitoring.zip
  untoc evidence add monitoring.zip.age --identity key.txt
  untoc evidence add counts.csv report.pdf           asks what they are and from whom
  untoc evidence add monitoring.zip --id court-monitoring-2025")]
pub(crate) struct Add {
    /// A package (a folder, .zip or .age), or files
    #[arg(value_name = "PACKAGE|FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    description: DescriptionArguments,
    /// From whom it was received, if not from the provider itself
    #[arg(long, value_name = "NAME")]
    received_from: Option<String>,
    /// What the tables should hold: the name of a profile, a question, or a file with a
    /// Table Schema; FILE=NAME for one of the files
    #[arg(long, value_name = "NAME|FILE=NAME")]
    profile: Vec<String>,
    /// A file with the key that opens an encrypted package; may be given several times
    #[arg(long, value_name = "FILE")]
    identity: Vec<PathBuf>,
    /// Open an encrypted package with a passphrase: asked for, or in a file
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        default_missing_value = "",
        value_parser = seal::passphrase_file()
    )]
    passphrase: Option<PathBuf>,
    /// The contributor or person who takes it in
    #[arg(long, value_name = "ID")]
    by: Option<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Add, world: &World, output: &mut Output) -> CommandResult {
    let id = take_in(arguments, None, world, output)?;
    world.tell(&format!(
        "link it with: untoc evidence link QUESTION {id} --stance supports|contradicts|context"
    ));
    Ok(exit::CLEAN)
}

/// Takes what the arguments name into the dossier and returns the id of the item; `typed`
/// opens an encrypted package.
pub(crate) fn take_in(
    arguments: &Add,
    typed: Option<&str>,
    world: &World,
    output: &mut Output,
) -> Result<ItemId, CommandError> {
    let mut session = Session::open(world)?;
    let keys = Keys {
        identities: &arguments.identity,
        passphrase: arguments.passphrase.as_ref(),
        typed,
    };
    if let [only] = arguments.files.as_slice()
        && let Some(opened) = open(only, &keys)?
    {
        if arguments.description.is_given() {
            return Err(CommandError::usage(
                "a package brings its own description, which stays as it is",
            )
            .hint("leave --title, --provider and --from away; --id may be given"));
        }
        let inspected = opened.inspect()?;
        let Some(package) = inspected.package else {
            return Err(CommandError::new(ErrorKind::Findings, "this is no package"));
        };
        let schemas = Schemas::named(&arguments.profile, world)?;
        let (checks, findings) = check_tables(&schemas, &package)?;
        let words = world.words();
        let reported = Reported::all(&findings, None, &words, Privacy::Masked);
        let human =
            Human { style: world.style, width: world.width(), ..Human::default() };
        output.text(&findings_human(&reported, &words, &human))?;
        return keep(arguments, &mut session, &package, checks, opened.form, output);
    }
    let schemas = Schemas::named(&arguments.profile, world)?;
    let wanted =
        Wanted { schemas: &schemas, workbooks: Workbooks::Unchanged, codebooks: &[] };
    let gathered = Gathered::of(&arguments.files, &wanted)?;
    show_findings(&gathered, world, output)?;
    let issued = Some(Day(world.today()));
    let description = arguments.description.complete(issued, Path::new("evidence"))?;
    let text = gathered.data_package(description.id.as_str(), &description.title);
    let package = bag_of(description, text, gathered.files);
    let form = ReceivedForm::Files;
    keep(arguments, &mut session, &package, gathered.checks, form, output)
}

fn keep(
    arguments: &Add,
    session: &mut Session<'_>,
    package: &Package<'_>,
    checks: Vec<EvidenceCheck>,
    form: ReceivedForm,
    output: &mut Output,
) -> Result<ItemId, CommandError> {
    let description = package.description();
    let id = match &arguments.description.id {
        Some(id) => ItemId::parse(id.trim()).map_err(|error| {
            CommandError::usage(format!("\"{id}\" cannot be an id: {error}"))
        })?,
        None => description.id.clone(),
    };
    let act = session.act(Via::Evidence, arguments.by.as_deref());
    let from = arguments.received_from.as_ref().unwrap_or(&description.provider.name);
    let record = EvidenceRecord {
        schema: None,
        format: EVIDENCE_RECORD_FORMAT.to_owned(),
        item: id.clone(),
        received: Some(Received { at: act.at.clone(), from: from.clone(), form }),
        digest: package.digest().to_string(),
        files: package.files().cloned().collect(),
        checks,
        unused_because: None,
        erased: None,
        extensions: None,
    };
    session.dossier_mut().add_item(package, record, &act).map_err(|e| explain(&e))?;
    let files = description.files.len();
    let word = if files == 1 { "file" } else { "files" };
    output.line(&format!(
        "added evidence item {id}: {} ({files} {word})",
        description.title
    ))?;
    for check in
        session.dossier().items().iter().filter(|item| item.id == id).flat_map(|item| {
            item.record
                .iter()
                .flat_map(|record| record.checks.clone())
                .collect::<Vec<_>>()
        })
    {
        let verdict = check.verdict.as_deref().unwrap_or("not checked");
        output.line(&format!(
            "  {}: {}; privacy: {verdict}",
            check.path,
            super::found_in(&check)
        ))?;
    }
    Ok(id)
}

/// Checks the tables of a package by its own Data Package. What is wrong with them keeps
/// nothing out: the record says what was found.
pub(super) fn check_tables(
    schemas: &Schemas,
    package: &Package<'_>,
) -> Result<(Vec<EvidenceCheck>, Vec<Finding>), CommandError> {
    let text = package.read("datapackage.json").ok();
    let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
    let value = text.and_then(|text| untoc_schema::read_json(&text).value);
    let Some(value) = value else { return Ok((Vec::new(), Vec::new())) };
    let files = Files(package);
    let failed =
        |error: io::Error| CommandError::new(ErrorKind::Unreadable, error.to_string());
    let (data, mut findings) = read_package(&value, &files).map_err(failed)?;
    let question = Question::default();
    let scratch = FileScratch::default();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let options = PackageOptions {
        reading: Reading { threads, scratch: Some((&scratch, 0)), ..Reading::default() },
        profile: schemas.of_all(),
        question: Some(&question),
    };
    let report = check_package(&data, &files, &options).map_err(failed)?;
    findings.extend(report.findings);
    let mut checks = Vec::new();
    for found in report.resources {
        let Some(table) = found.table else { continue };
        let own: Vec<Finding> = table
            .findings
            .into_iter()
            .chain(found.disclosure.iter().flat_map(|d| d.findings.clone()))
            .collect();
        let count = |severity| own.iter().filter(|f| f.severity == severity).count();
        let usual = question.restricted;
        checks.push(EvidenceCheck {
            path: found.file,
            profile: schemas.of_all().map(|s| s.name.clone()).filter(|n| !n.is_empty()),
            rows: table.rows,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            verdict: found.disclosure.as_ref().map(|d| d.verdict.as_str().to_owned()),
            thresholds: found.disclosure.as_ref().map(|_| untoc_core::CheckThresholds {
                rows: usual.rows,
                secrets: usual.secrets,
                count: usual.count,
            }),
        });
        findings.extend(own);
    }
    for finding in &mut findings {
        if finding.place().is_none_or(|place| place.file.is_none()) {
            finding.set_file("datapackage.json");
        }
    }
    Ok((checks, untoc_core::settle(findings)))
}

/// The files of a package, for the check of its Data Package.
struct Files<'p>(&'p Package<'p>);

impl PackageFiles for Files<'_> {
    fn open(&self, path: &SafePath) -> io::Result<Option<Box<dyn Source + '_>>> {
        if !self.0.files().any(|file| file.path == path.as_str()) {
            return Ok(None);
        }
        let bytes = self
            .0
            .read(path.as_str())
            .map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Some(Box::new(bytes)))
    }
}
