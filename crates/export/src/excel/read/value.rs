//! From a cell to the text of a field.

use std::borrow::Cow;

use untoc_intake::CellForm;

use super::cells::Cell;
use crate::decode::{fold, trim};

/// What a cell says, and what has to be said about it.
pub(super) struct Said<'c> {
    pub(super) text: Cow<'c, str>,
    /// Whether a date cell was written as a date, and how people see it.
    pub(super) date: Option<String>,
}

/// Returns what a cell says.
pub(super) fn said(cell: &Cell) -> Said<'_> {
    match cell.form {
        CellForm::Text | CellForm::Truth => {
            Said { text: Cow::Borrowed(&cell.text), date: None }
        }
        CellForm::Number => Said { text: number(&cell.text), date: None },
        CellForm::Date => {
            let text = cell.text.strip_suffix("T00:00:00").unwrap_or(&cell.text);
            Said { text: text.into(), date: Some(in_words(text)) }
        }
    }
}

/// Writes a number without the decimals and exponents of the file format.
fn number(text: &str) -> Cow<'_, str> {
    match text.parse::<f64>() {
        Ok(number) if number.abs() < 1e15 => number.to_string().into(),
        Ok(_) | Err(_) => text.into(),
    }
}

/// Writes a date so that nobody takes the day for the month.
fn in_words(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec",
    ];
    let mut pieces = date.splitn(3, '-');
    let words = || {
        let (year, month, day) = (pieces.next()?, pieces.next()?, pieces.next()?);
        let month: usize = month.parse().ok()?;
        let month = MONTHS.get(month.checked_sub(1)?)?;
        Some(format!("{} {month} {year}", day.trim_start_matches('0')))
    };
    let mut words = words;
    words().unwrap_or_else(|| date.to_owned())
}

/// What a mark beside an option means; `None` if it could mean anything.
pub(super) fn tick(text: &str) -> Option<bool> {
    let folded = fold(text);
    let mark = trim(&folded);
    let yes = [
        "x", "х", "×", "✓", "✔", "☑", "☒", "✗", "✘", "v", "1", "yes", "y", "true", "oui",
        "sí", "si", "да", "نعم", "是", "√", "*", "+", "•", "■",
    ];
    let no = ["no", "n", "0", "false", "non", "нет", "لا", "否", "-", "–", "—", "☐", "□"];
    if yes.contains(&mark) {
        Some(true)
    } else if no.contains(&mark) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, form: CellForm) -> Cell {
        Cell { column: 0, text: text.to_owned(), form, formula: false }
    }

    /// Numbers and dates are written as the tool writes them.
    #[test]
    fn writes_numbers_and_dates() {
        for (text, form, said_text) in [
            ("9.0", CellForm::Number, "9"),
            ("9", CellForm::Number, "9"),
            ("0.1", CellForm::Number, "0.1"),
            ("1.5E3", CellForm::Number, "1500"),
            ("9.0", CellForm::Text, "9.0"),
            ("2024-05-17", CellForm::Date, "2024-05-17"),
            ("2024-05-17T00:00:00", CellForm::Date, "2024-05-17"),
        ] {
            assert_eq!(said(&cell(text, form)).text, said_text);
        }
        let date = cell("2024-05-07", CellForm::Date);
        assert_eq!(said(&date).date.as_deref(), Some("7 May 2024"));
    }

    /// Marks of many hands mean that something is ticked, and some mean that it is not.
    #[test]
    fn reads_ticks() {
        assert_eq!(
            [" X ", "نعم", "no", "perhaps"].map(tick),
            [Some(true), Some(true), Some(false), None]
        );
    }
}
