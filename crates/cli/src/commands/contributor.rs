//! `untoc contributor`: the agencies and people who contribute answers.

use clap::{Args, Subcommand};
use untoc_core::{Contributor, ContributorId, embedded_options, nearest, slug};

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// List, add or remove contributors: the agencies and people who give answers.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc contributor add \"Ministry of Justice\" --contact \"treaties@justice.example\" --holds ministry_of_justice
  untoc contributor list
  untoc assign untoc-5 untoc-6 --to ministry-of-justice --due 2027-02-15")]
pub(crate) struct ContributorArguments {
    /// What to do
    #[command(subcommand)]
    action: Option<Action>,
}

/// What to do with contributors.
#[derive(Debug, Subcommand)]
enum Action {
    /// Add a contributor, or change what is known of one
    Add(Add),
    /// List the contributors
    List,
    /// Remove a contributor who is asked for nothing
    Remove {
        /// The id of the contributor
        id: String,
    },
}

/// Add a contributor, or change what is known of one.
#[derive(Debug, Args)]
struct Add {
    /// The name
    name: String,
    /// The id by which assignments name it; made of the name if absent
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// How to reach it: an address, a phone number, an e-mail address
    #[arg(long, value_name = "TEXT")]
    contact: Option<String>,
    /// What kinds of agency it is, for untoc assign --suggest (see the list with --holds "?")
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    holds: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &ContributorArguments,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    match &arguments.action {
        Some(Action::Add(arguments)) => add(arguments, &mut session, output),
        None | Some(Action::List) => list(&session, output),
        Some(Action::Remove { id }) => remove(id, &mut session, output),
    }
}

fn add(arguments: &Add, session: &mut Session<'_>, output: &mut Output) -> CommandResult {
    let mut settings = session.settings()?.clone();
    let name = arguments.name.trim();
    let id = match &arguments.id {
        Some(id) => id.trim().to_owned(),
        None => slug(name).ok_or_else(|| {
            CommandError::usage(format!("no id can be made of the name \"{name}\""))
                .hint("give one with --id, for example --id justice")
        })?,
    };
    let id = ContributorId::parse(&id).map_err(|error| {
        CommandError::usage(format!("\"{id}\" cannot be an id: {error}"))
    })?;
    let mut holds = Vec::new();
    for kind in &arguments.holds {
        holds.push(parse_holder(kind)?);
    }
    let known = settings.contributors.iter_mut().find(|contributor| contributor.id == id);
    let verb = if known.is_some() { "changed" } else { "added" };
    match known {
        Some(contributor) => {
            name.clone_into(&mut contributor.name);
            if arguments.contact.is_some() {
                contributor.contact.clone_from(&arguments.contact);
            }
            if !holds.is_empty() {
                contributor.holds = holds;
            }
        }
        None => settings.contributors.push(Contributor {
            id: id.clone(),
            name: name.to_owned(),
            contact: arguments.contact.clone(),
            holds,
        }),
    }
    settings.contributors.sort_by(|a, b| a.id.cmp(&b.id));
    session.save_settings(settings)?;
    output.line(&format!("{verb} contributor {id}"))?;
    Ok(exit::CLEAN)
}

fn parse_holder(text: &str) -> Result<String, CommandError> {
    let folded = text.trim().to_lowercase().replace([' ', '-'], "_");
    let set = embedded_options().option_sets.get("holders");
    let holders = set.map_or(&[][..], Vec::as_slice);
    if holders.iter().any(|choice| choice.value == folded) {
        return Ok(folded);
    }
    let values = || holders.iter().map(|choice| choice.value.as_str());
    let error = CommandError::usage(format!(
        "\"{}\" is no kind of agency that is known",
        text.trim()
    ));
    let error = match nearest(&folded, values()) {
        Some(near) => error.hint(format!("did you mean {near}?")),
        None => error,
    };
    Err(error.hint(format!("the kinds are {}", values().collect::<Vec<_>>().join(", "))))
}

fn list(session: &Session<'_>, output: &mut Output) -> CommandResult {
    let settings = session.settings()?;
    if settings.contributors.is_empty() {
        output.line("there are no contributors yet")?;
        output.line("add one with: untoc contributor add \"Ministry of Justice\" --holds ministry_of_justice")?;
    }
    for contributor in &settings.contributors {
        let count =
            settings.assignments.iter().filter(|a| a.to == contributor.id).count();
        let contact = contributor.contact.as_deref().unwrap_or("no contact given");
        output.line(&format!("{}  {}  ({contact})", contributor.id, contributor.name))?;
        output.line(&format!(
            "    asked for {count} sections or questions; see untoc status"
        ))?;
    }
    Ok(exit::CLEAN)
}

fn remove(id: &str, session: &mut Session<'_>, output: &mut Output) -> CommandResult {
    session.check_contributor(id)?;
    let mut settings = session.settings()?.clone();
    if settings.assignments.iter().any(|a| a.to.as_str() == id) {
        return Err(CommandError::usage(format!(
            "{id} is still asked for sections or questions"
        ))
        .hint(format!("take them back with: untoc assign --remove SECTION… --to {id}")));
    }
    settings.contributors.retain(|contributor| contributor.id.as_str() != id);
    session.save_settings(settings)?;
    output.line(&format!(
        "removed contributor {id}; answers that name it stay as they are"
    ))?;
    Ok(exit::CLEAN)
}
