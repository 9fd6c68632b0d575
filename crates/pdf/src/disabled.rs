//! Stands in where the program is built without typst.

use untoc_export::Outline;
use untoc_report::Words;

use crate::error::{Pdf, PdfError};

/// Whether this program can make a PDF.
pub const PDF_IS_BUILT_IN: bool = false;

/// Says that the program was built without PDF.
///
/// # Errors
/// Always.
pub fn to_pdf(_outline: &Outline, _words: &Words) -> Result<Pdf, PdfError> {
    Err(PdfError::NotBuilt)
}
