//! Bytes to text: accepts UTF-8 without NUL and nothing else, and places the fault.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_intake::{check_relative_path, decode_text};

fuzz_target!(|bytes: &[u8]| {
    match decode_text(bytes) {
        Ok(text) => {
            assert!(bytes.ends_with(text.as_bytes()));
            assert!(bytes.len() - text.len() == 0 || bytes.starts_with(b"\xef\xbb\xbf"));
            assert!(!text.contains('\0'));
            if let Ok(path) = check_relative_path(&text) {
                assert!(path.to_path_buf().is_relative());
            }
        }
        Err(finding) => {
            let place = finding.place().expect("a fault has a place");
            assert!(place.byte.is_some_and(|byte| byte <= bytes.len()));
            assert!(place.line.is_some() && place.column.is_some());
        }
    }
});
