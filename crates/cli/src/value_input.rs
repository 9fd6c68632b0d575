//! Turns what a person types into the value of an answer.
//!
//! People type labels as well as values, capitals, and the digits of their own script;
//! all of these are understood here, and only what cannot be understood is refused with
//! what was expected. The rules of the core have the last word on the value.

use serde_json::Number;
use untoc_core::{
    Cell, CellKind, Choice, Kind, PartialDate, Plan, PlanColumn, Row, Value, nearest,
};

use crate::error::CommandError;

/// Reads the value of a question from words on the command line or in the interview.
pub(crate) fn parse_value(
    plan: &Plan,
    slot: usize,
    words: &[String],
) -> Result<Value, CommandError> {
    let question = plan.question(slot);
    let joined = words.join(" ");
    match question.kind {
        Kind::Implementation | Kind::YesNo | Kind::Single => {
            parse_choice(plan.options(slot), &joined).map(Value::Text)
        }
        Kind::Multiple => parse_ticks(plan.options(slot), words).map(Value::List),
        Kind::Text => Ok(Value::Text(joined)),
        Kind::Number => parse_number(&joined).map(Value::Number),
        Kind::Date => parse_date(&joined).map(Value::Text),
        Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
            let keys: Vec<_> =
                plan.columns(slot).iter().map(|c| c.key.as_str()).collect();
            let id = &question.id;
            Err(CommandError::usage(format!("the answer to {id} is a list of rows"))
                .hint(format!(
                    "add a row with: untoc answer {id} --add-row \"{}=…\"",
                    keys.join("=…; ")
                ))
                .hint(format!(
                    "or type the rows field by field with: untoc fill --question {id}"
                )))
        }
    }
}

/// Finds the option that a word means: by value, label, or a beginning that only one has.
pub(crate) fn parse_choice(
    options: &[Choice],
    word: &str,
) -> Result<String, CommandError> {
    let wanted = fold(word);
    let exact = options
        .iter()
        .find(|choice| fold(&choice.value) == wanted || fold(&choice.label) == wanted);
    if let Some(choice) = exact {
        return Ok(choice.value.clone());
    }
    let mut beginning = options.iter().filter(|choice| {
        !wanted.is_empty()
            && (fold(&choice.value).starts_with(&wanted)
                || fold(&choice.label).starts_with(&wanted))
    });
    if let (Some(choice), None) = (beginning.next(), beginning.next()) {
        return Ok(choice.value.clone());
    }
    let values: Vec<_> = options.iter().map(|choice| choice.value.as_str()).collect();
    let error = CommandError::usage(format!(
        "\"{word}\" is not one of the options; expected {}",
        one_of(&values)
    ));
    Err(match nearest(word, values) {
        Some(near) => error.hint(format!("did you mean {near}?")),
        None => error,
    })
}

fn parse_ticks(
    options: &[Choice],
    words: &[String],
) -> Result<Vec<String>, CommandError> {
    let mut ticked = Vec::new();
    let mut tick = |value: String| {
        if !ticked.contains(&value) {
            ticked.push(value);
        }
    };
    let joined = words.join(" ");
    if let Ok(value) = parse_choice(options, &joined) {
        return Ok(vec![value]);
    }
    for word in words {
        // A label may hold a comma, so the whole word is tried before its parts.
        if let Ok(value) = parse_choice(options, word) {
            tick(value);
            continue;
        }
        for part in word.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            tick(parse_choice(options, part)?);
        }
    }
    Ok(ticked)
}

/// Reads a number, also with the digits of Arabic, Persian or Indic scripts.
pub(crate) fn parse_number(text: &str) -> Result<Number, CommandError> {
    let plain: String = ascii_digits(text.trim())
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '_'))
        .collect();
    let whole = plain.parse::<i64>().ok().map(Number::from);
    let parsed = whole.or_else(|| {
        let ok = plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        ok.then(|| plain.parse::<f64>().ok().and_then(Number::from_f64)).flatten()
    });
    parsed.ok_or_else(|| {
        let error = CommandError::usage(format!("\"{text}\" is not a number"));
        if plain.contains(',') {
            error.hint(
                "write a point before decimals and nothing between thousands: 1200.5",
            )
        } else {
            error.hint("write digits only, for example 12")
        }
    })
}

/// Reads a date as far as it is known.
pub(crate) fn parse_date(text: &str) -> Result<String, CommandError> {
    let plain = ascii_digits(text.trim());
    PartialDate::parse(&plain).map(|date| date.to_string()).map_err(|_| {
        CommandError::usage(format!("\"{text}\" is not a date"))
            .hint("write 2024, 2024-05 or 2024-05-17, as far as it is known")
    })
}

