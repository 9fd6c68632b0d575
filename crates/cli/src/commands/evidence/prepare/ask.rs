//! Asking about columns and words on a terminal.

use std::io::IsTerminal;

use untoc_core::nearest;
use untoc_evidence::{ColumnPlan, Field, How, Proposal, TableSchema};

use super::changes::{kept, step};
use crate::commands::evidence::interview::Questions;

/// Says whether somebody can be asked.
pub(super) fn is_possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The columns that are not sure.
pub(super) struct Columns<'a> {
    pub(super) proposal: &'a mut Proposal,
    pub(super) schema: &'a TableSchema,
    /// Each with the field that was proposed, and how sure that is.
    pub(super) open: &'a [(String, Option<(String, u8)>)],
}

/// Finds the columns to ask about.
pub(super) fn open_columns(
    confidence: u8,
    proposal: &Proposal,
) -> Vec<(String, Option<(String, u8)>)> {
    let Proposal { recipe, confidence: sure, near, .. } = proposal;
    let steps = recipe.columns.iter().zip(sure.iter().zip(near));
    steps
        .filter(|(step, (sure, _))| step.how == How::Undecided || **sure < confidence)
        .map(|(step, (sure, near))| {
            let field = step.field.clone().or_else(|| near.clone());
            (step.from.clone(), field.map(|field| (field, *sure)))
        })
        .collect()
}

impl Columns<'_> {
    fn fields(&self) -> &[Field] {
        &self.schema.fields
    }

    /// The other column that fills a field already.
    fn filled_by(&self, field: &str, column: &str) -> Option<&str> {
        let steps = self.proposal.recipe.columns.iter();
        let fills = |step: &&ColumnPlan| {
            step.from != column
                && step.target() == Some(field)
                && !matches!(step.how, How::Undecided | How::Flag)
        };
        steps.filter(fills).map(|step| step.from.as_str()).next()
    }
}

impl Questions for Columns<'_> {
    fn count(&self) -> usize {
        self.open.len()
    }

    fn lines(&self, at: usize) -> Vec<String> {
        let Some((column, proposed)) = self.open.get(at) else { return Vec::new() };
        let mut lines = vec![format!("Which field does the column \"{column}\" fill?")];
        match proposed {
            Some((field, 0)) => lines.push(format!("  it could be {field}")),
            Some((field, sure)) => {
                lines.push(format!("  it could be {field} ({sure} % sure)"));
            }
            None => {}
        }
        lines.push("  type a field's name, - to leave the column out, or ? for a list of the fields".to_owned());
        lines
    }

    fn enter(&self, at: usize) -> String {
        match self.open.get(at) {
            Some((column, Some((field, _))))
                if self.filled_by(field, column).is_none() =>
            {
                format!("Enter: {field}")
            }
            _ => "Enter: leave it out".to_owned(),
        }
    }

    fn help(&self, at: usize) -> Vec<String> {
        let column = self.open.get(at).map_or("", |(column, _)| column);
        let fields = (1..).zip(self.fields()).map(|(number, field): (usize, _)| {
            let taken = match self.filled_by(&field.name, column) {
                Some(other) => format!("  (filled by \"{other}\")"),
                None => String::new(),
            };
            let title = match field.title.is_empty() || field.title == field.name {
                true => String::new(),
                false => format!(": {}", field.title),
            };
            format!("  {number:>2}  {}{title}{taken}", field.name)
        });
        fields.collect()
    }

    fn take(&mut self, at: usize, answer: Option<&str>) -> Result<(), String> {
        let Some((column, proposed)) = self.open.get(at) else { return Ok(()) };
        let free = |field: &str| self.filled_by(field, column).is_none();
        let proposed = proposed.as_ref().map(|(field, _)| field.as_str());
        let answer = answer.or_else(|| proposed.filter(|field| free(field)));
        let field = match answer {
            None | Some("-") => None,
            Some(typed) => Some(chosen(typed, &names(self.fields()), "field")?),
        };
        if let Some(field) = &field
            && let Some(other) = self.filled_by(field, column)
        {
            return Err(format!(
                "{field} is filled by \"{other}\" already; take that away first, with --drop \"{other}\""
            ));
        }
        let how = field.as_deref().map_or(How::Drop, kept);
        step(self.proposal, column, how, field.as_deref()).map_err(|e| e.message)
    }
}

