//! Lets rows grow while people type into them.
//!
//! The library marks every height that is set as one that a person has chosen, and a
//! spreadsheet program never changes such a height. Without the mark a row begins as high
//! as it is written and grows with its text.

use std::io::{Cursor, Write};

use untoc_intake::{Archive, ArchiveLimits};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Takes the mark off all rows; `None` if the workbook is not one that was just written.
pub(super) fn let_rows_grow(bytes: &[u8]) -> Option<Vec<u8>> {
    let limits = ArchiveLimits { ratio: u64::MAX, ..ArchiveLimits::default() };
    let mut archive = Archive::open(Cursor::new(bytes), limits).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for entry in archive.entries().to_vec() {
        let part = archive.read(&entry, u64::MAX).ok()??;
        writer.start_file(entry.path(), options).ok()?;
        if entry.path().starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(part).ok()?;
            let text = text.replace(" customHeight=\"1\"", "");
            writer.write_all(text.as_bytes()).ok()?;
        } else {
            writer.write_all(&part).ok()?;
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
