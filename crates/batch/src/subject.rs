//! What a run looks at: one dossier, one package, one file.

use std::path::{Path, PathBuf};

use untoc_core::Finding;

/// One thing that a run looks at, small enough to hold a million of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub(crate) name: Box<str>,
    pub(crate) kind: SubjectKind,
    /// The argument that it was found by, or the fault, by number.
    pub(crate) origin: u32,
    /// How many bytes of the name stand for the argument.
    pub(crate) skip: u32,
    /// The path, where the name does not lead to it: it is no Unicode text.
    pub(crate) path: Option<Box<Path>>,
}

/// The kinds of subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SubjectKind {
    /// A folder with a dossier.
    Dossier,
    /// A zip file with dossiers.
    Package,
    /// A file alone that was named.
    File,
    /// A file alone that was met in a folder; it may be something of another kind.
    Met,
    /// Standard input.
    Input,
    /// Something that cannot be looked at; a finding says why.
    Fault,
}

/// All subjects of a run in their order, and where they are.
#[derive(Debug, Default)]
pub struct Found {
    pub(crate) subjects: Vec<Subject>,
    /// The paths of the arguments.
    pub(crate) origins: Vec<PathBuf>,
    pub(crate) faults: Vec<Finding>,
}

impl Subject {
    /// Returns the name as it is printed.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the kind.
    pub fn kind(&self) -> SubjectKind {
        self.kind
    }
}

impl Found {
    /// Returns the subjects in their order.
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// Returns the path of a subject.
    pub(crate) fn path(&self, subject: &Subject) -> PathBuf {
        if let Some(path) = &subject.path {
            return path.to_path_buf();
        }
        let origin =
            usize::try_from(subject.origin).ok().and_then(|at| self.origins.get(at));
        let mut path = origin.cloned().unwrap_or_default();
        let skip = usize::try_from(subject.skip).unwrap_or(usize::MAX);
        let below = subject.name.get(skip..).unwrap_or_default();
        path.extend(below.split('/').filter(|part| !part.is_empty()));
        path
    }

    /// Returns what is wrong with a subject that cannot be looked at.
    pub(crate) fn fault(&self, subject: &Subject) -> Option<&Finding> {
        let at = usize::try_from(subject.origin).ok()?;
        self.faults.get(at).filter(|_| subject.kind == SubjectKind::Fault)
    }
}
