//! `untoc validate`: check a dossier, a response or a questionnaire.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use untoc_core::{Code, Finding, Level, Place, Severity};
use untoc_dossier::{
    Dossier, RealDisk, is_dossier, validate, validate_file, validate_loose,
};
use untoc_report::{Human, Privacy, Report, Tool, report_human, report_json};

use crate::commands::schema::LevelName;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::session::explain;
use crate::world::{World, show_path};

/// Check a dossier, or files alone: responses, questionnaires, registers of laws.
///
/// At level draft, what is there must be right. At level submission, nothing that is asked
/// may be missing as well.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc validate                              the dossier that you are in
  untoc validate --level submission           is anything missing?
  untoc validate exampleland-2026 response.json     dossiers and files by name
  untoc validate --format json                for programs

Exit codes: 0 no errors; 1 errors; 2 nothing to check; 3 a file could not be read.
untoc explain CODE says what a finding means and how to mend it.")]
pub(crate) struct Validate {
    /// Dossiers and files; "-" is standard input; the dossier from here upward if absent
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How much must hold
    #[arg(long, value_name = "LEVEL", default_value = "draft")]
    level: LevelName,
    /// How to write the findings
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: FormatName,
    /// From which weight on the exit code is 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: SeverityName,
    /// Show every finding by itself, also those that come by the hundred
    #[arg(long)]
    all: bool,
    /// Show private texts in messages
    #[arg(long)]
    show_values: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    /// For people
    Human,
    /// For programs
    Json,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SeverityName {
    /// Must be mended
    Error,
    /// Somebody should look
    Warning,
    /// Good to know
    Note,
}

impl From<SeverityName> for Severity {
    fn from(name: SeverityName) -> Self {
        match name {
            SeverityName::Error => Self::Error,
            SeverityName::Warning => Self::Warning,
            SeverityName::Note => Self::Note,
        }
    }
}

/// What was looked at and found.
#[derive(Default)]
struct Run {
    findings: Vec<Finding>,
    subjects: usize,
    responses: usize,
    unreadable: bool,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Validate,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let level = Level::from(arguments.level);
    let mut run = Run::default();
    if arguments.paths.is_empty() {
        let folder = world
            .dossier_folder()
            .map_err(|error| error.hint("or name what to check: untoc validate PATH"))?;
        run.dossier(world, &folder, "", level)?;
    }
    for path in &arguments.paths {
        run.path(world, path, level)?;
    }
    report(arguments, world, output, run)
}

impl Run {
    fn path(
        &mut self,
        world: &World,
        path: &Path,
        level: Level,
    ) -> Result<(), CommandError> {
        let name = inputs::name_of(path);
        if path == Path::new("-") {
            let bytes = inputs::read_bytes(path)?;
            self.subjects += 1;
            self.responses += 1;
            self.findings.extend(validate_loose(
                &bytes,
                &name,
                &world.library,
                level,
                world.today(),
            ));
            return Ok(());
        }
        if path.is_dir() {
            if is_dossier(&RealDisk, path).map_err(|e| explain(&e))? {
                return self.dossier(world, path, &name, level);
            }
            return Err(CommandError::usage(format!(
                "{name} is a folder and holds no dossier"
            ))
            .hint("name a dossier, or the files in it"));
        }
        self.subjects += 1;
        self.responses += 1;
        match validate_file(&RealDisk, path, &name, &world.library, level, world.today())
        {
            Ok(findings) => self.findings.extend(findings),
            Err(error) => {
                self.unreadable = true;
                let finding = Finding::new(Code::FileUnreadable, Place::file(name));
                self.findings.push(finding.plain("reason", inputs::say(&error.source)));
            }
        }
        Ok(())
    }

    fn dossier(
        &mut self,
        world: &World,
        folder: &Path,
        name: &str,
        level: Level,
    ) -> Result<(), CommandError> {
        let dossier =
            Dossier::open(&RealDisk, folder, &world.library).map_err(|e| explain(&e))?;
        self.subjects += 1;
        self.responses += dossier.responses().count();
        let mut found = validate(&dossier, level, world.today());
        if !name.is_empty() {
            for place in found.iter_mut().flat_map(|finding| &mut finding.places) {
                let file = place.file.take().map_or_else(
                    || show_path(Path::new(name)),
                    |file| format!("{}/{file}", name.trim_end_matches('/')),
                );
                place.file = Some(file);
            }
        }
        self.findings.extend(found);
        Ok(())
    }
}

fn report(
    arguments: &Validate,
    world: &World,
    output: &mut Output,
    run: Run,
) -> CommandResult {
    let tool =
        Tool { name: "untoc".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    let report = Report::new(tool, run.subjects, run.responses, run.findings);
    let words = world.words();
    let privacy = if arguments.show_values { Privacy::Shown } else { Privacy::Masked };
    match arguments.format {
        FormatName::Json => output.text(&report_json(&report, &words, privacy))?,
        FormatName::Human => {
            let human = Human {
                style: world.style,
                privacy,
                detail: world.detail(arguments.all),
                level: arguments.level.into(),
                width: world.width(),
                sources: None,
            };
            output.text(&report_human(&report, &words, &human))?;
        }
    }
    let failed = report.worst() >= Some(Severity::from(arguments.fail_on));
    Ok(match (run.unreadable, failed) {
        (true, _) => exit::UNREADABLE,
        (false, true) => exit::FINDINGS,
        (false, false) => exit::CLEAN,
    })
}
