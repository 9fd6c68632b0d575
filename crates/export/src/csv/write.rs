//! Writes the long form.

use std::collections::BTreeSet;

use untoc_core::{Plan, QuestionId, Response, State};
use untoc_report::{Naming, Words, condition_in_words};

use crate::address::Part;
use crate::choose::{LeftOut, Subject, choose};
use crate::csv::{COLUMNS, CsvOptions};
use crate::fields::{Field, FieldKind, QuestionFields, fields};
use crate::form::{FormId, Held, StoredForm, digest, stored};
use crate::neutral::neutralize;
use crate::selection::{ExportOptions, Scope};
use crate::words;

/// Writes responses as one table, says what is left out, and returns what is kept at home
/// for the day on which the table comes back.
pub fn to_csv(
    subjects: &[Subject<'_>],
    options: &ExportOptions,
    csv: CsvOptions,
    words: &Words,
) -> (String, LeftOut, StoredForm) {
    let mut left_out = LeftOut::default();
    let mut parts = Vec::new();
    let mut parted = Vec::new();
    for subject in subjects.iter().filter(|s| options.selection.takes(s.plan.id())) {
        let chosen = choose(*subject, options);
        left_out.absorb(chosen.left_out);
        let answers = chosen.response.answers.iter();
        left_out.unknown +=
            answers.filter(|(id, _)| subject.plan.slot(id.as_str()).is_none()).count();
        if options.scope == Scope::AnswersAndOpen {
            let entries = subject.plan.align(&chosen.response);
            let aside = |slot: &usize| chosen.state(*slot) == State::NotAsked;
            let answered = |slot: &usize| entries.get(*slot).copied().flatten().is_some();
            left_out.set_aside +=
                subject.plan.slots().filter(aside).filter(answered).count();
        }
        let questions = fields(*subject, &chosen, options, words, |_| csv.spare_rows);
        parted.push(held(subject.plan, chosen.response, &questions));
        parts.push((*subject, questions));
    }
    let stored = stored(parted, options, words);
    let mut writer = Writer::new(csv, options.scope, words, &stored.id);
    writer.line(COLUMNS.map(|name| (name, name.to_owned())).into());
    for (subject, questions) in &parts {
        for question in questions {
            writer.question(*subject, question);
        }
    }
    (writer.text, left_out, stored)
}

/// Returns what the table holds of one questionnaire.
fn held(plan: &Plan, mut response: Response, questions: &[QuestionFields<'_>]) -> Held {
    let ids = questions.iter().map(|fields| plan.question(fields.slot).id.clone());
    let ids: Vec<QuestionId> = ids.collect();
    let listed: BTreeSet<&QuestionId> = ids.iter().collect();
    response.answers.retain(|id, _| listed.contains(id));
    response.normalise(plan);
    Held { digest: digest(plan), questions: ids, response }
}

struct Writer<'w> {
    text: String,
    delimiter: char,
    scope: Scope,
    words: &'w Words,
    form: &'w FormId,
}

impl<'w> Writer<'w> {
    fn new(csv: CsvOptions, scope: Scope, words: &'w Words, form: &'w FormId) -> Self {
        let mark = if csv.byte_order_mark { "\u{feff}" } else { "" };
        let delimiter = csv.delimiter.as_char();
        Self { text: mark.to_owned(), delimiter, scope, words, form }
    }

    fn question(&mut self, subject: Subject<'_>, question: &QuestionFields<'_>) {
        let plan = subject.plan;
        let mut cells = self.about(subject.response);
        let section = plan.section(question.slot);
        let text = &plan.question(question.slot);
        let heading = words::section(self.words, section);
        let help = text.help.as_deref();
        cells.push(("section", neutralize(&heading)));
        cells.push(("question", text.id.to_string()));
        cells.push(("text", neutralize(&text.text)));
        let asked_if =
            condition_in_words(plan, question.slot, self.words, Naming::Labels)
                .unwrap_or_default();
        cells.push(("asked_if", neutralize(&asked_if)));
        // In a blank form it would tell what others have answered.
        if self.scope != Scope::Blank {
            cells.push(("asked", asked(question.state).to_owned()));
        }
        for field in &question.parts {
            if field.address.part == Part::Value {
                let how = match help {
                    Some(help) => format!("{}. {help}", field.expected),
                    None => field.expected.clone(),
                };
                cells.push(("how_to_answer", neutralize(&how)));
                cells.push(("label", neutralize(&field.content_words())));
            }
            cells.push((field.address.part.as_str(), content(field)));
        }
        self.line(cells);
        for (at, row) in question.rows.iter().enumerate() {
            for field in row {
                let Some((number, key)) = &field.address.cell else { continue };
                let mut cells = self.about(subject.response);
                cells.push(("section", neutralize(&heading)));
                cells.push(("question", text.id.to_string()));
                cells.push(("text", neutralize(&field.label)));
                // The first row tells how; the others are like it.
                if at == 0 {
                    cells.push(("how_to_answer", neutralize(&field.expected)));
                }
                cells.push(("row", number.to_string()));
                cells.push(("column", neutralize(key)));
                cells.push(("value", content(field)));
                cells.push(("label", neutralize(&field.content_words())));
                self.line(cells);
            }
        }
    }

    fn about(&self, response: &Response) -> Vec<(&'static str, String)> {
        vec![
            ("questionnaire", response.questionnaire.to_string()),
            ("version", neutralize(&response.questionnaire_version)),
            ("state", response.state.to_string()),
            ("response_language", response.language.clone()),
            ("form", self.form.to_string()),
        ]
    }

    fn line(&mut self, cells: Vec<(&str, String)>) {
        for (at, column) in COLUMNS.iter().enumerate() {
            if at > 0 {
                self.text.push(self.delimiter);
            }
            let cell = cells.iter().find(|(name, _)| name == column);
            if let Some((_, cell)) = cell {
                self.cell(cell);
            }
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        let special = |c: char| matches!(c, '"' | '\r' | '\n' | ',' | ';' | '\t');
        let blank_end = cell.starts_with(' ') || cell.ends_with(' ');
        if cell.contains(special) || blank_end {
            self.text.push('"');
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(cell);
        }
    }
}

/// Says whether a question is asked; an answer that is set aside is part of the data, and
/// whoever counts answers must be able to see it.
fn asked(state: State) -> &'static str {
    match state {
        State::Asked => "yes",
        State::Waiting => "waiting",
        State::NotAsked => "no",
    }
}

/// Returns what a field holds as it stands in a cell: numbers stay numbers.
fn content(field: &Field<'_>) -> String {
    match field.kind {
        FieldKind::Number | FieldKind::WholeNumber => field.content.clone(),
        FieldKind::Choice
        | FieldKind::Ticks
        | FieldKind::Text
        | FieldKind::Date
        | FieldKind::Link
        | FieldKind::Texts
        | FieldKind::Law
        | FieldKind::Questions
        | FieldKind::Rows
        | FieldKind::Evidence
        | FieldKind::Word => neutralize(&field.content),
    }
}
