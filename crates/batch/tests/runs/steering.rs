//! Files that steer a run: baselines, expectations, settings.

use jiff::civil::date;
use untoc_batch::{Baseline, Config, Error, Expectation, NewBaseline};
use untoc_core::{Code, Severity};
use untoc_report::Reported;

use crate::corpus::{Corpus, Run, library, words};

fn codes(findings: &[Reported]) -> Vec<(String, &str)> {
    findings.iter().map(|f| (f.file().to_owned(), f.code.as_str())).collect()
}

fn baseline(corpus: &Corpus, entries: &[(&str, &str)]) -> Baseline {
    let entry = |(fingerprint, expires): &(&str, &str)| {
        format!(
            "{{\"fingerprint\": \"{fingerprint}\", \"code\": \"language-malformed\", \"reason\": \"known\", \"expires\": \"{expires}\"}}"
        )
    };
    let entries: Vec<String> = entries.iter().map(entry).collect();
    corpus.write(
        "baseline.json",
        format!(
            "{{\"format\": \"untoc-baseline/1\", \"entries\": [{}]}}",
            entries.join(", ")
        ),
    );
    Baseline::read(&corpus.path("baseline.json"), corpus.root(), words()).unwrap()
}

/// A known finding is accepted until its last day, and counted.
#[test]
fn known_findings_are_accepted() {
    let corpus = Corpus::new();
    corpus.broken("in/a.json").broken("in/b.json");
    let first = corpus.findings(&["in"], &Run::default());
    assert_eq!(first.len(), 2);
    let known = baseline(&corpus, &[(&first[0].fingerprint, "2026-11-24")]);
    let how = Run { baseline: Some(&known), ..Run::default() };
    let (_, ended) = corpus.run(&["in"], &how);
    assert_eq!((ended.head.summary.errors, ended.head.summary.accepted), (1, 1));
    let left = corpus.findings(&["in"], &how);
    assert_eq!(codes(&left), [("in/b.json".to_owned(), "language-malformed")]);
}

/// A finding whose day is over counts again, and the entry is reported.
#[test]
fn expired_entries_are_reported() {
    let corpus = Corpus::new();
    corpus.broken("in/a.json");
    let first = corpus.findings(&["in"], &Run::default());
    let known = baseline(&corpus, &[(&first[0].fingerprint, "2026-11-23")]);
    let left =
        corpus.findings(&["in"], &Run { baseline: Some(&known), ..Run::default() });
    assert_eq!(
        codes(&left),
        [
            ("in/a.json".to_owned(), "language-malformed"),
            ("baseline.json".to_owned(), "baseline-expired"),
        ]
    );
}

/// An entry whose finding does not occur is reported, whether its day is over or not.
#[test]
fn unused_entries_are_reported() {
    let corpus = Corpus::new();
    corpus.response("in/a.json", 1);
    let known = baseline(
        &corpus,
        &[("00000000000000aa", "2027-01-01"), ("00000000000000bb", "2020-01-01")],
    );
    let left =
        corpus.findings(&["in"], &Run { baseline: Some(&known), ..Run::default() });
    let unused = ("baseline.json".to_owned(), "baseline-unused");
    assert_eq!(codes(&left), [unused.clone(), unused]);
}

/// A baseline that is written accepts everything that was found, keeps the reasons of an
/// earlier one, and leaves out what no longer occurs.
#[test]
fn a_written_baseline_accepts_all() {
    let corpus = Corpus::new();
    corpus.broken("in/a.json").broken("in/b.json");
    let first = corpus.findings(&["in"], &Run::default());
    let old = baseline(
        &corpus,
        &[(&first[0].fingerprint, "2026-12-01"), ("00000000000000aa", "2027-01-01")],
    );
    let new = NewBaseline::new("agreed", date(2027, 3, 31), Some(&old));
    let (_, ended) =
        corpus.run(&["in"], &Run { new_baseline: Some(&new), ..Run::default() });
    corpus.write("new.json", ended.baseline.unwrap());
    let text = std::fs::read_to_string(corpus.path("new.json")).unwrap();
    assert_eq!(text.matches("\"known\"").count(), 1);
    assert_eq!(text.matches("\"agreed\"").count(), 1);
    let read = Baseline::read(&corpus.path("new.json"), corpus.root(), words()).unwrap();
    let (_, ended) =
        corpus.run(&["in"], &Run { baseline: Some(&read), ..Run::default() });
    assert_eq!((ended.head.summary.findings(), ended.head.summary.accepted), (0, 2));
}

