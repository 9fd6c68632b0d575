//! `untoc evidence aggregate`: counts that may be shared, out of cases.

use std::path::{Path, PathBuf};

use clap::Args;
use untoc_core::CountryCode;
use untoc_evidence::{
    AggregateError, Aggregated, Audience, Indicator, Shape, ShapeError, TableSchema,
    TableWanted, USUAL_COUNTRIES, Wanted, Zeros, aggregate, question_schema,
    suggest_profile,
};
use untoc_report::Ink;

use super::check::AudienceName;
use super::table::unreadable;
use super::table_input::{LayoutOptions, OpenTable, named_schema};
use super::verdict;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::world::{World, show_path};

/// Count cases into a table that may be shared.
///
/// Counts below 5 (or 11, if everybody is to see the table) are left out and read <5, and
/// so many others with them, marked *, that none can be worked out from totals. The table
/// has the columns of the indicator profile, or of a question; then its rows can answer
/// the question. The cases are not changed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence aggregate cases.csv --like indicator --state XXA \\
      --source \"Example Shelter\" --output counts.csv
  untoc evidence aggregate cases.csv --like tip-6-q2 --state XXA --output victims.csv
  untoc evidence aggregate cases.csv --like tip-6-q2 --by sex,age_group --by exploitation \\
      --output victims.csv
  untoc evidence aggregate cases.csv --like indicator --state XXA --output counts.csv \\
      --also tip-6-q2=victims.csv                  two tables that do not give each other away
  untoc evidence aggregate cases.csv --like indicator --state XXA --audience public \\
      --output public.csv

Exit codes: 0 the table was written; 2 wrong use; 3 the cases could not be read; 4 the
table could not be written. A case with several forms of exploitation is counted once,
under \"several\"; cases without a year are not counted, and you are told how many.")]
pub(crate) struct Aggregate {
    /// A table of cases
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What the table is to look like: indicator, or the id of a question with a table
    #[arg(long, value_name = "QUESTION|indicator")]
    like: String,
    /// A further table of the same cases, made together with the first: QUESTION=NEW or
    /// indicator=NEW; more than once for several
    #[arg(long, value_name = "QUESTION=NEW")]
    also: Vec<String>,
    /// What to break the counts down by, beside the year: names joined by commas are
    /// crossed; more than once for several breakdowns; for the first table
    #[arg(long, value_name = "NAMES")]
    by: Vec<String>,
    /// The State that the numbers are about, as a code or a name
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    /// Who counted, as it is to stand in the table
    #[arg(long, value_name = "TEXT", default_value = "not stated")]
    source: String,
    /// What is counted, as it is to stand in the table
    #[arg(long, value_name = "TEXT", default_value = "Detected trafficking victims")]
    indicator: String,
    /// The column of the question that takes the number of cases
    #[arg(long, value_name = "COLUMN")]
    count: Option<String>,
    /// Who is to see the table
    #[arg(long, value_name = "AUDIENCE", default_value = "restricted")]
    audience: AudienceName,
    /// The least count that may be shown; 5, or 11 for the public
    #[arg(long, value_name = "NUMBER")]
    min_count: Option<usize>,
    /// How many countries have rows of their own, the largest ones; the others are put
    /// together as others
    #[arg(long, value_name = "NUMBER", default_value_t = USUAL_COUNTRIES)]
    countries: usize,
    /// The profile of the cases: case or synthetic-case; recognized if absent
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    #[command(flatten)]
    layout: LayoutOptions,
    /// The new file; one that exists is never written over
    #[arg(short, long, value_name = "NEW")]
    output: PathBuf,
}

/// Runs the command.
pub(super) fn run(
    arguments: &Aggregate,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let targets = targets(arguments)?;
    for target in &targets {
        refuse_existing(&target.output)?;
    }
    let path = arguments.file.as_path();
    let audience = Audience::from(arguments.audience);
    let threshold = verdict::least_count(audience, arguments.min_count);
    let mut tables = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        let shape = shape(arguments, &target.like, world)?;
        let by = arguments.by.iter().filter(|_| at == 0).map(|names| list(names));
        tables.push(TableWanted { shape, by: by.collect() });
    }
    let wanted = Wanted {
        tables,
        threshold,
        // The public is not told either that there is nobody.
        zeros: match audience {
            Audience::Restricted => Zeros::Absent,
            Audience::Public => Zeros::Small,
        },
        countries: arguments.countries,
    };
    let open = OpenTable::open(path, &arguments.layout)?;
    let table = open.table(path)?;
    let schema = match arguments.profile.as_deref() {
        Some(name) => named_schema(name, world)?.0,
        None => suggest_profile(&table.layout).cloned().ok_or_else(|| no_cases(path))?,
    };
    let made = aggregate(&table, &schema, &wanted, &open.reading())
        .map_err(|error| explain(error, arguments))?;
    for ((target, wanted), result) in targets.iter().zip(&wanted.tables).zip(&made) {
        let like = target_schema(&target.like, world, &wanted.shape)?;
        let csv = result.csv.as_bytes();
        let found = verdict::of_text(csv, Some(&like), audience, path)?;
        inputs::write_file(&target.output, csv, false)?;
        output.text(&page(&target.output, world, result, threshold, &found))?;
    }
    Ok(exit::CLEAN)
}

/// A table to make, and where it goes.
struct Target {
    like: String,
    output: PathBuf,
}

