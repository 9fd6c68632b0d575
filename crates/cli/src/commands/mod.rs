//! The commands, one a file.

pub(crate) mod answer;
pub(crate) mod assign;
pub(crate) mod compare_reports;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod confirm;
pub(crate) mod contributor;
pub(crate) mod demo;
pub(crate) mod evidence;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fill;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod join_reports;
pub(crate) mod laws;
pub(crate) mod letters;
pub(crate) mod log;
pub(crate) mod man;
pub(crate) mod official;
pub(crate) mod questions;
pub(crate) mod schema;
pub(crate) mod scope;
pub(crate) mod serve;
pub(crate) mod set;
pub(crate) mod show;
pub(crate) mod status;
pub(crate) mod survey;
pub(crate) mod undo;
pub(crate) mod validate;

use crate::args::Command;
use crate::error::CommandResult;
use crate::output::Output;
use crate::world::World;

/// Runs a command; without one, shows the status of the dossier or a short guide.
pub(crate) fn run(
    command: Option<Command>,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    match command {
        None => status::run_bare(world, output),
        Some(Command::Demo(arguments)) => demo::run(&arguments, world, output),
        Some(Command::Init(arguments)) => init::run(&arguments, world, output),
        Some(Command::Set(arguments)) => set::run(&arguments, world, output),
        Some(Command::Add(arguments)) => scope::run_add(&arguments, world, output),
        Some(Command::Remove(arguments)) => scope::run_remove(&arguments, world, output),
        Some(Command::Questions(arguments)) => questions::run(&arguments, world, output),
        Some(Command::Answer(arguments)) => answer::run(&arguments, world, output),
        Some(Command::Fill(arguments)) => fill::run(&arguments, world, output),
        Some(Command::Status(arguments)) => status::run(&arguments, world, output),
        Some(Command::Contributor(arguments)) => {
            contributor::run(&arguments, world, output)
        }
        Some(Command::Assign(arguments)) => assign::run(&arguments, world, output),
        Some(Command::Confirm(arguments)) => confirm::run(&arguments, world, output),
        Some(Command::Laws(arguments)) => laws::run(&arguments, world, output),
        Some(Command::Official(arguments)) => official::run(&arguments, world, output),
        Some(Command::Validate(arguments)) => validate::run(&arguments, world, output),
        Some(Command::Evidence(arguments)) => evidence::run(&arguments, world, output),
        Some(Command::Explain(arguments)) => explain::run(&arguments, world, output),
        Some(Command::JoinReports(arguments)) => {
            join_reports::run(&arguments, world, output)
        }
        Some(Command::CompareReports(arguments)) => {
            compare_reports::run(&arguments, world, output)
        }
        Some(Command::Letters(arguments)) => letters::run(&arguments, world, output),
        Some(Command::Config(arguments)) => config::run(&arguments, world, output),
        Some(Command::Schema(arguments)) => schema::run(&arguments, world, output),
        Some(Command::Export(arguments)) => export::run(&arguments, world, output),
        Some(Command::Import(arguments)) => import::run(&arguments, world, output),
        Some(Command::Serve(arguments)) => serve::run(&arguments, world),
        Some(Command::Log(arguments)) => log::run(&arguments, world, output),
        Some(Command::Undo(arguments)) => undo::run_undo(&arguments, world, output),
        Some(Command::Redo(arguments)) => undo::run_redo(&arguments, world, output),
        Some(Command::Completions(arguments)) => completions::run(&arguments, output),
        Some(Command::Man(arguments)) => man::run(&arguments, world, output),
    }
}
