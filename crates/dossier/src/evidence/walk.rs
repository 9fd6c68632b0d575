//! Everything that lies in a folder: regular files with safe names, within limits.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use untoc_core::{Code, Finding, Place};
use untoc_intake::{PathError, check_relative_path};

use super::count::size;
use super::limits::EvidenceLimits;
use crate::disk::{Disk, DiskError, Kind};

/// Files that a system puts into folders by itself.
const SYSTEM_FILES: [&str; 4] = [".DS_Store", "desktop.ini", "Desktop.ini", "Thumbs.db"];

/// What lies in a folder.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// The files and their sizes.
    pub files: BTreeMap<String, u64>,
    /// What is not accepted.
    pub findings: Vec<Finding>,
}

/// Looks through a folder and those in it. Links are not followed.
pub(crate) fn walk(
    disk: &dyn Disk,
    root: &Path,
    limits: &EvidenceLimits,
) -> Result<Walked, DiskError> {
    let mut walked = Walked::default();
    let mut folders = vec![String::new()];
    let mut seen = BTreeSet::new();
    let mut total = 0_u64;
    while let Some(folder) = folders.pop() {
        let names = disk.list(&join(root, &folder), limits.files.saturating_add(1))?;
        for name in names.iter().filter(|name| !SYSTEM_FILES.contains(&name.as_str())) {
            let path = match folder.is_empty() {
                true => name.clone(),
                false => format!("{folder}/{name}"),
            };
            if let Some(finding) = name_finding(&path, &mut seen) {
                walked.findings.push(finding);
                continue;
            }
            match disk.kind(&join(root, &path))? {
                Kind::File(bytes) => {
                    total = total.saturating_add(bytes);
                    walked.files.insert(path, bytes);
                }
                Kind::Folder if path.matches('/').count() >= limits.depth => {
                    walked.findings.push(limit("depth", limits.depth));
                    return Ok(walked);
                }
                Kind::Folder => folders.push(path),
                Kind::Absent => {}
                Kind::Link | Kind::Other => walked.findings.push(named("link", &path)),
            }
            if walked.files.len().saturating_add(folders.len()) > limits.files {
                walked.findings.push(limit("files", limits.files));
                return Ok(walked);
            }
        }
    }
    check_sizes(&mut walked, total, limits);
    Ok(walked)
}

fn check_sizes(walked: &mut Walked, total: u64, limits: &EvidenceLimits) {
    if let Some((path, _)) = walked.files.iter().find(|(_, bytes)| **bytes > limits.file)
    {
        let finding = Finding::new(Code::EvidenceLimit, Place::file(path));
        let finding = finding.plain("fault", "file").plain("item", path);
        walked.findings.push(finding.plain("size", size(limits.file)));
    } else if total > limits.total {
        let finding = Finding::new(Code::EvidenceLimit, Place::default());
        let finding = finding.plain("fault", "total");
        walked.findings.push(finding.plain("size", size(limits.total)));
    }
}

/// Returns a path below a folder on this system. The path has been checked.
pub(crate) fn join(root: &Path, path: &str) -> std::path::PathBuf {
    path.split('/')
        .filter(|part| !part.is_empty())
        .fold(root.to_owned(), |at, part| at.join(part))
}

/// Says what is wrong with a path; `seen` holds those before it in small letters.
pub(super) fn name_finding(path: &str, seen: &mut BTreeSet<String>) -> Option<Finding> {
    let fault = match check_relative_path(path) {
        Err(PathError::Absolute | PathError::Upwards) => "outside",
        Err(
            PathError::Empty
            | PathError::TooLong
            | PathError::Character
            | PathError::Ending
            | PathError::DeviceName,
        ) => "system",
        Ok(_) if !seen.insert(path.to_lowercase()) => "twice",
        Ok(_) => return None,
    };
    Some(named(fault, path))
}

pub(super) fn named(fault: &str, path: &str) -> Finding {
    let finding = Finding::new(Code::EvidenceName, Place::default());
    finding.plain("fault", fault).plain("item", path)
}

fn limit(fault: &str, most: usize) -> Finding {
    let finding = Finding::new(Code::EvidenceLimit, Place::default());
    finding.plain("fault", fault).number("limit", most)
}
