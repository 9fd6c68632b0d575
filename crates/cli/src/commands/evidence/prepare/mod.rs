//! `untoc evidence prepare`: a table in the form of a profile, for counting and sharing.

mod ask;
mod changes;
mod keep;
mod page;

use std::path::{Path, PathBuf};

use clap::Args;
use untoc_core::{Code, Finding};
use untoc_evidence::{
    Audience, Because, ColumnPlan, Disclosure, How, Proposal, Recipe, Survey, Table,
    TableSchema, add_words, open_points, prepare, propose,
};

use super::aggregate::refuse_existing;
use super::interview::{self, End};
use super::table::unreadable;
use super::table_input::{LayoutOptions, OpenTable, named_schema};
use super::verdict;
use crate::commands::fill::Asker;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::world::World;

/// Bring a table into the form of a profile, into a new file.
///
/// Columns and codes are recognized by their names, by the usual misspellings, by other
/// words in seven languages and by their cells. Birth dates become bands of ages; names,
/// numbers and stories are left out. What is not sure is asked on a terminal; otherwise
/// it is listed, and nothing is written. A recipe keeps all decisions for next year.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence prepare cases.xlsx --profile case --output prepared.csv
  untoc evidence prepare cases.csv --profile case --save-recipe recipe.json \\
      --output prepared.csv                        decisions are kept in recipe.json
  untoc evidence prepare next-year.csv --profile case --recipe recipe.json \\
      --output next.csv                            the same steps again, the same bytes
  untoc evidence prepare cases.csv --profile case --map \"Couleur=\" \\
      --value \"prs_Gender:zz=Feminine\" --coarsen year=5 --coarsen age_band=broad \\
      --output prepared.csv
  untoc evidence aggregate prepared.csv --like indicator --state XXA --output counts.csv

Coarsen a field with: year=N (periods of N years), age_band=broad (child or adult),
prs_Citizenship=origin or country_of_exploitation=origin (national or foreign; needs
--state), lat=0.1.

Exit codes: 0 the table was written; 1 something is not decided yet, and nothing was
written; 2 wrong use; 3 the table could not be read; 4 the new file could not be written.
The verdict before and after is shown; a passed check is no proof that nobody can be
recognized.")]
pub(crate) struct Prepare {
    /// The table
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What the new table should hold: the name of a profile, or a file with a Table Schema
    #[arg(long, value_name = "NAME|FILE")]
    profile: String,
    /// Decisions from an earlier time
    #[arg(long, value_name = "FILE")]
    recipe: Option<PathBuf>,
    /// Keep the decisions in this file
    #[arg(long, value_name = "FILE")]
    save_recipe: Option<PathBuf>,
    /// The column that fills a field: COLUMN=FIELD; COLUMN= leaves the column out
    #[arg(long, value_name = "COLUMN=FIELD")]
    map: Vec<String>,
    /// The code that a word of the table stands for: FIELD:WORD=CODE; an empty code for none
    #[arg(long, value_name = "FIELD:WORD=CODE")]
    value: Vec<String>,
    /// Leave a column out
    #[arg(long, value_name = "COLUMN")]
    drop: Vec<String>,
    /// Leave out whatever is not decided: columns and words
    #[arg(long)]
    drop_unmapped: bool,
    /// Make a field broader: year=5, age_band=broad, prs_Citizenship=origin, lat=0.1
    #[arg(long, value_name = "FIELD=HOW")]
    coarsen: Vec<String>,
    /// A field that holds the same in every row: FIELD=VALUE
    #[arg(long, value_name = "FIELD=VALUE")]
    fix: Vec<String>,
    /// The day on which people are as old as the new table says; the year of the case if absent
    #[arg(long, value_name = "DATE")]
    age_on: Option<String>,
    /// The State by which nationals are told from others
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    /// From which confidence on a proposal is taken without asking, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 80)]
    confidence: u8,
    /// Show words of the table in messages
    #[arg(long)]
    show_values: bool,
    /// Ask, even if this is no terminal
    #[arg(long, hide = true)]
    ask: bool,
    #[command(flatten)]
    layout: LayoutOptions,
    /// The new file; one that exists is never written over
    #[arg(short, long, value_name = "NEW")]
    output: PathBuf,
}

/// Runs the command.
pub(super) fn run(
    arguments: &Prepare,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    refuse_existing(&arguments.output)?;
    keep::refuse_existing(arguments)?;
    let path = arguments.file.as_path();
    let (schema, faults) = named_schema(&arguments.profile, world)?;
    if !faults.is_empty() {
        return Err(inputs::refused(&arguments.profile, faults));
    }
    let open = OpenTable::open(path, &arguments.layout)?;
    let table = open.table(path)?;
    let reading = open.reading();
    let audience = Audience::Restricted;
    let before = verdict::of_table(&table, Some(&schema), audience, &reading, path)?;
    let survey =
        Survey::of(&table, &reading).map_err(|error| unreadable(path, &error))?;
    let mut proposal = proposal(arguments, &table, &schema, &survey, &before)?;
    let end = decide(arguments, &mut proposal, &table, &schema, &survey)?;
    let recipe = &proposal.recipe;
    if end == End::Stopped {
        return Err(keep::stopped(arguments, recipe)?);
    }
    if let Some(save) = &arguments.save_recipe {
        keep::write(arguments, save, recipe)?;
    }
    let page = page::Page { world, arguments, proposal: &proposal };
    let open = open_points(recipe, &table.layout, &schema);
    if !open.is_empty() {
        output.text(&page.open(&open))?;
        return Ok(exit::FINDINGS);
    }
    let prepared = prepare(&table, &schema, recipe, &survey, &reading)
        .map_err(|error| unreadable(path, &error))?;
    if !prepared.undecided.is_empty() {
        output.text(&page.undecided(&prepared.undecided))?;
        return Ok(exit::FINDINGS);
    }
    let csv = prepared.csv.as_bytes();
    let after = verdict::of_text(csv, Some(&schema), audience, path)?;
    inputs::write_file(&arguments.output, csv, false)?;
    output.text(&page.written(&prepared, &before, &after))?;
    Ok(exit::CLEAN)
}

