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
  untoc init exampleland-2026 --state Exampleland --instruments untoc,tip --clusters 1
  cd exampleland-2026
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
    /// The language of the program's own words
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = known_language, global = true)]
    pub lang: String,
    /// Say more: every finding and every section by itself
    #[arg(short, long, action = clap::ArgAction::Count, global = true, conflicts_with = "quiet")]
    pub verbose: u8,
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
    Demo(commands::demo::Demo),
    Init(commands::init::Init),
    Set(commands::set::Set),
    Add(commands::scope::Add),
    Remove(commands::scope::Remove),
    Questions(commands::questions::Questions),
    Answer(commands::answer::Answer),
    Fill(commands::fill::Fill),
    Status(commands::status::Status),
    Contributor(commands::contributor::ContributorArguments),
    Assign(commands::assign::Assign),
    Confirm(commands::confirm::Confirm),
    Laws(commands::laws::LawsArguments),
    Official(commands::official::Official),
    Validate(commands::validate::Validate),
    Evidence(commands::evidence::Evidence),
    Explain(commands::explain::Explain),
    JoinReports(commands::join_reports::JoinReports),
    CompareReports(commands::compare_reports::CompareReports),
    Letters(commands::letters::Letters),
    Config(commands::config::ConfigCommand),
    Schema(commands::schema::Schema),
    Export(commands::export::Export),
    Import(commands::import::Import),
    Serve(commands::serve::Serve),
    Log(commands::log::Log),
    Undo(commands::undo::Undo),
    Redo(commands::undo::Redo),
    Completions(commands::completions::Completions),
    Man(commands::man::Man),
}

/// Accepts the languages that the words are in.
fn known_language(text: &str) -> Result<String, String> {
    let known: Vec<_> = untoc_report::Words::spoken().collect();
    if known.contains(&text) {
        return Ok(text.to_owned());
    }
    Err(format!("the words of this program are in: {}", known.join(", ")))
}
