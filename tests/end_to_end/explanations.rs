//! The examples of the explanations do what they say.
//!
//! Each example that is a whole file is laid into a dossier and checked: the wrong one
//! gives the finding that it explains, and the right one does not. Examples about the
//! machine, the history or a form that came back name no file and are not run.

use std::path::Path;

use jiff::civil::Date;
use untoc_core::{Code, Evidence, EvidenceFile, FileRole, Finding, Level, Library};
use untoc_dossier::{Digest, Dossier, Origin, RealDisk, bag_of, validate, validate_file};
use untoc_report::{Example, explain};

/// Findings about an import: the file by itself does not show them.
const NOT_RUN: [Code; 2] = [Code::ImportOtherState, Code::ImportOtherVersion];

const SETTINGS: &str = r#"{
  "format": "untoc-dossier/1",
  "state": "XXA",
  "instruments": ["untoc"],
  "clusters": [1],
  "language": "en"
}"#;

const RESPONSE: &str = r#"{
  "format": "untoc-response/1",
  "questionnaire": "untoc-cluster-1",
  "questionnaire_version": "1.0.0",
  "state": "XXA",
  "language": "en",
  "answers": {}
}"#;

const DESCRIPTION: &str = r#"{
  "format": "untoc-evidence/1",
  "id": "court-monitoring-2025",
  "title": "Court monitoring 2025",
  "provider": { "name": "Open Courts Exampleland", "kind": "ngo" },
  "sensitivity": "restricted",
  "terms": { "purpose": "the review", "onward_use": "public", "naming": "named" },
  "files": []
}"#;

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// Lays an evidence item into the dossier, as `untoc evidence add` leaves it.
fn put_item(root: &Path) {
    let text = br"year,cases";
    let file = EvidenceFile {
        path: "data/cases.csv".to_owned(),
        bytes: text.len() as u64,
        sha256: Digest::of(text).hex(),
        media_type: "text/csv".to_owned(),
        role: FileRole::Data,
        original: None,
    };
    let description: Evidence = serde_json::from_str(DESCRIPTION).unwrap();
    let files = vec![(file, Origin::Bytes(text.to_vec()))];
    let package = bag_of(description, "{}\n".to_owned(), files);
    for file in package.files() {
        let bytes = package.read(&file.path).unwrap();
        let path = format!("evidence/court-monitoring-2025/{}", file.path);
        put(root, &path, std::str::from_utf8(&bytes).unwrap());
    }
    let record = serde_json::json!({
        "format": "untoc-evidence-record/1",
        "item": "court-monitoring-2025",
        "digest": package.digest().to_string(),
        "files": package.files().collect::<Vec<_>>(),
    });
    put(root, "evidence/court-monitoring-2025.json", &record.to_string());
}

/// Lays the files of an example over a small dossier and returns what is found in it.
fn found(examples: &[Example]) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(root, "dossier.json", SETTINGS);
    put(root, "responses/untoc-cluster-1.json", RESPONSE);
    put_item(root);
    let library = Library::embedded();
    let today = Date::constant(2026, 11, 24);
    let mut findings = Vec::new();
    for example in examples {
        let path = example.path.expect("an example that is run names its file");
        put(root, path, example.text);
        if path.starts_with("questionnaires/") {
            let file = root.join(path);
            let level = Level::Draft;
            findings.extend(
                validate_file(&RealDisk, &file, path, &library, level, today).unwrap(),
            );
        }
    }
    let dossier = Dossier::open(&RealDisk, root, &library).unwrap();
    findings.extend(validate(&dossier, Level::Submission, today));
    findings
}

/// Returns the questions, or else the places, that a code is found at.
fn places(findings: &[Finding], code: Code) -> Vec<String> {
    let of_code = findings.iter().filter(|finding| finding.code == code);
    let mut places: Vec<String> = of_code
        .filter_map(|finding| finding.place())
        .map(|place| format!("{:?} {:?}", place.question, place.file))
        .collect();
    places.sort();
    places
}

/// A wrong example gives its finding; in the right one it is mended.
#[test]
fn examples_do_what_they_say() {
    let mut faults = Vec::new();
    let mut run = 0;
    for &code in Code::ALL {
        let explanation = explain(code);
        let examples = [explanation.wrong.as_slice(), &explanation.right].concat();
        let whole = examples.iter().all(|example| example.path.is_some());
        if NOT_RUN.contains(&code) || !whole {
            continue;
        }
        run += 1;
        let wrong = found(&explanation.wrong);
        let right = found(&explanation.right);
        let (before, after) = (places(&wrong, code), places(&right, code));
        if before.is_empty() {
            let codes: Vec<_> =
                wrong.iter().map(|finding| finding.code.as_str()).collect();
            faults.push(format!("{code}: the wrong example gives {codes:?}"));
        }
        // Answers that are missing or advised stay so for the rest of the questionnaire.
        let rest = [Code::AnswerMissing, Code::AnswerAdvisedMissing].contains(&code);
        let mended = match rest {
            true => before.iter().any(|place| !after.contains(place)),
            false => after.is_empty(),
        };
        if !mended {
            faults.push(format!("{code}: the right example still gives it at {after:?}"));
        }
        let others = right.iter().filter(|finding| {
            finding.severity == untoc_core::Severity::Error
                && finding.code != Code::AnswerMissing
        });
        for other in others {
            faults.push(format!("{code}: the right example gives {}", other.code));
        }
    }
    assert!(run > 70, "only {run} explanations were run");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
