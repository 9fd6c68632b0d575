//! What was filled in a cell.

use untoc_core::{PartialDate, is_blank};

use super::markup::{Cell, Control, Paragraph};
use super::said::is_placeholder;
use crate::decode::trim;
use crate::fields::{Field, FieldKind};

/// What a cell holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// The answer.
    pub(super) text: String,
    /// What stands beside it in the same cell.
    pub(super) beside: String,
}

/// Reads a cell as its field is filled in.
pub(super) fn read(cell: &Cell, field: &Field<'_>) -> Filled {
    match field.kind {
        FieldKind::Choice => {
            let filled = chosen(cell, |control| control.text.clone());
            Filled { text: field.code_of(&filled.text).to_owned(), ..filled }
        }
        FieldKind::Date => chosen(cell, date),
        FieldKind::Ticks => ticks(cell, field),
        FieldKind::Text
        | FieldKind::Number
        | FieldKind::WholeNumber
        | FieldKind::Link
        | FieldKind::Texts
        | FieldKind::Law
        | FieldKind::Questions
        | FieldKind::Rows
        | FieldKind::Evidence
        | FieldKind::Word => Filled { text: plain(&cell.text()), ..Filled::default() },
    }
}

/// Returns a text without blank lines around it; nothing for a placeholder.
pub(super) fn plain(text: &str) -> String {
    if is_placeholder(text) { String::new() } else { trim(text).to_owned() }
}

/// Reads a control; where it is empty or gone, the text of the cell.
fn chosen(cell: &Cell, value: impl Fn(&Control) -> String) -> Filled {
    let mut inside = String::new();
    let mut outside = Vec::new();
    for paragraph in cell.paragraphs() {
        // LibreOffice repeats a control whose text is written in two directions.
        if inside.is_empty()
            && let Some(control) = paragraph.controls.first()
            && !control.placeholder
        {
            inside = plain(&value(control));
        }
        outside.push(without_controls(paragraph));
    }
    let outside = plain(&outside.join("\n"));
    if inside.is_empty() {
        Filled { text: outside, beside: String::new() }
    } else {
        Filled { text: inside, beside: outside }
    }
}

/// Returns the text of a paragraph outside its controls.
fn without_controls(paragraph: &Paragraph) -> String {
    let mut rest = paragraph.text.clone();
    for control in paragraph.controls.iter().filter(|control| !control.text.is_empty()) {
        rest = rest.replacen(&control.text, "", 1);
    }
    rest
}

/// Returns a date as it was typed, unless only the calendar knows what was meant.
fn date(control: &Control) -> String {
    let typed = trim(&control.text);
    let chosen = control.full_date.as_deref().and_then(|full| full.get(..10));
    match chosen {
        Some(chosen)
            if PartialDate::parse(typed).is_err()
                && PartialDate::parse(chosen).is_ok() =>
        {
            chosen.to_owned()
        }
        Some(_) | None => typed.to_owned(),
    }
}

/// Reads boxes: an option is told by the tag of its box, else by the words after it.
fn ticks(cell: &Cell, field: &Field<'_>) -> Filled {
    let mut ticked = Vec::new();
    let mut beside = Vec::new();
    for line in cell.paragraphs() {
        let boxed = line.controls.iter().find(|control| control.checked.is_some());
        let text = trim(&line.text);
        let (mark, label) = match text.chars().next() {
            Some(c @ ('☐' | '☒' | '☑' | '✓' | '✔' | '✗' | '✘' | '■' | '□')) => {
                (Some(c), trim(text.trim_start_matches(c)))
            }
            Some(_) | None => (None, text),
        };
        let checked = boxed.and_then(|control| control.checked);
        let is_ticked = match (checked, mark) {
            (Some(checked), _) => checked,
            (None, Some(mark)) => !matches!(mark, '☐' | '□'),
            (None, None) => {
                if !is_blank(text) {
                    beside.push(text.to_owned());
                }
                continue;
            }
        };
        let tagged = boxed.and_then(|control| control.tag.rsplit_once('/'));
        let option = field.options.iter().find(|choice| {
            crate::decode::fold(&choice.label) == crate::decode::fold(label)
        });
        let tagged =
            tagged.filter(|(_, value)| field.options.iter().any(|c| c.value == *value));
        let value = match (option, tagged) {
            (Some(choice), _) => choice.value.clone(),
            (None, Some((_, value))) => {
                // More was written after the words of the option.
                let option = field.options.iter().find(|choice| choice.value == value);
                let own = option.map_or("", |choice| choice.label.as_str());
                let more = label.strip_prefix(own).unwrap_or(label);
                beside.extend((!is_blank(more)).then(|| trim(more).to_owned()));
                value.to_owned()
            }
            (None, None) => label.to_owned(),
        };
        if is_ticked {
            ticked.push(value);
        }
    }
    Filled { text: ticked.join("; "), beside: beside.join("\n") }
}
