//! The history: whatever stands in it, its dossier opens, can be worked with or says why
//! not, and nothing outside is touched.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use untoc_core::{
    Change, Changes, Cluster, CountryCode, Entry, Instrument, Library, QuestionId,
    QuestionnaireId, Settings, Value,
};
use untoc_dossier::{Act, ChangeSet, Disk, Dossier, Values, Via, check_history};

use crate::memory_disk::MemoryDisk;

#[allow(dead_code)]
#[path = "../../../crates/dossier/tests/dossier/memory_disk.rs"]
mod memory_disk;

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::embedded);

static START: LazyLock<MemoryDisk> = LazyLock::new(|| {
    let disk = MemoryDisk::new(Path::new(""));
    let settings = Settings::new(
        CountryCode::EXAMPLELAND,
        vec![Instrument::Untoc],
        vec![Cluster::ALL[0]],
    );
    Dossier::init(&disk, root(), &settings, &LIBRARY, &act(Via::Init)).unwrap();
    disk.copy()
});

fn root() -> &'static Path {
    Path::new("exampleland")
}

fn act(via: Via) -> Act {
    Act::new(via, "2026-11-24T09:30:00Z")
}

fuzz_target!(|bytes: &[u8]| {
    check_history(bytes);
    let disk = START.copy();
    let history = root().join("history.jsonl");
    // The lines come alone, or after the one that made the dossier.
    if bytes.first() != Some(&b'+') {
        disk.remove(&history).unwrap();
    }
    disk.append(&history, bytes.strip_prefix(b"+").unwrap_or(bytes)).unwrap();
    let mut dossier = Dossier::open(&disk, root(), &LIBRARY).unwrap();
    let id = QuestionnaireId::unchecked("untoc-cluster-1");
    let question = QuestionId::unchecked("untoc-5-q1");
    let before = dossier.response(&id).and_then(|r| r.answers.get("untoc-5-q1")).cloned();
    let after = Some(Entry::with_value(Value::Text("in_part".to_owned())));
    let changes = Changes(vec![Change { question, before, after }]);
    let _ = dossier.commit(&ChangeSet::answers(&id, changes), &act(Via::Answer));
    let _ = dossier.undo(2, &act(Via::Undo));
    let _ = dossier.redo(1, &act(Via::Redo));
    let _ = dossier.log(Values::Shown, 10);
    Dossier::open(&disk, root(), &LIBRARY).unwrap();
    assert!(disk.texts().keys().all(|path| path.starts_with("exampleland/")));
});
