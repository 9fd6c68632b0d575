//! Tables and pages.

use super::styles::{DARK, PALE};
use super::xml::Xml;
use crate::form::Direction;

/// The width between the margins of a page, in twentieths of a point.
pub(super) const WIDTH: usize = 15_138;

/// What stands behind the text of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Nothing: it is to be filled in.
    White,
    /// What explains.
    Pale,
    /// The head of a table.
    Dark,
}

/// Whether a row may be cut at the end of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// It may.
    Allowed,
    /// It goes to the next page whole.
    Never,
}

/// Begins a table with columns of these widths.
pub(super) fn begin_table(
    xml: &mut Xml,
    direction: Direction,
    widths: &[usize],
    caption: &str,
) {
    xml.open("w:tbl", &[]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblStyle", &[("w:val", "UntocTable")]);
    if direction.is_right_to_left() {
        xml.empty("w:bidiVisual", &[]);
    }
    let all: usize = widths.iter().sum();
    xml.empty("w:tblW", &[("w:w", &all.to_string()), ("w:type", "dxa")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")]);
    if !caption.is_empty() {
        xml.empty("w:tblCaption", &[("w:val", caption)]);
    }
    xml.close("w:tblPr");
    xml.open("w:tblGrid", &[]);
    for width in widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    xml.close("w:tblGrid");
}

/// Begins a row.
pub(super) fn begin_row(xml: &mut Xml, cut: Cut) {
    xml.open("w:tr", &[]);
    if cut == Cut::Never {
        xml.raw("<w:trPr><w:cantSplit/></w:trPr>");
    }
}

/// Begins the row that heads a table and stands again on every page.
pub(super) fn begin_head(xml: &mut Xml) {
    xml.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
}

/// Begins a cell.
pub(super) fn begin_cell(xml: &mut Xml, width: usize, ground: Ground) {
    xml.open("w:tc", &[]);
    xml.open("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    let fill = match ground {
        Ground::White => None,
        Ground::Pale => Some(PALE),
        Ground::Dark => Some(DARK),
    };
    if let Some(fill) = fill {
        let attributes = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)];
        xml.empty("w:shd", &attributes);
    }
    xml.close("w:tcPr");
}

/// Shares out a width by weights; what does not divide goes to the last.
pub(super) fn share(width: usize, weights: &[usize]) -> Vec<usize> {
    let all: usize = weights.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> =
        weights.iter().map(|weight| width * weight / all).collect();
    let rest = width - widths.iter().sum::<usize>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// Ends the body of a document with its page: A4, lying.
pub(super) fn page(xml: &mut Xml, direction: Direction) {
    xml.open("w:sectPr", &[]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")]);
    xml.raw("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"500\" w:footer=\"450\" w:gutter=\"0\"/>");
    if direction.is_right_to_left() {
        xml.empty("w:bidi", &[]);
    }
    xml.close("w:sectPr");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the weights, all of the width is given out.
    #[test]
    fn shares_the_whole_width() {
        assert_eq!(share(100, &[1, 1, 1]), [33, 33, 34]);
        assert_eq!(share(WIDTH, &[3, 4]).iter().sum::<usize>(), WIDTH);
    }
}