fn names(fields: &[Field]) -> Vec<&str> {
    fields.iter().map(|field| field.name.as_str()).collect()
}

/// Finds what was chosen by its name or its number; small differences do not matter.
fn chosen(typed: &str, names: &[&str], what: &str) -> Result<String, String> {
    let folded = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let by_number = || names.get(typed.parse::<usize>().ok()?.checked_sub(1)?);
    let same = |name: &&&str| folded(name) == folded(typed);
    match names.iter().find(same).or_else(by_number) {
        Some(name) => Ok((*name).to_owned()),
        None => Err(match nearest(typed, names.iter().copied()) {
            Some(near) => format!("there is no {what} {typed}; did you mean {near}?"),
            None => format!("there is no {what} {typed}; type ? to see all of them"),
        }),
    }
}

/// The words that stand for no code that is known.
pub(super) struct Words<'a> {
    pub(super) proposal: &'a mut Proposal,
    pub(super) schema: &'a TableSchema,
    /// Each column with a word.
    pub(super) open: &'a [(String, String)],
}

/// Finds the words to ask about.
pub(super) fn open_words(proposal: &Proposal) -> Vec<(String, String)> {
    let of = |step: &ColumnPlan| {
        let open = step.values.iter().filter(|value| value.to.is_none());
        let pairs = open.map(|value| (step.from.clone(), value.from.clone()));
        pairs.collect::<Vec<_>>()
    };
    let steps = proposal.recipe.columns.iter().filter(|step| step.target().is_some());
    steps.flat_map(of).collect()
}

impl Words<'_> {
    /// The codes that cells of a column can have.
    fn codes(&self, column: &str) -> Vec<&str> {
        let step = self.proposal.recipe.column(column);
        let field = step.and_then(|step| self.schema.field(step.field.as_deref()?));
        let Some(constraints) = field.map(|field| &field.constraints) else {
            return Vec::new();
        };
        let lists = constraints.options.iter().chain(&constraints.item_options);
        lists.flatten().map(String::as_str).collect()
    }
}

impl Questions for Words<'_> {
    fn count(&self) -> usize {
        self.open.len()
    }

    fn lines(&self, at: usize) -> Vec<String> {
        let Some((column, word)) = self.open.get(at) else { return Vec::new() };
        let mut lines =
            vec![format!("What does \"{word}\" in the column \"{column}\" stand for?")];
        lines.push(match self.codes(column).is_empty() {
            true => "  type what is to stand there in its place".to_owned(),
            false => {
                "  type a code or its number, or ? for a list of the codes".to_owned()
            }
        });
        lines
    }

    fn enter(&self, _: usize) -> String {
        "Enter: no value".to_owned()
    }

    fn help(&self, at: usize) -> Vec<String> {
        let column = self.open.get(at).map_or("", |(column, _)| column);
        let codes = (1..).zip(self.codes(column));
        codes.map(|(number, code): (usize, _)| format!("  {number:>2}  {code}")).collect()
    }

    fn take(&mut self, at: usize, answer: Option<&str>) -> Result<(), String> {
        let Some((column, word)) = self.open.get(at) else { return Ok(()) };
        let codes = self.codes(column);
        let code = match answer {
            None => String::new(),
            Some(typed) if codes.is_empty() => typed.to_owned(),
            Some(typed) => chosen(typed, &codes, "code")?,
        };
        let steps = self.proposal.recipe.columns.iter_mut();
        let mut values = steps.filter(|s| s.from == *column).flat_map(|s| &mut s.values);
        if let Some(value) = values.find(|value| value.from == *word) {
            value.to = Some(code);
        }
        Ok(())
    }
}
