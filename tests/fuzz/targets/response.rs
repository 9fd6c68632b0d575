//! Responses: read, checked, located; what is read without loss comes back.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use untoc_core::{Context, Level, Library, PartialDate, Surroundings, check_response};
use untoc_schema::{locate, read_entry, read_response};

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::embedded);

fuzz_target!(|text: &str| {
    let read = read_response(text, &LIBRARY);
    for place in read.findings.iter().flat_map(|finding| &finding.places) {
        assert!(place.byte.is_some_and(|byte| text.is_char_boundary(byte)));
        assert!(place.line.is_some() && place.column.is_some());
    }
    let _ = read_entry(text, None);
    let Some(mut response) = read.value else { return };
    if read.lossless {
        let again = read_response(&response.to_text(), &LIBRARY);
        assert_eq!(again.value.as_ref(), Some(&response));
        assert_eq!(again.findings.len(), read.findings.len());
    }
    let Some(plan) = LIBRARY.get(response.questionnaire.as_str()) else { return };
    for level in [Level::Draft, Level::Submission] {
        let today = PartialDate::Year(2026).first_day();
        let around = Surroundings::default();
        let context = Context::new(&plan, &response, around, level, today);
        let mut findings = check_response(&context);
        locate(text, &mut findings);
        assert!(findings.iter().all(|f| f.places.iter().all(|p| p.line.is_some())));
    }
    response.normalise(&plan);
    let _ = response.to_text();
});
