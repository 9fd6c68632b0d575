//! The fields of a question as the form shows them.

use std::collections::BTreeMap;

use untoc_core::{Choice, Laws};
use untoc_export::{Field, FieldKind, QuestionFields};

use crate::sheet::ticked;

/// How an answer is given.
pub(crate) enum Widget {
    /// One of several.
    Radios(Vec<Pick>),
    /// Several of several.
    Ticks(Vec<Pick>),
    /// A long text.
    Text { name: String, content: String },
    /// A line: a number, a date.
    Line { name: String, content: String, unit: Option<String>, mode: &'static str },
    /// Rows of cells.
    Rows(Rows),
}

/// A choice.
pub(crate) struct Pick {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) checked: bool,
    /// Whether it cannot be ticked together with another.
    pub(crate) alone: bool,
}

/// The rows of an answer.
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
    /// How many of the rows have something in them.
    pub(crate) filled: usize,
    pub(crate) headings: String,
}

/// A row.
pub(crate) struct Row {
    pub(crate) number: usize,
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
pub(crate) struct Cell {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) content: String,
    pub(crate) hint: Option<String>,
    pub(crate) required: bool,
    pub(crate) shape: Shape,
}

/// What a cell looks like.
pub(crate) enum Shape {
    Line(&'static str),
    Text,
    Select(Vec<Pick>),
    Ticks(Vec<Pick>),
}

/// Returns the id of an input for its name; ids hold no slash.
pub(crate) fn input_id(name: &str) -> String {
    name.replace('/', "--")
}

pub(crate) fn picks(field: &Field<'_>) -> Vec<Pick> {
    let name = field.address.to_string();
    ticked(field).map(|(choice, checked)| pick(&name, choice, checked)).collect()
}

fn pick(name: &str, choice: &Choice, checked: bool) -> Pick {
    Pick {
        name: name.to_owned(),
        value: choice.value.clone(),
        label: choice.label.clone(),
        checked,
        alone: choice.exclusive,
    }
}

/// Makes the widget of an answer. `spare` says whether an empty row is wanted.
pub(crate) fn widget(
    fields: &QuestionFields<'_>,
    unit: Option<&str>,
    laws: &Laws,
    spare: bool,
) -> Option<Widget> {
    let value = fields.parts.first()?;
    let name = value.address.to_string();
    let content = value.content.clone();
    let line = |mode| Widget::Line {
        name: name.clone(),
        content: content.clone(),
        unit: unit.map(str::to_owned),
        mode,
    };
    Some(match value.kind {
        FieldKind::Choice => Widget::Radios(picks(value)),
        FieldKind::Ticks | FieldKind::Questions => Widget::Ticks(picks(value)),
        FieldKind::Number | FieldKind::WholeNumber => line("decimal"),
        FieldKind::Date => line("text"),
        FieldKind::Rows => Widget::Rows(rows(fields, laws, spare)),
        FieldKind::Text
        | FieldKind::Link
        | FieldKind::Texts
        | FieldKind::Law
        | FieldKind::Evidence
        | FieldKind::Word => Widget::Text { name, content },
    })
}

fn rows(fields: &QuestionFields<'_>, laws: &Laws, spare: bool) -> Rows {
    let has_text =
        |row: &&Vec<Field<'_>>| row.iter().any(|cell| !cell.content.is_empty());
    let filled = fields.rows.iter().filter(has_text).count();
    // The last row is always an empty one, from which new rows are made.
    let shown = if spare || filled == 0 { filled + 1 } else { filled };
    let rows = fields.rows.iter().take(shown);
    let headings = fields.rows.first().map(|row| {
        row.iter().map(|cell| cell.label.to_string()).collect::<Vec<_>>().join(" · ")
    });
    Rows {
        rows: rows
            .enumerate()
            .map(|(at, row)| Row {
                number: at + 1,
                cells: row.iter().map(|field| cell(field, laws)).collect(),
            })
            .collect(),
        filled,
        headings: headings.unwrap_or_default(),
    }
}

fn cell(field: &Field<'_>, laws: &Laws) -> Cell {
    let name = field.address.to_string();
    let (shape, hint) = match field.kind {
        FieldKind::Choice => (Shape::Select(picks(field)), None),
        FieldKind::Ticks | FieldKind::Questions => (Shape::Ticks(picks(field)), None),
        FieldKind::Law => (Shape::Select(law_picks(&name, &field.content, laws)), None),
        FieldKind::Number | FieldKind::WholeNumber => {
            (Shape::Line("decimal"), Some(field.expected.clone()))
        }
        FieldKind::Date | FieldKind::Texts => {
            (Shape::Line("text"), Some(field.expected.clone()))
        }
        FieldKind::Link => (Shape::Line("url"), None),
        FieldKind::Text => (Shape::Text, None),
        FieldKind::Rows | FieldKind::Evidence | FieldKind::Word => {
            (Shape::Line("text"), None)
        }
    };
    Cell {
        id: input_id(&name),
        label: field.label.to_string(),
        content: field.content.clone(),
        required: field.required,
        hint,
        name,
        shape,
    }
}

/// The laws of the register; one that is not in it stays what it is.
fn law_picks(name: &str, content: &str, laws: &Laws) -> Vec<Pick> {
    let known =
        laws.laws.iter().map(|law| Choice::new(law.id.as_str(), law.title.as_str()));
    let mut choices: Vec<Choice> = known.collect();
    if !content.is_empty() && laws.get(content).is_none() {
        choices.push(Choice::new(content, content));
    }
    choices.iter().map(|choice| pick(name, choice, choice.value == content)).collect()
}

/// Lays texts that were typed over the fields of a question.
pub(crate) fn lay(fields: &mut QuestionFields<'_>, posted: &crate::posted::Posted) {
    for field in &mut fields.parts {
        if let Some(text) = posted.texts.get(&field.address) {
            field.content.clone_from(text);
        }
    }
    let Some(template) = fields.rows.last().cloned() else { return };
    let typed: Vec<BTreeMap<String, String>> = posted.rows().into_values().collect();
    if typed.is_empty() {
        return;
    }
    let question = fields.parts.first().map(|field| field.address.question.clone());
    let Some(question) = question else { return };
    let empty = std::iter::once(BTreeMap::new());
    let has_text =
        |row: &BTreeMap<String, String>| row.values().any(|text| !text.trim().is_empty());
    let typed = typed.into_iter().filter(has_text).chain(empty);
    fields.rows = typed
        .enumerate()
        .map(|(at, texts)| {
            template
                .iter()
                .map(|field| {
                    let key = field.address.field().to_owned();
                    let mut field = field.clone();
                    field.content = texts.get(&key).cloned().unwrap_or_default();
                    field.address = untoc_export::Address::cell(&question, at + 1, key);
                    field
                })
                .collect()
        })
        .collect();
}