fn targets(arguments: &Aggregate) -> Result<Vec<Target>, CommandError> {
    let like = |text: &str| text.trim().to_lowercase();
    let output = arguments.output.clone();
    let mut targets = vec![Target { like: like(&arguments.like), output }];
    for text in &arguments.also {
        let Some((question, output)) = text.split_once('=') else {
            return Err(CommandError::usage(format!("--also \"{text}\" names no file"))
                .hint("write --also tip-6-q2=victims.csv"));
        };
        targets
            .push(Target { like: like(question), output: PathBuf::from(output.trim()) });
    }
    let same = |at: usize, target: &Target| {
        targets.iter().take(at).any(|other| other.output == target.output)
    };
    if targets.iter().enumerate().any(|(at, target)| same(at, target)) {
        return Err(CommandError::usage("two tables cannot go into one file")
            .hint("give each of them a name of its own"));
    }
    Ok(targets)
}

/// A file that exists stays as it is.
pub(super) fn refuse_existing(path: &Path) -> Result<(), CommandError> {
    if !path.exists() {
        return Ok(());
    }
    Err(CommandError::new(
        ErrorKind::Unwritable,
        format!("{} exists already", show_path(path)),
    )
    .hint("give another name with --output; a table is never written over another file"))
}

/// Cuts names that are joined by commas.
fn list(names: &str) -> Vec<String> {
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.filter(|name| *name != "year").map(str::to_owned).collect()
}

fn state(arguments: &Aggregate) -> Result<Option<CountryCode>, CommandError> {
    let Some(text) = arguments.state.as_deref() else { return Ok(None) };
    let state = CountryCode::find(text).map_err(|error| {
        let near = error.nearest.clone();
        let error = CommandError::usage(error.to_string());
        match near {
            Some((code, name)) => error.hint(format!("did you mean {name} ({code})?")),
            None => error.hint("write its name, or its code of three letters"),
        }
    })?;
    Ok(Some(state))
}

fn shape(
    arguments: &Aggregate,
    like: &str,
    world: &World,
) -> Result<Shape, CommandError> {
    let state = state(arguments)?;
    if like == "indicator" {
        let state = state.ok_or_else(|| {
            CommandError::usage("an indicator table names a State in every row")
                .hint("name the State that the numbers are about: --state XXA")
        })?;
        let (name, source) = (arguments.indicator.clone(), arguments.source.clone());
        return Ok(Shape::indicator(Indicator { state, name, source }));
    }
    let Some((plan, slot)) = world.library.find_question(like) else {
        let error = CommandError::usage(format!("there is no question {like}"));
        return Err(error
            .hint("name a question whose answer is a table, or indicator")
            .hint("find it by words with: untoc questions figures victims"));
    };
    let columns = plan.columns(slot);
    Shape::question(columns, arguments.count.as_deref(), state).map_err(|error| {
        let said = CommandError::usage(format!("{like}: {error}"));
        match error {
            ShapeError::NoYear => {
                said.hint("name a question that asks for figures by year")
            }
            ShapeError::WhichCount(names) if names.is_empty() => {
                said.hint("name a question that asks for figures")
            }
            ShapeError::WhichCount(names) => {
                said.hint(format!("name the column with --count: {}", names.join(", ")))
            }
        }
    })
}

/// The schema that the table follows.
fn target_schema(
    like: &str,
    world: &World,
    shape: &Shape,
) -> Result<TableSchema, CommandError> {
    match world.library.find_question(like) {
        Some((plan, slot)) => {
            let count = Some(shape.count_column());
            Ok(question_schema(like, plan.columns(slot), count))
        }
        None => named_schema("indicator", world).map(|(schema, _)| schema),
    }
}

fn no_cases(path: &Path) -> CommandError {
    let name = inputs::name_of(path);
    CommandError::usage(format!("{name} does not look like a table of cases"))
        .hint(format!(
            "give its columns the names of a profile first: untoc evidence prepare {name} --profile case --output prepared.csv"
        ))
        .hint("or say which profile it follows: --profile case")
}

fn explain(error: AggregateError, arguments: &Aggregate) -> CommandError {
    let said = CommandError::usage(error.to_string());
    match error {
        AggregateError::Io(error) => unreadable(&arguments.file, &error),
        AggregateError::NoCases(_) => {
            said.hint("name the profile of the cases: --profile case, or synthetic-case")
        }
        AggregateError::UnknownBreakdown { known, .. } if known.is_empty() => {
            said.hint("leave --by out")
        }
        AggregateError::UnknownBreakdown { known, .. } => {
            let hint = format!("break it down by: {}", known.join(", "));
            match known.iter().any(|name| name == "origin") || arguments.state.is_some() {
                true => said.hint(hint),
                false => said
                    .hint(hint)
                    .hint("name the State with --state to tell nationals from others"),
            }
        }
        AggregateError::NotAtOnce(_) => said.hint("write --by once for each of them"),
        AggregateError::TooManyCells(_) => {
            said.hint("break it down by less at once, with --by")
        }
    }
}

fn page(
    output: &Path,
    world: &World,
    result: &Aggregated,
    threshold: usize,
    found: &untoc_evidence::Disclosure,
) -> String {
    let words = world.words();
    let name = show_path(output);
    let mut page = format!("{}\n", world.style.paint(Ink::Strong, &name));
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let mut say = |key: &str, arguments: &[(&str, untoc_report::Argument<'_>)]| {
        verdict::line(&mut page, world, &words.say(key, arguments));
    };
    say(
        "aggregate-written",
        &[("rows", result.rows.into()), ("cases", count(result.cases).into())],
    );
    if result.without_year > 0 {
        say("aggregate-without-year", &[("count", count(result.without_year).into())]);
    }
    say(
        "aggregate-left-out",
        &[
            ("limit", threshold.into()),
            ("small", result.small.into()),
            ("hidden", result.hidden.into()),
        ],
    );
    verdict::add(&mut page, world, found);
    page
}
