//! `untoc schema`: JSON Schemas of the stored formats and of responses.

use clap::{Args, ValueEnum};
use untoc_core::{Level, json, nearest};

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::world::World;

/// Print a JSON Schema (2020-12): of a stored format, or of the responses to one
/// questionnaire with all its conditions.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc schema                                       list the schemas
  untoc schema dossier                               the settings of a dossier
  untoc schema untoc-cluster-1 --level submission    responses to one questionnaire")]
pub(crate) struct Schema {
    /// The name of a format, or the id of a questionnaire
    name: Option<String>,
    /// For responses: how much must hold
    #[arg(long, value_name = "LEVEL", default_value = "draft")]
    level: LevelName,
}

/// How much must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LevelName {
    /// What is there is right
    Draft,
    /// And nothing that is asked is missing
    Submission,
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Draft => Self::Draft,
            LevelName::Submission => Self::Submission,
        }
    }
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Schema,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let Some(name) = &arguments.name else {
        for (name, _) in untoc_schema::SCHEMAS {
            output.line(name)?;
        }
        for id in world.library.ids() {
            output.line(&format!("{id}   responses to this questionnaire"))?;
        }
        return Ok(exit::CLEAN);
    };
    if let Some((_, text)) = untoc_schema::SCHEMAS.iter().find(|(known, _)| known == name)
    {
        output.text(text)?;
        return Ok(exit::CLEAN);
    }
    if let Some(plan) = world.library.get(name) {
        output.text(&json(&untoc_schema::derive(&plan, arguments.level.into())))?;
        return Ok(exit::CLEAN);
    }
    let known = untoc_schema::SCHEMAS
        .iter()
        .map(|(name, _)| *name)
        .chain(world.library.ids().iter().map(|id| id.as_str()));
    let error = CommandError::usage(format!("there is no schema \"{name}\""));
    Err(match nearest(name, known) {
        Some(near) => error.hint(format!("did you mean {near}?")),
        None => error.hint("see the list with: untoc schema"),
    })
}
