//! Evidence items in a dossier: taken in, linked, removed, erased, at every stop.

use std::fs;
use std::path::Path;

use untoc_core::{
    Change, Changes, Entry, EvidenceLink, EvidenceRecord, ItemId, Level, QuestionId,
    Received, ReceivedForm, Stance, Value,
};
use untoc_dossier::{ChangeSet, Disk, Dossier, Error, ItemChange, Via, validate};

use crate::folder::{AT, Folder, LIBRARY, act, codes, open, untoc};
use crate::package::small;
use crate::stopping_disk::QuickDisk;

const SECRET: &str = "the name of a witness";

pub(crate) fn item() -> ItemId {
    ItemId::unchecked("court-monitoring-2025")
}

fn record() -> EvidenceRecord {
    let package = small();
    EvidenceRecord {
        schema: None,
        format: untoc_core::EVIDENCE_RECORD_FORMAT.to_owned(),
        item: item(),
        received: Some(Received {
            at: AT.to_owned(),
            from: SECRET.to_owned(),
            form: ReceivedForm::Package,
        }),
        digest: package.digest().to_string(),
        files: package.files().cloned().collect(),
        checks: Vec::new(),
        unused_because: None,
        erased: None,
        extensions: None,
    }
}

pub(crate) fn add(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    let mut dossier = Dossier::open(disk, path, &LIBRARY)?;
    dossier.add_item(&small(), record(), &act(Via::Evidence)).map(drop)
}

/// Links the item to an answer.
fn link(dossier: &mut Dossier<'_>, note: Option<&str>) {
    let question = QuestionId::unchecked("untoc-5-q1");
    let response = dossier.response(&untoc()).unwrap();
    let before = response.answers.get(question.as_str()).cloned();
    let after = Entry {
        note: note.map(str::to_owned),
        evidence: vec![EvidenceLink {
            item: item(),
            stance: Stance::Contradicts,
            note: None,
        }],
        ..Entry::with_value(Value::Text("yes".to_owned()))
    };
    let changes = Changes(vec![Change { question, before, after: Some(after) }]);
    dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Evidence)).unwrap();
}

/// The answer to the question without its links, as a change.
fn unlinked(dossier: &Dossier<'_>) -> ChangeSet {
    let question = QuestionId::unchecked("untoc-5-q1");
    let response = dossier.response(&untoc()).unwrap();
    let before = response.answers.get(question.as_str()).cloned();
    let after = before.clone().map(|entry| Entry { evidence: Vec::new(), ..entry });
    ChangeSet::answers(&untoc(), Changes(vec![Change { question, before, after }]))
}

pub(crate) fn remove(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    let mut dossier = Dossier::open(disk, path, &LIBRARY)?;
    let mut set = unlinked(&dossier);
    set.evidence.insert(item(), ItemChange::Remove);
    dossier.commit(&set, &act(Via::Evidence)).map(drop)
}

pub(crate) fn erase(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    let mut dossier = Dossier::open(disk, path, &LIBRARY)?;
    let set = unlinked(&dossier);
    dossier.erase_item(&item(), "consent withdrawn", &set, &act(Via::Evidence))
}

fn found(path: &Path) -> Vec<String> {
    let today = jiff::civil::date(2026, 11, 24);
    let findings = validate(&open(path), Level::Draft, today);
    let evidence = findings.iter().filter(|f| f.code.as_str().starts_with("evidence"));
    let place = |f: &untoc_core::Finding| f.place().and_then(|p| p.file.clone());
    evidence.map(|f| format!("{} {}", f.code, place(f).unwrap_or_default())).collect()
}

/// Everything in a folder, hidden or not, that holds a text.
fn holding(path: &Path, text: &str) -> Vec<String> {
    let mut holding = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            holding.extend(self::holding(&path, text));
        } else if String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(text) {
            holding.push(path.display().to_string());
        }
    }
    holding
}

/// Makes sure that nothing of the item stands anywhere in the folder.
pub(crate) fn assert_nothing_left(path: &Path, run: &str) {
    for text in [SECRET, "2024,17"] {
        assert_eq!(holding(path, text), Vec::<String>::new(), "{run}");
    }
}

