//! Tables as people and spreadsheets leave them.

use untoc_core::{Entry, Finding, Laws, Library, Word, sample};
use untoc_export::{Imported, ReadOptions, read_csv};

fn read(text: &str) -> Imported {
    let laws: Laws = sample::laws();
    let options = ReadOptions { laws: Some(&laws), ..ReadOptions::default() };
    read_csv(text.as_bytes(), &Library::embedded(), &options)
}

fn entry(imported: &Imported, question: &str) -> Option<Entry> {
    imported.incoming.iter().find_map(|file| file.answers.get(question).cloned())
}

fn json(imported: &Imported, question: &str) -> String {
    serde_json::to_string(&entry(imported, question)).unwrap_or_default()
}

/// Shows findings as the words would: code, line, and what was said.
fn show(findings: &[Finding]) -> Vec<String> {
    let word = |word: &Word| match word {
        Word::Plain(text) | Word::Private(text) => text.clone(),
        Word::Number(number) => number.to_string(),
        Word::OneOf(items) | Word::List(items) => items.join("|"),
    };
    findings
        .iter()
        .map(|finding| {
            let line = finding.place().and_then(|place| place.line);
            let line = line.map(|line| format!(" line {line}")).unwrap_or_default();
            let values: Vec<String> = finding
                .values
                .iter()
                .map(|(name, value)| format!("{name}={}", word(value)))
                .collect();
            format!("{}{line}: {}", finding.code, values.join(", "))
        })
        .collect()
}

/// A file from a European Excel, with a title above, labels for codes, digits of other
/// scripts, blanks around and rows out of order, is read, and each reading is said.
#[test]
fn reads_what_people_type() {
    let text = "\u{feff}Answers of the Ministry;;;;;\r\n\
        ;;;;;\r\n\
        Question;Row;Column;Value;Note;Our own comments\r\n\
        UNTOC-2-Q1 ;;;\u{200f}Yes, in part;\"one\r\ntwo\";checked by A.\r\n\
        untoc-2-q3;;;Property؛ proceeds;;\r\n\
        untoc-5-q10;2;Year;٢٠٢٥;;\r\n\
        untoc-5-q10;2;prosecuted;1 204;;\r\n\
        untoc-5-q10;1;year;2024;;\r\n\
        untoc-5-q10;1;Sex;female;;\r\n\
        untoc-5-q11;1;date;17/05/2024;;\r\n\
        untoc-5-q11;1;summary;'=text;;\r\n\
        untoc-2-q1a;1;law;criminal CODE;;\r\n\
        untoc-2-q1a;1;provision;12;;\r\n";
    let imported = read(text);
    insta::assert_json_snapshot!(show(&imported.findings));
    assert_eq!(
        json(&imported, "untoc-2-q1"),
        r#"{"value":"in_part","note":"one\r\ntwo"}"#
    );
    assert_eq!(json(&imported, "untoc-2-q3"), r#"{"value":["property","proceeds"]}"#);
    assert_eq!(
        json(&imported, "untoc-5-q10"),
        r#"{"value":[{"year":2024,"sex":"female"},{"year":2025,"prosecuted":1204}]}"#
    );
    assert_eq!(
        json(&imported, "untoc-5-q11"),
        r#"{"value":[{"date":"2024-05-17","summary":"=text"}]}"#
    );
    assert_eq!(
        json(&imported, "untoc-2-q1a"),
        r#"{"value":[{"law":"criminal-code","provision":"12"}]}"#
    );
}

/// What cannot be placed is said with its line, and the rest goes on.
#[test]
fn says_what_cannot_be_placed() {
    let text = "question,row,column,value,label,note,no_answer,at,state,version\n\
        untoc-2-q1,,,perhaps,,,,,XXA,1.0.0\n\
        untoc-2-q11,,,yes,,,,,XXA,1.0.0\n\
        ,,,yes,,,,,,\n\
        untoc-2-q1a,,,see annex,,,,,,\n\
        untoc-2-q1a,1,law,criminal-code,,a note,,,,\n\
        untoc-2-q1a,1,law,anti-trafficking-act,,,,,,\n\
        untoc-2-q1a,1,colour,red,,,,,,\n\
        untoc-2-q1a,,law,red,,,,,,\n\
        untoc-2-q4,,,,Yes,,,,,\n\
        untoc-5-q1,,,yes,,,,yesterday,,\n\
        untoc-5-q1,,,no,,,,,,\n\
        untoc-5-q6,1,law,x,,,,,,\n\
        untoc-5-q7,,,yes,,,,,KEN,\n\
        untoc-5-q11,1,date,05/06/2024,,,,,,\n\
        untoc-5-q11,1,summary,A case.,,,,,,\n\
        untoc-6-q1,,,,,,later,,,\n\
        untoc-6-q2,,,,,,Not applicable,,,\n\
        untoc-6-q3,,,,,,not-disclosed,,,\n\
        tip-5-q1,,,yes,,,,,,\n";
    let imported = read(text);
    insta::assert_json_snapshot!(show(&imported.findings));
    let files: Vec<(String, usize)> = imported
        .incoming
        .iter()
        .map(|file| (file.plan.id().to_string(), file.answers.len()))
        .collect();
    assert_eq!(files, [("untoc-cluster-1".into(), 5), ("tip-cluster-1".into(), 1)]);
    assert_eq!(imported.incoming[0].about.state.as_deref(), Some("XXA"));
}
