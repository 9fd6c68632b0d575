//! Measures on one thread how long it takes to read, to parse and to validate responses.
//!
//!     measure DIR [ROUNDS] [--ratio] [--only=PART]
//!
//! DIR comes from `generate`. Each step runs once in each round, in turn, so that what
//! disturbs one disturbs all; the table has medians. It stops if a verdict differs from
//! the key. With `--ratio` only the bench that holds on any machine runs, and it fails if
//! validating takes longer than serde_json takes to parse the same text into a `Value`.
//! With `--only` the steps run that have this part in their name.

mod clock;
mod set;
mod steps;

use std::path::Path;
use std::process::ExitCode;

use clock::Clock;
use set::Set;
use steps::STEPS;

fn main() -> ExitCode {
    let (options, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let folder = words.first().map_or("bench-data", String::as_str);
    let rounds = words.get(1).map_or(5, |text| text.parse().expect("a number of rounds"));
    let ratio_only = options.iter().any(|option| option == "--ratio");

    let set = Set::load(Path::new(folder));
    if let Err(difference) = steps::agree(&set) {
        eprintln!("the verdicts differ from the key: {difference}");
        return ExitCode::FAILURE;
    }
    let count = set.texts.len();
    let bytes: usize = set.texts.iter().map(Vec::len).sum();
    println!(
        "{count} responses, {} kB on average, {} of them broken; every verdict as in the key",
        bytes / count / 1000,
        set.key.len()
    );
    let only = options.iter().find_map(|option| option.strip_prefix("--only="));
    let wanted = |step: &&steps::Step| {
        (!ratio_only || step.for_ratio)
            && only.is_none_or(|part| step.name.contains(part))
    };
    let chosen: Vec<&steps::Step> = STEPS.iter().filter(wanted).collect();
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); chosen.len()];
    // The first round warms up.
    for round in 0..=rounds {
        for (step, times) in chosen.iter().zip(&mut times) {
            let clock = Clock::start();
            (step.run)(&set);
            if round > 0 {
                times.push(clock.microseconds());
            }
        }
    }
    let per = count as f64;
    let medians: Vec<f64> = times.into_iter().map(|times| median(times) / per).collect();
    println!(
        "\n| step | µs a document | MB/s | against serde_json |\n| --- | ---: | ---: | ---: |"
    );
    let of = |name| {
        chosen.iter().position(|s| s.name == name).map_or(f64::NAN, |at| medians[at])
    };
    let base = of(steps::BASE);
    for (step, median) in chosen.iter().zip(&medians) {
        let speed = bytes as f64 / per / median;
        println!("| {} | {median:.1} | {speed:.0} | {:.2} |", step.name, median / base);
    }
    if only.is_some() {
        return ExitCode::SUCCESS;
    }
    let ratio = of(steps::VALIDATE) / base;
    println!(
        "\nvalidating takes {ratio:.2} times what serde_json takes to parse (at most 1.00, goal 0.65)"
    );
    if ratio <= 1.0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
