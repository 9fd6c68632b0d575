//! The hidden sheets that say which form this is, and what its headings stand for.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::text::within;
use crate::excel::meta::{FIELDS_SHEET, FORM_SHEET, TEXT};
use crate::form::Form;

/// What headings, choices and texts stand for, line by line.
#[derive(Debug, Default)]
pub(super) struct Notes {
    lines: Vec<[String; 4]>,
    texts: BTreeSet<String>,
}

impl Notes {
    /// Notes a field: its question (none for all), its part or column, the list with its
    /// choices and its heading.
    pub(super) fn field(&mut self, question: &str, key: &str, list: &str, heading: &str) {
        let line = [question, key, list, heading].map(ToOwned::to_owned);
        if !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }

    /// Notes a text of the form, so that it is not taken for something typed.
    pub(super) fn text(&mut self, text: &str) {
        if !text.is_empty() && self.texts.insert(text.to_owned()) {
            let line = ["", TEXT, "", text].map(ToOwned::to_owned);
            self.lines.push(line);
        }
    }

    /// Writes the sheet of fields.
    pub(super) fn write(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(FIELDS_SHEET)?;
        sheet.set_hidden(true);
        sheet.protect();
        let heading = ["question", "field", "list", "text"].map(ToOwned::to_owned);
        let lines = std::iter::once(&heading).chain(&self.lines);
        for (row, line) in (0_u32..).zip(lines) {
            for (column, text) in (0_u16..).zip(line) {
                if !text.is_empty() {
                    sheet.write_string(row, column, within(text))?;
                }
            }
        }
        Ok(())
    }
}

/// Writes the sheet that says which form this is.
pub(super) fn write_form(form: &Form<'_>, book: &mut Workbook) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(FORM_SHEET)?;
    sheet.set_hidden(true);
    sheet.protect();
    let mut lines = vec![
        ["form".to_owned(), form.id.to_string(), String::new()],
        ["language".to_owned(), form.language.clone(), String::new()],
    ];
    for part in &form.parts {
        let id = part.plan.id().to_string();
        let mut say = |key: &str, value: String| {
            lines.push([key.to_owned(), id.clone(), value]);
        };
        say("version", part.plan.version().to_owned());
        say("digest", part.digest.clone());
        say("state", part.response.state.to_string());
        say("response_language", part.response.language.clone());
    }
    for (row, line) in (0_u32..).zip(&lines) {
        for (column, text) in (0_u16..).zip(line) {
            if !text.is_empty() {
                sheet.write_string(row, column, text)?;
            }
        }
    }
    Ok(())
}
