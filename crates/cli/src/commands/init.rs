//! `untoc init`: make the dossier of a State.

use std::path::PathBuf;

use clap::Args;
use untoc_core::{Cluster, CountryCode, Day, Instrument, Settings};

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session;
use crate::world::{World, show_path};

/// Make the dossier of a State: a folder with its settings and one response for each
/// questionnaire.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc init exampleland-2026 --state Exampleland --instruments untoc,tip --clusters 1
  untoc init exampleland --state XXA --instruments untoc,tip,som,fp --clusters 1,2 --due 2027-05-31

The folder can be moved, copied and put on a shared drive; only its owner can read it at first.")]
pub(crate) struct Init {
    /// The folder to make
    folder: PathBuf,
    /// The State: its code of three letters (ISO 3166-1) or its name in any of the six languages of the UN
    #[arg(long, value_name = "STATE")]
    state: String,
    /// The instruments under review: untoc (Convention), tip, som, fp
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "untoc")]
    instruments: Vec<String>,
    /// The clusters under review: 1 to 4
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "1")]
    clusters: Vec<String>,
    /// When the response is due
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    /// When the review started
    #[arg(long, value_name = "DATE")]
    start: Option<String>,
    /// The language of the answers (BCP 47)
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
    /// The focal point: a name or an office
    #[arg(long, value_name = "NAME")]
    focal_point: Option<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Init, world: &World, output: &mut Output) -> CommandResult {
    let state = parse_state(&arguments.state)?;
    let mut instruments = Vec::new();
    for text in &arguments.instruments {
        instruments.push(parse_instrument(text)?);
    }
    let mut clusters = Vec::new();
    for text in &arguments.clusters {
        clusters.push(parse_cluster(text)?);
    }
    instruments.sort_unstable();
    instruments.dedup();
    clusters.sort_unstable();
    clusters.dedup();
    let settings = Settings {
        language: parse_language(&arguments.language)?,
        focal_point: arguments.focal_point.clone(),
        start: arguments.start.as_deref().map(parse_day).transpose()?,
        due: arguments.due.as_deref().map(parse_day).transpose()?,
        ..Settings::new(state, instruments, clusters)
    };
    session::create(world, &arguments.folder, &settings)?;
    let folder = show_path(&arguments.folder);
    let name = state.name().unwrap_or(state.as_str());
    output.line(&format!("made the dossier of {name} in {folder}"))?;
    for id in settings.questionnaires() {
        if let Some(plan) = world.library.get(id.as_str()) {
            let (instrument, cluster) = (plan.instrument().name(), plan.cluster());
            let count = plan.len();
            output.line(&format!(
                "  {id}: {instrument}, cluster {cluster}, {count} questions"
            ))?;
        }
    }
    world.tell(&format!("next: cd {folder} && untoc fill"));
    Ok(exit::CLEAN)
}

/// Finds a State by its code or name.
pub(crate) fn parse_state(text: &str) -> Result<CountryCode, CommandError> {
    CountryCode::find(text).map_err(|error| {
        let refused = CommandError::usage(error.to_string());
        match error.nearest {
            Some((code, name)) => refused.hint(format!("did you mean {name} ({code})?")),
            None => refused.hint("give the code of ISO 3166-1 with three letters"),
        }
    })
}

/// Finds an instrument by its code.
pub(crate) fn parse_instrument(text: &str) -> Result<Instrument, CommandError> {
    Instrument::from_code(text).ok_or_else(|| {
        CommandError::usage(format!("\"{}\" is no instrument; expected untoc, tip, som or fp", text.trim()))
            .hint("untoc is the Convention; tip, som and fp are its Protocols on trafficking in persons, smuggling of migrants and firearms")
    })
}

/// Reads the number of a cluster.
pub(crate) fn parse_cluster(text: &str) -> Result<Cluster, CommandError> {
    text.trim().parse().ok().and_then(Cluster::new).ok_or_else(|| {
        CommandError::usage(format!(
            "\"{}\" is no cluster; expected 1, 2, 3 or 4",
            text.trim()
        ))
    })
}

/// Reads a whole day.
pub(crate) fn parse_day(text: &str) -> Result<Day, CommandError> {
    Day::parse(text.trim()).map_err(|_| {
        CommandError::usage(format!("\"{text}\" is not a day"))
            .hint("write year, month and day: 2027-05-31")
    })
}

/// Checks a language tag by its form (BCP 47).
pub(crate) fn parse_language(text: &str) -> Result<String, CommandError> {
    let mut parts = text.split('-');
    let first = parts.next().is_some_and(|p| {
        (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let rest = parts.all(|p| {
        (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if first && rest {
        Ok(text.to_owned())
    } else {
        Err(CommandError::usage(format!("\"{text}\" is no language tag"))
            .hint("use the tags of BCP 47: en, fr, es, ru, ar, zh, pt-BR"))
    }
}
