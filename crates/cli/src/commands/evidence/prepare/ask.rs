//! Asking about columns and words on a terminal.

use std::io::IsTerminal;

use untoc_evidence::{ColumnPlan, How, Proposal, TableSchema};

use super::changes::{kept, step};
use crate::commands::fill::{Asker, Typed};
use crate::error::{CommandError, ErrorKind};
use crate::output::talk;

/// Says whether somebody can be asked.
pub(super) fn is_possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks about the columns that are not sure.
pub(super) fn columns(
    confidence: u8,
    proposal: &mut Proposal,
    schema: &TableSchema,
) -> Result<(), CommandError> {
    let open: Vec<(String, Option<String>)> = proposal
        .recipe
        .columns
        .iter()
        .zip(&proposal.confidence)
        .filter(|(step, sure)| step.how == How::Undecided || **sure < confidence)
        .map(|(step, _)| (step.from.clone(), step.field.clone()))
        .collect();
    if open.is_empty() {
        return Ok(());
    }
    let mut asker = Asker::new()?;
    let names: Vec<&str> =
        schema.fields.iter().map(|field| field.name.as_str()).collect();
    say(&format!("the fields of the profile are: {}", names.join(", ")))?;
    for (column, proposed) in open {
        loop {
            let prompt =
                format!("which field does \"{column}\" fill? Enter leaves it out> ");
            let typed = asker.ask(&prompt, proposed.as_deref().unwrap_or_default());
            match typed.map_err(stopped)? {
                Typed::Nothing | Typed::Word(..) => {
                    step(proposal, &column, How::Drop, None)?;
                    break;
                }
                Typed::End => return Err(stop()),
                Typed::Line(field) if schema.field(&field).is_some() => {
                    step(proposal, &column, kept(&field), Some(&field))?;
                    break;
                }
                Typed::Line(field) => {
                    let near = untoc_core::nearest(&field, names.iter().copied());
                    let near = near.map(|near| format!("; did you mean {near}?"));
                    say(&format!(
                        "  there is no field {field}{}",
                        near.unwrap_or_default()
                    ))?;
                }
            }
        }
    }
    Ok(())
}

/// Asks about the words that stand for no code that is known.
pub(super) fn words(
    proposal: &mut Proposal,
    schema: &TableSchema,
) -> Result<(), CommandError> {
    let open = |step: &ColumnPlan| step.values.iter().any(|value| value.to.is_none());
    if !proposal.recipe.columns.iter().any(open) {
        return Ok(());
    }
    let mut asker = Asker::new()?;
    for step in proposal.recipe.columns.iter_mut().filter(|step| open(step)) {
        let field = step.field.as_deref().and_then(|name| schema.field(name));
        let codes: Vec<String> = field
            .map(|field| {
                let codes = &field.constraints;
                codes
                    .options
                    .iter()
                    .chain(&codes.item_options)
                    .flatten()
                    .cloned()
                    .collect()
            })
            .unwrap_or_default();
        if !codes.is_empty() {
            say(&format!("the codes of {} are: {}", step.from, codes.join(", ")))?;
        }
        for value in step.values.iter_mut().filter(|value| value.to.is_none()) {
            loop {
                let prompt = format!(
                    "what does \"{}\" in \"{}\" stand for? Enter for no value> ",
                    value.from, step.from
                );
                match asker.ask(&prompt, "").map_err(stopped)? {
                    Typed::Nothing | Typed::Word(..) => {
                        value.to = Some(String::new());
                        break;
                    }
                    Typed::End => return Err(stop()),
                    Typed::Line(code) if codes.is_empty() || codes.contains(&code) => {
                        value.to = Some(code);
                        break;
                    }
                    Typed::Line(code) => say(&format!("  there is no code {code}"))?,
                }
            }
        }
    }
    Ok(())
}

fn say(text: &str) -> Result<(), CommandError> {
    talk().line(text).map_err(CommandError::from)
}

fn stopped(error: CommandError) -> CommandError {
    if error.kind == ErrorKind::Interrupted { stop() } else { error }
}

fn stop() -> CommandError {
    CommandError::new(ErrorKind::Interrupted, "stopped; nothing was written")
}
