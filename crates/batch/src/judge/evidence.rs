//! A package of evidence that has not been taken in yet, in a zip file.

use std::fs::File;
use std::path::Path;

use untoc_core::{Code, Finding, Place};
use untoc_dossier::{EvidenceLimits, PackedDisk, inspect_package};

use super::Judged;
use super::package::lies_in;
use crate::reason::reason;

/// Returns the folders of a zip file that hold a package, but for those in `others`.
pub(super) fn packages(disk: &PackedDisk<File>, others: &[String]) -> Vec<String> {
    let folders =
        disk.files().filter_map(|path| match path.strip_suffix("bagit.txt")? {
            "" => Some(String::new()),
            folder => folder.strip_suffix('/').map(str::to_owned),
        });
    let mut found: Vec<String> =
        folders.filter(|f| !others.iter().any(|other| lies_in(f, other))).collect();
    let all = found.clone();
    found.retain(|f| !all.iter().any(|other| other != f && lies_in(f, other)));
    found
}

/// Looks at a package in a zip file.
pub(super) fn look(judged: &mut Judged, disk: &PackedDisk<File>, root: &str, name: &str) {
    let inside = |file: Option<String>| match (root, file) {
        ("", None) => name.to_owned(),
        ("", Some(file)) => format!("{name}!/{file}"),
        (root, None) => format!("{name}!/{root}"),
        (root, Some(file)) => format!("{name}!/{root}/{file}"),
    };
    match inspect_package(disk, Path::new(root), &EvidenceLimits::default()) {
        Ok(inspected) => {
            judged.findings.extend(inspected.findings.into_iter().map(|mut finding| {
                for place in &mut finding.places {
                    place.file = Some(inside(place.file.take()));
                }
                finding
            }));
        }
        // What was refused while it was unpacked is said in any case.
        Err(_) if !disk.refused().is_empty() => {}
        Err(error) => {
            let finding = Finding::new(Code::FileUnreadable, Place::file(inside(None)));
            judged.findings.push(finding.plain("reason", reason(&error.source)));
        }
    }
}
