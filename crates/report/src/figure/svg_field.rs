//! Tables as pictures, and fields that are darker where there is more.

use untoc_core::{Figure, Quantity};

use super::greatest;
use super::svg_page::{SIDE, SvgPage, WIDTH, number};
use crate::wrap::{cut, width};

/// Whether cells are shaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    Plain,
    ByNumber,
}

const HIGH: f64 = 22.0;

/// Draws a figure as a table.
pub(super) fn draw(figure: &Figure, shade: Shade) -> String {
    let mut page = SvgPage::new(figure);
    let series = figure.series.len().max(1) as f64;
    let widest = |texts: &mut dyn Iterator<Item = &String>| {
        texts.map(|text| width(text)).max().unwrap_or(0) as f64 * 7.2 + 14.0
    };
    let labels: Vec<f64> = (0..figure.labels.len())
        .map(|at| {
            let cells = figure.rows.iter().filter_map(|row| row.labels.get(at));
            widest(&mut cells.chain(figure.labels.get(at))).min(220.0)
        })
        .collect();
    let left = SIDE + labels.iter().sum::<f64>();
    let head = figure.series.iter().map(|name| width(name)).max().unwrap_or(0) as f64;
    let room = (WIDTH - SIDE - left).max(120.0);
    let wide = (room / series).min((head * 7.2 + 20.0).clamp(64.0, 150.0));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of letters"
    )]
    let letters = ((wide - 8.0) / 6.8).max(3.0) as usize;
    let mut x = SIDE;
    for (name, wide) in figure.labels.iter().zip(&labels) {
        page.text(x, page.y + 4.0, "s", &cut(name, 30));
        x += wide;
    }
    for (at, name) in figure.series.iter().enumerate() {
        let end = left + wide * (at as f64 + 1.0) - 8.0;
        page.text(end, page.y + 4.0, "s e", &cut(name, letters));
    }
    page.y += 12.0;
    let most = greatest(figure);
    let end = (left + wide * series).min(WIDTH - SIDE);
    for row in &figure.rows {
        let y = page.y;
        page.line(&[(SIDE, y), (end, y)], "a");
        let mut x = SIDE;
        for (label, wide) in row.labels.iter().zip(&labels) {
            page.text(x, y + 15.5, "", &cut(label, 30));
            x += wide;
        }
        for (at, value) in row.values.iter().enumerate() {
            let cell = [left + wide * at as f64, y + 0.5, wide, HIGH - 1.0];
            draw_cell(&mut page, *value, cell, shade, most);
        }
        page.y += HIGH;
    }
    page.finish(figure)
}

fn draw_cell(
    page: &mut SvgPage,
    value: Quantity,
    cell: [f64; 4],
    shade: Shade,
    most: f64,
) {
    let [x, y, wide, _] = cell;
    let share = value.number().map_or(0.0, |number| (number / most).clamp(0.0, 1.0));
    let dark = shade == Shade::ByNumber && share > 0.0;
    if dark {
        let opacity = format!(" fill-opacity=\"{}\"", number(0.1 + share * 0.8));
        page.rectangle(cell, "c", &opacity);
    }
    let class = if dark && share > 0.5 { "e n w" } else { "e n" };
    page.text(x + wide - 8.0, y + 15.0, class, &value.shown());
}
