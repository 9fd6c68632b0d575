//! A spreadsheet program that knows nothing of forms: it reads all cells of a workbook,
//! lets a test change them, and writes them out anew as Excel or OpenDocument.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking; each test uses a part of this module"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use untoc_intake::{CellForm, Cells, OpenWorkbook, SheetCell, WorkbookLimits};

/// A sheet: its name, whether it is hidden, and its cells by row and column from 0.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) cells: BTreeMap<(usize, usize), Typed>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Typed {
    Text(String),
    Number(f64),
}

struct Take {
    pages: Vec<Page>,
    at: usize,
    row: usize,
}

impl Cells for Take {
    fn sheet(&mut self, at: usize) -> bool {
        self.at = at;
        true
    }

    fn row(&mut self, row: usize) {
        self.row = row;
    }

    fn cell(&mut self, cell: SheetCell<'_>) {
        let typed = match cell.form {
            CellForm::Number => Typed::Number(cell.text.parse().unwrap()),
            CellForm::Text | CellForm::Date | CellForm::Truth => {
                Typed::Text(cell.text.to_owned())
            }
        };
        self.pages[self.at].cells.insert((self.row, cell.column), typed);
    }

    fn refuse(&mut self) {}

    fn is_full(&self) -> bool {
        false
    }
}

/// Reads all cells.
pub(crate) fn open(bytes: &[u8]) -> Vec<Page> {
    let mut book =
        OpenWorkbook::open(Cursor::new(bytes), WorkbookLimits::default()).unwrap();
    let sheets = book.sheets().to_vec();
    let page = |sheet: &untoc_intake::SheetName| Page {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        ..Page::default()
    };
    let mut take = Take { pages: sheets.iter().map(page).collect(), at: 0, row: 0 };
    book.read(&mut take).unwrap();
    take.pages
}

/// Writes all cells as an Excel workbook.
pub(crate) fn save_xlsx(pages: &[Page]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for page in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(&page.name).unwrap();
        sheet.set_hidden(page.hidden);
        for ((row, column), typed) in &page.cells {
            let at = (u32::try_from(*row).unwrap(), u16::try_from(*column).unwrap());
            match typed {
                Typed::Text(text) => sheet.write_string(at.0, at.1, text).unwrap(),
                Typed::Number(number) => sheet.write_number(at.0, at.1, *number).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// Writes all cells as an OpenDocument spreadsheet.
pub(crate) fn save_ods(pages: &[Page]) -> Vec<u8> {
    let mut text = String::from(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">",
    );
    for page in pages {
        text.push_str(&format!("<table:table table:name=\"{}\">", escape(&page.name)));
        let last = page.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0);
        for row in 0..last {
            text.push_str("<table:table-row>");
            let mut next = 0;
            for ((_, column), typed) in page.cells.range((row, 0)..(row + 1, 0)) {
                if *column > next {
                    let empty = column - next;
                    text.push_str(&format!(
                        "<table:table-cell table:number-columns-repeated=\"{empty}\"/>"
                    ));
                }
                text.push_str(&ods_cell(typed));
                next = column + 1;
            }
            text.push_str("</table:table-row>");
        }
        text.push_str("</table:table>");
    }
    text.push_str("</office:document-content>");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // The type comes first and is not packed, as the format asks.
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored);
    for (name, part) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &text),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods_cell(typed: &Typed) -> String {
    match typed {
        Typed::Number(number) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>"
        ),
        Typed::Text(said) => {
            let lines: Vec<String> = said
                .split('\n')
                .map(|line| {
                    // More than one blank, or one at an end, is written as an element.
                    let line = escape(line).replace('\t', "<text:tab/>");
                    format!("<text:p>{}</text:p>", line.replace(' ', "<text:s/>"))
                })
                .collect();
            format!(
                "<table:table-cell office:value-type=\"string\">{}</table:table-cell>",
                lines.concat()
            )
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

impl Page {
    pub(crate) fn text(&self, row: usize, column: usize) -> &str {
        match self.cells.get(&(row, column)) {
            Some(Typed::Text(text)) => text,
            _ => "",
        }
    }

    pub(crate) fn set(&mut self, row: usize, column: usize, text: &str) {
        self.cells.insert((row, column), Typed::Text(text.to_owned()));
    }

    pub(crate) fn row_of(&self, tag: &str) -> Option<usize> {
        let rows = self.cells.keys().filter(|(_, column)| *column == 0);
        rows.map(|(row, _)| *row).find(|row| self.text(*row, 0) == tag)
    }
}
