//! `untoc questions`: search the questions, or show one with everything about it.

use std::path::Path;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use untoc_core::{Lens, Plan};
use untoc_dossier::{RealDisk, find_upward};
use untoc_report::{
    Asked, Query, question_json, question_text, questionnaires_text, questions_json,
    questions_text, search,
};

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Search the questions, or show one with everything about it.
///
/// Without anything, lists the questionnaires. Inside a dossier, a question is shown with
/// its answer.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc questions                         the questionnaires
  untoc questions untoc-5-q1              one question
  untoc questions --article 5             the questions on an article
  untoc questions witness protection      all questions with these words
  untoc questions --lens gender --questionnaire tip-cluster-2

Cross-cutting views (--lens): gender, human_rights, victim_centred, technical_assistance,
data_collection, national_strategy, civil_society.")]
pub(crate) struct Questions {
    /// The id of a question, or words to search for
    words: Vec<String>,
    /// Only this questionnaire
    #[arg(long, value_name = "ID")]
    questionnaire: Option<String>,
    /// Only this article
    #[arg(long, value_name = "NUMBER")]
    article: Option<String>,
    /// Only questions that serve this cross-cutting view
    #[arg(long, value_name = "VIEW")]
    lens: Option<String>,
    /// How to write the questions
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: FormatName,
}

/// How questions are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    /// For people
    Human,
    /// For programs
    Json,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Questions,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let words = world.words();
    let screen = world.screen();
    if let [id] = arguments.words.as_slice()
        && let Some((plan, slot)) = world.library.find_question(&id.trim().to_lowercase())
    {
        return one(arguments, world, output, &plan, slot);
    }
    let narrowed = arguments.questionnaire.is_some()
        || arguments.article.is_some()
        || arguments.lens.is_some()
        || !arguments.words.is_empty();
    if !narrowed && arguments.format == FormatName::Human {
        output.text(&questionnaires_text(&world.library, &words, screen))?;
        return Ok(exit::CLEAN);
    }
    let hits = search(&world.library, &query(arguments, world)?);
    if hits.is_empty() {
        return Err(nothing_found(arguments, world));
    }
    let asked: Vec<_> =
        hits.iter().map(|hit| Asked::alone(&hit.plan, hit.slot)).collect();
    match arguments.format {
        FormatName::Human => output.text(&questions_text(&asked, &words, screen))?,
        FormatName::Json => output.text(&questions_json(&asked, &words))?,
    }
    Ok(exit::CLEAN)
}

fn query(arguments: &Questions, world: &World) -> Result<Query, CommandError> {
    if let Some(id) = &arguments.questionnaire
        && world.library.get(id).is_none()
    {
        return Err(CommandError::usage(format!("there is no questionnaire {id}"))
            .hint("see the questionnaires with: untoc questions"));
    }
    let lens = match &arguments.lens {
        None => None,
        Some(name) => Some(Lens::from_name(name).ok_or_else(|| {
            let names: Vec<_> = Lens::ALL.iter().map(|lens| lens.as_str()).collect();
            CommandError::usage(format!(
                "\"{name}\" is no cross-cutting view; expected {}",
                crate::value_input::one_of(&names)
            ))
        })?),
    };
    Ok(Query {
        words: arguments.words.join(" "),
        questionnaire: arguments.questionnaire.clone(),
        article: arguments.article.clone(),
        lens,
    })
}

fn nothing_found(arguments: &Questions, world: &World) -> CommandError {
    let searched = arguments.words.join(" ");
    let error = CommandError::usage(if searched.is_empty() {
        "no question fits".to_owned()
    } else {
        format!("no question has \"{searched}\"")
    });
    let plans: Vec<Arc<Plan>> = world.library.plans().collect();
    let ids =
        plans.iter().flat_map(|plan| plan.slots().map(|s| plan.question(s).id.as_str()));
    match untoc_core::nearest(&searched, ids) {
        Some(near) => error.hint(format!("did you mean {near}?")),
        None => error.hint("use fewer or other words; the questions are in English"),
    }
}

/// Shows one question, with its answer where a dossier is at hand.
fn one(
    arguments: &Questions,
    world: &World,
    output: &mut Output,
    plan: &Plan,
    slot: usize,
) -> CommandResult {
    let session = open_quietly(world)?;
    let response =
        session.as_ref().and_then(|session| session.dossier().response(plan.id()));
    let entries = response.map(|response| plan.align(response));
    let states = entries.as_ref().map(|entries| plan.states(entries));
    let asked = match (&entries, &states) {
        (Some(entries), Some(states)) => Asked::in_response(plan, slot, entries, states),
        _ => Asked::alone(plan, slot),
    };
    let words = world.words();
    match arguments.format {
        FormatName::Human => {
            output.text(&question_text(asked, &words, world.screen()))?
        }
        FormatName::Json => output.text(&question_json(asked, &words))?,
    }
    Ok(exit::CLEAN)
}

/// Opens the dossier if there is one; a question can be looked at without.
fn open_quietly(world: &World) -> Result<Option<Session<'_>>, CommandError> {
    let folder = match &world.global.dossier {
        Some(folder) => Some(folder.clone()),
        None => find_upward(&RealDisk, Path::new(&world.folder()?)).ok().flatten(),
    };
    Ok(folder.and_then(|folder| Session::open_at(world, &folder).ok()))
}
