//! `untoc assign`: ask a contributor for sections or questions.

use clap::Args;
use untoc_core::{Assignment, ContributorId, QuestionId, SectionId, Settings};

use crate::commands::init::parse_day;
use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::world::World;

/// Ask a contributor for sections or questions, and keep track of what was sent and came back.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc assign untoc-5 untoc-6 --to ministry-of-justice --due 2027-02-15
  untoc assign untoc-5 --to ministry-of-justice --sent 2026-12-01
  untoc assign untoc-5 --to ministry-of-justice --received 2027-02-10
  untoc assign --suggest              who usually holds the answers
  untoc assign --suggest --apply      assign what has exactly one holder")]
pub(crate) struct Assign {
    /// The ids of sections or questions
    #[arg(value_name = "SECTION|QUESTION", required_unless_present = "suggest")]
    targets: Vec<String>,
    /// The contributor
    #[arg(long, value_name = "ID", required_unless_present = "suggest")]
    to: Option<String>,
    /// When the contributor should answer
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    /// When the form was sent
    #[arg(long, value_name = "DATE")]
    sent: Option<String>,
    /// When the answers came back
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
    /// Take the sections or questions back from the contributor
    #[arg(long, conflicts_with_all = ["due", "sent", "received", "suggest"])]
    remove: bool,
    /// Propose a contributor for each section, from the agencies that usually hold it
    #[arg(long, conflicts_with_all = ["targets", "to"])]
    suggest: bool,
    /// With --suggest: assign the sections for which one contributor fits
    #[arg(long, requires = "suggest")]
    apply: bool,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Assign,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    let mut session = Session::open(world)?;
    if arguments.suggest {
        return suggest(arguments, &mut session, output);
    }
    let Some(to) = &arguments.to else {
        return Err(CommandError::usage("say to whom with --to ID"));
    };
    session.check_contributor(to)?;
    let mut settings = session.settings()?.clone();
    for target in &arguments.targets {
        let assignment = find_target(&session, target, to)?;
        let same = |a: &Assignment| {
            (&a.to, &a.section, &a.question)
                == (&assignment.to, &assignment.section, &assignment.question)
        };
        if arguments.remove {
            let before = settings.assignments.len();
            settings.assignments.retain(|a| !same(a));
            if settings.assignments.len() == before {
                return Err(CommandError::usage(format!(
                    "{to} is not asked for {target}"
                )));
            }
            continue;
        }
        let at = match settings.assignments.iter().position(same) {
            Some(at) => at,
            None => {
                settings.assignments.push(assignment);
                settings.assignments.len() - 1
            }
        };
        if let Some(kept) = settings.assignments.get_mut(at) {
            set_dates(arguments, kept)?;
        }
    }
    session.save_settings(settings)?;
    let verb = if arguments.remove { "taken back from" } else { "assigned to" };
    output.line(&format!("{} {verb} {to}", arguments.targets.join(", ")))?;
    Ok(exit::CLEAN)
}

fn set_dates(
    arguments: &Assign,
    assignment: &mut Assignment,
) -> Result<(), CommandError> {
    for (text, field) in [
        (&arguments.due, &mut assignment.due),
        (&arguments.sent, &mut assignment.sent),
        (&arguments.received, &mut assignment.received),
    ] {
        if let Some(text) = text {
            *field = Some(parse_day(text)?);
        }
    }
    Ok(())
}

fn find_target(
    session: &Session<'_>,
    target: &str,
    to: &str,
) -> Result<Assignment, CommandError> {
    let mut assignment = Assignment {
        to: ContributorId::unchecked(to),
        section: None,
        question: None,
        due: None,
        sent: None,
        received: None,
    };
    if session.find_section(target).is_ok() {
        assignment.section = Some(SectionId::unchecked(target));
    } else {
        session.find_question(target)?;
        assignment.question = Some(QuestionId::unchecked(target));
    }
    Ok(assignment)
}

fn suggest(
    arguments: &Assign,
    session: &mut Session<'_>,
    output: &mut Output,
) -> CommandResult {
    let mut settings = session.settings()?.clone();
    let mut applied = 0_usize;
    for plan in session.plans() {
        for section in &plan.questionnaire().sections {
            let taken = settings
                .assignments
                .iter()
                .find(|a| a.section.as_ref() == Some(&section.id));
            if let Some(taken) = taken {
                output.line(&format!(
                    "{}  {}: already with {}",
                    section.id, section.title, taken.to
                ))?;
                continue;
            }
            let fitting = fitting(&settings, &section.usually_with);
            let words = section.usually_with.join(", ").replace('_', " ");
            match fitting.as_slice() {
                [] => output.line(&format!(
                    "{}  {}: usually with {words}; no contributor is of that kind",
                    section.id, section.title
                ))?,
                [one] if arguments.apply => {
                    let assignment = Assignment {
                        to: one.clone(),
                        section: Some(section.id.clone()),
                        question: None,
                        due: arguments.due.as_deref().map(parse_day).transpose()?,
                        sent: None,
                        received: None,
                    };
                    settings.assignments.push(assignment);
                    applied += 1;
                    output.line(&format!(
                        "{}  {}: assigned to {one}",
                        section.id, section.title
                    ))?;
                }
                several => {
                    let names: Vec<_> = several.iter().map(ToString::to_string).collect();
                    output.line(&format!(
                        "{}  {}: {}",
                        section.id,
                        section.title,
                        names.join(" or ")
                    ))?;
                }
            }
        }
    }
    if applied > 0 {
        session.save_settings(settings)?;
    } else if settings.contributors.iter().all(|contributor| contributor.holds.is_empty())
    {
        output.line("tell which kinds of agency the contributors are, so that sections can be proposed:")?;
        output.line(
            "  untoc contributor add \"Ministry of Justice\" --holds ministry_of_justice",
        )?;
    }
    Ok(exit::CLEAN)
}

/// Returns the contributors that fit the first kind of agency for which there is one.
fn fitting(settings: &Settings, usually_with: &[String]) -> Vec<ContributorId> {
    for kind in usually_with {
        let found: Vec<_> = settings
            .contributors
            .iter()
            .filter(|contributor| contributor.holds.contains(kind))
            .map(|contributor| contributor.id.clone())
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}
