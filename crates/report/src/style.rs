//! Colours of the terminal, if they are wanted.

/// Whether texts carry colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Plain text.
    #[default]
    Plain,
    /// ANSI colours, the sixteen that every terminal has.
    Coloured,
}

/// What a text is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// What must be mended.
    Error,
    /// What somebody should look at.
    Warning,
    /// What is good to know.
    Note,
    /// A heading or a place.
    Strong,
    /// What matters less: a path, a code.
    Faint,
    /// What is done.
    Good,
}

impl Style {
    /// Returns the text in its colour.
    pub fn paint(self, ink: Ink, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Coloured if text.is_empty() => String::new(),
            Self::Coloured => {
                let code = match ink {
                    Ink::Error => "1;31",
                    Ink::Warning => "1;33",
                    Ink::Note => "36",
                    Ink::Strong => "1",
                    Ink::Faint => "2",
                    Ink::Good => "32",
                };
                format!("\u{1b}[{code}m{text}\u{1b}[0m")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plain output has no escape; coloured output ends every colour.
    #[test]
    fn paints_only_if_asked() {
        assert_eq!(Style::Plain.paint(Ink::Error, "error"), "error");
        assert_eq!(
            Style::Coloured.paint(Ink::Error, "error"),
            "\u{1b}[1;31merror\u{1b}[0m"
        );
        assert_eq!(Style::Coloured.paint(Ink::Faint, ""), "");
    }
}
