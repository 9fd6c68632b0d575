//! Where words go: results to standard output, talk to standard error.

use std::io::{self, BufWriter, Stderr, Write};

use untoc_report::{Ink, Style};

use crate::error::{CommandError, CommandResult};
use crate::exit;

/// Standard output with a buffer; a reader that went away counts as success.
pub(crate) struct Output {
    out: BufWriter<Box<dyn Write>>,
    closed: bool,
}

impl Output {
    /// Opens standard output.
    pub(crate) fn stdout() -> Self {
        Self { out: BufWriter::new(Box::new(io::stdout())), closed: false }
    }

    /// Opens an output that nobody reads, for a command that another one runs.
    pub(crate) fn silent() -> Self {
        Self { out: BufWriter::new(Box::new(io::sink())), closed: false }
    }

    /// Writes a text as it is.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), CommandError> {
        self.bytes(text.as_bytes())
    }

    /// Writes a line.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), CommandError> {
        self.text(text)?;
        self.text("\n")
    }

    /// Writes bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), CommandError> {
        if self.closed {
            return Ok(());
        }
        let result = self.out.write_all(bytes);
        self.settle(result)
    }

    /// Shows everything that was written so far, before a question is asked.
    pub(crate) fn flush(&mut self) -> Result<(), CommandError> {
        let result = self.out.flush();
        self.settle(result)
    }

    /// Flushes and returns the exit code.
    pub(crate) fn finish(mut self, result: CommandResult) -> CommandResult {
        let flushed = self.flush();
        let code = result?;
        flushed.map(|()| code)
    }

    fn settle(&mut self, result: io::Result<()>) -> Result<(), CommandError> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            other => other.map_err(CommandError::from),
        }
    }
}

/// Standard error.
pub(crate) struct Talk(Stderr);

/// Opens standard error.
pub(crate) fn talk() -> Talk {
    Talk(io::stderr())
}

impl Talk {
    /// Writes a line.
    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.0, "{text}")
    }

    /// Writes a part of a line at once, such as a bar that grows.
    pub(crate) fn part(&mut self, text: &str) -> io::Result<()> {
        write!(self.0, "{text}")?;
        self.0.flush()
    }

    /// Writes an error with its hints.
    pub(crate) fn error(&mut self, error: &CommandError, style: Style) -> io::Result<()> {
        if error.kind.exit_code() == exit::INTERRUPTED && error.message.is_empty() {
            return Ok(());
        }
        writeln!(self.0, "{}: {}", style.paint(Ink::Error, "error"), error.message)?;
        for hint in &error.hints {
            writeln!(self.0, "  {}: {hint}", style.paint(Ink::Note, "hint"))?;
        }
        Ok(())
    }
}
