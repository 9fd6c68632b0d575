//! What the hidden sheets say about the form; all of it may be missing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use untoc_core::QuestionnaireId;

use super::cells::{Book, Sheet};
use crate::decode::{fold, trim};
use crate::excel::meta::{FIELDS_SHEET, FORM_SHEET, LISTS_SHEET, TEXT};
use crate::form::FormId;
use crate::returned::About;

/// What the hidden sheets say.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// The id of the form.
    pub(super) form: Option<FormId>,
    abouts: BTreeMap<String, About>,
    /// The texts of the form itself, on one line each.
    texts: BTreeSet<String>,
    /// The key of a column, by question and heading.
    headings: HashMap<(String, String), String>,
    /// The name of a list, by question (none for all) and field.
    lists: HashMap<(String, String), String>,
    /// Codes by list and label.
    codes: HashMap<(String, String), String>,
}

impl Hidden {
    /// Reads them.
    pub(super) fn read(book: &Book) -> Self {
        let mut hidden = Self::default();
        if let Some(sheet) = book.own(FORM_SHEET) {
            hidden.read_form(sheet);
        }
        if let Some(sheet) = book.own(FIELDS_SHEET) {
            hidden.read_fields(sheet);
        }
        if let Some(sheet) = book.own(LISTS_SHEET) {
            hidden.read_lists(sheet);
        }
        hidden
    }

    fn read_form(&mut self, sheet: &Sheet) {
        for row in &sheet.rows {
            let (key, id, value) = (row.first(), row.text(1), row.text(2));
            if key == "form" {
                self.form = FormId::parse(trim(id));
                continue;
            }
            let about = self.abouts.entry(id.to_owned()).or_default();
            let value = Some(trim(value).to_owned()).filter(|value| !value.is_empty());
            match key {
                "version" => about.version = value,
                "state" => about.state = value,
                "response_language" => about.language = value,
                _ => {}
            }
        }
    }

    fn read_fields(&mut self, sheet: &Sheet) {
        for row in sheet.rows.iter().skip(1) {
            let [question, key, list, text] =
                [0, 1, 2, 3].map(|at| row.text(at).to_owned());
            if key == TEXT {
                self.texts.insert(one_line(&text));
                continue;
            }
            if !list.is_empty() {
                self.lists.insert((question.clone(), key.clone()), list);
            }
            if !text.is_empty() && !question.is_empty() {
                self.headings.insert((question, fold(&text)), key);
            }
        }
    }

    fn read_lists(&mut self, sheet: &Sheet) {
        let Some(head) = sheet.rows.first() else { return };
        for name in &head.cells {
            for row in sheet.rows.iter().skip(1) {
                let (label, code) = (row.text(name.column), row.text(name.column + 1));
                if !label.is_empty() && !code.is_empty() {
                    let key = (name.text.clone(), fold(label));
                    self.codes.insert(key, trim(code).to_owned());
                }
            }
        }
    }

    /// Returns what the form says about itself.
    pub(super) fn about(&self, questionnaire: &QuestionnaireId) -> About {
        self.abouts.get(questionnaire.as_str()).cloned().unwrap_or_default()
    }

    /// Says whether a text is the form's own; `None` if the form no longer says which are.
    pub(super) fn is_own_text(&self, text: &str) -> Option<bool> {
        (!self.texts.is_empty()).then(|| self.texts.contains(&one_line(text)))
    }

    /// Returns the key of a column by its heading.
    pub(super) fn heading(&self, question: &str, heading: &str) -> Option<&str> {
        let key = (question.to_owned(), fold(heading));
        self.headings.get(&key).map(String::as_str)
    }

    /// Returns the code of a label in a field.
    pub(super) fn code(&self, question: &str, field: &str, label: &str) -> Option<&str> {
        let list =
            |question: &str| self.lists.get(&(question.to_owned(), field.to_owned()));
        let list = list(question).or_else(|| list(""))?;
        self.codes.get(&(list.clone(), fold(label))).map(String::as_str)
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
