//! Texts from files, made fit for a message.
//!
//! A file from outside can hold characters that move a terminal's cursor or turn the
//! direction of a line. Messages show them as what they are, and stay short.

/// The most characters of a value in a message.
const LONGEST: usize = 160;

/// Returns a text without characters that steer a terminal, cut to a readable length.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(4 * LONGEST));
    for (position, c) in text.chars().enumerate() {
        if position == LONGEST {
            out.push('…');
            break;
        }
        if c == '\n' || c == '\t' || c == '\r' {
            out.push(' ');
        } else if steers(c) {
            out.push_str(&c.escape_unicode().to_string());
        } else {
            out.push(c);
        }
    }
    out
}

/// Returns a whole text without characters that steer a terminal; its lines stay.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push('\n'),
            '\t' | '\r' => out.push(' '),
            c if steers(c) => out.push_str(&c.escape_unicode().to_string()),
            c => out.push(c),
        }
    }
    out
}

/// Says whether a character is a control or turns the direction of the text after it.
pub(crate) fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing that a file holds reaches the terminal as a command.
    #[test]
    fn shows_controls_as_text() {
        assert_eq!(clean("a\u{1b}[2Jb"), "a\\u{1b}[2Jb");
        assert_eq!(clean("two\nlines"), "two lines");
        assert_eq!(clean("\u{202e}txt"), "\\u{202e}txt");
        assert_eq!(clean("نص و text"), "نص و text");
    }

    /// A long text is cut.
    #[test]
    fn cuts_long_texts() {
        assert_eq!(clean(&"x".repeat(1000)).chars().count(), LONGEST + 1);
    }
}
