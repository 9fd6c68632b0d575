//! `untoc answer`: record the answer to one question, or why there is none.

use std::path::PathBuf;

use clap::Args;
use untoc_core::{
    Audience, Change, Changes, ContributorId, Elsewhere, Entry, NoAnswer, PartialDate,
    Plan, Row, Status, Value, is_blank,
};

use untoc_dossier::Via;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::session::Session;
use crate::value_input::{find_column, parse_cell, parse_row, parse_value};
use crate::world::World;

/// Answer a question, or say why there is no answer.
///
/// Values may be typed as they stand in files (in_part) or as people read them
/// ("Yes, in part"). Several ticks are several words. Tables, laws, cases and authorities
/// are lists of rows: add them one by one, or take them from a CSV or JSON file.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc answer untoc-5-q1 in_part --note \"Covers agreements only.\"
  untoc answer untoc-5-q2 a b
  untoc answer untoc-5-q1a --add-row \"law=criminal-code; provision=art. 210\"
  untoc answer untoc-5-q3 --no-answer postponed --reason \"Bill before parliament.\"
  untoc answer untoc-5-q7 --from figures.csv
  untoc questions untoc-5-q1          what is asked, and what is recorded")]
pub(crate) struct Answer {
    /// The id of the question
    question: String,
    /// The value; "-" reads it from standard input
    value: Vec<String>,
    /// An explanation that goes out with the answer ("" removes it)
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Internal remarks that never go out unless asked for ("" removes them)
    #[arg(long, value_name = "TEXT")]
    remarks: Option<String>,
    /// Why there is no answer: not_assessed, not_applicable, not_disclosed, postponed or given_elsewhere
    #[arg(long, value_name = "KIND", conflicts_with_all = ["value", "from", "add_row", "remove_row"])]
    no_answer: Option<String>,
    /// The reason for having no answer, in words
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// For given_elsewhere: the review and document where the answer stands
    #[arg(long, value_name = "TEXT", requires = "no_answer")]
    reference: Option<String>,
    /// For given_elsewhere: when it was given there
    #[arg(long, value_name = "DATE", requires = "no_answer")]
    given: Option<String>,
    /// For given_elsewhere: what has changed since
    #[arg(long, value_name = "TEXT", requires = "no_answer")]
    changed_since: Option<String>,
    /// Take the value from a file: a text, a JSON value, or rows as CSV with headings
    #[arg(long, value_name = "FILE", conflicts_with_all = ["value", "add_row"])]
    from: Option<PathBuf>,
    /// Add a row: "key=value; key=value" (a semicolon in a value is written \;)
    #[arg(long, value_name = "ROW", conflicts_with = "value")]
    add_row: Vec<String>,
    /// Remove the row with this number
    #[arg(long, value_name = "N", conflicts_with_all = ["value", "from"])]
    remove_row: Vec<usize>,
    /// Who may see the answer: national, review or public
    #[arg(long, value_name = "AUDIENCE")]
    audience: Option<String>,
    /// The language of this answer, where it differs (BCP 47)
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The contributor who gives the answer
    #[arg(long, value_name = "ID")]
    by: Option<String>,
    /// Confirm the answer: the focal point stands by it
    #[arg(long)]
    confirm: bool,
    /// Remove the whole answer; undo brings it back
    #[arg(long, exclusive = false, conflicts_with_all = ["value", "from", "add_row", "remove_row", "no_answer"])]
    remove: bool,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Answer,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let (plan, slot) = session.find_question(&arguments.question)?;
    let before = session.response(&plan)?.clone();
    let question = plan.question(slot).id.clone();
    let old = before.answers.get(question.as_str()).cloned();
    let new = if arguments.remove {
        if old.is_none() {
            return Err(CommandError::usage(format!(
                "there is no answer to {question} to remove"
            )));
        }
        None
    } else {
        let edited = edit(arguments, &plan, slot, old.clone(), world, &session)?;
        if old.as_ref() == Some(&edited) {
            world
                .tell(&format!("the answer to {question} is already recorded like that"));
            return Ok(exit::CLEAN);
        }
        Some(edited)
    };
    let change = Change { question: question.clone(), before: old, after: new };
    session.record(&plan, Changes(vec![change]), Via::Answer, arguments.by.as_deref())?;
    let after = session.response(&plan)?;
    super::show::recorded(world, output, &plan, &before, after, &question)?;
    Ok(exit::CLEAN)
}

