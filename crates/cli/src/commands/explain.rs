//! `untoc explain`: what a finding means and how to mend it.

use clap::Args;
use untoc_core::{Code, nearest};

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::world::World;

/// Explain a finding: what it means, why it matters, a wrong and a right example, and
/// how to mend it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  untoc explain answer-missing\n  untoc explain --list"
)]
pub(crate) struct Explain {
    /// The code of the finding
    #[arg(required_unless_present = "list")]
    code: Option<String>,
    /// List all codes
    #[arg(long)]
    list: bool,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Explain,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let words = world.words();
    let Some(name) = arguments.code.as_deref().filter(|_| !arguments.list) else {
        output.text(&untoc_report::explain_list(&words, world.screen()))?;
        return Ok(exit::CLEAN);
    };
    let code = Code::from_name(name.trim()).ok_or_else(|| {
        let error =
            CommandError::usage(format!("there is no finding with the code \"{name}\""));
        match nearest(name, Code::ALL.iter().map(|code| code.as_str())) {
            Some(near) => error.hint(format!("did you mean {near}?")),
            None => error.hint("see all codes with: untoc explain --list"),
        }
    })?;
    output.text(&untoc_report::explanation_text(code, &words, world.screen()))?;
    Ok(exit::CLEAN)
}
