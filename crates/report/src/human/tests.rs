//! What people see of a report.

use untoc_core::{
    Code, Context, CountryCode, Library, Place, Response, Surroundings, TablePlace,
    check_response,
};

use super::*;
use crate::report::{Report, Tool, report_json};

fn tool() -> Tool {
    Tool { name: "untoc".to_owned(), version: "0.1.0".to_owned() }
}

fn place(line: usize, column: usize, question: &str) -> Place {
    Place {
        file: Some("responses/untoc-cluster-1.json".to_owned()),
        pointer: Some(format!("/answers/{question}/value")),
        line: Some(line),
        column: Some(column),
        byte: Some(line * 100),
        questionnaire: Some("untoc-cluster-1".to_owned()),
        question: Some(question.to_owned()),
        provision: Some("5(1)(a)".to_owned()),
        section: Some("untoc-5".to_owned()),
        contributor: None,
        table: None,
    }
}

/// A report with one finding of several sorts.
fn mixed() -> Report {
    let cell =
        TablePlace { row: Some(2), column: Some(1), field: Some("law".to_owned()) };
    let law = Place { table: Some(cell), ..place(4, 18, "untoc-5-q1a") };
    let link = |line| {
        let finding = Finding::new(Code::LinkNotWeb, place(line, 9, "untoc-5-q6"));
        finding.private("value", "www.example.org")
    };
    let findings = vec![
        Finding::new(Code::AnswerNotAnOption, place(3, 16, "untoc-5-q1"))
            .typed("value", "maybe")
            .one_of("expected", ["yes", "in_part", "no"]),
        Finding::new(Code::LawUnknown, law)
            .typed("law", "criminal-cod")
            .plain("nearest", "criminal-code"),
        link(12),
        link(40),
        link(71),
        Finding::new(Code::AnswerWaiting, place(90, 5, "untoc-5-q3a"))
            .list("awaits", ["untoc-5-q3"]),
        Finding::new(Code::EditedOutside, Place::file("dossier.json")),
    ];
    Report::new(tool(), 1, 1, findings)
}

fn sources() -> BTreeMap<String, String> {
    let text = "{\n  \"answers\": {\n    \"value\": \"maybe\", \"note\": \"A private sentence.\"\n      \"law\": \"criminal-cod\"\n";
    BTreeMap::from([("responses/untoc-cluster-1.json".to_owned(), text.to_owned())])
}

/// The place comes first, then file and line, message, the line itself, and the hint.
#[test]
fn shows_findings_to_people() {
    let words = Words::load("en");
    let sources = sources();
    let human = Human { sources: Some(&sources), ..Human::default() };
    insta::assert_snapshot!(report_human(&mixed(), &words, &human));
}

/// A narrow terminal breaks lines under their message, and colours change no letter.
#[test]
fn fits_narrow_terminals() {
    let words = Words::load("en");
    let narrow = Human { width: 50, privacy: Privacy::Shown, ..Human::default() };
    let plain = report_human(&mixed(), &words, &narrow);
    insta::assert_snapshot!(plain);
    let coloured = Human { style: Style::Coloured, ..narrow };
    let coloured = report_human(&mixed(), &words, &coloured);
    let mut stripped = String::new();
    for (position, part) in coloured.split('\u{1b}').enumerate() {
        let shown = if position == 0 { part } else { part.split_once('m').unwrap().1 };
        stripped.push_str(shown);
    }
    assert_eq!(stripped, plain);
}

fn empty_response() -> Report {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    let today = jiff::civil::Date::constant(2026, 11, 24);
    let context =
        Context::new(&plan, &response, Surroundings::default(), Level::Submission, today);
    let mut findings = check_response(&context);
    for finding in &mut findings {
        finding.set_file("responses/untoc-cluster-1.json");
    }
    Report::new(tool(), 1, 1, findings)
}

/// A response without any answer gives a page that can be read, not hundreds of blocks.
#[test]
fn is_calm_on_an_empty_response() {
    let words = Words::load("en");
    let human = Human { level: Level::Submission, ..Human::default() };
    let report = empty_response();
    let shown = report_human(&report, &words, &human);
    assert!(report.findings.len() > 40 && shown.lines().count() < 60);
    insta::assert_snapshot!(shown);
    let each = Human { detail: Detail::Each, ..human };
    let blocks = report_human(&report, &words, &each).matches("hint:").count();
    assert_eq!(blocks, report.findings.len());
}

/// A report without findings says so.
#[test]
fn says_that_nothing_is_wrong() {
    let words = Words::load("en");
    let report = Report::new(tool(), 1, 4, Vec::new());
    assert_eq!(
        report_human(&report, &words, &Human::default()),
        "nothing to mend in 4 responses; level draft\n"
    );
}

/// The JSON form holds what programs need, in a fixed order, and hides private values.
#[test]
fn writes_json() {
    let words = Words::load("en");
    let text = report_json(&mixed(), &words, Privacy::Masked);
    assert!(!text.contains("www.example.org"));
    assert!(report_json(&mixed(), &words, Privacy::Shown).contains("www.example.org"));
    insta::assert_snapshot!(text);
}
