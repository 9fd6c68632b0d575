//! Answers that the page of a form saved: whatever the bytes, nothing panics, what is said
//! has a place, and the answers can be written into a form again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_core::{CountryCode, Library, Response};
use untoc_export::{
    FormFormat, FormOptions, ReadOptions, ReturnedFormat, Subject, form, read_returned,
};
use untoc_report::{Privacy, Words};

thread_local! {
    static LIBRARY: (Library, Words) = (Library::embedded(), Words::load("en"));
}

fuzz_target!(|bytes: &[u8]| {
    if ReturnedFormat::of(bytes) != ReturnedFormat::Json {
        return;
    }
    LIBRARY.with(|(library, words)| {
        let imported = read_returned(bytes, library, &ReadOptions::default());
        for finding in imported.findings.iter().take(50) {
            assert!(!words.message(finding, Privacy::Shown).is_empty());
        }
        for file in imported.incoming {
            let mut response = Response::new(&file.plan, CountryCode::EXAMPLELAND, "en");
            response.answers = file.answers;
            let subject = Subject {
                plan: &file.plan,
                response: &response,
                settings: None,
                laws: None,
                evidence: None,
            };
            let form = form(&[subject], &FormOptions::default(), words);
            assert!(FormFormat::Html.write(&form, words).is_ok_and(|page| !page.is_empty()));
        }
    });
});