/// Takes the recipe that was named, or makes a proposal.
fn proposal(
    arguments: &Prepare,
    table: &Table<'_>,
    schema: &TableSchema,
    survey: &Survey,
    before: &Disclosure,
) -> Result<Proposal, CommandError> {
    let proposed = propose(&table.layout, schema, survey, &identifiers(before));
    let Some(path) = &arguments.recipe else { return Ok(proposed) };
    let mut recipe = read_recipe(path)?;
    if recipe.profile != schema.name {
        return Err(CommandError::usage(format!(
            "the recipe is for the profile {}, not for {}",
            recipe.profile, schema.name
        ))
        .hint(format!("use --profile {}", recipe.profile)));
    }
    // Columns that are new in this table are not decided yet.
    for column in open_points(&recipe, &table.layout, schema).columns {
        if recipe.column(&column).is_none() {
            recipe.columns.push(ColumnPlan::new(&column, How::Undecided, None));
        }
    }
    let count = recipe.columns.len();
    let near = |step: &ColumnPlan| {
        let mut steps = proposed.recipe.columns.iter().zip(&proposed.near);
        let (found, near) = steps.find(|(found, _)| found.from == step.from)?;
        found.field.clone().or_else(|| near.clone())
    };
    let open = |step: &ColumnPlan| step.how == How::Undecided;
    let near = recipe.columns.iter().map(|step| near(step).filter(|_| open(step)));
    let near = near.collect();
    let confidence = recipe.columns.iter().map(|step| if open(step) { 0 } else { 100 });
    let confidence = confidence.collect();
    Ok(Proposal { recipe, confidence, because: vec![Because::Decided; count], near })
}

fn read_recipe(path: &Path) -> Result<Recipe, CommandError> {
    let text = inputs::read_text(path)?;
    Recipe::read(&text).map_err(|error| {
        let name = inputs::name_of(path);
        let text = format!("{name} is no recipe that can be used: {error}");
        CommandError::new(ErrorKind::Findings, text)
            .hint("mend it, or make a new one with --save-recipe")
    })
}

/// The columns whose cells name or reach a person.
fn identifiers(before: &Disclosure) -> Vec<usize> {
    let named = |finding: &&Finding| finding.code == Code::DisclosureIdentifier;
    let places = before.findings.iter().filter(named).filter_map(Finding::place);
    places.filter_map(|place| place.table.as_ref()?.column?.checked_sub(1)).collect()
}

/// Settles what the options say, asks what is left, and leaves the rest open.
fn decide(
    arguments: &Prepare,
    proposal: &mut Proposal,
    table: &Table<'_>,
    schema: &TableSchema,
    survey: &Survey,
) -> Result<End, CommandError> {
    changes::make(arguments, proposal, schema)?;
    let mut asker = match arguments.ask || ask::is_possible() {
        true => Some(Asker::new()?),
        false => None,
    };
    let columns = match (&asker, arguments.drop_unmapped) {
        (Some(_), false) => ask::open_columns(arguments.confidence, proposal),
        _ => Vec::new(),
    };
    let mut at = 0;
    loop {
        let mut end = End::Done;
        if let Some(asker) = asker.as_mut().filter(|_| !columns.is_empty()) {
            if at == 0 {
                interview::begin(columns.len(), "about columns")?;
            }
            let mut questions = ask::Columns { proposal, schema, open: &columns };
            end = interview::hold_all(&mut questions, at, asker)?;
        }
        settle(arguments, proposal, table, schema, survey);
        let words = ask::open_words(proposal);
        let Some(asker) = asker.as_mut().filter(|_| !words.is_empty()) else {
            return Ok(end);
        };
        if end == End::Stopped {
            return Ok(end);
        }
        interview::begin(
            words.len(),
            "about words that stand for no code that is known",
        )?;
        let mut questions = ask::Words { proposal, schema, open: &words };
        let Some(last) = columns.len().checked_sub(1) else {
            return interview::hold_all(&mut questions, 0, asker);
        };
        match interview::hold(&mut questions, 0, asker)? {
            End::Back => at = last,
            end @ (End::Done | End::Stopped) => return Ok(end),
        }
    }
}

/// Leaves open what is not sure, and finds the words that need a code.
fn settle(
    arguments: &Prepare,
    proposal: &mut Proposal,
    table: &Table<'_>,
    schema: &TableSchema,
    survey: &Survey,
) {
    let steps = proposal.recipe.columns.iter_mut().zip(&proposal.confidence);
    for (step, confidence) in steps {
        if *confidence < arguments.confidence {
            step.how = How::Undecided;
        }
        if step.how == How::Undecided && arguments.drop_unmapped {
            step.how = How::Drop;
        }
        if matches!(step.how, How::Drop | How::Undecided) {
            step.field = None;
            step.values.clear();
        }
    }
    add_words(&mut proposal.recipe, &table.layout, schema, survey);
    if arguments.drop_unmapped {
        let steps = proposal.recipe.columns.iter_mut();
        for value in steps.flat_map(|step| &mut step.values) {
            value.to.get_or_insert_default();
        }
    }
}
