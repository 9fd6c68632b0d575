//! The page that a screen is written for: its width, its colours, its signs.

use crate::style::{Ink, Style};
use crate::wrap::{Layout, pad, width, wrap};

/// The page that a screen is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Whether there are colours.
    pub style: Style,
    /// The width in columns.
    pub width: usize,
    /// The signs that bars are drawn with.
    pub signs: Signs,
}

/// The signs that bars are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    /// Full and light blocks.
    #[default]
    Blocks,
    /// Signs that every terminal and every font has.
    Ascii,
}

impl Default for Screen {
    fn default() -> Self {
        Self { style: Style::Plain, width: 90, signs: Signs::Blocks }
    }
}

impl Screen {
    /// Returns the texts of a page laid out with a column of labels.
    pub(crate) fn labelled(&self, label: &str, columns: usize, text: &str) -> String {
        let first = format!("{}  ", pad(label, columns));
        let rest = " ".repeat(width(&first));
        let layout = Layout { width: self.width, first: &first, rest: &rest };
        let laid = wrap(text, layout);
        let coloured = self.style.paint(Ink::Faint, label);
        format!("{}\n", laid.replacen(label, &coloured, 1))
    }

    /// Returns a text laid out behind an indent.
    pub(crate) fn indented(&self, indent: usize, text: &str) -> String {
        let indent = " ".repeat(indent);
        let layout = Layout { width: self.width, first: &indent, rest: &indent };
        format!("{}\n", wrap(text, layout))
    }

    /// Returns a bar that shows how many of a number are done.
    ///
    /// It is full only if all are done, empty only if none is, and blank if nothing is asked.
    pub(crate) fn bar(&self, done: usize, of: usize, columns: usize) -> String {
        if of == 0 {
            return " ".repeat(columns);
        }
        let filled = match (done * columns).checked_div(of) {
            None => 0,
            Some(0) if done > 0 => 1,
            Some(filled) if done < of => filled.min(columns.saturating_sub(1)),
            Some(filled) => filled.min(columns),
        };
        let (full, light) = match self.signs {
            Signs::Blocks => ('█', '░'),
            Signs::Ascii => ('#', '.'),
        };
        let mut bar = String::new();
        bar.extend(std::iter::repeat_n(full, filled));
        bar.extend(std::iter::repeat_n(light, columns - filled));
        if of > 0 && done == of { self.style.paint(Ink::Good, &bar) } else { bar }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar is full only when all is done, and never empty once something is.
    #[test]
    fn draws_bars() {
        let screen = Screen::default();
        assert_eq!(screen.bar(0, 40, 8), "░░░░░░░░");
        assert_eq!(screen.bar(1, 400, 8), "█░░░░░░░");
        assert_eq!(screen.bar(399, 400, 8), "███████░");
        assert_eq!(screen.bar(40, 40, 8), "████████");
        assert_eq!(screen.bar(0, 0, 8), "        ");
        let ascii = Screen { signs: Signs::Ascii, ..screen };
        assert_eq!(ascii.bar(12, 40, 10), "###.......");
    }
}
