//! Tables of counts out of tables of cases, with small counts left out.
//!
//! Cases are counted with all margins; counts below the threshold are left out, and so
//! many others with them that none follows from those that are shown. A small count
//! reads `<5`; a count that is left out for the sake of others reads `*`, since it may be
//! large.

mod axis;
mod cube;
mod follow;
mod shape;
mod suppress;
#[cfg(test)]
mod tests;

use std::io;

pub use self::cube::Zeros;
pub use self::shape::{Indicator, Shape, ShapeError};
pub use self::suppress::Mark;

pub(crate) use self::axis::{Axis, Words};
use self::cube::set_of;
pub(crate) use self::cube::{Breakdowns, Cell, Counter, Cube, Line, MOST_CELLS, OTHERS};
pub(crate) use self::suppress::{protect, suppress};

use crate::cases::CaseReader;
use crate::csv_text::CsvText;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// What is asked of tables of counts that are made together.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The tables. What one of them leaves out does not follow from another.
    pub tables: Vec<TableWanted>,
    /// The least count that may be shown.
    pub threshold: usize,
    /// What becomes of counts that are zero.
    pub zeros: Zeros,
    /// How many countries have rows of their own, the largest ones; all others are put
    /// together.
    pub countries: usize,
}

/// How many countries have rows of their own, if nothing else is asked for.
pub const USUAL_COUNTRIES: usize = 10;

/// What is asked of one table of counts.
#[derive(Debug, Clone)]
pub struct TableWanted {
    /// The columns.
    pub shape: Shape,
    /// Sets of breakdowns by their names; none stands for the usual ones.
    pub by: Vec<Vec<String>>,
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aggregated {
    /// The table in CSV.
    pub csv: String,
    /// Its rows.
    pub rows: usize,
    /// The cases that were counted.
    pub cases: u64,
    /// The cases that were not, since they have no year.
    pub without_year: u64,
    /// The counts that are left out because they are small.
    pub small: usize,
    /// The counts that are left out so that no other follows.
    pub hidden: usize,
}

/// Why cases cannot be counted.
#[derive(Debug, thiserror::Error)]
pub enum AggregateError {
    /// The rows of the profile are no cases.
    #[error("the rows of the profile {0} are no cases")]
    NoCases(
        /// The profile.
        String,
    ),
    /// A breakdown that the table does not have.
    #[error("the table cannot be broken down by {name}")]
    UnknownBreakdown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Two breakdowns that share a column.
    #[error("one row cannot be broken down by {0} at once")]
    NotAtOnce(
        /// The breakdowns.
        String,
    ),
    /// Too many cells.
    #[error("the table would have more than {0} rows")]
    TooManyCells(
        /// The most.
        usize,
    ),
    /// The source cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Counts the cases of a table into one or several tables.
///
/// # Errors
/// When the table holds no cases, cannot be broken down like this, or cannot be read.
pub fn aggregate(
    table: &Table<'_>,
    schema: &TableSchema,
    wanted: &Wanted,
    reading: &Reading<'_>,
) -> Result<Vec<Aggregated>, AggregateError> {
    let reader = CaseReader::new(table, schema)
        .ok_or_else(|| AggregateError::NoCases(schema.name.clone()))?;
    let plan = Plan::new(wanted)?;
    let mut counter = Counter::new(plan.axes.len());
    let (mut cases, mut without_year) = (0, 0);
    reader.each(table, reading, &mut |_, case| {
        let categories: Vec<String> =
            plan.axes.iter().map(|axis| axis.category(case)).collect();
        let year = categories.first().map_or("", String::as_str);
        if year.is_empty() || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            without_year += 1;
        } else {
            cases += 1;
            counter.add(&categories, 1);
        }
    })?;
    for (at, axis) in plan.axes.iter().enumerate().filter(|(_, a)| a.is_by_country()) {
        counter.lump(at, wanted.countries, axis.others());
    }
    let rank = |axis: usize, name: &str| {
        plan.axes.get(axis).map_or(usize::MAX, |axis| axis.rank(name))
    };
    let sets = plan.tables.iter().flat_map(|(_, breakdowns)| &breakdowns.sets);
    let all =
        Breakdowns { fixed: 0b1, sets: sets.copied().collect(), ..Breakdowns::default() };
    let all = counter.compared(&all, &plan.pairs());
    let mut cube = counter
        .cube(&all, wanted.zeros, &rank)
        .ok_or(AggregateError::TooManyCells(MOST_CELLS))?;
    plan.link(&counter, &mut cube, &all);
    let marks = suppress(&cube.cells, &cube.lines, wanted.threshold as u64, wanted.zeros);
    let tables = wanted.tables.iter().zip(&plan.tables).map(|(table, (axes, own))| {
        let mut result =
            write(&table.shape, axes, &own.closed(), &cube, &marks, wanted.threshold);
        result.cases = cases;
        result.without_year = without_year;
        result
    });
    Ok(tables.collect())
}

/// Writes one of the tables.
fn write(
    shape: &Shape,
    axes: &[usize],
    sets: &[u32],
    cube: &Cube,
    marks: &[Mark],
    threshold: usize,
) -> Aggregated {
    let mut csv = CsvText::new();
    csv.row(&shape.header);
    let own =
        |at: &usize| cube.cells.get(*at).is_some_and(|c| sets.contains(&set_of(&c.key)));
    let mut order: Vec<usize> = (0..cube.cells.len()).filter(own).collect();
    // By year, then the totals before what they are made of.
    order.sort_by_key(|at| {
        (cube.cells.get(*at).and_then(|cell| cell.key.first().copied()), *at)
    });
    let mut result = Aggregated {
        csv: String::new(),
        rows: order.len(),
        cases: 0,
        without_year: 0,
        small: 0,
        hidden: 0,
    };
    for at in order {
        let (Some(cell), Some(mark)) = (cube.cells.get(at), marks.get(at)) else {
            continue;
        };
        result.small += usize::from(*mark == Mark::Small);
        result.hidden += usize::from(*mark == Mark::Hidden);
        let value = shown(cell.count, *mark, threshold);
        let name = |axis: usize| cube.name(&cell.key, *axes.get(axis)?);
        csv.row(shape.row(&name, &value));
    }
    result.csv = csv.take();
    result
}

/// The axes of all tables, and which of them each table has.
struct Plan {
    axes: Vec<Axis>,
    tables: Vec<(Vec<usize>, Breakdowns)>,
}

impl Plan {
    fn new(wanted: &Wanted) -> Result<Self, AggregateError> {
        let mut plan = Self { axes: Vec::new(), tables: Vec::new() };
        for table in &wanted.tables {
            let mut places = Vec::new();
            for axis in &table.shape.axes {
                let known = plan.axes.iter().position(|other| other == axis);
                places.push(known.unwrap_or_else(|| {
                    plan.axes.push(axis.clone());
                    plan.axes.len() - 1
                }));
            }
            let breakdowns = breakdowns(table, &places)?;
            plan.tables.push((places, breakdowns));
        }
        Ok(plan)
    }

