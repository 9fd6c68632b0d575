//! Errors of commands: what stopped a command, and what to do about it.

use std::fmt;

use crate::exit;

/// What stopped a command, with hints that begin with a verb.
#[derive(Debug)]
pub(crate) struct CommandError {
    /// What kind of error, which decides the exit code.
    pub kind: ErrorKind,
    /// What went wrong, lower case and without a full stop.
    pub message: String,
    /// What to do next.
    pub hints: Vec<String>,
}

/// The kinds of error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// The data is not acceptable as it is.
    Findings,
    /// The command was used wrongly.
    Usage,
    /// Something could not be read.
    Unreadable,
    /// Something could not be written.
    Unwritable,
    /// The user stopped the command.
    Interrupted,
    /// A fault of ours.
    Internal,
}

impl ErrorKind {
    /// Returns the exit code.
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Self::Findings => exit::FINDINGS,
            Self::Usage => exit::USAGE,
            Self::Unreadable => exit::UNREADABLE,
            Self::Unwritable => exit::UNWRITABLE,
            Self::Interrupted => exit::INTERRUPTED,
            Self::Internal => exit::INTERNAL,
        }
    }
}

impl CommandError {
    /// Makes an error of a kind.
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hints: Vec::new() }
    }

    /// Makes an error of wrong use.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    /// Adds a hint.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<std::io::Error> for CommandError {
    /// Standard output and standard error are the only streams that a command writes
    /// without a path of its own.
    fn from(error: std::io::Error) -> Self {
        Self::new(ErrorKind::Unwritable, format!("cannot write the output: {error}"))
    }
}

/// The result of a command: an exit code.
pub(crate) type CommandResult = Result<u8, CommandError>;
