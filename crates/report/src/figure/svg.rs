//! Figures as SVG: a picture that needs no program and no font of its own.

use untoc_core::{Figure, FigureKind};

use super::{svg_bars, svg_field, svg_lines, svg_page};

/// Returns a figure as SVG.
///
/// It has a title, a unit, a source and a text alternative, can be read in grey print and
/// on a dark screen, and loads nothing.
pub fn figure_svg(figure: &Figure) -> String {
    match figure.kind {
        FigureKind::Bars => svg_bars::draw(figure),
        FigureKind::Lines => svg_lines::draw(figure),
        FigureKind::Field => svg_field::draw(figure, svg_field::Shade::ByNumber),
        FigureKind::Table => svg_field::draw(figure, svg_field::Shade::Plain),
    }
}

/// Returns a figure as SVG without its style sheet, for a page that lets no style in but
/// its own; [`figure_style`] is to be served with it.
pub fn figure_svg_unstyled(figure: &Figure) -> String {
    let style = format!("<style>{}</style>\n", svg_page::STYLE);
    figure_svg(figure).replacen(&style, "", 1)
}

/// Returns the style sheet of figures.
pub fn figure_style() -> &'static str {
    svg_page::STYLE
}
