//! Workbooks (XLSX, ODS), read cell by cell within limits.
//!
//! Nothing is unpacked to the disk nor held whole in memory, and what a workbook declares (dimensions, counts) is
//! not believed: only cells that are there are handed on, so that a declared billion of
//! cells takes no memory. Formulas are never worked out; the value that was kept with one
//! is handed on, marked. The caller takes the cells and says when it has enough.

mod dates;
mod ods;
mod parts;
mod styles;
mod xlsx;
mod xml;

use std::collections::BTreeSet;
use std::io::{Read, Seek, SeekFrom};

use untoc_core::{Code, Finding, Place};

use self::parts::Parts;
use crate::archive::{Archive, ArchiveLimits};
use crate::limits::Refusal;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// The name.
    pub name: String,
    /// Whether people do not see it.
    pub hidden: bool,
}

/// What kind of value stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellForm {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A date, a time or both, in ISO 8601.
    Date,
    /// `TRUE` or `FALSE`.
    Truth,
}

/// A cell of the row that was begun last.
#[derive(Debug, Clone, Copy)]
pub struct SheetCell<'t> {
    /// The column, from 0.
    pub column: usize,
    /// The value as text.
    pub text: &'t str,
    /// What kind of value it is.
    pub form: CellForm,
    /// Whether it was worked out by a formula.
    pub formula: bool,
}

/// Takes the cells of a workbook.
pub trait Cells {
    /// A sheet begins; says whether it is wanted.
    fn sheet(&mut self, at: usize) -> bool;

    /// A row begins, counted from 0.
    fn row(&mut self, row: usize);

    /// A cell with a value.
    fn cell(&mut self, cell: SheetCell<'_>);

    /// A cell that covers others, named as in `B2:C3`.
    fn merged(&mut self, _range: &str) {}

    /// A cell that covers others: its row and column, and how many of each it covers.
    fn spans(&mut self, _row: usize, _column: usize, _rows: usize, _columns: usize) {}

    /// There is too much in the workbook to go on.
    fn refuse(&mut self);

    /// Says whether nothing more is wanted.
    fn is_full(&self) -> bool;
}

/// The limits of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkbookLimits {
    /// The limits of the zip file.
    pub archive: ArchiveLimits,
    /// The most bytes of a sheet. It is read piece by piece and takes no memory itself.
    pub part: u64,
    /// The most bytes of a part that is no sheet, and of the texts that cells refer to,
    /// which are held in memory.
    pub small_part: u64,
    /// The most texts that cells refer to.
    pub strings: usize,
    /// The most cells that are there only because others are repeated.
    pub repeated: usize,
}

impl Default for WorkbookLimits {
    /// Large tables; office files are packed ten to twenty times smaller.
    fn default() -> Self {
        Self {
            archive: ArchiveLimits {
                entries: 5_000,
                directory: 2 << 20,
                total: 4 << 30,
                ratio: 60,
                large: 1 << 20,
            },
            part: 2 << 30,
            small_part: 48 << 20,
            strings: 3_000_000,
            repeated: 2_000_000,
        }
    }
}

/// The most sheets of a workbook, and files that it refers to.
const SHEETS: usize = 10_000;
/// The most cells of a row of OpenDocument that have a value.
const COLUMNS: usize = 16_384;
/// The most bytes of a cell; programs allow 32,767 characters.
const CELL: usize = 1 << 20;

/// How workbooks of before 2007 begin.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0";

/// Says whether a file begins like a workbook, new or old.
pub fn begins_like_workbook(first: &[u8]) -> bool {
    first.starts_with(b"PK\x03\x04") || first.starts_with(OLD)
}

/// A workbook whose list of sheets has been read.
#[derive(Debug)]
pub struct OpenWorkbook<R> {
    parts: Parts<R>,
    sheets: Vec<SheetName>,
    format: Format,
    carries: BTreeSet<&'static str>,
    findings: Vec<Finding>,
}

#[derive(Debug)]
enum Format {
    Xlsx(Box<xlsx::Shared>),
    Ods,
}

impl<R: Read + Seek> OpenWorkbook<R> {
    /// Opens a workbook and reads the list of its sheets.
    ///
    /// # Errors
    /// When the source cannot be read, or is no workbook that can be read safely
    /// (`table-workbook-unreadable`, or a finding about the zip file).
    pub fn open(mut source: R, limits: WorkbookLimits) -> Result<Self, Refusal> {
        let mut first = Vec::new();
        source.by_ref().take(4).read_to_end(&mut first)?;
        if first == OLD {
            return Err(unreadable("old"));
        }
        source.seek(SeekFrom::Start(0))?;
        let archive = Archive::open(source, limits.archive)?;
        let findings = archive.findings().to_vec();
        let mut parts = Parts::new(archive, limits);
        let mut carries = BTreeSet::new();
        let (sheets, format) = if parts.has("xl/workbook.xml") {
            let (sheets, shared) = xlsx::open(&mut parts, &mut carries)?;
            (sheets, Format::Xlsx(Box::new(shared)))
        } else if parts.has("content.xml") {
            (ods::open(&mut parts, &mut carries)?, Format::Ods)
        } else {
            return Err(unreadable("form"));
        };
        if sheets.iter().any(|sheet| sheet.hidden) {
            carries.insert("hidden-sheets");
        }
        Ok(Self { parts, sheets, format, carries, findings })
    }

    /// Returns the sheets in their order.
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// Returns what there is besides cells, as far as it has been read: `macros`,
    /// `formulas`, `comments`, `links`.
    pub fn carries(&self) -> &BTreeSet<&'static str> {
        &self.carries
    }

    /// Returns what is said about the zip file.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Hands over the cells of all sheets that are wanted, in the order of the sheets.
    ///
    /// # Errors
    /// When the source cannot be read, or a sheet is damaged or past a limit.
    pub fn read(&mut self, cells: &mut dyn Cells) -> Result<(), Refusal> {
        match &self.format {
            Format::Ods => ods::read(&mut self.parts, &mut self.carries, cells),
            Format::Xlsx(shared) => {
                for at in 0..self.sheets.len() {
                    if cells.is_full() {
                        break;
                    }
                    if cells.sheet(at) {
                        let carries = &mut self.carries;
                        xlsx::read(&mut self.parts, shared, at, carries, cells)?;
                    }
                }
                Ok(())
            }
        }
    }
}

fn unreadable(kind: &str) -> Refusal {
    let finding = Finding::new(Code::TableWorkbookUnreadable, Place::default());
    Refusal::Finding(Box::new(finding.plain("kind", kind)))
}
