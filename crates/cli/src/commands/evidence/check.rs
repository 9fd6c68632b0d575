//! `untoc evidence check`: what is in a table, and may it be shared.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use untoc_core::{Finding, Severity};
use untoc_evidence::{
    Audience, Dialect, Disclosure, Encoding, Layout, Question, Reading, Source, Table,
    TableReport, TableSchema, Workbook, check_disclosure, check_table, is_workbook,
    profile, profiles, read_schema, read_workbook, suggest_profile,
};
use untoc_intake::Refusal;
use untoc_report::Privacy;

use super::scratch::FileScratch;
use super::show;
use super::source::FileSource;
use crate::commands::validate::SeverityName;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
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
  untoc evidence check table.csv --audience public    may everybody see it?
  untoc evidence check table.csv --earlier last-year.csv  does the change expose somebody?

Exit codes: 0 no errors; 1 errors; 2 wrong use; 3 a file could not be read.
untoc explain CODE says what a finding means and how to mend it.
A passed check is no proof that nobody can be recognized.")]
pub(crate) struct Check {
    /// Tables: CSV, TSV, XLSX or ODS
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// What the tables should hold: the name of a profile, or a file with a Table Schema
    #[arg(long, value_name = "NAME|FILE")]
    profile: Option<String>,
    /// Who is to see the tables
    #[arg(long, value_name = "AUDIENCE", default_value = "restricted")]
    audience: AudienceName,
    /// An earlier version of the same table
    #[arg(long, value_name = "FILE")]
    earlier: Option<PathBuf>,
    /// The tables hold no real persons
    #[arg(long)]
    synthetic: bool,
    /// The least rows that must share a description; 5, or 11 for the public
    #[arg(long, value_name = "NUMBER")]
    min_rows: Option<usize>,
    /// The least count that may be shown; 5, or 11 for the public
    #[arg(long, value_name = "NUMBER")]
    min_count: Option<usize>,
    /// Leave out the privacy check
    #[arg(long)]
    no_privacy: bool,
    /// The sheet of a workbook; the first that is visible if absent
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The encoding, such as windows-1252
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The character between the cells; "tab" for a tab
    #[arg(long, value_name = "CHARACTER")]
    delimiter: Option<String>,
    /// The row that names the columns, from 1; 0 if there is none; more than once for several
    #[arg(long, value_name = "ROW")]
    header_row: Vec<usize>,
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
    show_values: bool,
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
enum AudienceName {
    /// The authority that it is handed to
    Restricted,
    /// Everybody
    Public,
}

/// What the check of one file found.
pub(super) struct Checked {
    pub(super) name: String,
    pub(super) layout: Layout,
    pub(super) report: TableReport,
    pub(super) disclosure: Option<Disclosure>,
    pub(super) suggested: Option<&'static TableSchema>,
}

/// Runs the command.
pub(super) fn run(
    arguments: &Check,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let dialect = dialect(arguments)?;
    let (schema, mut findings) = schema(arguments)?;
    let mut checked = Vec::new();
    let mut unreadable = false;
    for path in &arguments.files {
        match check(arguments, world, path, &dialect, schema.as_ref()) {
            Ok(one) => checked.push(one),
            // One file that cannot be read does not keep the others from being checked.
            Err(error) if arguments.files.len() > 1 => {
                unreadable = true;
                let _ = crate::output::talk().error(&error, world.style);
            }
            Err(error) => return Err(error),
        }
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

fn check(
    arguments: &Check,
    world: &World,
    path: &Path,
    dialect: &Dialect,
    schema: Option<&TableSchema>,
) -> Result<Checked, CommandError> {
    let file = FileSource::open(path)?;
    let loaded = match load(&file, arguments.sheet.as_deref()) {
        Ok(loaded) => loaded,
        Err(Refusal::Finding(finding)) => return Ok(refused(path, *finding)),
        Err(Refusal::Io(error)) => return Err(unreadable(path, &error)),
    };
    let in_table = |error| unreadable(path, &error);
    let dialect = match loaded {
        Loaded::File => of_file(path, dialect),
        Loaded::Sheet(_) => of_sheet(dialect),
    };
    let source: &dyn Source = match &loaded {
        Loaded::File => &file,
        Loaded::Sheet(book) => &book.csv,
    };
    let table = Table::open(source, &dialect).map_err(in_table)?;
    let scratch = FileScratch::default();
    let bar = Bar::new(world, source.length());
    let progress = |bytes: u64| bar.show(bytes);
    let reading = Reading {
        dialect: &dialect,
        threads: arguments.jobs.unwrap_or_else(processors),
        values: arguments.show_values,
        scratch: Some((&scratch, 0)),
        progress: bar.wanted().then_some(&progress as &(dyn Fn(u64) + Sync)),
        ..Reading::default()
    };
    let mut report = check_table(&table, schema, &reading).map_err(in_table)?;
    let mut disclosure = match arguments.no_privacy {
        true => None,
        false => Some(privacy(arguments, &table, schema, &report, &reading, path)?),
    };
    if let Loaded::Sheet(book) = &loaded {
        let own = disclosure.iter_mut().flat_map(|found| &mut found.findings);
        // A sheet has rows, not lines.
        for place in own.chain(&mut report.findings).flat_map(|f| &mut f.places) {
            place.line = None;
        }
        report.findings.extend(book.findings.iter().cloned());
    }
    bar.clear();
    let suggested = if schema.is_none() { suggest_profile(&table.layout) } else { None };
    let (name, layout) = (inputs::name_of(path), table.layout.clone());
    Ok(Checked { name, layout, report, disclosure, suggested })
}

fn unreadable(path: &Path, error: &std::io::Error) -> CommandError {
    let name = inputs::name_of(path);
    let text = format!("cannot read {name}: {}", inputs::say(error));
    CommandError::new(crate::error::ErrorKind::Unreadable, text)
}

/// What is checked: the file itself, or a sheet of it.
enum Loaded {
    File,
    Sheet(Workbook),
}

fn load(file: &FileSource, sheet: Option<&str>) -> Result<Loaded, Refusal> {
    if is_workbook(file)? {
        return read_workbook(file, sheet).map(Loaded::Sheet);
    }
    Ok(Loaded::File)
}

/// A file that is not accepted is a finding like any other.
fn refused(path: &Path, finding: Finding) -> Checked {
    let report =
        TableReport { rows: 0, columns: 0, matched: Vec::new(), findings: vec![finding] };
    let layout = Layout::unknown();
    Checked {
        name: inputs::name_of(path),
        layout,
        report,
        disclosure: None,
        suggested: None,
    }
}

fn privacy(
    arguments: &Check,
    table: &Table<'_>,
    schema: Option<&TableSchema>,
    report: &TableReport,
    reading: &Reading<'_>,
    path: &Path,
) -> Result<Disclosure, CommandError> {
    let earlier = match arguments.earlier.as_deref() {
        None => None,
        Some(earlier) => {
            let file = FileSource::open(earlier)?;
            match load(&file, arguments.sheet.as_deref()) {
                Ok(Loaded::File) => Some((Box::new(file) as Box<dyn Source>, earlier)),
                Ok(Loaded::Sheet(book)) => {
                    Some((Box::new(book.csv) as Box<dyn Source>, earlier))
                }
                Err(_) => {
                    let name = inputs::name_of(earlier);
                    return Err(CommandError::usage(format!(
                        "{name} cannot be read as a table"
                    )));
                }
            }
        }
    };
    let before = earlier
        .as_ref()
        .map(|(source, earlier)| {
            Table::open(source.as_ref(), reading.dialect)
                .map_err(|e| unreadable(earlier, &e))
        })
        .transpose()?;
    let question = question(arguments);
    let matched = &report.matched;
    check_disclosure(table, schema, matched, before.as_ref(), &question, reading)
        .map_err(|error| unreadable(path, &error))
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn question(arguments: &Check) -> Question {
    let mut question = Question {
        audience: match arguments.audience {
            AudienceName::Restricted => Audience::Restricted,
            AudienceName::Public => Audience::Public,
        },
        synthetic: arguments.synthetic,
        ..Question::default()
    };
    let asked = match arguments.audience {
        AudienceName::Restricted => &mut question.restricted,
        AudienceName::Public => &mut question.public,
    };
    asked.rows = arguments.min_rows.unwrap_or(asked.rows);
    asked.count = arguments.min_count.unwrap_or(asked.count);
    question
}

/// A sheet was written out by us, so that its form is known.
fn of_sheet(dialect: &Dialect) -> Dialect {
    Dialect {
        encoding: Encoding::from_name("utf-8"),
        delimiter: Some(b','),
        header_rows: dialect.header_rows.clone(),
        ..Dialect::default()
    }
}

/// Tabs are usual in files that say so.
fn of_file(path: &Path, dialect: &Dialect) -> Dialect {
    let tabs = path.extension().is_some_and(|end| {
        let end = end.to_string_lossy().to_lowercase();
        end == "tsv" || end == "tab"
    });
    let delimiter = dialect.delimiter.or(tabs.then_some(b'\t'));
    Dialect { delimiter, ..dialect.clone() }
}

fn dialect(arguments: &Check) -> Result<Dialect, CommandError> {
    let encoding = match &arguments.encoding {
        None => None,
        Some(name) => Some(Encoding::from_name(name).ok_or_else(|| {
            CommandError::usage(format!("the encoding \"{name}\" is not known"))
                .hint("write utf-8, utf-16le, windows-1252, iso-8859-2, gb18030 or another name of the web")
        })?),
    };
    let delimiter = match arguments.delimiter.as_deref() {
        None => None,
        Some("tab" | "\\t") => Some(b'\t'),
        Some(text) => match text.as_bytes() {
            [one] if one.is_ascii() => Some(*one),
            _ => {
                let error = CommandError::usage(format!(
                    "the cells cannot be separated by \"{text}\""
                ));
                return Err(error.hint("name one character: --delimiter \";\""));
            }
        },
    };
    let rows = &arguments.header_row;
    let header_rows = match rows.as_slice() {
        [] => None,
        [0] => Some(Vec::new()),
        rows => Some(rows.to_vec()),
    };
    Ok(Dialect { encoding, delimiter, header_rows, ..Dialect::default() })
}

/// Finds the profile or reads the schema that was named, and what is wrong with it.
fn schema(
    arguments: &Check,
) -> Result<(Option<TableSchema>, Vec<Finding>), CommandError> {
    let Some(name) = arguments.profile.as_deref() else { return Ok((None, Vec::new())) };
    if let Some(profile) = profile(name) {
        return Ok((Some(profile.clone()), Vec::new()));
    }
    let path = Path::new(name);
    if path.extension().is_none() && !path.exists() {
        let names: Vec<&str> = profiles().iter().map(|p| p.name.as_str()).collect();
        return Err(CommandError::usage(format!("there is no profile \"{name}\""))
            .hint(format!("the profiles are: {}", names.join(", ")))
            .hint("name a file with a Table Schema to use your own"));
    }
    let text = inputs::read_text(path)?;
    let json = serde_json::from_str(&text).map_err(|error| {
        CommandError::usage(format!("{} is no JSON: {error}", inputs::name_of(path)))
            .hint("a Table Schema is a JSON object with a list \"fields\"")
    })?;
    let (schema, mut findings) = read_schema(&json, "");
    for finding in &mut findings {
        finding.set_file(&inputs::name_of(path));
    }
    Ok((Some(schema), findings))
}

/// A bar on the terminal that shows how far a large file has been read.
struct Bar {
    length: u64,
    shown: std::sync::atomic::AtomicU64,
    wanted: bool,
}

impl Bar {
    /// The least bytes for which a bar is shown.
    const LARGE: u64 = 64 << 20;

    fn new(world: &World, length: u64) -> Self {
        use std::io::IsTerminal as _;
        let terminal = std::io::stderr().is_terminal();
        let wanted = terminal && !world.is_quiet() && length >= Self::LARGE;
        Self { length, shown: std::sync::atomic::AtomicU64::new(0), wanted }
    }

    fn wanted(&self) -> bool {
        self.wanted
    }

    fn show(&self, bytes: u64) {
        use std::sync::atomic::Ordering;
        let percent = bytes * 100 / self.length.max(1);
        if self.shown.swap(percent, Ordering::Relaxed) != percent {
            let full = usize::try_from(percent / 4).unwrap_or(0).min(25);
            let bar = format!("[{}{}]", "#".repeat(full), " ".repeat(25 - full));
            let _ = crate::output::talk().part(&format!("\r{bar} {percent:>3} %"));
        }
    }

    fn clear(&self) {
        if self.wanted {
            let _ = crate::output::talk().part(&format!("\r{}\r", " ".repeat(40)));
        }
    }
}
