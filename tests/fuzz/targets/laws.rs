//! The register of laws: what is read without loss comes back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_schema::read_laws;

fuzz_target!(|text: &str| {
    let read = read_laws(text);
    assert!(read.value.is_some() || !read.findings.is_empty());
    if let (Some(laws), true) = (read.value, read.findings.is_empty()) {
        let again = read_laws(&laws.to_text());
        assert_eq!((again.findings, again.value), (Vec::new(), Some(laws)));
    }
});
