//! What lies in the folder of a dossier, and what should not.

use std::collections::BTreeSet;
use std::path::Path;

use untoc_core::{Code, Finding, Place, QuestionnaireId, Settings, check_id};

use crate::disk::{Disk, Kind};
use crate::error::Error;
use crate::file_name::{EVIDENCE, HISTORY, LAWS, RESPONSES, SETTINGS};

/// The most names of one folder that are looked at.
const NAMES_MOST: usize = 10_000;

/// What lies in the folder of a dossier.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    /// The names of the JSON files in `responses/`, copies of other programs left out.
    pub responses: Vec<String>,
    /// The ids of the records of evidence items.
    pub evidence: BTreeSet<String>,
    /// The names of the folders among the evidence.
    pub folders: BTreeSet<String>,
    /// Whether `evidence` is a folder of this dossier.
    pub evidence_usable: bool,
    /// What should not lie there.
    pub findings: Vec<Finding>,
    /// Whether `responses` is a folder of this dossier.
    pub responses_usable: bool,
}

/// Looks through the folders of a dossier.
pub(crate) fn look(disk: &dyn Disk, root: &Path) -> Result<Layout, Error> {
    let mut layout =
        Layout { responses_usable: true, evidence_usable: true, ..Layout::default() };
    let own = [SETTINGS, LAWS, HISTORY];
    for name in disk.list(root, NAMES_MOST)? {
        if let Some(original) = own.iter().find(|own| is_copy_of(&name, own)) {
            layout.findings.push(conflicted(&name, original));
        }
    }
    let names = list_own(disk, root, RESPONSES, &mut layout)?;
    let stems: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_suffix(".json"))
        .filter(|stem| is_questionnaire(stem))
        .collect();
    for name in names.iter().filter(|n| n.ends_with(".json") && !n.starts_with('.')) {
        let path = format!("{RESPONSES}/{name}");
        let original = stems.iter().find(|stem| {
            **stem != name.trim_end_matches(".json")
                && is_copy_of(name, &format!("{stem}.json"))
        });
        match original {
            Some(stem) => {
                let original = format!("{RESPONSES}/{stem}.json");
                layout.findings.push(conflicted(&path, &original));
            }
            None => layout.responses.push(name.clone()),
        }
    }
    let names = list_own(disk, root, EVIDENCE, &mut layout)?;
    layout.evidence = names
        .iter()
        .filter_map(|name| name.strip_suffix(".json"))
        .filter(|id| check_id(id).is_ok())
        .map(str::to_owned)
        .collect();
    for name in names.iter().filter(|name| !name.contains('.')) {
        if disk.kind(&root.join(EVIDENCE).join(name))? == Kind::Folder {
            layout.folders.insert(name.clone());
        }
    }
    Ok(layout)
}

/// Lists a folder of the dossier; a link in its place is not followed.
fn list_own(
    disk: &dyn Disk,
    root: &Path,
    name: &str,
    layout: &mut Layout,
) -> Result<Vec<String>, Error> {
    let path = root.join(name);
    match disk.kind(&path)? {
        Kind::Folder => Ok(disk.list(&path, NAMES_MOST)?),
        Kind::Absent => Ok(Vec::new()),
        kind @ (Kind::File(_) | Kind::Link | Kind::Other) => {
            let finding = Finding::new(Code::FileNotRegular, Place::file(name));
            layout.findings.push(finding.plain("kind", kind.as_str()));
            layout.responses_usable &= name != RESPONSES;
            layout.evidence_usable &= name != EVIDENCE;
            Ok(Vec::new())
        }
    }
}

fn is_questionnaire(stem: &str) -> bool {
    check_id(stem).is_ok()
        && stem.rsplit_once("-cluster-").is_some_and(|(head, number)| {
            !head.is_empty()
                && !number.is_empty()
                && number.bytes().all(|b| b.is_ascii_digit())
        })
}

/// Says whether a synchronizing program has made this copy of a file: "x (conflicted
/// copy 2026-11-24).json", "x (1).json", "x-LAPTOP.json", "x.sync-conflict-….json".
fn is_copy_of(name: &str, original: &str) -> bool {
    let Some((stem, ending)) = original.rsplit_once('.') else { return false };
    let Some(rest) = name.strip_prefix(stem) else { return false };
    let Some(middle) = rest.strip_suffix(ending).and_then(|r| r.strip_suffix('.')) else {
        return false;
    };
    let marked = middle.starts_with([' ', '-', '_', '(', '~', '.']);
    marked && middle.len() > 1
}

fn conflicted(name: &str, original: &str) -> Finding {
    Finding::new(Code::ConflictedCopy, Place::file(name)).plain("other", original)
}

/// Returns the questionnaires under review, each once.
pub(crate) fn under_review(settings: &Settings) -> Vec<QuestionnaireId> {
    let mut once = settings.clone();
    // A file may list an instrument a million times; the product would be a trap.
    let mut seen = BTreeSet::new();
    once.instruments.retain(|instrument| seen.insert(*instrument));
    let mut seen = BTreeSet::new();
    once.clusters.retain(|cluster| seen.insert(*cluster));
    once.questionnaires()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The copies that synchronizing programs make are known; other files are not taken
    /// for copies.
    #[test]
    fn knows_copies() {
        for copy in [
            "untoc-cluster-1 (conflicted copy 2026-11-24).json",
            "untoc-cluster-1 (1).json",
            "untoc-cluster-1 (Amina's conflicted copy).json",
            "untoc-cluster-1-DESKTOP-4F2.json",
            "untoc-cluster-1.sync-conflict-20261124-093000-ABCDEFG.json",
            "untoc-cluster-1_conf(2).json",
        ] {
            assert!(is_copy_of(copy, "untoc-cluster-1.json"), "{copy}");
        }
        for other in [
            "untoc-cluster-1.json",
            "untoc-cluster-10.json",
            "untoc-cluster-2.json",
            "untoc-cluster-1.txt",
            "untoc-cluster-1",
        ] {
            assert!(!is_copy_of(other, "untoc-cluster-1.json"), "{other}");
        }
        assert!(is_copy_of("history (conflicted copy).jsonl", "history.jsonl"));
    }

    /// An instrument that is listed again and again is reviewed once.
    #[test]
    fn reviews_each_questionnaire_once() {
        use untoc_core::{Cluster, CountryCode, Instrument};
        let settings = Settings::new(
            CountryCode::EXAMPLELAND,
            vec![Instrument::ALL[0]; 50_000],
            vec![Cluster::ALL[0]; 50_000],
        );
        assert_eq!(under_review(&settings).len(), 1);
    }
}
