//! Opening, answering, and what stands on the disk afterwards.

use untoc_dossier::{ChangeSet, Dossier, Error, RealDisk, Via, find_upward};

use crate::folder::{Folder, LIBRARY, act, give, init, text, tip, untoc};

/// A new dossier has its files, each readable, and nothing to find.
#[test]
fn a_new_dossier_is_clean() {
    let folder = Folder::new();
    let names: Vec<String> = folder.state().into_keys().collect();
    assert_eq!(
        names,
        [
            "dossier.json",
            "laws.json",
            "responses/tip-cluster-1.json",
            "responses/untoc-cluster-1.json"
        ]
    );
    assert_eq!(folder.codes(), Vec::<&str>::new());
    assert_eq!(folder.read("history.jsonl").lines().count(), 1);
}

/// A dossier is found from any folder below it, and from nowhere else.
#[test]
fn is_found_from_below() {
    let folder = Folder::new();
    let below = folder.file("responses");
    assert_eq!(find_upward(&RealDisk, &below).unwrap(), Some(folder.path.clone()));
    let above = folder.path.parent().unwrap();
    assert_eq!(find_upward(&RealDisk, above).unwrap(), None);
}

/// A folder with something in it does not become a dossier, nor one that is one.
#[test]
fn refuses_a_folder_in_use() {
    let folder = Folder::empty();
    std::fs::create_dir(&folder.path).unwrap();
    folder.write("thesis.docx", "years of work");
    assert!(matches!(init(&RealDisk, &folder.path), Err(Error::NotEmpty { .. })));
    assert_eq!(std::fs::read_dir(&folder.path).unwrap().count(), 1);
    let folder = Folder::new();
    assert!(matches!(init(&RealDisk, &folder.path), Err(Error::DossierExists { .. })));
}

/// The real disk, which waits for its device, gives the same dossier.
#[test]
fn the_real_disk_does_the_same() {
    let (real, quick) = (Folder::empty(), Folder::new());
    init(&RealDisk, &real.path).unwrap();
    for folder in [&real, &quick] {
        let mut dossier = if folder.path == real.path {
            Dossier::open(&RealDisk, &folder.path, &LIBRARY).unwrap()
        } else {
            folder.open()
        };
        let changes = give(&dossier, &untoc(), "untoc-5-q1", text("in_part"));
        let set = ChangeSet::answers(&untoc(), changes);
        dossier.commit(&set, &act(Via::Answer)).unwrap();
        dossier.undo(1, &act(Via::Undo)).unwrap();
        dossier.redo(1, &act(Via::Redo)).unwrap();
    }
    assert_eq!(real.state(), quick.state());
    assert_eq!(real.read("history.jsonl"), quick.read("history.jsonl"));
}

/// An answer stands in its file and in one line of the history.
#[test]
fn an_answer_is_written() {
    let folder = Folder::new();
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), "untoc-5-q1", text("in_part"));
    let n = dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer));
    assert_eq!(n.unwrap(), Some(2));
    let reopened = folder.open();
    let response = reopened.response(&untoc()).unwrap();
    assert_eq!(response.answers.get("untoc-5-q1"), text("in_part").as_ref());
    assert!(reopened.response(&tip()).unwrap().answers.is_empty());
    insta::assert_snapshot!(folder.read("history.jsonl").lines().nth(1).unwrap());
}
