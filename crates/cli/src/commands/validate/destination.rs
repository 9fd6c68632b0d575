//! Where a report goes: standard output, or a file that is whole or not there.

use std::io::{self, BufWriter, Stdout, Write};
use std::path::Path;

use untoc_batch::{ReportFile, WholeLines};
use untoc_report::Tool;

use crate::batch_error::explain_batch;
use crate::error::CommandError;

/// Where a report goes.
pub(crate) enum Destination {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// Standard output, in whole lines.
    Lines(WholeLines<Stdout>),
    /// A file.
    File(ReportFile),
    /// A file, in whole lines.
    FileLines(WholeLines<ReportFile>),
}

impl Destination {
    /// Opens a file, or standard output; `lines` hands on whole lines as they come.
    pub(crate) fn open(
        path: Option<&Path>,
        replace: bool,
        lines: bool,
    ) -> Result<Self, CommandError> {
        Ok(match path {
            None if lines => Self::Lines(WholeLines::new(io::stdout())),
            None => Self::Stdout(BufWriter::new(io::stdout())),
            Some(path) => {
                let file = ReportFile::begin(path, replace).map_err(explain_batch)?;
                match lines {
                    true => Self::FileLines(WholeLines::new(file)),
                    false => Self::File(file),
                }
            }
        })
    }

    /// Writes a line; a reader that went away counts as success.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), CommandError> {
        let written = writeln!(self, "{text}").and_then(|()| self.flush());
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(CommandError::from),
        }
    }

    /// Makes the report what the user finds under its name.
    pub(crate) fn keep(self) -> Result<(), CommandError> {
        match self {
            Self::Stdout(_) | Self::Lines(_) => Ok(()),
            Self::File(file) => file.keep().map_err(explain_batch),
            Self::FileLines(lines) => lines.into_inner().keep().map_err(explain_batch),
        }
    }
}

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::Lines(out) => out.write(bytes),
            Self::File(out) => out.write(bytes),
            Self::FileLines(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::Lines(out) => out.flush(),
            Self::File(out) => out.flush(),
            Self::FileLines(out) => out.flush(),
        }
    }
}

/// Returns what reports say about this program.
pub(crate) fn tool() -> Tool {
    Tool { name: "untoc".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
}
