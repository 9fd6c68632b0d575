//! Everything that can be said about a dossier, or about one file alone.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;
use untoc_core::{
    Code, Context, Finding, Level, Library, Place, Response, Surroundings,
    check_questionnaires, check_response, embedded_options, settle,
};
use untoc_intake::{Limits, decode_text};
use untoc_schema::{
    locate, read_evidence, read_evidence_record, read_laws, read_questionnaire,
    read_response, read_settings, sniff,
};

use crate::contents::check_history;
use crate::disk::{Disk, DiskError, Kind, read_whole};
use crate::dossier::Dossier;
use crate::rules;
use crate::stored::{Raw, Stored};

/// Returns all findings of all files of a dossier, in the order in which reports show
/// them. Files are named relative to the dossier.
pub fn validate(dossier: &Dossier<'_>, level: Level, today: Date) -> Vec<Finding> {
    let contents = &dossier.contents;
    let library = dossier.library;
    let mut findings = contents.findings.clone();

    let mut own = contents.settings.findings.clone();
    if let Some(settings) = contents.settings.value() {
        rules::settings::check(settings, library, &mut own);
    }
    findings.extend(placed(own, &contents.settings));

    let empty = untoc_core::Laws::default();
    let laws = match contents.laws.raw {
        Raw::Absent => Some(&empty),
        Raw::Text { .. } | Raw::Bytes { .. } | Raw::Unusable => contents.laws.value(),
    };
    let onward = dossier.onward();
    let around = Surroundings {
        settings: contents.settings.value(),
        laws,
        evidence: Some(&contents.evidence),
        onward: Some(&onward),
    };
    let mut cited = Some(BTreeSet::new());
    for stored in &contents.responses {
        findings.extend(of_response(stored, library, around, level, today));
        note_cited(stored, library, &mut cited);
    }
    for stored in &contents.others {
        // Nobody has asked for it, so nothing can be missing in it.
        findings.extend(of_response(stored, library, around, Level::Draft, today));
        note_cited(stored, library, &mut cited);
    }

    let mut own = contents.laws.findings.clone();
    if let Some(laws) = contents.laws.value() {
        rules::laws::check(laws, &mut own);
        if let Some(cited) = cited {
            rules::laws::check_use(laws, &cited, &mut own);
        }
    }
    findings.extend(placed(own, &contents.laws));
    findings.extend(of_evidence(dossier, today));
    settle(findings)
}

/// Checks the evidence items: the record, the package, its terms and its use.
fn of_evidence(dossier: &Dossier<'_>, today: Date) -> Vec<Finding> {
    let contents = &dossier.contents;
    let mut findings = Vec::new();
    let mut cited = BTreeSet::new();
    let mut readable = true;
    for stored in contents.responses.iter().chain(&contents.others) {
        readable &= stored.value().is_some() || !stored.exists();
        let answers = stored.value().into_iter().flat_map(|r| r.answers.iter());
        cited.extend(
            answers
                .flat_map(|(_, e)| e.evidence.iter().map(|link| link.item.to_string())),
        );
    }
    for stored in contents.records.iter().filter(|stored| stored.exists()) {
        let mut own = stored.findings.clone();
        let record = stored.value().filter(|record| record.erased.is_none());
        if let Some(record) = record.filter(|_| stored.findings.is_empty()) {
            let (disk, root) = (dossier.disk, &dossier.root);
            if readable {
                rules::evidence::check_use(record, &cited, &mut own);
            }
            match rules::evidence::check_package(disk, root, record) {
                Ok(found) => findings.extend(found),
                Err(error) => {
                    let place = Place::file(stored.file.to_string());
                    let finding = Finding::new(Code::FileUnreadable, place);
                    findings.push(finding.plain("reason", error.source));
                }
            }
            if let Some(description) =
                rules::evidence::description(disk, root, &record.item)
            {
                let id = &record.item;
                rules::evidence::check_terms(id, &description, today, &mut findings);
            }
        }
        findings.extend(placed(own, stored));
    }
    rules::evidence::check_folders(&contents.folders, &contents.evidence, &mut findings);
    findings
}

fn of_response(
    stored: &Stored<Response>,
    library: &Library,
    around: Surroundings<'_>,
    level: Level,
    today: Date,
) -> Vec<Finding> {
    let mut findings = stored.findings.clone();
    if let Some(response) = stored.value() {
        findings.extend(judge(response, library, around, level, today));
    }
    placed(findings, stored)
}

