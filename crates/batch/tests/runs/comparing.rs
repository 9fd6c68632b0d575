//! Two reports, one after the other.

use untoc_batch::{CompareOptions, Compared, Page, Shows, StoredReport, compare};
use untoc_core::{Level, Severity};
use untoc_report::{Detail, MachineFormat, Style, Tool};

use crate::corpus::{Corpus, Run, words};

fn stored(corpus: &Corpus, name: &str, how: &Run<'_>) -> StoredReport {
    corpus.write(&format!("reports/{name}"), corpus.run(&["in"], how).0);
    StoredReport::read(&corpus.path(&format!("reports/{name}"))).unwrap()
}

fn compared(
    old: StoredReport,
    new: StoredReport,
    page: Option<Page>,
) -> (Compared, String) {
    let options = CompareOptions {
        page,
        fails_on: Severity::Error,
        words: words(),
        tool: Tool { name: "untoc".to_owned(), version: "0.1.0".to_owned() },
    };
    let mut out = Vec::new();
    let compared = compare(old, new, &options, &mut out).unwrap();
    (compared, String::from_utf8(out).unwrap())
}

const PAGE: Page = Page {
    style: Style::Plain,
    width: 90,
    detail: Detail::Gathered,
    shows: Shows::Findings,
};

/// Two nights: one fault is mended, one is new, one has changed, one dossier has gone.
fn nights() -> (Corpus, StoredReport, StoredReport) {
    let corpus = Corpus::new();
    let how = Run { format: MachineFormat::Json, ..Run::default() };
    corpus.broken("in/mended.json").broken("in/same.json").broken("in/changed.json");
    corpus.dossier("in/kenya").response("in/new.json", 5);
    let old = stored(&corpus, "old", &how);
    corpus.response("in/mended.json", 1).broken("in/new.json");
    let text = std::fs::read_to_string(corpus.path("in/changed.json")).unwrap();
    corpus.write("in/changed.json", text.replacen("\"e\"", "\"x y\"", 1));
    std::fs::remove_dir_all(corpus.path("in/kenya")).unwrap();
    corpus.dossier("in/fiji");
    let how = Run { format: MachineFormat::Jsonl, ..how };
    let new = stored(&corpus, "new", &how);
    (corpus, old, new)
}

/// What is new, gone, changed and the same is told apart, in both forms of report.
#[test]
fn tells_what_has_changed() {
    let (corpus, old, new) = nights();
    let (found, text) = compared(old, new, Some(PAGE));
    let counts = found.summary;
    assert_eq!((counts.new, counts.gone, counts.changed, counts.same), (1, 1, 1, 1));
    assert!(found.worse);
    insta::assert_snapshot!(text);
    drop(corpus);
}

/// The same as JSON, which its schema accepts.
#[test]
fn json_follows_its_schema() {
    let (corpus, old, new) = nights();
    let (_, text) = compared(old, new, None);
    let read = untoc_schema::read_stored::<serde_json::Value>(
        &text,
        "comparison",
        "untoc-comparison/1",
    );
    assert_eq!(read.findings, []);
    let again = || StoredReport::read(&corpus.path("reports/new")).unwrap();
    let (nothing, text) = compared(again(), again(), None);
    assert!(!nothing.worse && nothing.summary.same == 3);
    let read = untoc_schema::read_stored::<serde_json::Value>(
        &text,
        "comparison",
        "untoc-comparison/1",
    );
    assert_eq!(read.findings, []);
}

/// Reports that say different sorts of things are not compared.
#[test]
fn unlike_reports_are_refused() {
    let corpus = Corpus::new();
    corpus.response("in/a.json", 1);
    let usual = Run { format: MachineFormat::Json, ..Run::default() };
    let options = CompareOptions {
        page: None,
        fails_on: Severity::Error,
        words: words(),
        tool: Tool { name: "untoc".to_owned(), version: "0.1.0".to_owned() },
    };
    let says = |old: Run<'_>| {
        let old = stored(&corpus, "old", &old);
        let new = stored(&corpus, "new", &usual);
        compare(old, new, &options, &mut Vec::new()).unwrap_err().to_string()
    };
    let higher = says(Run { level: Level::Submission, ..usual.clone() });
    assert_eq!(
        higher,
        "the old report is at level submission, the new one at level draft"
    );
    let part = says(Run { shard: untoc_batch::Shard::new(1, 2), ..usual.clone() });
    assert!(part.ends_with("reports/old is part 1 of 2 of a run"), "{part}");
}
