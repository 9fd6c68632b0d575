//! The arguments of `untoc validate`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::{Args, ValueEnum};
use untoc_batch::{Baseline, NewBaseline, Shard};
use untoc_core::{Day, Severity};
use untoc_report::MachineFormat;

use crate::commands::config::ConfigArguments;
use crate::commands::schema::LevelName;
use crate::error::CommandError;

/// Check dossiers, packages and files: one, or thousands at once.
///
/// At level draft, what is there must be right. At level submission, nothing that is asked
/// may be missing as well. A folder is searched for dossiers, zip packages and JSON files.
/// Nothing is changed on the disk, and one broken file stops nothing.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc validate                              the dossier that you are in
  untoc validate --level submission           is anything missing?
  untoc validate exampleland-2026 response.json     dossiers and files by name
  untoc validate received/ \"inbox/*.zip\"      all that is in a folder, all that fits
  untoc validate received --format jsonl --output night.jsonl
  untoc validate received --shard 2/8 --format json --output part-2.json

Exit codes: 0 no errors; 1 errors; 2 nothing to check or wrong use; 3 a file could not be
read; 4 the report could not be written. untoc explain CODE says what a finding means and
how to mend it. Settings for a folder and below stand in untoc.toml: untoc config show")]
pub(crate) struct Validate {
    /// Dossiers, packages, files, folders, patterns; "-" is standard input; the dossier from
    /// here upward if absent
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How much must hold: draft or submission; draft unless untoc.toml says otherwise
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<LevelName>,
    /// How to write the findings
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: FormatName,
    /// From which weight on the exit code is 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub fail_on: SeverityName,
    /// Return 0 whatever is found, unless something could not be read or written
    #[arg(long)]
    pub exit_zero: bool,
    /// Show every finding by itself, also those that come by the hundred
    #[arg(long)]
    pub all: bool,
    /// Count the findings by code
    #[arg(long)]
    pub statistics: bool,
    /// Show private texts in messages
    #[arg(long)]
    pub show_values: bool,
    /// Write the report to a file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace files that exist
    #[arg(long)]
    pub force: bool,
    /// On how many threads to work; as many as there are processors if absent
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Check one part of N only, such as 2/8; join the reports with untoc join-reports
    #[arg(long, value_name = "I/N", conflicts_with = "write_baseline")]
    pub shard: Option<Shard>,
    /// A table of what should be there: state, questionnaire, due
    #[arg(long, value_name = "FILE.csv")]
    pub expect: Option<PathBuf>,
    /// Accept the findings that this file lists, each until its last day
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write a list of what is found now, to be accepted from now on
    #[arg(long, value_name = "FILE", requires_all = ["reason", "expires"])]
    pub write_baseline: Option<PathBuf>,
    /// Why the findings of a new baseline are accepted
    #[arg(long, value_name = "TEXT", requires = "write_baseline")]
    pub reason: Option<String>,
    /// Until which day the findings of a new baseline are accepted, such as 2027-03-31
    #[arg(long, value_name = "DATE", requires = "write_baseline", value_parser = day)]
    pub expires: Option<Day>,
    /// Where the settings come from.
    #[command(flatten)]
    pub config: ConfigArguments,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|_| "expected a day such as 2027-03-31".to_owned())
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    /// For people
    Human,
    /// One JSON document
    Json,
    /// One JSON object a line, while the run goes on
    Jsonl,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// JUnit XML, for continuous integration
    Junit,
    /// Annotations of GitHub Actions
    Github,
    /// A table
    Csv,
}

impl FormatName {
    /// Returns the format, if it is one for programs.
    pub(crate) fn machine(self) -> Option<MachineFormat> {
        Some(match self {
            Self::Human => return None,
            Self::Json => MachineFormat::Json,
            Self::Jsonl => MachineFormat::Jsonl,
            Self::Sarif => MachineFormat::Sarif,
            Self::Junit => MachineFormat::Junit,
            Self::Github => MachineFormat::Github,
            Self::Csv => MachineFormat::Csv,
        })
    }

    /// Says whether the format has a place for counts by code.
    pub(crate) fn has_statistics(self) -> bool {
        matches!(self, Self::Human | Self::Json | Self::Jsonl)
    }
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

impl Validate {
    /// Returns how many threads work.
    pub(crate) fn jobs(&self) -> NonZeroUsize {
        self.jobs.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }

    /// Returns what a new baseline is made of, if one is wanted.
    pub(crate) fn new_baseline(
        &self,
        earlier: Option<&Baseline>,
    ) -> Result<Option<NewBaseline>, CommandError> {
        let (Some(reason), Some(expires), Some(_)) =
            (&self.reason, self.expires, &self.write_baseline)
        else {
            return Ok(None);
        };
        if untoc_core::is_blank(reason) {
            return Err(CommandError::usage("the reason is empty").hint(
                "say why the findings are accepted, for those who read the file later",
            ));
        }
        Ok(Some(NewBaseline::new(reason, expires.0, earlier)))
    }
}
