//! A zip file with dossiers in it, or with loose responses.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use untoc_core::{Code, Finding, Place, settle};
use untoc_dossier::{Disk, PackedDisk};
use untoc_intake::{Archive, ArchiveLimits, Limits, Refusal};

use super::evidence;
use super::loose::{OURS, format_is, refused};
use super::{Judge, Judged, Workspace};
use crate::reason::reason;
use crate::subject::{Found, Subject};

impl Judge<'_> {
    /// Looks at everything in a package.
    pub(super) fn package(
        &self,
        found: &Found,
        subject: &Subject,
        space: &mut Workspace,
    ) -> Judged {
        let name = subject.name();
        let archive = match open(&found.path(subject)) {
            Ok(archive) => archive,
            Err(Refusal::Finding(finding)) => return refused(*finding, name),
            Err(Refusal::Io(error)) => {
                let finding = Finding::new(Code::FileUnreadable, Place::default());
                return refused(finding.plain("reason", reason(&error)), name);
            }
        };
        let mut judged =
            Judged { findings: archive.findings().to_vec(), ..Judged::default() };
        let disk = PackedDisk::new(archive);
        let dossiers = roots(disk.files());
        for root in &dossiers {
            let inner =
                if root.is_empty() { name.to_owned() } else { format!("{name}!/{root}") };
            let prefix = match root.is_empty() {
                true => format!("{name}!/"),
                false => format!("{name}!/{root}/"),
            };
            self.dossier(&mut judged, &disk, Path::new(root), &inner, prefix);
        }
        let packages = evidence::packages(&disk, &dossiers);
        for root in &packages {
            evidence::look(&mut judged, &disk, root, name);
        }
        let mut loose = packages.len();
        let others = [dossiers.as_slice(), &packages].concat();
        for path in disk.files().filter(|path| is_loose(path, &others)) {
            loose += usize::from(self.packed(&mut judged, &disk, path, name, space));
        }
        if dossiers.is_empty() && loose == 0 && judged.findings.is_empty() {
            let finding = Finding::new(Code::NothingFound, Place::default());
            judged.findings.push(finding.plain("kind", "package"));
        }
        judged.findings.extend(disk.into_refused());
        judged.findings.iter_mut().for_each(|finding| finding.set_file(name));
        judged.findings = settle(judged.findings);
        judged
    }

    /// Looks at a loose file in a package; false if it is not ours to look at.
    fn packed(
        &self,
        judged: &mut Judged,
        disk: &PackedDisk<File>,
        path: &str,
        package: &str,
        space: &mut Workspace,
    ) -> bool {
        let name = format!("{package}!/{path}");
        let limit = Limits::default().bytes;
        let bytes = match disk.read(Path::new(path), 0, limit) {
            Ok(bytes) => bytes,
            Err(error) if error.source.kind() == io::ErrorKind::FileTooLarge => {
                let most = usize::try_from(limit).unwrap_or(usize::MAX);
                let finding = Finding::new(Code::FileTooLarge, Place::file(name));
                judged.findings.push(finding.number("limit", most));
                return true;
            }
            // What is wrong with the entry has been said.
            Err(error) if error.source.kind() == io::ErrorKind::InvalidData => {
                return true;
            }
            Err(error) => {
                let finding = Finding::new(Code::FileUnreadable, Place::file(name));
                judged.findings.push(finding.plain("reason", reason(&error.source)));
                return true;
            }
        };
        if format_is(&bytes, &OURS) {
            return false;
        }
        let mut own = self.bytes(&bytes, &name, &mut space.scratch);
        judged.responses += own.responses;
        judged.findings.append(&mut own.findings);
        judged.present.append(&mut own.present);
        judged.sources.append(&mut own.sources);
        true
    }
}

fn open(path: &Path) -> Result<Archive<File>, Refusal> {
    // Never opens what is no regular file: a pipe would keep us waiting for ever.
    if !fs::symlink_metadata(path)?.is_file() {
        let finding = Finding::new(Code::FileNotRegular, Place::default());
        return Err(Refusal::Finding(Box::new(finding.plain("kind", "device"))));
    }
    Archive::open(File::open(path)?, ArchiveLimits::default())
}

/// Returns the folders with a dossier, without those that lie in another.
fn roots<'f>(files: impl Iterator<Item = &'f str>) -> Vec<String> {
    let mut roots: Vec<String> = files
        .filter_map(|path| match path.strip_suffix("dossier.json")? {
            "" => Some(String::new()),
            folder => folder.strip_suffix('/').map(str::to_owned),
        })
        .filter(|folder| !is_hidden(folder))
        .collect();
    roots.sort_unstable();
    let all = roots.clone();
    roots.retain(|root| !all.iter().any(|other| other != root && lies_in(root, other)));
    roots
}

fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// Says whether a path lies in a folder; everything lies in the topmost one.
pub(super) fn lies_in(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    folder.is_empty() || rest.is_some_and(|rest| rest.starts_with('/'))
}

fn is_loose(path: &str, dossiers: &[String]) -> bool {
    let json =
        Path::new(path).extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    json && !is_hidden(path) && !dossiers.iter().any(|root| lies_in(path, root))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dossiers are found wherever they lie in a package, each once.
    #[test]
    fn finds_dossiers() {
        let of = |files: &[&str]| roots(files.iter().copied());
        assert_eq!(of(&["dossier.json", "responses/a.json", "x/dossier.json"]), [""]);
        assert_eq!(of(&["a/b/dossier.json", "c/dossier.json", "d/x.json"]), ["a/b", "c"]);
        assert_eq!(of(&["a/dossier.json", "a/evidence/x/dossier.json"]), ["a"]);
        assert!(of(&["a/mydossier.json", ".backup/dossier.json"]).is_empty());
        assert!(is_loose("d/x.json", &["a".to_owned()]));
        assert!(!is_loose("a/x.json", &["a".to_owned()]));
        assert!(is_loose("ab/x.json", &["a".to_owned()]));
    }
}
