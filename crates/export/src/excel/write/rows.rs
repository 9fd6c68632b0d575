//! The rows of laws, cases, authorities and tables: a block for each question.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::sheet::{Pen, field_height};
use super::text::{height, line, lines, within};
use crate::excel::tag::Tag;
use crate::fields::{Field, FieldKind};
use crate::form::{FormPart, FormQuestion, FormSection};
use crate::words::capital;

/// From how many columns on a block has a sheet of its own.
const WIDE: usize = 7;
/// The least height of a row that is filled in, in points.
const LEAST: f64 = 28.0;

/// The blocks on one sheet.
pub(super) struct Group<'a, 'f> {
    /// The name of the sheet.
    pub(super) name: String,
    /// The questions.
    pub(super) questions: Vec<&'a FormQuestion<'f>>,
}

/// Puts the questions of a section that have rows on sheets: small tables together, each
/// wide one on its own. `name` gives a sheet its name; it is told the only question.
pub(super) fn groups<'a, 'f>(
    section: &'a FormSection<'f>,
    mut name: impl FnMut(Option<&str>) -> String,
) -> Vec<Group<'a, 'f>> {
    let mut groups: Vec<Group<'a, 'f>> = Vec::new();
    let mut shared: Option<usize> = None;
    for question in section.questions.iter().filter(|q| has_rows(q)) {
        let wide = question.columns().count() >= WIDE;
        let group = shared.filter(|_| !wide).and_then(|at| groups.get_mut(at));
        match group {
            Some(group) => group.questions.push(question),
            None => {
                let name = name(wide.then_some(question.id));
                groups.push(Group { name, questions: vec![question] });
                if !wide {
                    shared = Some(groups.len() - 1);
                }
            }
        }
    }
    groups
}

fn has_rows(question: &FormQuestion<'_>) -> bool {
    question.value().is_some_and(|field| field.kind == FieldKind::Rows)
}

/// The rows that a block takes: its title, its headings, its rows and one that is empty.
fn rows_of(question: &FormQuestion<'_>) -> u32 {
    let rows = question.fields.rows.iter().map(|row| super::sheet::rows_of(row));
    u32::try_from(rows.sum::<usize>()).unwrap_or(u32::MAX - 10) + 3
}

/// The row in which the blocks begin, under the title of the sheet.
const FIRST: u32 = 1;

impl Group<'_, '_> {
    /// Returns the row in which the block of a question begins.
    pub(super) fn row(&self, question: &str) -> Option<u32> {
        let mut row = FIRST;
        for own in &self.questions {
            if own.id == question {
                return Some(row);
            }
            row += rows_of(own);
        }
        None
    }

    /// Returns the widths of the columns beside the tags, in characters.
    fn widths(&self) -> Vec<f64> {
        let mut widths: Vec<f64> = Vec::new();
        for question in &self.questions {
            let cells = question.fields.rows.first().into_iter().flatten();
            for (at, field) in cells.enumerate() {
                let width = width(field.kind);
                match widths.get_mut(at) {
                    Some(own) => *own = own.max(width),
                    None => widths.push(width),
                }
            }
        }
        // A narrow table would be printed too large.
        let sum: f64 = widths.iter().sum();
        let stretch = f64::max(130.0 / sum.max(1.0), 1.0);
        widths.iter().map(|width| width * stretch).collect()
    }

    /// Writes the sheet.
    pub(super) fn write(
        &self,
        pen: &mut Pen<'_>,
        part: &FormPart<'_>,
        section: &FormSection<'_>,
    ) -> Result<Worksheet, XlsxError> {
        let mut sheet = pen.sheet(&self.name, &part.title)?;
        let widths = self.widths();
        sheet.set_column_width(0, 14)?;
        for (column, width) in (1_u16..).zip(&widths) {
            sheet.set_column_width(column, *width)?;
        }
        let last = u16::try_from(widths.len()).unwrap_or(1).max(1);
        let wide = 14.0 + widths.iter().sum::<f64>();
        let title = within(&format!("{}\n{}", section.title, part.title));
        pen.notes.text(&title);
        sheet.merge_range(0, 0, 0, last, &title, &pen.looks.heading)?;
        sheet.set_row_height(0, height(&title, wide, 13.0))?;
        let mut block = Block { pen, sheet, row: FIRST, last, wide, widths };
        for question in &self.questions {
            block.write(question)?;
        }
        let Block { mut sheet, row, .. } = block;
        sheet.set_print_area(0, 0, row.saturating_sub(2), last)?;
        sheet.set_freeze_panes(0, 1)?;
        Pen::protect(&mut sheet);
        Ok(sheet)
    }
}

