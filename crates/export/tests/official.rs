//! The official order, with an invented questionnaire.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use untoc_core::{CountryCode, Day, Library, Response};
use untoc_export::{
    ExportOptions, OfficialFormat, OfficialOrder, Subject, compose, read_overlay,
};
use untoc_report::Words;

/// An invented questionnaire; nothing in it is official.
const TABLE: &str = "number,text,ids\n\
    I,Chapter of Exampleland,\n\
    1,Is taking part in a group an offence?,untoc-5-q1; untoc-5-q1a\n\
    2,=Which laws say so? <script>,untoc-5-q8\n\
    3,And the rest?,untoc-5-q6\n\
    4,What do you infer?,untoc-5-q4\n";

fn order() -> OfficialOrder {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let mut response = Response::new(&plan, CountryCode::EXAMPLELAND, "ar");
    for (id, entry) in [
        ("untoc-5-q1", r#"{"value": "in_part", "note": "Covers agreements only."}"#),
        ("untoc-5-q1a", r#"{"value": ["agreement"]}"#),
        (
            "untoc-5-q8",
            r#"{"value": [{"law": "criminal-code", "provision": "art. 210", "questions": ["untoc-5-q1"]}]}"#,
        ),
        ("untoc-5-q7", r#"{"value": "yes", "note": "تطبّق المحاكم ذلك."}"#),
    ] {
        let id = untoc_core::QuestionId::unchecked(id);
        response.answers.push(id, serde_json::from_str(entry).unwrap());
    }
    let laws = untoc_core::sample::laws();
    let subject = Subject {
        plan: &plan,
        response: &response,
        settings: None,
        laws: Some(&laws),
        evidence: None,
    };
    let mapped = read_overlay(TABLE.as_bytes(), &library, &[&plan]);
    assert_eq!(mapped.findings, []);
    let today = Day(jiff::civil::date(2026, 11, 24));
    let words = Words::load("en");
    let overlay = mapped.overlay.unwrap();
    compose(&[subject], &overlay, &ExportOptions::default(), &words, today)
}

fn write(format: OfficialFormat) -> String {
    let order = order();
    let words = Words::load("en");
    let bytes = format.write(&order, &words);
    assert_eq!(bytes, format.write(&order, &words));
    String::from_utf8(bytes).unwrap()
}

/// Each item has its answers, its laws and its explanation, in the official order.
#[test]
fn composes_items() {
    let order = order();
    let numbers: Vec<&str> = order.items.iter().map(|i| i.number.as_str()).collect();
    assert_eq!(numbers, ["I", "1", "2", "3", "4"]);
    assert_eq!(order.unused, ["untoc-5-q7"]);
    assert!(order.items.iter().any(|item| item.number == "3" && item.is_open()));
    insta::assert_snapshot!(write(OfficialFormat::Markdown));
}

/// The table and the JSON hold the same, and no cell runs as a formula.
#[test]
fn writes_tables() {
    let csv = write(OfficialFormat::Csv);
    let mut reader =
        csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with('=')));
    insta::assert_snapshot!(write(OfficialFormat::Json));
}

/// The page has a button and a box for each item with an answer, and texts stay texts.
#[test]
fn writes_a_page() {
    let page = write(OfficialFormat::Html);
    assert_eq!(page.matches("<button").count(), 2);
    assert_eq!(page.matches("type=\"checkbox\"").count(), 2);
    assert_eq!(page.matches("<script>").count(), 1);
    assert!(!page.contains("http://") && !page.contains("https://"));
}
