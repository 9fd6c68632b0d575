//! Zip files: whatever the bytes, what comes out is what the directory says, within limits.

#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use untoc_intake::{Archive, ArchiveLimits, Refusal};

fuzz_target!(|bytes: &[u8]| {
    let limits = ArchiveLimits { total: 4 << 20, ..ArchiveLimits::default() };
    let mut archive = match Archive::open(Cursor::new(bytes), limits) {
        Ok(archive) => archive,
        Err(Refusal::Finding(_)) => return,
        Err(Refusal::Io(error)) => panic!("memory cannot fail: {error}"),
    };
    let entries = archive.entries().to_vec();
    assert!(entries.iter().map(|entry| entry.size()).sum::<u64>() <= 4 << 20);
    for entry in &entries {
        let path = entry.path();
        assert!(!path.starts_with('/') && !path.split('/').any(|part| part == ".."));
        if let Ok(Some(text)) = archive.read(entry, 1 << 20) {
            assert_eq!(text.len() as u64, entry.size());
        }
    }
});
