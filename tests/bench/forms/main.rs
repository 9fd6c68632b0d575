//! How long a form takes to write and to read back, in each format:
//! `cargo bench -p untoc-export --bench forms`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints and may fail"
)]

use std::time::{Duration, Instant};

use untoc_core::Library;
use untoc_core::sample::{self, Shape};
use untoc_export::{FormFormat, FormOptions, ReadOptions, Subject, form, read_returned};
use untoc_report::Words;

/// How often each is done; the middle time counts.
const ROUNDS: usize = 9;

fn middle(mut act: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            act();
            start.elapsed()
        })
        .collect();
    times.sort();
    times.get(ROUNDS / 2).copied().unwrap_or_default()
}

fn main() {
    let library = Library::embedded();
    let words = Words::load("en");
    let laws = sample::laws();
    // The longest of all questionnaires.
    let plan = library.get("untoc-cluster-4").unwrap();
    let response = sample::complete(&plan, 7, Shape::default());
    let subject = Subject {
        plan: &plan,
        response: &response,
        settings: None,
        laws: Some(&laws),
        evidence: None,
    };
    let made = form(&[subject], &FormOptions::default(), &words);
    let options = ReadOptions { laws: Some(&laws), ..ReadOptions::default() };
    for format in [FormFormat::Word, FormFormat::Excel, FormFormat::Html] {
        let mut bytes = Vec::new();
        let write = middle(|| bytes = format.write(&made, &words).expect("it fits"));
        let read = middle(|| {
            std::hint::black_box(read_returned(&bytes, &library, &options));
        });
        println!(
            "{:<5} {:>8} bytes  write {:>6.1} ms  read {:>6.1} ms",
            format.extension(),
            bytes.len(),
            write.as_secs_f64() * 1e3,
            read.as_secs_f64() * 1e3
        );
    }
}
