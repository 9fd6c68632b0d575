//! Why the system refuses something, in plain words.

use std::io::{self, ErrorKind};

/// Says why the system refuses something.
pub(crate) fn reason(error: &io::Error) -> String {
    let plain = [
        (ErrorKind::NotFound, "there is no such file"),
        (ErrorKind::NotADirectory, "there is no such file"),
        (ErrorKind::PermissionDenied, "you may not open it"),
        (ErrorKind::StorageFull, "the disk is full"),
        (ErrorKind::QuotaExceeded, "the disk is full"),
        (ErrorKind::AlreadyExists, "it exists already"),
        (ErrorKind::DirectoryNotEmpty, "the folder is not empty"),
        (ErrorKind::ReadOnlyFilesystem, "the disk cannot be written to"),
        (ErrorKind::InvalidFilename, "its name is too long"),
    ];
    match plain.iter().find(|(kind, _)| *kind == error.kind()) {
        Some((_, words)) => (*words).to_owned(),
        // The system's number of the error would differ between systems.
        None => error.kind().to_string(),
    }
}
