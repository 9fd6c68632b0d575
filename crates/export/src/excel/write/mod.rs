//! Writes a form as an Excel workbook: a cover, sheets of questions, sheets of rows.
//!
//! Cells that are filled in are open, all others are closed without a password. The same
//! form gives the same bytes.

mod cover;
mod grow;
mod hints;
mod lists;
mod looks;
mod names;
mod notes;
mod questions;
mod rows;
mod shape;
mod sheet;
mod text;

pub(crate) use self::text::{CELL_MOST, pieces as cell_pieces};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use untoc_report::Words;

use self::lists::Lists;
use self::looks::Looks;
use self::names::Names;
use self::notes::Notes;
use self::questions::Questions;
use self::sheet::Pen;
use crate::form::{Form, FormPart, FormSection, WriteError};

/// Writes a form as an Excel workbook.
///
/// # Errors
/// When the form does not fit into a workbook. Names and texts are made to fit before, so
/// what is left are the bounds of a workbook as a whole.
pub(crate) fn write_form(form: &Form<'_>, words: &Words) -> Result<Vec<u8>, WriteError> {
    let bytes =
        write(form, words).map_err(|source| WriteError::Workbook(source.into()))?;
    Ok(grow::let_rows_grow(&bytes).unwrap_or(bytes))
}

fn write(form: &Form<'_>, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut pen = Pen {
        form,
        words,
        looks: Looks::new(form.direction),
        lists: Lists::default(),
        notes: Notes::default(),
    };
    let mut names = Names::default();
    let cover = names.take(&words.say("workbook-sheet-cover", &[]));
    let mut sheets = Vec::new();
    let mut first = Vec::new();
    for part in &form.parts {
        for section in &part.sections {
            let written = write_section(&mut pen, &mut names, part, section)?;
            first.push(written.0);
            sheets.extend(written.1);
        }
    }
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(form.cover.title.as_str())
        .set_subject(form.id.as_str())
        .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    book.set_properties(&properties);
    book.push_worksheet(cover::write(&mut pen, &cover, &first)?);
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    notes::write_form(form, &mut book)?;
    pen.notes.write(&mut book)?;
    pen.lists.write(&mut book)?;
    book.save_to_buffer()
}

/// Writes the sheets of a section; returns the name of the first.
fn write_section(
    pen: &mut Pen<'_>,
    names: &mut Names,
    part: &FormPart<'_>,
    section: &FormSection<'_>,
) -> Result<(String, Vec<Worksheet>), XlsxError> {
    let alone = pen.form.parts.len() == 1;
    let wanted = names::questions(part, section, alone, pen.words);
    let name = names.take(&wanted);
    let words = pen.words;
    let groups = rows::groups(section, |question| {
        let wanted = match question.and_then(|id| id.rsplit('-').next()) {
            Some(number) => format!("{name} – {number}"),
            None => names::rows(&name, words),
        };
        names.take(&wanted)
    });
    let place = |question: &str| {
        groups
            .iter()
            .find_map(|group| group.row(question).map(|row| (group.name.clone(), row)))
    };
    let sheet = pen.sheet(&name, &part.title)?;
    let wording = part.wording_direction;
    let questions = Questions { pen, sheet, row: 0, elsewhere: false, wording };
    let mut sheets = vec![questions.write(part, section, &place)?];
    for group in &groups {
        sheets.push(group.write(pen, part, section)?);
    }
    Ok((name, sheets))
}
