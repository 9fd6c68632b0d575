//! Makes what other people's engines judge too.
//!
//! - `oracles conditions SEED QUESTIONNAIRES RESPONSES` writes random questionnaires, and
//!   the sixteen real ones, each with random answers, one case a line.
//! - `oracles surveys DIR` reads cases from standard input and writes each of them as
//!   SurveyJS JSON and XLSForm, with the answers in the words of both and with the
//!   questions that are asked and missing as we see it.
//! - `oracles documents SEED EACH DIR` writes random responses, half of them broken in one
//!   place, with the derived schemas and our verdict on each.
//! - `oracles judge DIR` reads the names of documents from standard input and does the
//!   same for these.
//!
//! The same arguments give the same bytes.
#![expect(
    clippy::disallowed_methods,
    reason = "it writes into a folder of its own that is made anew each time"
)]

use std::io::{BufRead, Write};
use std::path::Path;

mod case;
mod conditions;
mod documents;
// The same ways to break a response as our own test of the derived schemas uses.
#[path = "../../../crates/schema/tests/referee/spoil.rs"]
#[expect(clippy::panic, reason = "it is a part of a test, which fails by panicking")]
mod spoil;
mod surveys;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["conditions", seed, questionnaires, responses] => {
            let mut out = std::io::stdout().lock();
            let (questionnaires, responses) =
                (questionnaires.parse()?, responses.parse()?);
            for case in conditions::cases(seed.parse()?, questionnaires, responses) {
                writeln!(out, "{}", serde_json::to_string(&case)?)?;
            }
            Ok(())
        }
        ["surveys", folder] => {
            for (number, line) in std::io::stdin().lock().lines().enumerate() {
                let case: case::Case = serde_json::from_str(&line?)?;
                let written = surveys::write(&case)?;
                for (extension, bytes) in written.files() {
                    let name = format!("{number:04}.{extension}");
                    std::fs::write(Path::new(folder).join(name), bytes)?;
                }
            }
            Ok(())
        }
        ["documents", seed, each, folder] => {
            documents::write(seed.parse()?, each.parse()?, Path::new(folder))
        }
        ["judge", folder] => {
            let mut documents = Vec::new();
            for line in std::io::stdin().lock().lines() {
                documents.push(serde_json::from_str(&line?)?);
            }
            documents::judge(Path::new(folder), &documents)
        }
        _ => Err("usage: oracles conditions SEED QUESTIONNAIRES RESPONSES | surveys DIR | documents SEED EACH DIR | judge DIR".into()),
    }
}
