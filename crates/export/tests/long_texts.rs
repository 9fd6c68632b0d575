//! Texts that are longer than a cell of a workbook go out and come home whole.

#[expect(dead_code, reason = "these tests use a part of it")]
mod spreadsheet;

use untoc_core::{
    CountryCode, Entry, Finding, Library, QuestionId, Response, Value, sample,
};
use untoc_export::{
    FormFormat, FormOptions, ImportOptions, Imported, ReadOptions, Subject, form,
    plan_import, read_returned,
};
use untoc_report::Words;

/// A text of so many characters that no two parts of it are alike.
fn long(characters: usize) -> String {
    let words = (0..).map(|number| format!("النص {number} text 文\n"));
    words.flat_map(|word| word.chars().collect::<Vec<_>>()).take(characters).collect()
}

fn response(library: &Library) -> Response {
    let plan = library.get("untoc-cluster-1").expect("it is built in");
    let mut response = Response::new(&plan, CountryCode::EXAMPLELAND, "ar");
    let rows = sample::complete(&plan, 3, sample::Shape::default());
    let table =
        plan.slots().find(|slot| plan.question(*slot).kind == untoc_core::Kind::Laws);
    let table = &plan.question(table.expect("there are laws")).id;
    let laws = rows.answers.get(table.as_str()).expect("it is answered").clone();
    let mut laws = match laws.value {
        Some(Value::Rows(rows)) => rows,
        Some(_) | None => Vec::new(),
    };
    assert!(!laws.is_empty());
    for (_, cell) in
        laws.iter_mut().flat_map(|row| &mut row.0).filter(|c| c.0 == "summary")
    {
        *cell = untoc_core::Cell::Text(long(70_000).trim().to_owned());
    }
    let entry = Entry {
        value: Some(Value::Text("yes".to_owned())),
        note: Some(long(100_001).trim().to_owned()),
        ..Entry::default()
    };
    response.answers.push(QuestionId::unchecked("untoc-5-q1"), entry);
    let entry = Entry { value: Some(Value::Rows(laws)), ..Entry::default() };
    response.answers.push(table.clone(), entry);
    response.normalise(&plan);
    response
}

fn write(library: &Library, response: &Response) -> Vec<u8> {
    let plan = library.get("untoc-cluster-1").expect("it is built in");
    let laws = sample::laws();
    let subject = Subject {
        plan: &plan,
        response,
        settings: None,
        laws: Some(&laws),
        evidence: None,
    };
    let words = Words::load("en");
    let form = form(&[subject], &FormOptions::default(), &words);
    FormFormat::Excel.write(&form, &words).expect("it fits")
}

fn read(library: &Library, bytes: &[u8]) -> Imported {
    let laws = sample::laws();
    let options = ReadOptions { laws: Some(&laws), ..ReadOptions::default() };
    read_returned(bytes, library, &options)
}

/// Long texts stand in several rows, and come home letter by letter, from Excel and from
/// OpenDocument.
#[test]
fn long_texts_come_home() {
    let library = Library::embedded();
    let response = response(&library);
    let bytes = write(&library, &response);
    let pages = spreadsheet::open(&bytes);
    for bytes in [bytes, spreadsheet::save_xlsx(&pages), spreadsheet::save_ods(&pages)] {
        let imported = read(&library, &bytes);
        assert_eq!(imported.findings, Vec::<Finding>::new());
        assert_eq!(
            imported.incoming.first().expect("it is read").answers,
            response.answers
        );
    }
}

/// Where the rows with the rest of a text were lost, nothing is taken out here, and the
/// person is told.
#[test]
fn lost_rows_delete_nothing() {
    let library = Library::embedded();
    let response = response(&library);
    let mut pages = spreadsheet::open(&write(&library, &response));
    for page in &mut pages {
        let more = |row: usize| {
            let tag = page.cells.get(&(row, 0));
            matches!(tag, Some(spreadsheet::Typed::Text(tag)) if tag.contains(" +"))
        };
        let rows: Vec<usize> = page.cells.keys().map(|at| at.0).collect();
        let lost: Vec<usize> = rows.into_iter().filter(|row| more(*row)).collect();
        page.cells.retain(|at, _| !lost.contains(&at.0));
    }
    let imported = read(&library, &spreadsheet::save_xlsx(&pages));
    let file = imported.incoming.first().expect("it is read");
    let plan = plan_import(file, Some(&response), &response, &ImportOptions::default());
    assert!(plan.merge.changes.0.is_empty() && plan.merge.conflicts.is_empty());
    let codes: Vec<&str> = plan.findings.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["import-emptied"]);
}
