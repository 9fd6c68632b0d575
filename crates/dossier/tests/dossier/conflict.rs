//! Several people and programs at once.

use std::fs;
use std::path::Path;
use std::sync::Barrier;
use std::time::Duration;

use untoc_core::{Contributor, ContributorId, Kind};
use untoc_dossier::{ChangeSet, Disk, Dossier, Error, ErrorKind, RealDisk, Values, Via};

use crate::folder::{Folder, act, give, open, text, tip, untoc};

/// Two that change different answers at the same time both succeed, in one file too.
#[test]
fn different_answers_both_land() {
    let folder = Folder::new();
    let questions: Vec<String> = {
        let plan = crate::folder::LIBRARY.get("untoc-cluster-1").unwrap();
        let likely = |slot: &usize| plan.question(*slot).kind == Kind::Implementation;
        plan.slots()
            .filter(likely)
            .map(|slot| plan.question(slot).id.to_string())
            .take(8)
            .collect()
    };
    let barrier = Barrier::new(questions.len());
    std::thread::scope(|scope| {
        for question in &questions {
            let (path, barrier) = (&folder.path, &barrier);
            scope.spawn(move || {
                let mut dossier = open(path).with_patience(Duration::from_secs(60));
                let changes = give(&dossier, &untoc(), question, text("yes"));
                barrier.wait();
                dossier
                    .commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer))
                    .unwrap();
            });
        }
    });
    let dossier = folder.open();
    assert_eq!(dossier.response(&untoc()).unwrap().answers.len(), questions.len());
    assert_eq!(folder.codes(), Vec::<&str>::new());
    assert_eq!(dossier.log(Values::Hidden, 100).unwrap().len(), questions.len() + 1);
}

/// Of two that change the same answer the later one is refused, sees both texts, and
/// what it wanted to write is kept.
#[test]
fn the_same_answer_is_a_conflict() {
    let folder = Folder::new();
    let (mut first, mut second) = (folder.open(), folder.open());
    let set = |dossier: &Dossier<'_>, value: &str| {
        ChangeSet::answers(&untoc(), give(dossier, &untoc(), "untoc-5-q1", text(value)))
    };
    let (one, other) = (set(&first, "no"), set(&second, "in_part"));
    first.commit(&one, &act(Via::Answer)).unwrap();
    let before = folder.state();
    let error = second.commit(&other, &act(Via::Answer)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Write);
    insta::assert_snapshot!(error);
    let Error::Conflict { entries, kept, .. } = error else { panic!("no conflict") };
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].ours, text("no"));
    assert_eq!(entries[0].theirs, text("in_part"));
    assert!(fs::read_to_string(kept.unwrap()).unwrap().contains("in_part"));
    assert_eq!(folder.state(), before);
    // The same value from both sides is no conflict.
    let again = set(&folder.open(), "no");
    assert_eq!(folder.open().commit(&again, &act(Via::Answer)).unwrap(), None);
    let same = set(&second, "yes");
    second.commit(&same, &act(Via::Answer)).unwrap();
}

/// Settings that somebody else has changed since are not overwritten.
#[test]
fn settings_do_not_overwrite_each_other() {
    let folder = Folder::new();
    let (mut first, mut second) = (folder.open(), folder.open());
    let with = |name: &str| {
        let mut settings = crate::folder::settings();
        settings.contributors.push(Contributor {
            id: ContributorId::unchecked(name),
            name: name.to_owned(),
            contact: None,
            holds: Vec::new(),
        });
        ChangeSet::settings(settings)
    };
    first.commit(&with("one"), &act(Via::Settings)).unwrap();
    let error = second.commit(&with("two"), &act(Via::Settings)).unwrap_err();
    let Error::Conflict { files, .. } = error else { panic!("{error}") };
    assert!(files[0].ours.as_ref().unwrap().contains("one"));
    assert!(files[0].theirs.contains("two"));
    assert!(!folder.read("dossier.json").contains("two"));
}

/// A lock that is not let go ends in a message that says who holds it, where and since
/// when; nothing is changed.
#[test]
fn a_busy_dossier_says_who_is_writing() {
    let folder = Folder::new();
    let _held = RealDisk.try_lock(&folder.file(".lock")).unwrap().unwrap();
    folder.write(
        ".lock.json",
        r#"{"by": "amina", "place": "laptop-7, process 12", "since": "2026-11-24T09:30:00Z"}"#,
    );
    let before = folder.state();
    let mut dossier = folder.open().with_patience(Duration::from_millis(60));
    let changes = give(&dossier, &tip(), "tip-5-q1", text("yes"));
    let error = dossier
        .commit(&ChangeSet::answers(&tip(), changes), &act(Via::Answer))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Write);
    let message = error.to_string().replace(&folder.path.display().to_string(), "DIR");
    insta::assert_snapshot!(message);
    assert_eq!(folder.state(), before);
}

/// Somebody who only reads while others write sees no half of a change and no false
/// alarm.
#[test]
fn reading_while_others_write_is_calm() {
    let folder = Folder::new();
    let read = |path: &Path| {
        let dossier = open(path);
        let found = dossier.findings();
        assert!(found.is_empty(), "{found:?}");
    };
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for number in 0..60 {
                let mut dossier = folder.open();
                let value = format!("Version {number} of a text.");
                let changes = give(&dossier, &untoc(), "untoc-2-q6", text(&value));
                dossier
                    .commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer))
                    .unwrap();
            }
        });
        while !writer.is_finished() {
            read(&folder.path);
        }
    });
}
