//! `untoc letters`: one letter for each dossier of a report.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use untoc_batch::{LetterOptions, StoredReport, letters};
use untoc_report::LetterForm;

use crate::batch_error::explain_batch;
use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::world::{World, show_path};

/// Write one letter for each dossier of a report: what was found and what to do next.
///
/// A letter lists the findings by article, in plain words, and repeats nothing that people
/// wrote in their own words. A page (html) needs no other file and can be printed or sent
/// as it is; Markdown (md) reads well as the text of a mail.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc validate received --level submission --format json --output night.json
  untoc letters night.json --to html --output letters

Exit codes: 0 the letters are written; 2 the report cannot be used; 3 it could not be read;
4 a letter could not be written.")]
pub(crate) struct Letters {
    /// A report that untoc validate wrote with --format json or jsonl
    #[arg(value_name = "REPORT")]
    report: PathBuf,
    /// The form of the letters
    #[arg(long, value_name = "FORM")]
    to: FormName,
    /// The folder to write them into; it must be empty or not there
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Write into a folder that holds files, and replace letters of the same name
    #[arg(long)]
    force: bool,
}

/// The form of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormName {
    /// A page for the browser and the printer
    Html,
    /// Markdown, for mails
    Md,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Letters,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let report = StoredReport::read(&arguments.report).map_err(explain_batch)?;
    let words = world.words();
    let options = LetterOptions {
        library: &world.library,
        words: &words,
        form: match arguments.to {
            FormName::Html => LetterForm::Html,
            FormName::Md => LetterForm::Markdown,
        },
        replace: arguments.force,
    };
    let made = letters(report, &arguments.output, &options).map_err(explain_batch)?;
    let count = |key: &str, count: usize| words.say(key, &[("count", count.into())]);
    if !world.is_quiet() {
        let written = [
            ("count", made.written.into()),
            ("folder", show_path(&arguments.output).into()),
        ];
        output.line(&words.say("letters-written", &written))?;
    }
    if made.left_out > 0 {
        world.tell(&count("letters-left-out", made.left_out));
    }
    if made.others > 0 {
        world.tell(&count("letters-others", made.others));
    }
    Ok(exit::CLEAN)
}
