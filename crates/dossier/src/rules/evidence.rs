//! The rules on evidence items: their packages, their terms, and whether they are used.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;
use untoc_core::{Code, Evidence, EvidenceRecord, Finding, ItemId, Place};

use crate::disk::{Disk, DiskError, Kind};
use crate::evidence::{
    DESCRIPTION, EvidenceLimits, inspect_package, item, read_description,
};
use crate::file_name::EVIDENCE;

/// Checks that the package of an item is still the one that was received.
pub(crate) fn check_package(
    disk: &dyn Disk,
    root: &Path,
    record: &EvidenceRecord,
) -> Result<Vec<Finding>, DiskError> {
    let id = &record.item;
    let home = item::home(root, id);
    if disk.kind(&home)? != Kind::Folder {
        let list = format!("{EVIDENCE}/{id}.json");
        return Ok(vec![about(
            Code::EvidenceFileMissing,
            &format!("{EVIDENCE}/{id}"),
            &list,
        )]);
    }
    let inspected = inspect_package(disk, &home, &EvidenceLimits::default())?;
    let mut findings = inspected.findings;
    for finding in &mut findings {
        for place in &mut finding.places {
            place.file = Some(match place.file.take() {
                Some(file) => format!("{EVIDENCE}/{id}/{file}"),
                None => format!("{EVIDENCE}/{id}"),
            });
        }
    }
    if let Some(package) = inspected.package {
        compare(record, package.files(), &mut findings);
    }
    Ok(findings)
}

/// Compares a package that is whole in itself with the record of what was received.
fn compare<'f>(
    record: &EvidenceRecord,
    files: impl Iterator<Item = &'f untoc_core::StoredFile>,
    findings: &mut Vec<Finding>,
) {
    let id = &record.item;
    let list = format!("{EVIDENCE}/{id}.json");
    let found: Vec<_> = files.collect();
    let path = |path: &str| format!("{EVIDENCE}/{id}/{path}");
    for stored in &record.files {
        match found.iter().find(|file| file.path == stored.path) {
            None => {
                findings.push(about(
                    Code::EvidenceFileMissing,
                    &path(&stored.path),
                    &list,
                ));
            }
            Some(file) if file.sha256 != stored.sha256 => {
                findings.push(about(
                    Code::EvidenceHashDiffers,
                    &path(&stored.path),
                    &list,
                ));
            }
            Some(_) => {}
        }
    }
    for file in found {
        if !record.files.iter().any(|stored| stored.path == file.path) {
            findings.push(about(Code::EvidenceFileSurplus, &path(&file.path), &list));
        }
    }
}

fn about(code: Code, path: &str, list: &str) -> Finding {
    Finding::new(code, Place::file(path)).plain("item", path).plain("other", list)
}

/// Checks the terms on which an item was given.
pub(crate) fn check_terms(
    id: &ItemId,
    description: &Evidence,
    today: Date,
    findings: &mut Vec<Finding>,
) {
    if let Some(day) = description.terms.keep_until.filter(|day| day.0 < today) {
        let place = Place {
            pointer: Some("/terms/keep_until".to_owned()),
            ..Place::file(format!("{EVIDENCE}/{id}/{DESCRIPTION}"))
        };
        let finding = Finding::new(Code::EvidenceKeptTooLong, place);
        findings.push(finding.plain("item", id).plain("date", day));
    }
}

/// Reports an item that no answer cites, unless it is said why.
pub(crate) fn check_use(
    record: &EvidenceRecord,
    cited: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    if record.unused_because.is_none() && !cited.contains(record.item.as_str()) {
        let finding = Finding::new(Code::EvidenceUnused, Place::default());
        findings.push(finding.plain("item", &record.item));
    }
}

/// Reads the description of an item, where there is one that can be read.
pub(crate) fn description(disk: &dyn Disk, root: &Path, id: &ItemId) -> Option<Evidence> {
    let path = item::home(root, id).join(DESCRIPTION);
    read_description(disk, &path, EvidenceLimits::default().text).ok()?.0
}

/// Reports folders that have no record.
pub(crate) fn check_folders(
    folders: &BTreeSet<String>,
    items: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    for folder in folders.difference(items) {
        let place = Place::file(format!("{EVIDENCE}/{folder}"));
        findings.push(Finding::new(Code::EvidenceUnrecorded, place));
    }
}
