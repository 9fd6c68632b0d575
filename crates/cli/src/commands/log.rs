//! `untoc log`: what was changed, when and by whom.

use clap::Args;
use untoc_dossier::{How, LogChange, LogLine, Standing, Values};
use untoc_report::Ink;

use crate::commands::show;
use crate::error::CommandResult;
use crate::exit;
use crate::output::Output;
use crate::session::{Session, explain};
use crate::world::World;

/// Show what was changed, when and by whom, the newest first.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  untoc log\n  untoc log --question untoc-5-q1 --show-values\n  untoc undo        take back the newest change"
)]
pub(crate) struct Log {
    /// How many changes to show
    #[arg(short = 'n', long, value_name = "N", default_value = "20")]
    most: usize,
    /// Only changes of this question
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// Show the texts before and after as well
    #[arg(long)]
    show_values: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Log, world: &World, output: &mut Output) -> CommandResult {
    let session = Session::open(world)?;
    if let Some(question) = &arguments.question {
        session.find_question(question)?;
    }
    let values = if arguments.show_values { Values::Shown } else { Values::Hidden };
    // All lines are looked through when only one question is wanted.
    let most = if arguments.question.is_some() { usize::MAX } else { arguments.most };
    let lines = session.dossier().log(values, most).map_err(|error| explain(&error))?;
    let mut shown = 0;
    for line in &lines {
        let about = |change: &&LogChange| {
            arguments.question.is_none()
                || change.question.as_ref().map(ToString::to_string) == arguments.question
        };
        let changes: Vec<_> = line.changes.iter().filter(about).collect();
        if changes.is_empty() && arguments.question.is_some() {
            continue;
        }
        if shown == arguments.most {
            break;
        }
        shown += 1;
        output.line(&head(line, world))?;
        for change in changes {
            output.line(&format!("      {}", what(change)))?;
            for (name, entry) in [("before", &change.before), ("after", &change.after)] {
                if let (Some(entry), Some(question)) = (entry, &change.question)
                    && let Some((plan, slot)) =
                        world.library.find_question(question.as_str())
                {
                    let words = show::value_in_words(&plan, slot, entry);
                    output.line(&format!("        {name}: {words}"))?;
                }
            }
        }
    }
    Ok(exit::CLEAN)
}

fn head(line: &LogLine, world: &World) -> String {
    let by = line.by.as_deref().map(|by| format!(" by {by}")).unwrap_or_default();
    let of = line.of.map(|n| format!(" of change {n}")).unwrap_or_default();
    let standing = match line.standing {
        Standing::TakenBack => " (taken back)",
        Standing::Stands | Standing::Fixed => "",
    };
    let number = world.style.paint(Ink::Strong, &format!("{:>4}", line.n));
    let time = line.at.replace('T', " ").replace('Z', "");
    format!("{number}  {time}  {}{of}{by}{standing}", line.via)
}

fn what(change: &LogChange) -> String {
    let verb = match change.how {
        How::Added => "added",
        How::Removed => "removed",
        How::Changed => "changed",
    };
    let parts = if change.parts.is_empty() {
        String::new()
    } else {
        format!(": {}", change.parts.join(", "))
    };
    match &change.question {
        Some(question) => format!("{question} {verb}{parts}"),
        None => format!("{} {verb}{parts}", change.file),
    }
}
