//! Writes a package as a zip file with the same bytes each time.

use std::io::{Cursor, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use untoc_intake::ArchiveLimits;

use super::package::Package;
use crate::error::Error;

/// Writes a package as a zip file: one folder named after the item, the files in the
/// order of their paths, all of one time.
///
/// # Errors
/// When a file cannot be read or has been changed, or the zip file cannot be written.
pub fn write_zip(package: &Package<'_>, out: impl Write + Seek) -> Result<(), Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let folder = &package.description().id;
    let refused = |source: std::io::Error| Error::Zip { source };
    let mut zip = ZipWriter::new(out);
    for part in package.parts() {
        let bytes = part.read()?;
        let name = format!("{folder}/{}", part.file.path);
        let options = match packs_too_well(&bytes).map_err(refused)? {
            true => options
                .compression_method(CompressionMethod::Stored)
                .compression_level(None),
            false => options,
        };
        zip.start_file(name, options).map_err(|e| refused(e.into()))?;
        zip.write_all(&bytes).map_err(refused)?;
    }
    zip.finish().map(drop).map_err(|e| refused(e.into()))
}

/// Returns whether a file packs so well that a reader would take it for a trap.
///
/// A table of mostly empty cells is no trap; it is stored as it is, so that whoever
/// receives the package can open it.
fn packs_too_well(bytes: &[u8]) -> std::io::Result<bool> {
    let limits = ArchiveLimits::default();
    let size = bytes.len() as u64;
    if size <= limits.large {
        return Ok(false);
    }
    let mut trial = ZipWriter::new(Cursor::new(Vec::new()));
    trial.start_file("", SimpleFileOptions::default().compression_level(Some(6)))?;
    trial.write_all(bytes)?;
    let packed = trial.finish()?.into_inner().len() as u64;
    Ok(size / limits.ratio >= packed)
}
