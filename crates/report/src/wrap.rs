//! Breaks long texts at the width of the terminal, with hanging indents.
//!
//! Lines break at spaces, and between characters of scripts that write without spaces.
//! A word that is longer than the line stays whole, so that an id, a path or a command
//! can be copied.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout<'a> {
    /// The width of the page in columns of the terminal, the indent included.
    pub width: usize,
    /// What stands before the first line.
    pub first: &'a str,
    /// What stands before every other line.
    pub rest: &'a str,
}

/// The width in columns that a text takes in a terminal.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Returns the text padded with spaces at its end to a width in columns.
pub fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Returns the text cut to a width in columns, with `…` where something is left out.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > columns {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// Returns the text as lines that fit; each line of the text begins a new one.
///
/// The result ends without a newline.
pub fn wrap(text: &str, layout: Layout<'_>) -> String {
    let mut out = String::new();
    for (position, line) in text.lines().enumerate() {
        if position > 0 {
            out.push('\n');
        }
        let first = if position == 0 { layout.first } else { layout.rest };
        wrap_line(line, first, layout, &mut out);
    }
    out
}

/// Lays out one line; its own indent is kept, and hangs.
fn wrap_line(line: &str, first: &str, layout: Layout<'_>, out: &mut String) {
    let own = line.len() - line.trim_start_matches(' ').len();
    let own = line.get(..own).unwrap_or_default();
    out.push_str(first);
    out.push_str(own);
    let mut used = width(first) + own.len();
    let room = layout.width.saturating_sub(width(layout.rest) + own.len());
    let mut fresh = true;
    for piece in pieces(line, room) {
        let space = usize::from(!fresh && piece.spaced);
        let needed = width(piece.text);
        if !fresh && used + space + needed > layout.width {
            out.push('\n');
            out.push_str(layout.rest);
            out.push_str(own);
            used = width(layout.rest) + own.len();
        } else if space > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(piece.text);
        used += needed;
        fresh = false;
    }
    while out.ends_with(' ') && fresh {
        out.pop();
    }
}

/// A part of a line that is never broken.
struct Piece<'a> {
    text: &'a str,
    /// Whether a space stands before it.
    spaced: bool,
}

/// Splits a line into words, commands in backticks and single wide characters; a command
/// that is wider than the room is split into its words.
fn pieces(line: &str, room: usize) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = line.trim_start_matches([' ', '\t']);
    while !rest.is_empty() {
        let end = rest.find([' ', '\t']).unwrap_or(rest.len());
        let end = command_end(rest, end).unwrap_or(end);
        let (whole, after) = rest.split_at(end);
        if whole.starts_with('`') && width(whole) <= room {
            found.push(Piece { text: whole, spaced: true });
        } else {
            for word in whole.split([' ', '\t']).filter(|word| !word.is_empty()) {
                split_wide(word, &mut found);
            }
        }
        rest = after.trim_start_matches([' ', '\t']);
    }
    found
}

/// Returns where the word ends in which a command that begins in the first word ends.
fn command_end(rest: &str, end: usize) -> Option<usize> {
    let first = rest.get(..end)?;
    if first.matches('`').count() % 2 == 0 {
        return None;
    }
    let close = end + rest.get(end..)?.find('`')?;
    let after = rest.get(close..)?.find([' ', '\t']);
    Some(after.map_or(rest.len(), |length| close + length))
}

fn split_wide<'a>(word: &'a str, found: &mut Vec<Piece<'a>>) {
    let mut start = 0;
    let mut before = false;
    for (at, c) in word.char_indices() {
        let wide = c.width() == Some(2);
        let closes = "，。、；：？！）》”’」』】〉".contains(c);
        let opens = word.get(..at).is_some_and(|text| {
            text.ends_with(['（', '《', '“', '‘', '「', '『', '【', '〈'])
        });
        if at > start && (wide || before) && !closes && !opens {
            let text = word.get(start..at).unwrap_or_default();
            found.push(Piece { text, spaced: start == 0 });
            start = at;
        }
        before = wide;
    }
    let text = word.get(start..).unwrap_or_default();
    found.push(Piece { text, spaced: start == 0 });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(width: usize) -> Layout<'static> {
        Layout { width, first: "", rest: "  " }
    }

    /// Words move to the next line, which is indented; long words stay whole.
    #[test]
    fn breaks_at_spaces() {
        assert_eq!(wrap("one two three four", at(9)), "one two\n  three\n  four");
        assert_eq!(
            wrap("see untoc-cluster-1.json now", at(10)),
            "see\n  untoc-cluster-1.json\n  now"
        );
        assert_eq!(wrap("", at(9)), "");
        assert_eq!(wrap("a\nb", at(9)), "a\n  b");
    }

    /// The indent of a line is kept, and a command stays in one piece where it fits.
    #[test]
    fn keeps_indents_and_commands() {
        assert_eq!(wrap("  one two three", at(9)), "  one two\n    three");
        assert_eq!(
            wrap("run `untoc fill tip` now", at(18)),
            "run\n  `untoc fill tip`\n  now"
        );
        assert_eq!(
            wrap("run `untoc fill`, now", at(9)),
            "run\n  `untoc\n  fill`,\n  now"
        );
    }

    /// Chinese breaks between characters, not before a comma, and counts double.
    #[test]
    fn breaks_wide_scripts_anywhere() {
        assert_eq!(wrap("主管机关执行，法律", at(8)), "主管机关\n  执行，\n  法律");
    }

    /// Combining marks take no room, so padded columns stay straight.
    #[test]
    fn measures_what_is_seen() {
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(pad("é", 3), "é  ");
        assert_eq!(pad("法律", 3), "法律");
        assert_eq!(cut("Participation in a group", 14), "Participation…");
        assert_eq!(cut("法律法律", 5), "法律…");
    }

    proptest::proptest! {
        /// Laying out a text loses no character but spaces, at any width.
        #[test]
        fn loses_nothing(text in "[ a-z`法，é\n]{0,120}", columns in 0..40_usize) {
            let laid = wrap(&text, at(columns));
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeeze(&laid), squeeze(&text));
        }
    }
}
