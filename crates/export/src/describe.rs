//! A change in words, for people who decide about it or look back at it.

use untoc_core::{Change, Choice, Entry, Plan, Row, Value};
use untoc_report::{Words, audience_in_words, no_answer_in_words, status_in_words};

use crate::address::Part;
use crate::encode::encode;
use crate::filled::Filled;
use crate::words;

/// Whether free text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// It is shown in full.
    Shown,
    /// Only its length is told.
    Masked,
}

/// A change of one entry in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The id of the question.
    pub question: String,
    /// The question, where the questionnaire has it.
    pub text: Option<String>,
    /// What changes, part by part.
    pub lines: Vec<DescribedLine>,
}

impl Described {
    /// Returns the change as lines of text: the question, then each part, old and new.
    pub fn to_lines(&self, words: &Words) -> Vec<String> {
        let mut lines = vec![match &self.text {
            Some(text) => format!("{}  {text}", self.question),
            None => self.question.clone(),
        }];
        for line in &self.lines {
            let side = |text: &Option<String>| {
                text.clone()
                    .unwrap_or_else(|| format!("({})", words.say("change-nothing", &[])))
            };
            let (before, after) = (side(&line.before), side(&line.after));
            lines.push(format!("  {}: {before} -> {after}", line.what));
        }
        lines
    }
}

/// What changes in one part of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescribedLine {
    /// The part: "answer", "note", "answer, row 2".
    pub what: String,
    /// What stood there; `None` if nothing did.
    pub before: Option<String>,
    /// What stands there now; `None` if nothing does.
    pub after: Option<String>,
}

/// Puts a change into words.
///
/// Choices are given by their labels; rows are compared one by one.
pub fn describe_change(
    plan: &Plan,
    change: &Change,
    words: &Words,
    values: Values,
) -> Described {
    let slot = plan.slot(change.question.as_str());
    let before = sides(plan, slot, change.before.as_ref(), words, values);
    let after = sides(plan, slot, change.after.as_ref(), words, values);
    let mut labels: Vec<&Label> =
        before.iter().chain(&after).map(|(label, _)| label).collect();
    labels.sort();
    labels.dedup();
    let find = |side: &[(Label, Side)], label: &Label| {
        side.iter().find(|(known, _)| known == label).map(|(_, side)| side.clone())
    };
    let mut lines = Vec::new();
    for label in labels {
        let (old, new) = (find(&before, label), find(&after, label));
        if old != new {
            lines.push(DescribedLine {
                what: label.in_words(words),
                before: old.map(|side| side.shown),
                after: new.map(|side| side.shown),
            });
        }
    }
    Described {
        question: change.question.to_string(),
        text: slot.map(|slot| plan.question(slot).text.clone()),
        lines,
    }
}

/// A part of an entry, and the row in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Label(Part, Option<usize>);

impl Label {
    fn in_words(&self, words: &Words) -> String {
        let part = words::part(words, self.0);
        match self.1 {
            None => part,
            Some(row) => {
                words.say("change-row", &[("part", part.into()), ("row", row.into())])
            }
        }
    }
}

/// What stands in a part: the text itself, so that two different masked texts differ,
/// and what is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Side {
    whole: String,
    shown: String,
}

fn sides(
    plan: &Plan,
    slot: Option<usize>,
    entry: Option<&Entry>,
    words: &Words,
    values: Values,
) -> Vec<(Label, Side)> {
    let Some(entry) = entry else { return Vec::new() };
    let mut sides = Vec::new();
    let mut add = |label: Label, whole: String, shown: String| {
        sides.push((label, Side { whole, shown }));
    };
    let mask = |text: &str| match values {
        Values::Shown => text.to_owned(),
        Values::Masked => {
            let count = text.chars().count();
            format!("({})", words.say("change-characters", &[("count", count.into())]))
        }
    };
    match (&entry.value, slot) {
        (Some(Value::Rows(rows)), _) => {
            for (at, row) in rows.iter().enumerate() {
                let text = row_text(plan, slot, row);
                let shown = mask(&text);
                add(Label(Part::Value, Some(at + 1)), text, shown);
            }
        }
        (Some(value), Some(slot)) if !plan.options(slot).is_empty() => {
            let whole = choices(plan.options(slot), value, &|code| code.to_owned());
            let shown = choices(plan.options(slot), value, &mask);
            add(Label(Part::Value, None), whole, shown);
        }
        (Some(Value::Number(number)), _) => {
            add(Label(Part::Value, None), number.to_string(), number.to_string());
        }
        (Some(value), _) => {
            let text = match value {
                Value::Text(text) => text.clone(),
                Value::List(items) => items.join("; "),
                Value::Number(_) | Value::Rows(_) | Value::Other(_) => {
                    serde_json::to_string(value).unwrap_or_default()
                }
            };
            let shown = mask(&text);
            add(Label(Part::Value, None), text, shown);
        }
        (None, _) => {}
    }
    let others = Entry { value: None, ..entry.clone() };
    for (part, text) in parts(plan, slot, &others) {
        let shown = match part {
            Part::NoAnswer => entry
                .no_answer
                .map_or_else(|| text.clone(), |kind| no_answer_in_words(words, kind)),
            Part::Audience => audience_in_words(words, entry.audience()),
            Part::Status => status_in_words(words, entry.status()),
            Part::By | Part::At | Part::Language | Part::ElsewhereDate => text.clone(),
            Part::Value
            | Part::Reason
            | Part::ElsewhereReference
            | Part::ElsewhereChanges
            | Part::Note
            | Part::Remarks
            | Part::Evidence
            | Part::More => mask(&text),
        };
        add(Label(part, None), text, shown);
    }
    sides
}

fn parts(plan: &Plan, slot: Option<usize>, entry: &Entry) -> Vec<(Part, String)> {
    // Parts other than the value are written alike for every question.
    let filled = match slot {
        Some(slot) => encode(plan, slot, None, entry),
        None if plan.is_empty() => Filled::default(),
        None => encode(plan, 0, None, entry),
    };
    filled.parts.into_iter().collect()
}

/// Returns labels for codes; `other` says what is shown of a text that is no code.
fn choices(options: &[Choice], value: &Value, other: &dyn Fn(&str) -> String) -> String {
    let label = |code: &String| {
        let choice = options.iter().find(|choice| choice.value == *code);
        choice.map_or_else(|| other(code), |choice| choice.label.clone())
    };
    match value {
        Value::Text(code) => label(code),
        Value::List(codes) => codes.iter().map(label).collect::<Vec<_>>().join("; "),
        Value::Number(_) | Value::Rows(_) | Value::Other(_) => {
            other(&serde_json::to_string(value).unwrap_or_default())
        }
    }
}

fn row_text(plan: &Plan, slot: Option<usize>, row: &Row) -> String {
    let columns = slot.map_or(&[][..], |slot| plan.columns(slot));
    let cells = row.0.iter().map(|(key, cell)| {
        let column = columns.iter().find(|column| column.key == *key);
        let label = column.map_or(key.as_str(), |column| column.label.as_str());
        let text = match column {
            Some(column) => crate::outline::cell_words(column, cell),
            None => crate::outline::cell_text(cell),
        };
        format!("{label}: {text}")
    });
    cells.collect::<Vec<_>>().join("; ")
}
