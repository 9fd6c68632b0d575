//! `untoc set`: change a setting of the dossier.

use clap::{Args, ValueEnum};

use crate::commands::init::{parse_day, parse_language};
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Change a setting of the dossier; an empty value ("") removes it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc set due 2027-05-31
  untoc set focal-point \"Office of the Attorney General, treaty unit\"
  untoc set focal-point \"\"                       remove it")]
pub(crate) struct Set {
    /// The setting
    setting: Setting,
    /// The new value
    value: String,
}

/// The settings that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Setting {
    /// When the response is due
    Due,
    /// When the review started
    Start,
    /// The focal point: a name or an office
    FocalPoint,
    /// The language of the answers (BCP 47)
    Language,
}

/// Runs the command.
pub(crate) fn run(arguments: &Set, world: &World, output: &mut Output) -> CommandResult {
    let mut session = Session::open(world)?;
    let mut settings = session.settings()?.clone();
    let value = arguments.value.trim();
    let given = (!value.is_empty()).then_some(value);
    let name;
    match arguments.setting {
        Setting::Due => {
            settings.due = given.map(parse_day).transpose()?;
            name = "due date";
        }
        Setting::Start => {
            settings.start = given.map(parse_day).transpose()?;
            name = "start";
        }
        Setting::FocalPoint => {
            settings.focal_point = given.map(str::to_owned);
            name = "focal point";
        }
        Setting::Language => {
            let tag = given
                .ok_or_else(|| CommandError::usage("the language cannot be removed"))?;
            settings.language = parse_language(tag)?;
            name = "language";
        }
    }
    if settings == *session.settings()? {
        output.line(&format!("the {name} is already that"))?;
        return Ok(exit::CLEAN);
    }
    session.save_settings(settings)?;
    match given {
        Some(value) => output.line(&format!("{name}: {value}"))?,
        None => output.line(&format!("{name} removed"))?,
    }
    Ok(exit::CLEAN)
}
