//! The power goes at every operation, and takes along what was not on the device yet.

use std::collections::BTreeMap;
use std::path::Path;

use untoc_core::sample::Random;
use untoc_dossier::{ChangeSet, Disk, Dossier, Error, Via};

use crate::folder::{LIBRARY, act, codes, give, init, settings, text, tip, untoc};
use crate::memory_disk::MemoryDisk;
use crate::stopping_disk::{Stop, StoppingDisk};

type Job = fn(&dyn Disk) -> Result<(), Error>;

const ROOT: &str = "exampleland";

fn commit(disk: &dyn Disk, set: impl Fn(&Dossier<'_>) -> ChangeSet) -> Result<(), Error> {
    let mut dossier = Dossier::open(disk, Path::new(ROOT), &LIBRARY)?;
    let set = set(&dossier);
    dossier.commit(&set, &act(Via::Answer)).map(drop)
}

fn answer(disk: &dyn Disk) -> Result<(), Error> {
    commit(disk, |dossier| {
        ChangeSet::answers(&untoc(), give(dossier, &untoc(), "untoc-5-q1", text("no")))
    })
}

/// Changes the settings, two responses, and makes two more.
fn grow(disk: &dyn Disk) -> Result<(), Error> {
    commit(disk, |dossier| {
        let mut settings = settings();
        settings.clusters.push(untoc_core::Cluster::ALL[1]);
        let mut set = ChangeSet::settings(settings);
        for (id, question) in [(untoc(), "untoc-5-q1"), (tip(), "tip-5-q1")] {
            let changes = give(dossier, &id, question, text("in_part"));
            set.answers.insert(id, changes);
        }
        set
    })
}

/// Changes one response and then another: the first must be safe before the second.
fn two_answers(disk: &dyn Disk) -> Result<(), Error> {
    answer(disk)?;
    commit(disk, |dossier| {
        ChangeSet::answers(&tip(), give(dossier, &tip(), "tip-5-q1", text("no")))
    })
}

fn undo(disk: &dyn Disk) -> Result<(), Error> {
    let mut dossier = Dossier::open(disk, Path::new(ROOT), &LIBRARY)?;
    dossier.undo(1, &act(Via::Undo)).map(drop)
}

fn new_dossier() -> MemoryDisk {
    let disk = MemoryDisk::new(Path::new(""));
    init(&disk, Path::new(ROOT)).unwrap();
    answer(&disk).unwrap();
    commit(&disk, |dossier| {
        ChangeSet::answers(&tip(), give(dossier, &tip(), "tip-5-q1", text("yes")))
    })
    .unwrap();
    commit(&disk, |dossier| {
        ChangeSet::answers(&untoc(), give(dossier, &untoc(), "untoc-5-q1", text("yes")))
    })
    .unwrap();
    disk.copy()
}

/// Runs a job with a power cut at each operation; `check` sees what is there afterwards.
fn cut_everywhere(start: &MemoryDisk, job: Job, check: impl Fn(&MemoryDisk, bool, &str)) {
    let mut random = Random::new(1);
    for at in 0.. {
        let mut finished = false;
        for how in [Stop::Before, Stop::Half, Stop::After] {
            for percent in [0, 50, 100] {
                let disk = start.copy();
                let stopping = StoppingDisk::over(&disk, at, how);
                let acknowledged = job(&stopping).is_ok();
                finished |= !stopping.stopped();
                let left = disk.after_power_cut(&mut random, percent);
                check(&left, acknowledged, &format!("{how:?} {at}, {percent} percent"));
            }
        }
        if finished {
            break;
        }
    }
}

/// A job that has ended well stands, and one that has not stands whole or not at all.
///
/// `first` is a part of the job that ends in a state of its own.
fn check_job(job: Job, first: Option<Job>) {
    let start = new_dossier();
    let after = |job: Job| {
        let end = start.copy();
        job(&end).unwrap();
        end.texts()
    };
    let new = after(job);
    let mut old: Vec<BTreeMap<_, _>> = vec![start.texts()];
    old.extend(first.map(after));
    assert!(!old.contains(&new));
    cut_everywhere(&start, job, |left, acknowledged, run| {
        let mut dossier = Dossier::open(left, Path::new(ROOT), &LIBRARY).unwrap();
        let mut found = codes(&dossier);
        found.retain(|code| *code != "history-torn");
        assert_eq!(found, Vec::<&str>::new(), "{run}");
        let now = left.texts();
        assert!(now == new || (old.contains(&now) && !acknowledged), "{run}");
        dossier.undo(2, &act(Via::Undo)).unwrap_or_else(|e| panic!("{run}: {e}"));
        dossier.redo(2, &act(Via::Redo)).unwrap_or_else(|e| panic!("{run}: {e}"));
        assert_eq!(left.texts(), now, "{run}");
    });
}

/// An answer survives the power cut once its command has ended.
#[test]
fn an_answer_survives_a_power_cut() {
    check_job(answer, None);
}

/// An answer is safe on its own, whatever comes after it.
#[test]
fn two_answers_survive_a_power_cut() {
    check_job(two_answers, Some(answer));
}

/// A change of many files survives as a whole.
#[test]
fn a_large_change_survives_a_power_cut() {
    check_job(grow, None);
}

/// So does taking back a change.
#[test]
fn undo_survives_a_power_cut() {
    check_job(undo, None);
}

/// An evidence item survives as a whole, coming and going.
#[test]
fn an_evidence_item_survives_a_power_cut() {
    check_job(|disk| crate::evidence::add(disk, Path::new(ROOT)), None);
}

/// A new dossier is complete on the next opening, or can be made again.
#[test]
fn a_new_dossier_survives_a_power_cut() {
    let make: Job = |disk| init(disk, Path::new(ROOT));
    let empty = MemoryDisk::new(Path::new(""));
    let whole = empty.copy();
    make(&whole).unwrap();
    cut_everywhere(&empty, make, |left, acknowledged, run| {
        if let Err(error) = Dossier::open(left, Path::new(ROOT), &LIBRARY) {
            assert!(matches!(error, Error::NoDossier { .. }), "{run}: {error}");
            assert!(!acknowledged, "{run}");
            make(left).unwrap_or_else(|e| panic!("{run}: {e}"));
        }
        let dossier = Dossier::open(left, Path::new(ROOT), &LIBRARY).unwrap();
        assert_eq!(codes(&dossier), Vec::<&str>::new(), "{run}");
        assert_eq!(left.texts(), whole.texts(), "{run}");
    });
}
