//! Reads a form that came back as a Word document, from Word, LibreOffice or others.
//!
//! Every program keeps something else of a form, so that a field is found by the tag of
//! its control, else by the bookmark of its row, else by the id that people see. What was
//! typed where no answer belongs is listed and never lost.

mod cell;
mod markup;
mod open;
mod relations;
#[cfg(test)]
mod returns;
mod row;
mod said;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use untoc_core::{
    Code, Finding, Library, Place, QuestionId, QuestionnaireId, TablePlace, is_blank,
};

use self::markup::{Block, Document, Paragraph, Table};
use self::open::Opened;
use self::row::Mode;
use self::said::Said;
use crate::address::{Address, Part};
use crate::decode::trim;
use crate::form::{FormId, unreadable};
use crate::import::Imported;
use crate::returned::{About, ReadOptions, Returned, unplaced};

/// Reads a form that came back as a Word document.
pub(crate) fn read_form(
    bytes: &[u8],
    library: &Library,
    options: &ReadOptions<'_>,
) -> Imported {
    let opened = match open::open(bytes) {
        Ok(opened) => opened,
        Err(finding) => return Imported { findings: vec![*finding], ..<_>::default() },
    };
    let Opened { document, comments, properties } = opened;
    let mut reader = Reader {
        library,
        returned: Returned::default(),
        comments,
        shown: BTreeSet::new(),
        remarks: BTreeMap::new(),
        about: BTreeMap::new(),
        form: None,
        heading: String::new(),
        said: Said::new(library, &properties),
        table: 0,
        questions: 0,
    };
    reader.document(&document);
    let form = reader.form.take().or_else(|| FormId::find(&properties));
    let mut imported = reader.finish(&document, options);
    imported.form = form;
    imported
}

struct Reader<'a> {
    library: &'a Library,
    returned: Returned,
    /// Comments by id: what is said, with the name of who says it.
    comments: BTreeMap<String, String>,
    /// The comments that have found their question.
    shown: BTreeSet<String>,
    remarks: BTreeMap<QuestionId, (Vec<String>, Place)>,
    about: BTreeMap<QuestionnaireId, About>,
    form: Option<FormId>,
    /// The heading over what is read.
    heading: String,
    said: Said<'a>,
    /// How many tables were begun.
    table: usize,
    /// How many questions were found.
    questions: usize,
}

impl Reader<'_> {
    fn document(&mut self, document: &Document) {
        for block in &document.blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(table) => self.table(table),
            }
        }
    }

    /// Reads a paragraph between the tables, where no answer belongs.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.note_form(&paragraph.text);
        self.note_about(&paragraph.text);
        if matches!(&*paragraph.style, "Heading1" | "Heading2") {
            trim(&paragraph.text).clone_into(&mut self.heading);
        }
        if !said::is_ours(&paragraph.style) && !self.said.is_known(&paragraph.text) {
            self.beside(&paragraph.text, Place::default());
        }
        self.floating(paragraph, &Place::default());
    }

    fn table(&mut self, table: &Table) {
        self.table += 1;
        let mut mode = Mode::default();
        for (at, row) in table.rows.iter().enumerate() {
            for paragraph in row.paragraphs() {
                self.note_form(&paragraph.text);
            }
            let place = Place {
                table: Some(TablePlace { row: Some(at + 1), column: None, field: None }),
                ..Place::default()
            };
            self.row(row, &mut mode, &place);
        }
    }

    fn note_form(&mut self, text: &str) {
        if self.form.is_none() {
            self.form = FormId::find(text);
        }
    }

    /// Reads the line that says what a part is about:
    /// `untoc-cluster-1 · 1.0.0 · XXA · en`.
    fn note_about(&mut self, text: &str) {
        if text.len() > 200 || !text.contains('·') {
            return;
        }
        let words: Vec<&str> = text.split('·').map(trim).collect();
        let [id, version, state, language] = *words.as_slice() else { return };
        let Some(plan) = self.library.get(id) else { return };
        self.about.entry(plan.id().clone()).or_insert_with(|| About {
            state: Some(state.to_owned()),
            version: Some(version.to_owned()),
            language: Some(language.to_owned()),
        });
    }

    /// Reports what floats over a paragraph: pictures and boxes of text.
    fn floating(&mut self, paragraph: &Paragraph, place: &Place) {
        for text in &paragraph.boxes {
            self.beside(text, place.clone());
        }
        if paragraph.picture {
            let finding = unplaced("picture", &nobody(), place.clone());
            self.returned.say(finding.plain("about", &self.heading));
        }
    }

    /// Reports a text that stands where no answer belongs.
    fn beside(&mut self, text: &str, place: Place) {
        if is_blank(text) {
            return;
        }
        let question = place.question.clone().map_or_else(nobody, QuestionId::unchecked);
        let finding = unplaced("beside", &question, place).typed("value", trim(text));
        self.returned.say(finding.plain("about", &self.heading));
    }

    /// Adds the comments on a row to the remarks on its question.
    fn comment(&mut self, ids: &[String], question: &QuestionId, place: &Place) {
        for id in ids {
            let Some(text) = self.comments.get(id) else { continue };
            if self.shown.insert(id.clone()) && !is_blank(text) {
                let entry = self.remarks.entry(question.clone());
                let (texts, _) = entry.or_insert_with(|| (Vec::new(), place.clone()));
                texts.push(text.clone());
            }
        }
    }

    fn finish(mut self, document: &Document, options: &ReadOptions<'_>) -> Imported {
        if self.questions == 0 {
            return unreadable("no-form");
        }
        for (question, (texts, place)) in std::mem::take(&mut self.remarks) {
            let address = Address::part(&question, Part::Remarks);
            self.returned.put(&address, &texts.join("\n"), place);
        }
        for (id, text) in std::mem::take(&mut self.comments) {
            if !self.shown.contains(&id) {
                self.heading.clear();
                self.beside(&text, Place::default());
            }
        }
        if document.inserted + document.deleted > 0 {
            let finding = Finding::new(Code::FormTrackedChanges, Place::default())
                .number("inserted", document.inserted)
                .number("deleted", document.deleted);
            self.returned.say(finding);
        }
        let about = self.about;
        self.returned.finish(self.library, options, |id| {
            about.get(id).cloned().unwrap_or_default()
        })
    }
}

fn nobody() -> QuestionId {
    QuestionId::unchecked("")
}
