//! Files that are traps: each becomes a finding, quickly, and nothing is changed.

use std::fs::{self, File};
use std::time::{Duration, Instant};

use untoc_core::{Finding, Level, Word};
use untoc_dossier::{ChangeSet, Dossier, Error, RealDisk, Via, validate};

use crate::folder::{Folder, LIBRARY, act, give, state, text, tip, untoc};

const UNTOC: &str = "responses/untoc-cluster-1.json";

fn found(folder: &Folder) -> Vec<Finding> {
    let start = Instant::now();
    let dossier = folder.open();
    let today = jiff::civil::date(2026, 11, 24);
    let findings = validate(&dossier, Level::Draft, today);
    assert!(start.elapsed() < Duration::from_secs(20), "too slow");
    assert!(dossier.response(&tip()).is_some(), "the other response is hidden");
    findings
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// Names and sizes of everything in a folder.
fn everything(folder: &Folder) -> Vec<(String, u64)> {
    let mut names = Vec::new();
    let mut folders = vec![folder.path.clone()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let entry = entry.unwrap();
            let kind = entry.metadata().unwrap();
            if kind.is_dir() {
                folders.push(entry.path());
            }
            names.push((entry.path().display().to_string(), kind.len()));
        }
    }
    names.sort();
    names
}

/// Puts something in place of a response and returns what is found; nothing in the
/// folder changes by looking.
fn with(put: impl FnOnce(&Folder)) -> Vec<Finding> {
    let folder = Folder::new();
    fs::remove_file(folder.file(UNTOC)).unwrap();
    // The last line must not be the one that made the file, or it would be made again.
    let mut dossier = folder.open();
    let changes = give(&dossier, &tip(), "tip-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&tip(), changes), &act(Via::Answer)).unwrap();
    fs::remove_file(folder.file(UNTOC)).unwrap_or_default();
    put(&folder);
    let before = everything(&folder);
    let findings = found(&folder);
    assert_eq!(everything(&folder), before);
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), "untoc-5-q1", text("yes"));
    let error = dossier
        .commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer))
        .unwrap_err();
    assert!(matches!(error, Error::Faulty { .. }), "{error}");
    findings
}

/// A gigabyte of zeros is refused by its size and never read.
#[test]
fn a_gigabyte_of_zeros() {
    let findings = with(|folder| {
        File::create(folder.file(UNTOC)).unwrap().set_len(1 << 30).unwrap();
    });
    assert_eq!(codes(&findings), ["file-too-large"]);
    assert_eq!(findings[0].values["limit"], Word::Number(16 << 20));
}

/// A file of zeros within the limit is no text.
#[test]
fn zeros_within_the_limit() {
    let findings = with(|folder| {
        File::create(folder.file(UNTOC)).unwrap().set_len(10 << 20).unwrap();
    });
    assert!(codes(&findings).contains(&"encoding-not-utf8"));
}

/// A folder in place of a file is a finding.
#[test]
fn a_folder_in_place_of_a_file() {
    let findings = with(|folder| fs::create_dir(folder.file(UNTOC)).unwrap());
    assert_eq!(codes(&findings), ["file-not-regular"]);
    assert_eq!(findings[0].values["kind"], Word::Plain("folder".into()));
}

/// Cut-off JSON, a NUL, deep brackets, nothing at all: each has its finding.
#[test]
fn texts_that_cannot_be_read() {
    for (text, code) in [
        ("", "file-empty"),
        ("{\"format\": \"untoc-response/1\", \"answers\": {\"un", "json-truncated"),
        ("{\"format\": \"untoc\0-response/1\"}", "encoding-not-utf8"),
        (&"[".repeat(100_000), "json-too-deep"),
    ] {
        let findings = with(|folder| folder.write(UNTOC, text));
        assert!(codes(&findings).contains(&code), "{code}: {:?}", codes(&findings));
    }
}

