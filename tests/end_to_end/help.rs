//! Every help page, as a person reads it.

use crate::run::Place;

const COMMANDS: &[&str] = &[
    "demo",
    "init",
    "set",
    "add",
    "remove",
    "questions",
    "answer",
    "fill",
    "status",
    "contributor",
    "contributor add",
    "assign",
    "confirm",
    "laws",
    "laws add",
    "validate",
    "evidence check",
    "evidence pack",
    "evidence add",
    "evidence link",
    "evidence unlink",
    "evidence list",
    "evidence show",
    "evidence set-aside",
    "evidence receipt",
    "evidence describe",
    "evidence export",
    "evidence remove",
    "explain",
    "config show",
    "join-reports",
    "compare-reports",
    "letters",
    "schema",
    "export",
    "import",
    "log",
    "undo",
    "redo",
];

/// Help pages are complete and change only on purpose.
#[test]
fn help_pages() {
    let place = Place::new();
    let mut pages = place.ok("--help");
    for command in COMMANDS {
        pages.push_str(&format!("\n===== untoc {command} --help\n"));
        pages.push_str(&place.ok(&format!("{command} --help")));
    }
    insta::assert_snapshot!(pages);
}

/// Without a command and outside a dossier there is a short guide.
#[test]
fn a_short_guide_outside_a_dossier() {
    insta::assert_snapshot!(Place::new().ok(""));
}

/// Completions and manual pages can be made for all shells and commands.
#[test]
fn completions_and_manual_pages() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(place.ok(&format!("completions {shell}")).contains("untoc"));
    }
    assert!(place.ok("man").contains("untoc"));
    place.ok("man --output pages");
    assert!(place.read("pages/untoc-answer.1").contains("no\\-answer"));
    place.fails(4, "man --output pages");
}
