//! What people see of a report.

use untoc_core::{
    Code, Context, CountryCode, Finding, Library, Place, Response, Surroundings,
    TablePlace, check_response, settle,
};

use super::*;

/// Puts findings into words and shows them with the last lines.
fn report_human(findings: &[Finding], words: &Words, human: &Human<'_>) -> String {
    let findings = Reported::all(findings, None, words, human.privacy);
    let mut out = findings_human(&findings, words, human);
    if human.privacy == Privacy::Masked && findings.iter().any(Reported::hides) {
        out.push_str(&masked_human(words, human));
        out.push('\n');
    }
    let mut found = Summary { subjects: 1, responses: 1, ..Summary::default() };
    found.count(&findings);
    out.push_str(&summary(found, words, human));
    out.push('\n');
    out
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

/// Findings of several sorts.
pub(crate) fn mixed() -> Vec<Finding> {
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
    settle(findings)
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

fn empty_response() -> Vec<Finding> {
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
    settle(findings)
}

/// A response without any answer gives a page that can be read, not hundreds of blocks.
#[test]
fn is_calm_on_an_empty_response() {
    let words = Words::load("en");
    let human = Human { level: Level::Submission, ..Human::default() };
    let report = empty_response();
    let shown = report_human(&report, &words, &human);
    assert!(report.len() > 40 && shown.lines().count() < 60);
    insta::assert_snapshot!(shown);
    let each = Human { detail: Detail::Each, ..human };
    let blocks = report_human(&report, &words, &each).matches("hint:").count();
    assert_eq!(blocks, report.len());
}

/// A report without findings says so.
#[test]
fn says_that_nothing_is_wrong() {
    let words = Words::load("en");
    let found = Summary { subjects: 1, responses: 4, ..Summary::default() };
    assert_eq!(
        summary(found, &words, &Human::default()),
        "nothing to mend in 4 responses; level draft"
    );
}
