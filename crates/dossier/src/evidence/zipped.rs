//! Writes a package as a zip file with the same bytes each time.

use std::io::{Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

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
        zip.start_file(name, options).map_err(|e| refused(e.into()))?;
        zip.write_all(&bytes).map_err(refused)?;
    }
    zip.finish().map(drop).map_err(|e| refused(e.into()))
}
