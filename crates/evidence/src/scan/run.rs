//! Runs work over all chunks of a table, on several threads, in one order.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Mutex, PoisonError};

use super::batch::{Batch, PADDING, Records};
use super::careful::{Odd, Shape};
use super::masks::Marks;
use super::reader::{Chunk, Next, Reader, Split};
use super::split::{Malformed, Seen, Splitter};
use crate::encoding::Encoding;
use crate::feed;
use crate::source::Source;

/// What is read and how.
#[derive(Clone)]
pub(crate) struct Input<'s> {
    pub(crate) source: &'s dyn Source,
    pub(crate) encoding: Encoding,
    pub(crate) shape: Shape,
    /// Where the rows begin in the text, in bytes behind the mark.
    pub(crate) start: u64,
    /// How many records and line ends stand before.
    pub(crate) before: Base,
    /// Rows that are remarks, counted from 0 at `start`.
    pub(crate) skipped: BTreeSet<usize>,
    pub(crate) chunk: usize,
    pub(crate) threads: usize,
    /// Is told how many bytes of the source have been read.
    pub(crate) progress: Option<&'s (dyn Fn(u64) + Sync)>,
}

/// How many records and line ends stand before something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Base {
    pub(crate) rows: usize,
    pub(crate) lines: usize,
}

/// What was seen of one chunk beside its cells.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// Where it begins in the text, in bytes behind the mark.
    pub(crate) offset: u64,
    pub(crate) rows: usize,
    pub(crate) lines: usize,
    pub(crate) seen: Seen,
    pub(crate) oddities: Vec<Odd>,
}

/// Work on the records of a table; one worker for each thread.
pub(crate) trait Work: Send {
    /// What comes out of a chunk.
    type Out: Send;

    /// Looks at some records.
    fn batch(&mut self, batch: &Batch<'_>);

    /// Gives what came out of the chunk and begins anew.
    fn finish(&mut self) -> Self::Out;
}

/// The bytes that are split and checked while they are in the cache.
const WINDOW: usize = 64 << 10;

/// Runs work over a table. `merge` gets the chunks in their order.
pub(crate) fn scan<W: Work>(
    input: &Input<'_>,
    make: &(dyn Fn() -> W + Sync),
    merge: &mut (dyn FnMut(Base, Facts, W::Out) + Send),
) -> io::Result<()> {
    let mut state =
        Merge { next: 0, pending: BTreeMap::new(), base: input.before, merge };
    let mut resume = (0, input.start, input.before);
    let careful = input.shape.comment.is_some()
        || !input.skipped.is_empty()
        || input.shape.quoting != super::batch::Quoting::default();
    if !careful {
        let feed = open(input, input.start)?;
        let reader = Reader::fast(feed, input.shape, input.chunk, input.start);
        let shared = Shared::new(reader, &mut state, input);
        shared.run(make)?;
        let Some((number, offset)) = shared.given_up() else { return Ok(()) };
        state.pending.clear();
        resume = (number, offset, state.base);
    }
    let (number, offset, base) = resume;
    let rows = base.rows - input.before.rows;
    let feed = open(input, offset)?;
    let place = (number, offset, rows);
    let reader =
        Reader::careful(feed, input.shape, input.chunk, place, input.skipped.clone());
    Shared::new(reader, &mut state, input).run(make)
}

/// Opens the text at an offset.
fn open<'s>(input: &Input<'s>, offset: u64) -> io::Result<Box<dyn feed::Feed + 's>> {
    feed::open_at(input.source, input.encoding, offset)
}

/// Brings what came out of the chunks into their order.
struct Merge<'m, Out> {
    next: usize,
    pending: BTreeMap<usize, (Facts, Out)>,
    base: Base,
    merge: &'m mut (dyn FnMut(Base, Facts, Out) + Send),
}

impl<Out> Merge<'_, Out> {
    fn deliver(&mut self, number: usize, facts: Facts, out: Out) {
        self.pending.insert(number, (facts, out));
        while let Some((facts, out)) = self.pending.remove(&self.next) {
            let base = self.base;
            self.base.rows += facts.rows;
            self.base.lines += facts.lines;
            self.next += 1;
            (self.merge)(base, facts, out);
        }
    }
}

