//! Why a run could not be made, or not be written.

use std::io;
use std::path::PathBuf;

use crate::reason::reason;

/// Why a run could not be made, or not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The report could not be written.
    #[error("cannot write the report: {}", reason(.0))]
    Report(#[source] io::Error),
    /// What has to wait for the end of the run could not be kept on the disk.
    #[error("cannot keep the findings in the folder for temporary files: {}", reason(.0))]
    Spool(#[source] io::Error),
    /// A file could not be written.
    #[error("cannot write {}: {}", show(.path), reason(.source))]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be read.
    #[error("cannot read {}: {}", show(.path), reason(.source))]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that steers the run cannot be used as it is.
    #[error("{} cannot be used as it is", show(.path))]
    Faulty {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, each with what to do.
        faults: Vec<Fault>,
    },
    /// Reports that do not belong together.
    #[error("{message}")]
    Parts {
        /// What is wrong.
        message: String,
        /// What to do.
        hint: String,
    },
}

/// What is wrong with a file that steers a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong, and what was expected.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Fault {
    /// Makes a fault in a line.
    pub(crate) fn at(line: usize, message: impl Into<String>) -> Self {
        Self { line: Some(line), message: message.into(), hint: None }
    }

    /// Makes a fault of the whole file.
    pub(crate) fn whole(message: impl Into<String>) -> Self {
        Self { line: None, message: message.into(), hint: None }
    }

    /// Adds what to do.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Error {
    /// Says whether whoever reads the report has stopped reading.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Report(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

fn show(path: &std::path::Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
