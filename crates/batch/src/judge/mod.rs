//! Looks at one subject and says everything that there is to say about it.

mod dossier;
mod evidence;
mod loose;
mod package;
mod quick;

use std::collections::BTreeMap;

use jiff::civil::Date;
use untoc_core::{Finding, Level, Library};
use untoc_schema::Scratch;

use crate::subject::{Found, Subject, SubjectKind};
use quick::QuickPlans;

/// What a check needs to know.
pub(crate) struct Judge<'a> {
    pub library: &'a Library,
    pub level: Level,
    pub today: Date,
    /// Whether responses must be read even where nothing is wrong with them.
    pub whole: bool,
    /// Whether the texts of files with findings are wanted.
    pub sources: bool,
    quick: QuickPlans,
}

/// What a thread uses again for one subject after another.
#[derive(Default)]
pub(crate) struct Workspace {
    buffer: Vec<u8>,
    scratch: Scratch,
}

/// What there is to say about a subject.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    /// The findings, in the order of reports.
    pub findings: Vec<Finding>,
    /// The dossiers in it.
    pub dossiers: Vec<Checked>,
    /// How many responses were looked at.
    pub responses: usize,
    /// The responses that were there: State and questionnaire.
    pub present: Vec<(String, String)>,
    /// The texts of files with findings, if they are wanted.
    pub sources: BTreeMap<String, String>,
    /// Whether it was something that is not ours to look at.
    pub skipped: bool,
}

/// A dossier that was looked at.
#[derive(Debug)]
pub(crate) struct Checked {
    pub name: String,
    pub prefix: String,
    pub state: Option<String>,
    pub due: Option<String>,
    pub responses: usize,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(library: &'a Library, level: Level, today: Date) -> Self {
        let quick = QuickPlans::new(library);
        Self { library, level, today, whole: false, sources: false, quick }
    }

    /// Looks at a subject.
    pub(crate) fn judge(
        &self,
        found: &Found,
        subject: &Subject,
        space: &mut Workspace,
    ) -> Judged {
        match subject.kind() {
            SubjectKind::Dossier => self.folder(found, subject),
            SubjectKind::Package => self.package(found, subject, space),
            SubjectKind::File | SubjectKind::Met => self.file(found, subject, space),
            SubjectKind::Input => self.input(subject.name(), space),
            SubjectKind::Fault => Judged {
                findings: found.fault(subject).cloned().into_iter().collect(),
                ..Judged::default()
            },
        }
    }
}
