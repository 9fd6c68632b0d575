//! Reads a package and says everything that is wrong with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use untoc_core::{Code, Evidence, Finding, Place, Severity, StoredFile};
use untoc_intake::decode_text;
use untoc_schema::{locate, read_evidence};

use super::limits::EvidenceLimits;
use super::manifest::{self, Manifest};
use super::package::{Origin, Package, Part};
use super::walk::{join, walk};
use super::{BAG_INFO, BAGIT, DATA, DESCRIPTION, MANIFEST, TAG_MANIFEST};
use crate::digest::Digest;
use crate::disk::{Disk, DiskError, Kind, read_whole};

/// A package that has been read.
#[derive(Debug)]
pub struct Inspected<'d> {
    /// The package, where nothing is wrong with it that is an error.
    pub package: Option<Package<'d>>,
    /// What is wrong, with places inside the package.
    pub findings: Vec<Finding>,
}

/// Finds the folder of the bag: the one named, or the only one in it.
///
/// # Errors
/// When a folder cannot be looked at.
pub fn package_root(disk: &dyn Disk, path: &Path) -> Result<PathBuf, DiskError> {
    let is_bag =
        |folder: &Path| Ok(matches!(disk.kind(&folder.join(BAGIT))?, Kind::File(_)));
    if !is_bag(path)? && disk.kind(path)? == Kind::Folder {
        let names = disk.list(path, 64)?;
        let mut folders = Vec::new();
        for name in names.iter().filter(|name| !name.starts_with('.')) {
            let inner = path.join(name);
            if disk.kind(&inner)? == Kind::Folder && is_bag(&inner)? {
                folders.push(inner);
            }
        }
        if let [only] = folders.as_slice() {
            return Ok(only.clone());
        }
    }
    Ok(path.to_owned())
}

/// Reads a package in a folder of a disk: names, sizes, lists, digests, description.
///
/// # Errors
/// When the disk cannot be read.
pub fn inspect_package<'d>(
    disk: &'d dyn Disk,
    root: &Path,
    limits: &EvidenceLimits,
) -> Result<Inspected<'d>, DiskError> {
    let walked = walk(disk, root, limits)?;
    let mut look =
        Look { disk, root, limits, files: walked.files, findings: walked.findings };
    // What is not accepted by its name or size is not read.
    let description = if look.findings.is_empty() { look.everything()? } else { None };
    let whole = look.findings.iter().all(|f| f.severity < Severity::Error);
    let package = description
        .filter(|_| whole)
        .map(|(description, digests)| look.package(description, &digests));
    Ok(Inspected { package, findings: look.findings })
}

struct Look<'d, 'p> {
    disk: &'d dyn Disk,
    root: &'p Path,
    limits: &'p EvidenceLimits,
    files: BTreeMap<String, u64>,
    findings: Vec<Finding>,
}

type Digests = BTreeMap<String, String>;

