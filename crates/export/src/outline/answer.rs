//! One answer in words.

use untoc_core::{Cell, CellKind, Choice, Entry, Kind, Plan, PlanColumn, Row, Value};
use untoc_report::{Words, choice_in_words, no_answer_in_words};

use crate::address::Part;
use crate::choose::Subject;
use crate::outline::records::record;
use crate::outline::{OutlineAnswer, OutlineNoAnswer, OutlineTable, TableColumn};
use crate::words;

/// Puts an answer into words: labels for codes, titles for the ids of laws.
pub(super) fn answer(
    subject: Subject<'_>,
    slot: usize,
    entry: &Entry,
    words: &Words,
) -> OutlineAnswer {
    match (&entry.value, entry.no_answer) {
        (Some(value), _) => in_words(subject, slot, value, words),
        (None, Some(kind)) => {
            let mut elsewhere = Vec::new();
            if let Some(given) = &entry.elsewhere {
                let date = given.date.map(|date| date.to_string());
                for (part, text) in [
                    (Part::ElsewhereReference, given.reference.clone()),
                    (Part::ElsewhereDate, date),
                    (Part::ElsewhereChanges, given.changes.clone()),
                ] {
                    elsewhere.extend(text.map(|text| (words::part(words, part), text)));
                }
            }
            OutlineAnswer::NoAnswer(OutlineNoAnswer {
                kind: no_answer_in_words(words, kind),
                reason: entry.reason.clone(),
                elsewhere,
            })
        }
        (None, None) => OutlineAnswer::Open(words::document(words, "not-answered")),
    }
}

fn in_words(
    subject: Subject<'_>,
    slot: usize,
    value: &Value,
    words: &Words,
) -> OutlineAnswer {
    let plan = subject.plan;
    let question = plan.question(slot);
    let options = plan.options(slot);
    match (question.kind, value) {
        (Kind::Implementation | Kind::YesNo | Kind::Single, Value::Text(code)) => {
            OutlineAnswer::Choice(match options.iter().find(|o| o.value == *code) {
                Some(option) => {
                    choice_in_words(words, question.kind, option).into_owned()
                }
                None => code.clone(),
            })
        }
        (Kind::Multiple, Value::List(codes)) => {
            OutlineAnswer::Ticks(codes.iter().map(|code| label(options, code)).collect())
        }
        (Kind::Text, Value::Text(text)) => OutlineAnswer::Text(text.clone()),
        (Kind::Date, Value::Text(date)) => OutlineAnswer::Date(date.clone()),
        (Kind::Number, Value::Number(number)) => {
            OutlineAnswer::Number(match &question.unit {
                Some(unit) => format!("{number} {unit}"),
                None => number.to_string(),
            })
        }
        (Kind::Table, Value::Rows(rows)) => OutlineAnswer::Table(table(plan, slot, rows)),
        (Kind::Laws | Kind::Cases | Kind::Authorities, Value::Rows(rows)) => {
            let records =
                rows.iter().map(|row| record(subject, slot, question.kind, row, words));
            OutlineAnswer::Records(records.collect())
        }
        (_, other) => OutlineAnswer::Raw(raw(other)),
    }
}

/// Returns the words for a code; a code without words speaks for itself.
pub(super) fn label(options: &[Choice], code: &str) -> String {
    let choice = options.iter().find(|choice| choice.value == code);
    choice.map_or(code, |choice| choice.label.as_str()).to_owned()
}

fn raw(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::List(items) => items.join("; "),
        Value::Rows(_) | Value::Other(_) => {
            serde_json::to_string(value).unwrap_or_default()
        }
    }
}

fn table(plan: &Plan, slot: usize, rows: &[Row]) -> OutlineTable {
    let filled: Vec<&PlanColumn> = plan
        .columns(slot)
        .iter()
        .filter(|column| rows.iter().any(|row| row.get(&column.key).is_some()))
        .collect();
    let mut columns: Vec<TableColumn> = filled
        .iter()
        .map(|column| TableColumn {
            label: column.label.clone(),
            numeric: matches!(column.kind, CellKind::Integer | CellKind::Number),
        })
        .collect();
    // A cell under a column that is gone is still part of the answer.
    let mut unknown: Vec<&str> = Vec::new();
    for (key, _) in rows.iter().flat_map(|row| &row.0) {
        let known = plan.columns(slot).iter().any(|column| column.key == *key);
        if !known && !unknown.contains(&key.as_str()) {
            unknown.push(key);
        }
    }
    columns.extend(
        unknown
            .iter()
            .map(|key| TableColumn { label: (*key).to_owned(), numeric: false }),
    );
    let texts = |row: &Row| {
        let known = filled
            .iter()
            .map(|column| row.get(&column.key).map(|cell| cell_words(column, cell)));
        let others = unknown.iter().map(|key| row.get(key).map(cell_text));
        known.chain(others).map(Option::unwrap_or_default).collect()
    };
    OutlineTable { rows: rows.iter().map(texts).collect(), columns }
}

/// Puts a cell into words.
pub(crate) fn cell_words(column: &PlanColumn, cell: &Cell) -> String {
    match (column.kind, cell) {
        (CellKind::Choice, Cell::Text(code)) if column.options_from_when => {
            let words = label(&column.options, code);
            if words == *code { words } else { format!("{words} ({code})") }
        }
        (CellKind::Choice, Cell::Text(code)) => label(&column.options, code),
        _ => cell_text(cell),
    }
}

/// Returns a cell as text.
pub(crate) fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::List(items) => items.join("; "),
        Cell::Other(json) => json.to_string(),
    }
}
