//! A sheet of questions: a row for each, and a row for each option that is ticked.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::hints::tick;
use super::shape::{Shape, shape};
use super::sheet::{Pen, field_height};
use super::text::{embedded, height, line, lines, within};
use crate::address::Part;
use crate::excel::COLUMNS;
use crate::excel::meta::PARTS_ROW;
use crate::excel::tag::Tag;
use crate::fields::FieldKind;
use crate::form::{Direction, FormPart, FormQuestion, FormSection};
use crate::words;
use crate::words::capital;

/// The widths of all columns, in characters.
const WIDTHS: [f64; 9] = [14.0, 52.0, 46.0, 15.0, 24.0, 24.0, 18.0, 12.0, 24.0];
/// The least height of a row that is filled in, in points.
const LEAST: f64 = 32.0;
/// The last column that is printed where no answer was given elsewhere.
const PRINTED: u16 = 5;
/// The rows of part names, title and headings, over everything else.
const HEAD: u32 = 3;

/// A sheet of questions.
pub(super) struct Questions<'p, 'f> {
    pub(super) pen: &'p mut Pen<'f>,
    pub(super) sheet: Worksheet,
    pub(super) row: u32,
    /// Whether an answer was given elsewhere.
    pub(super) elsewhere: bool,
    /// The direction in which the questions are written.
    pub(super) wording: Direction,
}

impl Questions<'_, '_> {
    /// Writes the sheet; `rows` says where the rows of a question stand.
    pub(super) fn write(
        mut self,
        part: &FormPart<'_>,
        section: &FormSection<'_>,
        rows: &dyn Fn(&str) -> Option<(String, u32)>,
    ) -> Result<Worksheet, XlsxError> {
        self.head(part, section)?;
        self.given(section)?;
        for question in &section.questions {
            self.question(question, rows)?;
        }
        let last = self.row.saturating_sub(1).max(HEAD);
        let columns = if self.elsewhere { 8 } else { PRINTED };
        self.sheet.set_print_area(1, 0, last, columns)?;
        self.sheet.set_repeat_rows(HEAD - 1, HEAD - 1)?;
        self.sheet.set_freeze_panes(HEAD, 2)?;
        Pen::protect(&mut self.sheet);
        Ok(self.sheet)
    }

    fn head(
        &mut self,
        part: &FormPart<'_>,
        section: &FormSection<'_>,
    ) -> Result<(), XlsxError> {
        for (column, width) in (0_u16..).zip(WIDTHS) {
            // A little more than a character each, so that nothing is cut at the edge.
            self.sheet.set_column_width(column, width)?;
        }
        self.sheet.write_string(0, 0, PARTS_ROW)?;
        self.sheet.set_row_hidden(0)?;
        let heading = self.pen.looks.heading.clone();
        let title = format!("{}\n{}", section.title, part.title);
        self.merged(1, &title, &heading, 13.0)?;
        let column = self.pen.looks.column.clone();
        for (at, key) in [(0, "workbook-id"), (1, "workbook-question")] {
            let text = self.pen.words.say(key, &[]);
            self.pen.explain(&mut self.sheet, (2, at), &text, &column)?;
        }
        for (part, at) in COLUMNS {
            let text = capital(&words::part(self.pen.words, part));
            self.sheet.write_string(0, at, part.as_str())?;
            self.pen.explain(&mut self.sheet, (2, at), &text, &column)?;
        }
        self.row = HEAD;
        if let Some(intro) = section.intro {
            let look = self.pen.looks.intro.clone();
            self.merged(self.row, intro, &look, 10.0)?;
            self.row += 1;
        }
        Ok(())
    }

    /// Writes a text over all printed columns.
    fn merged(
        &mut self,
        row: u32,
        text: &str,
        look: &rust_xlsxwriter::Format,
        points: f64,
    ) -> Result<(), XlsxError> {
        let text = within(&lines(text));
        self.pen.notes.text(&text);
        self.sheet.merge_range(row, 0, row, PRINTED, &text, look)?;
        let width: f64 = WIDTHS.iter().take(usize::from(PRINTED) + 1).sum();
        let high = height(&text, width, points);
        self.sheet.set_row_height(row, high)?;
        Ok(())
    }

