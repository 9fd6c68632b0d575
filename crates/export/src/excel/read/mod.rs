//! Reads a form that came back as an Excel workbook or an OpenDocument spreadsheet.
//!
//! First all cells are taken within limits, then each sheet is gone through row by row.
//! The tag in the first column says what a row is, so rows and sheets may stand anywhere,
//! be missing or stand twice. What no tag claims is reported with its place.

mod cells;
mod hidden;
mod layout;
mod merged;
mod pieces;
mod value;

use std::io::Cursor;

use untoc_core::{Code, Finding, Library, Place, Word};
use untoc_intake::{ArchiveLimits, OpenWorkbook, Refusal, WorkbookLimits};

use self::cells::{Book, Sheet};
use self::hidden::Hidden;
use self::layout::Layout;
use crate::form::FormId;
use crate::import::Imported;
use crate::returned::{ReadOptions, Returned};

/// The limits of forms: they are small, and whoever sends more sends something else.
const LIMITS: WorkbookLimits = WorkbookLimits {
    archive: ArchiveLimits {
        entries: 2_000,
        directory: 1 << 20,
        total: 128 << 20,
        ratio: 60,
        large: 1 << 20,
    },
    part: 24 << 20,
    small_part: 16 << 20,
    strings: 200_000,
    repeated: 100_000,
};

/// Reads a form.
pub(crate) fn read_form(
    bytes: &[u8],
    library: &Library,
    options: &ReadOptions<'_>,
) -> Imported {
    match open(bytes) {
        Ok(book) => take(&book, library, options),
        Err(finding) => Imported { findings: vec![*finding], ..<_>::default() },
    }
}

/// Returns the rows of the first sheet that people see, with their numbers from 1.
pub(crate) fn first_sheet(
    bytes: &[u8],
) -> Result<Vec<(usize, Vec<String>)>, Box<Finding>> {
    let book = open(bytes)?;
    let Some(sheet) = book.sheets.iter().find(|sheet| !sheet.hidden) else {
        return Ok(Vec::new());
    };
    let row = |row: &cells::SheetRow| {
        let width = row.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
        let cells = (0..width).map(|column| row.text(column).to_owned());
        (row.number + 1, cells.collect())
    };
    Ok(sheet.rows.iter().map(row).collect())
}

fn open(bytes: &[u8]) -> Result<Book, Box<Finding>> {
    let mut workbook = OpenWorkbook::open(Cursor::new(bytes), LIMITS).map_err(refused)?;
    for (carried, kind) in [("macros", "macros"), ("links", "links")] {
        if workbook.carries().contains(carried) {
            let finding = Finding::new(Code::FormUnsafe, Place::default());
            return Err(Box::new(finding.plain("kind", kind)));
        }
    }
    let mut book = Book::new(workbook.sheets());
    workbook.read(&mut book).map_err(refused)?;
    if book.is_refused() {
        let finding = Finding::new(Code::FormUnsafe, Place::default());
        return Err(Box::new(finding.plain("kind", "size")));
    }
    book.comments = workbook.carries().contains("comments");
    Ok(book)
}

/// Says about a form what the reader of workbooks says about tables.
fn refused(refusal: Refusal) -> Box<Finding> {
    let finding = match refusal {
        Refusal::Finding(finding) => finding,
        Refusal::Io(_) => {
            let finding = Finding::new(Code::FormNotReadable, Place::default());
            return Box::new(finding.plain("kind", "damaged"));
        }
    };
    if finding.code != Code::TableWorkbookUnreadable {
        return finding;
    }
    let size = Word::Plain("size".to_owned());
    Box::new(if finding.values.get("kind") == Some(&size) {
        Finding::new(Code::FormUnsafe, Place::default()).plain("kind", "size")
    } else {
        Finding::new(Code::FormNotReadable, Place::default()).plain("kind", "damaged")
    })
}

fn take(book: &Book, library: &Library, options: &ReadOptions<'_>) -> Imported {
    let hidden = Hidden::read(book);
    let mut returned = Returned::default();
    let mut tagged = false;
    for sheet in book.sheets.iter().filter(|sheet| !sheet.is_own()) {
        if sheet.has_tags() {
            tagged = true;
            Layout::new(sheet, &hidden, library, &mut returned).read();
        } else {
            foreign(sheet, &mut returned);
        }
    }
    if !tagged {
        let finding = Finding::new(Code::FormNotReadable, Place::default());
        return Imported {
            findings: vec![finding.plain("kind", "no-form")],
            ..<_>::default()
        };
    }
    if book.comments {
        let finding = Finding::new(Code::ImportUnplaced, Place::default());
        returned.say(finding.plain("kind", "comments"));
    }
    let form = hidden.form.clone().or_else(|| visible_id(book));
    let imported = returned.finish(library, options, |id| hidden.about(id));
    Imported { form, ..imported }
}

/// Finds the id of the form on the first page.
fn visible_id(book: &Book) -> Option<FormId> {
    let mut cells =
        book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|r| &r.cells);
    cells.find_map(|cell| FormId::find(&cell.text))
}

/// Reports a sheet that is not part of the form and holds something.
fn foreign(sheet: &Sheet, returned: &mut Returned) {
    let mut cells = sheet.rows.iter().flat_map(|row| &row.cells);
    let cover = cells.any(|cell| FormId::find(&cell.text).is_some());
    let first = sheet.rows.iter().find_map(|row| Some((row, row.cells.first()?)));
    if let Some((row, cell)) = first.filter(|_| !cover) {
        let finding =
            Finding::new(Code::ImportUnplaced, sheet.place(row.number, cell.column))
                .plain("kind", "sheet")
                .typed("value", &sheet.name);
        returned.say(finding);
    }
}
