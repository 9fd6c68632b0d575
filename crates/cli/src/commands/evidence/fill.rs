//! `untoc evidence fill`: the rows of a table as an answer, with the link to where they
//! come from.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use untoc_core::{
    Cell, CellKind, Change, Changes, ContributorId, Entry, EvidenceLink, ItemId, Kind,
    Plan, PlanColumn, Row, Stance, Value,
};
use untoc_dossier::Via;

use super::named_table;
use super::table::unreadable;
use super::table_input::{LayoutOptions, OpenTable};
use crate::commands::fill::Asker;
use crate::commands::show;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::value_input::{find_column, parse_cell};
use crate::world::{World, show_path};

/// Answer a question that asks for figures with the rows of a table.
///
/// The table has the columns of the question, as untoc evidence aggregate --like QUESTION
/// makes it. Counts that are left out (<5, *) stay empty; rows without any count are not
/// taken. If the table is an evidence item of the dossier, the answer is linked to it. You
/// see the rows first, and untoc undo takes them back.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence fill tip-6-q2 shelter-2026           from an evidence item, with a link to it
  untoc evidence fill tip-6-q2 victims.csv --dry-run  what would be taken from a file?
  untoc evidence fill tip-6-q2 victims.csv --item shelter-2026 --note \"Table 2\"
  untoc evidence fill tip-6-q2 victims.csv --append   beside the rows that are there

Exit codes: 0 done; 1 a cell does not suit its column, and nothing was recorded; 2 wrong
use; 3 the table could not be read; 4 the dossier could not be written.")]
pub(crate) struct Fill {
    /// The question
    #[arg(value_name = "QUESTION")]
    question: String,
    /// An evidence item of the dossier, or a file
    #[arg(value_name = "ITEM|FILE")]
    table: PathBuf,
    /// The evidence item that the file comes from
    #[arg(long, value_name = "ID")]
    item: Option<String>,
    /// What the item shows of the answer: supports, contradicts or context
    #[arg(long, value_name = "STANCE", default_value = "supports")]
    stance: String,
    /// What in the item bears on the answer
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Take the place of the rows that are there
    #[arg(long, conflicts_with = "append")]
    replace: bool,
    /// Stand beside the rows that are there
    #[arg(long)]
    append: bool,
    /// Show the rows and record nothing
    #[arg(long)]
    dry_run: bool,
    /// The contributor who gives the answer
    #[arg(long, value_name = "ID")]
    by: Option<String>,
    #[command(flatten)]
    layout: LayoutOptions,
}

/// Rows for an answer, and what was not taken.
#[derive(Default)]
struct Offer {
    rows: Vec<Row>,
    /// Rows whose counts are all left out.
    empty: usize,
    /// Counts that are left out in the others.
    left_out: usize,
    /// Columns of the table that the question does not have.
    unknown: Vec<String>,
    /// What is wrong, by row.
    faults: Vec<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Fill, world: &World, output: &mut Output) -> CommandResult {
    let mut session = Session::open(world)?;
    let (plan, slot) = session.find_question(&arguments.question)?;
    let question = plan.question(slot).id.clone();
    if plan.question(slot).kind != Kind::Table {
        return Err(CommandError::usage(format!("{question} does not ask for a table"))
            .hint("link the item to the answer: untoc evidence link QUESTION ITEM"));
    }
    let link = link(arguments, &session)?;
    let offer = offer(arguments, world, plan.columns(slot))?;
    if !offer.faults.is_empty() {
        let mut error = CommandError::new(
            ErrorKind::Findings,
            format!("the table does not suit {question}, and nothing was recorded"),
        );
        for fault in offer.faults.iter().take(10) {
            error = error.hint(fault.clone());
        }
        return Err(error);
    }
    if offer.rows.is_empty() {
        return Err(CommandError::usage(format!("the table has no row for {question}"))
            .hint(format!(
                "make one out of cases: untoc evidence aggregate FILE --like {question} --output NEW"
            )));
    }
    let before = session.response(&plan)?.clone();
    let old = before.answers.get(question.as_str()).cloned();
    let entry =
        entry(arguments, world, old.clone().unwrap_or_default(), &offer, link.as_ref())?;
    print(world, output, &plan, slot, &offer)?;
    if arguments.dry_run || !agreed(output)? {
        return Ok(exit::CLEAN);
    }
    if let Some(by) = &arguments.by {
        session.check_contributor(by)?;
    }
    if old.as_ref() == Some(&entry) {
        world.tell(&world.words().say("fill-already", &[]));
        return Ok(exit::CLEAN);
    }
    let change = Change { question: question.clone(), before: old, after: Some(entry) };
    session.record(
        &plan,
        Changes(vec![change]),
        Via::Evidence,
        arguments.by.as_deref(),
    )?;
    let after = session.response(&plan)?;
    show::recorded(world, output, &plan, &before, after, &question)?;
    let words = world.words();
    world.tell(&match &link {
        Some(link) => words.say("fill-linked", &[("item", link.item.as_str().into())]),
        None => {
            words.say("fill-not-linked", &[("file", show_path(&arguments.table).into())])
        }
    });
    Ok(exit::CLEAN)
}

