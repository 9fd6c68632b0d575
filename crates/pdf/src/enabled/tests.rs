//! PDFs of samples, in every script.

use untoc_core::{CountryCode, Library, Response, sample};
use untoc_export::{ExportOptions, Subject, outline};

use super::*;

fn made(edit: impl Fn(&mut Outline)) -> Pdf {
    let library = Library::embedded();
    let words = Words::load("en");
    let plan = library.get("untoc-cluster-1").unwrap();
    // Samples hold sentences in all six languages of the UN.
    let mut response: Response = sample::complete(&plan, 4, sample::Shape::default());
    response.state = CountryCode::EXAMPLELAND;
    let subject = Subject {
        plan: &plan,
        response: &response,
        settings: None,
        laws: None,
        evidence: None,
    };
    let today = untoc_core::Day::parse("2026-11-24").unwrap();
    let mut outline = outline(&[subject], &ExportOptions::default(), &words, today);
    edit(&mut outline);
    to_pdf(&outline, &words).unwrap()
}

/// A report of a whole questionnaire is laid out, twice to the same bytes.
#[test]
fn the_same_report_gives_the_same_bytes() {
    let one = made(|_| ());
    assert!(one.bytes.starts_with(b"%PDF-"));
    assert_eq!(one.findings, []);
    assert_eq!(one, made(|_| ()));
}

/// What no font has is shown as its number and told; markup in a text stays text.
#[test]
fn foreign_characters_are_told() {
    let pdf = made(|outline| {
        outline.cover.title = "#panic() *a* $x$ 😀😀 \u{200f}\u{feff}".to_owned();
    });
    assert_eq!(pdf.findings.len(), 1);
    assert_eq!(pdf.findings[0].count, 2);
}
