//! Pages for a browser: forms out, their saved answers back, and reports.

use untoc_core::Library;
use untoc_report::Words;

use crate::form::Form;
use crate::import::Imported;
use crate::outline::Outline;
use crate::returned::ReadOptions;

/// Writes a form as a page for a browser.
pub(crate) fn write_form(_form: &Form<'_>, _words: &Words) -> Vec<u8> {
    Vec::new()
}

/// Writes a report as a page for a browser.
pub(crate) fn write_report(_outline: &Outline, _words: &Words) -> Vec<u8> {
    Vec::new()
}

/// Reads the answers that the page saved; `None` where the JSON is something else.
pub(crate) fn read_saved(
    _bytes: &[u8],
    _library: &Library,
    _options: &ReadOptions<'_>,
) -> Option<Imported> {
    None
}
