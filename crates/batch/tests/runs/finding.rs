//! What is found in folders, patterns and arguments.

use untoc_batch::SubjectKind;

use crate::corpus::Corpus;

fn names(corpus: &Corpus, arguments: &[&str], exclude: &[&str]) -> Vec<String> {
    let found = corpus.find(arguments, exclude);
    found.subjects().iter().map(|s| format!("{:?} {}", s.kind(), s.name())).collect()
}

fn mixed() -> Corpus {
    let corpus = Corpus::new();
    corpus
        .dossier("in/kenya")
        .dossier("in/deep/er/fiji")
        .response("in/one.json", 1)
        .response("in/.hidden.json", 1)
        .response("in/.backup/two.json", 1)
        .write("in/readme.txt", "not ours")
        .zip("in/pack.zip", &[("x.json", b"{}")])
        .response("other/three.json", 3);
    corpus
}

/// A folder is searched for dossiers, packages and JSON files; what is hidden is not.
#[test]
fn folders_are_searched() {
    assert_eq!(
        names(&mixed(), &["in"], &[]),
        [
            "Dossier in/deep/er/fiji",
            "Dossier in/kenya",
            "Met in/one.json",
            "Package in/pack.zip"
        ]
    );
}

/// The order of arguments and their repetition change nothing; what lies in a dossier
/// that is named goes with it.
#[test]
fn arguments_are_a_set() {
    let corpus = mixed();
    let one = names(&corpus, &["other", "in", "in/kenya"], &[]);
    let other = names(
        &corpus,
        &["in/kenya/dossier.json", "in", "other/three.json", "in/kenya", "in"],
        &[],
    );
    assert_eq!(one.len(), 5);
    let strip = |names: &[String]| -> Vec<String> {
        names.iter().map(|name| name.split_once(' ').unwrap().1.to_owned()).collect()
    };
    assert_eq!(strip(&one), strip(&other));
}

/// Patterns stand for what fits them; folders that fit are searched.
#[test]
fn patterns_are_expanded() {
    let corpus = mixed();
    assert_eq!(names(&corpus, &["in/k*"], &[]), ["Dossier in/kenya"]);
    assert_eq!(
        names(&corpus, &["*/*.json"], &[]),
        ["File in/one.json", "File other/three.json"]
    );
    assert_eq!(names(&corpus, &["in/**/fiji"], &[]), ["Dossier in/deep/er/fiji"]);
    assert_eq!(names(&corpus, &["in/*"], &[]).len(), 5);
    assert_eq!(names(&corpus, &["in/*.xml"], &[]).len(), 1);
    assert!(corpus.find(&["in/*.xml"], &[]).is_empty());
}

/// What is left out is not found in folders, but is checked where it is named.
#[test]
fn excluded_paths_are_left_out() {
    let corpus = mixed();
    assert_eq!(
        names(&corpus, &["."], &["in/deep/**", "*.zip", "other"]),
        ["Dossier in/kenya", "Met in/one.json"]
    );
    assert_eq!(names(&corpus, &["in/pack.zip"], &["*.zip"]), ["Package in/pack.zip"]);
}

/// An empty folder, and a name that does not exist, are told apart.
#[test]
fn nothing_is_said_to_be_nothing() {
    let corpus = Corpus::new();
    corpus.write("empty/readme.txt", "");
    let found = corpus.find(&["empty"], &[]);
    assert!(found.is_empty());
    assert_eq!(found.subjects()[0].kind(), SubjectKind::Fault);
    assert!(!corpus.find(&["nothing"], &[]).is_empty());
    assert_eq!(
        corpus.codes(&["empty", "nothing"]),
        ["empty nothing-found", "nothing file-unreadable"]
    );
}

/// A link in a folder is not followed, whatever it leads to; a link that is named is.
#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let corpus = mixed();
    symlink(corpus.path("in"), corpus.path("in/loop")).unwrap();
    symlink(corpus.path("other/three.json"), corpus.path("in/link.json")).unwrap();
    symlink("/nowhere/at/all", corpus.path("in/dangling")).unwrap();
    let codes = corpus.codes(&["in"]);
    let links: Vec<&String> =
        codes.iter().filter(|code| code.contains("link-")).collect();
    assert_eq!(links, ["in/link.json link-not-followed", "in/loop link-not-followed"]);
    assert_eq!(corpus.codes(&["in/link.json"]), [""; 0]);
    assert_eq!(names(&corpus, &["in/loop"], &[]).len(), 4 + 2);
}
