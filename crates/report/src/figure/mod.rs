//! Figures as people see them: text for the terminal, SVG for pages and print, CSV for
//! programs.

mod svg;
mod svg_bars;
mod svg_field;
mod svg_lines;
mod svg_page;
#[cfg(test)]
mod tests;
mod text;

use untoc_core::Figure;

pub use svg::{figure_style, figure_svg, figure_svg_unstyled};
pub use text::figure_text;

/// Returns a figure as rows of texts: headings first, then what it shows.
pub fn figure_rows(figure: &Figure) -> Vec<Vec<String>> {
    let head = figure.labels.iter().chain(&figure.series).cloned().collect();
    let rows = figure.rows.iter().map(|row| {
        let values = row.values.iter().map(|value| value.plain());
        row.labels.iter().cloned().chain(values).collect()
    });
    std::iter::once(head).chain(rows).collect()
}

/// The greatest number of a figure; at least one, so that it can be divided by.
fn greatest(figure: &Figure) -> f64 {
    let numbers = figure.rows.iter().flat_map(|row| &row.values);
    let numbers = numbers.filter_map(|value| value.number());
    numbers.fold(0.0_f64, f64::max).max(f64::MIN_POSITIVE)
}
