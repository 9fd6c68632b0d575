//! Figures in the terminal: tables, and bars as long as the page allows.

use untoc_core::{Figure, FigureKind, FigureRow, Quantity};

use super::greatest;
use crate::screen::{Screen, Signs};
use crate::style::Ink;
use crate::words::clean;
use crate::wrap::{Layout, cut, pad, width, wrap};

/// Returns a figure as text.
pub fn figure_text(figure: &Figure, screen: &Screen) -> String {
    let mut out = format!("{}\n", screen.style.paint(Ink::Strong, &clean(&figure.title)));
    line(&mut out, &format!("{}. {}", figure.unit, figure.source), screen, Ink::Faint);
    match figure.kind {
        FigureKind::Bars => bars(&mut out, figure, screen),
        FigureKind::Lines if figure.series.len() == 1 => bars(&mut out, figure, screen),
        FigureKind::Table | FigureKind::Field | FigureKind::Lines => {
            table(&mut out, figure, screen);
        }
    }
    for note in &figure.notes {
        line(&mut out, note, screen, Ink::Faint);
    }
    out
}

fn line(out: &mut String, text: &str, screen: &Screen, ink: Ink) {
    let layout = Layout { width: screen.width, first: "  ", rest: "  " };
    for line in wrap(&clean(text), layout).lines() {
        out.push_str(&screen.style.paint(ink, line));
        out.push('\n');
    }
}

/// The name of a row: its labels, joined.
fn name(row: &FigureRow) -> String {
    clean(&row.labels.join(", "))
}

fn bars(out: &mut String, figure: &Figure, screen: &Screen) {
    let several = figure.series.len() > 1;
    let names: Vec<String> = match several {
        true => figure.series.iter().map(|series| clean(series)).collect(),
        false => figure.rows.iter().map(name).collect(),
    };
    let longest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let column = longest.min(screen.width / 3).max(4);
    let values = figure.rows.iter().flat_map(|row| &row.values);
    let number = values.map(|value| width(&value.shown())).max().unwrap_or(1);
    let room = screen.width.saturating_sub(column + number + 6).clamp(8, 60);
    let most = greatest(figure);
    for (at, row) in figure.rows.iter().enumerate() {
        if let Some(label) = broken(figure, at) {
            rule(out, &label, column + number + 4 + room, screen);
        }
        if several {
            out.push_str(&format!("  {}\n", cut(&name(row), screen.width - 2)));
        }
        let names = match several {
            true => names.clone(),
            false => vec![name(row)],
        };
        for (name, value) in names.iter().zip(&row.values) {
            let label = pad(&cut(name, column), column);
            let shown = value.shown();
            let blank = " ".repeat(number.saturating_sub(width(&shown)));
            let bar = bar(*value, most, room, screen.signs);
            let text = format!("  {label}  {blank}{shown}  {bar}");
            out.push_str(text.trim_end());
            out.push('\n');
        }
    }
}

/// The word at the break before a row, if there is one.
fn broken(figure: &Figure, row: usize) -> Option<String> {
    figure.breaks.iter().find(|found| found.row == row).map(|found| clean(&found.label))
}

/// A line across the figure with a word in it, where the numbers break.
fn rule(out: &mut String, label: &str, wide: usize, screen: &Screen) {
    let (dash, end) = match screen.signs {
        Signs::Ascii => ("- ", ""),
        Signs::Blocks => ("┄", " "),
    };
    let wide = wide.min(screen.width.saturating_sub(2));
    let left = wide.saturating_sub(width(label) + 4) / width(dash);
    let text = format!("  {}{end}{label} {}", dash.repeat(2), dash.repeat(left));
    out.push_str(&screen.style.paint(Ink::Faint, cut(&text, screen.width).trim_end()));
    out.push('\n');
}

/// A bar in eighths of a column.
fn bar(value: Quantity, most: f64, room: usize, signs: Signs) -> String {
    const EIGHTHS: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
    let Some(number) = value.number().filter(|number| *number > 0.0) else {
        return String::new();
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and the width of the page in eighths"
    )]
    let eighths =
        ((number / most * room as f64 * 8.0).round() as usize).clamp(1, room * 8);
    if signs == Signs::Ascii {
        return "#".repeat(eighths.div_ceil(8));
    }
    let mut bar = "█".repeat(eighths / 8);
    if let Some(rest) = (eighths % 8).checked_sub(1) {
        bar.extend(EIGHTHS.get(rest));
    }
    bar
}

fn table(out: &mut String, figure: &Figure, screen: &Screen) {
    let texts = figure.labels.len();
    let mut rows: Vec<Vec<String>> = vec![
        figure.labels.iter().chain(&figure.series).map(|text| clean(text)).collect(),
    ];
    rows.extend(figure.rows.iter().map(|row| {
        let values = row.values.iter().map(|value| value.shown());
        row.labels.iter().map(|label| clean(label)).chain(values).collect()
    }));
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let most = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..columns).map(most).collect();
    shrink(&mut widths, screen.width.saturating_sub(2));
    let wide = widths.iter().map(|width| width + 2).sum::<usize>().saturating_sub(2);
    for (position, row) in rows.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|row| broken(figure, row));
        if let Some(label) = before {
            rule(out, &label, wide, screen);
        }
        let mut text = String::new();
        for (at, (cell, width_of)) in row.iter().zip(&widths).enumerate() {
            let cell = cut(cell, *width_of);
            let blank = " ".repeat(width_of.saturating_sub(width(&cell)));
            text.push_str("  ");
            // Words begin at the left, numbers end at the right.
            let parts = if at < texts { [cell, blank] } else { [blank, cell] };
            text.extend(parts);
        }
        let text = text.trim_end();
        match position {
            0 => out.push_str(&screen.style.paint(Ink::Faint, text)),
            _ => out.push_str(text),
        }
        out.push('\n');
    }
}

/// Takes from the widest columns until all fit.
fn shrink(widths: &mut [usize], room: usize) {
    const LEAST: usize = 5;
    let total = |widths: &[usize]| widths.iter().map(|width| width + 2).sum::<usize>();
    while total(widths) > room {
        let Some(widest) = widths.iter_mut().max_by_key(|width| **width) else { return };
        if *widest <= LEAST {
            return;
        }
        *widest -= 1;
    }
}
