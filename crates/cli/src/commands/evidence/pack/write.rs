//! Writes a package: as a folder, as a zip file, or encrypted.

use std::fs::File;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use untoc_dossier::{Disk, Flush, Kind, Package, RealDisk, write_zip};

use crate::commands::evidence::seal;
use crate::error::{CommandError, ErrorKind};
use crate::inputs;
use crate::world::show_path;

/// Whether and for whom a package is encrypted.
#[derive(Debug, Default, Args)]
pub(crate) struct SealArguments {
    /// Encrypt the package for this key (age1…, or a file with keys); may be given
    /// several times
    #[arg(long = "for", value_name = "KEY")]
    pub(crate) recipients: Vec<String>,
    /// Encrypt the package with a passphrase: asked for, or in the first line of a file
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        default_missing_value = "",
        value_parser = seal::passphrase_file(),
        conflicts_with = "recipients"
    )]
    pub(crate) passphrase: Option<PathBuf>,
}

impl SealArguments {
    /// Says whether the package is to be encrypted.
    pub(crate) fn is_asked(&self) -> bool {
        !self.recipients.is_empty() || self.passphrase.is_some()
    }
}

/// Refuses what cannot be written, before anything is asked.
pub(crate) fn refuse(
    path: &Path,
    arguments: &SealArguments,
    force: bool,
) -> Result<(), CommandError> {
    let ending = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    let file = arguments.is_asked() || ending.as_deref() == Some("zip");
    match ending.as_deref() {
        Some("age") if !arguments.is_asked() => Err(for_nobody()),
        _ if path.exists() && !(force && file) => Err(exists(path)),
        _ => Ok(()),
    }
}

fn for_nobody() -> CommandError {
    CommandError::usage(
        "a file that ends in .age is encrypted, and nobody is named to read it",
    )
    .hint("name a key with --for, or use --passphrase")
}

/// Writes a package whole or not at all.
pub(crate) fn write(
    package: &Package<'_>,
    path: &Path,
    arguments: &SealArguments,
    force: bool,
) -> Result<(), CommandError> {
    let ending = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    if arguments.is_asked() {
        // A readable copy must not lie about, so the zip file is made in memory.
        let mut zip = Cursor::new(Vec::new());
        write_zip(package, &mut zip).map_err(|error| crate::session::explain(&error))?;
        let sealed = seal::seal(&zip.into_inner(), arguments)?;
        return inputs::write_file(path, &sealed, force);
    }
    match ending.as_deref() {
        Some("zip") => zip_file(package, path, force),
        Some("age") => Err(for_nobody()),
        _ => folder(package, path),
    }
}

fn zip_file(package: &Package<'_>, path: &Path, force: bool) -> Result<(), CommandError> {
    let cannot = |error: &std::io::Error| {
        let text = format!("cannot write {}: {}", show_path(path), inputs::say(error));
        CommandError::new(ErrorKind::Unwritable, text)
    };
    if !force && path.exists() {
        return Err(exists(path));
    }
    let above = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let above = above.unwrap_or(Path::new("."));
    RealDisk
        .make_folder(above)
        .map_err(|error| CommandError::new(ErrorKind::Unwritable, error.to_string()))?;
    let mut file = tempfile::NamedTempFile::new_in(above).map_err(|e| cannot(&e))?;
    let out: &mut File = file.as_file_mut();
    write_zip(package, &mut *out).map_err(|error| crate::session::explain(&error))?;
    out.flush().and_then(|()| out.sync_all()).map_err(|e| cannot(&e))?;
    let kept = if force { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(drop).map_err(|error| cannot(&error.error))
}

/// Writes the files beside first, and then gives the folder its name.
fn folder(package: &Package<'_>, path: &Path) -> Result<(), CommandError> {
    let unwritable = |error: untoc_dossier::DiskError| {
        CommandError::new(ErrorKind::Unwritable, error.to_string())
    };
    if RealDisk.kind(path).map_err(unwritable)? != Kind::Absent {
        return Err(exists(path));
    }
    let above = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let above = above.unwrap_or(Path::new("."));
    RealDisk.make_folder(above).map_err(unwritable)?;
    let cannot = |error: &std::io::Error| {
        let text = format!("cannot write {}: {}", show_path(path), inputs::say(error));
        CommandError::new(ErrorKind::Unwritable, text)
    };
    let temporary = tempfile::Builder::new()
        .prefix(".untoc-pack-")
        .tempdir_in(above)
        .map_err(|error| cannot(&error))?;
    let bag = temporary.path().join("bag");
    for file in package.files() {
        let to = file.path.split('/').fold(bag.clone(), |at, part| at.join(part));
        if let Some(folder) = to.parent() {
            RealDisk.make_folder(folder).map_err(unwritable)?;
        }
        let bytes = package.read(&file.path).map_err(|e| crate::session::explain(&e))?;
        RealDisk.write_new(&to, &bytes, None, Flush::Now).map_err(unwritable)?;
    }
    RealDisk.rename(&bag, path).map_err(unwritable)
}

fn exists(path: &Path) -> CommandError {
    let text = format!("{} exists already", show_path(path));
    CommandError::new(ErrorKind::Unwritable, text).hint("give another name with --output")
}
