//! Writes a form as a Word document.
//!
//! What must be found again when the form comes back stands in it three times: as the id
//! that people see, as a bookmark and as the tag of a control. Office programs drop one or
//! the other. Free text stands in plain cells, since LibreOffice repeats text that is
//! written in two directions in a control.

use untoc_core::Choice;
use untoc_report::Words;

use super::control::{Controls, Numbers};
use super::layout::{Cut, Ground, begin_cell, begin_head, begin_row, begin_table};
use super::layout::{WIDTH, page, share};
use super::package::{Parts, pack};
use super::styles::{ANSWER, GAP, SPACES, core, footer, numbering, settings, styles};
use super::text::{Look, begin, paragraph, paragraphs, runs};
use super::xml::Xml;
use crate::address::Part;
use crate::fields::{Field, FieldKind};
use crate::form::{Direction, Form, FormPart, FormQuestion, FormSection};
use crate::words;
use crate::words::capital;

/// Writes a form as a Word document.
pub(crate) fn write_form(form: &Form<'_>, words: &Words) -> Vec<u8> {
    let mut writer = Writer {
        form,
        words,
        numbers: Numbers::default(),
        xml: Xml::document(),
        choose: words.say("form-choose", &[]),
        date: words.say("form-date", &[]),
        remarks: has_remarks(form),
    };
    writer.document();
    let title = &form.cover.title;
    let id = words.say("form-footer", &[("id", form.id.to_string().into())]);
    pack(&Parts {
        document: writer.xml.into_text(),
        styles: styles(&form.language, form.direction),
        numbering: numbering(),
        settings: settings(&form.language, form.direction),
        footer: footer(&id, form.direction),
        core: core(title, &form.language, form.id.as_str()),
        links: Vec::new(),
    })
}

/// Says whether internal remarks are in the form, because they were asked for.
fn has_remarks(form: &Form<'_>) -> bool {
    let sections = form.parts.iter().flat_map(|part| &part.sections);
    let mut questions = sections.flat_map(|section| &section.questions);
    questions
        .any(|q| q.part(Part::Remarks).is_some_and(|field| !field.content.is_empty()))
}

pub(super) struct Writer<'f> {
    pub(super) form: &'f Form<'f>,
    pub(super) words: &'f Words,
    numbers: Numbers,
    pub(super) xml: Xml,
    choose: String,
    date: String,
    remarks: bool,
}

/// The parts that have a column of their own beside the answer.
const BESIDE: [Part; 3] = [Part::NoAnswer, Part::Reason, Part::Note];