struct Block<'p, 'f> {
    pen: &'p mut Pen<'f>,
    sheet: Worksheet,
    row: u32,
    last: u16,
    wide: f64,
    widths: Vec<f64>,
}

impl Block<'_, '_> {
    fn write(&mut self, question: &FormQuestion<'_>) -> Result<(), XlsxError> {
        let title = within(&lines(question.text));
        // The id stands at the row of the question; here it is part of a text.
        let title = format!("{title} ({})", question.id);
        self.pen.notes.text(&title);
        let look = self.pen.looks.heading.clone().set_font_size(11);
        self.sheet.merge_range(self.row, 0, self.row, self.last, &title, &look)?;
        self.sheet.set_row_height(self.row, height(&title, self.wide, 11.0) + 8.0)?;
        self.row += 1;
        self.headings(question)?;
        for (number, cells) in (1..).zip(&question.fields.rows) {
            let tag = Tag::Row(question.id.to_owned(), number).to_string();
            let look = self.pen.looks.tag.clone();
            self.sheet.write_string_with_format(self.row, 0, tag, &look)?;
            let mut high = LEAST;
            for ((column, field), width) in (1_u16..).zip(cells).zip(&self.widths) {
                self.pen.field(&mut self.sheet, (self.row, column), field)?;
                high = high.max(field_height(field, *width));
            }
            self.sheet.set_row_height(self.row, high)?;
            self.row += 1;
            let written: Vec<(u16, &Field<'_>)> = (1_u16..).zip(cells).collect();
            let tag = |piece| Tag::More(question.id.to_owned(), number, piece);
            self.row += self.pen.more(&mut self.sheet, self.row, &written, tag)?;
        }
        self.row += 1;
        Ok(())
    }

    fn headings(&mut self, question: &FormQuestion<'_>) -> Result<(), XlsxError> {
        let tag = Tag::Headings(question.id.to_owned()).to_string();
        let look = self.pen.looks.tag.clone();
        self.sheet.write_string_with_format(self.row, 0, tag, &look)?;
        let look = self.pen.looks.column.clone();
        let cells = question.fields.rows.first().into_iter().flatten();
        let mut high = 18.0_f64;
        for ((column, field), width) in (1_u16..).zip(cells).zip(&self.widths) {
            let heading = heading(field);
            high = high.max(height(&heading, *width * 0.9, 10.0));
            self.sheet.write_string_with_format(self.row, column, &heading, &look)?;
            let list = self.pen.list(field).map(super::lists::name);
            self.pen.notes.field(
                question.id,
                field.address.field(),
                list.as_deref().unwrap_or_default(),
                &heading,
            );
        }
        self.sheet.set_row_height(self.row, high)?;
        self.row += 1;
        Ok(())
    }
}

/// Returns the heading of a column: its label, a star where every row needs it.
fn heading(field: &Field<'_>) -> String {
    let star = if field.required { " *" } else { "" };
    within(&format!("{}{star}", capital(&line(&field.label))))
}

fn width(kind: FieldKind) -> f64 {
    match kind {
        FieldKind::Number | FieldKind::WholeNumber | FieldKind::Date => 12.0,
        FieldKind::Choice | FieldKind::Word => 18.0,
        FieldKind::Link | FieldKind::Texts | FieldKind::Questions => 22.0,
        FieldKind::Text
        | FieldKind::Law
        | FieldKind::Ticks
        | FieldKind::Rows
        | FieldKind::Evidence => 30.0,
    }
}
