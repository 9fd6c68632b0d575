//! Forms in Word: out, filled in by plain edits of the XML, and back.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking; it writes into cells as an office program does"
)]

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::ops::Range;

use proptest::prelude::*;
use untoc_core::sample::{self, Shape};
use untoc_core::{
    Answers, Cell, CountryCode, Entry, Finding, Library, Plan, Response, Value,
};
use untoc_export::{
    FormFormat, FormOptions, ReadOptions, Scope, Subject, form, read_returned,
};
use untoc_report::Words;

const DOCUMENT: &str = "word/document.xml";

/// The parts of a document, by name.
struct Package(Vec<(String, Vec<u8>)>);

impl Package {
    fn open(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..zip.len()).map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut data = Vec::new();
            part.read_to_end(&mut data).unwrap();
            (part.name().unwrap().into_owned(), data)
        });
        Self(parts.collect())
    }

    fn document(&mut self) -> &mut Vec<u8> {
        &mut self.0.iter_mut().find(|(name, _)| name == DOCUMENT).unwrap().1
    }

    fn save(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, data) in &self.0 {
            let options = zip::write::SimpleFileOptions::default();
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(data).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn blank(plan: &Plan) -> Vec<u8> {
    let words = Words::load("en");
    let laws = sample::laws();
    let response = Response::new(plan, CountryCode::EXAMPLELAND, "en");
    let subject = Subject {
        plan,
        response: &response,
        settings: None,
        laws: Some(&laws),
        evidence: None,
    };
    let mut options = FormOptions { spare_rows: 24, ..FormOptions::default() };
    options.export.scope = Scope::Blank;
    FormFormat::Word.write(&form(&[subject], &options, &words), &words).unwrap()
}

/// Returns where the next element stands, from `from`.
fn element(text: &str, name: &str, from: usize) -> Option<Range<usize>> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let start = from + text[from..].find(&open)?;
    let end = start + text[start..].find(&close)? + close.len();
    Some(start..end)
}

/// Returns the element around a bookmark.
fn around(text: &str, name: &str, bookmark: &str) -> Option<Range<usize>> {
    let at = text.find(&format!("w:name=\"{bookmark}\""))?;
    let start = text[..at].rfind(&format!("<{name}>"))?;
    element(text, name, start)
}

/// Returns all elements of a name in a text.
fn all(text: &str, name: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    while let Some(next) = element(text, name, found.last().map_or(0, |last| last.end)) {
        found.push(next);
    }
    found
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Types into a cell: chooses from its list where it has one, else a paragraph a line.
fn typed(cell: &str, said: &str) -> String {
    if let Some(content) = element(cell, "w:sdtContent", 0) {
        let value = format!("\" w:value=\"{}\"", escape(said));
        let label = cell.find(&value).map(|end| {
            let start = cell[..end].rfind('"').unwrap() + 1;
            cell[start..end].to_owned()
        });
        let label = label.unwrap_or_else(|| escape(said));
        let run = format!("<w:sdtContent><w:r><w:t>{label}</w:t></w:r></w:sdtContent>");
        let filled = format!("{}{run}{}", &cell[..content.start], &cell[content.end..]);
        return filled.replacen("<w:showingPlcHdr/>", "", 1);
    }
    let start = cell.find("<w:p>").unwrap();
    let mut filled = cell[..start].to_owned();
    for line in said.split('\n') {
        let line = escape(line)
            .replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">")
            .replace('\r', "&#13;");
        filled.push_str("<w:p><w:r><w:t xml:space=\"preserve\">");
        filled.push_str(&line);
        filled.push_str("</w:t></w:r></w:p>");
    }
    filled + "</w:tc>"
}

/// Types into cells of a row, by their number.
fn type_row(row: &str, said: &[(usize, String)]) -> String {
    let cells = all(row, "w:tc");
    let mut filled = String::new();
    let mut at = 0;
    for (number, cell) in cells.iter().enumerate() {
        filled.push_str(&row[at..cell.start]);
        let text = &row[cell.clone()];
        match said.iter().find(|(wanted, _)| *wanted == number) {
            Some((_, said)) => filled.push_str(&typed(text, said)),
            None => filled.push_str(text),
        }
        at = cell.end;
    }
    filled + &row[at..]
}

