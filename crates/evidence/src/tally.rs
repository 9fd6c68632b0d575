//! Counting what is wrong: one cause, a count and the first places.

use std::collections::BTreeMap;

use untoc_core::{Finding, Place, TablePlace};

use crate::scan::Base;

/// A place in a table, counted from 0 until it leaves the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) row: usize,
    /// Not known of everything.
    pub(crate) line: Option<usize>,
}

/// How often something was met, and where first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) count: usize,
    pub(crate) spots: Vec<Spot>,
    /// The first values, if they were asked for.
    pub(crate) values: Vec<String>,
}

/// What was met, by cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally<C: Ord>(pub(crate) BTreeMap<C, Group>);

impl<C: Ord> Default for Tally<C> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

/// How many values a finding shows.
const VALUES: usize = 3;

impl<C: Ord> Tally<C> {
    /// Notes one more.
    pub(crate) fn add(&mut self, cause: C, row: u32, line: u32) {
        let group = self.0.entry(cause).or_default();
        group.count += 1;
        if group.spots.len() < Finding::PLACES {
            group.spots.push(Spot { row: row as usize, line: Some(line as usize) });
        }
    }

    /// Notes a value of a cause, for those who asked for values.
    pub(crate) fn add_value(&mut self, cause: C, value: &[u8]) {
        let group = self.0.entry(cause).or_default();
        if group.values.len() < VALUES {
            let value = String::from_utf8_lossy(value).into_owned();
            if !group.values.contains(&value) {
                group.values.push(value);
            }
        }
    }

    /// Adds what was met in the next chunk.
    pub(crate) fn merge(&mut self, base: Base, next: Self) {
        for (cause, group) in next.0 {
            let mine = self.0.entry(cause).or_default();
            mine.count += group.count;
            let room = Finding::PLACES.saturating_sub(mine.spots.len());
            mine.spots.extend(group.spots.iter().take(room).map(|spot| Spot {
                row: base.rows + spot.row,
                line: spot.line.map(|line| base.lines + line),
            }));
            for value in group.values {
                if mine.values.len() < VALUES && !mine.values.contains(&value) {
                    mine.values.push(value);
                }
            }
        }
    }
}

/// Returns the place of a cell as people count.
pub(crate) fn place(spot: Spot, column: Option<usize>, field: Option<&str>) -> Place {
    Place {
        line: spot.line.map(|line| line + 1),
        table: Some(TablePlace {
            row: Some(spot.row + 1),
            column: column.map(|column| column + 1),
            field: field.map(str::to_owned),
        }),
        ..Place::default()
    }
}

/// Returns the place of a whole column.
pub(crate) fn column_place(column: Option<usize>, field: Option<&str>) -> Place {
    let column = column.map(|column| column + 1);
    let field = field.map(str::to_owned);
    Place { table: Some(TablePlace { row: None, column, field }), ..Place::default() }
}

/// Puts the count and the places of a group into a finding.
pub(crate) fn grouped(
    mut finding: Finding,
    group: &Group,
    column: Option<usize>,
    field: Option<&str>,
) -> Finding {
    finding.count = group.count.max(1);
    finding.places = group.spots.iter().map(|spot| place(*spot, column, field)).collect();
    if finding.places.is_empty() {
        finding.places.push(column_place(column, field));
    }
    if group.values.is_empty() {
        return finding;
    }
    finding.private("value", group.values.join(", "))
}
