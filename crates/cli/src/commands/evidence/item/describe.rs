//! `untoc evidence describe`: the description of an item for portals and archives.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use untoc_export::{to_dcat, to_ro_crate};

use super::list::day;
use crate::error::{CommandError, CommandResult, ErrorKind};
use crate::exit;
use crate::inputs::write_file;
use crate::output::Output;
use crate::session::Session;
use crate::world::{World, show_path};

/// Write the description of an evidence item for a data portal or a research archive.
///
/// A provider that may not be named is not named in them.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence describe court-monitoring-2025 --to dcat
  untoc evidence describe court-monitoring-2025 --to ro-crate --output ro-crate-metadata.json")]
pub(crate) struct Describe {
    /// The item
    #[arg(value_name = "ITEM")]
    item: String,
    /// The form
    #[arg(long, value_name = "FORM", default_value = "json")]
    to: Form,
    /// The file to write; standard output if absent
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite a file that is there
    #[arg(long)]
    force: bool,
}

/// The form of a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// As it stands in evidence.json
    Json,
    /// DCAT, as JSON-LD, for government data portals
    Dcat,
    /// The metadata of an RO-Crate 1.1, for research archives
    RoCrate,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Describe,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let session = Session::open(world)?;
    let item = super::find(&session, &arguments.item)?;
    let Some(description) = &item.description else {
        return Err(CommandError::new(
            ErrorKind::Findings,
            format!("the description of {} cannot be read", item.id),
        )
        .hint("see what is wrong with it: untoc validate"));
    };
    let text = match arguments.to {
        Form::Json => description.to_text(),
        Form::Dcat => to_dcat(description),
        Form::RoCrate => {
            let received =
                item.record.as_ref().and_then(|record| record.received.as_ref());
            let today = world.today().to_string();
            let received = received.map_or(today.as_str(), |received| day(&received.at));
            to_ro_crate(description, received)
        }
    };
    match &arguments.output {
        None => output.text(&text)?,
        Some(path) => {
            write_file(path, text.as_bytes(), arguments.force)?;
            world.tell(&format!("wrote {}", show_path(path)));
        }
    }
    Ok(exit::CLEAN)
}
