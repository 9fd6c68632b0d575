//! What the interview shows.

use untoc_core::{CellKind, Entry, Kind, Plan, PlanColumn, Required, Response, Row};

use crate::commands::show;
use crate::error::CommandError;
use crate::output::Output;
use crate::world::World;

/// The width of the interview; most terminals have at least this.
const WIDTH: usize = 88;

/// Shows the head of a section.
pub(super) fn section(
    output: &mut Output,
    plan: &Plan,
    slot: usize,
) -> Result<(), CommandError> {
    let section = plan.section(slot);
    output.line("")?;
    output.line(&"═".repeat(WIDTH))?;
    let about = match &section.article {
        Some(article) => {
            format!("{}, article {article}: {}", plan.instrument().name(), section.title)
        }
        None => format!(
            "{}, cluster {}: {}",
            plan.instrument().name(),
            plan.cluster(),
            section.title
        ),
    };
    output.line(&about)?;
    if let Some(intro) = &section.intro {
        output.line(&show::wrapped(intro, "", WIDTH))?;
    }
    output.line(&"═".repeat(WIDTH))
}

/// Shows a question, what may be answered and what is recorded.
pub(super) fn question(
    output: &mut Output,
    plan: &Plan,
    slot: usize,
    response: &Response,
) -> Result<(), CommandError> {
    let question = plan.question(slot);
    let provisions: Vec<_> =
        plan.provisions(slot).iter().map(ToString::to_string).collect();
    let mut head = vec![question.id.to_string()];
    if !provisions.is_empty() {
        head.push(provisions.join(", "));
    }
    if let Some(obligation) = question.obligation {
        head.push(obligation.as_str().to_owned());
    }
    head.push(match question.required {
        Required::Yes => "needed for a submission".to_owned(),
        Required::Advised => "should be answered".to_owned(),
        Required::No => "may stay empty".to_owned(),
    });
    output.line("")?;
    output.line(&head.join(" · "))?;
    output.line(&show::wrapped(&question.text, "", WIDTH))?;
    if let Some(help) = &question.help {
        output.line(&show::wrapped(help, "    ", WIDTH))?;
    }
    for (number, choice) in plan.options(slot).iter().enumerate() {
        let alone = if choice.exclusive { "  (alone)" } else { "" };
        output.line(&format!("  {:>2}  {}{alone}", number + 1, choice.label))?;
    }
    let how = match question.kind {
        Kind::Implementation | Kind::YesNo | Kind::Single => "type a number or the words",
        Kind::Multiple => "type one or several numbers, with commas between them",
        Kind::Text => "type the text; an empty line ends it",
        Kind::Number => "type a number",
        Kind::Date => "type a date as far as it is known: 2024, 2024-05 or 2024-05-17",
        // What can be done with rows is said below them.
        Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => return Ok(()),
    };
    let unit =
        question.unit.as_deref().map(|unit| format!(" ({unit})")).unwrap_or_default();
    output.line(&format!("  {how}{unit}"))?;
    output
        .line("  Enter goes on, :none says why there is no answer, :help shows more")?;
    match response.answers.get(question.id.as_str()) {
        Some(entry) if !question.kind.has_rows() => {
            let recorded = recorded(plan, slot, entry);
            if recorded.is_empty() {
                Ok(())
            } else {
                output.line(&format!("  recorded: {recorded}"))
            }
        }
        _ => Ok(()),
    }
}

/// Says in one line what is recorded for a question.
fn recorded(plan: &Plan, slot: usize, entry: &Entry) -> String {
    show::value_in_words(plan, slot, entry)
}

/// Shows the rows that are recorded.
pub(super) fn rows(
    output: &mut Output,
    plan: &Plan,
    slot: usize,
    rows: &[Row],
) -> Result<(), CommandError> {
    for (number, row) in rows.iter().enumerate() {
        let line = show::row_in_words(plan, slot, row);
        output.line(&show::wrapped(&line, &format!("  {:>2}  ", number + 1), WIDTH))?;
    }
    Ok(())
}

/// Shows what a cell may hold.
pub(super) fn column(
    output: &mut Output,
    column: &PlanColumn,
) -> Result<(), CommandError> {
    let what = match column.kind {
        CellKind::Text => return Ok(()),
        CellKind::Integer => "a whole number",
        CellKind::Number => "a number",
        CellKind::Date => "a date as far as it is known",
        CellKind::Link => "a web address",
        CellKind::Texts => "one or several, with commas between them",
        CellKind::Law => "a law of the register",
        CellKind::Choice | CellKind::Questions => {
            for (number, choice) in column.options.iter().enumerate() {
                let line = show::wrapped(
                    &choice.label,
                    &format!("  {:>2}  ", number + 1),
                    WIDTH,
                );
                output.line(&line)?;
            }
            return Ok(());
        }
    };
    output.line(&format!("  ({what})"))
}

/// Shows the words that begin with a colon.
pub(super) fn words(output: &mut Output) -> Result<(), CommandError> {
    output.text(
        "\
  Enter      leave the question as it is and go on
  :back      go back to the question before
  :none      there is no answer: say why
  :note …    add an explanation that goes out with the answer
  :remarks … add an internal remark that never goes out
  :stop      stop here; go on later with untoc fill
",
    )
}

/// Says that an answer is saved and what follows from it.
pub(super) fn saved(
    world: &World,
    output: &mut Output,
    plan: &Plan,
    slot: usize,
    before: &Response,
    after: &Response,
) -> Result<(), CommandError> {
    let entry = after.answers.get(plan.question(slot).id.as_str());
    let words = entry.map(|entry| recorded(plan, slot, entry)).unwrap_or_default();
    let shown = if words.is_empty() { String::new() } else { format!(": {words}") };
    output.line(&format!("  saved{shown}"))?;
    for line in show::consequences(plan, before, after) {
        output.line(&format!("  {line}"))?;
    }
    for line in show::findings_of(world, plan, after, &plan.question(slot).id) {
        output.line(&format!("  {line}"))?;
    }
    Ok(())
}
