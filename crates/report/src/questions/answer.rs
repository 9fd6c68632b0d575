//! An answer in words: its value with labels, and everything that is said beside it.

use untoc_core::{Cell, Entry, Plan, PlanColumn, Row, Value};

use crate::terms::{
    audience_in_words, no_answer_in_words, stance_in_words, status_in_words,
};
use crate::words::{Words, visible};

/// Returns the value of an answer as lines: one for each tick, several for each row.
pub fn value_in_words(
    plan: &Plan,
    slot: usize,
    value: &Value,
    words: &Words,
) -> Vec<String> {
    match value {
        Value::Text(text) => vec![choice(plan, slot, text)],
        Value::Number(number) => vec![match &plan.question(slot).unit {
            Some(unit) => format!("{number} {unit}"),
            None => number.to_string(),
        }],
        Value::List(items) => items.iter().map(|item| choice(plan, slot, item)).collect(),
        Value::Rows(rows) => rows
            .iter()
            .enumerate()
            .flat_map(|(at, row)| row_lines(plan.columns(slot), at + 1, row, words))
            .collect(),
        Value::Other(json) => vec![visible(&json.to_string())],
    }
}

/// Returns an answer as pairs of a label and a text: value or reason, note, remarks,
/// status, evidence.
pub fn answer_in_words(
    plan: &Plan,
    slot: usize,
    entry: &Entry,
    words: &Words,
) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    let mut put = |key: &str, text: String| parts.push((words.say(key, &[]), text));
    match (&entry.value, entry.no_answer) {
        (Some(value), _) => {
            put("question-yours", value_in_words(plan, slot, value, words).join("\n"));
        }
        (None, Some(kind)) => {
            let kind = no_answer_in_words(words, kind);
            put(
                "question-yours",
                words.say("question-no-answer", &[("kind", kind.into())]),
            );
        }
        (None, None) => put("question-yours", words.say("question-none-yet", &[])),
    }
    let mut text = |key: &str, text: &Option<String>| {
        if let Some(text) = text {
            put(key, visible(text));
        }
    };
    text("question-reason", &entry.reason);
    if let Some(elsewhere) = &entry.elsewhere {
        let date = elsewhere.date.map(|date| date.to_string());
        let given: Vec<String> =
            [elsewhere.reference.clone(), date].into_iter().flatten().collect();
        text("question-elsewhere", &(!given.is_empty()).then(|| given.join(", ")));
        text("question-changes", &elsewhere.changes);
    }
    text("question-note", &entry.note);
    text("question-remarks", &entry.remarks);
    put("question-status", status_line(entry, words));
    if let Some(audience) = entry.audience {
        put("question-audience", audience_in_words(words, audience));
    }
    for link in &entry.evidence {
        let mut line = format!(
            "{}: {}",
            visible(link.item.as_str()),
            stance_in_words(words, link.stance)
        );
        if let Some(note) = &link.note {
            line.push_str(&format!(" ({})", visible(note)));
        }
        put("question-linked", line);
    }
    parts
}

fn status_line(entry: &Entry, words: &Words) -> String {
    let mut parts = vec![status_in_words(words, entry.status())];
    if let Some(by) = &entry.by {
        parts.push(words.say("question-by", &[("by", visible(by.as_str()).into())]));
    }
    if let Some(at) = &entry.at {
        let day = visible(at.split('T').next().unwrap_or(at));
        parts.push(words.say("question-at", &[("at", day.into())]));
    }
    parts.join(", ")
}

fn choice(plan: &Plan, slot: usize, value: &str) -> String {
    let found = plan.options(slot).iter().find(|choice| choice.value == value);
    match found {
        Some(choice) if choice.label.eq_ignore_ascii_case(value) => value.to_owned(),
        Some(choice) => format!("{value}: {}", choice.label),
        None => visible(value),
    }
}

fn row_lines(
    columns: &[PlanColumn],
    number: usize,
    row: &Row,
    words: &Words,
) -> Vec<String> {
    let mut lines = vec![words.say("question-row", &[("row", number.into())])];
    for (key, cell) in &row.0 {
        let column = columns.iter().find(|column| column.key == *key);
        let label = column.map_or(key.as_str(), |column| column.label.as_str());
        let text = match cell {
            Cell::Text(text) => {
                match column.and_then(|c| c.options.iter().find(|o| o.value == *text)) {
                    Some(option) if !column.is_some_and(|c| c.options_from_when) => {
                        option.label.clone()
                    }
                    Some(_) | None => visible(text),
                }
            }
            Cell::Number(number) => number.to_string(),
            Cell::List(items) => visible(&items.join(", ")),
            Cell::Other(json) => visible(&json.to_string()),
        };
        lines.push(format!("  {}: {text}", visible(label)));
    }
    lines
}
