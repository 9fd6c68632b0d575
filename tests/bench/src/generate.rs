//! Writes a questionnaire of 375 questions and 195 conditions, responses to it, and the
//! key that says which of them are broken and how.
//!
//!     generate DIR [COUNT] [SEED]
//!     generate --real DIR [COUNT] [SEED]
//!     generate --full DIR
//!
//! DIR gets questionnaires/bench-cluster-1.json and common.json, schema.json (derived, at
//! level submission), responses/000001.json and so on, and key.csv. One response in
//! twenty has one fault. The same count and seed give the same bytes. With `--real`, the
//! responses are to the questionnaires of the binary in turn; with `--full`, DIR gets one
//! complete response to each of them.

use std::fs;
use std::io::Write;
use std::path::Path;

use serde_json::Value;
use untoc_core::sample::{self, Broken, Random, Shape};
use untoc_core::{
    EMBEDDED_OPTIONS, Level, Library, Plan, Response, embedded_options, json,
};

const SECTIONS: usize = 15;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, default| {
        words.get(at).map_or(default, |text| text.parse().expect("a number"))
    };
    match words.first().map_or("bench-data", String::as_str) {
        "--full" => write_full(Path::new(words.get(1).expect("a folder"))),
        "--real" => write_real(
            Path::new(words.get(1).expect("a folder")),
            number(2, 1_000),
            number(3, 1),
        ),
        folder => write_set(Path::new(folder), number(1, 1_000), number(2, 1)),
    }
}

/// Writes a complete response to each questionnaire of the binary.
fn write_full(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for plan in Library::embedded().plans() {
        let response = sample::complete(&plan, 1, Shape::default());
        fs::write(folder.join(format!("{}.json", plan.id())), response.to_text())?;
    }
    Ok(())
}

/// Writes responses to the questionnaires of the binary, one after the other in turn.
fn write_real(folder: &Path, count: u64, seed: u64) -> std::io::Result<()> {
    fs::create_dir_all(folder.join("responses"))?;
    let plans: Vec<_> = Library::embedded().plans().collect();
    let plans: Vec<&Plan> = plans.iter().map(AsRef::as_ref).collect();
    let (key, size) = write(folder, &plans, seed, 1..count + 1)?;
    finish(folder, count, &key, size)
}

/// Writes the questionnaire, its schema, the responses and the key.
fn write_set(folder: &Path, count: u64, seed: u64) -> std::io::Result<()> {
    let questionnaire = sample::questionnaire(seed, SECTIONS);
    fs::create_dir_all(folder.join("questionnaires"))?;
    fs::create_dir_all(folder.join("responses"))?;
    fs::write(folder.join("questionnaires/bench-cluster-1.json"), json(&questionnaire))?;
    fs::write(folder.join("questionnaires/common.json"), EMBEDDED_OPTIONS)?;
    let plan =
        Plan::compile(questionnaire, embedded_options()).expect("the sample compiles");
    let schema = untoc_schema::derive(&plan, Level::Submission);
    fs::write(folder.join("schema.json"), json(&schema))?;

    // Two halves on two threads; each response depends on its own number only.
    let half = count / 2;
    let (first, second) = std::thread::scope(|scope| {
        let other = scope.spawn(|| write(folder, &[&plan], seed, half + 1..count + 1));
        (
            write(folder, &[&plan], seed, 1..half + 1),
            other.join().expect("the thread ends"),
        )
    });
    let (mut key, size) = first?;
    let (more, more_size) = second?;
    key.push_str(&more);
    finish(folder, count, &key, size + more_size)
}

/// Writes the key and says what was made.
fn finish(folder: &Path, count: u64, key: &str, size: u64) -> std::io::Result<()> {
    let mut file = fs::File::create(folder.join("key.csv"))?;
    writeln!(file, "file,code,question")?;
    file.write_all(key.as_bytes())?;
    let mean = size / count.max(1);
    println!(
        "{count} responses, {mean} bytes each on average, {} broken",
        key.lines().count()
    );
    Ok(())
}

/// Writes some of the responses; returns their part of the key and their size.
fn write(
    folder: &Path,
    plans: &[&Plan],
    seed: u64,
    numbers: std::ops::Range<u64>,
) -> std::io::Result<(String, u64)> {
    let (mut key, mut size) = (String::new(), 0);
    for (plan, number) in plans.iter().cycle().zip(numbers) {
        let own = seed.wrapping_mul(1_000_003).wrapping_add(number);
        let mut random = Random::new(own);
        let response = sample::complete(plan, own, shape(&mut random));
        let name = format!("{number:06}.json");
        let mut text = response.to_text();
        if number % 20 == 7 {
            let broken = broken(plan, &response, own);
            key.push_str(&format!("{name},{},{}\n", broken.code, broken.question));
            text = broken.text;
        }
        size += text.len() as u64;
        fs::write(folder.join("responses").join(name), text)?;
    }
    Ok((key, size))
}

/// Breaks a response in one place, so that it still is JSON: some of the validators that
/// we compare with stop at the first file that is not.
fn broken(plan: &Plan, response: &Response, seed: u64) -> Broken {
    (0..)
        .filter_map(|more| sample::broken(plan, response, seed.wrapping_add(more << 32)))
        .find(|broken| serde_json::from_str::<Value>(&broken.text).is_ok())
        .expect("most faults leave JSON")
}

/// Few sentences are the rule, many the exception.
fn shape(random: &mut Random) -> Shape {
    let (sentences, rows) = match random.below(20) {
        0..=9 => (1, 1),
        10..=15 => (1, 2),
        16..=18 => (2, 3),
        _ => (4, 4),
    };
    Shape { sentences, rows, no_answer: 5, optional: random.chance(50) }
}
