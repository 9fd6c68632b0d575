//! Makes what other people's engines judge too.
//!
//! - `oracles conditions SEED QUESTIONNAIRES RESPONSES` writes random questionnaires, and
//!   the sixteen real ones, each with random answers, one case a line.
//! - `oracles surveys DIR` reads cases from standard input and writes each of them as
//!   SurveyJS JSON and XLSForm, with the answers in the words of both and with the
//!   questions that are asked and missing as we see it.
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
        _ => Err("usage: oracles conditions SEED QUESTIONNAIRES RESPONSES | surveys DIR"
            .into()),
    }
}
