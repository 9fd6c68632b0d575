//! The long form in CSV: whatever the bytes, what is said stays bounded, and what was read
//! comes back from our own writer without a word.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_core::{Audience, CountryCode, Library, Response};
use untoc_export::{CsvOptions, ExportOptions, ReadOptions, Subject, read_csv, to_csv};
use untoc_report::Words;

thread_local! {
    static LIBRARY: (Library, Words) = (Library::embedded(), Words::load("en"));
}

fuzz_target!(|bytes: &[u8]| {
    LIBRARY.with(|(library, words)| {
        let imported = read_csv(bytes, library, &ReadOptions::default());
        assert!(imported.findings.len() <= 1_001);
        for file in imported.incoming {
            let plan = &file.plan;
            let mut response = Response::new(plan, CountryCode::EXAMPLELAND, "en");
            response.answers = file.answers;
            let options = ExportOptions {
                audience: Audience::National,
                remarks: true,
                ..ExportOptions::default()
            };
            let subject = Subject {
                plan,
                response: &response,
                settings: None,
                laws: None,
                evidence: None,
            };
            let (text, left_out, _) =
                to_csv(&[subject], &options, CsvOptions::default(), words);
            assert_eq!(left_out.unknown, 0);
            let again = read_csv(text.as_bytes(), library, &ReadOptions::default());
            assert!(again.findings.is_empty(), "{:?}", again.findings);
            let answers = again.incoming.into_iter().next().map(|file| file.answers);
            assert_eq!(answers.unwrap_or_default(), response.answers);
        }
    });
});