    /// Writes the answers of other sections, to read only.
    fn given(&mut self, section: &FormSection<'_>) -> Result<(), XlsxError> {
        if section.given.is_empty() {
            return Ok(());
        }
        let look = self.pen.looks.heading.clone().set_font_size(11);
        let text = self.pen.words.say("form-given", &[]);
        self.merged(self.row, &text, &look, 11.0)?;
        self.row += 1;
        for given in &section.given {
            let closed = self.pen.looks.closed.clone();
            // In brackets it is no tag, and what stands beside it is not read.
            let id = format!("({})", given.id);
            self.pen.explain(&mut self.sheet, (self.row, 0), &id, &closed)?;
            self.pen.explain(&mut self.sheet, (self.row, 1), given.text, &closed)?;
            self.pen.explain(&mut self.sheet, (self.row, 2), &given.answer, &closed)?;
            let high = height(given.text, WIDTHS[1], 8.0).max(height(
                &given.answer,
                WIDTHS[2],
                8.0,
            ));
            self.sheet.set_row_height(self.row, high)?;
            self.row += 1;
        }
        Ok(())
    }

    fn question(
        &mut self,
        question: &FormQuestion<'_>,
        rows: &dyn Fn(&str) -> Option<(String, u32)>,
    ) -> Result<(), XlsxError> {
        let tag = Tag::Question(question.id.to_owned()).to_string();
        let row = self.row;
        self.sheet.write_string_with_format(row, 0, tag, &self.pen.looks.tag)?;
        let mut high = self.text(question)?.max(LEAST);
        let mut written = Vec::new();
        for (part, column) in COLUMNS {
            let Some(field) = question.part(part) else { continue };
            let width = WIDTHS.get(usize::from(column)).copied().unwrap_or(20.0);
            high = high.max(field_height(field, width));
            let at = (row, column);
            written.push((column, field));
            if part != Part::Value {
                self.elsewhere |= column > PRINTED && !field.content.is_empty();
                self.pen.field(&mut self.sheet, at, field)?;
                if let Some(list) = self.pen.list(field) {
                    let name = super::lists::name(list);
                    self.pen.notes.field("", part.as_str(), &name, &field.label);
                }
                continue;
            }
            match shape(field.kind) {
                Shape::Rows => self.link(at, rows(question.id))?,
                Shape::Ticks => {
                    let look = self.pen.looks.closed.clone();
                    let text = self.pen.words.say("workbook-tick", &[]);
                    self.pen.explain(&mut self.sheet, at, &text, &look)?;
                }
                Shape::List
                | Shape::Suggestion
                | Shape::Number
                | Shape::Date
                | Shape::Text => {
                    self.pen.field(&mut self.sheet, at, field)?;
                    if let Some(list) = self.pen.list(field) {
                        let name = super::lists::name(list);
                        let key = part.as_str();
                        self.pen.notes.field(question.id, key, &name, "");
                    }
                }
            }
        }
        self.sheet.set_row_height(row, high)?;
        self.row += 1;
        let tag = |piece| Tag::More(question.id.to_owned(), 0, piece);
        self.row += self.pen.more(&mut self.sheet, self.row, &written, tag)?;
        self.ticks(question)
    }