fn judge(
    response: &Response,
    library: &Library,
    around: Surroundings<'_>,
    level: Level,
    today: Date,
) -> Vec<Finding> {
    let Some(plan) = library.get(response.questionnaire.as_str()) else {
        return Vec::new();
    };
    check_response(&Context::new(&plan, response, around, level, today))
}

/// Collects the laws that are cited, as long as every response can be read.
fn note_cited(
    stored: &Stored<Response>,
    library: &Library,
    cited: &mut Option<BTreeSet<String>>,
) {
    let plan = stored.value().and_then(|r| library.get(r.questionnaire.as_str()));
    match (stored.value(), plan, cited.as_mut()) {
        (Some(response), Some(plan), Some(cited)) => {
            rules::laws::cited(&plan, response, cited);
        }
        _ if stored.exists() => *cited = None,
        _ => {}
    }
}

/// Fills in file, line and column.
fn placed<T>(mut findings: Vec<Finding>, stored: &Stored<T>) -> Vec<Finding> {
    if let Some(text) = stored.decoded() {
        locate(&text, &mut findings);
        text.shift(&mut findings);
    }
    let name = stored.file.to_string();
    findings.iter_mut().for_each(|finding| finding.set_file(&name));
    findings
}

/// Reads a file within the limits and returns all findings about it alone: a response, a
/// questionnaire, a register of laws or the settings of a dossier.
///
/// # Errors
/// When the file cannot be read.
pub fn validate_file(
    disk: &dyn Disk,
    path: &Path,
    name: &str,
    library: &Library,
    level: Level,
    today: Date,
) -> Result<Vec<Finding>, DiskError> {
    let limits = Limits::default();
    let refused = |finding: Finding| {
        let mut finding = finding;
        finding.set_file(name);
        Ok(vec![finding])
    };
    match disk.kind(path)? {
        // Reading it gives the system's own word about why it cannot be read.
        Kind::Absent | Kind::File(_) => {}
        kind @ (Kind::Folder | Kind::Link | Kind::Other) => {
            let finding = Finding::new(Code::FileNotRegular, Place::default());
            return refused(finding.plain("kind", kind.as_str()));
        }
    }
    match read_whole(disk, path, limits.bytes)? {
        Some(bytes) => Ok(validate_loose(&bytes, name, library, level, today)),
        None => {
            let limit = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
            let finding = Finding::new(Code::FileTooLarge, Place::default());
            refused(finding.number("limit", limit))
        }
    }
}

/// Returns all findings about the bytes of one file alone; a name that ends in `.jsonl`
/// is that of a history. What only a whole dossier can
/// tell (laws, evidence, contributors) is not looked at.
pub fn validate_loose(
    bytes: &[u8],
    name: &str,
    library: &Library,
    level: Level,
    today: Date,
) -> Vec<Finding> {
    let mut findings = match decode_text(bytes) {
        _ if name.ends_with(".jsonl") => check_history(bytes),
        Err(finding) => vec![*finding],
        Ok(text) => {
            let mut findings = of_text(&text, library, level, today);
            locate(&text, &mut findings);
            text.shift(&mut findings);
            findings
        }
    };
    for place in findings.iter_mut().flat_map(|finding| &mut finding.places) {
        place.file = Some(name.to_owned());
    }
    settle(findings)
}

fn of_text(text: &str, library: &Library, level: Level, today: Date) -> Vec<Finding> {
    let format = sniff(text).unwrap_or_default();
    match format.split('/').next().unwrap_or_default() {
        "untoc-questionnaire" => {
            let read = read_questionnaire(text);
            let mut findings = read.findings;
            if let Some(questionnaire) = read.value {
                findings
                    .extend(check_questionnaires(&[questionnaire], embedded_options()));
            }
            findings
        }
        "untoc-laws" => {
            let read = read_laws(text);
            let mut findings = read.findings;
            if let Some(laws) = read.value {
                rules::laws::check(&laws, &mut findings);
            }
            findings
        }
        "untoc-dossier" => {
            let read = read_settings(text);
            let mut findings = read.findings;
            if let Some(settings) = read.value {
                rules::settings::check(&settings, library, &mut findings);
            }
            findings
        }
        "untoc-evidence" => read_evidence(text).findings,
        "untoc-evidence-record" => read_evidence_record(text).findings,
        // Whatever else it is, it is most likely meant as a response.
        _ => {
            let read = read_response(text, library);
            let mut findings = read.findings;
            if let Some(response) = read.value {
                let around = Surroundings::default();
                findings.extend(judge(&response, library, around, level, today));
            }
            findings
        }
    }
}
