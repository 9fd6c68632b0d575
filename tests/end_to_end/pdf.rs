//! A report as PDF, with the program built for it or not.

use crate::run::Place;

/// Without it, the command says so at once, and what to use instead.
#[cfg(not(feature = "pdf"))]
#[test]
fn without_pdf_it_says_what_to_use() {
    let place = Place::dossier("--instruments fp --clusters 1");
    let talk = place.fails(2, "export --to pdf --output response.pdf");
    assert!(talk.contains("without PDF") && talk.contains("--to docx"), "{talk}");
    assert!(!place.path("response.pdf").exists());
}

/// With it, the report is written, twice to the same bytes.
#[cfg(feature = "pdf")]
#[test]
fn with_pdf_it_is_written() {
    let place = Place::dossier("--instruments fp --clusters 1");
    place.ok("answer fp-5-q1 yes --note \"Ответ на русском языке, 中文, عربي\"");
    place.ok("export --to pdf --output one.pdf");
    place.ok("export --to pdf --output other.pdf");
    let read = |name: &str| std::fs::read(place.path(name)).unwrap();
    assert!(read("one.pdf").starts_with(b"%PDF-"));
    assert_eq!(read("one.pdf"), read("other.pdf"));
}
