//! Texts as a cell holds them.

use crate::form::Form;

/// The most characters of a cell, counted as Excel does.
pub(super) const CELL_MOST: usize = 32_767;

/// Says whether a cell holds the text as it is, so that it comes back unchanged.
pub(super) fn fits(text: &str) -> bool {
    let unseen = |c: char| {
        (c < ' ' && !matches!(c, '\n' | '\t' | '\r')) || c > '\u{fffd}' && c < '\u{10000}'
    };
    text.encode_utf16().count() <= CELL_MOST && !text.contains(unseen)
}

/// Returns the text with the line ends of workbooks.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
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
const HIGHEST: f64 = 409.0;

/// Returns the footer of every page: title, form id, page of pages.
pub(super) fn footer(form: &Form<'_>, title: &str) -> String {
    let plain = |text: &str| text.replace('&', "&&");
    format!(
        "&L&8{}&C&8{}&R&8&P / &N",
        plain(&cut(&line(title), 90)),
        plain(form.id.as_str())
    )
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
        assert!(fits("a\nb\tc") && !fits("a\u{7}") && !fits("\u{ffff}"));
        assert!(!fits(&"x".repeat(CELL_MOST + 1)));
    }
}
