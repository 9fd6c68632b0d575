//! The report of a dossier as PDF/UA-1, for the archive and the printer.
//!
//! [`to_pdf`] lays out an `Outline`, as every other report is made of one. The layout is
//! typst's, a large library, so it is an optional feature: without it the function is
//! there and says that it was left out. Fonts come with the crate, so that the same
//! report gives the same bytes on every machine.

#[cfg(not(feature = "typst"))]
mod disabled;
#[cfg(feature = "typst")]
mod enabled;
mod error;
#[cfg(feature = "typst")]
mod page;

#[cfg(not(feature = "typst"))]
pub use disabled::{PDF_IS_BUILT_IN, to_pdf};
#[cfg(feature = "typst")]
pub use enabled::{PDF_IS_BUILT_IN, to_pdf};
pub use error::{Pdf, PdfError};
