//! Proposals: what each column of a table probably is.

use super::codes::{Coded, Codes};
use super::dates;
use super::recipe::{ColumnPlan, How, Recipe, ValuePlan};
use super::survey::{Seen, Survey, column_names};
use super::synonyms;
use crate::columns::fold::fold;
use crate::layout::Layout;
use crate::look::labels::IDENTIFIERS;
use crate::table_schema::{Field, TableSchema};

/// A recipe with how sure each of its steps is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The recipe.
    pub recipe: Recipe,
    /// For each column of the recipe, how sure the step is, in percent.
    pub confidence: Vec<u8>,
    /// For each column of the recipe, why.
    pub because: Vec<Because>,
    /// For each column of the recipe, the field that was thought of, sure or not.
    pub near: Vec<Option<String>>,
}

/// Why a step is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The column has the name of a field.
    Name,
    /// The column has the name of a field, written differently.
    Written,
    /// The name is another word for a field.
    Synonym,
    /// The cells are codes of a field, or words for them.
    Cells,
    /// The column names or reaches a person.
    Identifier,
    /// The cells are long texts.
    Text,
    /// The name is like that of a field.
    Nearly,
    /// A person or a recipe decided.
    Decided,
    /// There is nothing to go by.
    Nothing,
}

impl Because {
    /// Returns the word in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Written => "written",
            Self::Synonym => "synonym",
            Self::Cells => "cells",
            Self::Identifier => "identifier",
            Self::Text => "text",
            Self::Nearly => "nearly",
            Self::Decided => "decided",
            Self::Nothing => "nothing",
        }
    }
}

/// A step for one column, before columns are compared.
struct Guess {
    how: How,
    field: Option<String>,
    confidence: u8,
    because: Because,
}

impl Guess {
    fn new(how: How, field: Option<&str>, confidence: u8, because: Because) -> Self {
        Self { how, field: field.map(str::to_owned), confidence, because }
    }
}

/// Proposes a recipe for a table. `identifiers` are the columns whose cells name or reach
/// a person, as the privacy check found.
pub fn propose(
    layout: &Layout,
    schema: &TableSchema,
    survey: &Survey,
    identifiers: &[usize],
) -> Proposal {
    let mut guesses: Vec<Guess> = (0..layout.labels.len())
        .map(|at| {
            let empty = Seen::default();
            let seen = survey.columns.get(at).unwrap_or(&empty);
            guess(&layout.label(at), schema, seen, identifiers.contains(&at))
        })
        .collect();
    settle(&mut guesses, schema);
    let mut proposal = Proposal {
        recipe: Recipe::new(&schema.name),
        confidence: Vec::new(),
        because: Vec::new(),
        near: Vec::new(),
    };
    let names = column_names(layout);
    for (at, (guess, name)) in guesses.into_iter().zip(&names).enumerate() {
        let mut plan = ColumnPlan::new(name, guess.how, guess.field.as_deref());
        if let Some(seen) = survey.columns.get(at) {
            add_values(&mut plan, schema, seen);
        }
        proposal.recipe.columns.push(plan);
        proposal.confidence.push(guess.confidence);
        proposal.because.push(guess.because);
        proposal.near.push(guess.field);
    }
    proposal
}

fn guess(label: &str, schema: &TableSchema, seen: &Seen, identifier: bool) -> Guess {
    if let Some(guess) = by_name(label, schema) {
        return guess;
    }
    let has = |field: &str| schema.field(field).is_some();
    if let Some(kind) = IDENTIFIERS.kind(label) {
        return match kind {
            "birth-date" if has("age_band") => {
                Guess::new(How::BirthDate, Some("age_band"), 95, Because::Synonym)
            }
            _ => Guess::new(How::Drop, None, 95, Because::Identifier),
        };
    }
    match synonyms::column(label) {
        Some("@drop") => return Guess::new(How::Drop, None, 90, Because::Text),
        Some("@date") if has("year") => {
            return Guess::new(How::Year, Some("year"), 85, Because::Synonym);
        }
        Some("@age") if has("age_band") => {
            return Guess::new(How::Age, Some("age_band"), 90, Because::Synonym);
        }
        Some(field) if has(field) => {
            return Guess::new(keep(field), Some(field), 90, Because::Synonym);
        }
        _ => {}
    }
    if identifier {
        return Guess::new(How::Drop, None, 90, Because::Identifier);
    }
    if seen.filled > 0 && seen.is_story() {
        return Guess::new(How::Drop, None, 85, Because::Text);
    }
    if let Some(field) = by_cells(schema, seen) {
        return Guess::new(How::Keep, Some(&field.name), 85, Because::Cells);
    }
    let part = synonyms::part_of_column(label).filter(|field| has(field));
    if let Some(field) = part {
        return Guess::new(keep(field), Some(field), 70, Because::Nearly);
    }
    let names = schema.fields.iter().map(|field| field.name.as_str());
    match untoc_core::nearest(label, names) {
        Some(near) => Guess::new(keep(near), Some(near), 60, Because::Nearly),
        None => Guess::new(How::Undecided, None, 0, Because::Nothing),
    }
}

