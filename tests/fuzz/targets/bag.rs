//! Packages of evidence: whatever a zip file holds, it is refused with findings, or every
//! file of the package can be read and is the one that was described.

#![no_main]

use std::io::Cursor;
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use untoc_dossier::{
    Digest, EvidenceLimits, PackedDisk, inspect_package, package_root,
};
use untoc_intake::{Archive, ArchiveLimits};

fuzz_target!(|bytes: &[u8]| {
    let limits = ArchiveLimits { total: 16 << 20, ..ArchiveLimits::default() };
    let Ok(archive) = Archive::open(Cursor::new(bytes.to_vec()), limits) else { return };
    let disk = PackedDisk::new(archive);
    let Ok(root) = package_root(&disk, Path::new("")) else { return };
    let limits = EvidenceLimits { file: 16 << 20, ..EvidenceLimits::default() };
    let Ok(inspected) = inspect_package(&disk, &root, &limits) else { return };
    let Some(package) = inspected.package else {
        assert!(!inspected.findings.is_empty());
        return;
    };
    for file in package.files() {
        let bytes = package.read(&file.path).unwrap();
        assert_eq!(Digest::of(&bytes).hex(), file.sha256);
    }
});