impl Writer<'_> {
    fn document(&mut self) {
        self.xml.open("w:document", SPACES);
        self.xml.open("w:body", &[]);
        self.cover();
        for part in &self.form.parts {
            self.part(part);
        }
        page(&mut self.xml, self.form.direction);
        self.xml.close("w:body");
        self.xml.close("w:document");
    }

    pub(super) fn say(&mut self, style: &str, text: &str) {
        paragraph(&mut self.xml, style, self.form.direction, text);
    }

    pub(super) fn gap(&mut self) {
        self.say(GAP, "");
    }

    fn cover(&mut self) {
        let cover = &self.form.cover;
        self.say("Title", &cover.title);
        let widths = share(WIDTH, &[1, 4]);
        let [left, right] = *widths.as_slice() else { return };
        begin_table(&mut self.xml, self.form.direction, &widths, &cover.title);
        for (label, text) in &cover.lines {
            begin_row(&mut self.xml, Cut::Never);
            begin_cell(&mut self.xml, left, Ground::Pale);
            self.say("UntocCover", &capital(label));
            self.xml.close("w:tc");
            begin_cell(&mut self.xml, right, Ground::White);
            self.say("UntocCover", text);
            self.xml.close("w:tc");
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
        self.say("UntocHeading", &cover.how_title);
        for sentence in &cover.how {
            self.say("UntocList", sentence);
        }
        self.say("UntocHeading", &cover.sections_title);
        for section in &cover.sections {
            self.say("UntocBullet", section);
        }
        self.say("UntocNote", &cover.wording);
    }

    fn part(&mut self, part: &FormPart<'_>) {
        self.say("Heading1", &part.title);
        let response = &part.response;
        let about = [
            part.plan.id().to_string(),
            part.plan.version().to_owned(),
            response.state.to_string(),
            response.language.clone(),
        ];
        self.say("UntocAbout", &about.join(" · "));
        for section in &part.sections {
            self.section(part, section);
        }
        self.elsewhere(part);
        self.laws(part);
    }

    fn section(&mut self, part: &FormPart<'_>, section: &FormSection<'_>) {
        let wording = part.wording_direction;
        // It begins with a word of ours, the article.
        self.say("Heading2", &section.title);
        if let Some(intro) = section.intro {
            paragraphs(&mut self.xml, "UntocIntro", wording, intro);
        }
        if !section.given.is_empty() {
            let title = self.words.say("form-given", &[]);
            self.say("UntocGiven", &title);
            for given in &section.given {
                let text = format!("{} · {}", given.id, given.text);
                paragraph(&mut self.xml, "UntocGiven", wording, &text);
                let direction = part.answer_direction;
                paragraphs(&mut self.xml, "UntocGiven", direction, &given.answer);
            }
        }
        let mut open = false;
        for question in &section.questions {
            if !open {
                self.head();
            }
            self.question(part, question);
            open = true;
            if question.value().is_some_and(|field| field.kind == FieldKind::Rows) {
                self.xml.close("w:tbl");
                self.gap();
                self.rows(part, question);
                self.gap();
                open = false;
            }
        }
        if open {
            self.xml.close("w:tbl");
            self.gap();
        }
    }

    fn widths(&self) -> Vec<usize> {
        match self.remarks {
            false => share(WIDTH, &[50, 42, 16, 24, 28]),
            true => share(WIDTH, &[44, 38, 16, 20, 22, 20]),
        }
    }

    /// Begins the table of questions.
    fn head(&mut self) {
        let widths = self.widths();
        begin_table(&mut self.xml, self.form.direction, &widths, "");
        begin_head(&mut self.xml);
        let mut labels = vec![
            self.words.say("form-question", &[]),
            words::part(self.words, Part::Value),
        ];
        labels.extend(BESIDE.map(|part| words::part(self.words, part)));
        if self.remarks {
            labels.push(words::part(self.words, Part::Remarks));
        }
        for (label, width) in labels.iter().zip(widths) {
            begin_cell(&mut self.xml, width, Ground::Dark);
            self.say("UntocHead", &capital(label));
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    fn question(&mut self, part: &FormPart<'_>, question: &FormQuestion<'_>) {
        let long = |field: &Field<'_>| field.content.chars().count() > 600;
        let cut = match question.fields.parts.iter().any(long) {
            true => Cut::Allowed,
            false => Cut::Never,
        };
        begin_row(&mut self.xml, cut);
        let widths = self.widths();
        let mut widths = widths.into_iter();
        begin_cell(&mut self.xml, widths.next().unwrap_or_default(), Ground::Pale);
        self.asked(part, question);
        self.xml.close("w:tc");
        let mut parts = vec![Part::Value];
        parts.extend(BESIDE);
        if self.remarks {
            parts.push(Part::Remarks);
        }
        for (part_of, width) in parts.into_iter().zip(widths) {
            let rows =
                question.part(part_of).is_some_and(|field| field.kind == FieldKind::Rows);
            let ground = if rows { Ground::Pale } else { Ground::White };
            begin_cell(&mut self.xml, width, ground);
            if rows {
                let below = self.words.say("form-rows-below", &[]);
                self.say("UntocHelp", &below);
            } else if let Some(field) = question.part(part_of) {
                self.field(field, Direction::of(&question.language));
            }
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    /// Writes what is asked, with everything that helps to answer it.
    fn asked(&mut self, part: &FormPart<'_>, question: &FormQuestion<'_>) {
        let direction = self.form.direction;
        begin(&mut self.xml, "UntocId", direction);
        self.anchor("q", question.id);
        runs(&mut self.xml, question.id, Look::Bold);
        for fact in [&question.provisions, &question.obligation].into_iter().flatten() {
            runs(&mut self.xml, &format!(" · {fact}"), Look::Plain);
        }
        self.xml.close("w:p");
        let wording = part.wording_direction;
        paragraphs(&mut self.xml, "UntocQuestion", wording, question.text);
        if let Some(asked_if) = &question.asked_if {
            self.say("UntocWhen", &capital(asked_if));
        }
        if let Some(help) = question.help {
            paragraphs(&mut self.xml, "UntocHelp", wording, help);
        }
        if let Some(hint) = question.value().and_then(|field| hint(field, self.words)) {
            self.say("UntocHelp", &capital(&hint));
        }
        let required = capital(&question.required);
        self.say("UntocHelp", &required);
    }

    /// Writes a bookmark by which something is found again.
    pub(super) fn anchor(&mut self, kind: &str, id: &str) {
        let number = self.numbers.bookmark();
        let name = format!("{kind}_{}", id.replace('-', "_"));
        let attributes = [("w:id", &*number), ("w:name", &*name)];
        self.xml.empty("w:bookmarkStart", &attributes);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
    }

    /// Writes what is filled in.
    fn field(&mut self, field: &Field<'_>, direction: Direction) {
        let mut controls = Controls {
            numbers: &mut self.numbers,
            choose: &self.choose,
            date: &self.date,
            direction: self.form.direction,
            style: ANSWER,
        };
        match field.kind {
            FieldKind::Choice => controls.choice(&mut self.xml, field),
            FieldKind::Ticks => controls.ticks(&mut self.xml, field),
            FieldKind::Date => controls.date(&mut self.xml, field),
            FieldKind::Text
            | FieldKind::Number
            | FieldKind::WholeNumber
            | FieldKind::Link
            | FieldKind::Texts
            | FieldKind::Law
            | FieldKind::Questions
            | FieldKind::Rows
            | FieldKind::Evidence
            | FieldKind::Word => {
                paragraphs(&mut self.xml, ANSWER, direction, &field.content);
            }
        }
    }

    /// Writes the table of an answer that has rows.
    fn rows(&mut self, part: &FormPart<'_>, question: &FormQuestion<'_>) {
        let Some(first) = question.fields.rows.first() else { return };
        let mut weights = vec![12];
        weights.extend(first.iter().map(weight));
        let widths = share(WIDTH, &weights);
        begin_table(&mut self.xml, self.form.direction, &widths, question.text);
        begin_head(&mut self.xml);
        let mut columns = widths.iter().copied();
        begin_cell(&mut self.xml, columns.next().unwrap_or_default(), Ground::Dark);
        begin(&mut self.xml, "UntocHead", self.form.direction);
        self.anchor("t", question.id);
        runs(&mut self.xml, question.id, Look::Plain);
        self.xml.close("w:p");
        self.xml.close("w:tc");
        for (field, width) in first.iter().zip(columns) {
            begin_cell(&mut self.xml, width, Ground::Dark);
            let label = &field.label;
            paragraph(&mut self.xml, "UntocHead", part.wording_direction, label);
            if let Some(hint) = hint(field, self.words) {
                self.say("UntocHeadHint", &hint);
            }
            if field.required {
                let needed = self.words.say("form-needed", &[]);
                self.say("UntocHeadHint", &needed);
            }
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
        let direction = Direction::of(&question.language);
        for (at, row) in question.fields.rows.iter().enumerate() {
            let long = row.iter().any(|field| field.content.chars().count() > 600);
            begin_row(&mut self.xml, if long { Cut::Allowed } else { Cut::Never });
            let mut columns = widths.iter().copied();
            begin_cell(&mut self.xml, columns.next().unwrap_or_default(), Ground::Pale);
            self.say("UntocHelp", &(at + 1).to_string());
            self.xml.close("w:tc");
            for (field, width) in row.iter().zip(columns) {
                begin_cell(&mut self.xml, width, Ground::White);
                self.field(field, direction);
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
    }
}

/// Returns the room that a column of a table needs.
fn weight(field: &Field<'_>) -> usize {
    match field.kind {
        FieldKind::Number | FieldKind::WholeNumber => 12,
        FieldKind::Date => 14,
        FieldKind::Choice => 18,
        FieldKind::Law | FieldKind::Questions | FieldKind::Texts => 20,
        FieldKind::Link => 24,
        FieldKind::Text
        | FieldKind::Ticks
        | FieldKind::Rows
        | FieldKind::Evidence
        | FieldKind::Word => 30,
    }
}

/// Returns how to fill in a field, where the field does not show it by itself. The
/// choices of a list are told for whoever fills in the form on paper.
pub(super) fn hint(field: &Field<'_>, words: &Words) -> Option<String> {
    match field.kind {
        FieldKind::Choice => {
            // The points of a gap table are questions, and long; their ids are enough.
            let long =
                field.options.iter().map(|o| o.label.chars().count()).sum::<usize>();
            let shown = |choice: &'_ Choice| match long {
                0..=400 => choice.label.clone(),
                _ => choice.value.clone(),
            };
            let list = field.options.iter().map(shown).collect::<Vec<_>>().join("; ");
            Some(words.say("form-one-of", &[("options", list.into())]))
        }
        FieldKind::Ticks => Some(words.say("form-tick", &[])),
        FieldKind::Number
        | FieldKind::WholeNumber
        | FieldKind::Date
        | FieldKind::Link
        | FieldKind::Texts
        | FieldKind::Law
        | FieldKind::Questions => Some(field.expected.clone()),
        FieldKind::Text | FieldKind::Rows | FieldKind::Evidence | FieldKind::Word => None,
    }
}
