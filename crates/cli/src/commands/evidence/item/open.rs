//! Opens what was received: a package in a folder, in a zip file, or encrypted.

use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use untoc_core::{Finding, ReceivedForm};
use untoc_dossier::{
    Disk, EvidenceLimits, Inspected, PackedDisk, RealDisk, inspect_package, package_root,
};
use untoc_intake::{Archive, ArchiveLimits, Refusal};

use crate::commands::evidence::pack::gather::cannot_read;
use crate::commands::evidence::seal;
use crate::error::{CommandError, ErrorKind};
use crate::inputs;

trait Bytes: Read + Seek + Send {}
impl<T: Read + Seek + Send> Bytes for T {}

/// A package that has been opened.
pub(super) struct Opened {
    place: PlaceOf,
    /// How it came.
    pub(super) form: ReceivedForm,
    name: String,
}

enum PlaceOf {
    Folder(PathBuf),
    Zip(Box<PackedDisk<Box<dyn Bytes>>>),
}

/// With what an encrypted package is opened.
pub(super) struct Keys<'a> {
    /// Files with identities of age.
    pub identities: &'a [PathBuf],
    /// A passphrase: asked for, or in a file.
    pub passphrase: Option<&'a PathBuf>,
    /// A passphrase or a secret key that somebody has typed on a page.
    pub typed: Option<&'a str>,
}

/// Opens a package; `None` if the file is not one.
pub(super) fn open(path: &Path, keys: &Keys<'_>) -> Result<Option<Opened>, CommandError> {
    let name = inputs::name_of(path);
    let kind = std::fs::metadata(path).map_err(|error| cannot_read(path, &error))?;
    if kind.is_dir() {
        let place = PlaceOf::Folder(path.to_owned());
        return Ok(Some(Opened { place, form: ReceivedForm::Package, name }));
    }
    if !kind.is_file() {
        return Err(CommandError::usage(format!("{name} is no ordinary file")));
    }
    let mut file = File::open(path).map_err(|error| cannot_read(path, &error))?;
    let mut first = Vec::new();
    file.by_ref().take(64).read_to_end(&mut first).map_err(|e| cannot_read(path, &e))?;
    if seal::is_sealed(&first) {
        let limit = EvidenceLimits::default().total;
        if kind.len() > limit {
            return Err(CommandError::new(
                ErrorKind::Findings,
                format!("{name} is larger than {} GiB", limit >> 30),
            ));
        }
        file.rewind().map_err(|error| cannot_read(path, &error))?;
        let mut bytes = Vec::new();
        file.take(limit).read_to_end(&mut bytes).map_err(|e| cannot_read(path, &e))?;
        let bytes = seal::open(&bytes, keys.identities, keys.passphrase, keys.typed)?;
        let place = zip(Box::new(Cursor::new(bytes)), path)?;
        return Ok(Some(Opened { place, form: ReceivedForm::SealedPackage, name }));
    }
    let is_zip = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    if !is_zip {
        return Ok(None);
    }
    let place = zip(Box::new(file), path)?;
    Ok(Some(Opened { place, form: ReceivedForm::Package, name }))
}

fn zip(bytes: Box<dyn Bytes>, path: &Path) -> Result<PlaceOf, CommandError> {
    let name = inputs::name_of(path);
    let total = EvidenceLimits::default().total;
    let limits = ArchiveLimits { total, ..ArchiveLimits::default() };
    let archive = match Archive::open(bytes, limits) {
        Ok(archive) => archive,
        Err(Refusal::Io(error)) => return Err(cannot_read(path, &error)),
        Err(Refusal::Finding(finding)) => return Err(refused(&name, vec![*finding])),
    };
    if !archive.findings().is_empty() {
        return Err(refused(&name, archive.findings().to_vec()));
    }
    Ok(PlaceOf::Zip(Box::new(PackedDisk::new(archive))))
}

impl Opened {
    /// Reads the package and returns it, or says everything that is wrong with it.
    pub(super) fn inspect(&self) -> Result<Inspected<'_>, CommandError> {
        let (disk, path): (&dyn Disk, &Path) = match &self.place {
            PlaceOf::Folder(path) => (&RealDisk, path),
            PlaceOf::Zip(disk) => (disk.as_ref(), Path::new("")),
        };
        let limits = EvidenceLimits::default();
        let looked = package_root(disk, path)
            .and_then(|root| inspect_package(disk, &root, &limits));
        match looked {
            Ok(inspected) if inspected.package.is_some() => Ok(inspected),
            Ok(inspected) => Err(refused(&self.name, inspected.findings)),
            Err(error) => match self.refusals() {
                refusals if refusals.is_empty() => {
                    Err(CommandError::new(ErrorKind::Unreadable, error.to_string()))
                }
                refusals => Err(refused(&self.name, refusals)),
            },
        }
    }

    fn refusals(&self) -> Vec<Finding> {
        match &self.place {
            PlaceOf::Folder(_) => Vec::new(),
            PlaceOf::Zip(disk) => disk.refused(),
        }
    }
}

/// Says that a package is refused and nothing of it was taken in.
fn refused(name: &str, mut findings: Vec<Finding>) -> CommandError {
    // The place inside the package stands in the message.
    for place in findings.iter_mut().flat_map(|finding| &mut finding.places) {
        place.file = None;
    }
    let mut error = inputs::refused(name, findings);
    error.message = format!("{name} is refused, and nothing of it was taken in");
    error
}