/// A package lies in the dossier byte for byte; taking it in, removing it and both again
/// can be undone.
#[test]
fn an_item_comes_and_goes() {
    let folder = Folder::new();
    let empty = folder.state();
    add(&QuickDisk, &folder.path).unwrap();
    let with = folder.state();
    for file in small().files() {
        let kept = folder.file("evidence/court-monitoring-2025").join(&file.path);
        assert_eq!(fs::read(kept).unwrap(), small().read(&file.path).unwrap());
    }
    assert_eq!(
        found(&folder.path),
        ["evidence-unused evidence/court-monitoring-2025.json"]
    );
    assert!(matches!(add(&QuickDisk, &folder.path), Err(Error::ItemExists { .. })));
    let mut dossier = folder.open();
    dossier.undo(1, &act(Via::Undo)).unwrap();
    assert_eq!(folder.state(), empty);
    dossier.redo(1, &act(Via::Redo)).unwrap();
    assert_eq!(folder.state(), with);
    link(&mut dossier, None);
    assert_eq!(
        found(&folder.path),
        ["evidence-contradicts responses/untoc-cluster-1.json"]
    );
    remove(&QuickDisk, &folder.path).unwrap();
    assert!(!folder.state().keys().any(|name| name.starts_with("evidence/")));
    assert_eq!(found(&folder.path), Vec::<String>::new());
    let mut dossier = folder.open();
    dossier.undo(2, &act(Via::Undo)).unwrap();
    assert_eq!(folder.state(), with);
    assert_eq!(codes(&folder.open()), Vec::<&str>::new());
}

/// What somebody does to an item behind the tool's back is found.
#[test]
fn changes_from_outside_are_found() {
    let folder = Folder::new();
    add(&QuickDisk, &folder.path).unwrap();
    link(&mut folder.open(), Some("A note."));
    let data = "evidence/court-monitoring-2025/data/cases.csv";
    folder.write(data, "year,cases\n2024,18\n");
    folder.write("evidence/court-monitoring-2025/data/more.csv", "x");
    fs::remove_file(folder.file("evidence/court-monitoring-2025/data/codes.csv"))
        .unwrap();
    fs::create_dir(folder.file("evidence/left-over")).unwrap();
    insta::assert_snapshot!(found(&folder.path).join("\n"));
    fs::remove_dir_all(folder.file("evidence/court-monitoring-2025")).unwrap();
    assert_eq!(
        found(&folder.path),
        [
            "evidence-file-missing evidence/court-monitoring-2025",
            "evidence-unrecorded evidence/left-over"
        ]
    );
    fs::remove_file(folder.file("evidence/court-monitoring-2025.json")).unwrap();
    assert_eq!(
        found(&folder.path),
        [
            "evidence-unrecorded evidence/left-over",
            "evidence-unknown responses/untoc-cluster-1.json"
        ]
    );
}

/// Erasing leaves nothing of an item but its digest, the day and the reason, and the
/// history still holds together.
#[test]
fn erasing_leaves_nothing() {
    let folder = Folder::new();
    add(&QuickDisk, &folder.path).unwrap();
    link(&mut folder.open(), Some("A note."));
    remove(&QuickDisk, &folder.path).unwrap();
    folder.open().undo(1, &act(Via::Undo)).unwrap();
    assert!(!holding(&folder.path, SECRET).is_empty());
    erase(&QuickDisk, &folder.path).unwrap();
    assert_eq!(holding(&folder.path, SECRET), Vec::<String>::new());
    assert_eq!(holding(&folder.path, "2024,17"), Vec::<String>::new());
    let left = folder.read("evidence/court-monitoring-2025.json");
    insta::assert_snapshot!(left);
    assert_eq!(folder.codes(), Vec::<&str>::new());
    assert_eq!(found(&folder.path), Vec::<String>::new());
    assert!(folder.open().items()[0].is_erased());
    let again = folder.read("history.jsonl");
    erase(&QuickDisk, &folder.path).unwrap();
    assert_eq!(folder.read("history.jsonl"), again);
    // What can still be taken back are the answers, and that brings nothing back.
    folder.open().undo(2, &act(Via::Undo)).unwrap();
    assert!(matches!(folder.open().undo(1, &act(Via::Undo)), Err(Error::NothingToUndo)));
    assert_eq!(holding(&folder.path, SECRET), Vec::<String>::new());
}

/// An item that was removed before can be erased as well; one that never was cannot.
#[test]
fn a_removed_item_can_be_erased() {
    let folder = Folder::new();
    add(&QuickDisk, &folder.path).unwrap();
    link(&mut folder.open(), None);
    remove(&QuickDisk, &folder.path).unwrap();
    erase(&QuickDisk, &folder.path).unwrap();
    assert_eq!(holding(&folder.path, SECRET), Vec::<String>::new());
    assert_eq!(holding(&folder.path, "2024,17"), Vec::<String>::new());
    let other = ItemId::unchecked("no-such-item");
    let result = folder.open().erase_item(
        &other,
        "consent withdrawn",
        &ChangeSet::default(),
        &act(Via::Evidence),
    );
    assert!(matches!(result, Err(Error::NoItem { .. })));
}
