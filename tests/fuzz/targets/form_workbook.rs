//! Forms in Excel and OpenDocument: whatever the bytes, what is said stays bounded, also
//! where the zip file around them is sound.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use untoc_core::Library;
use untoc_export::{ReadOptions, read_overlay, read_returned};
use zip::write::SimpleFileOptions;

thread_local! {
    static LIBRARY: Library = Library::embedded();
}

const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Art. 5" r:id="rId1"/><sheet name="_fields" r:id="rId2"/></sheets></workbook>"#;
const RELS: &str = r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    LIBRARY.with(|library| {
        read(bytes, library);
        let text = String::from_utf8_lossy(bytes);
        let (first, second) = text.split_once('\u{0}').unwrap_or((&text, ""));
        read(
            &packed(&[
                ("xl/workbook.xml", BOOK),
                ("xl/_rels/workbook.xml.rels", RELS),
                ("xl/worksheets/sheet1.xml", first),
                ("xl/worksheets/sheet2.xml", second),
                ("xl/sharedStrings.xml", second),
            ]),
            library,
        );
        let kind = "application/vnd.oasis.opendocument.spreadsheet";
        read(&packed(&[("mimetype", kind), ("content.xml", first)]), library);
    });
});

fn read(bytes: &[u8], library: &Library) {
    let imported = read_returned(bytes, library, &ReadOptions::default());
    assert!(imported.findings.len() <= 1_001);
    let mapped = read_overlay(bytes, library, &[]);
    assert!(mapped.findings.len() <= 1_001);
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let options =
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in parts {
        zip.start_file(*path, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
