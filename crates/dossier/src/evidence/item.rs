//! Where the package of an evidence item lies: among the evidence while its record
//! stands, else among the backups.

use std::path::{Path, PathBuf};

use untoc_core::ItemId;

use super::limits::EvidenceLimits;
use super::package::digest_of;
use super::walk::{join, walk};
use crate::contents::Contents;
use crate::digest::Digest;
use crate::disk::{Disk, DiskError, Kind};
use crate::error::Error;
use crate::file_name::{BACKUP, EVIDENCE, FileName};
use crate::stored::Raw;
use crate::write::Target;

/// Returns the folder of an item among the evidence.
pub(crate) fn home(root: &Path, item: &ItemId) -> PathBuf {
    root.join(EVIDENCE).join(item.as_str())
}

/// Returns the folder of the packages of an item among the backups.
pub(super) fn shelf(root: &Path, item: &ItemId) -> PathBuf {
    root.join(BACKUP).join(EVIDENCE).join(item.as_str())
}

/// Returns the folder of a package among the backups, by its digest.
pub(super) fn stage(root: &Path, item: &ItemId, digest: Digest) -> PathBuf {
    shelf(root, item).join(digest.hex())
}

/// Returns the digest of the package that a record stands for; none once it is erased.
fn package_of(text: Option<&str>) -> Option<Digest> {
    let json: serde_json::Value = serde_json::from_str(text?).ok()?;
    match json.get("erased") {
        Some(_) => None,
        None => Digest::parse(json.get("digest")?.as_str()?),
    }
}

fn before<'c>(contents: &'c Contents, file: &FileName) -> Option<&'c str> {
    match contents.raw(file) {
        Raw::Text { text, .. } => Some(text),
        Raw::Absent | Raw::Bytes { .. } | Raw::Unusable => None,
    }
}

/// Makes sure that the package of an item can get to its place.
pub(crate) fn check_place(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    target: &Target,
) -> Result<(), Error> {
    let FileName::Evidence(item) = &target.file else { return Ok(()) };
    let Some(wanted) = package_of(target.text.as_deref()) else { return Ok(()) };
    let home = home(root, item);
    if package_of(before(contents, &target.file)) == Some(wanted) {
        return Ok(());
    }
    match disk.kind(&home)? {
        Kind::Absent => match disk.kind(&stage(root, item, wanted))? {
            Kind::Folder => Ok(()),
            Kind::Absent | Kind::File(_) | Kind::Link | Kind::Other => {
                Err(Error::PackageGone { id: item.clone() })
            }
        },
        Kind::Folder if digest_in(disk, &home)? == wanted => Ok(()),
        Kind::Folder | Kind::File(_) | Kind::Link | Kind::Other => {
            Err(Error::ItemTaken { id: item.clone() })
        }
    }
}

/// Moves the package of an item to where its record says.
pub(crate) fn put_in_place(
    disk: &dyn Disk,
    root: &Path,
    contents: &Contents,
    target: &Target,
) -> Result<(), DiskError> {
    let FileName::Evidence(item) = &target.file else { return Ok(()) };
    let home = home(root, item);
    let there = disk.kind(&home)? == Kind::Folder;
    match package_of(target.text.as_deref()) {
        Some(_) if there => Ok(()),
        Some(wanted) => {
            let stage = stage(root, item, wanted);
            if disk.kind(&stage)? == Kind::Folder {
                disk.rename(&stage, &home)?;
                disk.sync_folder(&shelf(root, item))?;
                disk.sync_folder(&root.join(EVIDENCE))?;
            }
            Ok(())
        }
        None if !there => Ok(()),
        None => {
            let known = package_of(before(contents, &target.file));
            let digest = match known {
                Some(digest) => digest,
                None => digest_in(disk, &home)?,
            };
            let stage = stage(root, item, digest);
            clear(disk, &stage)?;
            disk.make_folder(&shelf(root, item))?;
            disk.rename(&home, &stage)?;
            disk.sync_folder(&shelf(root, item))?;
            disk.sync_folder(&root.join(EVIDENCE))
        }
    }
}

/// Returns the digest of the files in a folder.
fn digest_in(disk: &dyn Disk, folder: &Path) -> Result<Digest, DiskError> {
    let walked = walk(disk, folder, &EvidenceLimits::default())?;
    let mut files = Vec::new();
    for (path, bytes) in walked.files {
        let sha256 = Digest::of_file(disk, &join(folder, &path), bytes)?.hex();
        files.push(untoc_core::StoredFile { path, bytes, sha256, received_as: None });
    }
    Ok(digest_of(files.iter()))
}

/// Removes a folder with everything in it, where it is there; links in it are removed
/// and not followed.
pub(super) fn clear(disk: &dyn Disk, path: &Path) -> Result<(), DiskError> {
    match disk.kind(path)? {
        Kind::Absent => Ok(()),
        Kind::File(_) | Kind::Link | Kind::Other => disk.remove(path),
        Kind::Folder => {
            for name in disk.list(path, usize::MAX)? {
                clear(disk, &path.join(name))?;
            }
            disk.remove_folder(path)
        }
    }
}
