//! Workbooks (XLSX, ODS) as tables: one sheet, written out as CSV and checked like any.
//!
//! The cells are read by `intake` within limits, piece by piece; what is kept of them is
//! their text, packed when there is much. Row numbers stay those of the sheet.

mod grid;
mod text;

use std::io::{self, Read, Seek, SeekFrom};

use untoc_core::{Code, Finding, Place};
use untoc_intake::{
    Cells, OpenWorkbook, Refusal, SheetCell, WorkbookLimits, begins_like_workbook,
};

pub use untoc_intake::SheetName;

use self::grid::Grid;
pub use self::text::SheetText;
use crate::package::Sheet;
use crate::source::Source;

/// One sheet of a workbook, as CSV.
#[derive(Debug)]
pub struct Workbook {
    /// All sheets, in their order.
    pub sheets: Vec<SheetName>,
    /// The name of the sheet that was read.
    pub sheet: String,
    /// Its cells as CSV, in UTF-8, with a row for each row of the sheet.
    pub csv: SheetText,
    /// What is to be said about the workbook.
    pub findings: Vec<Finding>,
}

/// Says whether a source begins like a workbook, new or old.
///
/// # Errors
/// When the source cannot be read.
pub fn is_workbook(source: &dyn Source) -> io::Result<bool> {
    let mut first = [0; 8];
    let count = crate::source::read_full(source, 0, &mut first)?;
    Ok(count == 8 && begins_like_workbook(&first))
}

/// Reads a sheet of a workbook: the one that is named, else the first that is visible.
///
/// # Errors
/// When the source cannot be read, or is no workbook that can be read safely.
pub fn read_workbook(
    source: &dyn Source,
    sheet: Option<&str>,
) -> Result<Workbook, Refusal> {
    let sheet = sheet.map_or(Sheet::First, |name| Sheet::Named(name.to_owned()));
    read_workbook_sheet(source, &sheet)
}

/// Reads a sheet of a workbook.
pub(crate) fn read_workbook_sheet(
    source: &dyn Source,
    sheet: &Sheet,
) -> Result<Workbook, Refusal> {
    let reader = Reader { source, at: 0 };
    let mut book = OpenWorkbook::open(reader, WorkbookLimits::default())?;
    let sheets = book.sheets().to_vec();
    let at = choose(&sheets, sheet)?;
    let mut one = OneSheet { wanted: at, grid: Grid::new(source.length()) };
    book.read(&mut one)?;
    let mut findings = book.findings().to_vec();
    let name = sheets.get(at).map(|sheet| sheet.name.clone()).unwrap_or_default();
    let others: Vec<&str> = sheets
        .iter()
        .filter(|other| other.name != name)
        .map(|other| other.name.as_str())
        .collect();
    if !others.is_empty() {
        let finding = Finding::new(Code::TableSheets, Place::default());
        findings.push(finding.plain("value", &name).list("names", others));
    }
    if !book.carries().is_empty() {
        let finding = Finding::new(Code::TableWorkbookCarries, Place::default());
        findings.push(finding.list("carries", book.carries()));
    }
    let csv = one.grid.finish()?.ok_or_else(|| unreadable("size"))?;
    Ok(Workbook { sheets, sheet: name, csv, findings })
}

/// Takes the cells of one sheet.
struct OneSheet {
    wanted: usize,
    grid: Grid,
}

impl Cells for OneSheet {
    fn sheet(&mut self, at: usize) -> bool {
        at == self.wanted
    }

    fn row(&mut self, row: usize) {
        self.grid.row(row);
    }

    fn cell(&mut self, cell: SheetCell<'_>) {
        self.grid.cell(cell.column, cell.text);
    }

    fn refuse(&mut self) {
        self.grid.refuse();
    }

    fn is_full(&self) -> bool {
        self.grid.is_too_large()
    }
}

/// Chooses a sheet by its name or number, or the first that is visible.
fn choose(sheets: &[SheetName], wanted: &Sheet) -> Result<usize, Refusal> {
    let at = match wanted {
        Sheet::Named(name) => sheets.iter().position(|sheet| sheet.name == *name),
        Sheet::Numbered(number) => number.checked_sub(1).filter(|at| *at < sheets.len()),
        Sheet::First => {
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