/// Makes the new entry out of the old one and the options.
fn edit(
    arguments: &Answer,
    plan: &Plan,
    slot: usize,
    old: Option<Entry>,
    world: &World,
    session: &Session<'_>,
) -> Result<Entry, CommandError> {
    let mut entry = old.clone().unwrap_or_default();
    if let Some(value) = new_value(arguments, plan, slot, &entry)? {
        entry.value = value;
        entry.no_answer = None;
        entry.reason = None;
        entry.elsewhere = None;
    }
    if let Some(kind) = &arguments.no_answer {
        set_no_answer(arguments, kind, &mut entry)?;
    } else if let Some(reason) = &arguments.reason {
        if entry.no_answer.is_none() {
            return Err(CommandError::usage("a reason belongs to a question without an answer")
                .hint("say why there is none with --no-answer KIND, or use --note for an explanation"));
        }
        entry.reason = text_or_none(reason);
    }
    set(&mut entry.note, arguments.note.as_ref());
    set(&mut entry.remarks, arguments.remarks.as_ref());
    set(&mut entry.language, arguments.language.as_ref());
    if let Some(name) = &arguments.audience {
        entry.audience = Some(Audience::from_name(name).ok_or_else(|| {
            CommandError::usage(format!(
                "\"{name}\" is no audience; expected national, review or public"
            ))
        })?);
    }
    if is_empty(arguments) && !arguments.confirm {
        return Err(nothing_given(plan, slot));
    }
    if let Some(by) = &arguments.by {
        session.check_contributor(by)?;
        entry.by = Some(ContributorId::unchecked(by.as_str()));
    }
    entry.stamp(old.as_ref(), &world.time());
    if arguments.confirm {
        if entry.is_open() {
            return Err(CommandError::usage(format!(
                "there is no answer to {} to confirm",
                plan.question(slot).id
            )));
        }
        entry.status = Some(Status::Confirmed);
    }
    Ok(entry)
}

fn is_empty(arguments: &Answer) -> bool {
    arguments.value.is_empty()
        && arguments.from.is_none()
        && arguments.add_row.is_empty()
        && arguments.remove_row.is_empty()
        && arguments.no_answer.is_none()
        && arguments.reason.is_none()
        && arguments.note.is_none()
        && arguments.remarks.is_none()
        && arguments.language.is_none()
        && arguments.audience.is_none()
}

fn nothing_given(plan: &Plan, slot: usize) -> CommandError {
    let id = &plan.question(slot).id;
    let options: Vec<_> = plan.options(slot).iter().map(|c| c.value.as_str()).collect();
    let error = CommandError::usage(format!("nothing to record for {id}"))
        .hint(format!("see the question with: untoc questions {id}"));
    if options.is_empty() {
        error.hint(format!("give a value, for example: untoc answer {id} …"))
    } else {
        error.hint(format!("give one of: {}", options.join(", ")))
    }
}

/// Returns the value that the options ask for: `None` if they say nothing about it.
fn new_value(
    arguments: &Answer,
    plan: &Plan,
    slot: usize,
    old: &Entry,
) -> Result<Option<Option<Value>>, CommandError> {
    if let Some(file) = &arguments.from {
        let text = inputs::read_text(file)?;
        return value_from_text(plan, slot, &text, &inputs::name_of(file))
            .map(|v| Some(Some(v)));
    }
    if let [dash] = arguments.value.as_slice()
        && dash == "-"
    {
        let text = inputs::read_stdin()?;
        return value_from_text(plan, slot, &text, "standard input")
            .map(|v| Some(Some(v)));
    }
    if !arguments.value.is_empty() {
        return parse_value(plan, slot, &arguments.value).map(|v| Some(Some(v)));
    }
    if arguments.add_row.is_empty() && arguments.remove_row.is_empty() {
        return Ok(None);
    }
    let question = plan.question(slot);
    if !question.kind.has_rows() {
        return Err(CommandError::usage(format!(
            "the answer to {} is not a list of rows",
            question.id
        ))
        .hint(format!("give the value: untoc answer {} VALUE", question.id)));
    }
    let mut rows: Vec<Row> = old
        .value
        .as_ref()
        .and_then(Value::as_rows)
        .map(<[Row]>::to_vec)
        .unwrap_or_default();
    let mut numbers = arguments.remove_row.clone();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers.into_iter().rev() {
        if number == 0 || number > rows.len() {
            return Err(CommandError::usage(format!(
                "there is no row {number}; the answer has {} rows",
                rows.len()
            )));
        }
        rows.remove(number - 1);
    }
    for text in &arguments.add_row {
        rows.push(parse_row(plan.columns(slot), text)?);
    }
    Ok(Some((!rows.is_empty()).then_some(Value::Rows(rows))))
}

