//! Each file in `tests/fixtures/invalid` has one fault, and exactly that is found.
//!
//! The folder is named after the code, the file after the fault and the format:
//! `<code>/<fault>.<format>.json`. Folders of codes that other crates find are theirs.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "functions beside the tests fail as tests do, by panicking"
)]

use std::collections::BTreeSet;
use std::path::Path;

use untoc_core::{Code, Finding, Library, Severity};
use untoc_schema::{
    read_laws, read_options, read_questionnaire, read_response, read_settings,
};

/// The codes that reading finds.
const CODES: [Code; 29] = [
    Code::FileEmpty,
    Code::JsonSyntax,
    Code::JsonTruncated,
    Code::JsonTrailing,
    Code::JsonTooDeep,
    Code::KeyDuplicate,
    Code::NumberTooLarge,
    Code::SurrogateLone,
    Code::FormatUnknown,
    Code::FormatNewer,
    Code::FieldUnknown,
    Code::FieldMissing,
    Code::FieldWrongType,
    Code::FieldNotAllowed,
    Code::FieldEmpty,
    Code::ListEmpty,
    Code::IdMalformed,
    Code::LanguageMalformed,
    Code::TimeMalformed,
    Code::QuestionnaireUnknown,
    Code::QuestionnaireVersion,
    Code::AnswerWrongType,
    Code::AnswerNotADate,
    Code::AnswerAndNoAnswer,
    Code::ReasonWithoutNoAnswer,
    Code::RowMalformed,
    Code::LinkNotWeb,
    Code::ProvisionMalformed,
    Code::EntryDuplicate,
];

/// Reads a text as the name of its file says; says too whether anything would be lost.
fn read(name: &str, text: &str) -> (Vec<Finding>, bool, bool) {
    let library = Library::embedded();
    fn parts<T>(read: untoc_schema::Read<T>) -> (Vec<Finding>, bool, bool) {
        (read.findings, read.lossless, read.value.is_some())
    }
    match name.rsplit('.').nth(1) {
        Some("response") => parts(read_response(text, &library)),
        Some("laws") => parts(read_laws(text)),
        Some("dossier") => parts(read_settings(text)),
        Some("questionnaire") => parts(read_questionnaire(text)),
        Some("options") => parts(read_options(text)),
        other => panic!("{name}: no reader of {other:?}"),
    }
}

fn fixtures(code: Code) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/invalid")
        .join(code.as_str());
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<_> = files
        .map(|file| file.unwrap())
        .map(|file| {
            let name = file.file_name().into_string().unwrap();
            (name, std::fs::read_to_string(file.path()).unwrap())
        })
        .collect();
    found.sort();
    found
}

/// Every faulty file gives its own finding, that alone, and with a place.
#[test]
fn each_fault_is_found_alone() {
    let mut seen = BTreeSet::new();
    let mut page = Vec::new();
    for code in CODES {
        for (name, text) in fixtures(code) {
            let (findings, lossless, read) = read(&name, &text);
            let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
            assert_eq!(codes, [code], "{code}/{name}: {findings:#?}");
            for finding in &findings {
                assert_eq!(finding.severity, Severity::Error);
                let place = finding.place().unwrap();
                let located = place.line.is_some() && place.byte.is_some();
                assert!(located && place.column.is_some(), "{code}/{name}: {place:?}");
                page.push(format!(
                    "{code}/{name} {}:{} {} {:?}{}{}",
                    place.line.unwrap(),
                    place.column.unwrap(),
                    place.pointer.as_deref().unwrap_or("-"),
                    finding.values,
                    if read { "" } else { ", nothing read" },
                    if lossless { ", lossless" } else { "" },
                ));
            }
            seen.insert(code);
        }
    }
    let unseen: Vec<_> = CODES.iter().filter(|code| !seen.contains(code)).collect();
    assert!(unseen.is_empty(), "no fixture: {unseen:?}");
    insta::assert_json_snapshot!(page);
}

/// What can be read in spite of a fault and written again loses nothing, or says so.
#[test]
fn what_is_lossless_comes_back() {
    let library = Library::embedded();
    for code in CODES {
        for (name, text) in fixtures(code) {
            if !name.ends_with(".response.json") {
                continue;
            }
            let read = read_response(&text, &library);
            let Some(response) = read.value.filter(|_| read.lossless) else { continue };
            let again: serde_json::Value =
                serde_json::from_str(&response.to_text()).unwrap();
            let before: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(again, before, "{code}/{name}");
        }
    }
}
