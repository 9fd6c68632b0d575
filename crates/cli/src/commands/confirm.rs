//! `untoc confirm`: the focal point stands by answers.

use clap::Args;
use untoc_core::{Change, Changes, Plan, State, Status};

use untoc_dossier::Via;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Confirm answers: the focal point has read them and stands by them.
///
/// An answer that is changed later is a draft again.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  untoc confirm untoc-5-q1 untoc-5-q2\n  untoc confirm --section untoc-5"
)]
pub(crate) struct Confirm {
    /// The ids of questions
    #[arg(value_name = "QUESTION", required_unless_present = "section")]
    questions: Vec<String>,
    /// All answers of a section
    #[arg(long, value_name = "ID")]
    section: Option<String>,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Confirm,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    let mut chosen: Vec<(std::sync::Arc<Plan>, Vec<usize>)> = Vec::new();
    if let Some(section) = &arguments.section {
        let plan = session.find_section(section)?;
        let slots =
            plan.slots().filter(|&s| plan.section(s).id.as_str() == section).collect();
        chosen.push((plan, slots));
    }
    for question in &arguments.questions {
        let (plan, slot) = session.find_question(question)?;
        match chosen.iter_mut().find(|(known, _)| known.id() == plan.id()) {
            Some((_, slots)) => slots.push(slot),
            None => chosen.push((plan, vec![slot])),
        }
    }
    let mut confirmed = 0_usize;
    let mut open = Vec::new();
    for (plan, slots) in chosen {
        let response = session.response(&plan)?;
        let entries = plan.align(response);
        let states = plan.states(&entries);
        let mut changes = Vec::new();
        for slot in slots {
            let question = &plan.question(slot).id;
            let entry = entries.get(slot).copied().flatten();
            match entry {
                Some(entry) if entry.status() == Status::Confirmed => {}
                Some(entry) if !entry.is_open() => {
                    let mut after = entry.clone();
                    after.status = Some(Status::Confirmed);
                    changes.push(Change {
                        question: question.clone(),
                        before: Some(entry.clone()),
                        after: Some(after),
                    });
                }
                Some(_) | None => {
                    if states.get(slot) == Some(&State::Asked) {
                        open.push(question.to_string());
                    }
                }
            }
        }
        confirmed += changes.len();
        if !changes.is_empty() {
            session.record(&plan, Changes(changes), Via::Answer, None)?;
        }
    }
    output.line(&format!("confirmed {confirmed} answers"))?;
    if !open.is_empty() {
        world.tell(&format!(
            "not confirmed, because there is no answer yet: {}",
            open.join(", ")
        ));
        if confirmed == 0 && arguments.section.is_none() {
            return Err(CommandError::new(
                crate::error::ErrorKind::Findings,
                "there was nothing to confirm",
            ));
        }
    }
    Ok(exit::CLEAN)
}
