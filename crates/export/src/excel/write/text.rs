//! Texts as a cell holds them.

use crate::form::{Direction, Form};
use crate::word::is_allowed;

/// The most characters of a cell, counted as Excel does.
pub(crate) const CELL_MOST: usize = 32_767;

/// Returns a text in the pieces that a cell holds, none of them empty: all but the last
/// are full. What a workbook cannot hold, characters that nobody sees, is left out.
pub(crate) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut room = CELL_MOST;
    for c in lines(text).chars().filter(|c| is_allowed(*c)) {
        if c.len_utf16() > room {
            pieces.push(std::mem::take(&mut piece));
            room = CELL_MOST;
        }
        room -= c.len_utf16();
        piece.push(c);
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// Returns the text with the line ends of workbooks.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns a text so that each of its lines runs in its own direction, whatever stands
/// around it in a cell.
pub(super) fn embedded(text: &str, direction: Direction) -> String {
    let mark = match direction {
        Direction::LeftToRight => '\u{202a}',
        Direction::RightToLeft => '\u{202b}',
    };
    let lines: Vec<String> =
        text.lines().map(|line| format!("{mark}{line}\u{202c}")).collect();
    lines.join("\n")
}

/// Returns the text on one line.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns as much of a text that explains as a cell holds.
pub(super) fn within(text: &str) -> String {
    cut(text, CELL_MOST)
}

/// Returns a text cut to so many characters, with an ellipsis if some are missing.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut room = most.saturating_sub(1);
    let kept = text.chars().take_while(|c| {
        let width = c.len_utf16();
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    });
    let mut short: String = kept.collect();
    short.push('…');
    short
}

/// Returns about how high a text stands in a cell of this width in characters, in points;
/// rather too high than cut off.
pub(super) fn height(text: &str, width: f64, points: f64) -> f64 {
    let width = width * 10.0 / points;
    let mut count = 0.0;
    for line in text.lines() {
        let wide: f64 = line.chars().map(wide).sum();
        count += (wide / width).ceil().max(1.0);
    }
    (f64::max(count, 1.0) * points * 1.26 + 4.0).min(HIGHEST)
}

/// Returns about how wide a character is, measured by digits.
fn wide(c: char) -> f64 {
    match c {
        '\0'..'\u{250}' => 0.82,
        '\u{250}'..'\u{2e80}' => 1.0,
        _ => 1.9,
    }
}

/// The highest that a row can be.
pub(super) const HIGHEST: f64 = 409.0;

/// Returns the footer of every page: title, form id, page of pages.
pub(super) fn footer(form: &Form<'_>, title: &str) -> String {
    let plain = |text: &str| text.replace('&', "&&");
    let title = cut(&line(title), 90);
    let title = match form.direction {
        Direction::LeftToRight => title,
        Direction::RightToLeft => embedded(&title, Direction::RightToLeft),
    };
    format!("&L&8{}&C&8{}&R&8&P / &N", plain(&title), plain(form.id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts are cut by what Excel counts, and never inside a character.
    #[test]
    fn cuts_texts() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        assert_eq!(cut("a𝄞𝄞", 4), "a𝄞…");
    }

    /// A text that is too long is cut into full pieces, and nothing of it is lost.
    #[test]
    fn cuts_into_pieces() {
        assert_eq!(pieces("a\r\nb\tc\u{7}\u{ffff}"), ["a\nb\tc"]);
        assert_eq!(pieces("\u{7}"), Vec::<String>::new());
        let long = "𝄞".repeat(CELL_MOST);
        let cut = pieces(&long);
        assert_eq!(cut.concat(), long);
        assert_eq!(cut.len(), 3);
        assert!(cut.iter().all(|piece| piece.encode_utf16().count() <= CELL_MOST));
    }
}
