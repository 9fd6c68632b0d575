//! The command line: its commands and the options that all of them share.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use untoc_report::Style;

use crate::commands;

/// Fill in, validate and export a State's answers on the UN Convention against
/// Transnational Organized Crime and its three Protocols.
#[derive(Debug, Parser)]
#[command(
    name = "untoc",
    version,
    disable_help_subcommand = true,
    after_help = "\
Start with:
  untoc demo                                    a complete example, in one go
  untoc init kenya-2026 --state Kenya --instruments untoc,tip --clusters 1
  cd kenya-2026
  untoc fill                                    answer question by question
  untoc status                                  see what is done and what is next

Everything works without network. Nothing you type is lost: see untoc log and untoc undo.
Exit codes: 0 clean; 1 findings; 2 wrong use; 3 input unreadable; 4 output unwritable."
)]
pub(crate) struct Arguments {
    /// The options that every command has.
    #[command(flatten)]
    pub global: Global,
    /// The command; without one, the status of the dossier or a short guide.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The options that every command has.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// The folder of the dossier; by default the nearest one from here upward
    #[arg(long, value_name = "DIR", global = true)]
    pub dossier: Option<PathBuf>,
    /// A folder with questionnaires to use in place of the built-in ones
    #[arg(long, value_name = "DIR", global = true)]
    pub questionnaires: Option<PathBuf>,
    /// Say less; twice: only errors
    #[arg(short, long, action = clap::ArgAction::Count, global = true)]
    pub quiet: u8,
    /// When to use colours; the variable NO_COLOR turns them off as well
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: ColorChoice,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Global {
    /// Returns how to write for the terminal.
    pub(crate) fn style(&self) -> Style {
        let no_color =
            std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colours = match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => std::io::stdout().is_terminal() && !no_color,
        };
        if colours { Style::Coloured } else { Style::Plain }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a complete example: fill, validate and export, in one go
    Demo(commands::demo::Demo),
    /// Make the dossier of a State
    Init(commands::init::Init),
    /// Change a setting of the dossier: due date, focal point, language and others
    Set(commands::set::Set),
    /// Add an instrument or a cluster to the review
    Add(commands::scope::Add),
    /// Remove an instrument or a cluster from the review
    Remove(commands::scope::Remove),
    /// Search the questions, or show one with everything about it
    Questions(commands::questions::Questions),
    /// Answer a question, or say why there is no answer
    Answer(commands::answer::Answer),
    /// Answer question by question, guided
    Fill(commands::fill::Fill),
    /// Show progress, what is next and what is overdue
    Status(commands::status::Status),
    /// List, add or remove contributors
    Contributor(commands::contributor::ContributorArguments),
    /// Ask a contributor for sections or questions
    Assign(commands::assign::Assign),
    /// Confirm answers: the focal point stands by them
    Confirm(commands::confirm::Confirm),
    /// List, add or remove laws, or see where one is cited
    Laws(commands::laws::LawsArguments),
    /// Check a dossier, a response or a questionnaire
    Validate(commands::validate::Validate),
    /// Explain a finding
    /// Print a JSON Schema
    Schema(commands::schema::Schema),
    /// Write the answers as JSON, CSV or a Markdown report
    Export(commands::export::Export),
    /// Bring answers home from a JSON or CSV file
    Import(commands::import::Import),
    /// Show what was changed, when and by whom
    Log(commands::log::Log),
    /// Take back the newest change
    Undo(commands::undo::Undo),
    /// Do again what was taken back
    Redo(commands::undo::Redo),
    /// Print the completions for a shell
    Completions(commands::completions::Completions),
    /// Print the manual page
    Man(commands::man::Man),
}
