//! Settings of a dossier: what is read without loss comes back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_schema::read_settings;

fuzz_target!(|text: &str| {
    let read = read_settings(text);
    assert!(read.value.is_some() || !read.findings.is_empty());
    if let (Some(settings), true) = (read.value, read.findings.is_empty()) {
        let again = read_settings(&settings.to_text());
        assert_eq!((again.findings, again.value), (Vec::new(), Some(settings)));
    }
});
