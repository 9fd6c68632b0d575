//! The figures of tables of arms and of incidents.

use std::collections::BTreeMap;
use std::io;

use untoc_core::{Figure, FigureKind, Quantity};

use super::{
    SummaryAsked, SummaryError, category_name, figure, note_suppression, quantity, row,
    share,
};
use crate::aggregate::{Breakdowns, Counter, Mark, OTHERS, suppress};
use crate::columns::match_fields;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// What happens to people in incidents.
const KINDS: [&str; 2] = ["dead", "missing"];

/// The events that bring arms in.
const EVENTS: [&str; 3] = ["seized", "found", "surrendered"];

/// The most categories of a property; a table with more is no table of such things.
const MOST: usize = 100_000;

/// Returns the figures.
pub(super) fn figures(
    table: &Table<'_>,
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    let rows = Rows { table, reading, places: Places::new(table, schema) };
    match schema.name.as_str() {
        "arms" => arms(&rows, asked),
        _ => incidents(&rows, asked),
    }
}

/// The rows of a table, one at a time: none is kept.
struct Rows<'a, 's> {
    table: &'a Table<'s>,
    reading: &'a Reading<'a>,
    places: Places<'a>,
}

impl Rows<'_, '_> {
    fn each(&self, visit: &mut (dyn FnMut(&Row<'_>) + Send)) -> io::Result<()> {
        let places = &self.places;
        self.table.each_row(self.reading, &mut |_, cells| visit(&Row { places, cells }))
    }
}

/// Where the column of each field stands.
struct Places<'a>(BTreeMap<&'a str, usize>);

impl<'a> Places<'a> {
    fn new(table: &Table<'_>, schema: &'a TableSchema) -> Self {
        let matched = match_fields(schema, &table.layout).columns;
        let fields = schema.fields.iter().zip(matched);
        Self(fields.filter_map(|(field, at)| Some((field.name.as_str(), at?))).collect())
    }
}

struct Row<'r> {
    places: &'r Places<'r>,
    cells: &'r [String],
}

impl<'r> Row<'r> {
    fn text(&self, name: &str) -> &'r str {
        let at = self.places.0.get(name);
        at.and_then(|at| self.cells.get(*at)).map_or("", |cell| cell.trim())
    }

    fn number(&self, name: &str) -> u64 {
        let text = self.text(name);
        let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
        digits.parse().unwrap_or(0)
    }
}

/// Arms are no persons; nothing is left out.
fn arms(
    rows: &Rows<'_, '_>,
    asked: &SummaryAsked<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    let label = |word: &str| asked.wording.say(&format!("figure-label-{word}"), &[]);
    let mut types: BTreeMap<String, [u64; 3]> = BTreeMap::new();
    let mut years: BTreeMap<String, ([u64; 3], u64)> = BTreeMap::new();
    rows.each(&mut |row| {
        if row.text("unit") == "rounds" || types.len() > MOST || years.len() > MOST {
            return;
        }
        let counts = EVENTS.map(|event| row.number(event));
        let by_type = types.entry(row.text("type").to_owned()).or_default();
        let (by_year, traced) = years.entry(row.text("year").to_owned()).or_default();
        for ((mine, year), count) in
            by_type.iter_mut().zip(by_year.iter_mut()).zip(counts)
        {
            *mine = mine.saturating_add(count);
            *year = year.saturating_add(count);
        }
        *traced = traced.saturating_add(row.number("traced"));
    })?;
    if types.len() > MOST || years.len() > MOST {
        return Err(SummaryError::TooManyCells(MOST));
    }
    if types.is_empty() {
        return Ok(Vec::new());
    }
    let quantity = |count: u64| Quantity::Number(count as f64);
    let mut by_type = figure(asked, "arms", FigureKind::Bars, &[]);
    by_type.labels = vec![label("type")];
    by_type.series = EVENTS.map(label).to_vec();
    by_type.rows = types
        .iter()
        .map(|(name, counts)| row(&[name], counts.map(quantity).to_vec()))
        .collect();
    let mut tracing = figure(asked, "tracing", FigureKind::Table, &[]);
    tracing.labels = vec![label("year")];
    tracing.series = EVENTS.map(label).to_vec();
    tracing.series.extend([label("traced"), label("tracing-rate")]);
    tracing.rows = years
        .iter()
        .map(|(year, (counts, traced))| {
            let all: u64 = counts.iter().sum();
            let mut values = counts.map(quantity).to_vec();
            values.extend([quantity(*traced), share(quantity(*traced), quantity(all))]);
            row(&[year], values)
        })
        .collect();
    tracing.notes.push(asked.wording.say("figure-note-tracing", &[]));
    Ok(vec![by_type, tracing])
}

/// The properties of incidents that are counted: year, route, dead or missing, cause.
fn properties(row: &Row<'_>, kind: &str) -> [String; 4] {
    let known = |name: &str| match row.text(name) {
        "" => "unknown".to_owned(),
        text => text.to_owned(),
    };
    let cause = match known("cause") {
        list if list.contains(';') => "several".to_owned(),
        one => one,
    };
    let year: String = row.text("date").chars().take(4).collect();
    [year, known("route"), kind.to_owned(), cause]
}