impl<'d> Look<'d, '_> {
    fn everything(&mut self) -> Result<Option<(Evidence, Digests)>, DiskError> {
        let bagit = self.text(BAGIT)?.unwrap_or_default();
        if !is_bagit(&bagit) {
            self.malformed("bagit", BAGIT);
        }
        if self.files.contains_key("fetch.txt") {
            self.malformed("fetch", "fetch.txt");
        }
        let Some(payload) = self.manifest(MANIFEST)? else {
            self.malformed("manifest", MANIFEST);
            return Ok(None);
        };
        let tags = self.manifest(TAG_MANIFEST)?.unwrap_or_default();
        let digests = self.digests()?;
        for path in payload.digests.keys().filter(|path| !path.starts_with(DATA)) {
            let path = path.clone();
            self.malformed("tag", &path);
        }
        self.compare(&payload.digests, &digests, MANIFEST);
        self.compare(&tags.digests, &digests, TAG_MANIFEST);
        self.note_surplus(&payload, &tags);
        self.check_oxum()?;
        let description = self.description(&digests)?;
        Ok(description.map(|description| (description, digests)))
    }

    fn text(&mut self, name: &str) -> Result<Option<String>, DiskError> {
        if !self.files.contains_key(name) {
            return Ok(None);
        }
        let bytes = read_whole(self.disk, &join(self.root, name), self.limits.text)?;
        let Some(bytes) = bytes else {
            let finding = Finding::new(Code::FileTooLarge, Place::file(name));
            let most = usize::try_from(self.limits.text).unwrap_or(usize::MAX);
            self.findings.push(finding.number("limit", most));
            return Ok(None);
        };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => {
                self.findings
                    .push(Finding::new(Code::EncodingNotUtf8, Place::file(name)));
                Ok(None)
            }
        }
    }

    fn manifest(&mut self, name: &str) -> Result<Option<Manifest>, DiskError> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        let mut manifest = manifest::read(&text, name);
        self.findings.append(&mut manifest.findings);
        Ok(Some(manifest))
    }

    fn digests(&self) -> Result<Digests, DiskError> {
        let mut digests = Digests::new();
        for (path, bytes) in &self.files {
            let digest = Digest::of_file(self.disk, &join(self.root, path), *bytes)?;
            digests.insert(path.clone(), digest.hex());
        }
        Ok(digests)
    }

    /// Compares what a list says with what is there.
    fn compare(&mut self, listed: &Digests, found: &Digests, list: &str) {
        for (path, digest) in listed {
            let code = match found.get(path) {
                None => Code::EvidenceFileMissing,
                Some(other) if other != digest => Code::EvidenceHashDiffers,
                Some(_) => continue,
            };
            self.report(code, path, list);
        }
    }

    fn report(&mut self, code: Code, path: &str, list: &str) {
        let known = |finding: &Finding| {
            finding.code == code
                && finding.place().is_some_and(|p| p.file.as_deref() == Some(path))
        };
        if !self.findings.iter().any(known) {
            let finding = Finding::new(code, Place::file(path));
            self.findings.push(finding.plain("item", path).plain("other", list));
        }
    }

    fn note_surplus(&mut self, payload: &Manifest, tags: &Manifest) {
        let own = [BAGIT, BAG_INFO, DESCRIPTION];
        let is_list = |path: &str| {
            let name = path.strip_prefix("tag").unwrap_or(path);
            name.strip_prefix("manifest-").is_some_and(|rest| rest.ends_with(".txt"))
        };
        let surplus: Vec<String> = self
            .files
            .keys()
            .filter(|path| match path.starts_with(DATA) {
                true => !payload.digests.contains_key(*path),
                false => {
                    !tags.digests.contains_key(*path)
                        && !own.contains(&path.as_str())
                        && !is_list(path)
                }
            })
            .cloned()
            .collect();
        for path in surplus {
            let list = if path.starts_with(DATA) { MANIFEST } else { TAG_MANIFEST };
            self.report(Code::EvidenceFileSurplus, &path, list);
        }
    }

    /// Compares the count of the bag with what is there.
    fn check_oxum(&mut self) -> Result<(), DiskError> {
        let info = self.text(BAG_INFO)?.unwrap_or_default();
        let said = info.lines().find_map(|line| {
            let (label, value) = line.split_once(':')?;
            label
                .trim()
                .eq_ignore_ascii_case("payload-oxum")
                .then(|| value.trim().to_owned())
        });
        let data = self.files.iter().filter(|(path, _)| path.starts_with(DATA));
        let (count, bytes) = data.fold((0_u64, 0_u64), |(count, sum), (_, bytes)| {
            (count + 1, sum.saturating_add(*bytes))
        });
        let found = format!("{bytes}.{count}");
        if let Some(said) = said.filter(|said| *said != found) {
            let place = Place::file(BAG_INFO);
            self.findings.push(
                Finding::new(Code::EvidencePackageMalformed, place)
                    .plain("fault", "oxum")
                    .plain("value", found)
                    .plain("expected", numbers(&said)),
            );
        }
        Ok(())
    }

    fn description(&mut self, digests: &Digests) -> Result<Option<Evidence>, DiskError> {
        if !self.files.contains_key(DESCRIPTION) {
            self.malformed("description", DESCRIPTION);
            return Ok(None);
        }
        let (description, findings) =
            read_description(self.disk, &join(self.root, DESCRIPTION), self.limits.text)?;
        self.findings.extend(findings.into_iter().map(|mut finding| {
            finding.set_file(DESCRIPTION);
            finding
        }));
        let Some(description) = description else { return Ok(None) };
        let mut listed = BTreeSet::new();
        for file in &description.files {
            listed.insert(file.path.as_str());
            match (self.files.get(&file.path), digests.get(&file.path)) {
                (Some(bytes), Some(digest)) => {
                    if *bytes != file.bytes || *digest != file.sha256 {
                        self.report(Code::EvidenceHashDiffers, &file.path, DESCRIPTION);
                    }
                }
                _ => self.report(Code::EvidenceFileMissing, &file.path, DESCRIPTION),
            }
        }
        let data = self.files.keys().filter(|path| path.starts_with(DATA));
        let surplus: Vec<String> =
            data.filter(|path| !listed.contains(path.as_str())).cloned().collect();
        for path in surplus {
            self.report(Code::EvidenceFileSurplus, &path, DESCRIPTION);
        }
        Ok(Some(description))
    }

    fn malformed(&mut self, fault: &str, item: &str) {
        let finding = Finding::new(Code::EvidencePackageMalformed, Place::default());
        self.findings.push(finding.plain("fault", fault).plain("item", item));
    }

    fn package(&self, description: Evidence, digests: &Digests) -> Package<'d> {
        let parts = self.files.iter().map(|(path, bytes)| Part {
            file: StoredFile {
                path: path.clone(),
                bytes: *bytes,
                sha256: digests.get(path).cloned().unwrap_or_default(),
                received_as: None,
            },
            origin: Origin::File(self.disk, join(self.root, path)),
        });
        Package::new(description, parts.collect())
    }
}

/// Returns the digits and points of a count; whatever else it says is not repeated.
fn numbers(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '.').take(40).collect()
}

/// Says whether a text is the declaration of a bag of version 1.0. Versions before it
/// differ in how they encode names, and come from old programs.
fn is_bagit(text: &str) -> bool {
    let lines: Vec<&str> =
        text.lines().map(str::trim_end).filter(|l| !l.is_empty()).collect();
    lines == ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]
        || lines == ["BagIt-Version: 0.97", "Tag-File-Character-Encoding: UTF-8"]
}

/// Reads a description, with findings that have their line and column.
pub(crate) fn read_description(
    disk: &dyn Disk,
    path: &Path,
    most: u64,
) -> Result<(Option<Evidence>, Vec<Finding>), DiskError> {
    let Some(bytes) = read_whole(disk, path, most)? else {
        let finding = Finding::new(Code::FileTooLarge, Place::default());
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        return Ok((None, vec![finding.number("limit", most)]));
    };
    match decode_text(&bytes) {
        Err(finding) => Ok((None, vec![*finding])),
        Ok(text) => {
            let mut read = read_evidence(&text);
            locate(&text, &mut read.findings);
            text.shift(&mut read.findings);
            Ok((read.value, read.findings))
        }
    }
}