/// What the threads share.
struct Shared<'a, 's, 'm, Out> {
    reader: Mutex<Reader<'s>>,
    merge: Mutex<&'a mut Merge<'m, Out>>,
    /// The first chunk that the fast splitter cannot read, and its offset.
    given_up: Mutex<Option<(usize, u64)>>,
    error: Mutex<Option<io::Error>>,
    input: &'a Input<'s>,
}

impl<'a, 's, 'm, Out: Send> Shared<'a, 's, 'm, Out> {
    fn new(
        reader: Reader<'s>,
        merge: &'a mut Merge<'m, Out>,
        input: &'a Input<'s>,
    ) -> Self {
        Self {
            reader: Mutex::new(reader),
            merge: Mutex::new(merge),
            given_up: Mutex::new(None),
            error: Mutex::new(None),
            input,
        }
    }

    fn run<W: Work<Out = Out>>(&self, make: &(dyn Fn() -> W + Sync)) -> io::Result<()> {
        match pool(self.input.threads) {
            Some(pool) => {
                pool.broadcast(|_| self.work(make()));
            }
            None => self.work(make()),
        }
        match lock(&self.error).take() {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    fn given_up(&self) -> Option<(usize, u64)> {
        *lock(&self.given_up)
    }

    fn work<W: Work<Out = Out>>(&self, mut work: W) {
        let mut chunk = Chunk::default();
        let mut records = Records::default();
        while self.take(&mut chunk) {
            match process(&mut chunk, self.input.shape, &mut records, &mut work) {
                Ok(facts) => {
                    let out = work.finish();
                    lock(&self.merge).deliver(chunk.number, facts, out);
                }
                Err(Malformed) => {
                    work.finish();
                    self.give_up(chunk.number, chunk.offset);
                }
            }
        }
    }

    fn take(&self, chunk: &mut Chunk) -> bool {
        let mut reader = lock(&self.reader);
        if self.given_up().is_some() || lock(&self.error).is_some() {
            return false;
        }
        match reader.next(chunk) {
            Ok(Next::Chunk) => {
                if let Some(progress) = self.input.progress {
                    progress(reader.position());
                }
                true
            }
            Ok(Next::End) => false,
            Ok(Next::GiveUp) => {
                self.give_up(chunk.number, chunk.offset);
                false
            }
            Err(error) => {
                lock(&self.error).get_or_insert(error);
                false
            }
        }
    }

    fn give_up(&self, number: usize, offset: u64) {
        let mut given_up = lock(&self.given_up);
        if given_up.is_none_or(|(earlier, _)| number < earlier) {
            *given_up = Some((number, offset));
        }
    }
}

/// Makes threads that work together, if there are to be several.
pub(crate) fn pool(threads: usize) -> Option<rayon::ThreadPool> {
    let builder = (threads > 1).then(rayon::ThreadPoolBuilder::new)?;
    builder.num_threads(threads).build().ok()
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn process<W: Work>(
    chunk: &mut Chunk,
    shape: Shape,
    records: &mut Records,
    work: &mut W,
) -> Result<Facts, Malformed> {
    let bytes = chunk.bytes.get(..chunk.length + PADDING).ok_or(Malformed)?;
    let (quoting, offset) = (shape.quoting, chunk.offset);
    if let Some(split) = chunk.split.take() {
        let Records { ends, records } = &split.records;
        work.batch(&Batch { bytes, ends, records, quoting });
        let Split { seen, oddities, rows, lines, .. } = split;
        return Ok(Facts { offset, rows, lines, seen, oddities });
    }
    let Some(quote) = quoting.quote else { return Err(Malformed) };
    let marks = Marks { delimiter: shape.delimiter, quote };
    let mut splitter = Splitter::new(marks, chunk.length, shape.limit);
    records.clear();
    while splitter.split(bytes, WINDOW, records)? {
        let Records { ends, records } = &*records;
        work.batch(&Batch { bytes, ends, records, quoting });
    }
    let (rows, lines) = (splitter.rows(), splitter.lines());
    Ok(Facts { offset, rows, lines, seen: splitter.seen, oddities: Vec::new() })
}