/// Reads a value from a text: JSON as it stands in files, CSV with headings for rows,
/// otherwise what a person would type.
fn value_from_text(
    plan: &Plan,
    slot: usize,
    text: &str,
    name: &str,
) -> Result<Value, CommandError> {
    let question = plan.question(slot);
    let trimmed = text.trim();
    if trimmed.starts_with(['[', '{', '"']) && question.kind != untoc_core::Kind::Text {
        let json: serde_json::Value = serde_json::from_str(trimmed).map_err(|error| {
            CommandError::usage(format!(
                "{name} is not well-formed JSON: line {}, column {}",
                error.line(),
                error.column()
            ))
        })?;
        return Ok(Value::from_json(json));
    }
    if question.kind.has_rows() {
        return rows_from_csv(plan, slot, text, name);
    }
    parse_value(plan, slot, &[trimmed.to_owned()])
}

fn rows_from_csv(
    plan: &Plan,
    slot: usize,
    text: &str,
    name: &str,
) -> Result<Value, CommandError> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter =
        if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes());
    let fault = |error: csv::Error| {
        CommandError::usage(format!("{name} is not a CSV table: {error}")).hint(
            "save the sheet as CSV (UTF-8), the first row with the keys of the columns",
        )
    };
    let headings = reader.headers().map_err(fault)?.clone();
    let mut rows = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(fault)?;
        let mut row = Row::default();
        for (heading, cell) in headings.iter().zip(record.iter()) {
            let column = find_column(plan.columns(slot), heading)?;
            if !is_blank(cell) {
                let parsed = parse_cell(column, cell.trim()).map_err(|mut error| {
                    error.message = format!(
                        "{name}, row {}, column {}: {}",
                        number + 2,
                        column.key,
                        error.message
                    );
                    error
                })?;
                row.0.push((column.key.clone(), parsed));
            }
        }
        if !row.0.is_empty() {
            rows.push(row);
        }
    }
    if rows.is_empty() {
        return Err(CommandError::usage(format!(
            "{name} has no rows below its headings"
        )));
    }
    Ok(Value::Rows(rows))
}

fn set_no_answer(
    arguments: &Answer,
    kind: &str,
    entry: &mut Entry,
) -> Result<(), CommandError> {
    let kind = NoAnswer::from_name(kind).ok_or_else(|| {
        let names: Vec<_> = NoAnswer::ALL.iter().map(|kind| kind.as_str()).collect();
        CommandError::usage(format!(
            "\"{kind}\" is no reason for having no answer; expected {}",
            crate::value_input::one_of(&names)
        ))
    })?;
    let reason = arguments.reason.as_deref().and_then(text_or_none);
    if kind.suffices() && reason.is_none() && entry.reason.is_none() {
        return Err(CommandError::usage(format!(
            "{} needs its reason in words",
            kind.as_str()
        ))
        .hint("add --reason \"…\""));
    }
    entry.value = None;
    entry.no_answer = Some(kind);
    if reason.is_some() {
        entry.reason = reason;
    }
    let date = match &arguments.given {
        None => None,
        Some(text) => Some(
            PartialDate::parse(text)
                .map_err(|error| CommandError::usage(error.to_string()))?,
        ),
    };
    if kind == NoAnswer::GivenElsewhere {
        let old = entry.elsewhere.take().unwrap_or_default();
        let elsewhere = Elsewhere {
            reference: arguments.reference.clone().or(old.reference),
            date: date.or(old.date),
            changes: arguments.changed_since.clone().or(old.changes),
        };
        entry.elsewhere = (elsewhere != Elsewhere::default()).then_some(elsewhere);
    } else {
        entry.elsewhere = None;
        if arguments.reference.is_some()
            || date.is_some()
            || arguments.changed_since.is_some()
        {
            return Err(CommandError::usage(
                "--reference, --given and --changed-since belong to --no-answer given_elsewhere",
            ));
        }
    }
    Ok(())
}

fn set(field: &mut Option<String>, text: Option<&String>) {
    if let Some(text) = text {
        *field = text_or_none(text);
    }
}

fn text_or_none(text: &str) -> Option<String> {
    (!is_blank(text)).then(|| text.to_owned())
}
