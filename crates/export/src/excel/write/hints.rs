//! What a cell lets people type, what it tells them first and what it tells them after.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle as Style, DataValidationRule, Formula,
    XlsxError,
};
use untoc_report::Words;

use super::shape::{Shape, shape};
use super::text::{cut, line};
use crate::fields::Field;

/// The most characters of a title and of a message.
const TITLE: usize = 32;
const MESSAGE: usize = 255;

/// Returns the validation of a cell; `list` is where its choices stand.
pub(super) fn validation(
    field: &Field<'_>,
    list: Option<Formula>,
    words: &Words,
) -> Result<DataValidation, XlsxError> {
    let bare = DataValidation::new();
    let shape = shape(field.kind);
    let (rule, style) = match (shape, list) {
        (Shape::List, Some(list)) => (bare.allow_list_formula(list), Style::Stop),
        // A law may be cited that is not in the register yet.
        (Shape::Suggestion, Some(list)) => {
            (bare.allow_list_formula(list), Style::Information)
        }
        (Shape::Number, _) => (bare.allow_decimal_number(bounds(field)), Style::Warning),
        (Shape::Date, _) => {
            let length = DataValidationRule::Between(4, 10);
            (bare.allow_text_length(length), Style::Warning)
        }
        (Shape::List | Shape::Suggestion, None)
        | (Shape::Ticks | Shape::Rows | Shape::Text, _) => {
            (bare.allow_any_value(), Style::Information)
        }
    };
    let chosen = matches!(shape, Shape::List | Shape::Suggestion);
    let tell = match shape {
        Shape::List => words.say("workbook-choose", &[]),
        Shape::Suggestion => words.say("workbook-choose-law", &[]),
        Shape::Number | Shape::Date | Shape::Ticks | Shape::Rows | Shape::Text => {
            field.expected.clone()
        }
    };
    let wrong = if shape == Shape::List {
        words.say("workbook-not-listed", &[])
    } else {
        words.say("workbook-unexpected", &[("expected", (&tell).into())])
    };
    let title = if chosen { "workbook-choose-title" } else { "workbook-write-title" };
    let title = cut(&line(&words.say(title, &[])), TITLE);
    rule.set_error_style(style)
        .set_input_title(title.as_str())?
        .set_input_message(cut(&line(&tell), MESSAGE))?
        .set_error_title(title)?
        .set_error_message(cut(&line(&wrong), MESSAGE))
}

/// Returns the validation of a cell that is ticked.
pub(super) fn tick(words: &Words) -> Result<DataValidation, XlsxError> {
    let title = cut(&line(&words.say("workbook-tick-title", &[])), TITLE);
    let tell = cut(&line(&words.say("workbook-tick", &[])), MESSAGE);
    DataValidation::new()
        .allow_list_strings(&["x"])?
        .set_error_style(Style::Warning)
        .set_input_title(title.as_str())?
        .set_input_message(tell.as_str())?
        .set_error_title(title)?
        .set_error_message(tell)
}

fn bounds(field: &Field<'_>) -> DataValidationRule<f64> {
    let number = |number: Option<&serde_json::Number>| number.and_then(|n| n.as_f64());
    match (number(field.minimum), number(field.maximum)) {
        (Some(least), Some(most)) if least <= most => {
            DataValidationRule::Between(least, most)
        }
        (Some(least), _) => DataValidationRule::GreaterThanOrEqualTo(least),
        (None, Some(most)) => DataValidationRule::LessThanOrEqualTo(most),
        (None, None) => DataValidationRule::Between(-1e15, 1e15),
    }
}
