//! A folder for one test, and words for what tests do again and again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use untoc_core::sample::{Random, Shape, value};
use untoc_core::{
    Change, Changes, Cluster, CountryCode, Entry, Instrument, Library, QuestionId,
    QuestionnaireId, Settings, Value,
};
use untoc_dossier::{Act, Disk, Dossier, Via};

use crate::stopping_disk::QuickDisk;

pub(crate) static LIBRARY: LazyLock<Library> = LazyLock::new(Library::embedded);

pub(crate) const AT: &str = "2026-11-24T09:30:00Z";

pub(crate) fn act(via: Via) -> Act {
    Act::new(via, AT).by("ministry-of-justice")
}

/// The settings of a small review: two questionnaires.
pub(crate) fn settings() -> Settings {
    let cluster = Cluster::new(1).unwrap();
    Settings::new(
        CountryCode::EXAMPLELAND,
        vec![Instrument::Untoc, Instrument::Tip],
        vec![cluster],
    )
}

pub(crate) fn untoc() -> QuestionnaireId {
    QuestionnaireId::unchecked("untoc-cluster-1")
}

pub(crate) fn tip() -> QuestionnaireId {
    QuestionnaireId::unchecked("tip-cluster-1")
}

/// A temporary folder with a path for a dossier in it.
pub(crate) struct Folder {
    _guard: tempfile::TempDir,
    pub(crate) path: PathBuf,
}

impl Folder {
    pub(crate) fn empty() -> Self {
        let guard = tempfile::tempdir().unwrap();
        let path = guard.path().join("exampleland-2026");
        Self { _guard: guard, path }
    }

    /// A new dossier.
    pub(crate) fn new() -> Self {
        let folder = Self::empty();
        init(&QuickDisk, &folder.path).unwrap();
        folder
    }

    pub(crate) fn open(&self) -> Dossier<'static> {
        open(&self.path)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.file(name), text).unwrap();
    }

    /// The files that the history follows, with their texts.
    pub(crate) fn state(&self) -> BTreeMap<String, String> {
        state(&self.path)
    }

    pub(crate) fn codes(&self) -> Vec<&'static str> {
        codes(&self.open())
    }
}

pub(crate) fn init(disk: &dyn Disk, path: &Path) -> Result<(), untoc_dossier::Error> {
    Dossier::init(disk, path, &settings(), &LIBRARY, &act(Via::Init)).map(drop)
}

pub(crate) fn open(path: &Path) -> Dossier<'static> {
    Dossier::open(&QuickDisk, path, &LIBRARY).unwrap()
}

pub(crate) fn codes(dossier: &Dossier<'_>) -> Vec<&'static str> {
    dossier.findings().iter().map(|finding| finding.code.as_str()).collect()
}

pub(crate) fn state(path: &Path) -> BTreeMap<String, String> {
    let mut state = BTreeMap::new();
    for name in ["dossier.json", "laws.json"] {
        if let Ok(text) = fs::read_to_string(path.join(name)) {
            state.insert(name.to_owned(), text);
        }
    }
    for folder in ["responses", "evidence"] {
        gather(path, folder, &mut state);
    }
    state
}

/// Reads the files of a folder and those in it, hidden ones left out.
fn gather(root: &Path, folder: &str, state: &mut BTreeMap<String, String>) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return };
    for entry in entries {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{folder}/{name}");
        if name.starts_with('.') {
            continue;
        }
        match entry.file_type().unwrap().is_dir() {
            true => gather(root, &path, state),
            false => drop(state.insert(path, fs::read_to_string(entry.path()).unwrap())),
        }
    }
}

/// A change that gives an answer, whatever stands there.
pub(crate) fn give(
    dossier: &Dossier<'_>,
    id: &QuestionnaireId,
    question: &str,
    entry: Option<Entry>,
) -> Changes {
    let before = dossier.response(id).and_then(|r| r.answers.get(question)).cloned();
    let question = QuestionId::unchecked(question);
    Changes(vec![Change { question, before, after: entry }])
}

pub(crate) fn text(answer: &str) -> Option<Entry> {
    Some(Entry::with_value(Value::Text(answer.to_owned())))
}

/// A random change of one to three answers.
pub(crate) fn random_changes(
    dossier: &Dossier<'_>,
    id: &QuestionnaireId,
    random: &mut Random,
) -> Changes {
    let plan = LIBRARY.get(id.as_str()).unwrap();
    let mut changes: Vec<Change> = Vec::new();
    for _ in 0..=random.below(3) {
        let slot = random.below(plan.len());
        let question = plan.question(slot).id.clone();
        if changes.iter().any(|change| change.question == question) {
            continue;
        }
        let response = dossier.response(id).unwrap();
        let before = response.answers.get(question.as_str()).cloned();
        let after = if before.is_some() && random.chance(30) {
            None
        } else {
            let value = value(&plan, slot, &[], random, Shape::default());
            let note = random.chance(30).then(|| "Covers agreements only.".to_owned());
            Some(Entry { note, ..Entry::with_value(value) })
        };
        changes.push(Change { question, before, after });
    }
    Changes(changes)
}
