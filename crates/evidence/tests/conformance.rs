//! Each small file in `tests/fixtures/evidence` gives exactly the findings that stand
//! beside it, in `<file>.findings.json`.
//!
//! To write the findings anew: `UPDATE_FINDINGS=1 cargo test -p untoc-evidence`, and then
//! look at every difference.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test writes its own fixtures, and fails by panicking"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use untoc_core::{Finding, Place, Severity, Word, settle};
use untoc_evidence::{
    Dialect, PackageFiles, PackageOptions, Question, Reading, Source, Table,
    check_disclosure, check_package, check_table, profile, read_package, read_schema,
};
use untoc_intake::SafePath;

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/evidence");
    let mut files: Vec<PathBuf> = std::fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".findings.json"))
        .filter(|path| !path.to_string_lossy().ends_with(".schema.json"))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// Writes findings as the files beside the fixtures hold them: one a line.
fn written(findings: Vec<Finding>) -> String {
    let mut lines = Vec::new();
    for finding in settle(findings) {
        let values: serde_json::Map<String, serde_json::Value> = finding
            .values
            .iter()
            .map(|(name, word)| ((*name).to_owned(), json(word)))
            .collect();
        let line = serde_json::json!({
            "code": finding.code.as_str(),
            "severity": finding.severity.as_str(),
            "count": finding.count,
            "values": values,
            "places": finding.places,
        });
        lines.push(format!("  {line}"));
    }
    let mut text = String::new();
    if lines.is_empty() {
        text.push_str("[]\n");
    } else {
        let _ = writeln!(text, "[\n{}\n]", lines.join(",\n"));
    }
    text
}

fn json(word: &Word) -> serde_json::Value {
    match word {
        Word::Plain(text) => text.as_str().into(),
        Word::OneOf(items) | Word::List(items) => items.clone().into(),
        Word::Number(number) => (*number).into(),
        Word::Private(_) => "(private)".into(),
    }
}

fn compare(path: &Path, findings: Vec<Finding>) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
    if name.starts_with("valid-") || name.contains(".valid-") {
        assert_eq!(errors, 0, "{name}: {findings:?}");
    }
    compare_text(path, &written(findings));
}

fn compare_text(path: &Path, now: &str) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let beside = path.with_file_name(format!("{name}.findings.json"));
    if std::env::var_os("UPDATE_FINDINGS").is_some() {
        std::fs::write(&beside, now).unwrap();
    }
    let before = std::fs::read_to_string(&beside).unwrap_or_default();
    assert_eq!(now, before, "{name}");
}

/// What can be said about a table without knowing what it should hold, at any size of
/// chunks and on any number of threads.
#[test]
fn form_of_tables() {
    for path in fixtures("form") {
        let bytes = std::fs::read(&path).unwrap();
        let tab = path.extension().is_some_and(|end| end == "tsv");
        let dialect = Dialect { delimiter: tab.then_some(b'\t'), ..Dialect::default() };
        let table = Table::open(&bytes, &dialect).unwrap();
        for (chunk, threads) in [(1, 1), (7, 2), (64, 3), (4 << 20, 1)] {
            let reading =
                Reading { dialect: &dialect, chunk, threads, ..Reading::default() };
            compare(&path, check_table(&table, None, &reading).unwrap().findings);
        }
    }
}

/// Every type, constraint and key of Table Schema, at any size of chunks and on any number
/// of threads.
#[test]
fn tables_against_schemas() {
    for path in fixtures("schema") {
        let bytes = std::fs::read(&path).unwrap();
        let beside = format!("{}.schema.json", path.display());
        let schema = serde_json::from_slice(&std::fs::read(beside).unwrap()).unwrap();
        let (schema, faults) = read_schema(&schema, "");
        assert!(faults.is_empty(), "{}: {faults:?}", path.display());
        let dialect = Dialect { header_rows: Some(vec![1]), ..Dialect::default() };
        let table = Table::open(&bytes, &dialect).unwrap();
        for (chunk, threads) in [(1, 1), (7, 2), (64, 3), (4 << 20, 1)] {
            let reading =
                Reading { dialect: &dialect, chunk, threads, ..Reading::default() };
            let report = check_table(&table, Some(&schema), &reading).unwrap();
            compare(&path, report.findings);
        }
    }
}

/// A file is checked by the profile that its name begins with, or by none.
fn profile_of(path: &Path) -> Option<&'static untoc_evidence::TableSchema> {
    let name = path.file_name()?.to_str()?.split('.').next()?;
    assert!(name == "none" || profile(name).is_some(), "{name} is no profile");
    profile(name)
}

