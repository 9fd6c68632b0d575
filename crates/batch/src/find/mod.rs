//! Finds what there is to look at: in arguments, folders and patterns.
//!
//! The result depends on the arguments and the disk alone, not on the order of either:
//! subjects are sorted by their printed names, each is there once, and what lies in a
//! dossier is looked at with it.

mod exclude;
mod walk;

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use untoc_core::{Code, Finding, Place};
use untoc_dossier::{RealDisk, is_dossier};

pub use exclude::Exclude;

use crate::glob::{Pattern, is_pattern};
use crate::names::printed;
use crate::reason::reason;
use crate::subject::{Found, Subject, SubjectKind};
use walk::Walk;

/// The name of standard input in findings.
const INPUT: &str = "standard input";

/// Finds the subjects of a run. `here` is the current folder; relative arguments start
/// from it.
pub fn find(arguments: &[PathBuf], here: &Path, exclude: &Exclude) -> Found {
    let mut found = Found::default();
    let paths: Vec<&Path> = arguments.iter().map(PathBuf::as_path).collect();
    for (argument, name) in paths.iter().zip(printed(&paths, here)) {
        if *argument == Path::new("-") {
            found.push(Subject::named(INPUT, SubjectKind::Input));
        } else {
            one(&mut found, argument, &name, here, exclude);
        }
    }
    found.settle();
    found
}

impl Found {
    /// Returns a run over one dossier, whose files are named from its own folder.
    pub fn dossier(folder: PathBuf) -> Self {
        let mut found = Self::default();
        let origin = found.origin(folder);
        found.push(Subject {
            origin,
            skip: 1,
            ..Subject::named(".", SubjectKind::Dossier)
        });
        found
    }

    /// Says whether nothing at all was found.
    pub fn is_empty(&self) -> bool {
        self.subjects.iter().all(|subject| {
            self.fault(subject).is_some_and(|fault| fault.code == Code::NothingFound)
        })
    }

    pub(crate) fn push(&mut self, subject: Subject) {
        self.subjects.push(subject);
    }

    /// Adds something that cannot be looked at.
    fn push_fault(&mut self, name: &str, finding: Finding) {
        let mut finding = finding;
        finding.set_file(name);
        let origin = number(self.faults.len());
        self.faults.push(finding);
        self.push(Subject { origin, ..Subject::named(name, SubjectKind::Fault) });
    }

    /// Adds something that the system refuses to show.
    fn push_refused(&mut self, name: &str, error: &io::Error) {
        let finding = Finding::new(Code::FileUnreadable, Place::default());
        self.push_fault(name, finding.plain("reason", reason(error)));
    }

    fn origin(&mut self, path: PathBuf) -> u32 {
        let origin = number(self.origins.len());
        self.origins.push(path);
        origin
    }

    /// Sorts the subjects and keeps each once; what lies in a dossier goes with it.
    fn settle(&mut self) {
        self.subjects.sort_by(|a, b| (&a.name, a.kind).cmp(&(&b.name, b.kind)));
        self.subjects.dedup_by(|later, first| later.name == first.name);
        let dossiers: BTreeSet<Box<str>> = self
            .subjects
            .iter()
            .filter(|subject| subject.kind == SubjectKind::Dossier)
            .map(|subject| subject.name.clone())
            .collect();
        if dossiers.is_empty() {
            return;
        }
        let mut subjects = std::mem::take(&mut self.subjects);
        subjects.retain(|subject| !self.is_inside(subject, &dossiers));
        self.subjects = subjects;
    }

    fn is_inside(&self, subject: &Subject, dossiers: &BTreeSet<Box<str>>) -> bool {
        if matches!(subject.kind, SubjectKind::Input) {
            return false;
        }
        let name = &subject.name;
        let above = name.match_indices('/').filter_map(|(end, _)| name.get(..end));
        let here = subject.name.as_ref() != "."
            && dossiers.contains(".")
            && !name.starts_with("..")
            && self.path(subject).is_relative();
        here || above.into_iter().any(|folder| dossiers.contains(folder))
    }
}

