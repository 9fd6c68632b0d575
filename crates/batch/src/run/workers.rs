//! Threads that look at subjects, and one that puts their pieces in order.
//!
//! Subjects are taken in their order, a few at a time. A thread that would run too far
//! ahead of the report waits, so that no more than a fixed number of pieces wait in
//! memory, however long one subject takes.

use std::collections::BTreeMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use super::Options;
use super::pieces::{Maker, Piece};
use crate::error::Error;
use crate::judge::Workspace;
use crate::subject::{Found, Subject, SubjectKind};

/// How many loose files a thread takes at a time; of dossiers and packages, one.
const TAKEN: usize = 16;

/// How many takes a thread may be ahead of the report.
const AHEAD: usize = 32;

/// The stack of a thread: as much as the main thread has on most systems.
const STACK: usize = 8 << 20;

/// Who is where.
struct State {
    next: usize,
    written: usize,
    stopped: bool,
}

struct Turns {
    state: Mutex<State>,
    moved: Condvar,
    ahead: usize,
    takes: usize,
}

/// Looks at every subject of the run and hands over the pieces in their order, each with
/// the number of subjects that are done.
pub(super) fn each(
    found: &Found,
    options: &Options<'_>,
    maker: &Maker<'_>,
    mut take: impl FnMut(Piece, usize) -> Result<(), Error>,
) -> Result<(), Error> {
    let subjects: Vec<&Subject> = found
        .subjects()
        .iter()
        .filter(|subject| options.shard.is_none_or(|shard| shard.takes(subject.name())))
        .collect();
    let takes = takes_of(&subjects);
    let jobs = options.jobs.get().min(takes.len().max(1));
    let turns = Turns {
        state: Mutex::new(State { next: 0, written: 0, stopped: false }),
        moved: Condvar::new(),
        ahead: AHEAD * jobs,
        takes: takes.len(),
    };
    let (sender, receiver) = sync_channel(AHEAD);
    thread::scope(|scope| {
        for number in 0..jobs {
            let (sender, turns, takes) = (sender.clone(), &turns, &takes);
            let thread = thread::Builder::new()
                .name(format!("check-{number}"))
                .stack_size(STACK)
                .spawn_scoped(scope, move || work(turns, takes, maker, &sender));
            if thread.is_err() && number == 0 {
                // Without any thread the work is done here, after the loop below ends.
                break;
            }
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let (mut next, mut done) = (0, 0);
        let mut result = Ok(());
        for (at, piece) in receiver {
            waiting.insert(at, piece);
            while let Some(piece) = waiting.remove(&next) {
                done += takes.get(next).map_or(0, |take| take.len());
                next += 1;
                if result.is_ok() {
                    result = take(piece, done);
                }
                turns.wrote(next, result.is_err());
            }
        }
        let mut space = Workspace::default();
        while result.is_ok()
            && let Some(subjects) = takes.get(next)
        {
            done += subjects.len();
            next += 1;
            result = take(maker.make(subjects.iter().copied(), &mut space), done);
        }
        result
    })
}

fn takes_of<'t, 's>(subjects: &'t [&'s Subject]) -> Vec<&'t [&'s Subject]> {
    let alone = |subject: &Subject| match subject.kind() {
        SubjectKind::Dossier | SubjectKind::Package => true,
        SubjectKind::File
        | SubjectKind::Met
        | SubjectKind::Input
        | SubjectKind::Fault => false,
    };
    let alike = subjects.chunk_by(|a, b| !alone(a) && !alone(b));
    alike.flat_map(|some| some.chunks(TAKEN)).collect()
}

fn work(
    turns: &Turns,
    takes: &[&[&Subject]],
    maker: &Maker<'_>,
    sender: &SyncSender<(usize, Piece)>,
) {
    let mut space = Workspace::default();
    while let Some(at) = turns.take() {
        let Some(subjects) = takes.get(at) else { return };
        let piece = maker.make(subjects.iter().copied(), &mut space);
        if sender.send((at, piece)).is_err() {
            return;
        }
    }
}

impl Turns {
    /// Takes the next turn, once it is not too far ahead.
    fn take(&self) -> Option<usize> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while !state.stopped && state.next >= state.written + self.ahead {
            state = self.moved.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.stopped || state.next >= self.takes {
            return None;
        }
        state.next += 1;
        Some(state.next - 1)
    }

    fn wrote(&self, written: usize, stopped: bool) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.written = written;
        state.stopped |= stopped;
        drop(state);
        self.moved.notify_all();
    }
}
