//! Reads what a person types, line by line.
//!
//! Plain lines work on every terminal, through a screen reader and through a pipe. On a
//! terminal the line can be edited; nothing typed is kept in a history file.

use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{ColorMode, Editor};

use crate::error::{CommandError, ErrorKind};

/// What a person typed at a prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Nothing: the Enter key alone.
    Nothing,
    /// A line of text.
    Line(String),
    /// One of the words that begin with a colon, and what follows it.
    Word(String, String),
    /// The end of the input: stop here.
    End,
}

/// The one who asks.
pub(crate) struct Asker {
    editor: Editor<(), MemHistory>,
}

impl Asker {
    /// Opens the input.
    pub(crate) fn new() -> Result<Self, CommandError> {
        let mut editor =
            Editor::with_history(rustyline::Config::default(), MemHistory::new())
                .map_err(|error| fault(&error))?;
        editor.set_color_mode(ColorMode::Disabled);
        editor.set_auto_add_history(false);
        Ok(Self { editor })
    }

    /// Asks with a prompt; `initial` can be edited.
    ///
    /// # Errors
    /// When the user presses Ctrl-C, or the input cannot be read.
    pub(crate) fn ask(
        &mut self,
        prompt: &str,
        initial: &str,
    ) -> Result<Typed, CommandError> {
        match self.editor.readline_with_initial(prompt, (initial, "")) {
            Ok(line) => Ok(sort(&line)),
            Err(ReadlineError::Eof) => Ok(Typed::End),
            Err(ReadlineError::Interrupted) => Err(CommandError::new(
                ErrorKind::Interrupted,
                "stopped; everything up to the last answer is saved",
            )
            .hint("go on later with: untoc fill")),
            Err(error) => Err(fault(&error)),
        }
    }

    /// Asks for a text of several lines, which an empty line ends.
    pub(crate) fn ask_text(&mut self, prompt: &str) -> Result<Typed, CommandError> {
        let first = match self.ask(prompt, "")? {
            Typed::Line(line) => line,
            other @ (Typed::Nothing | Typed::Word(..) | Typed::End) => return Ok(other),
        };
        let mut lines = vec![first];
        loop {
            match self.editor.readline("     … ") {
                Ok(line) if line.trim().is_empty() => break,
                Ok(line) => lines.push(line.trim_end().to_owned()),
                // The end of the input ends the text as well; what was typed counts.
                Err(ReadlineError::Eof) => break,
                Err(ReadlineError::Interrupted) => {
                    return Err(CommandError::new(
                        ErrorKind::Interrupted,
                        "stopped; the text being typed is not saved, every answer before it is",
                    ));
                }
                Err(error) => return Err(fault(&error)),
            }
        }
        Ok(Typed::Line(lines.join("\n")))
    }

    /// Asks a question that is answered with yes or no; Enter means `default`.
    pub(crate) fn ask_yes(
        &mut self,
        question: &str,
        default: bool,
    ) -> Result<bool, CommandError> {
        let choice = if default { "[Y/n]" } else { "[y/N]" };
        match self.ask(&format!("{question} {choice} "), "")? {
            Typed::Line(line) => Ok(line.to_lowercase().starts_with('y')),
            Typed::Nothing => Ok(default),
            Typed::Word(..) | Typed::End => Ok(false),
        }
    }
}

fn sort(line: &str) -> Typed {
    let line = line.trim();
    if line.is_empty() {
        return Typed::Nothing;
    }
    match line.strip_prefix(':') {
        Some(rest) => {
            let (word, text) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            Typed::Word(word.to_lowercase(), text.trim().to_owned())
        }
        None => Typed::Line(line.to_owned()),
    }
}

fn fault(error: &ReadlineError) -> CommandError {
    CommandError::new(
        ErrorKind::Unreadable,
        format!("cannot read what is typed: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line is an answer unless it begins with a colon.
    #[test]
    fn tells_answers_from_words() {
        assert_eq!(sort("  "), Typed::Nothing);
        assert_eq!(sort(" yes "), Typed::Line("yes".into()));
        assert_eq!(
            sort(":Note see annex"),
            Typed::Word("note".into(), "see annex".into())
        );
    }
}
