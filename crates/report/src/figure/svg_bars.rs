//! Bars that lie: long names fit beside them.

use untoc_core::{Figure, Quantity};

use super::greatest;
use super::svg_page::{LOOKS, SIDE, SvgPage, WIDTH};
use crate::wrap::{cut, width};

/// Draws the bars of a figure.
pub(super) fn draw(figure: &Figure) -> String {
    let mut page = SvgPage::new(figure);
    if figure.series.len() > 1 {
        legend(&mut page, &figure.series);
    }
    let names: Vec<String> =
        figure.rows.iter().map(|row| cut(&row.labels.join(", "), 34)).collect();
    let longest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let left = SIDE + (longest as f64 * 7.9 + 10.0).clamp(60.0, 250.0);
    let room = WIDTH - left - SIDE - 64.0;
    let most = greatest(figure);
    let thick = if figure.series.len() > 1 { 14.0 } else { 18.0 };
    let top = page.y;
    for (name, row) in names.iter().zip(&figure.rows) {
        let height = thick * row.values.len().max(1) as f64;
        page.text(left - 8.0, page.y + height / 2.0 + 4.5, "e", name);
        for (series, value) in row.values.iter().enumerate() {
            bar(&mut page, *value, series, [left, room, most, thick]);
            page.y += thick;
        }
        page.y += 7.0;
    }
    let bottom = page.y - 3.0;
    page.line(&[(left, top - 3.0), (left, bottom)], "a");
    page.finish(figure)
}

fn bar(page: &mut SvgPage, value: Quantity, series: usize, measures: [f64; 4]) {
    let [left, room, most, thick] = measures;
    let (y, height) = (page.y, thick - 2.0);
    let end = match value.number() {
        Some(number) => {
            let long =
                (number.max(0.0) / most * room).max(if number > 0.0 { 1.0 } else { 0.0 });
            let class = format!("f{}", series % LOOKS);
            page.rectangle([left, y, long, height], &class, "");
            left + long
        }
        // What is left out is drawn as an empty stub, so that it is not taken for nothing.
        None if value != Quantity::Unknown => {
            page.rectangle([left, y, 14.0, height], "h", "");
            left + 14.0
        }
        None => left,
    };
    page.text(end + 6.0, y + height / 2.0 + 4.5, "n", &value.shown());
}

/// Names the looks of the series.
pub(super) fn legend(page: &mut SvgPage, series: &[String]) {
    let mut x = SIDE;
    for (at, name) in series.iter().enumerate() {
        let name = cut(name, 40);
        let long = 24.0 + width(&name) as f64 * 7.4;
        if x + long > WIDTH - SIDE && x > SIDE {
            x = SIDE;
            page.y += 19.0;
        }
        let class = format!("f{}", at % LOOKS);
        page.rectangle([x, page.y - 10.0, 12.0, 12.0], &class, "");
        page.text(x + 18.0, page.y, "", &name);
        x += long + 12.0;
    }
    page.y += 16.0;
}
