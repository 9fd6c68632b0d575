//! Forms in Word: whatever the bytes, what is said stays bounded, also where the zip file
//! around them is sound.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use untoc_core::Library;
use untoc_export::{ReadOptions, read_returned};
use zip::write::SimpleFileOptions;

thread_local! {
    static LIBRARY: Library = Library::embedded();
}

fuzz_target!(|bytes: &[u8]| {
    LIBRARY.with(|library| {
        read(bytes, library);
        let text = String::from_utf8_lossy(bytes);
        let (first, second) = text.split_once('\u{0}').unwrap_or((&text, ""));
        let files = [
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", first),
            ("word/comments.xml", second),
        ];
        read(&packed(&files), library);
    });
});

fn read(bytes: &[u8], library: &Library) {
    let imported = read_returned(bytes, library, &ReadOptions::default());
    assert!(imported.findings.len() <= 1_001);
}

fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory");
        writer.write_all(text.as_bytes()).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}
