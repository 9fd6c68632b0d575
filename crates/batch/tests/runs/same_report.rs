//! The same report, whatever the number of threads, the order of arguments, and the
//! number of parts.

use proptest::prelude::*;
use untoc_batch::{
    Baseline, Expectation, Format, JoinOptions, Shard, StoredReport, join,
};
use untoc_core::Severity;
use untoc_report::MachineFormat;

use crate::corpus::{Corpus, Run, library, words};

const FORMATS: [MachineFormat; 6] = [
    MachineFormat::Json,
    MachineFormat::Jsonl,
    MachineFormat::Sarif,
    MachineFormat::Junit,
    MachineFormat::Github,
    MachineFormat::Csv,
];

/// A corpus with something of everything, in names that sort in tricky ways.
fn corpus(seed: u64) -> Corpus {
    let corpus = Corpus::new();
    let mut random = untoc_core::sample::Random::new(seed);
    for number in 0..12 + random.below(12) {
        let tail = ["", "-x", " (1)", ".a", "!", "é", "/b"][random.below(7)];
        let name = format!("in/s{}{tail}", number / 3);
        match random.below(6) {
            0 => corpus.dossier(&name),
            1 => {
                corpus.dossier(&name);
                corpus
                    .write(&format!("{name}/responses/untoc-cluster-1.json"), "{\"a\": ")
            }
            2 => corpus.broken(&format!("{name}.json")),
            3 => corpus.response(&format!("{name}.json"), random.bits()),
            4 => corpus
                .zip(&format!("{name}.zip"), &[("a/x.json", b"[1"), ("b.json", b"{}")]),
            _ => corpus.write(&format!("{name}.json"), ""),
        };
    }
    corpus
}

/// Joins the reports of all parts, given in some order.
fn joined(
    corpus: &Corpus,
    how: &Run<'_>,
    parts: u32,
    format: MachineFormat,
    order: u64,
) -> String {
    let mut reports = Vec::new();
    for part in 1..=parts {
        let shard = Shard::new(part, parts);
        // A part that is finished does not lie in the folder of the next.
        let (text, _) = corpus.run(&["in"], &Run { shard, ..how.clone() });
        let path = corpus.path(&format!("parts/{part}"));
        corpus.write(&format!("parts/{part}"), text);
        reports.push(StoredReport::read(&path).unwrap());
    }
    let mut random = untoc_core::sample::Random::new(order);
    for at in (1..reports.len()).rev() {
        reports.swap(at, random.below(at + 1));
    }
    let options = JoinOptions {
        format: Format::Machine(format),
        fails_on: Severity::Error,
        words: words(),
    };
    let mut out = Vec::new();
    join(reports, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// The same bytes for any number of threads and any order of arguments.
    #[test]
    fn any_threads_and_order(seed in any::<u64>(), jobs in 1_usize..9, format in 0_usize..6) {
        let corpus = corpus(seed);
        let how = Run { format: FORMATS[format], statistics: true, ..Run::default() };
        let one = Run { jobs: 1, ..how.clone() };
        let many = Run { jobs, ..how };
        let (expected, _) = corpus.run(&["in"], &one);
        prop_assert_eq!(&corpus.run(&["in"], &many).0, &expected);
        let entries = std::fs::read_dir(corpus.path("in")).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| format!("in/{}", entry.unwrap().file_name().to_string_lossy()))
            .collect();
        names.sort();
        let turn = usize::try_from(seed % 7).unwrap() % names.len();
        names.rotate_left(turn);
        names.push(names[0].clone());
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        prop_assert_eq!(&corpus.run(&names, &many).0, &expected);
    }

    /// Any number of parts in either form, joined in any order, gives what one run gives
    /// in every format, with expectations, a baseline and counts.
    #[test]
    fn any_parts(seed in any::<u64>(), parts in 1_u32..9, lines in any::<bool>(), format in 0_usize..6) {
        let corpus = corpus(seed);
        let format = FORMATS[format];
        corpus.write("expect.csv", "state,questionnaire,due\nXXA,untoc-cluster-1,2026-11-01\nXXA,tip-cluster-2,2026-11-01\nKEN,tip-cluster-1,2027-01-01\n");
        let first = corpus.findings(&["in"], &Run::default());
        let entry = |fingerprint: &str, expires: &str| format!("{{\"fingerprint\": \"{fingerprint}\", \"code\": \"json-truncated\", \"reason\": \"known\", \"expires\": \"{expires}\"}}");
        let mut entries = vec![entry("0000000000000000", "2027-01-01")];
        for (at, finding) in first.iter().enumerate().take(4) {
            entries.push(entry(&finding.fingerprint, ["2027-01-01", "2026-01-01"][at % 2]));
        }
        corpus.write("baseline.json", format!("{{\"format\": \"untoc-baseline/1\", \"entries\": [{}]}}", entries.join(", ")));
        let baseline = Baseline::read(&corpus.path("baseline.json"), corpus.root(), words()).unwrap();
        let expectation = Expectation::read(&corpus.path("expect.csv"), corpus.root(), library(), words()).unwrap();
        let how = Run { format, statistics: true, baseline: Some(&baseline), expectation: Some(&expectation), ..Run::default() };
        let (expected, _) = corpus.run(&["in"], &how);
        let part_format = if lines { MachineFormat::Jsonl } else { MachineFormat::Json };
        let in_parts = Run { format: part_format, ..how };
        prop_assert_eq!(joined(&corpus, &in_parts, parts, format, seed), expected);
    }
}

