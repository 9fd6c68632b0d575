//! Years from which on an indicator cannot be compared with the years before: a mark in
//! the chart, and a note.

use std::collections::{BTreeMap, BTreeSet};

use untoc_core::{Figure, FigureBreak, FigureRow};

use super::SummaryAsked;
use super::records::Record;

/// What the values of an indicator come from, by year.
type Years<'r> = BTreeMap<&'r str, BTreeSet<&'r str>>;

/// Marks each change of the source or the definition of an indicator, and says it in a
/// note; where both go on for a year, this year tells how far they differ.
///
/// The rows of the figure are years.
pub(super) fn mark<'r>(
    figure: &mut Figure,
    records: impl Iterator<Item = &'r Record>,
    asked: &SummaryAsked<'_>,
) {
    let mut sources: BTreeMap<&str, Years<'_>> = BTreeMap::new();
    let mut definitions: BTreeMap<&str, Years<'_>> = BTreeMap::new();
    for record in records.filter(|record| !record.year.is_empty()) {
        let told = [
            (&mut sources, record.source.as_str()),
            (&mut definitions, record.definition.as_str()),
        ];
        for (years, text) in told.into_iter().filter(|(_, text)| !text.is_empty()) {
            let years = years.entry(&record.indicator).or_default();
            years.entry(&record.year).or_default().insert(text);
        }
    }
    for (kind, indicators) in [("source", &sources), ("definition", &definitions)] {
        for (indicator, years) in indicators {
            let pairs = years.iter().zip(years.iter().skip(1));
            for ((_, old), (year, new)) in pairs.filter(|(a, b)| a.1.is_disjoint(b.1)) {
                let list = |texts: &BTreeSet<&str>| {
                    texts.iter().copied().collect::<Vec<_>>().join(", ")
                };
                let values = [
                    ("indicator", (*indicator).to_owned()),
                    ("year", (*year).to_owned()),
                    ("from", list(old)),
                    ("to", list(new)),
                ];
                let key = format!("figure-note-break-{kind}");
                let text = asked.wording.say(&key, &values);
                let label = asked.wording.say("figure-label-break", &[]);
                let at =
                    |row: &FigureRow| row.labels.first().is_some_and(|own| own == year);
                let row = figure.rows.iter().position(at);
                figure.notes.push(text.clone());
                figure.breaks.extend(row.map(|row| FigureBreak { row, label, text }));
            }
        }
    }
    figure.breaks.sort_by_key(|found| found.row);
}