    /// Writes the cell of a question: what is asked, on what ground, when and how. Returns
    /// how high it stands.
    fn text(&mut self, question: &FormQuestion<'_>) -> Result<f64, XlsxError> {
        let words = self.pen.words;
        let ground: Vec<&str> = [
            question.provisions.as_deref(),
            question.obligation.as_deref(),
            Some(question.required.as_str()),
        ]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
        // A cell has one direction, that of the question; lines of ours may have another.
        let (wording, own) = (self.wording, self.pen.form.direction);
        let ours = |line: &str| match own == wording || line.is_empty() {
            true => line.to_owned(),
            false => embedded(line, own),
        };
        let mut about = vec![ours(&ground.join(" · "))];
        about.extend(question.asked_if.as_deref().map(|line| ours(&capital(line))));
        about.extend(question.help.map(ToOwned::to_owned));
        if let Some(expects) = expects(question) {
            let expects = expects.into();
            let line = words.say("workbook-expects", &[("expected", expects)]);
            about.push(ours(&line));
        }
        about.retain(|line| !line.is_empty());
        let text = within(&lines(question.text));
        let looks = &self.pen.looks;
        let look = match (wording, own) {
            (Direction::LeftToRight, Direction::LeftToRight) => looks.question.clone(),
            (Direction::LeftToRight, Direction::RightToLeft) => {
                looks.question.clone().set_reading_direction(1)
            }
            (Direction::RightToLeft, _) => {
                looks.question.clone().set_reading_direction(2)
            }
        };
        if about.is_empty() || text.is_empty() {
            let look = look.set_bold();
            self.sheet.write_string_with_format(self.row, 1, &text, &look)?;
            return Ok(height(&text, WIDTHS[1], 10.0));
        }
        let about = within(&format!("\n{}", lines(&about.join("\n"))));
        let high = height(&text, WIDTHS[1], 11.5) + height(about.trim(), WIDTHS[1], 9.0);
        let pieces = [(&looks.strong, text.as_str()), (&looks.faint, about.as_str())];
        self.sheet.write_rich_string_with_format(self.row, 1, &pieces, &look)?;
        Ok(high)
    }

    fn link(
        &mut self,
        at: (u32, u16),
        target: Option<(String, u32)>,
    ) -> Result<(), XlsxError> {
        let Some((sheet, row)) = target else { return Ok(()) };
        let arguments = [("sheet", (&sheet).into())];
        let text = self.pen.words.say("workbook-rows-there", &arguments);
        self.pen.notes.text(&text);
        let quoted = sheet.replace('\'', "''");
        let url = Url::new(format!("internal:'{quoted}'!A{}", row + 1)).set_text(&text);
        self.sheet.write_url_with_format(at.0, at.1, url, &self.pen.looks.link)?;
        Ok(())
    }

    fn ticks(&mut self, question: &FormQuestion<'_>) -> Result<(), XlsxError> {
        let Some(field) = question.value().filter(|f| f.kind == FieldKind::Ticks) else {
            return Ok(());
        };
        let ticked: Vec<&str> = field.content.split("; ").collect();
        let validation = tick(self.pen.words)?;
        for option in field.options.iter() {
            let row = self.row;
            let tag = Tag::Tick(question.id.to_owned(), option.value.clone()).to_string();
            let looks = &self.pen.looks;
            self.sheet.write_string_with_format(row, 0, &tag, &looks.tag)?;
            let mut label = line(&option.label);
            if option.exclusive {
                let arguments = [("label", label.into())];
                label = self.pen.words.say("workbook-alone", &arguments);
            }
            self.sheet.write_string_with_format(row, 1, within(&label), &looks.option)?;
            if ticked.contains(&option.value.as_str()) {
                self.sheet.write_string_with_format(row, 2, "x", &looks.tick)?;
            } else {
                self.sheet.write_blank(row, 2, &looks.tick)?;
            }
            self.sheet.add_data_validation(row, 2, row, 2, &validation)?;
            let high = height(&label, WIDTHS[1] - 4.0, 10.0).max(height(
                &tag,
                WIDTHS[0] * 0.8,
                7.0,
            ));
            self.sheet.set_row_height(row, high)?;
            for column in 3..=PRINTED {
                self.sheet.write_blank(row, column, &looks.closed)?;
            }
            self.row += 1;
        }
        Ok(())
    }
}

/// Returns how an answer is given, where the cell does not show it on paper.
fn expects(question: &FormQuestion<'_>) -> Option<String> {
    let field = question.value()?;
    match shape(field.kind) {
        Shape::List => {
            let labels: Vec<&str> =
                field.options.iter().map(|option| option.label.as_str()).collect();
            Some(labels.join(" / "))
        }
        Shape::Number | Shape::Date => Some(field.expected.clone()),
        Shape::Suggestion | Shape::Ticks | Shape::Rows | Shape::Text => None,
    }
}