/// The axes of which only the largest categories are kept apart, and how many.
const LUMPED: [(usize, usize); 2] = [(1, 10), (3, 7)];

/// Counts the incidents of a table.
///
/// Routes and causes are free texts, of which a large table has many. So the table is read
/// twice: once for the largest of each, and once for the counts.
fn count(rows: &Rows<'_, '_>) -> Result<Counter, SummaryError> {
    let mut sizes = LUMPED.map(|_| Counter::new(1));
    let too_many = |sizes: &[Counter]| sizes.iter().any(|counter| counter.len() > MOST);
    rows.each(&mut |row| {
        if too_many(&sizes) {
            return;
        }
        for kind in KINDS {
            let (properties, count) = (properties(row, kind), row.number(kind));
            for ((axis, _), sizes) in LUMPED.iter().zip(&mut sizes) {
                sizes.add(properties.get(*axis..=*axis).unwrap_or_default(), count);
            }
        }
    })?;
    if too_many(&sizes) {
        return Err(SummaryError::TooManyCells(MOST));
    }
    let mut kept = Vec::new();
    for ((axis, most), sizes) in LUMPED.iter().zip(&sizes) {
        kept.push((*axis, sizes.largest(0, *most)));
    }
    let mut counter = Counter::new(4);
    rows.each(&mut |row| {
        if counter.len() > MOST {
            return;
        }
        for kind in KINDS {
            let mut properties = properties(row, kind);
            for (axis, kept) in &kept {
                if let (Some(name), Some(kept)) = (properties.get_mut(*axis), kept)
                    && !kept.contains(name)
                {
                    OTHERS.clone_into(name);
                }
            }
            counter.add(&properties, row.number(kind));
        }
    })?;
    if counter.len() > MOST {
        return Err(SummaryError::TooManyCells(MOST));
    }
    Ok(counter)
}

/// The dead and the missing by year, route and cause, with small counts left out.
fn incidents(
    rows: &Rows<'_, '_>,
    asked: &SummaryAsked<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    let label = |word: &str| asked.wording.say(&format!("figure-label-{word}"), &[]);
    let counter = count(rows)?;
    let sets = vec![0b0101, 0b0110, 0b1010];
    let breakdowns = Breakdowns { sets, ..Breakdowns::default() };
    let Some(cube) = counter.cube(&breakdowns, asked.zeros, &|_, _| 0) else {
        return Ok(Vec::new());
    };
    let marks = suppress(&cube.cells, &cube.lines, asked.threshold as u64, asked.zeros);
    let at = |key: [u32; 4]| {
        let at = cube.cells.iter().position(|cell| cell.key == key);
        let found = at.and_then(|at| Some((cube.cells.get(at)?, marks.get(at)?)));
        found.map_or(Quantity::Number(0.0), |(cell, mark): (_, &Mark)| {
            quantity(cell.count, *mark, asked.threshold)
        })
    };
    let names = |axis: usize| -> Vec<(u32, &str)> {
        let names = cube.categories.get(axis).map(Vec::as_slice).unwrap_or_default();
        (1..).zip(names.iter().map(String::as_str)).collect()
    };
    let of = |axis: usize, id: &str, kind: FigureKind, word: &str| {
        let mut figure = figure(asked, id, kind, &[]);
        figure.labels = vec![label(word)];
        figure.series = names(2).iter().map(|(_, kind)| label(kind)).collect();
        for (category, name) in names(axis) {
            let value = |(kind, _): &(u32, &str)| match axis {
                0 => at([category, 0, *kind, 0]),
                _ => at([0, category, *kind, 0]),
            };
            figure.rows.push(row(&[name], names(2).iter().map(value).collect()));
        }
        note_suppression(&mut figure, asked);
        figure
    };
    let mut figures = vec![
        of(0, "deaths", FigureKind::Lines, "year"),
        of(1, "routes", FigureKind::Bars, "route"),
    ];
    let causes = names(3);
    if causes.iter().any(|(_, cause)| *cause != "unknown") {
        let mut figure = figure(asked, "routes-causes", FigureKind::Table, &[]);
        figure.labels = vec![label("route")];
        let said = causes.iter().map(|(_, cause)| category_name(asked, cause));
        figure.series = said.chain([label("total")]).collect();
        let all = (0, label("total"));
        let routes = names(1).into_iter().map(|(at, name)| (at, name.to_owned()));
        for (route, name) in routes.chain([all]) {
            let columns = causes.iter().map(|(cause, _)| *cause).chain([0]);
            let values = columns.map(|cause| at([0, route, 0, cause])).collect();
            figure.rows.push(row(&[&name], values));
        }
        note_suppression(&mut figure, asked);
        figures.push(figure);
    }
    Ok(figures)
}
