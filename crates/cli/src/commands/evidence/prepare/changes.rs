//! What the options say about columns and words.

use untoc_core::CountryCode;
use untoc_evidence::{Because, ColumnPlan, Fixed, How, Proposal, TableSchema, ValuePlan};

use super::Prepare;
use crate::error::CommandError;

/// Puts the options into the recipe.
pub(super) fn make(
    arguments: &Prepare,
    proposal: &mut Proposal,
    schema: &TableSchema,
) -> Result<(), CommandError> {
    if let Some(text) = &arguments.state {
        let state = CountryCode::find(text)
            .map_err(|error| CommandError::usage(error.to_string()))?;
        proposal.recipe.state = Some(state);
    }
    for column in &arguments.drop {
        step(proposal, column, How::Drop, None)?;
    }
    for text in &arguments.map {
        let (column, field) = pair(text, "--map", "COLUMN=FIELD")?;
        match field {
            "" => step(proposal, column, How::Drop, None)?,
            field => {
                known(schema, field)?;
                step(proposal, column, kept(field), Some(field))?;
            }
        }
    }
    for text in &arguments.fix {
        let (field, value) = pair(text, "--fix", "FIELD=VALUE")?;
        known(schema, field)?;
        let fixed = &mut proposal.recipe.fixed;
        fixed.retain(|other| other.field != field);
        fixed.push(Fixed { field: field.to_owned(), value: value.to_owned() });
    }
    for text in &arguments.coarsen {
        coarsen(proposal, schema, text)?;
    }
    for text in &arguments.value {
        word(proposal, text)?;
    }
    if let Some(day) = &arguments.age_on {
        let dated =
            |step: &&mut ColumnPlan| matches!(step.how, How::BirthDate | How::AgeGroup);
        for step in proposal.recipe.columns.iter_mut().filter(dated) {
            step.on = Some(day.clone());
        }
    }
    // What the options have made must be a recipe that can be read again.
    untoc_evidence::Recipe::read(&proposal.recipe.to_text())
        .map(|_| ())
        .map_err(|error| CommandError::usage(error.to_string()))
}

/// What is done with a column that fills a field.
pub(super) fn kept(field: &str) -> How {
    match field {
        "case_id" => How::Number,
        "lat" | "lon" => How::OneDecimal,
        _ => How::Keep,
    }
}

fn pair<'t>(
    text: &'t str,
    option: &str,
    form: &str,
) -> Result<(&'t str, &'t str), CommandError> {
    text.rsplit_once('=').map(|(from, to)| (from.trim(), to.trim())).ok_or_else(|| {
        CommandError::usage(format!("{option} \"{text}\" has no equals sign"))
            .hint(format!("write {option} \"{form}\""))
    })
}

fn known(schema: &TableSchema, field: &str) -> Result<(), CommandError> {
    if schema.field(field).is_some() {
        return Ok(());
    }
    let names = schema.fields.iter().map(|field| field.name.as_str());
    let error =
        CommandError::usage(format!("the profile {} has no field {field}", schema.name));
    Err(match untoc_core::nearest(field, names.clone()) {
        Some(near) => error.hint(format!("did you mean {near}?")),
        None => error.hint(format!("it has: {}", names.collect::<Vec<_>>().join(", "))),
    })
}

/// Decides about one column.
pub(super) fn step(
    proposal: &mut Proposal,
    column: &str,
    how: How,
    field: Option<&str>,
) -> Result<(), CommandError> {
    let names = proposal.recipe.columns.iter().map(|step| step.from.as_str());
    let Some(at) = names.clone().position(|name| name == column) else {
        let error = CommandError::usage(format!("the table has no column \"{column}\""));
        return Err(match untoc_core::nearest(column, names) {
            Some(near) => error.hint(format!("did you mean \"{near}\"?")),
            None => error.hint("write the name as it stands in the table"),
        });
    };
    // A field is filled by one column; the one before gives way.
    for (other, step) in proposal.recipe.columns.iter_mut().enumerate() {
        if other != at && field.is_some() && step.field.as_deref() == field {
            *step = ColumnPlan::new(&step.from.clone(), How::Undecided, None);
            set(&mut proposal.confidence, other, 0);
        }
    }
    if let Some(step) = proposal.recipe.columns.get_mut(at) {
        *step = ColumnPlan::new(column, how, field);
    }
    set(&mut proposal.confidence, at, 100);
    set(&mut proposal.because, at, Because::Decided);
    Ok(())
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

fn coarsen(
    proposal: &mut Proposal,
    schema: &TableSchema,
    text: &str,
) -> Result<(), CommandError> {
    let (field, how) = pair(text, "--coarsen", "FIELD=HOW")?;
    known(schema, field)?;
    let wrong = || {
        CommandError::usage(format!("{field} cannot be made broader by \"{how}\""))
            .hint("write year=5, age_band=broad, prs_Citizenship=origin or lat=0.1")
    };
    let fills = |step: &&mut ColumnPlan| step.field.as_deref() == Some(field);
    let mut steps = proposal.recipe.columns.iter_mut();
    let Some(step) = steps.find(fills) else {
        return Err(CommandError::usage(format!("no column fills the field {field}"))
            .hint(format!("say which one does: --map \"COLUMN={field}\"")));
    };
    match (how, how.parse::<u16>()) {
        (_, Ok(years)) => {
            step.how = How::Period;
            step.years = Some(years);
        }
        ("broad", _) => step.how = How::AgeGroup,
        ("origin", _) => step.how = How::Origin,
        ("0.1", _) => step.how = How::OneDecimal,
        _ => return Err(wrong()),
    }
    Ok(())
}

fn word(proposal: &mut Proposal, text: &str) -> Result<(), CommandError> {
    let (left, code) = pair(text, "--value", "FIELD:WORD=CODE")?;
    let Some((field, word)) = left.split_once(':') else {
        return Err(CommandError::usage(format!("--value \"{text}\" has no colon"))
            .hint("write --value \"FIELD:WORD=CODE\""));
    };
    let fills = |step: &&mut ColumnPlan| {
        step.field.as_deref() == Some(field) || step.from == field
    };
    let Some(step) = proposal.recipe.columns.iter_mut().find(fills) else {
        return Err(CommandError::usage(format!("no column fills the field {field}"))
            .hint(format!("say which one does: --map \"COLUMN={field}\"")));
    };
    step.values.retain(|value| value.from != word);
    step.values.push(ValuePlan { from: word.to_owned(), to: Some(code.to_owned()) });
    Ok(())
}