impl Subject {
    pub(crate) fn named(name: &str, kind: SubjectKind) -> Self {
        Self { name: name.into(), kind, origin: 0, skip: 0, path: None }
    }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Adds what an argument stands for.
fn one(found: &mut Found, argument: &Path, name: &str, here: &Path, exclude: &Exclude) {
    let kind = match fs::metadata(argument) {
        Ok(kind) => kind,
        Err(error) => {
            let text = argument.to_string_lossy().replace('\\', "/");
            let exists = fs::symlink_metadata(argument).is_ok();
            match Pattern::parse(&text).filter(|_| is_pattern(&text) && !exists) {
                Some(pattern) => expand(found, &pattern, argument, here, exclude),
                None => found.push_refused(name, &error),
            }
            return;
        }
    };
    // A link that was named is followed, once and for all.
    let path = match fs::symlink_metadata(argument) {
        Ok(link) if link.is_symlink() => match argument.canonicalize() {
            Ok(path) => path,
            Err(error) => return found.push_refused(name, &error),
        },
        Ok(_) | Err(_) => argument.to_owned(),
    };
    if kind.is_dir() {
        return folder(found, &path, name, here, exclude);
    }
    let subject = |kind| Subject::named(name, kind);
    let skip = number(name.len());
    if !kind.is_file() {
        let finding = Finding::new(Code::FileNotRegular, Place::default());
        found.push_fault(name, finding.plain("kind", "device"));
    } else if is_package(&path) {
        let origin = found.origin(path);
        found.push(Subject { origin, skip, ..subject(SubjectKind::Package) });
    } else {
        let origin = found.origin(path);
        found.push(Subject { origin, skip, ..subject(SubjectKind::File) });
    }
}

/// Adds a dossier, or what lies in a folder that is none.
fn folder(found: &mut Found, path: &Path, name: &str, here: &Path, exclude: &Exclude) {
    match is_dossier(&RealDisk, path) {
        Ok(true) => {
            let origin = found.origin(path.to_owned());
            let skip = number(name.len());
            let subject = Subject::named(name, SubjectKind::Dossier);
            return found.push(Subject { origin, skip, ..subject });
        }
        Ok(false) => {}
        Err(error) => {
            let finding = Finding::new(Code::FileUnreadable, Place::default());
            return found.push_fault(name, finding.plain("reason", words_of(&error)));
        }
    }
    let before = found.subjects.len();
    let origin = found.origin(path.to_owned());
    let mut walk = Walk::new(found, origin, name, path, here, exclude, None);
    walk.run();
    if found.subjects.len() == before {
        let finding = Finding::new(Code::NothingFound, Place::default());
        found.push_fault(name, finding.plain("kind", "folder"));
    }
}

fn words_of(error: &untoc_dossier::Error) -> String {
    // Only the disk refuses a look.
    if let untoc_dossier::Error::Disk(error) = error {
        reason(&error.source)
    } else {
        error.to_string()
    }
}

/// Adds what a pattern stands for.
fn expand(
    found: &mut Found,
    pattern: &Pattern,
    argument: &Path,
    here: &Path,
    exclude: &Exclude,
) {
    let base = Pattern::base(pattern.as_str()).to_owned();
    let root = match (base.is_empty(), argument.is_absolute()) {
        (true, true) => PathBuf::from("/"),
        (true, false) => PathBuf::from("."),
        (false, _) => PathBuf::from(&base),
    };
    let name = printed(&[root.as_path()], here).pop().unwrap_or_default();
    let below = pattern.as_str().get(base.len()..).unwrap_or_default();
    let below = Pattern::parse(below.trim_start_matches('/'));
    let before = found.subjects.len();
    if fs::metadata(&root).is_ok_and(|kind| kind.is_dir()) {
        let origin = found.origin(root.clone());
        let mut walk =
            Walk::new(found, origin, &name, &root, here, exclude, below.as_ref());
        walk.run();
    }
    if found.subjects.len() == before {
        let finding = Finding::new(Code::NothingFound, Place::default());
        let name = argument.to_string_lossy().replace('\\', "/");
        found.push_fault(&name, finding.plain("kind", "pattern"));
    }
}

/// Says whether a file that was named is a zip file: by its name or by its first bytes.
fn is_package(path: &Path) -> bool {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        return true;
    }
    let mut start = [0; 4];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start == *b"PK\x03\x04"
}