fn fill(document: &mut String, plan: &Plan, response: &Response) {
    let mut elsewhere = Vec::new();
    for (id, entry) in response.answers.iter() {
        let name = id.as_str().replace('-', "_");
        let place = around(document, "w:tr", &format!("q_{name}")).unwrap();
        let mut row = document[place.clone()].to_owned();
        let mut said = Vec::new();
        match &entry.value {
            Some(Value::Text(text)) => said.push((1, text.clone())),
            Some(Value::Number(number)) => said.push((1, number.to_string())),
            Some(Value::List(codes)) if row.contains("<w14:checkbox>") => {
                for code in codes {
                    let tag = row.find(&format!("\"{id}/value/{code}\"")).unwrap();
                    let off = "<w14:checked w14:val=\"0\"/>";
                    let box_at = tag + row[tag..].find(off).unwrap();
                    let on = off.replace('0', "1");
                    row.replace_range(box_at..box_at + off.len(), &on);
                }
            }
            Some(Value::List(items)) => said.push((1, items.join("; "))),
            Some(Value::Rows(_) | Value::Other(_)) | None => {}
        }
        let no_answer = entry.no_answer.map(|kind| kind.as_str().to_owned());
        let beside = [(2, no_answer), (3, entry.reason.clone()), (4, entry.note.clone())];
        said.extend(beside.into_iter().filter_map(|(at, text)| Some((at, text?))));
        document.replace_range(place, &type_row(&row, &said));
        if let Some(other) = &entry.elsewhere {
            let date = other.date.as_ref().map(ToString::to_string);
            let cells = [other.reference.clone(), date, other.changes.clone()];
            let cells = (1..).zip(cells).filter_map(|(at, text)| Some((at, text?)));
            let mut row = vec![(0, id.to_string())];
            row.extend(cells);
            elsewhere.push(row);
        }
        if let Some(Value::Rows(rows)) = &entry.value {
            let slot = plan.slot(id.as_str()).unwrap();
            let rows: Vec<_> = rows.iter().map(|row| cells(plan, slot, &row.0)).collect();
            type_table(document, &format!("t_{name}"), &rows);
        }
    }
    let name = format!("e_{}", plan.id().as_str().replace('-', "_"));
    type_table(document, &name, &elsewhere);
}

fn cells(plan: &Plan, slot: usize, row: &[(String, Cell)]) -> Vec<(usize, String)> {
    let said = row.iter().filter_map(|(key, cell)| {
        let column = plan.columns(slot).iter().position(|c| c.key == *key)?;
        let text = match cell {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::List(items) => items.join("; "),
            Cell::Other(_) => return None,
        };
        Some((column + 1, text))
    });
    said.collect()
}

/// Types rows into a table below its headings, and adds rows where there are too few.
fn type_table(document: &mut String, bookmark: &str, rows: &[Vec<(usize, String)>]) {
    if rows.is_empty() {
        return;
    }
    let place = around(document, "w:tbl", bookmark).unwrap();
    let table = document[place.clone()].to_owned();
    let spare = all(&table, "w:tr");
    let mut filled = table[..spare[1].start].to_owned();
    for (at, said) in rows.iter().enumerate() {
        let row = spare.get(at + 1).unwrap_or(&spare[1]);
        filled.push_str(&type_row(&table[row.clone()], said));
    }
    for row in spare.iter().skip(1 + rows.len()) {
        filled.push_str(&table[row.clone()]);
    }
    filled.push_str("</w:tbl>");
    document.replace_range(place, &filled);
}

/// What a form has cells for.
fn in_form(response: &Response) -> Answers {
    let mut answers = response.answers.clone();
    for (_, entry) in answers.iter_mut() {
        *entry = Entry {
            value: entry.value.clone(),
            no_answer: entry.no_answer,
            reason: entry.reason.clone(),
            elsewhere: entry.elsewhere.clone(),
            note: entry.note.clone(),
            ..Entry::default()
        };
    }
    answers.retain(|_, entry| *entry != Entry::default());
    answers
}

/// Checks one form; returns the kinds of questions whose values came home.
fn check_filled(library: &Library, plan: &Plan, seed: u64) -> BTreeSet<&'static str> {
    let shape = Shape { no_answer: 20, ..Shape::default() };
    let response = sample::complete(plan, seed, shape);
    let mut package = Package::open(&blank(plan));
    let mut document = String::from_utf8(package.document().clone()).unwrap();
    fill(&mut document, plan, &response);
    *package.document() = document.into_bytes();
    let laws = sample::laws();
    let options = ReadOptions { laws: Some(&laws), ..ReadOptions::default() };
    let imported = read_returned(&package.save(), library, &options);
    assert_eq!(imported.findings, Vec::<Finding>::new(), "{} {seed}", plan.id());
    assert!(imported.form.is_some());
    let back = imported.incoming.into_iter().next().unwrap().answers;
    let wanted = in_form(&response);
    for (id, entry) in wanted.iter() {
        assert_eq!(back.get(id.as_str()), Some(entry), "{id} {seed}");
    }
    assert_eq!(back, wanted, "{} {seed}", plan.id());
    let valued = wanted.iter().filter(|(_, entry)| entry.value.is_some());
    let slots = valued.filter_map(|(id, _)| plan.slot(id.as_str()));
    slots.map(|slot| plan.question(slot).kind.as_str()).collect()
}

/// What is filled into a blank form comes home, for all questionnaires and all kinds of
/// questions.
#[test]
fn what_is_filled_in_comes_home() {
    let library = Library::embedded();
    let mut kinds = BTreeSet::new();
    for (seed, plan) in (0..).zip(library.plans()) {
        kinds.extend(check_filled(&library, &plan, seed));
    }
    assert_eq!(kinds.len(), 11, "{kinds:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    /// The same for random answers to any questionnaire.
    #[test]
    fn random_answers_come_home(seed in any::<u64>(), at in 0_usize..16) {
        let library = Library::embedded();
        let plan = library.plans().nth(at).unwrap();
        check_filled(&library, &plan, seed);
    }
}
