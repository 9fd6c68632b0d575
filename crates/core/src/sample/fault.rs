//! Faults in one place of a response, and the finding that each must give.

use super::Random;
use crate::answer::{Entry, NoAnswer};
use crate::code::Code;
use crate::plan::{CellKind, Plan, State};
use crate::questionnaire::{Kind, Required};
use crate::response::Response;
use crate::value::{Cell, Row, Value};

/// A text with one fault.
#[derive(Debug, Clone)]
pub struct Broken {
    /// The text of the response.
    pub text: String,
    /// The code of the one error that a full run finds at level `submission`.
    pub code: Code,
    /// The question in whose entry the fault is.
    pub question: String,
}

/// A way to break one entry in the model, or its text.
#[derive(Clone, Copy)]
enum Way {
    Model(fn(&Plan, usize, &mut Entry) -> bool),
    /// Puts this line at the beginning of the entry.
    Line(&'static str),
    /// Takes the answer away.
    Remove,
    /// Ends the text in the middle of the entry.
    Cut,
}

const WAYS: [(Code, Way); 25] = [
    (Code::AnswerNotAnOption, Way::Model(not_an_option)),
    (Code::AnswerWrongType, Way::Model(wrong_type)),
    (Code::AnswerExclusiveOption, Way::Model(exclusive)),
    (Code::AnswerRepeatedOption, Way::Model(repeated)),
    (Code::AnswerEmptyText, Way::Model(empty_text)),
    (Code::AnswerEmptyList, Way::Model(empty_list)),
    (Code::AnswerOutOfRange, Way::Model(out_of_range)),
    (Code::AnswerNotADate, Way::Model(not_a_date)),
    (Code::AnswerAndNoAnswer, Way::Model(both)),
    (Code::RowEmpty, Way::Model(row_empty)),
    (Code::RowMalformed, Way::Model(row_malformed)),
    (Code::RowCellMissing, Way::Model(cell_missing)),
    (Code::ColumnUnknown, Way::Model(column_unknown)),
    (Code::CitationWithoutProvision, Way::Model(no_provision)),
    (Code::LinkNotWeb, Way::Model(bad_link)),
    (Code::ReasonMissing, Way::Model(no_reason)),
    (Code::ReasonWithoutNoAnswer, Way::Model(stray_reason)),
    (Code::AnswerMissing, Way::Remove),
    (Code::FieldUnknown, Way::Line("\"colour\": \"red\"")),
    (Code::FieldNotAllowed, Way::Line("\"audience\": \"nobody\"")),
    (Code::LanguageMalformed, Way::Line("\"language\": \"English (UK)\"")),
    (
        Code::KeyDuplicate,
        Way::Line("\"audience\": \"public\",\n      \"audience\": \"review\""),
    ),
    (Code::JsonSyntax, Way::Line("\"language\": fr")),
    (Code::SurrogateLone, Way::Line("\"remarks\": \"see \\ud83d below\"")),
    (Code::JsonTruncated, Way::Cut),
];

/// Breaks a response in one place; the seed decides how and where.
///
/// The response must be one in which every rule is content, as `complete` makes them,
/// and must not have audiences or languages of entries.
pub fn broken(plan: &Plan, response: &Response, seed: u64) -> Option<Broken> {
    let mut random = Random::new(seed);
    let first = random.below(WAYS.len());
    let ways = WAYS.iter().cycle().skip(first).take(WAYS.len());
    for (code, way) in ways {
        let places = places(plan, response);
        let start = random.below(places.len());
        for slot in places.iter().cycle().skip(start).take(places.len()) {
            if let Some(text) = apply(plan, response, *slot, *way) {
                let question = plan.question(*slot).id.to_string();
                return Some(Broken { text, code: *code, question });
            }
        }
    }
    None
}

/// Returns the answered slots that no condition names, so that a fault there has no
/// consequences elsewhere.
fn places(plan: &Plan, response: &Response) -> Vec<usize> {
    let mut named = vec![false; plan.len()];
    for slot in plan.slots() {
        for &on in plan.depends(slot) {
            if let Some(named) = named.get_mut(on) {
                *named = true;
            }
        }
    }
    let entries = plan.align(response);
    let states = plan.states(&entries);
    let free = |slot: &usize| {
        named.get(*slot) == Some(&false)
            && states.get(*slot) == Some(&State::Asked)
            && entries.get(*slot).is_some_and(Option::is_some)
    };
    plan.slots().filter(free).collect()
}

fn apply(plan: &Plan, response: &Response, slot: usize, way: Way) -> Option<String> {
    let question = plan.question(slot);
    match way {
        Way::Model(change) => {
            let mut response = response.clone();
            let mut entry = response.answers.get(question.id.as_str())?.clone();
            if !change(plan, slot, &mut entry) {
                return None;
            }
            response.answers.set(&question.id, Some(entry));
            Some(response.to_text())
        }
        Way::Remove => {
            let mut response = response.clone();
            response.answers.set(&question.id, None);
            (question.required == Required::Yes).then(|| response.to_text())
        }
        Way::Line(line) => {
            let text = response.to_text();
            let at = begin(&text, question.id.as_str())?;
            let (before, after) = text.split_at_checked(at)?;
            let free = ["\"remarks\"", "\"audience\"", "\"language\""]
                .iter()
                .all(|field| !line.starts_with(field) || !has_field(after, field));
            free.then(|| format!("{before}\n      {line},{after}"))
        }
        Way::Cut => {
            let text = response.to_text();
            let at = begin(&text, question.id.as_str())?;
            Some(text.get(..at)?.to_owned())
        }
    }
}

/// Returns the place behind the bracket that opens an entry.
fn begin(text: &str, question: &str) -> Option<usize> {
    let head = format!("\n    \"{question}\": {{");
    Some(text.find(&head)? + head.len())
}

/// Says whether the entry that begins here has a field.
fn has_field(entry: &str, field: &str) -> bool {
    let end = entry.find("\n    }").unwrap_or(entry.len());
    entry.get(..end).is_some_and(|entry| entry.contains(&format!("\n      {field}: ")))
}

fn not_an_option(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let choice = plan.question(slot).kind.is_choice() && entry.value.is_some();
    if choice {
        entry.value = Some(Value::Text("maybe".to_owned()));
    }
    choice
}

fn wrong_type(_: &Plan, _: usize, entry: &mut Entry) -> bool {
    let there = entry.value.is_some();
    if there {
        entry.value = Some(Value::Other(true.into()));
    }
    there
}

fn exclusive(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let options = plan.options(slot);
    let alone = options.iter().find(|choice| choice.exclusive);
    let other = options.iter().find(|choice| !choice.exclusive);
    let (Some(alone), Some(other), Some(Value::List(items))) =
        (alone, other, &mut entry.value)
    else {
        return false;
    };
    *items = vec![other.value.clone(), alone.value.clone()];
    true
}

fn repeated(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let options = plan.options(slot);
    let Some(Value::List(items)) = &mut entry.value else { return false };
    let Some(first) = items.first().cloned() else { return false };
    let plain = options.iter().any(|choice| choice.value == first && !choice.exclusive);
    if plain {
        items.push(first);
    }
    plain
}

fn empty_text(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let text = plan.question(slot).kind == Kind::Text && entry.value.is_some();
    if text {
        entry.value = Some(Value::Text(" \u{a0}\n".to_owned()));
    }
    text
}

fn empty_list(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let kind = plan.question(slot).kind;
    let list = matches!(kind, Kind::Multiple | Kind::Cases | Kind::Authorities)
        && entry.value.is_some();
    if list {
        entry.value = Some(Value::List(Vec::new()));
    }
    list
}

fn out_of_range(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let number = plan.question(slot).kind == Kind::Number && entry.value.is_some();
    if number {
        entry.value = Some(Value::Number((-5).into()));
    }
    number
}

fn not_a_date(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let date = plan.question(slot).kind == Kind::Date && entry.value.is_some();
    if date {
        entry.value = Some(Value::Text("spring 2020".to_owned()));
    }
    date
}

fn both(_: &Plan, _: usize, entry: &mut Entry) -> bool {
    let there = entry.value.is_some();
    if there {
        entry.no_answer = Some(NoAnswer::NotAssessed);
    }
    there
}

fn no_reason(_: &Plan, _: usize, entry: &mut Entry) -> bool {
    let suffices = entry.no_answer.is_some_and(NoAnswer::suffices);
    if suffices {
        entry.reason = None;
    }
    suffices
}

fn stray_reason(_: &Plan, _: usize, entry: &mut Entry) -> bool {
    let there = entry.value.is_some();
    if there {
        entry.reason = Some("The register is being made.".to_owned());
    }
    there
}

/// Changes the first row of an answer.
fn in_row(entry: &mut Entry, change: impl FnOnce(&mut Row) -> bool) -> bool {
    match &mut entry.value {
        Some(Value::Rows(rows)) => rows.first_mut().is_some_and(change),
        Some(Value::Text(_) | Value::Number(_) | Value::List(_) | Value::Other(_))
        | None => false,
    }
}

/// Puts a cell into the first column of a kind that is not the key of a gap table.
fn in_cell(
    plan: &Plan,
    slot: usize,
    entry: &mut Entry,
    kind: CellKind,
    cell: Cell,
) -> bool {
    let column = plan.columns(slot).iter().find(|column| column.kind == kind);
    column.is_some_and(|column| {
        in_row(entry, |row| {
            row.set(&column.key, Some(cell));
            true
        })
    })
}

fn row_empty(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let columns = plan.columns(slot);
    let loose = !columns.iter().any(|column| column.required || column.options_from_when);
    loose
        && in_row(entry, |row| {
            row.0.clear();
            true
        })
}

fn row_malformed(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    in_cell(plan, slot, entry, CellKind::Text, Cell::Number(7.into()))
}

fn cell_missing(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let needed = plan
        .columns(slot)
        .iter()
        .find(|column| column.required && column.key != "provision");
    needed.is_some_and(|column| {
        in_row(entry, |row| {
            row.set(&column.key, None);
            true
        })
    })
}

fn column_unknown(_: &Plan, _: usize, entry: &mut Entry) -> bool {
    in_row(entry, |row| {
        row.set("colour", Some(Cell::Text("red".to_owned())));
        true
    })
}

fn no_provision(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    plan.question(slot).kind == Kind::Laws
        && in_row(entry, |row| {
            row.set("provision", None);
            true
        })
}

fn bad_link(plan: &Plan, slot: usize, entry: &mut Entry) -> bool {
    let link = Cell::Text("see our web site".to_owned());
    in_cell(plan, slot, entry, CellKind::Link, link)
}
