//! `untoc official`: the official questionnaire, which a State loads itself.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use untoc_core::{Plan, settle};
use untoc_export::{Mapped, OVERLAY_FORMAT, Overlay, read_overlay};
use untoc_report::Privacy;
use untoc_schema::read_stored;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::inputs;
use crate::output::Output;
use crate::session::{Session, explain};
use crate::world::World;

/// Load the official questionnaire, so that answers can be given out in its order.
///
/// The official platform takes answers by hand. A State that has the official
/// questionnaire makes a table of it, with the columns number, text and ids: the ids of
/// the questions here whose answers make an item up, none or several. No official text
/// comes with this tool.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc official import official.xlsx
  untoc export --by official --to html --output enter.html

The table, as CSV:
  number,text,ids
  1,Is it an offence to take part in a group?,untoc-5-q1; untoc-5-q1a
  2,Which authority is responsible?,")]
pub(crate) struct Official {
    /// What to do
    #[command(subcommand)]
    action: Action,
}

/// What to do with the official questionnaire.
#[derive(Debug, Subcommand)]
enum Action {
    /// Read a table (Excel, OpenDocument, CSV) with the columns number, text and ids
    Import {
        /// The table
        file: PathBuf,
        /// Say what would be read and change nothing
        #[arg(long)]
        dry_run: bool,
        /// Replace the official questionnaire that is there
        #[arg(long)]
        force: bool,
    },
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Official,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let Action::Import { file, dry_run, force } = &arguments.action;
    let session = Session::open(world)?;
    let bytes = inputs::read_bytes(file)?;
    let plans = session.plans();
    let plans: Vec<&Plan> = plans.iter().map(|plan| &**plan).collect();
    let mapped = read_overlay(&bytes, session.library(), &plans);
    let name = inputs::name_of(file);
    let Some(overlay) = &mapped.overlay else {
        return Err(inputs::refused(&name, mapped.findings));
    };
    if !dry_run {
        if session.dossier().official().map_err(|error| explain(&error))?.is_some()
            && !force
        {
            return Err(CommandError::usage(
                "there is an official questionnaire already",
            )
            .hint("use --force to replace it"));
        }
        let kept = session.dossier().keep_official(&overlay.to_text());
        kept.map_err(|error| explain(&error))?;
    }
    tell(world, output, overlay, &mapped, &name)?;
    if *dry_run {
        output.line("nothing was changed")?;
    }
    Ok(if mapped.findings.is_empty() { exit::CLEAN } else { exit::FINDINGS })
}

/// Tells what was read and what is open on either side.
fn tell(
    world: &World,
    output: &mut Output,
    overlay: &Overlay,
    mapped: &Mapped,
    name: &str,
) -> Result<(), CommandError> {
    let words = world.words();
    let mut findings = mapped.findings.clone();
    for finding in &mut findings {
        finding.set_file(name);
    }
    for finding in &settle(findings) {
        let table = finding.place().and_then(|place| place.table.as_ref());
        let row = table.and_then(|table| table.row);
        let row = row.map(|row| format!("row {row}: ")).unwrap_or_default();
        let message = words.message(finding, Privacy::Shown);
        output.line(&format!("{}: {row}{message}", finding.severity.as_str()))?;
        if let Some(hint) = words.hint(finding, Privacy::Shown) {
            output.line(&format!("    {hint}"))?;
        }
    }
    let items = overlay.entries.len();
    let without = mapped.items_without.len();
    output.line(&format!(
        "{items} official items, {without} of them without a question here"
    ))?;
    list(output, &mapped.items_without)?;
    let ids: Vec<String> =
        mapped.questions_without.iter().map(ToString::to_string).collect();
    output.line(&format!(
        "{} questions under review stand in no official item",
        ids.len()
    ))?;
    list(output, &ids)
}

/// The most entries that are listed.
const LISTED: usize = 60;

fn list(output: &mut Output, entries: &[String]) -> Result<(), CommandError> {
    for entry in entries.iter().take(LISTED) {
        let short: String = entry.chars().take(70).collect();
        output.line(&format!("  {short}"))?;
    }
    if entries.len() > LISTED {
        output.line(&format!("  and {} more", entries.len() - LISTED))?;
    }
    Ok(())
}

/// Returns the official questionnaire of the dossier, or that of a file.
pub(crate) fn load(
    session: &Session<'_>,
    file: Option<&PathBuf>,
) -> Result<Overlay, CommandError> {
    let (text, name) = match file {
        Some(file) => (inputs::read_text(file)?, inputs::name_of(file)),
        None => {
            let kept = session.dossier().official().map_err(|error| explain(&error))?;
            let text = kept.ok_or_else(|| {
                CommandError::usage("there is no official questionnaire in this dossier")
                    .hint("make a table of it with the columns number, text and ids, and load it with: untoc official import FILE")
            })?;
            (text, "official.json".to_owned())
        }
    };
    let read = read_stored::<Overlay>(&text, "overlay", OVERLAY_FORMAT);
    read.value.ok_or_else(|| inputs::refused(&name, read.findings))
}
