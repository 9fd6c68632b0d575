//! `untoc evidence check`: what is in a table, and may it be shared.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use untoc_core::Severity;
use untoc_evidence::{
    Audience, Dialect, Disclosure, Inferred, Layout, Question, Role, Synthetic,
    TableReport, TableSchema,
};
use untoc_report::Privacy;

use super::table_input::{LayoutOptions, named_schema};
use super::{package, show, table};
use crate::commands::validate::SeverityName;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::world::World;

/// Check a table: is it well-formed, does it hold what it should, and does it expose a
/// person?
///
/// A profile says what the table should hold: indicator, case, synthetic-case, incident
/// or arms, or a file with a Table Schema of your own. The privacy check looks for names
/// and numbers of persons, for rows that few others are like, and for counts that are
/// small or can be worked out. It ends in a verdict: blocked, for the authority only, or
/// publishable.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence check cases.csv                      what is in it, and may it be shared?
  untoc evidence check cases.csv --profile case       against a profile that comes with untoc
  untoc evidence check data.csv --profile schema.json     against a schema of your own
  untoc evidence check data.csv --infer schema.json       make such a schema out of the table
  untoc evidence check victims.csv --profile tip-6-q2     against the table of a question
  untoc evidence check table.csv --audience public    may everybody see it?
  untoc evidence check table.csv --earlier last-year.csv  does the change expose somebody?
  untoc evidence check data.csv --role district=quasi --role diagnosis=sensitive
  untoc evidence check datapackage.json               a Data Package, or the folder that holds one

Exit codes: 0 no errors; 1 errors; 2 wrong use; 3 a file could not be read.
untoc explain CODE says what a finding means and how to mend it.
A passed check is no proof that nobody can be recognized.")]
pub(crate) struct Check {
    /// Tables: CSV, TSV, XLSX or ODS; or Data Packages: datapackage.json, or its folder
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// What the tables should hold: the name of a profile, a file with a Table Schema, or the
    /// id of a question whose answer is a table
    #[arg(long, value_name = "NAME|FILE|QUESTION")]
    profile: Option<String>,
    /// Work out a Table Schema for one table, write it to a file, and check the table against
    /// it; "-" prints the schema alone
    #[arg(long, value_name = "FILE", conflicts_with = "profile")]
    pub(super) infer: Option<PathBuf>,
    /// Replace the file with the schema if there is one
    #[arg(long, requires = "infer")]
    pub(super) force: bool,
    /// Who is to see the tables
    #[arg(long, value_name = "AUDIENCE", default_value = "restricted")]
    audience: AudienceName,
    /// An earlier version of the same table
    #[arg(long, value_name = "FILE")]
    pub(super) earlier: Option<PathBuf>,
    /// The tables hold no real persons: how they were made, how strongly, and when
    #[arg(long, value_name = "method=…,k=…|epsilon=…,date=…")]
    synthetic: Option<String>,
    /// What a column says about a person, as COLUMN=ROLE: direct (names or reaches one), quasi
    /// (describes one together with others), sensitive (must not become known), count or none
    #[arg(long = "role", value_name = "COLUMN=ROLE")]
    roles: Vec<String>,
    /// The least rows that must share a description; 5, or 11 for the public
    #[arg(long, visible_alias = "k", value_name = "NUMBER")]
    min_rows: Option<usize>,
    /// The least different values of a sensitive column among such rows; 2
    #[arg(long, visible_alias = "l", value_name = "NUMBER")]
    min_values: Option<usize>,
    /// The least count that may be shown; 5, or 11 for the public
    #[arg(long, visible_alias = "small", value_name = "NUMBER")]
    min_count: Option<usize>,
    /// Leave out the privacy check
    #[arg(long)]
    pub(super) no_privacy: bool,
    #[command(flatten)]
    pub(super) layout: LayoutOptions,
    /// How many threads to use; as many as there are processors if absent
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<usize>,
    /// How to write the findings
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: FormatName,
    /// From which weight on the exit code is 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: SeverityName,
    /// Show the values of cells in messages
    #[arg(long)]
    pub(super) show_values: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatName {
    /// For people
    Human,
    /// For programs
    Json,
}

/// Who is to see a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AudienceName {
    /// The authority that it is handed to
    Restricted,
    /// Everybody
    Public,
}

impl From<AudienceName> for Audience {
    fn from(name: AudienceName) -> Self {
        match name {
            AudienceName::Restricted => Self::Restricted,
            AudienceName::Public => Self::Public,
        }
    }
}

/// What the check of one file found.
pub(super) struct Checked {
    pub(super) name: String,
    pub(super) layout: Layout,
    pub(super) report: TableReport,
    pub(super) disclosure: Option<Disclosure>,
    pub(super) suggested: Option<&'static TableSchema>,
    pub(super) inferred: Option<Inferred>,
}

/// What is asked of every file.
pub(super) struct Asked<'a> {
    pub(super) arguments: &'a Check,
    pub(super) world: &'a World,
    pub(super) dialect: &'a Dialect,
    pub(super) schema: Option<&'a TableSchema>,
    pub(super) question: &'a Question,
}

