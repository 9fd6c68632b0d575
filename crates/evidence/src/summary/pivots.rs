//! Seizures of drugs, assets, and help between States: indicators of a kind side by side.

use std::collections::{BTreeMap, BTreeSet};

use untoc_core::{Figure, FigureKind, Quantity};

use super::records::{Record, TOTAL};
use super::{SummaryAsked, category_name, figure, note_suppression, row};

/// The most columns and rows of a figure.
const SERIES: usize = 8;
const ROWS: usize = 60;

/// Says whether an indicator is of a kind.
type Keep = fn(&Record) -> bool;

/// Returns a table for each kind of which there are indicators.
pub(super) fn figures(
    records: &[Record],
    state: &str,
    asked: &SummaryAsked<'_>,
) -> Vec<Figure> {
    let kinds: [(&str, Keep); 3] =
        [("drugs", of_drugs), ("assets", of_assets), ("cooperation", of_cooperation)];
    let pivots =
        kinds.into_iter().map(|(id, keep)| pivot(records, state, asked, id, keep));
    pivots.flatten().collect()
}

fn names(record: &Record, words: &[&str]) -> bool {
    let name = record.indicator.to_lowercase();
    words.iter().any(|word| name.contains(word))
}

fn of_drugs(record: &Record) -> bool {
    record.unit == "Kilograms"
        || (names(record, &["drug", "cocaine", "heroin", "cannabis", "opium"])
            && names(record, &["seiz"]))
}

fn of_assets(record: &Record) -> bool {
    record.unit == "Currency"
        || (names(record, &["asset", "proceeds"])
            && names(record, &["frozen", "freez", "seiz", "confiscat", "recover"]))
}

fn of_cooperation(record: &Record) -> bool {
    matches!(record.unit.as_str(), "Requests" | "Days")
        && names(record, &["legal assistance", "mla", "extradition", "request"])
}

/// Indicators as columns, years and what they are broken down by as rows.
fn pivot(
    records: &[Record],
    state: &str,
    asked: &SummaryAsked<'_>,
    id: &str,
    keep: Keep,
) -> Option<Figure> {
    let kept = records.iter().filter(|record| {
        record.sex == TOTAL
            && record.age == TOTAL
            && !record.year.is_empty()
            && keep(record)
    });
    let kept: Vec<&Record> = kept.collect();
    let columns: BTreeSet<(&str, &str)> =
        kept.iter().map(|record| column(record)).collect();
    let columns: Vec<(&str, &str)> = columns.into_iter().take(SERIES).collect();
    let sources: BTreeSet<&str> =
        kept.iter().map(|record| record.source.as_str()).collect();
    // Sources are never mixed in a row.
    let mut rows: BTreeMap<[&str; 3], Vec<Quantity>> = BTreeMap::new();
    for record in kept {
        let Some(at) = columns.iter().position(|own| *own == column(record)) else {
            continue;
        };
        let part = if record.dimension == TOTAL { "" } else { record.category.as_str() };
        let empty = || vec![Quantity::Unknown; columns.len()];
        let values =
            rows.entry([&record.year, part, &record.source]).or_insert_with(empty);
        if let Some(value) = values.get_mut(at).filter(|old| **old == Quantity::Unknown) {
            *value = record.value;
        }
    }
    if rows.is_empty() {
        return None;
    }
    let label = |word: &str| asked.wording.say(&format!("figure-label-{word}"), &[]);
    let mut figure = figure(asked, id, FigureKind::Table, &[("state", state.to_owned())]);
    figure.labels = vec![label("year"), label("category")];
    figure.series =
        columns.iter().map(|(name, unit)| format!("{name} ({unit})")).collect();
    let left_out = rows.len().saturating_sub(ROWS);
    for ([year, part, source], values) in rows.into_iter().skip(left_out) {
        let name = match part {
            "" => label("total"),
            part => category_name(asked, part),
        };
        let name = match sources.len() {
            0 | 1 => name,
            _ => format!("{name} ({source})"),
        };
        figure.rows.push(row(&[year, &name], values));
    }
    if left_out > 0 {
        let values = [("count", left_out.to_string())];
        figure.notes.push(asked.wording.say("figure-note-rows", &values));
    }
    note_suppression(&mut figure, asked);
    Some(figure)
}

fn column(record: &Record) -> (&str, &str) {
    (&record.indicator, &record.unit)
}
