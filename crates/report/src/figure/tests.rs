//! Figures as text and as SVG.

use untoc_core::{Figure, FigureBreak, FigureKind, FigureRow, Quantity};

use super::*;
use crate::screen::{Screen, Signs};

fn figure(kind: FigureKind, series: &[&str], rows: &[(&str, &[Quantity])]) -> Figure {
    Figure {
        id: "victims".to_owned(),
        title: "Victims by year & <form>".to_owned(),
        description: "The number of victims grew from 12 to 20".to_owned(),
        unit: "Persons".to_owned(),
        source: "Source: Example Shelter".to_owned(),
        notes: vec!["Counts below 5 are left out".to_owned()],
        breaks: Vec::new(),
        kind,
        labels: vec!["Year".to_owned()],
        series: series.iter().map(|name| (*name).to_owned()).collect(),
        rows: rows
            .iter()
            .map(|(label, values)| FigureRow {
                labels: vec![(*label).to_owned()],
                values: values.to_vec(),
            })
            .collect(),
    }
}

fn all() -> Vec<Figure> {
    use Quantity::{Below, Hidden, Number, Percent, Unknown};
    let rows: [(&str, &[Quantity]); 4] = [
        ("2020", &[Number(12.0), Below(5)]),
        ("2021", &[Number(12_345.0), Number(40.0)]),
        ("2022", &[Hidden, Number(4000.0)]),
        ("性剥削, la explotación sexual de una persona", &[Percent(33.3), Unknown]),
    ];
    [FigureKind::Bars, FigureKind::Lines, FigureKind::Field, FigureKind::Table]
        .map(|kind| figure(kind, &["Women & girls", "Men"], &rows))
        .to_vec()
}

/// Every kind fits the page, whatever its width, with blocks or with plain signs.
#[test]
fn text_fits_the_page() {
    let mut out = String::new();
    let single = figure(
        FigureKind::Bars,
        &["Cases"],
        &[("2020", &[Quantity::Number(3.0)]), ("2021", &[Quantity::Number(12.0)])],
    );
    for figure in all().iter().chain([&single]) {
        for (columns, signs) in [(90, Signs::Blocks), (50, Signs::Ascii)] {
            let screen = Screen { width: columns, signs, ..Screen::default() };
            let text = figure_text(figure, &screen);
            for line in text.lines() {
                assert!(crate::wrap::width(line) <= columns, "{line}");
            }
            out.push_str(&text);
            out.push('\n');
        }
    }
    insta::assert_snapshot!(out);
}

/// Every kind is XML with a title, a text alternative and nothing to load.
#[test]
fn svg_is_readable_by_everybody() {
    for figure in all() {
        let svg = figure_svg(&figure);
        assert!(svg.contains("role=\"img\""));
        assert!(
            svg.contains(
                "<title id=\"victims-title\">Victims by year &amp; &lt;form&gt;"
            )
        );
        assert!(svg.contains("<desc id=\"victims-description\">The number"));
        assert!(svg.contains("Persons") && svg.contains("Source: Example Shelter"));
        assert!(svg.contains("prefers-color-scheme:dark"));
        assert!(!svg.contains("http") || svg.matches("http").count() == 1, "a namespace");
        assert_eq!(svg, figure_svg(&figure));
        let opened = svg.matches("<text").count();
        assert_eq!(opened, svg.matches("</text>").count());
    }
    insta::assert_snapshot!(figure_svg(&all()[0]));
}

/// A break is marked where it is, in the chart, in bars and in tables, and told to whoever
/// cannot see the mark.
#[test]
fn breaks_are_marked() {
    let rows: [(&str, &[Quantity]); 3] = [
        ("2020", &[Quantity::Number(12.0), Quantity::Number(5.0)]),
        ("2021", &[Quantity::Number(30.0), Quantity::Number(7.0)]),
        ("2022", &[Quantity::Number(32.0), Quantity::Number(9.0)]),
    ];
    let mut out = String::new();
    for series in [&["Cases"][..], &["Women", "Men"]] {
        let mut figure = figure(FigureKind::Lines, series, &rows);
        for row in &mut figure.rows {
            row.values.truncate(series.len());
        }
        let text = "Break in 2021: other source".to_owned();
        figure.breaks = vec![FigureBreak { row: 1, label: "break".to_owned(), text }];
        for signs in [Signs::Blocks, Signs::Ascii] {
            let screen = Screen { width: 60, signs, ..Screen::default() };
            out.push_str(&figure_text(&figure, &screen));
        }
        let svg = figure_svg(&figure);
        assert!(svg.contains("from 12 to 20 Break in 2021: other source</desc>"));
        assert_eq!(svg.matches("class=\"b\"").count(), 1);
        assert_eq!(svg.matches(">break</text>").count(), 1);
    }
    insta::assert_snapshot!(out);
}

/// For programs a figure is a plain table.
#[test]
fn rows_for_programs() {
    let rows: Vec<String> =
        figure_rows(&all()[0]).iter().map(|row| row.join(",")).collect();
    assert_eq!(rows[..3], ["Year,Women & girls,Men", "2020,12,<5", "2021,12345,40"]);
}
