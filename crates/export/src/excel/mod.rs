//! Spreadsheets: forms out as Excel workbooks, back as Excel or OpenDocument.

use untoc_core::Library;
use untoc_report::Words;

use crate::form::Form;
use crate::import::Imported;
use crate::returned::ReadOptions;

/// Writes a form as an Excel workbook.
pub(crate) fn write_form(_form: &Form<'_>, _words: &Words) -> Vec<u8> {
    Vec::new()
}

/// Reads a form that came back as an Excel workbook or an OpenDocument spreadsheet.
pub(crate) fn read_form(
    _bytes: &[u8],
    _library: &Library,
    _options: &ReadOptions<'_>,
) -> Imported {
    Imported::default()
}
