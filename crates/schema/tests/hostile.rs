//! Hostile texts are refused, or read, in little time and memory.

use std::fmt::Write as _;

use untoc_core::{Code, Library};
use untoc_schema::{read_laws, read_questionnaire, read_response, read_settings};

/// An object with very many unknown fields, some of them twice.
fn many_fields(count: usize) -> String {
    let mut text = String::from("{");
    for number in 0..count {
        let _ = write!(text, "\"k{}\": 0, ", number % (count - 10));
    }
    text.push_str("\"z\": 0}");
    text
}

/// The findings of a text with very many faults stay few enough for the memory, and the
/// rest is counted. Time that grew with the square of the text would be felt here.
#[test]
fn many_faults_are_counted() {
    let fields = many_fields(100_000);
    let library = Library::embedded();
    let head = "\"format\": \"untoc-response/1\", \"questionnaire\": \"untoc-cluster-1\"";
    let response = format!("{{{head}, \"answers\": {fields}}}");
    let entry = format!("{{{head}, \"answers\": {{\"untoc-2-q1\": {fields}}}}}");
    let law = format!("{{\"format\": \"untoc-laws/1\", \"laws\": [{fields}]}}");
    for found in [
        read_response(&fields, &library).findings,
        read_response(&response, &library).findings,
        read_response(&entry, &library).findings,
        read_laws(&law).findings,
        read_settings(&fields).findings,
        read_questionnaire(&fields).findings,
    ] {
        let count: usize = found.iter().map(|finding| finding.count).sum();
        assert!((10..=7_000).contains(&found.len()), "{}", found.len());
        assert!(count >= 10, "{count}");
    }
}

/// Deep nesting, endless texts and texts of nothing are refused by every reader.
#[test]
fn every_reader_refuses_nonsense() {
    let library = Library::embedded();
    let deep = "[".repeat(100_000);
    let keys = "{\"a\":".repeat(100_000);
    let open = format!("\"{}", "a".repeat(1 << 20));
    for (text, code) in [
        (deep.as_str(), Code::JsonTooDeep),
        (keys.as_str(), Code::JsonTooDeep),
        (open.as_str(), Code::JsonTruncated),
        ("", Code::FileEmpty),
        ("\0", Code::JsonSyntax),
        ("null", Code::FieldWrongType),
        ("[]", Code::FieldWrongType),
        ("1e999", Code::NumberTooLarge),
    ] {
        for findings in [
            read_response(text, &library).findings,
            read_laws(text).findings,
            read_settings(text).findings,
            read_questionnaire(text).findings,
        ] {
            assert_eq!(findings.first().map(|f| f.code), Some(code), "{text:.20}");
        }
    }
}
