//! `untoc evidence link` and `unlink`: evidence behind answers.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use untoc_core::{Change, Changes, Entry, EvidenceLink, Plan, QuestionId, Stance};
use untoc_dossier::{Via, linked, unlinked};

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Link an evidence item to an answer, and say what it shows.
///
/// Linking it again changes what it shows. Evidence is material behind an answer, not
/// proof for a court.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence link untoc-5-q1 court-monitoring-2025 --stance supports
  untoc evidence link untoc-5-q1 court-monitoring-2025 --stance contradicts --note \"Table 2\"")]
pub(crate) struct Link {
    /// The question
    #[arg(value_name = "QUESTION")]
    question: String,
    /// The evidence item
    #[arg(value_name = "ITEM")]
    item: String,
    /// What the item shows about the answer
    #[arg(long, value_name = "STANCE")]
    stance: StanceName,
    /// Where in the item, or why
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The contributor or person who links it
    #[arg(long, value_name = "ID")]
    by: Option<String>,
}

/// What an evidence item shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum StanceName {
    /// It supports the answer
    Supports,
    /// It contradicts the answer
    Contradicts,
    /// It gives background
    Context,
}

/// Take the link between an evidence item and an answer away.
#[derive(Debug, Args)]
pub(crate) struct Unlink {
    /// The question
    #[arg(value_name = "QUESTION")]
    question: String,
    /// The evidence item
    #[arg(value_name = "ITEM")]
    item: String,
}

/// Runs `untoc evidence link`.
pub(crate) fn run(arguments: &Link, world: &World, output: &mut Output) -> CommandResult {
    let mut session = Session::open(world)?;
    let item = super::find(&session, &arguments.item)?;
    let (plan, slot) = session.find_question(&arguments.question)?;
    let question = plan.question(slot).id.clone();
    let stance = match arguments.stance {
        StanceName::Supports => Stance::Supports,
        StanceName::Contradicts => Stance::Contradicts,
        StanceName::Context => Stance::Context,
    };
    let before = session.response(&plan)?.answers.get(question.as_str()).cloned();
    let link =
        EvidenceLink { item: item.id.clone(), stance, note: arguments.note.clone() };
    let after = linked(before.clone(), link);
    let note_missing =
        stance == Stance::Contradicts && after.note.is_none() && !after.is_open();
    record(&mut session, &plan, &question, before, Some(after), arguments.by.as_deref())?;
    output.line(&format!("linked {} to {question}: {}", item.id, stance.as_str()))?;
    if note_missing {
        world.tell(&format!(
            "say why the answer stands all the same: untoc answer {question} --note \"…\""
        ));
    }
    Ok(exit::CLEAN)
}

/// Runs `untoc evidence unlink`.
pub(crate) fn run_unlink(
    arguments: &Unlink,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let (plan, slot) = session.find_question(&arguments.question)?;
    let question = plan.question(slot).id.clone();
    let before = session.response(&plan)?.answers.get(question.as_str()).cloned();
    let item = arguments.item.trim();
    let has_link =
        |entry: &Entry| entry.evidence.iter().any(|link| link.item.as_str() == item);
    let Some(entry) = before.clone().filter(has_link) else {
        return Err(CommandError::usage(format!("{question} has no link to {item}"))
            .hint(format!("see its links with: untoc evidence show {item}")));
    };
    let after = unlinked(entry, item);
    record(&mut session, &plan, &question, before, after, None)?;
    output.line(&format!("took the link from {question} to {item} away"))?;
    Ok(exit::CLEAN)
}

fn record(
    session: &mut Session<'_>,
    plan: &Arc<Plan>,
    question: &QuestionId,
    before: Option<Entry>,
    after: Option<Entry>,
    by: Option<&str>,
) -> Result<(), CommandError> {
    let changes = Changes(vec![Change { question: question.clone(), before, after }]);
    session.record(plan, changes, Via::Evidence, by)
}
