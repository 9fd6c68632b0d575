//! From an entry to the texts in the fields of its question.
//!
//! Each text is read again at once. What does not come back as it was goes into the
//! field `more` instead, so that no answer, however odd, changes on its way out and back.

use untoc_core::{Cell, Entry, Laws, Plan, Value};

use crate::address::Part;
use crate::decode::{Against, decode, evidence_text};
use crate::filled::Filled;

/// Writes an entry into the fields of its question.
pub(crate) fn encode(
    plan: &Plan,
    slot: usize,
    laws: Option<&Laws>,
    entry: &Entry,
) -> Filled {
    let against = Against { plan, slot, laws };
    let mut filled = Filled::default();
    let mut more = Entry::default();
    for part in Part::ALL {
        let trial = trial(part, entry);
        let mut wanted = Entry::default();
        copy(part, entry, &mut wanted);
        let back = decode(against, &trial);
        if back.remarks.is_empty() && back.entry == wanted && !trial.has_nul() {
            filled.parts.extend(trial.parts);
            filled.rows.extend(trial.rows);
        } else {
            copy(part, entry, &mut more);
        }
    }
    if more != Entry::default() {
        let text = serde_json::to_string(&more).unwrap_or_default();
        filled.parts.insert(Part::More, text);
    }
    filled
}

/// Returns the fields with only one part of the entry in them.
fn trial(part: Part, entry: &Entry) -> Filled {
    let mut filled = Filled::default();
    let elsewhere = entry.elsewhere.as_ref();
    let text = match part {
        Part::Value => match &entry.value {
            None => None,
            Some(Value::Text(text)) => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            Some(Value::List(items)) => Some(items.join("; ")),
            Some(Value::Rows(rows)) => {
                for (at, row) in rows.iter().enumerate() {
                    let cells =
                        row.0.iter().map(|(key, cell)| (key.clone(), cell_text(cell)));
                    filled.rows.insert(at + 1, cells.collect());
                }
                None
            }
            Some(Value::Other(_)) => None,
        },
        Part::NoAnswer => entry.no_answer.map(|kind| kind.as_str().to_owned()),
        Part::Reason => entry.reason.clone(),
        Part::ElsewhereReference => elsewhere.and_then(|e| e.reference.clone()),
        Part::ElsewhereDate => {
            elsewhere.and_then(|e| e.date).map(|date| date.to_string())
        }
        Part::ElsewhereChanges => elsewhere.and_then(|e| e.changes.clone()),
        Part::Note => entry.note.clone(),
        Part::Remarks => entry.remarks.clone(),
        Part::Evidence => {
            (!entry.evidence.is_empty()).then(|| evidence_text(&entry.evidence))
        }
        Part::Audience => entry.audience.map(|audience| audience.as_str().to_owned()),
        Part::Status => entry.status.map(|status| status.as_str().to_owned()),
        Part::By => entry.by.as_ref().map(ToString::to_string),
        Part::At => entry.at.clone(),
        Part::Language => entry.language.clone(),
        // Extensions have no field of their own.
        Part::More => None,
    };
    if let Some(text) = text {
        filled.parts.insert(part, text);
    }
    filled
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::List(items) => items.join("; "),
        // It cannot be read back, and so the whole answer goes into `more`.
        Cell::Other(_) => String::new(),
    }
}

/// Copies one part of an entry; the three texts on another review stand in one field.
fn copy(part: Part, from: &Entry, to: &mut Entry) {
    let elsewhere = from.elsewhere.as_ref();
    match part {
        Part::ElsewhereReference => {
            if let Some(text) = elsewhere.and_then(|e| e.reference.as_ref()) {
                to.elsewhere.get_or_insert_default().reference = Some(text.clone());
            }
        }
        Part::ElsewhereDate => {
            if let Some(date) = elsewhere.and_then(|e| e.date) {
                to.elsewhere.get_or_insert_default().date = Some(date);
            }
        }
        Part::ElsewhereChanges => {
            if let Some(text) = elsewhere.and_then(|e| e.changes.as_ref()) {
                to.elsewhere.get_or_insert_default().changes = Some(text.clone());
            }
        }
        Part::Value => to.value.clone_from(&from.value),
        Part::NoAnswer => to.no_answer = from.no_answer,
        Part::Reason => to.reason.clone_from(&from.reason),
        Part::Note => to.note.clone_from(&from.note),
        Part::Remarks => to.remarks.clone_from(&from.remarks),
        Part::Evidence => to.evidence.clone_from(&from.evidence),
        Part::Audience => to.audience = from.audience,
        Part::Status => to.status = from.status,
        Part::By => to.by.clone_from(&from.by),
        Part::At => to.at.clone_from(&from.at),
        Part::Language => to.language.clone_from(&from.language),
        Part::More => to.extensions.clone_from(&from.extensions),
    }
}
