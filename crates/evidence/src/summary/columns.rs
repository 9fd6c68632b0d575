//! Coverage: what a table has, and how much of it is missing.

use std::io;

use untoc_core::{Figure, FigureKind, Quantity};

use super::{SummaryAsked, figure, row};
use crate::columns::{Judge, match_fields};
use crate::table::{Reading, Table};
use crate::table_schema::{CaseFold, TableSchema};

/// Returns the share of cells without a value in each column of the profile.
pub(super) fn coverage(
    table: &Table<'_>,
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
    persons: Option<Quantity>,
) -> io::Result<Vec<Figure>> {
    let matched = match_fields(schema, &table.layout).columns;
    let fields = schema.fields.iter().zip(matched).filter_map(|(field, at)| {
        Some((field, at?, Judge::new(field, CaseFold::Tolerant)))
    });
    let fields: Vec<_> = fields.collect();
    let mut missing = vec![0_usize; fields.len()];
    let mut rows = 0_usize;
    table.each_row(reading, &mut |_, cells| {
        rows += 1;
        for ((_, at, judge), missing) in fields.iter().zip(&mut missing) {
            let cell = cells.get(*at).map_or("", |cell| cell.trim());
            let suppressed = cell.starts_with('<') || cell == "*";
            if cell.is_empty() || (judge.is_missing(cell.as_bytes()) && !suppressed) {
                *missing += 1;
            }
        }
    })?;
    if rows == 0 {
        return Ok(Vec::new());
    }
    // Where rows are persons, their number is told only where it may be.
    let told = persons.unwrap_or(Quantity::Number(rows as f64)).shown();
    let values = [("rows", told), ("columns", fields.len().to_string())];
    let mut figure = figure(asked, "coverage", FigureKind::Bars, &values);
    figure.labels = vec![asked.wording.say("figure-label-column", &[])];
    figure.series = vec![asked.wording.say("figure-label-filled", &[])];
    figure.rows = fields
        .iter()
        .zip(&missing)
        .map(|((field, ..), missing)| {
            // Whole percents: a few cells more or less are nobody's business.
            let filled = ((rows - missing) * 100).div_euclid(rows);
            let filled = if filled == 0 && *missing < rows { 1 } else { filled };
            row(&[&field.name], vec![Quantity::Percent(filled as f64)])
        })
        .collect();
    figure.notes.push(asked.wording.say("figure-note-coverage", &values));
    Ok(vec![figure])
}
