//! A dossier: in a folder, or in the memory of a package.

use std::collections::BTreeSet;
use std::path::Path;

use untoc_core::{Code, Finding, Place};
use untoc_dossier::{Disk, Dossier, Error, FileName, Kind, ReadOnly, RealDisk, validate};
use untoc_intake::Limits;

use super::{Checked, Judge, Judged};
use crate::reason::reason;
use crate::subject::{Found, Subject};

impl Judge<'_> {
    /// Looks at a dossier in a folder.
    pub(super) fn folder(&self, found: &Found, subject: &Subject) -> Judged {
        let name = subject.name();
        let prefix = if name == "." { String::new() } else { format!("{name}/") };
        let mut judged = Judged::default();
        self.dossier(&mut judged, &RealDisk, &found.path(subject), name, prefix);
        judged
    }

    /// Looks at a dossier on any disk; the names of its files begin with `prefix`.
    pub(super) fn dossier(
        &self,
        judged: &mut Judged,
        disk: &dyn Disk,
        root: &Path,
        name: &str,
        prefix: String,
    ) {
        let disk = ReadOnly(disk);
        let dossier = match Dossier::open(&disk, root, self.library) {
            Ok(dossier) => dossier,
            Err(error) => return judged.findings.push(unopened(&error, name)),
        };
        let mut findings = validate(&dossier, self.level, self.today);
        for place in findings.iter_mut().flat_map(|finding| &mut finding.places) {
            place.file = Some(match place.file.take() {
                Some(file) => format!("{prefix}{file}"),
                None => name.to_owned(),
            });
        }
        if self.sources {
            keep_sources(judged, &findings, &disk, root, &prefix);
        }
        let settings = dossier.settings();
        let state = settings.map(|settings| settings.state.to_string());
        let mut responses = 0;
        for stored in dossier.responses().filter(|stored| stored.exists()) {
            responses += 1;
            if let (Some(state), FileName::Response(id)) = (&state, stored.file()) {
                judged.present.push((state.clone(), id.to_string()));
            }
        }
        judged.responses += responses;
        judged.findings.append(&mut findings);
        judged.dossiers.push(Checked {
            name: name.to_owned(),
            prefix,
            state,
            due: settings.and_then(|s| s.due).map(|day| day.to_string()),
            responses,
        });
    }
}

fn unopened(error: &Error, name: &str) -> Finding {
    let words = if let Error::Disk(error) = error {
        reason(&error.source)
    } else {
        // The folder was a dossier when it was found.
        "there is no such file".to_owned()
    };
    Finding::new(Code::FileUnreadable, Place::file(name)).plain("reason", words)
}

fn keep_sources(
    judged: &mut Judged,
    findings: &[Finding],
    disk: &dyn Disk,
    root: &Path,
    prefix: &str,
) {
    let places = findings.iter().filter_map(Finding::place);
    let located = places.filter(|place| place.line.is_some());
    let files: BTreeSet<&str> = located.filter_map(|p| p.file.as_deref()).collect();
    for name in files {
        let Some(below) = name.strip_prefix(prefix) else { continue };
        let path = root.join(below);
        let most = Limits::default().bytes;
        if matches!(disk.kind(&path), Ok(Kind::File(length)) if length <= most)
            && let Ok(bytes) = disk.read(&path, 0, most)
        {
            judged.keep_source(name, &bytes);
        }
    }
}
