//! `untoc laws`: the register of laws that answers cite.

use clap::{Args, Subcommand};
use untoc_core::{
    Law, LawId, LawKind, Laws, PartialDate, Value, is_web_link, nearest, slug,
};

use crate::commands::init::parse_language;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::value_input::one_of;
use crate::world::World;

/// List, add or remove laws, or see where one is cited.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc laws add \"Criminal Code\" --kind code --date 2005 --link https://laws.example/criminal-code
  untoc laws list
  untoc laws where criminal-code
  untoc answer untoc-5-q1a --add-row \"law=criminal-code; provision=art. 210\"")]
pub(crate) struct LawsArguments {
    /// What to do
    #[command(subcommand)]
    action: Option<Action>,
}

/// What to do with laws.
#[derive(Debug, Subcommand)]
enum Action {
    /// List the laws
    List,
    /// Add a law, or change what is known of one
    Add(Add),
    /// Show where a law is cited
    Where {
        /// The id of the law
        id: String,
    },
    /// Remove a law that is cited nowhere
    Remove {
        /// The id of the law
        id: String,
    },
}

/// Add a law, or change what is known of one.
#[derive(Debug, Args)]
struct Add {
    /// The title
    title: String,
    /// The id by which answers cite it; made of the title if absent
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// constitution, act, regulation, code, case_law, policy or other
    #[arg(long, value_name = "KIND", default_value = "act")]
    kind: String,
    /// When it was adopted or entered into force, as far as known
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// The language of the text (BCP 47)
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Where the text can be read
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    /// Where it stands in UNODC's portal SHERLOC
    #[arg(long, value_name = "URL")]
    sherloc: Option<String>,
    /// European Legislation Identifier
    #[arg(long, value_name = "ELI")]
    eli: Option<String>,
    /// European Case Law Identifier
    #[arg(long, value_name = "ECLI")]
    ecli: Option<String>,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &LawsArguments,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    match &arguments.action {
        None | Some(Action::List) => list(&session, output),
        Some(Action::Add(arguments)) => add(arguments, &mut session, output),
        Some(Action::Where { id }) => cited(id, &session, output),
        Some(Action::Remove { id }) => remove(id, &mut session, output),
    }
}

fn list(session: &Session<'_>, output: &mut Output) -> CommandResult {
    let laws = session.laws()?;
    if laws.laws.is_empty() {
        output.line("the register of laws is empty")?;
        output.line("add one with: untoc laws add \"Criminal Code\" --kind code")?;
    }
    for law in &laws.laws {
        let date = law.date.map(|date| format!(", {date}")).unwrap_or_default();
        let kind = law.kind.as_str().replace('_', " ");
        output.line(&format!("{}  {} ({kind}{date})", law.id, law.title))?;
        let count = citations(session, law.id.as_str())?.len();
        let word = if count == 1 { "answer" } else { "answers" };
        output.line(&format!("    cited by {count} {word}"))?;
    }
    Ok(exit::CLEAN)
}

fn add(arguments: &Add, session: &mut Session<'_>, output: &mut Output) -> CommandResult {
    let mut laws = session.laws()?.clone();
    let title = arguments.title.trim();
    let id = match &arguments.id {
        Some(id) => id.trim().to_owned(),
        None => slug(title).ok_or_else(|| {
            CommandError::usage(format!("no id can be made of the title \"{title}\""))
                .hint("give one with --id, for example --id criminal-code")
        })?,
    };
    let id = LawId::parse(&id).map_err(|error| {
        CommandError::usage(format!("\"{id}\" cannot be an id: {error}"))
    })?;
    let kind = LawKind::from_name(&arguments.kind).ok_or_else(|| {
        let names: Vec<_> = LawKind::ALL.iter().map(|kind| kind.as_str()).collect();
        CommandError::usage(format!(
            "\"{}\" is no kind of law; expected {}",
            arguments.kind,
            one_of(&names)
        ))
    })?;
    for link in [&arguments.link, &arguments.sherloc].into_iter().flatten() {
        if !is_web_link(link) {
            return Err(CommandError::usage(format!("\"{link}\" is no web address"))
                .hint("copy it from the browser; it begins with https://"));
        }
    }
    let date = match &arguments.date {
        None => None,
        Some(text) => Some(
            PartialDate::parse(text)
                .map_err(|error| CommandError::usage(error.to_string()))?,
        ),
    };
    let law = Law {
        id: id.clone(),
        title: title.to_owned(),
        kind,
        date,
        language: arguments.language.as_deref().map(parse_language).transpose()?,
        link: arguments.link.clone(),
        sherloc: arguments.sherloc.clone(),
        eli: arguments.eli.clone(),
        ecli: arguments.ecli.clone(),
    };
    let known = laws.laws.iter().position(|known| known.id == id);
    let verb = if known.is_some() { "changed" } else { "added" };
    match known.and_then(|at| laws.laws.get_mut(at)) {
        Some(slot) => {
            // What is not given again stays as it was.
            *slot = Law {
                date: law.date.or(slot.date),
                language: law.language.or(slot.language.take()),
                link: law.link.or(slot.link.take()),
                sherloc: law.sherloc.or(slot.sherloc.take()),
                eli: law.eli.or(slot.eli.take()),
                ecli: law.ecli.or(slot.ecli.take()),
                ..law
            };
        }
        None => laws.laws.push(law),
    }
    laws.laws.sort_by(|a, b| a.id.cmp(&b.id));
    session.save_laws(laws)?;
    output.line(&format!("{verb} law {id}"))?;
    Ok(exit::CLEAN)
}

fn cited(id: &str, session: &Session<'_>, output: &mut Output) -> CommandResult {
    check_law(session.laws()?, id)?;
    let found = citations(session, id)?;
    if found.is_empty() {
        output.line(&format!("{id} is cited by no answer"))?;
    }
    for (question, provision) in found {
        output.line(&format!("{question}  {provision}"))?;
    }
    Ok(exit::CLEAN)
}

fn remove(id: &str, session: &mut Session<'_>, output: &mut Output) -> CommandResult {
    check_law(session.laws()?, id)?;
    let count = citations(session, id)?.len();
    if count > 0 {
        return Err(CommandError::usage(format!("{id} is still cited {count} times"))
            .hint(format!("see where with: untoc laws where {id}")));
    }
    let mut laws = session.laws()?.clone();
    laws.laws.retain(|law| law.id.as_str() != id);
    session.save_laws(laws)?;
    output.line(&format!("removed law {id}"))?;
    Ok(exit::CLEAN)
}

fn check_law(laws: &Laws, id: &str) -> Result<(), CommandError> {
    if laws.get(id).is_some() {
        return Ok(());
    }
    let error = CommandError::usage(format!("there is no law {id} in the register"));
    Err(match nearest(id, laws.laws.iter().map(|law| law.id.as_str())) {
        Some(near) => error.hint(format!("did you mean {near}?")),
        None => error.hint("see the laws with: untoc laws list"),
    })
}

/// Returns the questions whose answers cite a law, each with the provision.
fn citations(
    session: &Session<'_>,
    id: &str,
) -> Result<Vec<(String, String)>, CommandError> {
    let mut found = Vec::new();
    for plan in session.plans() {
        for (question, entry) in session.response(&plan)?.answers.iter() {
            let rows = entry.value.as_ref().and_then(Value::as_rows).unwrap_or_default();
            for row in rows.iter().filter(|row| row.text("law") == Some(id)) {
                let provision = row.text("provision").unwrap_or("no provision given");
                found.push((question.to_string(), provision.to_owned()));
            }
        }
    }
    Ok(found)
}