/// A link is not followed, neither to a file nor to a folder, and nothing is written
/// through it.
#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), "a secret of somebody else").unwrap();
    let findings = with(|folder| symlink(secret.path(), folder.file(UNTOC)).unwrap());
    assert_eq!(codes(&findings), ["file-not-regular"]);
    assert_eq!(findings[0].values["kind"], Word::Plain("link".into()));

    let folder = Folder::new();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::rename(folder.file("responses"), elsewhere.path().join("r")).unwrap();
    symlink(elsewhere.path().join("r"), folder.file("responses")).unwrap();
    let dossier = folder.open();
    assert!(dossier.response(&untoc()).is_none());
    let file = dossier.findings()[0].places[0].file.clone();
    assert_eq!(file.as_deref(), Some("responses"));

    for name in ["history.jsonl", ".lock", "dossier.json", "laws.json"] {
        let folder = Folder::new();
        fs::remove_file(folder.file(name)).unwrap();
        symlink(secret.path(), folder.file(name)).unwrap();
        let dossier = Dossier::open(&RealDisk, &folder.path, &LIBRARY);
        let mut dossier = dossier.unwrap();
        let changes = give(&dossier, &untoc(), "untoc-5-q1", text("yes"));
        let result =
            dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer));
        assert_eq!(result.is_ok(), name == "laws.json", "{name}");
        assert_eq!(
            fs::read_to_string(secret.path()).unwrap(),
            "a secret of somebody else"
        );
    }
}

/// A link that waits where a temporary file, a note or a backup is written is replaced,
/// not followed.
#[cfg(unix)]
#[test]
fn traps_beside_the_files_are_not_followed() {
    use std::os::unix::fs::symlink;
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), "a secret of somebody else").unwrap();
    let folder = Folder::new();
    fs::remove_file(folder.file(".lock.json")).unwrap();
    for name in [".lock.json", "responses/.untoc-cluster-1.json.new"] {
        symlink(secret.path(), folder.file(name)).unwrap();
    }
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), "untoc-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer)).unwrap();
    assert_eq!(fs::read_to_string(secret.path()).unwrap(), "a secret of somebody else");
    assert_eq!(folder.codes(), Vec::<&str>::new());
}

/// A pipe does not keep anybody waiting.
#[cfg(unix)]
#[test]
fn a_pipe_is_refused() {
    let findings = with(|folder| {
        let made = std::process::Command::new("mkfifo").arg(folder.file(UNTOC)).status();
        assert!(made.unwrap().success());
    });
    assert_eq!(codes(&findings), ["file-not-regular"]);
}

/// A history that names files elsewhere, breaks on every line or is all zeros changes
/// nothing outside and stops nobody from reading.
#[test]
fn hostile_histories() {
    let folder = Folder::new();
    let whole = folder.read("history.jsonl");
    let foreign = whole.replace("laws.json", "../laws.json");
    let zeros = "\0".repeat(1 << 20);
    let breaks = "x\n".repeat(1 << 20);
    for history in [foreign.as_str(), &zeros, &breaks, &"[".repeat(100_000), "\n\n\n"] {
        let folder = Folder::new();
        let before = state(&folder.path);
        folder.write("history.jsonl", history);
        let found = found(&folder);
        assert!(found.len() < 200, "{}", found.len());
        assert_eq!(state(&folder.path), before);
        assert!(!folder.path.parent().unwrap().join("laws.json").exists());
    }
}

/// Copies of a synchronizing program and files that belong elsewhere are reported by
/// name.
#[test]
fn copies_and_strays_are_reported() {
    let folder = Folder::new();
    let text = folder.read(UNTOC);
    folder.write("responses/untoc-cluster-1 (conflicted copy 2026-11-24).json", &text);
    folder.write("responses/som-cluster-1.json", text.replace("untoc-cl", "som-cl"));
    folder.write("responses/fp-cluster-1.json", &text);
    folder.write("responses/Minutes of the meeting.json", "{}");
    folder.write("responses/notes.txt", "not ours");
    folder.write("history (1).jsonl", "");
    let found: Vec<String> = found(&folder)
        .iter()
        .map(|f| format!("{} {}", f.code, f.places[0].file.as_deref().unwrap_or("-")))
        .collect();
    insta::assert_debug_snapshot!(found);
}

/// Settings that are broken leave the responses readable.
#[test]
fn broken_settings_hide_nothing() {
    let folder = Folder::new();
    folder.write("dossier.json", "{");
    let dossier = folder.open();
    assert!(dossier.settings().is_none());
    assert!(dossier.require_settings().is_err());
    assert_eq!(dossier.responses().count(), 2);
    assert!(dossier.response(&untoc()).is_some());
}
