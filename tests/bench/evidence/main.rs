//! How fast tables are checked, against the limits of the machine.
//!
//! `cargo bench -p untoc-evidence` makes a case table of 40 columns (seeded, invented),
//! checks it, and measures plain reading and a bare scan of records with the csv crate in
//! the same run, so that the ratio holds on any machine. Behind `--`: `--rows 2200000` for
//! a gigabyte, `--rounds 3`, `--chunk 1048576` for how much a thread takes at once, and
//! `--make FOLDER` to write the tables for other programs and measure nothing (run.py).
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a measurement prints and may fail"
)]

mod generate;

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use untoc_evidence::{
    Dialect, Reading, Source, Table, TableSchema, check_table, read_schema,
};

use generate::{Shape, table};

/// A file on disk, as the command reads it.
struct OnDisk {
    file: Mutex<(File, u64)>,
    length: u64,
}

impl OnDisk {
    fn new(file: &File) -> Self {
        let length = file.metadata().unwrap().len();
        let file = file.try_clone().unwrap();
        Self { file: Mutex::new((file, u64::MAX)), length }
    }
}

impl Source for OnDisk {
    fn length(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut held = self.file.lock().unwrap();
        if held.1 != offset {
            held.0.seek(SeekFrom::Start(offset))?;
        }
        let count = held.0.read(buffer)?;
        held.1 = offset + count as u64;
        Ok(count)
    }
}

/// Returns the time that this thread has been running, so that other work on the machine
/// counts as little as can be; the time of day where the system does not say.
fn running() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Runs something a few times in turn with the others and keeps the times: by the clock,
/// and on the processor.
struct Runs(Vec<(String, Vec<(Duration, Duration)>)>);

impl Runs {
    fn time(&mut self, name: &str, work: &mut dyn FnMut()) {
        let (start, before) = (Instant::now(), running());
        work();
        let took = start.elapsed();
        let ran = running().zip(before).map_or(took, |(after, before)| after - before);
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, times)) => times.push((took, ran)),
            None => self.0.push((name.to_owned(), vec![(took, ran)])),
        }
    }

    fn times(&self, name: &str) -> &[(Duration, Duration)] {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, times)| times.as_slice()).unwrap_or_default()
    }

    /// The least time by the clock.
    fn least(&self, name: &str) -> f64 {
        self.times(name)
            .iter()
            .map(|(took, _)| took.as_secs_f64())
            .fold(f64::MAX, f64::min)
    }

    /// The least time on the processor; only for what one thread does.
    fn least_ran(&self, name: &str) -> f64 {
        self.times(name).iter().map(|(_, ran)| ran.as_secs_f64()).fold(f64::MAX, f64::min)
    }
}

fn read(file: &File) {
    let mut file = file.try_clone().unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    let mut buffer = vec![0; 1 << 20];
    while file.read(&mut buffer).unwrap() > 0 {}
}

fn scan(file: &File) -> u64 {
    let mut file = file.try_clone().unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .buffer_capacity(1 << 20)
        .from_reader(file);
    let mut record = csv::ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record).unwrap() {
        rows += 1;
    }
    rows
}

fn check(file: &File, schema: &TableSchema, threads: usize, chunk: usize) -> usize {
    let source = OnDisk::new(file);
    let table = Table::open(&source, &Dialect::default()).unwrap();
    let reading = Reading { threads, chunk, ..Reading::default() };
    let report = check_table(&table, Some(schema), &reading).unwrap();
    report.findings.iter().map(|finding| finding.count).sum()
}

/// What was asked for.
struct Asked {
    rows: usize,
    rounds: usize,
    chunk: usize,
    make: Option<PathBuf>,
}

impl Asked {
    /// Reads the arguments; cargo adds some of its own.
    fn new() -> Self {
        let chunk = Reading::default().chunk;
        let mut asked = Self { rows: 220_000, rounds: 7, chunk, make: None };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let mut next = || arguments.next().expect("a value follows the option");
            let number = |text: String| text.parse().expect("the value is a number");
            match name.as_str() {
                "--rows" => asked.rows = number(next()),
                "--rounds" => asked.rounds = number(next()),
                "--chunk" => asked.chunk = number(next()),
                "--make" => asked.make = Some(next().into()),
                _ => {}
            }
        }
        asked
    }

    /// Makes the file for a table: in the folder that is named, else gone at the end.
    fn file(&self, name: &str) -> File {
        let Some(folder) = &self.make else {
            return tempfile::tempfile().expect("there is room for a temporary file");
        };
        let options = OpenOptions::new().read(true).write(true).create(true).clone();
        let path = folder.join(format!("{name}.csv"));
        options.clone().truncate(true).open(path).expect("the folder can be written")
    }
}

/// The tables: a name, what a person calls it, and what it is like.
const TABLES: [(&str, &str, Shape); 4] = [
    ("clean", "clean", Shape { bad: 0, quoted: false, short: false }),
    ("bad", "1 % of the rows bad", Shape { bad: 100, quoted: false, short: false }),
    ("quoted", "every cell in quotes", Shape { bad: 0, quoted: true, short: false }),
    ("short", "very short cells", Shape { bad: 0, quoted: false, short: true }),
];

/// Measures one table and prints its line.
fn measure(asked: &Asked, file: &File, name: &str, schema: &TableSchema) {
    let mut runs = Runs(Vec::new());
    let mut findings = 0;
    for _ in 0..asked.rounds {
        runs.time("read", &mut || read(file));
        runs.time("scan", &mut || assert_eq!(scan(file), asked.rows as u64));
        let chunk = asked.chunk;
        runs.time("one", &mut || findings = check(file, schema, 1, chunk));
        runs.time("two", &mut || assert_eq!(check(file, schema, 2, chunk), findings));
    }
    let [scan, one] = ["scan", "one"].map(|name| runs.least_ran(name));
    let [read, clock, two] = ["read", "one", "two"].map(|name| runs.least(name));
    let size = file.metadata().unwrap().len() as f64 / 1e6;
    println!(
        "| {name} | {size:.0} | {read:.3} s | {scan:.3} s | {one:.3} s | {:.2} | {two:.3} s | {:.2} | {findings} |",
        one / scan,
        clock / two,
    );
}

fn main() {
    let asked = Asked::new();
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("schema.json")).expect("the schema is JSON");
    let (schema, faults) = read_schema(&schema, "");
    assert!(faults.is_empty(), "{faults:?}");
    if asked.make.is_none() {
        println!(
            "| table | MB | reading | csv scan | check, 1 thread | check / scan | 2 threads, by the clock | gain | findings |"
        );
        println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }
    for (name, words, shape) in TABLES {
        let mut file = asked.file(name);
        let mut buffer = std::io::BufWriter::with_capacity(1 << 20, &mut file);
        let own = table(asked.rows, shape, &mut buffer).unwrap();
        buffer.flush().unwrap();
        drop(buffer);
        if asked.make.is_none() {
            measure(&asked, &file, words, own.as_ref().unwrap_or(&schema));
        }
    }
}
