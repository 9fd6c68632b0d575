//! Lays out a report with typst and writes it as PDF/UA-1.

mod fonts;
mod glyphs;
#[cfg(test)]
mod tests;
mod world;

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, pdf};
use untoc_export::Outline;
use untoc_report::Words;

use crate::error::{Pdf, PdfError};
use crate::page::page;
use world::OwnWorld;

/// Whether this program can make a PDF.
pub const PDF_IS_BUILT_IN: bool = true;

/// Lays out a report as PDF/UA-1.
///
/// The same outline gives the same bytes. A character that no font has is shown as its
/// number and told in a finding.
///
/// # Errors
/// When the report cannot be laid out.
pub fn to_pdf(outline: &Outline, words: &Words) -> Result<Pdf, PdfError> {
    let mut page = page(outline, words);
    let findings = glyphs::show_all(&mut page);
    let json =
        serde_json::to_vec(&page).map_err(|error| PdfError::Layout(error.to_string()))?;
    let world = OwnWorld::new(json);
    let document = typst::compile::<PagedDocument>(&world).output;
    let document = document.map_err(|errors| fault(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let standards =
        standards.map_err(|error| PdfError::Layout(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(page.title.clone()),
        creator: Smart::Custom(Some("untoc".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = pdf(&document, &options).map_err(|errors| fault(&errors))?;
    Ok(Pdf { bytes, findings })
}

fn fault(errors: &[SourceDiagnostic]) -> PdfError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PdfError::Layout(messages.join("; "))
}