/// Tables against the profiles that come with the tool.
#[test]
fn tables_against_profiles() {
    for path in fixtures("profiles") {
        let bytes = std::fs::read(&path).unwrap();
        let dialect = Dialect::default();
        let table = Table::open(&bytes, &dialect).unwrap();
        for (chunk, threads) in [(7, 2), (4 << 20, 1)] {
            let reading = Reading { chunk, threads, ..Reading::default() };
            let report = check_table(&table, profile_of(&path), &reading).unwrap();
            compare(&path, report.findings);
        }
    }
}

/// What tables expose, and what spreadsheets did to them; the verdict stands in front.
#[test]
fn disclosure_of_tables() {
    for path in fixtures("disclosure") {
        let bytes = std::fs::read(&path).unwrap();
        let dialect = Dialect::default();
        let table = Table::open(&bytes, &dialect).unwrap();
        let schema = profile_of(&path);
        for (chunk, threads) in [(7, 2), (64, 3), (4 << 20, 1)] {
            let reading = Reading { chunk, threads, ..Reading::default() };
            let matched = check_table(&table, schema, &reading).unwrap().matched;
            let question = Question::default();
            let found =
                check_disclosure(&table, schema, &matched, None, &question, &reading)
                    .unwrap();
            let facts = serde_json::json!({
                "verdict": found.verdict.as_str(),
                "describing": found.describing,
                "smallest": found.smallest,
                "smallest_with_wildcards": found.smallest_with_wildcards,
                "rows_below": found.rows_below,
            });
            let text = format!("{facts}\n{}", written(found.findings));
            compare_text(&path, &text);
        }
    }
}

/// The files of a fixture.
struct Folder<'p>(&'p Path);

impl PackageFiles for Folder<'_> {
    fn open(&self, path: &SafePath) -> std::io::Result<Option<Box<dyn Source + '_>>> {
        match std::fs::read(self.0.join(path.to_path_buf())) {
            Ok(bytes) => Ok(Some(Box::new(bytes))),
            Err(_) => Ok(None),
        }
    }
}

/// Data Packages: the descriptor, its files, and each table against its schema.
#[test]
fn data_packages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/evidence/packages");
    let folders = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    folders.sort();
    for path in folders {
        let text = std::fs::read(path.join("datapackage.json")).unwrap();
        let descriptor = serde_json::from_slice(&text).unwrap();
        for (chunk, threads) in [(7, 2), (4 << 20, 1)] {
            let files = Folder(&path);
            let (package, mut findings) = read_package(&descriptor, &files).unwrap();
            let reading = Reading { chunk, threads, ..Reading::default() };
            let options = PackageOptions { reading, ..PackageOptions::default() };
            let report = check_package(&package, &files, &options).unwrap();
            findings.extend(report.findings);
            for resource in report.resources {
                findings.extend(resource.table.into_iter().flat_map(|t| t.findings));
            }
            for place in findings.iter_mut().flat_map(|f: &mut Finding| &mut f.places) {
                name_descriptor(place);
            }
            compare(&path, findings);
        }
    }
}

/// Progress is told over all files of a package: it ends with their length.
#[test]
fn progress_of_packages() {
    struct Twice;
    impl PackageFiles for Twice {
        fn open(&self, _: &SafePath) -> std::io::Result<Option<Box<dyn Source + '_>>> {
            let text = format!("a,b\n{}", "1,2\n".repeat(500));
            Ok(Some(Box::new(text.into_bytes())))
        }
    }
    let table = |name: &str| serde_json::json!({ "name": name, "path": format!("{name}.csv"), "type": "table" });
    let descriptor =
        serde_json::json!({ "name": "p", "resources": [table("one"), table("two")] });
    let (package, _) = read_package(&descriptor, &Twice).unwrap();
    let told = std::sync::Mutex::new(Vec::new());
    let progress = |bytes: u64| told.lock().unwrap().push(bytes);
    let reading = Reading { chunk: 100, progress: Some(&progress), ..Reading::default() };
    let options = PackageOptions { reading, ..PackageOptions::default() };
    check_package(&package, &Twice, &options).unwrap();
    let told = told.into_inner().unwrap();
    assert!(told.is_sorted(), "{told:?}");
    assert_eq!(told.last(), Some(&4008));
}

fn name_descriptor(place: &mut Place) {
    place.file.get_or_insert_with(|| "datapackage.json".to_owned());
}
