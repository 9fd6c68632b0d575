//! What can be typed or chosen in a field or in a cell.

use serde_json::Number;
use untoc_core::{CellKind, Choice, Kind, Plan, PlanColumn};

use super::form::{Column, Input, Item, Validator};
use crate::survey::naming::codes;
use crate::survey::patterns::{DATE_PATTERN, LINK_PATTERN};
use crate::survey::wording::{Text, Wording};
use crate::survey::words;

/// Returns the input of a question; that of a question with rows is in its columns.
pub(super) fn of_question(plan: &Plan, slot: usize, wording: &Wording<'_>) -> Input {
    let question = plan.question(slot);
    match question.kind {
        Kind::Implementation | Kind::YesNo | Kind::Single | Kind::Multiple => Input {
            choices: items(plan.options(slot), |value| {
                wording.of(slot, |plan, slot| label(plan.options(slot), value))
            }),
            ..Input::default()
        },
        Kind::Number => number(question.minimum.as_ref(), question.maximum.as_ref()),
        Kind::Date => date(),
        Kind::Text | Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
            Input::default()
        }
    }
}

/// Returns the columns of a question with rows.
pub(super) fn columns(plan: &Plan, slot: usize, wording: &Wording<'_>) -> Vec<Column> {
    crate::survey::columns::columns(plan, slot)
        .into_iter()
        .map(|column| of_column(column, slot, wording))
        .collect()
}

fn of_column(column: &PlanColumn, slot: usize, wording: &Wording<'_>) -> Column {
    let find = |plan: &Plan, slot: usize| {
        plan.columns(slot).iter().find(|other| other.key == column.key).cloned()
    };
    let title = wording.of(slot, |plan, slot| Some(find(plan, slot)?.label));
    let offered = || {
        items(&column.options, |value| {
            wording.of(slot, |plan, slot| label(&find(plan, slot)?.options, value))
        })
    };
    let bounds = (column.minimum.as_ref(), column.maximum.as_ref());
    let hint =
        |text: &str| Input { placeholder: Some(Text::plain(text)), ..Input::default() };
    let (cell_type, input) = match column.kind {
        CellKind::Text => ("comment", Input::default()),
        CellKind::Integer => {
            ("text", Input { step: Some(1), ..number(bounds.0, bounds.1) })
        }
        CellKind::Number => ("text", number(bounds.0, bounds.1)),
        CellKind::Date => ("text", date()),
        CellKind::Choice => {
            ("dropdown", Input { choices: offered(), ..Input::default() })
        }
        CellKind::Questions => {
            // Questions are long; ticks would make a row as high as a page.
            ("tagbox", Input { choices: offered(), ..Input::default() })
        }
        CellKind::Link => ("text", pattern(LINK_PATTERN, words::LINK, Some("https://…"))),
        CellKind::Texts => ("text", hint(words::TEXTS)),
        CellKind::Law => ("text", hint(words::LAW)),
    };
    Column {
        name: column.key.clone(),
        title: title.unwrap_or_else(|| Text::plain(&column.label)),
        cell_type,
        is_required: column.required,
        input,
    }
}

/// Makes a choice that can stand beside others.
pub(super) fn item(value: &str, text: Text) -> Item {
    Item { value: value.to_owned(), text, is_exclusive: false }
}

fn items(choices: &[Choice], text: impl Fn(&str) -> Option<Text>) -> Vec<Item> {
    let texts = choices.iter().map(|choice| {
        text(&choice.value).unwrap_or_else(|| Text::plain(choice.label.as_str()))
    });
    choices
        .iter()
        .zip(codes(choices))
        .zip(texts)
        .map(|((choice, value), text)| Item {
            value,
            text,
            is_exclusive: choice.exclusive,
        })
        .collect()
}

fn label(choices: &[Choice], value: &str) -> Option<String> {
    choices.iter().find(|choice| choice.value == value).map(|choice| choice.label.clone())
}

fn number(minimum: Option<&Number>, maximum: Option<&Number>) -> Input {
    Input {
        input_type: Some("number"),
        validators: vec![Validator {
            kind: "numeric",
            text: Text::plain(words::range(minimum, maximum)),
            regex: None,
            min_value: minimum.cloned(),
            max_value: maximum.cloned(),
        }],
        ..Input::default()
    }
}

fn date() -> Input {
    pattern(DATE_PATTERN, words::DATE, Some(words::DATE))
}

fn pattern(regex: &'static str, text: &str, placeholder: Option<&str>) -> Input {
    Input {
        placeholder: placeholder.map(Text::plain),
        validators: vec![Validator {
            kind: "regex",
            text: Text::plain(text),
            regex: Some(regex),
            min_value: None,
            max_value: None,
        }],
        ..Input::default()
    }
}
