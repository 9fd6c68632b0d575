//! Two sources that count the same: what each says, and the gap between them.

use std::collections::BTreeMap;

use untoc_core::{Figure, FigureKind, Quantity};

use super::records::{self, Record, TOTAL};
use super::{SummaryAsked, SummaryError, category_name, figure, note_suppression, row};
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// The most rows of the figure.
const ROWS: usize = 60;

/// Compares the two sources of one table that count most things both.
pub(super) fn within(records: &[Record], asked: &SummaryAsked<'_>) -> Option<Figure> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for record in records {
        *counts.entry(&record.source).or_default() += 1;
    }
    let mut sources: Vec<_> = counts.into_iter().collect();
    sources.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    sources.truncate(6);
    let of =
        |source: &str| records.iter().filter(|record| record.source == source).collect();
    let mut best: Option<Figure> = None;
    for (at, (first, _)) in sources.iter().enumerate() {
        for (second, _) in sources.iter().skip(at + 1) {
            let found = gaps([(of(first), first), (of(second), second)], asked);
            let rows =
                |figure: &Option<Figure>| figure.as_ref().map_or(0, |f| f.rows.len());
            if rows(&found) > rows(&best) {
                best = found;
            }
        }
    }
    best
}

/// Compares two tables.
pub(super) fn of_tables(
    tables: [(&Table<'_>, &str); 2],
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    let [(one, first), (two, second)] = tables;
    let one = records::read(one, schema, asked, reading)?;
    let two = records::read(two, schema, asked, reading)?;
    let pair = [(one.iter().collect(), first), (two.iter().collect(), second)];
    Ok(gaps(pair, asked).into_iter().collect())
}

fn gaps(
    [(one, first), (two, second)]: [(Vec<&Record>, &str); 2],
    asked: &SummaryAsked<'_>,
) -> Option<Figure> {
    let mut known: BTreeMap<[&str; 8], Quantity> = BTreeMap::new();
    for record in &one {
        known.entry(record.key()).or_insert(record.value);
    }
    let values = [("first", first.to_owned()), ("second", second.to_owned())];
    let mut figure = figure(asked, "sources", FigureKind::Table, &values);
    let label = |word: &str| asked.wording.say(&format!("figure-label-{word}"), &[]);
    figure.labels = vec![label("year"), label("counted")];
    figure.series = vec![first.to_owned(), second.to_owned(), label("gap")];
    let mut seen: BTreeMap<[&str; 8], ()> = BTreeMap::new();
    for record in two {
        let Some(mine) = known.get(&record.key()).copied() else { continue };
        if seen.insert(record.key(), ()).is_some() {
            continue;
        }
        let gap = match (mine.number(), record.value.number()) {
            (Some(mine), Some(theirs)) => Quantity::Number(theirs - mine),
            _ => Quantity::Unknown,
        };
        let name = name(record, asked);
        figure.rows.push(row(&[&record.year, &name], vec![mine, record.value, gap]));
    }
    if figure.rows.is_empty() {
        return None;
    }
    figure.rows.sort_by(|a, b| a.labels.cmp(&b.labels));
    if figure.rows.len() > ROWS {
        let values = [("count", (figure.rows.len() - ROWS).to_string())];
        figure.notes.push(asked.wording.say("figure-note-rows", &values));
        figure.rows.truncate(ROWS);
    }
    figure.notes.push(asked.wording.say("figure-note-sources", &[]));
    note_suppression(&mut figure, asked);
    Some(figure)
}

/// What a row counts, without what is not broken down.
fn name(record: &Record, asked: &SummaryAsked<'_>) -> String {
    let mut parts = vec![record.indicator.clone()];
    if record.dimension != TOTAL {
        parts.push(category_name(asked, &record.category));
    }
    let rest = [&record.sex, &record.age];
    parts.extend(rest.into_iter().filter(|text| *text != TOTAL).cloned());
    parts.join(", ")
}