/// Reads a row from `key=value; key=value`; a key may be the heading of the column.
///
/// A semicolon inside a value is written `\;`.
pub(crate) fn parse_row(columns: &[PlanColumn], text: &str) -> Result<Row, CommandError> {
    let mut row = Row::default();
    for part in split_fields(text) {
        let Some((key, value)) = part.split_once('=') else {
            let keys: Vec<_> = columns.iter().map(|c| c.key.as_str()).collect();
            return Err(CommandError::usage(format!(
                "\"{}\" is no field of a row",
                part.trim()
            ))
            .hint(format!("write key=value; the keys are {}", keys.join(", "))));
        };
        let column = find_column(columns, key)?;
        let value = value.trim();
        if !value.is_empty() {
            row.0.push((column.key.clone(), parse_cell(column, value)?));
        }
    }
    Ok(row)
}

/// Finds a column by its key or heading.
pub(crate) fn find_column<'c>(
    columns: &'c [PlanColumn],
    key: &str,
) -> Result<&'c PlanColumn, CommandError> {
    let wanted = fold(key);
    let found =
        columns.iter().find(|c| fold(&c.key) == wanted || fold(&c.label) == wanted);
    found.ok_or_else(|| {
        let keys: Vec<_> = columns.iter().map(|c| c.key.as_str()).collect();
        let error = CommandError::usage(format!(
            "\"{}\" is no column; expected {}",
            key.trim(),
            one_of(&keys)
        ));
        match nearest(key.trim(), keys) {
            Some(near) => error.hint(format!("did you mean {near}?")),
            None => error,
        }
    })
}

/// Reads a cell of a row.
pub(crate) fn parse_cell(column: &PlanColumn, text: &str) -> Result<Cell, CommandError> {
    Ok(match column.kind {
        CellKind::Text | CellKind::Law | CellKind::Link => Cell::Text(text.to_owned()),
        CellKind::Integer | CellKind::Number => Cell::Number(parse_number(text)?),
        CellKind::Date => Cell::Text(parse_date(text)?),
        CellKind::Choice => Cell::Text(parse_choice(&column.options, text)?),
        CellKind::Texts => Cell::List(list(text)),
        CellKind::Questions => {
            let mut ids = Vec::new();
            for part in list(text) {
                ids.push(parse_choice(&column.options, &part)?);
            }
            Cell::List(ids)
        }
    })
}

/// Joins values the way a message offers them: "yes, in_part or no".
pub(crate) fn one_of(values: &[&str]) -> String {
    match values {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

fn list(text: &str) -> Vec<String> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn split_fields(text: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek() == Some(&';') => {
                field.push(';');
                chars.next();
            }
            ';' => fields.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    fields.push(field);
    fields.retain(|field| !field.trim().is_empty());
    fields
}

fn fold(text: &str) -> String {
    let mut folded = String::new();
    for word in text.trim().to_lowercase().replace(['_', '-'], " ").split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Turns the decimal digits of other scripts into ASCII digits.
fn ascii_digits(text: &str) -> String {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    text.chars()
        .map(|c| {
            let digit = zeros.iter().find_map(|&zero| {
                let offset = u32::from(c).checked_sub(u32::from(zero))?;
                (offset < 10).then(|| char::from_digit(offset, 10)).flatten()
            });
            digit.unwrap_or(c)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<Choice> {
        vec![
            Choice::new("yes", "Yes"),
            Choice::new("in_part", "Yes, in part"),
            Choice::new("no", "No"),
        ]
    }

    /// A choice is found by value, by label, and by a beginning that only one has.
    #[test]
    fn finds_choices_as_people_type_them() {
        for (typed, value) in [
            ("yes", "yes"),
            ("Yes, in part", "in_part"),
            ("IN PART", "in_part"),
            ("n", "no"),
        ] {
            assert_eq!(parse_choice(&options(), typed).unwrap(), value, "{typed}");
        }
        let error = parse_choice(&options(), "maybe").unwrap_err();
        assert_eq!(
            error.message,
            "\"maybe\" is not one of the options; expected yes, in_part or no"
        );
    }

    /// Numbers may be typed with other digits and spaces, and never with a comma.
    #[test]
    fn reads_numbers() {
        assert_eq!(parse_number("١٢").unwrap().to_string(), "12");
        assert_eq!(parse_number("1 200").unwrap().to_string(), "1200");
        assert_eq!(parse_number("3.5").unwrap().to_string(), "3.5");
        for bad in ["", "3,5", "12 cases", "inf", "1e5"] {
            assert!(parse_number(bad).is_err(), "{bad}");
        }
    }

    /// A row is read by keys or headings, and a semicolon can stand in a value.
    #[test]
    fn reads_rows() {
        let fields = split_fields("law=code; provision=art. 5\\; 6; summary=");
        assert_eq!(fields, ["law=code", " provision=art. 5; 6", " summary="]);
    }
}
