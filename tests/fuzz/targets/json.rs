//! Our reader of JSON accepts what serde_json accepts, and gives the same value.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use untoc_core::Code;
use untoc_schema::{read_json, sniff};

fuzz_target!(|text: &str| {
    let ours = read_json(text);
    let _ = sniff(text);
    for finding in &ours.findings {
        let place = finding.place().expect("a fault has a place");
        assert!(place.byte.is_some_and(|byte| text.is_char_boundary(byte)));
        assert!(place.line.is_some() && place.column.is_some());
    }
    let code = |code| ours.findings.iter().any(|finding| finding.code == code);
    if code(Code::JsonTooDeep) || code(Code::JsonTooMany) {
        return;
    }
    let accepted = ours.findings.iter().all(|f| f.code == Code::KeyDuplicate);
    let theirs: Result<Value, _> = serde_json::from_str(text);
    assert_eq!(accepted, theirs.is_ok(), "{:?}", ours.findings);
    if let (true, Ok(theirs)) = (accepted, theirs) {
        assert_eq!(ours.value, Some(theirs));
    }
});