/// Numbers of cases are numbers of somebody's files; new ones do as well. Coordinates are
/// cut at once.
fn keep(field: &str) -> How {
    match field {
        "case_id" => How::Number,
        "lat" | "lon" => How::OneDecimal,
        _ => How::Keep,
    }
}

fn by_name(label: &str, schema: &TableSchema) -> Option<Guess> {
    if let Some(field) = schema.field(label) {
        return Some(Guess::new(keep(label), Some(&field.name), 100, Because::Name));
    }
    let wanted = fold(label);
    let named = |field: &&Field| {
        let names = [&field.name, &field.title].into_iter().chain(&field.aliases);
        !wanted.is_empty() && names.into_iter().any(|name| fold(name) == wanted)
    };
    let field = schema.fields.iter().find(named)?;
    Some(Guess::new(keep(&field.name), Some(&field.name), 95, Because::Written))
}

/// The one field of which nearly all cells are codes.
fn by_cells<'s>(schema: &'s TableSchema, seen: &Seen) -> Option<&'s Field> {
    if seen.values.len() < 2 || seen.more {
        return None;
    }
    let fits = |field: &&Field| {
        let codes = Codes::new(field);
        // A yes or a no could be about anything.
        if !codes.is_coded() || matches!(field.kind, crate::fields::Kind::Boolean { .. })
        {
            return false;
        }
        let known = seen
            .values
            .keys()
            .filter(|cell| matches!(codes.read(cell, &|_| None), Coded::Codes(_)));
        known.count() * 5 >= seen.values.len() * 4
    };
    let mut fields = schema.fields.iter().filter(fits);
    let field = fields.next()?;
    fields.next().is_none().then_some(field)
}

/// Lets each field be filled once: by the column that is surest of it.
fn settle(guesses: &mut [Guess], schema: &TableSchema) {
    for field in &schema.fields {
        let wanted = |guess: &Guess| guess.field.as_deref() == Some(field.name.as_str());
        let best = guesses
            .iter()
            .enumerate()
            .filter(|(_, guess)| wanted(guess))
            .max_by_key(|(at, guess)| (guess.confidence, std::cmp::Reverse(*at)))
            .map(|(at, _)| at);
        for (at, guess) in guesses.iter_mut().enumerate() {
            if wanted(guess) && Some(at) != best {
                // What would have been a birth date must not stay by accident.
                let dated = matches!(guess.how, How::BirthDate | How::Age | How::Year);
                let (how, confidence) =
                    if dated { (How::Drop, 85) } else { (How::Undecided, 0) };
                *guess = Guess::new(how, None, confidence, Because::Nothing);
            }
        }
    }
}

/// Adds the words of a table that stand for no code that is known to a recipe, so that
/// somebody decides about them.
pub fn add_words(
    recipe: &mut Recipe,
    layout: &Layout,
    schema: &TableSchema,
    survey: &Survey,
) {
    let names = column_names(layout);
    for plan in &mut recipe.columns {
        let at = names.iter().position(|name| *name == plan.from);
        if let Some(seen) = at.and_then(|at| survey.columns.get(at)) {
            add_values(plan, schema, seen);
        }
    }
}

/// Adds the words of a column that stand for no code that is known.
fn add_values(plan: &mut ColumnPlan, schema: &TableSchema, seen: &Seen) {
    let field = plan.field.as_deref().and_then(|name| schema.field(name));
    let Some(field) = field.filter(|_| plan.how == How::Keep) else { return };
    let codes = Codes::new(field);
    if !codes.is_coded() {
        return;
    }
    let own = |word: &str| {
        let known = plan.values.iter().find(|value| value.from == word)?;
        Some(Some(known.to.clone().unwrap_or_default()))
    };
    let mut unknown: Vec<String> = Vec::new();
    for cell in seen.values.keys() {
        if let Coded::Unknown(parts) = codes.read(cell, &own) {
            unknown.extend(parts);
        }
    }
    unknown.sort_unstable();
    unknown.dedup();
    for word in unknown {
        if !plan.values.iter().any(|value| value.from == word) {
            plan.values.push(ValuePlan { from: word, to: None });
        }
    }
}

/// Finds out which number of the dates in a column comes first.
pub(crate) fn order_of(seen: &Seen) -> dates::Order {
    dates::order(seen.values.keys().map(String::as_str))
}
