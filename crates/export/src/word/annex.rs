//! What follows the questions of a form: answers given in another review, and the laws
//! that a citation may name.

use super::form::Writer;
use super::layout::share;
use super::layout::{Cut, Ground, WIDTH, begin_cell, begin_head, begin_row, begin_table};
use super::styles::ANSWER;
use super::text::{Look, begin, paragraphs, runs};
use crate::address::Part;
use crate::form::{Direction, FormPart};
use crate::words;
use crate::words::capital;

/// The parts on another review, in the order of their columns.
pub(super) const ELSEWHERE: [Part; 3] =
    [Part::ElsewhereReference, Part::ElsewhereDate, Part::ElsewhereChanges];

/// How many empty rows follow those that are filled in.
const SPARE: usize = 2;

impl Writer<'_> {
    /// Writes the table of answers that were given in another review.
    pub(super) fn elsewhere(&mut self, part: &FormPart<'_>) {
        let title = self.words.say("form-elsewhere", &[]);
        self.say("Heading2", &title);
        let how = self.words.say("form-elsewhere-how", &[]);
        self.say("UntocIntro", &how);
        let widths = share(WIDTH, &[18, 40, 20, 60]);
        begin_table(&mut self.xml, self.form.direction, &widths, &title);
        begin_head(&mut self.xml);
        let mut columns = widths.iter().copied();
        begin_cell(&mut self.xml, columns.next().unwrap_or_default(), Ground::Dark);
        begin(&mut self.xml, "UntocHead", self.form.direction);
        self.anchor("e", part.plan.id().as_str());
        let id = capital(&self.words.say("form-question", &[]));
        runs(&mut self.xml, &id, Look::Plain);
        self.xml.close("w:p");
        self.xml.close("w:tc");
        for (part, width) in ELSEWHERE.into_iter().zip(columns) {
            begin_cell(&mut self.xml, width, Ground::Dark);
            let label = capital(&words::part(self.words, part));
            self.say("UntocHead", &label);
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
        let questions = part.sections.iter().flat_map(|section| &section.questions);
        let mut rows: Vec<(String, [String; 3], Direction)> = questions
            .map(|question| {
                let text = |part| {
                    question.part(part).map(|f| f.content.clone()).unwrap_or_default()
                };
                let texts = ELSEWHERE.map(text);
                (question.id.to_owned(), texts, Direction::of(&question.language))
            })
            .filter(|(_, texts, _)| texts.iter().any(|text| !text.is_empty()))
            .collect();
        let spare = (String::new(), <[String; 3]>::default(), part.answer_direction);
        rows.extend(std::iter::repeat_n(spare, SPARE));
        for (id, texts, direction) in rows {
            begin_row(&mut self.xml, Cut::Allowed);
            let cells = std::iter::once(id).chain(texts);
            for (text, width) in cells.zip(widths.iter().copied()) {
                begin_cell(&mut self.xml, width, Ground::White);
                paragraphs(&mut self.xml, ANSWER, direction, &text);
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
        self.gap();
    }

    /// Writes the list of laws, where a question asks for citations.
    pub(super) fn laws(&mut self, part: &FormPart<'_>) {
        let questions = part.sections.iter().flat_map(|section| &section.questions);
        let cites = questions
            .flat_map(|question| question.fields.rows.first().into_iter().flatten())
            .any(|field| field.kind == crate::fields::FieldKind::Law);
        if self.form.laws.is_empty() || !cites {
            return;
        }
        let title = self.words.say("form-laws", &[]);
        self.say("Heading2", &title);
        let how = self.words.say("form-laws-how", &[]);
        self.say("UntocIntro", &how);
        for (id, title) in &self.form.laws {
            let text = format!("{id} · {title}");
            self.say("UntocBullet", &text);
        }
    }
}
