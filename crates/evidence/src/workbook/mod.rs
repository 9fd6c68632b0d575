//! Workbooks (XLSX, ODS) as tables: one sheet, written out as CSV and checked like any.
//!
//! The zip file is read by `intake` within limits and never unpacked to the disk. What a
//! workbook declares (dimensions, counts) is not believed: only cells that are there are
//! written, so that a declared billion of cells takes no memory. Row numbers stay those
//! of the sheet.

mod dates;
mod grid;
mod ods;
mod styles;
mod xlsx;
mod xml;

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom};

use untoc_core::{Code, Finding, Place};
use untoc_intake::{Archive, ArchiveLimits, Refusal};

use self::grid::Grid;
use crate::source::Source;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// The name.
    pub name: String,
    /// Whether people do not see it.
    pub hidden: bool,
}

/// One sheet of a workbook, as CSV.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// All sheets, in their order.
    pub sheets: Vec<SheetName>,
    /// The name of the sheet that was read.
    pub sheet: String,
    /// Its cells as CSV, in UTF-8, with a row for each row of the sheet.
    pub csv: Vec<u8>,
    /// What is to be said about the workbook.
    pub findings: Vec<Finding>,
}

/// The limits of workbooks: office files are packed ten to twenty times smaller.
const LIMITS: ArchiveLimits = ArchiveLimits {
    entries: 5_000,
    directory: 2 << 20,
    total: 1 << 30,
    ratio: 60,
    large: 1 << 20,
};
/// The most bytes of one part of a workbook.
const PART: u64 = 256 << 20;
/// The most bytes of a part that is no sheet.
const SMALL_PART: u64 = 48 << 20;

/// Says whether a source begins like a workbook, new or old.
///
/// # Errors
/// When the source cannot be read.
pub fn is_workbook(source: &dyn Source) -> io::Result<bool> {
    let mut first = [0; 8];
    let count = crate::source::read_full(source, 0, &mut first)?;
    Ok(count == 8 && (first.starts_with(b"PK\x03\x04") || first.starts_with(OLD)))
}

/// How workbooks of before 2007 begin.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0";

/// Reads a sheet of a workbook: the one that is named, else the first that is visible.
///
/// # Errors
/// When the source cannot be read, or is no workbook that can be read safely.
pub fn read_workbook(
    source: &dyn Source,
    sheet: Option<&str>,
) -> Result<Workbook, Refusal> {
    let mut first = [0; 4];
    crate::source::read_full(source, 0, &mut first)?;
    if first == OLD {
        return Err(unreadable("old"));
    }
    let mut archive = Archive::open(Reader { source, at: 0 }, LIMITS)?;
    let mut findings = archive.findings().to_vec();
    let parts = Parts::new(&mut archive);
    let mut opened = if parts.has("xl/workbook.xml") {
        xlsx::read(parts, sheet)?
    } else if parts.has("content.xml") {
        ods::read(parts, sheet)?
    } else {
        return Err(unreadable("form"));
    };
    findings.append(&mut opened.findings);
    let others: Vec<&str> = opened
        .sheets
        .iter()
        .filter(|other| other.name != opened.sheet)
        .map(|other| other.name.as_str())
        .collect();
    if !others.is_empty() {
        let finding = Finding::new(Code::TableSheets, Place::default());
        findings.push(finding.plain("value", &opened.sheet).list("names", others));
    }
    if opened.sheets.iter().any(|sheet| sheet.hidden) {
        opened.carries.insert("hidden-sheets");
    }
    if !opened.carries.is_empty() {
        let finding = Finding::new(Code::TableWorkbookCarries, Place::default());
        findings.push(finding.list("carries", &opened.carries));
    }
    let csv = opened.grid.finish().ok_or_else(|| unreadable("size"))?;
    Ok(Workbook { sheets: opened.sheets, sheet: opened.sheet, csv, findings })
}

/// What a format gives.
struct Opened {
    sheets: Vec<SheetName>,
    sheet: String,
    grid: Grid,
    /// What there is besides cells.
    carries: BTreeSet<&'static str>,
    findings: Vec<Finding>,
}

/// Chooses a sheet by its name, or the first that is visible.
fn choose(sheets: &[SheetName], wanted: Option<&str>) -> Result<usize, Refusal> {
    let at = match wanted {
        Some(name) => sheets.iter().position(|sheet| sheet.name == name),
        None => {
            let visible = sheets.iter().position(|sheet| !sheet.hidden);
            visible.or_else(|| (!sheets.is_empty()).then_some(0))
        }
    };
    at.ok_or_else(|| {
        let names = sheets.iter().map(|sheet| sheet.name.as_str());
        let finding = Finding::new(Code::TableWorkbookUnreadable, Place::default());
        Refusal::Finding(Box::new(
            finding.plain("kind", "sheet").one_of("expected", names),
        ))
    })
}

fn unreadable(kind: &str) -> Refusal {
    let finding = Finding::new(Code::TableWorkbookUnreadable, Place::default());
    Refusal::Finding(Box::new(finding.plain("kind", kind)))
}

/// The files in a workbook.
struct Parts<'a, 's> {
    archive: &'a mut Archive<Reader<'s>>,
}

impl<'a, 's> Parts<'a, 's> {
    fn new(archive: &'a mut Archive<Reader<'s>>) -> Self {
        Self { archive }
    }

    fn has(&self, path: &str) -> bool {
        self.archive.entries().iter().any(|entry| entry.path() == path)
    }

    fn has_below(&self, folder: &str) -> bool {
        self.archive.entries().iter().any(|entry| entry.path().starts_with(folder))
    }

    /// Returns the text of a file; none if it is not there.
    fn text(&mut self, path: &str) -> Result<Option<String>, Refusal> {
        self.text_within(path, PART)
    }

    /// The same, for a file that is smaller than most.
    fn text_within(&mut self, path: &str, most: u64) -> Result<Option<String>, Refusal> {
        let found = self.archive.entries().iter().find(|entry| entry.path() == path);
        let Some(entry) = found.cloned() else { return Ok(None) };
        let bytes = self.archive.read(&entry, most)?.ok_or_else(|| unreadable("size"))?;
        let text = String::from_utf8(bytes).map_err(|_| unreadable("form"))?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }
}

/// Reads a source from a place on.
struct Reader<'s> {
    source: &'s dyn Source,
    at: u64,
}

impl Read for Reader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read_at(self.at, buffer)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Reader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (base, step) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::Current(step) => (self.at, step),
            SeekFrom::End(step) => (self.source.length(), step),
        };
        self.at = base
            .checked_add_signed(step)
            .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
