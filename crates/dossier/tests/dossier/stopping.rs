//! Stops after each operation on the disk in turn and looks whether anything is lost.

use std::collections::BTreeMap;
use std::path::Path;

use untoc_core::{Instrument, Law, LawId, LawKind, Laws};
use untoc_dossier::{ChangeSet, Disk, Dossier, Error, Removal, Via};

use crate::folder::{
    Folder, LIBRARY, act, codes, give, init, open, state, text, tip, untoc,
};
use crate::stopping_disk::{QuickDisk, Stop, StoppingDisk};

type State = BTreeMap<String, String>;
type Job = fn(&dyn Disk, &Path) -> Result<(), Error>;

fn with(
    disk: &dyn Disk,
    path: &Path,
    change: impl FnOnce(&mut Dossier<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut dossier = Dossier::open(disk, path, &LIBRARY)?;
    change(&mut dossier)
}

fn answer(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    with(disk, path, |dossier| {
        let set = ChangeSet::answers(
            &untoc(),
            give(dossier, &untoc(), "untoc-5-q1", text("in_part")),
        );
        dossier.commit(&set, &act(Via::Answer)).map(drop)
    })
}

/// Changes every kind of file in one write.
fn everything(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    with(disk, path, |dossier| {
        let mut settings = dossier.require_settings()?.clone();
        settings.instruments = vec![Instrument::Untoc, Instrument::Som];
        settings.focal_point = Some("Ministry of Justice".to_owned());
        let law = Law {
            id: LawId::unchecked("criminal-code"),
            title: "Criminal Code".to_owned(),
            kind: LawKind::Code,
            date: None,
            language: None,
            link: None,
            sherloc: None,
            eli: None,
            ecli: None,
        };
        let laws = Laws { laws: vec![law], ..Laws::default() };
        let set = ChangeSet {
            settings: Some(settings),
            laws: Some(laws),
            removal: Removal::Allow,
            ..ChangeSet::answers(
                &untoc(),
                give(dossier, &untoc(), "untoc-5-q1", text("no")),
            )
        };
        dossier.commit(&set, &act(Via::Settings)).map(drop)
    })
}

/// Edits a file by hand, as Notepad would, then answers.
fn answer_after_edit(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    let file = path.join("responses/tip-cluster-1.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace('\n', "\r\n")).unwrap();
    answer(disk, path)
}

fn undo(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    with(disk, path, |dossier| dossier.undo(2, &act(Via::Undo)).map(drop))
}

fn prepare(path: &Path) {
    let mut dossier = open(path);
    for (id, question, value) in
        [(untoc(), "untoc-5-q1", "yes"), (tip(), "tip-5-q1", "yes")]
    {
        let set = ChangeSet::answers(&id, give(&dossier, &id, question, text(value)));
        dossier.commit(&set, &act(Via::Answer)).unwrap();
    }
}

/// Runs a job, stopped at each operation in each way; returns how many runs there were.
fn stop_everywhere(job: Job) -> usize {
    let known = known_states(job);
    let mut runs = 0;
    for how in [Stop::Before, Stop::Half, Stop::After] {
        for at in 0.. {
            let folder = Folder::new();
            prepare(&folder.path);
            let disk = StoppingDisk::new(at, how);
            let result = job(&disk, &folder.path);
            runs += 1;
            check_after(&folder.path, &known, &result, &format!("{how:?} {at}"));
            if !disk.stopped() {
                break;
            }
        }
    }
    runs
}

/// The states in which a job may leave the dossier: the old one, the new one, and for
/// two steps the one between them.
fn known_states(job: Job) -> Vec<State> {
    let folder = Folder::new();
    prepare(&folder.path);
    let mut known = vec![folder.state()];
    let between = Folder::new();
    prepare(&between.path);
    open(&between.path).undo(1, &act(Via::Undo)).unwrap();
    job(&QuickDisk, &folder.path).unwrap();
    known.push(folder.state());
    if std::ptr::fn_addr_eq(job, undo as Job) {
        known.push(between.state());
    }
    known.into_iter().map(plain).collect()
}

/// A state without the line ends that a test has changed by hand.
fn plain(state: State) -> State {
    state.into_iter().map(|(name, text)| (name, text.replace("\r\n", "\n"))).collect()
}

/// After a stop the dossier is in the old state or in the new one, its history is whole,
/// and it can be changed, undone and redone.
fn check_after(path: &Path, known: &[State], result: &Result<(), Error>, run: &str) {
    let mut dossier = open(path);
    let mut found = codes(&dossier);
    found.retain(|code| *code != "history-torn" && *code != "edited-outside");
    assert_eq!(found, Vec::<&str>::new(), "{run}");
    let now = plain(state(path));
    assert!(known.contains(&now), "{run}: neither the old state nor the new one");
    if result.is_ok() {
        assert_eq!(now, known[1], "{run}: an acknowledged change is gone");
    }
    // A second opening finds nothing left to mend.
    let before = state(path);
    let again = codes(&open(path));
    assert!(!again.contains(&"history-torn"), "{run}");
    assert_eq!(state(path), before, "{run}");

    let set = ChangeSet::answers(
        &untoc(),
        give(&dossier, &untoc(), "untoc-2-q6", text("A note that came later.")),
    );
    dossier.commit(&set, &act(Via::Answer)).unwrap_or_else(|e| panic!("{run}: {e}"));
    let changed = state(path);
    dossier.undo(1, &act(Via::Undo)).unwrap_or_else(|e| panic!("{run}: {e}"));
    assert_eq!(state(path), before, "{run}: undo");
    dossier.redo(1, &act(Via::Redo)).unwrap_or_else(|e| panic!("{run}: {e}"));
    assert_eq!(state(path), changed, "{run}: redo");
    assert!(!codes(&open(path)).contains(&"history-broken"), "{run}");
}

/// One answer is there or it is not.
#[test]
fn an_answer_is_never_half_written() {
    assert!(stop_everywhere(answer) > 15);
}

/// A change of settings, laws, a new and a removed response and an answer is all there
/// or not at all.
#[test]
fn a_large_change_is_never_half_written() {
    assert!(stop_everywhere(everything) > 40);
}

/// A change from outside that is recorded on the way does not get in between.
#[test]
fn a_change_from_outside_survives_a_stop() {
    assert!(stop_everywhere(answer_after_edit) > 15);
}

/// Two changes are taken back one by one, each whole.
#[test]
fn undo_is_never_half_done() {
    assert!(stop_everywhere(undo) > 30);
}

/// An evidence item is there with its whole package, or nothing of it is.
#[test]
fn an_evidence_item_is_never_half_there() {
    type Before = fn(&Path);
    let prepare: Before = |path| {
        crate::evidence::add(&QuickDisk, path).unwrap();
    };
    let jobs: [(Job, Before); 3] = [
        (crate::evidence::add, |_| {}),
        (crate::evidence::remove, prepare),
        (crate::evidence::erase, prepare),
    ];
    for (number, (job, before)) in jobs.into_iter().enumerate() {
        let made = |folder: &Folder| {
            self::prepare(&folder.path);
            before(&folder.path);
        };
        let folder = Folder::new();
        made(&folder);
        let old = folder.state();
        job(&QuickDisk, &folder.path).unwrap();
        let new = folder.state();
        let mut runs = 0;
        for how in [Stop::Before, Stop::Half, Stop::After] {
            for at in 0.. {
                let folder = Folder::new();
                made(&folder);
                let disk = StoppingDisk::new(at, how);
                let result = job(&disk, &folder.path);
                let run = format!("{number} {how:?} {at}");
                let mut dossier = folder.open();
                let mut found = codes(&dossier);
                found.retain(|code| *code != "history-torn");
                assert_eq!(found, Vec::<&str>::new(), "{run}");
                let now = folder.state();
                assert!(now == new || now == old && result.is_err(), "{run}");
                // Whatever was left by the stop, the same can be done again.
                if now == old {
                    job(&QuickDisk, &folder.path)
                        .unwrap_or_else(|e| panic!("{run}: {e}"));
                    assert_eq!(folder.state(), new, "{run}");
                    dossier = folder.open();
                }
                if number < 2 {
                    dossier.undo(1, &act(Via::Undo)).unwrap();
                    assert_eq!(folder.state(), old, "{run}: undo");
                    dossier.redo(1, &act(Via::Redo)).unwrap();
                    assert_eq!(folder.state(), new, "{run}: redo");
                } else {
                    job(&QuickDisk, &folder.path).unwrap();
                    crate::evidence::assert_nothing_left(&folder.path, &run);
                }
                runs += 1;
                if !disk.stopped() {
                    break;
                }
            }
        }
        assert!(runs > 15, "{runs}");
    }
}

/// A disk that refuses one operation leaves the old state, or the new one if the change
/// was made or is recorded; the same dossier can be changed again at once.
#[test]
fn a_full_disk_harms_nothing() {
    let mut refusals = 0;
    for how in [Stop::Before, Stop::Half] {
        for at in 0.. {
            let folder = Folder::new();
            prepare(&folder.path);
            let old = folder.state();
            let disk = StoppingDisk::refusing(at, how);
            let mut dossier = Dossier::open(&disk, &folder.path, &LIBRARY).unwrap();
            let changes = give(&dossier, &untoc(), "untoc-5-q1", text("in_part"));
            let set = ChangeSet::answers(&untoc(), changes);
            let result = dossier.commit(&set, &act(Via::Answer));
            let new_is_due = match &result {
                Ok(_) | Err(Error::Unfinished { .. }) => true,
                Err(error) => {
                    assert!(error.to_string().ends_with("the disk is full"), "{error}");
                    false
                }
            };
            if !disk.stopped() {
                break;
            }
            refusals += usize::from(result.is_err());
            let leftover = folder.file("responses/.untoc-cluster-1.json.new");
            assert_eq!(
                leftover.exists(),
                matches!(result, Err(Error::Unfinished { .. }))
            );
            assert_eq!(folder.codes(), Vec::<&str>::new(), "{how:?} {at}");
            assert_eq!(folder.state() != old, new_is_due, "{how:?} {at}: {result:?}");
            let changes = give(&folder.open(), &untoc(), "untoc-2-q6", text("More."));
            let set = ChangeSet::answers(&untoc(), changes);
            dossier.commit(&set, &act(Via::Answer)).unwrap();
            assert_eq!(folder.codes(), Vec::<&str>::new(), "{how:?} {at}");
        }
    }
    assert!(refusals > 8, "{refusals}");
}

/// A new dossier whose making is stopped is completed on opening or made anew.
#[test]
fn a_new_dossier_can_be_made_after_a_stop() {
    let whole = Folder::new().state();
    for how in [Stop::Before, Stop::Half, Stop::After] {
        for at in 0.. {
            let folder = Folder::empty();
            let disk = StoppingDisk::new(at, how);
            let result = init(&disk, &folder.path);
            match Dossier::open(&QuickDisk, &folder.path, &LIBRARY) {
                Ok(dossier) => assert_eq!(codes(&dossier), Vec::<&str>::new()),
                Err(Error::NoDossier { .. }) => {
                    assert!(result.is_err());
                    init(&QuickDisk, &folder.path)
                        .unwrap_or_else(|e| panic!("{how:?} {at}: {e}"));
                }
                Err(error) => panic!("{how:?} {at}: {error}"),
            }
            assert_eq!(folder.state(), whole, "{how:?} {at}");
            assert_eq!(folder.codes(), Vec::<&str>::new(), "{how:?} {at}");
            if !disk.stopped() {
                break;
            }
        }
    }
}
