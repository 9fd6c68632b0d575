//! What comes out of making a PDF.

use untoc_core::Finding;

/// A PDF, and what it could not show.
#[derive(Debug, Clone, PartialEq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that no font has; the file shows their numbers.
    pub findings: Vec<Finding>,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The program was built without it.
    #[error("this program was built without PDF")]
    NotBuilt,
    /// The report could not be laid out.
    #[error("the report cannot be laid out as PDF: {0}")]
    Layout(String),
}
