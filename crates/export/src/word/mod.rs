//! Word documents: forms out and back, and reports.

use untoc_core::Library;
use untoc_report::Words;

use crate::form::Form;
use crate::import::Imported;
use crate::outline::Outline;
use crate::returned::ReadOptions;

/// Writes a form as a Word document.
pub(crate) fn write_form(_form: &Form<'_>, _words: &Words) -> Vec<u8> {
    Vec::new()
}

/// Writes a report as a Word document.
pub(crate) fn write_report(_outline: &Outline, _words: &Words) -> Vec<u8> {
    Vec::new()
}

/// Reads a form that came back as a Word document.
pub(crate) fn read_form(
    _bytes: &[u8],
    _library: &Library,
    _options: &ReadOptions<'_>,
) -> Imported {
    Imported::default()
}