    /// Tells the equations how the words of one table and those of another belong together:
    /// who knows both tables can compare them.
    fn link(&self, counter: &Counter, cube: &mut Cube, all: &Breakdowns) {
        let sets = all.closed();
        for (one, two) in self.pairs() {
            for (fine, coarse) in [(one, two), (two, one)] {
                if let Some(refines) = counter.refines(fine, coarse) {
                    cube.add_refinement(fine, coarse, &refines, &sets);
                }
            }
        }
    }

    /// The axes that are about the same property, two by two.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let about = |at: usize, axis: &Axis| {
            let others = self.axes.iter().enumerate().skip(at + 1);
            others
                .filter(|(_, other)| axis.is_about(other))
                .map(|(other, _)| (at, other))
                .collect::<Vec<_>>()
        };
        self.axes.iter().enumerate().flat_map(|(at, axis)| about(at, axis)).collect()
    }
}

/// Writes a count as it is shown.
pub(crate) fn shown(count: u64, mark: Mark, threshold: usize) -> String {
    match mark {
        Mark::Shown => count.to_string(),
        Mark::Small => format!("<{threshold}"),
        Mark::Hidden => "*".to_owned(),
    }
}

fn breakdowns(
    wanted: &TableWanted,
    places: &[usize],
) -> Result<Breakdowns, AggregateError> {
    let shape = &wanted.shape;
    let lists = if wanted.by.is_empty() { &shape.usual } else { &wanted.by };
    let mut sets = Vec::new();
    for names in lists {
        let mut set = 0b1;
        for name in names {
            let at = shape.axes.iter().position(|axis| axis.name == *name);
            let at = at.and_then(|at| places.get(at)).filter(|at| **at < 31);
            let Some(at) = at else {
                return Err(AggregateError::UnknownBreakdown {
                    name: name.clone(),
                    known: shape.breakdowns().into_iter().map(str::to_owned).collect(),
                });
            };
            set |= 1 << at;
        }
        if !shape.allows(names) {
            return Err(AggregateError::NotAtOnce(names.join(", ")));
        }
        sets.push(set);
    }
    Ok(Breakdowns { fixed: 0b1, sets, ..Breakdowns::default() })
}
