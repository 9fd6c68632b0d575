//! Walks through a folder: dossiers, packages and JSON files in it and below.
//!
//! Links are not followed, so there is no way in a circle; what is hidden (`.backup`,
//! `.git`) is left out; what cannot be opened becomes a finding and the walk goes on.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, FileType};
use std::path::{Path, PathBuf};

use untoc_core::{Code, Finding, Place};
use untoc_dossier::{RealDisk, is_dossier};

use super::{Exclude, number};
use crate::glob::Pattern;
use crate::subject::{Found, Subject, SubjectKind};

/// A walk through one folder.
pub(super) struct Walk<'a> {
    found: &'a mut Found,
    origin: u32,
    /// What the printed names begin with, and how much of it stands for the argument.
    start: String,
    root: PathBuf,
    exclude: &'a Exclude,
    /// Where the folder lies for the patterns of what is left out.
    place: Option<String>,
    /// The pattern that names must fit, from the folder on.
    pattern: Option<&'a Pattern>,
}

/// A folder on the way: what its printed name and its own path are below the argument.
struct Folder {
    path: PathBuf,
    below: String,
    /// Whether the pattern has been met, so that everything below counts.
    met: bool,
}

/// Something that lies in a folder.
struct Met {
    name: String,
    path: Option<Box<Path>>,
    kind: SubjectKind,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        found: &'a mut Found,
        origin: u32,
        name: &str,
        root: &Path,
        here: &Path,
        exclude: &'a Exclude,
        pattern: Option<&'a Pattern>,
    ) -> Self {
        let start = if name == "." { String::new() } else { format!("{name}/") };
        let place = exclude.place(root, here);
        Self { found, origin, start, root: root.to_owned(), exclude, place, pattern }
    }

    /// Walks and adds what is found.
    pub(super) fn run(&mut self) {
        let root = Folder {
            path: self.root.clone(),
            below: String::new(),
            met: self.pattern.is_none(),
        };
        let mut folders = vec![root];
        while let Some(folder) = folders.pop() {
            self.folder(&folder, &mut folders);
        }
    }

    fn folder(&mut self, folder: &Folder, folders: &mut Vec<Folder>) {
        let entries = match fs::read_dir(&folder.path) {
            Ok(entries) => entries,
            Err(error) => {
                let name = self.printed(folder.below.trim_end_matches('/'));
                return self.found.push_refused(&name, &error);
            }
        };
        let (mut files, mut below, mut faults) = (Vec::new(), Vec::new(), Vec::new());
        let mut may_be_dossier = false;
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let name = self.printed(folder.below.trim_end_matches('/'));
                    self.found.push_refused(&name, &error);
                    break;
                }
            };
            let raw = entry.file_name();
            may_be_dossier |= raw == "dossier.json" || raw == "history.jsonl";
            let name = raw.to_string_lossy().into_owned();
            let inside = format!("{}{name}", folder.below);
            if name.starts_with('.') || self.is_excluded(&inside) {
                continue;
            }
            let met = folder.met || self.pattern.is_some_and(|p| p.fits(&inside));
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                let leads = self.pattern.is_some_and(|p| p.may_fit_below(&inside));
                if met || leads {
                    let path = entry.path();
                    below.push(Folder { path, below: format!("{inside}/"), met });
                }
            } else if met {
                let exact = self.pattern.is_some() && !folder.met;
                match file(&entry, kind, &raw, exact) {
                    Some(Ok(kind)) => {
                        let path = raw.to_str().is_none().then(|| entry.path().into());
                        files.push(Met { name: inside, path, kind });
                    }
                    Some(Err(fault)) => faults.push((inside, fault)),
                    None => {}
                }
            }
        }
        // A dossier is looked at as a whole, and nothing in it by itself.
        let counts = folder.met && !folder.below.is_empty();
        if counts
            && may_be_dossier
            && is_dossier(&RealDisk, &folder.path).unwrap_or(false)
        {
            let name = folder.below.trim_end_matches('/').to_owned();
            let path = folder.path.to_string_lossy();
            let lossy = path.contains('\u{fffd}').then(|| folder.path.clone().into());
            return self.add(Met { name, path: lossy, kind: SubjectKind::Dossier });
        }
        for (name, fault) in faults {
            let name = self.printed(&name);
            self.found.push_fault(&name, fault);
        }
        files.into_iter().for_each(|met| self.add(met));
        folders.extend(below);
    }

    fn add(&mut self, met: Met) {
        let name = self.printed(&met.name);
        let skip = number(self.start.len());
        let subject = Subject::named(&name, met.kind);
        self.found.push(Subject { origin: self.origin, skip, path: met.path, ..subject });
    }

    fn printed(&self, below: &str) -> String {
        match (below.is_empty(), self.start.is_empty()) {
            (true, true) => ".".to_owned(),
            (true, false) => self.start.trim_end_matches('/').to_owned(),
            (false, _) => format!("{}{below}", self.start),
        }
    }

    fn is_excluded(&self, below: &str) -> bool {
        match self.place.as_deref() {
            None => false,
            Some("") => self.exclude.takes(below),
            Some(place) => self.exclude.takes(&format!("{place}/{below}")),
        }
    }
}

/// Says what a file is to us; `exact` if a pattern names it, whatever its ending.
fn file(
    entry: &DirEntry,
    kind: FileType,
    name: &OsStr,
    exact: bool,
) -> Option<Result<SubjectKind, Finding>> {
    let name = Path::new(name);
    let ends =
        |ending: &str| name.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
    let ours = ends("json") || ends("zip");
    if kind.is_file() {
        let found = match (ends("zip"), exact) {
            (true, _) => SubjectKind::Package,
            (false, true) => SubjectKind::File,
            (false, false) => SubjectKind::Met,
        };
        return (ours || exact).then_some(Ok(found));
    }
    if kind.is_symlink() {
        let leads_to_folder = fs::metadata(entry.path()).is_ok_and(|k| k.is_dir());
        let finding = Finding::new(Code::LinkNotFollowed, Place::default());
        return (ours || exact || leads_to_folder).then_some(Err(finding));
    }
    let finding = Finding::new(Code::FileNotRegular, Place::default());
    (ours || exact).then_some(Err(finding.plain("kind", "device")))
}
