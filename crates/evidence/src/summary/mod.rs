//! What a table shows: tables and charts as values, with small counts left out.
//!
//! All figures of one table are protected together, since they share their margins: what
//! one of them leaves out does not follow from another. Shares are worked out from the
//! counts that are shown, and only where the whole is known.

mod breaks;
mod cases;
mod columns;
mod control;
mod groups;
mod indicator;
mod pivots;
mod records;
mod recoveries;
#[cfg(test)]
mod tests;
mod triangulation;
mod victims;

use std::io;

use untoc_core::{CountryCode, Figure, FigureKind, FigureRow, Quantity};

use crate::aggregate::{AggregateError, Mark, Zeros};
use crate::cases::CaseReader;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// What is asked of a summary.
pub struct SummaryAsked<'a> {
    /// Tables by properties of cases, in place of the usual figures.
    pub by: Vec<Vec<String>>,
    /// The least count that may be shown.
    pub threshold: usize,
    /// What becomes of counts that are zero.
    pub zeros: Zeros,
    /// Where the numbers come from, as it is to stand under each figure.
    pub source: String,
    /// The words of titles and notes.
    pub wording: &'a dyn Wording,
}

/// The words of figures in a language.
pub trait Wording {
    /// Returns a text by its key, with what stands in it.
    fn say(&self, key: &str, values: &[(&'static str, String)]) -> String;

    /// Returns what people call a code.
    fn name(&self, code: &str) -> String;
}

/// Why a table cannot be summarized.
#[derive(Debug, thiserror::Error)]
pub enum SummaryError {
    /// A property that cases of this profile do not have.
    #[error("cases cannot be summarized by {0}")]
    UnknownProperty(
        /// What was asked for.
        String,
    ),
    /// Only cases can be summarized by their properties.
    #[error("only tables of cases can be summarized by properties")]
    NoCases,
    /// There would be too many cells.
    #[error("the summary would have more than {0} cells")]
    TooManyCells(
        /// The most.
        usize,
    ),
    /// The source cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<AggregateError> for SummaryError {
    fn from(error: AggregateError) -> Self {
        match error {
            AggregateError::Io(error) => Self::Io(error),
            AggregateError::UnknownBreakdown { name, .. } => Self::UnknownProperty(name),
            AggregateError::NotAtOnce(name) => Self::UnknownProperty(name),
            AggregateError::NoCases(_) => Self::NoCases,
            AggregateError::TooManyCells(most) => Self::TooManyCells(most),
        }
    }
}

/// Returns the figures of a table, the most general ones first.
///
/// # Errors
/// When the table cannot be summarized as asked, or cannot be read.
pub fn summarize(
    table: &Table<'_>,
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    if let Some(reader) = CaseReader::new(table, schema) {
        return cases::figures(table, schema, &reader, asked, reading);
    }
    if !asked.by.is_empty() {
        return Err(SummaryError::NoCases);
    }
    let mut figures = columns::coverage(table, schema, asked, reading, None)?;
    match schema.name.as_str() {
        "indicator" => figures.extend(indicator::figures(table, schema, asked, reading)?),
        "arms" | "incident" => {
            figures.extend(recoveries::figures(table, schema, asked, reading)?);
        }
        _ => {}
    }
    Ok(figures)
}

/// Compares two tables of indicators: what both count, what each says, and the gap.
///
/// # Errors
/// When a table cannot be read.
pub fn compare_sources(
    tables: [(&Table<'_>, &str); 2],
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    triangulation::of_tables(tables, schema, asked, reading)
}

/// Returns the words that cases can be summarized by.
pub fn case_properties() -> Vec<&'static str> {
    cases::properties()
}

/// Begins a figure; title, text alternative and unit are found by its name.
fn figure(
    asked: &SummaryAsked<'_>,
    id: &str,
    kind: FigureKind,
    values: &[(&'static str, String)],
) -> Figure {
    let say = |part: &str| asked.wording.say(&format!("figure-{id}-{part}"), values);
    Figure {
        id: id.to_owned(),
        title: say("title"),
        description: say("about"),
        unit: say("unit"),
        source: asked.wording.say("figure-source", &[("source", asked.source.clone())]),
        notes: Vec::new(),
        breaks: Vec::new(),
        kind,
        labels: Vec::new(),
        series: Vec::new(),
        rows: Vec::new(),
    }
}

/// Adds the note about what is left out, if anything is.
fn note_suppression(figure: &mut Figure, asked: &SummaryAsked<'_>) {
    let values = || figure.rows.iter().flat_map(|row| &row.values);
    let small = values().any(|value| matches!(value, Quantity::Below(_)));
    let hidden = values().any(|value| *value == Quantity::Hidden);
    let limit = || vec![("limit", asked.threshold.to_string())];
    if small {
        figure.notes.push(asked.wording.say("figure-note-small", &limit()));
    }
    if hidden {
        figure.notes.push(asked.wording.say("figure-note-hidden", &limit()));
    }
}

/// How a count is shown.
fn quantity(count: u64, mark: Mark, threshold: usize) -> Quantity {
    match mark {
        Mark::Shown => Quantity::Number(count as f64),
        Mark::Small => Quantity::Below(threshold as u64),
        Mark::Hidden => Quantity::Hidden,
    }
}

/// The share of a part, if both are shown.
fn share(part: Quantity, whole: Quantity) -> Quantity {
    match (part, part.number(), whole.number()) {
        (_, Some(part), Some(whole)) if whole > 0.0 => {
            Quantity::Percent(part / whole * 100.0)
        }
        (Quantity::Below(_) | Quantity::Hidden, ..) => part,
        _ => Quantity::Unknown,
    }
}

fn row(labels: &[&str], values: Vec<Quantity>) -> FigureRow {
    FigureRow { labels: labels.iter().map(|label| (*label).to_owned()).collect(), values }
}

/// Returns what people call a category: countries by their names, codes by their words.
fn category_name(asked: &SummaryAsked<'_>, code: &str) -> String {
    let capitals = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let country = CountryCode::parse(code).ok().filter(|_| capitals);
    match country.and_then(|country| country.name()) {
        Some(name) => name.to_owned(),
        None => asked.wording.name(code),
    }
}