/// On a terminal somebody says yes first.
fn agreed(output: &mut Output) -> Result<bool, CommandError> {
    if !std::io::stdin().is_terminal() {
        return Ok(true);
    }
    output.flush()?;
    Asker::new()?.ask_yes("take these rows as the answer?", true)
}

/// The link to the evidence item, if the table is one.
fn link(
    arguments: &Fill,
    session: &Session<'_>,
) -> Result<Option<EvidenceLink>, CommandError> {
    let stance =
        Stance::ALL.into_iter().find(|stance| stance.as_str() == arguments.stance);
    let stance = stance.ok_or_else(|| {
        CommandError::usage(format!("\"{}\" is no stance", arguments.stance))
            .hint("write supports, contradicts or context")
    })?;
    let known = |id: &str| session.dossier().evidence().contains(id);
    let id = match &arguments.item {
        Some(id) if !known(id) => {
            return Err(CommandError::usage(format!("there is no evidence item {id}"))
                .hint("see them with: untoc evidence list"));
        }
        Some(id) => Some(id.clone()),
        None => arguments.table.to_str().filter(|id| known(id)).map(str::to_owned),
    };
    let item = id.and_then(|id| ItemId::parse(&id).ok());
    Ok(item.map(|item| EvidenceLink { item, stance, note: arguments.note.clone() }))
}

/// Makes the new entry out of the old one.
fn entry(
    arguments: &Fill,
    world: &World,
    mut entry: Entry,
    offer: &Offer,
    link: Option<&EvidenceLink>,
) -> Result<Entry, CommandError> {
    let mut rows = match entry.value.as_ref().and_then(Value::as_rows) {
        Some(rows) if arguments.append => rows.to_vec(),
        Some(rows) if !rows.is_empty() && !arguments.replace => {
            return Err(CommandError::usage(format!(
                "the question has {} rows already",
                rows.len()
            ))
            .hint(
                "use --replace to take their place, or --append to stand beside them",
            ));
        }
        Some(_) | None => Vec::new(),
    };
    for row in &offer.rows {
        if !rows.contains(row) {
            rows.push(row.clone());
        }
    }
    let value = Some(Value::Rows(rows));
    let before = entry.clone();
    entry.value = value;
    entry.no_answer = None;
    entry.reason = None;
    entry.elsewhere = None;
    if let Some(link) = link {
        entry.evidence.retain(|other| other.item != link.item);
        entry.evidence.push(link.clone());
    }
    entry.stamp(Some(&before), &world.time());
    if let Some(by) = &arguments.by
        && entry.value != before.value
    {
        entry.by = Some(ContributorId::unchecked(by.as_str()));
    }
    Ok(entry)
}

