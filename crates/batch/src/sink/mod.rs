//! Where the pieces of a report go: at once where the format allows it, else to the end.

mod file;
mod lines;

use std::io::{self, Read, Seek, SeekFrom, Write};

use tempfile::SpooledTempFile;
use untoc_report::{MachineFormat, Part};

use crate::error::Error;
pub use file::ReportFile;
pub use lines::WholeLines;

/// How many bytes wait in memory before they wait on the disk.
const IN_MEMORY: usize = 4 << 20;

/// Pieces that wait for the end of the run.
pub(crate) struct Spool {
    file: SpooledTempFile,
    separator: &'static str,
    any: bool,
}

impl Spool {
    pub(crate) fn new(separator: &'static str) -> Self {
        Self { file: tempfile::spooled_tempfile(IN_MEMORY), separator, any: false }
    }

    /// Adds a piece.
    pub(crate) fn push(&mut self, piece: &str) -> Result<(), Error> {
        if piece.is_empty() {
            return Ok(());
        }
        if self.any {
            self.file.write_all(self.separator.as_bytes()).map_err(Error::Spool)?;
        }
        self.any = true;
        self.file.write_all(piece.as_bytes()).map_err(Error::Spool)
    }

    /// Says whether there is any piece.
    pub(crate) fn is_empty(&self) -> bool {
        !self.any
    }

    /// Writes all pieces.
    pub(crate) fn copy_to(&mut self, out: &mut dyn Write) -> Result<(), Error> {
        self.file.seek(SeekFrom::Start(0)).map_err(Error::Spool)?;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let length = match self.file.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::Spool(error)),
            };
            let piece = buffer.get(..length).unwrap_or_default();
            out.write_all(piece).map_err(Error::Report)?;
        }
    }
}

/// A report for programs while it is made.
pub(crate) struct MachineSink<'o> {
    format: MachineFormat,
    out: &'o mut dyn Write,
    findings: Spool,
    dossiers: Spool,
}

impl<'o> MachineSink<'o> {
    pub(crate) fn new(format: MachineFormat, out: &'o mut dyn Write) -> Self {
        let separator = format.separator();
        Self {
            format,
            out,
            findings: Spool::new(separator),
            dossiers: Spool::new(separator),
        }
    }

    /// Writes what stands before the first finding.
    pub(crate) fn start(&mut self, text: &str) -> Result<(), Error> {
        self.out.write_all(text.as_bytes()).map_err(Error::Report)
    }

    /// Adds the pieces of some subjects.
    pub(crate) fn push(&mut self, findings: &str, dossiers: &str) -> Result<(), Error> {
        if self.format.streams() {
            return self.start(findings);
        }
        self.findings.push(findings)?;
        self.dossiers.push(dossiers)
    }

    /// Writes what has waited, and the end.
    pub(crate) fn finish(
        mut self,
        frame: impl FnOnce(bool, bool) -> Vec<Part>,
    ) -> Result<(), Error> {
        for part in frame(!self.findings.is_empty(), !self.dossiers.is_empty()) {
            match part {
                Part::Text(text) => {
                    self.out.write_all(text.as_bytes()).map_err(Error::Report)?;
                }
                Part::Findings => self.findings.copy_to(self.out)?,
                Part::Dossiers => self.dossiers.copy_to(self.out)?,
            }
        }
        self.out.flush().map_err(Error::Report)
    }
}
