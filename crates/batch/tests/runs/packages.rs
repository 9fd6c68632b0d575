//! Dossiers and responses in zip packages.

use untoc_batch::{LetterOptions, StoredReport, letters};
use untoc_report::{LetterForm, MachineFormat, Reported};

use crate::corpus::{Corpus, Run, dossier_files, library, response, words};

fn packed(prefix: &str) -> Vec<(String, Vec<u8>)> {
    dossier_files()
        .iter()
        .map(|(name, bytes)| (format!("{prefix}{name}"), bytes.clone()))
        .collect()
}

fn zip(corpus: &Corpus, name: &str, files: &[(String, Vec<u8>)]) {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    corpus.zip(name, &files);
}

/// A dossier says the same in a folder and in a package; only its name differs.
#[test]
fn a_package_says_what_a_folder_says() {
    let corpus = Corpus::new();
    corpus.dossier("in/kenya");
    let mut files = packed("kenya/");
    let wrong = "{\n  \"format\": \"untoc-laws/1\",\n  \"laws\": [{}]\n}\n";
    corpus.write("in/kenya/laws.json", wrong);
    for (name, bytes) in &mut files {
        if name.ends_with("laws.json") {
            *bytes = wrong.as_bytes().to_vec();
        }
    }
    zip(&corpus, "in/p.zip", &files);
    zip(&corpus, "in/q.zip", &packed(""));
    let said = |path: &str, prefix: &str| {
        let strip = |finding: &Reported| {
            let place = finding.place().unwrap();
            let file = finding.file().strip_prefix(prefix).unwrap().to_owned();
            (file, place.line, place.column, finding.code.clone())
        };
        let findings = corpus.findings(&[path], &Run::default());
        findings.iter().map(strip).collect::<Vec<_>>()
    };
    let folder = said("in/kenya", "in/kenya");
    assert!(folder.len() > 1);
    assert_eq!(said("in/p.zip", "in/p.zip!/kenya"), folder);
    assert!(corpus.findings(&["in/q.zip"], &Run::default()).is_empty());
}

/// Dossiers and loose responses in one package are each found, and counted.
#[test]
fn everything_in_a_package_is_looked_at() {
    let corpus = Corpus::new();
    let mut files = packed("a/");
    files.extend(packed("deep/er/b/"));
    files.push(("c.json".to_owned(), response(3).to_text().into_bytes()));
    files.push(("d.json".to_owned(), b"{".to_vec()));
    files.push(("readme.txt".to_owned(), b"hello".to_vec()));
    zip(&corpus, "in/p.zip", &files);
    let (report, ended) = corpus.run(&["in"], &Run::default());
    let responses = packed("").iter().filter(|(n, _)| n.starts_with("responses")).count();
    assert_eq!(ended.head.summary.responses, 2 * responses + 2);
    assert_eq!(report.matches("\"type\":\"dossier\"").count(), 2);
    assert_eq!(corpus.codes(&["in"]), ["in/p.zip!/d.json json-truncated"]);
}

/// A package that holds nothing of ours, or is none, is one finding.
#[test]
fn packages_that_are_none() {
    let corpus = Corpus::new();
    corpus.zip("in/empty.zip", &[("readme.txt", b"hello")]);
    corpus.write("in/fake.zip", "not a zip file");
    assert_eq!(
        corpus.codes(&["in"]),
        ["in/empty.zip nothing-found", "in/fake.zip archive-malformed"]
    );
}

/// Each dossier of a package gets a letter of its own; what is wrong with the package
/// stands in all of them.
#[test]
fn each_packed_dossier_gets_a_letter() {
    let corpus = Corpus::new();
    let mut files = packed("a/");
    files.extend(packed("b/"));
    for (name, bytes) in &mut files {
        if name == "b/laws.json" {
            *bytes = b"[".to_vec();
        }
    }
    files.push(("../outside.json".to_owned(), b"{}".to_vec()));
    zip(&corpus, "in/p.zip", &files);
    let how = Run { format: MachineFormat::Json, ..Run::default() };
    corpus.write("report.json", corpus.run(&["in"], &how).0);
    let report = StoredReport::read(&corpus.path("report.json")).unwrap();
    let options = LetterOptions {
        library: library(),
        words: words(),
        form: LetterForm::Markdown,
        replace: false,
    };
    let made = letters(report, &corpus.path("letters"), &options).unwrap();
    assert_eq!((made.written, made.left_out), (2, 0));
    let read = |name: &str| {
        std::fs::read_to_string(
            corpus.path(&format!("letters/letter-in-p-zip-{name}.md")),
        )
        .unwrap()
    };
    let (a, b) = (read("a"), read("b"));
    assert!(a.contains("archive-name") && b.contains("archive-name"));
    assert!(!a.contains("laws.json") && b.contains("laws.json"));
}

/// People see the line and a mark under the place, in a folder and in a package alike.
#[test]
fn the_line_is_shown_in_folders_and_packages() {
    let corpus = Corpus::new();
    corpus.dossier("in/kenya");
    let mut files = packed("kenya/");
    let wrong =
        "{\n  \"format\": \"untoc-laws/1\",\n  \"laws\": [],\n  \"lows\": []\n}\n";
    corpus.write("in/kenya/laws.json", wrong);
    for (name, bytes) in &mut files {
        if name.ends_with("laws.json") {
            *bytes = wrong.as_bytes().to_vec();
        }
    }
    files.push(("loose.json".to_owned(), b"{\n  \"format\": 7\n}\n".to_vec()));
    zip(&corpus, "in/p.zip", &files);
    let line = "    4 |   \"lows\": []\n      |   ^\n";
    let folder = corpus.human(&["in/kenya"]);
    assert!(folder.contains(line), "{folder}");
    let package = corpus.human(&["in/p.zip"]);
    assert!(package.contains(line), "{package}");
    assert!(package.contains("    2 |   \"format\": 7\n"), "{package}");
}
