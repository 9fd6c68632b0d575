//! Paragraphs and runs of text, in whatever direction they are written.

use super::xml::Xml;
use crate::form::Direction;

/// How a run looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Look {
    /// As its paragraph.
    #[default]
    Plain,
    /// Bold.
    Bold,
    /// As what is to be replaced by an answer.
    Placeholder,
    /// A box to tick.
    Box,
    /// A link.
    Link,
}

/// Writes a paragraph of one style that holds a text; a line break in it stays one.
pub(super) fn paragraph(xml: &mut Xml, style: &str, direction: Direction, text: &str) {
    begin(xml, style, direction);
    runs(xml, text, Look::Plain);
    xml.close("w:p");
}

/// Writes a text as paragraphs of one style, one a line; one that is empty where there is
/// no text, since a cell needs one.
pub(super) fn paragraphs(xml: &mut Xml, style: &str, direction: Direction, text: &str) {
    for line in lines(text) {
        paragraph(xml, style, direction, line);
    }
}

/// Walks through the lines of a text, whatever ends them; an empty text has one.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ended = |line: &'_ str| line.strip_suffix('\r').map_or(line.len(), str::len);
    text.split('\n')
        .flat_map(move |line| line.get(..ended(line)).unwrap_or_default().split('\r'))
}

/// Begins a paragraph of one style.
pub(super) fn begin(xml: &mut Xml, style: &str, direction: Direction) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", style)]);
    if direction.is_right_to_left() {
        xml.empty("w:bidi", &[]);
    }
    xml.close("w:pPr");
}

/// Writes a text as runs, a new one wherever the direction of the letters changes.
pub(super) fn runs(xml: &mut Xml, text: &str, look: Look) {
    for (direction, part) in portions(text) {
        run(xml, part, look, direction);
    }
}

fn run(xml: &mut Xml, text: &str, look: Look, direction: Direction) {
    xml.open("w:r", &[]);
    if look != Look::Plain || direction.is_right_to_left() {
        xml.open("w:rPr", &[]);
        match look {
            Look::Plain => {}
            Look::Bold => {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            Look::Placeholder => xml.empty("w:rStyle", &[("w:val", "PlaceholderText")]),
            Look::Link => xml.empty("w:rStyle", &[("w:val", "Hyperlink")]),
            Look::Box => xml.empty(
                "w:rFonts",
                &[
                    ("w:ascii", "MS Gothic"),
                    ("w:eastAsia", "MS Gothic"),
                    ("w:hAnsi", "MS Gothic"),
                ],
            ),
        }
        if direction.is_right_to_left() {
            xml.empty("w:rtl", &[]);
        }
        xml.close("w:rPr");
    }
    for (at, piece) in text.split('\t').enumerate() {
        if at > 0 {
            xml.empty("w:tab", &[]);
        }
        for (at, line) in lines(piece).enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            if !line.is_empty() {
                xml.element("w:t", &[("xml:space", "preserve")], line);
            }
        }
    }
    xml.close("w:r");
}

/// Cuts a text where the direction of its letters changes. What has no direction of its
/// own, such as a digit, goes with what stands before it; blanks and what opens a phrase
/// go with what follows, since LibreOffice drops a blank at the end of a run.
fn portions(text: &str) -> Vec<(Direction, &str)> {
    let mut portions = Vec::new();
    let mut start = 0;
    let mut current = None;
    for (at, c) in text.char_indices() {
        let Some(direction) = direction_of(c) else { continue };
        if let Some(before) = current
            && before != direction
        {
            let held = text.get(start..at).unwrap_or_default();
            let kept = held.trim_end_matches(opens);
            portions.push((before, kept));
            start += kept.len();
        }
        current = Some(direction);
    }
    let rest = text.get(start..).unwrap_or_default();
    if !rest.is_empty() {
        portions.push((current.unwrap_or_default(), rest));
    }
    portions
}

/// Says whether a character belongs to what follows it: a blank, the beginning of an
/// isolate, something that opens.
fn opens(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{2066}'..='\u{2068}' | '“' | '‘' | '«' | '(' | '[')
}

/// Returns the direction of a letter; none for digits, blanks and signs.
fn direction_of(c: char) -> Option<Direction> {
    let right = matches!(u32::from(c),
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x1_0800..=0x1_0FFF
        | 0x1_E800..=0x1_EFFF);
    // Arabic digits are read from left to right.
    let digit = matches!(u32::from(c), 0x0660..=0x0669 | 0x06F0..=0x06F9);
    match (right && !digit, c.is_alphabetic()) {
        (true, true) => Some(Direction::RightToLeft),
        (false, true) => Some(Direction::LeftToRight),
        (_, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Portions follow the letters, and together they are the text.
    #[test]
    fn cuts_where_the_direction_changes() {
        use Direction::{LeftToRight, RightToLeft};
        let text = "المادة 5 of UNTOC (٢٠٢٤)، نعم";
        let portions = portions(text);
        let directions: Vec<_> =
            portions.iter().map(|(direction, _)| *direction).collect();
        assert_eq!(directions, [RightToLeft, LeftToRight, RightToLeft]);
        assert_eq!(portions.iter().map(|(_, part)| *part).collect::<String>(), text);
        let text = "عن \u{2068}untoc-5-q1\u{2069} هي";
        let cut = super::portions(text);
        let cut: Vec<&str> = cut.into_iter().map(|(_, part)| part).collect();
        assert_eq!(cut, ["عن", " \u{2068}untoc-5-q1\u{2069}", " هي"]);
        assert_eq!(super::portions(""), []);
        assert_eq!(super::portions("5 (1)"), [(LeftToRight, "5 (1)")]);
    }
}