/// A baseline with a fault is refused with everything that is wrong with it.
#[test]
fn a_faulty_baseline_is_refused() {
    let corpus = Corpus::new();
    let entry = |reason: &str| {
        format!(
            "{{\"fingerprint\": \"00000000000000aa\", \"code\": \"law-unknown\", \"reason\": \"{reason}\", \"expires\": \"2027-01-01\"}}"
        )
    };
    let text = format!(
        "{{\"format\": \"untoc-baseline/1\", \"entries\": [{}, {}]}}",
        entry("x"),
        entry(" ")
    );
    corpus.write("baseline.json", text);
    let read = Baseline::read(&corpus.path("baseline.json"), corpus.root(), words());
    let Err(Error::Faulty { faults, .. }) = read else { panic!("{read:?}") };
    let said: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "fingerprint 00000000000000aa stands twice",
            "the entry 00000000000000aa has no reason"
        ]
    );
}

/// Expected responses that are there are met; others are missing, or due later.
#[test]
fn expected_responses_are_missed() {
    let corpus = Corpus::new();
    corpus.dossier("in/kenya").response("in/fp.json", 1);
    corpus.zip(
        "in/fiji.zip",
        &[("x.json", crate::corpus::response(3).to_text().as_bytes())],
    );
    corpus.write(
        "expect.csv",
        "State;Questionnaire;Due\r\nXXA;untoc-cluster-1;\r\nXXA;fp-cluster-4;2026-11-01\r\nKenya;tip-cluster-1;2026-11-24\r\nKEN;som-cluster-1;2026-11-25\r\n",
    );
    let expected =
        Expectation::read(&corpus.path("expect.csv"), corpus.root(), library(), words());
    let how = Run { expectation: Some(expected.as_ref().unwrap()), ..Run::default() };
    let left = corpus.findings(&["in"], &how);
    assert_eq!(
        codes(&left),
        [
            ("expect.csv".to_owned(), "expected-missing"),
            ("expect.csv".to_owned(), "expected-later"),
        ]
    );
    let lines: Vec<_> = left.iter().map(|f| f.place().unwrap().line).collect();
    assert_eq!(lines, [Some(4), Some(5)]);
}

/// What is wrong with a table of expectations is said row by row, with what was meant.
#[test]
fn a_faulty_table_is_refused() {
    let corpus = Corpus::new();
    let read = |text: &str| {
        corpus.write("expect.csv", text);
        let path = corpus.path("expect.csv");
        let read = Expectation::read(&path, corpus.root(), library(), words());
        let Err(Error::Faulty { faults, .. }) = read else { panic!("{read:?}") };
        let said = faults.iter().map(|fault| {
            let (line, hint) = (fault.line.unwrap_or(0), fault.hint.as_deref());
            format!("{line}: {} ({})", fault.message, hint.unwrap_or_default())
        });
        said.collect::<Vec<_>>().join("\n")
    };
    let said = [
        read("country,questionnaire\n"),
        read(
            "state,questionnaire,due\nKenia,untoc-cluster-1,\nKEN,untoc-cluster-11,\nKEN,untoc-cluster-1,1.3.2026\n",
        ),
    ];
    insta::assert_snapshot!(said.join("\n"));
}

/// Settings change the weight of codes, leave paths out and set the usual level.
#[test]
fn settings_are_used() {
    let corpus = Corpus::new();
    corpus.broken("in/a.json").broken("in/old/b.json");
    corpus.write(
        "untoc.toml",
        "level = \"submission\"\nexclude = [\"in/old/**\"]\n[severity]\nlanguage-malformed = \"note\"\n",
    );
    let path = Config::find_upward(&corpus.path("in")).unwrap();
    let config = Config::read(&path, words()).unwrap();
    assert_eq!(config.level(), Some(untoc_core::Level::Submission));
    let severities = config.severities();
    let patterns: Vec<_> =
        config.settings().into_iter().filter(|s| s.name == "exclude").collect();
    let how = Run {
        severities,
        exclude: Some(patterns.iter().map(|s| s.value.as_str()).collect()),
        ..Run::default()
    };
    let found = corpus.findings(&["in"], &how);
    assert_eq!(codes(&found), [("in/a.json".to_owned(), "language-malformed")]);
    assert_eq!(found[0].severity, Severity::Note);
    let off = Config::read(
        corpus
            .write("off.toml", "[severity]\nlanguage-malformed = \"off\"\n")
            .path("off.toml")
            .as_path(),
        words(),
    );
    let off = Run { severities: off.unwrap().severities(), ..Run::default() };
    assert!(corpus.findings(&["in/a.json"], &off).is_empty());
    assert!(Code::from_name("language-malformed").is_some());
}
