//! What every sheet has in common, and the writing of a single field.

use rust_xlsxwriter::{Format, ProtectionOptions, Worksheet, XlsxError};
use untoc_core::Choice;
use untoc_report::Words;

use super::hints::validation;
use super::lists::Lists;
use super::looks::Looks;
use super::notes::Notes;
use super::shape::{Shape, shape};
use super::text::{CELL_MOST, HIGHEST, footer, height, lines, pieces, within};
use crate::excel::tag::Tag;
use crate::fields::Field;
use crate::form::{Direction, Form};

/// What sheets are written with.
pub(super) struct Pen<'f> {
    /// The form.
    pub(super) form: &'f Form<'f>,
    /// The words around questions and answers.
    pub(super) words: &'f Words,
    /// How cells look.
    pub(super) looks: Looks,
    /// The choices.
    pub(super) lists: Lists,
    /// What headings and texts stand for.
    pub(super) notes: Notes,
}

impl Pen<'_> {
    /// Returns an empty sheet, ready for print.
    pub(super) fn sheet(&self, name: &str, title: &str) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_right_to_left(self.form.direction == Direction::RightToLeft);
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        sheet.set_footer(footer(self.form, title));
        sheet.set_screen_gridlines(false);
        Ok(sheet)
    }

    /// Closes what is not to be filled in; there is no password.
    pub(super) fn protect(sheet: &mut Worksheet) {
        sheet.protect_with_options(&ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            insert_rows: true,
            sort: false,
            ..ProtectionOptions::default()
        });
    }

    /// Writes a text that explains, and notes that it is the form's own.
    pub(super) fn explain(
        &mut self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        text: &str,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let text = within(&lines(text));
        self.notes.text(&text);
        sheet.write_string_with_format(at.0, at.1, &text, look)?;
        Ok(())
    }

    /// Writes a field: what stands in it, what may be typed and how.
    pub(super) fn field(
        &mut self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        field: &Field<'_>,
    ) -> Result<(), XlsxError> {
        let list = self.list(field);
        let (row, column) = at;
        let look = if shape(field.kind) == Shape::Number {
            self.looks.number.clone()
        } else {
            self.looks.answer.clone()
        };
        let text = pieces(&field.content).into_iter().next().unwrap_or_default();
        let label = list.and_then(|list| self.lists.label(list, &field.content));
        if text.is_empty() {
            sheet.write_blank(row, column, &look)?;
        } else if let Some(label) = label {
            sheet.write_string_with_format(row, column, label, &look)?;
        } else if let Some(number) = number(field) {
            sheet.write_number_with_format(row, column, number, &look)?;
        } else {
            sheet.write_string_with_format(row, column, &text, &look)?;
        }
        let range = list.map(|list| self.lists.range(list));
        let validation = validation(field, range, self.words)?;
        sheet.add_data_validation(row, column, row, column, &validation)?;
        Ok(())
    }

    /// Writes what did not fit into the cells of a row into rows below it; returns how
    /// many there are. `tag` gives the tag of a piece.
    pub(super) fn more(
        &mut self,
        sheet: &mut Worksheet,
        first: u32,
        cells: &[(u16, &Field<'_>)],
        tag: impl Fn(usize) -> Tag,
    ) -> Result<u32, XlsxError> {
        let mut row = first;
        for number in 2..=cells.iter().map(|cell| count(cell.1)).max().unwrap_or(1) {
            let look = &self.looks.tag;
            sheet.write_string_with_format(row, 0, tag(number).to_string(), look)?;
            let goes_on = self.words.say("workbook-continued", &[]);
            for (column, field) in cells {
                match pieces(&field.content).get(number - 1) {
                    Some(piece) => {
                        let look = &self.looks.answer;
                        sheet.write_string_with_format(row, *column, piece, look)?;
                    }
                    None => {
                        sheet.write_blank(row, *column, &self.looks.closed)?;
                    }
                }
            }
            if cells.iter().all(|cell| cell.0 != 1) {
                let look = self.looks.closed.clone();
                self.explain(sheet, (row, 1), &goes_on, &look)?;
            }
            sheet.set_row_height(row, HIGHEST)?;
            row += 1;
        }
        Ok(row - first)
    }

    /// Returns the number of the list with the choices of a field.
    pub(super) fn list(&mut self, field: &Field<'_>) -> Option<usize> {
        match shape(field.kind) {
            Shape::List if !field.options.is_empty() => {
                Some(self.lists.add(&field.options))
            }
            Shape::Suggestion if !self.form.laws.is_empty() => {
                let laws = self.form.laws.iter();
                let choices: Vec<Choice> =
                    laws.map(|(id, title)| Choice::new(id, title)).collect();
                Some(self.lists.add(&choices))
            }
            Shape::List
            | Shape::Suggestion
            | Shape::Number
            | Shape::Date
            | Shape::Ticks
            | Shape::Rows
            | Shape::Text => None,
        }
    }
}

/// Returns how many cells a field takes.
fn count(field: &Field<'_>) -> usize {
    // Most are short, and need no counting.
    if field.content.len() <= CELL_MOST { 1 } else { pieces(&field.content).len() }
}

/// Returns how many rows a row of fields takes.
pub(super) fn rows_of(cells: &[Field<'_>]) -> usize {
    cells.iter().map(count).max().unwrap_or(1).max(1)
}

/// Returns about how high a field stands in a column of this width, in points.
pub(super) fn field_height(field: &Field<'_>, width: f64) -> f64 {
    let words = field.content_words();
    height(if words.is_empty() { &field.content } else { &words }, width, 10.0)
}

/// Returns the number in a field, if a workbook keeps it as it is.
fn number(field: &Field<'_>) -> Option<f64> {
    if shape(field.kind) != Shape::Number {
        return None;
    }
    let number: f64 = field.content.parse().ok()?;
    // Fifteen digits are kept by every program.
    (number.abs() < 1e15 && number.to_string() == field.content).then_some(number)
}