/// A part that is missing, stands twice or was made otherwise is refused by name.
#[test]
fn parts_that_do_not_fit_are_refused() {
    let corpus = corpus(3);
    let read = |part: u32, of: u32, how: Run<'_>| {
        let how = Run { shard: Shard::new(part, of), format: MachineFormat::Json, ..how };
        let name = format!("parts/{part}-of-{of}-{:?}", how.level);
        corpus.write(&name, corpus.run(&["in"], &how).0);
        StoredReport::read(&corpus.path(&name)).unwrap()
    };
    let usual = Run::default;
    let submission = Run { level: untoc_core::Level::Submission, ..usual() };
    let counted = Run { statistics: true, ..usual() };
    let options = JoinOptions {
        format: Format::Machine(MachineFormat::Json),
        fails_on: Severity::Error,
        words: words(),
    };
    let says = |reports: Vec<StoredReport>| {
        let error = join(reports, &options, &mut Vec::new()).unwrap_err().to_string();
        error.replace(&*corpus.root().to_string_lossy().replace('\\', "/"), "")
    };
    let said = [
        says(vec![]),
        says(vec![read(1, 3, usual())]),
        says(vec![read(1, 3, usual()), read(3, 3, usual())]),
        says(vec![read(1, 2, usual()), read(1, 2, usual())]),
        says(vec![read(1, 2, usual()), read(2, 3, usual())]),
        says(vec![read(1, 2, usual()), read(2, 2, submission)]),
        says(vec![read(1, 2, usual()), read(2, 2, counted)]),
    ];
    insta::assert_snapshot!(said.join("\n"));
}

/// A report that was cut off, or is something else, is refused.
#[test]
fn cut_off_reports_are_refused() {
    let corpus = corpus(4);
    for (name, format) in [("json", MachineFormat::Json), ("jsonl", MachineFormat::Jsonl)]
    {
        let (text, _) = corpus.run(&["in"], &Run { format, ..Run::default() });
        let mut at = 0;
        while at < text.len() {
            corpus.write(name, &text.as_bytes()[..at]);
            assert!(StoredReport::read(&corpus.path(name)).is_err(), "{name} {at}");
            at += 1 + text.len() / 60;
        }
        // The last line end may be missing, as after many an editor.
        corpus.write(name, text.trim_end());
        StoredReport::read(&corpus.path(name)).unwrap();
    }
    for other in ["{}", "[]", "null", "{\"format\": \"untoc-report/2\"}", "x"] {
        corpus.write("other", other);
        assert!(StoredReport::read(&corpus.path("other")).is_err(), "{other}");
    }
}
