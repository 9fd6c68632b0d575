//! Rows of an indicator table, with small counts left out.

use std::collections::BTreeMap;

use untoc_core::Quantity;

use super::{SummaryAsked, SummaryError};
use crate::aggregate::{Cell, Line, Mark, protect};
use crate::columns::match_fields;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// A row: one number and what it counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    pub(super) state: String,
    pub(super) indicator: String,
    pub(super) dimension: String,
    pub(super) category: String,
    pub(super) sex: String,
    pub(super) age: String,
    pub(super) year: String,
    pub(super) unit: String,
    pub(super) source: String,
    /// The code and the article that say what is counted.
    pub(super) definition: String,
    pub(super) value: Quantity,
}

pub(super) const TOTAL: &str = "Total";

impl Record {
    /// Says whether the number is not broken down.
    pub(super) fn is_total(&self) -> bool {
        self.dimension == TOTAL && self.sex == TOTAL && self.age == TOTAL
    }

    /// Says whether the number is broken down in this way, and in no other.
    pub(super) fn is_by(&self, dimension: &str) -> bool {
        self.dimension == dimension && self.sex == TOTAL && self.age == TOTAL
    }

    /// Names the row without its source.
    pub(super) fn key(&self) -> [&str; 8] {
        [
            &self.state,
            &self.indicator,
            &self.dimension,
            &self.category,
            &self.sex,
            &self.age,
            &self.year,
            &self.unit,
        ]
    }
}

const FIELDS: [&str; 12] = [
    "iso3",
    "indicator",
    "dimension",
    "category",
    "sex",
    "age",
    "year",
    "unit",
    "source",
    "iccs",
    "article",
    "value",
];

/// The most rows. All are held in memory, since what is left out of one depends on others;
/// the tables of all States of the world have fewer.
const MOST: usize = 250_000;

/// Reads the rows, and leaves out what is small and what would give it away.
pub(super) fn read(
    table: &Table<'_>,
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Record>, SummaryError> {
    let matched = match_fields(schema, &table.layout).columns;
    let place = |name: &str| {
        let at = schema.fields.iter().position(|field| field.name == name)?;
        matched.get(at).copied().flatten()
    };
    let places = FIELDS.map(place);
    let mut records = Vec::new();
    table.each_row(reading, &mut |_, cells| {
        if records.len() > MOST {
            return;
        }
        let cell =
            |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", |c| c.trim());
        let mut texts = places.map(|at| cell(at).to_owned()).into_iter();
        let mut next = || texts.next().unwrap_or_default();
        let total = |text: String| if text.is_empty() { TOTAL.to_owned() } else { text };
        records.push(Record {
            state: next(),
            indicator: next(),
            dimension: total(next()),
            category: next(),
            sex: total(next()),
            age: total(next()),
            year: next(),
            unit: next(),
            source: next(),
            definition: [next(), next()].join(" ").trim().to_owned(),
            value: value(&next()),
        });
    })?;
    if records.len() > MOST {
        return Err(SummaryError::TooManyCells(MOST));
    }
    leave_out(&mut records, asked);
    Ok(records)
}

fn value(cell: &str) -> Quantity {
    if let Some(limit) = cell.strip_prefix('<') {
        return limit.trim().parse().map_or(Quantity::Hidden, Quantity::Below);
    }
    if cell == "*" {
        return Quantity::Hidden;
    }
    let plain: String = cell.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    match plain.parse::<f64>() {
        Ok(number) if number.is_finite() => Quantity::Number(number),
        _ => Quantity::Unknown,
    }
}

/// Leaves out small counts of persons and cases, and those that would give them away.
fn leave_out(records: &mut [Record], asked: &SummaryAsked<'_>) {
    let persons = |record: &Record| {
        matches!(
            record.unit.as_str(),
            "" | "Persons" | "Counts" | "Cases" | "persons" | "cases"
        )
    };
    let mut cells = Vec::new();
    let mut marks = Vec::new();
    for record in records.iter() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "counts of persons, not below zero"
        )]
        let count = record.value.number().unwrap_or(0.0).clamp(0.0, 9e15) as u64;
        cells.push(Cell { key: Vec::new(), count });
        marks.push(match record.value {
            Quantity::Number(_) if !persons(record) => Mark::Shown,
            Quantity::Number(_) | Quantity::Percent(_) => {
                if count > 0 && count < asked.threshold as u64 {
                    Mark::Small
                } else {
                    Mark::Shown
                }
            }
            Quantity::Below(_) => Mark::Small,
            Quantity::Hidden | Quantity::Unknown => Mark::Hidden,
        });
    }
    let lines = lines(records, &cells);
    protect(&cells, &lines, &mut marks, asked.threshold as u64, asked.zeros);
    for (record, mark) in records.iter_mut().zip(marks) {
        record.value = match (record.value, mark) {
            (value @ (Quantity::Unknown | Quantity::Below(_)), _)
            | (value, Mark::Shown) => value,
            (_, Mark::Small) => Quantity::Below(asked.threshold as u64),
            (_, Mark::Hidden) => Quantity::Hidden,
        };
    }
}

/// A total and its parts, by the way in which it is broken down.
#[derive(Default)]
struct Sum {
    total: Option<usize>,
    parts: BTreeMap<String, Vec<usize>>,
}

/// How the rows add up: over sexes, over ages, and over the categories of a dimension.
fn lines(records: &[Record], cells: &[Cell]) -> Vec<Line> {
    let mut sums: BTreeMap<(usize, Vec<&str>), Sum> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        for way in 0..3 {
            let mut key: Vec<&str> = record.key().into();
            key.push(&record.source);
            let (total, breakdown) = match way {
                0 => (record.dimension == TOTAL, record.dimension.as_str()),
                1 => (record.sex == TOTAL, ""),
                _ => (record.age == TOTAL, ""),
            };
            let own: &[usize] = match way {
                0 => &[2, 3],
                1 => &[4],
                _ => &[5],
            };
            for place in own {
                if let Some(text) = key.get_mut(*place) {
                    *text = "";
                }
            }
            let sum = sums.entry((way, key)).or_default();
            if total {
                sum.total.get_or_insert(at);
            } else {
                sum.parts.entry(breakdown.to_owned()).or_default().push(at);
            }
        }
    }
    let mut lines = Vec::new();
    for sum in sums.into_values() {
        let Some(total) = sum.total else { continue };
        lines.extend(sum.parts.into_values().map(|parts| Line { total, parts }));
    }
    // Sums that are known and wrong tell nothing about what is left out.
    lines.retain(|line| {
        let all = line.parts.iter().chain([&line.total]);
        let known = all.clone().all(|at| {
            records.get(*at).is_some_and(|record| record.value.number().is_some())
        });
        let count = |at: &usize| cells.get(*at).map_or(0, |cell| cell.count);
        !known || line.parts.iter().map(count).sum::<u64>() == count(&line.total)
    });
    lines
}
