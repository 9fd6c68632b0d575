//! What is measured.

use std::fs::File;
use std::hint::black_box;
use std::io::Read;

use serde_json::Value;
use untoc_core::{Context, Finding, Level, Severity, Surroundings, check_response};
use untoc_schema::{Scratch, Verdict, quick, read_response};

use crate::set::{Set, TODAY};

/// A way through all responses.
pub struct Step {
    /// What is done.
    pub name: &'static str,
    /// Does it.
    pub run: fn(&Set),
    /// Whether the ratio needs it.
    pub for_ratio: bool,
}

/// What others are compared with.
pub const BASE: &str = "serde_json `Value`";

/// What a run does with each text in memory: the fast path, and the full one for those
/// that need it.
pub const VALIDATE: &str = "validate: fast, and in full where needed";

const fn step(name: &'static str, run: fn(&Set)) -> Step {
    Step { name, run, for_ratio: false }
}

pub const STEPS: &[Step] = &[
    step("read the files", read_files),
    step("check UTF-8 (std)", |set| each(set, |text| std::str::from_utf8(text).is_ok())),
    Step {
        name: BASE,
        run: |set| each(set, |text| serde_json::from_slice::<Value>(text).is_ok()),
        for_ratio: true,
    },
    step("simd-json tape", |set| {
        simd(set, |text, buffers| simd_json::to_tape_with_buffers(text, buffers).is_ok())
    }),
    step("simd-json borrowed value", |set| {
        simd(set, |text, buffers| {
            simd_json::to_borrowed_value_with_buffers(text, buffers).is_ok()
        })
    }),
    step("sonic-rs `Value`", |set| {
        each(set, |text| sonic_rs::from_slice::<sonic_rs::Value>(text).is_ok());
    }),
    step("fast path", |set| {
        let mut scratch = Scratch::new();
        each(set, |text| quick(&set.quick, text, &mut scratch));
    }),
    Step { name: VALIDATE, run: |set| each_found(set, judge), for_ratio: true },
    step("read the files and validate", read_and_validate),
    step("read into the model, faults of form", |set| {
        each(set, |text| {
            std::str::from_utf8(text).map(|text| read_response(text, &set.library))
        });
    }),
    step("validate in full", |set| each(set, |text| full(set, text).len())),
    step("validate the broken ones in full (µs a broken one)", |set| {
        // As many as there are responses, so that the figure is one document's.
        let broken: Vec<&Vec<u8>> = set.key.keys().map(|&at| &set.texts[at]).collect();
        for text in broken.iter().cycle().take(set.texts.len()) {
            black_box(full(set, text).len());
        }
    }),
    step("jsonschema crate: serde_json `Value` and `is_valid`", |set| {
        each(set, |text| {
            serde_json::from_slice(text).is_ok_and(|value| set.validator.is_valid(&value))
        });
    }),
];

/// Calls `work` with every text.
fn each<T>(set: &Set, mut work: impl FnMut(&[u8]) -> T) {
    for text in &set.texts {
        black_box(work(text));
    }
}

/// Calls `judge` with every text and one scratch.
fn each_found(set: &Set, judge: fn(&Set, &[u8], &mut Scratch) -> Vec<Finding>) {
    let mut scratch = Scratch::new();
    each(set, |text| judge(set, text, &mut scratch));
}

/// Calls `work` with a copy of every text, since simd-json changes what it reads.
fn simd(set: &Set, work: fn(&mut [u8], &mut simd_json::Buffers) -> bool) {
    let mut buffers = simd_json::Buffers::default();
    let mut copy = Vec::new();
    each(set, |text| {
        copy.clear();
        copy.extend_from_slice(text);
        work(&mut copy, &mut buffers)
    });
}

fn read_files(set: &Set) {
    let mut buffer = Vec::new();
    for path in &set.paths {
        read(path, &mut buffer);
        black_box(buffer.len());
    }
}

fn read_and_validate(set: &Set) {
    let (mut buffer, mut scratch) = (Vec::new(), Scratch::new());
    for path in &set.paths {
        read(path, &mut buffer);
        black_box(judge(set, &buffer, &mut scratch));
    }
}

/// Reads a file into a buffer that is used again.
fn read(path: &std::path::Path, buffer: &mut Vec<u8>) {
    buffer.clear();
    File::open(path)
        .and_then(|mut file| file.read_to_end(buffer))
        .expect("a readable file");
}

/// Judges a text as a run does.
fn judge(set: &Set, text: &[u8], scratch: &mut Scratch) -> Vec<Finding> {
    match quick(&set.quick, text, scratch) {
        Verdict::Clean => Vec::new(),
        Verdict::Look => full(set, text),
    }
}

/// Finds everything.
fn full(set: &Set, text: &[u8]) -> Vec<Finding> {
    let text = std::str::from_utf8(text).expect("the generator writes UTF-8");
    let read = read_response(text, &set.library);
    let mut findings = read.findings;
    if let Some(response) = &read.value {
        let around = Surroundings::default();
        let context = Context::new(&set.plan, response, around, Level::Submission, TODAY);
        findings.extend(check_response(&context));
    }
    findings
}

/// Compares the verdicts of every way of looking with the key.
pub fn agree(set: &Set) -> Result<(), String> {
    let mut scratch = Scratch::new();
    for (at, text) in set.texts.iter().enumerate() {
        let name = set.paths[at].display();
        let expected = set.key.get(&at);
        let fast = quick(&set.quick, text, &mut scratch);
        if (fast == Verdict::Look) != expected.is_some() {
            return Err(format!(
                "{name}: the fast path says {fast:?}, the key {expected:?}"
            ));
        }
        let findings = full(set, text);
        let errors: Vec<String> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.code.to_string())
            .collect();
        if errors.iter().collect::<Vec<_>>()
            != expected.iter().copied().collect::<Vec<_>>()
        {
            return Err(format!("{name}: found {errors:?}, the key says {expected:?}"));
        }
        let schema = serde_json::from_slice(text)
            .is_ok_and(|value| set.validator.is_valid(&value));
        // A key that stands twice is nothing that a schema sees.
        let unseen = matches!(expected.map(String::as_str), Some("key-duplicate"));
        if !unseen && schema != expected.is_none() {
            return Err(format!(
                "{name}: the schema says {schema}, the key {expected:?}"
            ));
        }
    }
    Ok(())
}