/// Reads the rows of the table.
fn offer(
    arguments: &Fill,
    world: &World,
    columns: &[PlanColumn],
) -> Result<Offer, CommandError> {
    let path = named_table::file_of(&arguments.table, world)?;
    let open = OpenTable::open(&path, &arguments.layout)?;
    let table = open.table(&path)?;
    let mut offer = Offer::default();
    let mut places: BTreeMap<usize, &PlanColumn> = BTreeMap::new();
    for (at, label) in table.layout.labels.iter().enumerate() {
        match find_column(columns, label) {
            Ok(column) => {
                places.insert(at, column);
            }
            Err(_) => offer.unknown.push(label.clone()),
        }
    }
    let counts = |column: &&PlanColumn| is_count(column);
    if !places.values().any(|column| is_count(column)) {
        let keys = columns.iter().filter(counts).map(|column| column.key.as_str());
        let keys: Vec<&str> = keys.collect();
        return Err(CommandError::usage(format!(
            "{} has none of the columns of the question that hold figures",
            show_path(&path)
        ))
        .hint(format!("they are: {}", keys.join(", ")))
        .hint(format!(
            "make such a table out of cases: untoc evidence aggregate FILE --like {} --output NEW",
            arguments.question
        )));
    }
    table
        .each_row(&open.reading(), &mut |number, cells| {
            take(&mut offer, &places, number, cells)
        })
        .map_err(|error| unreadable(Path::new(&path), &error))?;
    Ok(offer)
}

/// Says whether a column holds figures, the year left out.
fn is_count(column: &PlanColumn) -> bool {
    matches!(column.kind, CellKind::Integer | CellKind::Number) && column.key != "year"
}

fn take(
    offer: &mut Offer,
    places: &BTreeMap<usize, &PlanColumn>,
    number: usize,
    cells: &[String],
) {
    let mut row = Row::default();
    let (mut counted, mut left_out) = (false, 0);
    for (at, column) in places {
        let cell = cells.get(*at).map_or("", |cell| cell.trim());
        if cell.is_empty() {
            continue;
        }
        if is_count(column) && (cell.starts_with('<') || matches!(cell, "*" | "..")) {
            left_out += 1;
            continue;
        }
        match parse_cell(column, cell) {
            Ok(value) => {
                counted |= is_count(column);
                row.set(&column.key, Some(value));
            }
            // The cell itself stays where it is.
            Err(_) => offer.faults.push(format!(
                "look at row {number}: the column {} does not take what stands there",
                column.key
            )),
        }
    }
    if counted {
        offer.left_out += left_out;
        offer.rows.push(row);
    } else {
        offer.empty += 1;
    }
}

/// Shows the rows and what was not taken.
fn print(
    world: &World,
    output: &mut Output,
    plan: &Plan,
    slot: usize,
    offer: &Offer,
) -> Result<(), CommandError> {
    const SHOWN: usize = 20;
    let words = world.words();
    for row in offer.rows.iter().take(SHOWN) {
        let cells = plan.columns(slot).iter().filter_map(|column| {
            let text = match row.get(&column.key)? {
                Cell::Text(text) => text.clone(),
                Cell::Number(number) => number.to_string(),
                Cell::List(items) => items.join(", "),
                Cell::Other(json) => json.to_string(),
            };
            Some(format!("{}={text}", column.key))
        });
        let cells: Vec<String> = cells.collect();
        output.line(&format!("  {}", cells.join("; ")))?;
    }
    let mut say = |key: &str, count: usize| -> Result<(), CommandError> {
        if count == 0 {
            return Ok(());
        }
        output.line(&format!("  {}", words.say(key, &[("count", count.into())])))
    };
    say("fill-more-rows", offer.rows.len().saturating_sub(SHOWN))?;
    say("fill-left-out", offer.left_out)?;
    say("fill-empty-rows", offer.empty)?;
    if !offer.unknown.is_empty() {
        let list = words.all_of(&offer.unknown);
        output.line(&format!(
            "  {}",
            words.say("fill-unknown-columns", &[("columns", list.into())])
        ))?;
    }
    Ok(())
}
