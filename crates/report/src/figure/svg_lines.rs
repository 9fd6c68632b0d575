//! Lines over years.

use untoc_core::{Figure, Quantity};

use super::greatest;
use super::svg_page::{LOOKS, SIDE, SvgPage, WIDTH};
use crate::wrap::{cut, width};

const HEIGHT: f64 = 230.0;

/// Draws the lines of a figure.
pub(super) fn draw(figure: &Figure) -> String {
    let mut page = SvgPage::new(figure);
    if figure.series.len() > 1 {
        legend(&mut page, &figure.series);
    }
    let step = step(greatest(figure));
    let most = (greatest(figure) / step).ceil() * step;
    let (left, right) = (SIDE + 52.0, WIDTH - SIDE - 24.0);
    let (top, bottom) = (page.y + 6.0, page.y + 6.0 + HEIGHT);
    let mut level = 0.0;
    while level <= most + step / 2.0 {
        let y = bottom - level / most * HEIGHT;
        page.line(&[(left, y), (right, y)], "a");
        page.text(left - 8.0, y + 4.5, "s e n", &Quantity::Number(level).shown());
        level += step;
    }
    let count = figure.rows.len();
    let wide = (right - left) / count.max(1) as f64;
    let x = |at: usize| left + wide * (at as f64 + 0.5);
    let every = count.div_ceil(14).max(1);
    for (at, row) in figure.rows.iter().enumerate().filter(|(at, _)| at % every == 0) {
        page.text(x(at), bottom + 19.0, "s m", &cut(&row.labels.join(" "), 12));
    }
    for (at, found) in figure.breaks.iter().enumerate() {
        // Several changes in one year are one mark.
        if figure.breaks.get(at.wrapping_sub(1)).is_none_or(|b| b.row != found.row) {
            let x = x(found.row) - wide / 2.0;
            page.line(&[(x, top), (x, bottom)], "b");
            page.text(x + 4.0, top + 10.0, "s b", &found.label);
        }
    }
    for series in 0..figure.series.len() {
        one(&mut page, figure, series, &x, [bottom, HEIGHT / most]);
    }
    debug_assert!(top < bottom);
    page.y = bottom + 26.0;
    page.finish(figure)
}

/// Draws one series: lines between years that follow each other, a sign at each.
fn one(
    page: &mut SvgPage,
    figure: &Figure,
    series: usize,
    x: &dyn Fn(usize) -> f64,
    [bottom, scale]: [f64; 2],
) {
    let value = |at: usize| {
        let row = figure.rows.get(at);
        row.and_then(|row| row.values.get(series)).copied().unwrap_or(Quantity::Unknown)
    };
    let class = format!("l l{}", series % LOOKS);
    let mut run: Vec<(f64, f64)> = Vec::new();
    for at in 0..=figure.rows.len() {
        match value(at).number() {
            Some(number) => run.push((x(at), bottom - number * scale)),
            None => {
                if run.len() > 1 {
                    page.line(&run, &class);
                }
                run.clear();
            }
        }
    }
    let alone = figure.series.len() == 1;
    for at in 0..figure.rows.len() {
        let value = value(at);
        match value.number() {
            Some(number) => {
                let y = bottom - number * scale;
                page.sign(series, x(at), y);
                if alone && figure.rows.len() <= 14 {
                    page.text(x(at), y - 10.0, "s m n", &value.shown());
                }
            }
            None if value != Quantity::Unknown => {
                page.text(
                    x(at),
                    bottom - 4.0 - 13.0 * series as f64,
                    "s m",
                    &value.shown(),
                );
            }
            None => {}
        }
    }
}

/// A step between levels: 1, 2 or 5 with zeros, so that there are about five.
fn step(most: f64) -> f64 {
    let rough = (most / 5.0).max(1.0);
    let power = 10.0_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps.into_iter().find(|step| *step >= rough).unwrap_or(rough)
}

fn legend(page: &mut SvgPage, series: &[String]) {
    let mut x = SIDE;
    for (at, name) in series.iter().enumerate() {
        let name = cut(name, 40);
        let long = 46.0 + width(&name) as f64 * 7.4;
        if x + long > WIDTH - SIDE && x > SIDE {
            x = SIDE;
            page.y += 19.0;
        }
        let y = page.y - 4.0;
        page.line(&[(x, y), (x + 32.0, y)], &format!("l l{}", at % LOOKS));
        page.sign(at, x + 16.0, y);
        page.text(x + 40.0, page.y, "", &name);
        x += long + 12.0;
    }
    page.y += 10.0;
}
