//! A thousand dossiers, fifty of them broken in fifty ways.

use std::collections::{BTreeMap, BTreeSet};

use untoc_core::{Code, Severity};
use untoc_report::explain;

use crate::corpus::{Corpus, Run};

/// The fifty ways: the wrong examples of the explanations that stand in a dossier.
fn ways() -> Vec<Code> {
    let in_dossier = |code: &&Code| {
        let wrong = explain(**code).wrong;
        let inside = |path: &str| {
            ["dossier.json", "laws.json"].contains(&path)
                || path.starts_with("responses/")
        };
        !wrong.is_empty() && wrong.iter().all(|e| e.path.is_some_and(inside))
    };
    // What is missing is only said at level submission; an import is no dossier.
    let at_draft = |code: &&Code| {
        ![
            Code::AnswerMissing,
            Code::AnswerAdvisedMissing,
            Code::ImportOtherState,
            Code::ImportOtherVersion,
        ]
        .contains(code)
    };
    Code::ALL.iter().filter(in_dossier).filter(at_draft).copied().take(50).collect()
}

/// Each broken dossier is reported with its own code, and nothing is said of the others.
#[test]
fn each_is_found_and_no_other() {
    let corpus = Corpus::new();
    let ways = ways();
    assert_eq!(ways.len(), 50);
    let mut expected = BTreeMap::new();
    for number in 0..1000 {
        let name = format!("night/state-{number:03}");
        corpus.dossier(&name);
        if number % 20 == 7 {
            let code = ways[number / 20];
            for example in explain(code).wrong {
                corpus.write(&format!("{name}/{}", example.path.unwrap()), example.text);
            }
            expected.insert(name, code);
        }
    }
    let findings = corpus.findings(&["night"], &Run::default());
    let mut found: BTreeMap<String, BTreeSet<(Severity, String)>> = BTreeMap::new();
    for finding in findings {
        let subject = finding.subject.unwrap();
        found.entry(subject).or_default().insert((finding.severity, finding.code));
    }
    let innocent = found.keys().find(|name| !expected.contains_key(*name));
    assert_eq!(innocent.map(|name| (name, &found[name])), None);
    for (name, code) in &expected {
        let codes: BTreeSet<&str> = found[name].iter().map(|(_, c)| c.as_str()).collect();
        assert!(codes.contains(code.as_str()), "{name} {code}: {codes:?}");
        // Whatever was put there was not written by the tool; an example may also leave
        // out what it is not about.
        let errors = found[name]
            .iter()
            .filter(|(s, c)| *s == Severity::Error && c != code.as_str());
        let others: Vec<&str> = errors.map(|(_, c)| c.as_str()).collect();
        assert!(others.is_empty(), "{name} {code}: also {others:?}");
    }
}
