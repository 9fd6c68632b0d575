//! The figures of tables of arms and of incidents.

use std::collections::BTreeMap;

use untoc_core::{Figure, FigureKind, Quantity};

use super::{
    SummaryAsked, SummaryError, category_name, figure, note_suppression, quantity, row,
    share,
};
use crate::aggregate::{Breakdowns, Counter, Mark, suppress};
use crate::columns::match_fields;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// The events that bring arms in.
const EVENTS: [&str; 3] = ["seized", "found", "surrendered"];

/// Returns the figures.
pub(super) fn figures(
    table: &Table<'_>,
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    let matched = match_fields(schema, &table.layout).columns;
    let place = |name: &str| {
        let at = schema.fields.iter().position(|field| field.name == name)?;
        matched.get(at).copied().flatten()
    };
    let mut rows: Vec<BTreeMap<&str, String>> = Vec::new();
    let names: Vec<(&str, usize)> = schema
        .fields
        .iter()
        .filter_map(|field| Some((field.name.as_str(), place(&field.name)?)))
        .collect();
    table.each_row(reading, &mut |_, cells| {
        let cell = |at: usize| cells.get(at).map(|cell| cell.trim().to_owned());
        let row = names.iter().filter_map(|(name, at)| Some((*name, cell(*at)?)));
        rows.push(row.collect());
    })?;
    Ok(match schema.name.as_str() {
        "arms" => arms(&rows, asked),
        _ => incidents(&rows, asked),
    })
}

fn number(row: &BTreeMap<&str, String>, name: &str) -> u64 {
    let text = row.get(name).map_or("", String::as_str);
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    digits.parse().unwrap_or(0)
}

fn text<'r>(row: &'r BTreeMap<&str, String>, name: &str) -> &'r str {
    row.get(name).map_or("", String::as_str)
}

/// Arms are no persons; nothing is left out.
fn arms(rows: &[BTreeMap<&str, String>], asked: &SummaryAsked<'_>) -> Vec<Figure> {
    let label = |word: &str| asked.wording.say(&format!("figure-label-{word}"), &[]);
    let mut types: BTreeMap<&str, [u64; 3]> = BTreeMap::new();
    let mut years: BTreeMap<&str, ([u64; 3], u64)> = BTreeMap::new();
    for row in rows.iter().filter(|row| text(row, "unit") != "rounds") {
        let counts = EVENTS.map(|event| number(row, event));
        let by_type = types.entry(text(row, "type")).or_default();
        let (by_year, traced) = years.entry(text(row, "year")).or_default();
        for ((mine, year), count) in
            by_type.iter_mut().zip(by_year.iter_mut()).zip(counts)
        {
            *mine += count;
            *year += count;
        }
        *traced += number(row, "traced");
    }
    if types.is_empty() {
        return Vec::new();
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
    vec![by_type, tracing]
}

/// The dead and the missing by year, route and cause, with small counts left out.
fn incidents(rows: &[BTreeMap<&str, String>], asked: &SummaryAsked<'_>) -> Vec<Figure> {
    let label = |word: &str| asked.wording.say(&format!("figure-label-{word}"), &[]);
    let mut counter = Counter::new(4);
    for row in rows {
        let year: String = text(row, "date").chars().take(4).collect();
        let known = |name: &str| match text(row, name) {
            "" => "unknown".to_owned(),
            text => text.to_owned(),
        };
        let cause = match known("cause") {
            list if list.contains(';') => "several".to_owned(),
            one => one,
        };
        for kind in ["dead", "missing"] {
            let categories =
                [year.clone(), known("route"), kind.to_owned(), cause.clone()];
            counter.add(&categories, number(row, kind));
        }
    }
    counter.lump(1, 10);
    counter.lump(3, 7);
    let breakdowns = Breakdowns { fixed: 0, sets: vec![0b0101, 0b0110, 0b1010] };
    let Some(cube) = counter.cube(&breakdowns, asked.zeros, &|_, _| 0) else {
        return Vec::new();
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
    figures
}