/// Runs the command.
pub(super) fn run(
    arguments: &Check,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let dialect = arguments.layout.dialect()?;
    let named = arguments.profile.as_deref();
    let named = named.map(|name| named_schema(name, world)).transpose()?;
    let (schema, mut findings) =
        named.map_or((None, Vec::new()), |(schema, findings)| (Some(schema), findings));
    let question = arguments.question()?;
    if let Some(to) = &arguments.infer {
        let [path] = arguments.files.as_slice() else {
            return Err(CommandError::usage("--infer works out the schema of one table")
                .hint("name one file at a time"));
        };
        if to == Path::new("-") {
            let inferred = table::infer(arguments, path, &dialect)?;
            output.text(&untoc_core::json(&inferred.schema))?;
            return Ok(exit::CLEAN);
        }
    }
    let mut checked = Vec::new();
    let mut unreadable = false;
    for path in &arguments.files {
        let asked = Asked {
            arguments,
            world,
            dialect: &dialect,
            schema: schema.as_ref(),
            question: &question,
        };
        let found = match package::descriptor(path)? {
            Some(descriptor) => package::check(&asked, &descriptor),
            None => table::check(&asked, path).map(|one| (vec![one], Vec::new())),
        };
        match found {
            Ok((tables, more)) => {
                checked.extend(tables);
                findings.extend(more);
            }
            // One file that cannot be read does not keep the others from being checked.
            Err(error) if arguments.files.len() > 1 => {
                unreadable = true;
                let _ = crate::output::talk().error(&error, world.style);
            }
            Err(error) => return Err(error),
        }
    }
    if !unreadable && let Some(error) = unused_role(&question, &checked) {
        return Err(error);
    }
    for one in &mut checked {
        let name = one.name.clone();
        let own = one.disclosure.iter_mut().flat_map(|found| &mut found.findings);
        let all = own.chain(&mut one.report.findings);
        findings.extend(all.map(|finding| {
            finding.set_file(&name);
            finding.clone()
        }));
    }
    let worst = findings.iter().map(|finding| finding.severity).max();
    let privacy = if arguments.show_values { Privacy::Shown } else { Privacy::Masked };
    let shown = show::Shown { world, privacy, schema: schema.as_ref() };
    match arguments.format {
        FormatName::Json => output.text(&shown.json(&checked, findings))?,
        FormatName::Human => output.text(&shown.human(&checked, findings))?,
    }
    let failed = worst >= Some(Severity::from(arguments.fail_on));
    Ok(match (unreadable, failed) {
        (true, _) => exit::UNREADABLE,
        (false, true) => exit::FINDINGS,
        (false, false) => exit::CLEAN,
    })
}

impl Check {
    /// Returns how many threads work.
    pub(super) fn threads(&self) -> usize {
        let all =
            || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        self.jobs.unwrap_or_else(all)
    }

    /// Reads what the privacy check is asked.
    pub(super) fn question(&self) -> Result<Question, CommandError> {
        let mut question = Question {
            audience: self.audience.into(),
            synthetic: self.synthetic.as_deref().map(synthetic).transpose()?,
            roles: self.roles.iter().map(|text| role(text)).collect::<Result<_, _>>()?,
            ..Question::default()
        };
        let asked = match self.audience {
            AudienceName::Restricted => &mut question.restricted,
            AudienceName::Public => &mut question.public,
        };
        asked.rows = self.min_rows.unwrap_or(asked.rows);
        asked.secrets = self.min_values.unwrap_or(asked.secrets);
        asked.count = self.min_count.unwrap_or(asked.count);
        // What everybody may see, the authority may see.
        let (most, least) = (question.public, &mut question.restricted);
        least.rows = least.rows.min(most.rows);
        least.secrets = least.secrets.min(most.secrets);
        least.count = least.count.min(most.count);
        Ok(question)
    }
}

fn synthetic(text: &str) -> Result<Synthetic, CommandError> {
    Synthetic::read(text).map_err(|part| {
        CommandError::usage(format!("--synthetic has \"{part}\", which cannot be read"))
            .hint("write --synthetic \"method=synthetic records, k=10, date=2026-03\"")
            .hint("where noise was added, write epsilon=1.5 in place of k=10")
    })
}

/// Reads a column and its role.
fn role(text: &str) -> Result<(String, Role), CommandError> {
    let parts = text.rsplit_once('=');
    let read = parts.and_then(|(label, name)| {
        Some((label.trim().to_owned(), Role::from_name(name.trim())?))
    });
    read.ok_or_else(|| {
        CommandError::usage(format!("--role has \"{text}\", which cannot be read"))
            .hint("write --role \"COLUMN=quasi\"")
            .hint(format!("the roles are: {}", Role::NAMES.join(", ")))
    })
}

/// A role for a column that no table has is a slip of the pen.
fn unused_role(question: &Question, checked: &[Checked]) -> Option<CommandError> {
    let (label, _) = question.roles.iter().find(|(label, _)| {
        checked.iter().all(|one| one.layout.column(label).is_none())
    })?;
    let mut error = CommandError::usage(format!("no table has a column \"{label}\""));
    if let [one] = checked {
        error = error.hint(format!("the columns are: {}", one.layout.labels.join(", ")));
    }
    Some(error)
}
