//! A report that was written before, read again one finding at a time.
//!
//! It may be larger than memory: what is read is laid aside in lines and taken up in
//! order. Both forms are read, the document and the lines.

mod document;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::SpooledTempFile;
use untoc_core::Level;
use untoc_report::{
    DossierRecord, LastLine, MachineFormat, REPORT_FORMAT, ReportLine, Reported, Tool,
};

use crate::error::{Error, Fault};

/// The most bytes of one finding in a report.
const LINE_MOST: u64 = 16 << 20;

/// How many bytes are laid aside in memory before they go to the disk.
const IN_MEMORY: usize = 1 << 20;

/// A report that was written before.
pub struct StoredReport {
    pub(crate) path: PathBuf,
    /// The form that it was read in.
    pub(crate) format: MachineFormat,
    pub(crate) tool: Tool,
    pub(crate) level: Level,
    pub(crate) last: LastLine,
    findings: Aside<Reported>,
    dossiers: Aside<DossierRecord>,
}

impl StoredReport {
    /// Reads a report.
    ///
    /// # Errors
    /// When the file cannot be read, or is no whole report.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let refused = |source| Error::Read { path: path.to_owned(), source };
        let mut source = BufReader::new(File::open(path).map_err(refused)?);
        let start = source.fill_buf().map_err(refused)?;
        // Each line says what it is; a document does not.
        let first = start.get(..64).unwrap_or(start);
        let is_lines = first.windows(6).any(|part| part == b"\"type\"");
        match is_lines {
            true => lines(source, path),
            false => document::read(source, path),
        }
    }

    /// Returns how much had to hold.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Returns the form that the report was read in.
    pub fn format(&self) -> MachineFormat {
        self.format
    }

    /// Returns the subject of what comes next; `None` inside stands for the run as a
    /// whole, which comes last.
    pub(crate) fn next_subject(&self) -> Option<Option<&str>> {
        let finding = self.findings.next.as_ref().map(|f| f.subject.as_deref());
        let dossier = self.dossiers.next.as_ref().map(|d| Some(d.subject.as_str()));
        match (finding, dossier) {
            (Some(finding), Some(dossier)) => Some(earlier(finding, dossier)),
            (one, other) => one.or(other),
        }
    }

    /// Takes everything about a subject.
    pub(crate) fn take(
        &mut self,
        subject: Option<&str>,
    ) -> Result<(Vec<Reported>, Vec<DossierRecord>), Error> {
        let mut findings = Vec::new();
        while let Some(next) = &self.findings.next
            && next.subject.as_deref() == subject
        {
            findings.extend(self.findings.advance()?);
        }
        let mut dossiers = Vec::new();
        while let Some(next) = &self.dossiers.next
            && Some(next.subject.as_str()) == subject
        {
            dossiers.extend(self.dossiers.advance()?);
        }
        Ok((findings, dossiers))
    }
}

/// Returns the subject that comes first; the run as a whole comes last.
pub(crate) fn earlier<'s>(
    one: Option<&'s str>,
    other: Option<&'s str>,
) -> Option<&'s str> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// What is being read from a report.
struct Reading {
    path: PathBuf,
    findings: AsideWriter,
    dossiers: AsideWriter,
}

impl Reading {
    fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            findings: AsideWriter::new(),
            dossiers: AsideWriter::new(),
        }
    }

    fn finish(
        self,
        format: MachineFormat,
        (tool, level): (Tool, Level),
        last: LastLine,
    ) -> Result<StoredReport, Error> {
        Ok(StoredReport {
            path: self.path,
            format,
            tool,
            level,
            last,
            findings: self.findings.read()?,
            dossiers: self.dossiers.read()?,
        })
    }
}

fn faulty(path: &Path, fault: Fault) -> Error {
    Error::Faulty { path: path.to_owned(), faults: vec![fault] }
}

fn check_format(path: &Path, format: &str) -> Result<(), Error> {
    if format == REPORT_FORMAT {
        return Ok(());
    }
    let name = REPORT_FORMAT.split('/').next().unwrap_or_default();
    let newer = format.split('/').next() == Some(name);
    let hint = if newer {
        "use the version of this program that wrote it, or a newer one"
    } else {
        "name a report that untoc validate wrote with --format json or jsonl"
    };
    let message =
        format!("the file is of the format \"{format}\"; expected {REPORT_FORMAT}");
    Err(faulty(path, Fault::whole(message).hint(hint)))
}

/// Reads the form in lines.
fn lines(mut source: impl BufRead, path: &Path) -> Result<StoredReport, Error> {
    let mut reading = Reading::new(path);
    let mut opening: Option<(Tool, Level)> = None;
    let mut last = None;
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        number += 1;
        let length = source
            .by_ref()
            .take(LINE_MOST)
            .read_until(b'\n', &mut line)
            .map_err(|source| Error::Read { path: path.to_owned(), source })?;
        if length == 0 {
            break;
        }
        let read: Result<ReportLine, _> = serde_json::from_slice(&line);
        let fault = |message: &str| faulty(path, Fault::at(number, message));
        match (read, &opening) {
            _ if last.is_some() => {
                return Err(fault("something follows the last line of the report"));
            }
            (Ok(ReportLine::Report { format, tool, level }), None) => {
                check_format(path, &format)?;
                opening = Some((tool, level));
            }
            (Ok(ReportLine::Finding(finding)), Some(_)) => {
                reading.findings.push(&finding)?;
            }
            (Ok(ReportLine::Dossier(dossier)), Some(_)) => {
                reading.dossiers.push(&dossier)?;
            }
            (Ok(ReportLine::Summary(summary)), Some(_)) => last = Some(summary),
            _ => return Err(fault("this is no line of a report")),
        }
    }
    let (Some(opening), Some(last)) = (opening, last) else {
        let fault = Fault::whole("the report was cut off: its last line is missing");
        return Err(faulty(path, fault.hint("make the report again")));
    };
    reading.finish(MachineFormat::Jsonl, opening, last)
}

/// Things that are laid aside.
struct AsideWriter(SpooledTempFile);

impl AsideWriter {
    fn new() -> Self {
        Self(tempfile::spooled_tempfile(IN_MEMORY))
    }

    fn push(&mut self, item: &impl Serialize) -> Result<(), Error> {
        let mut text = serde_json::to_vec(item).unwrap_or_default();
        text.push(b'\n');
        self.0.write_all(&text).map_err(Error::Spool)
    }

    fn read<T: DeserializeOwned>(mut self) -> Result<Aside<T>, Error> {
        self.0.seek(SeekFrom::Start(0)).map_err(Error::Spool)?;
        let mut aside = Aside { source: BufReader::new(self.0), next: None };
        aside.advance()?;
        Ok(aside)
    }
}

/// Things that were laid aside, with the next one at hand.
struct Aside<T> {
    source: BufReader<SpooledTempFile>,
    next: Option<T>,
}

impl<T: DeserializeOwned> Aside<T> {
    /// Takes the next one and brings the one after it to hand.
    fn advance(&mut self) -> Result<Option<T>, Error> {
        let mut line = Vec::new();
        self.source.read_until(b'\n', &mut line).map_err(Error::Spool)?;
        let after = match line.is_empty() {
            true => None,
            false => {
                let read = serde_json::from_slice(&line);
                Some(read.map_err(|error| Error::Spool(io::Error::from(error)))?)
            }
        };
        Ok(std::mem::replace(&mut self.next, after))
    }
}
