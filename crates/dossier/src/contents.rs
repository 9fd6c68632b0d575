//! Everything that stands in a dossier, read at one moment.

use std::collections::BTreeSet;
use std::path::Path;

use untoc_core::{
    Code, EvidenceRecord, Finding, ItemId, Laws, Library, Place, QuestionnaireId,
    Response, Settings, settle,
};
use untoc_intake::{Limits, decode_text};
use untoc_schema::{read_laws, read_response, read_settings};

use crate::digest::Digest;
use crate::disk::{Disk, Kind, read_whole};
use crate::error::Error;
use crate::file_name::{FileName, HISTORY, RESPONSES};
use crate::history::{BreakReason, HISTORY_FORMAT, Index, LineView, scan};
use crate::layout::{Layout, look, under_review};
use crate::stored::{FILE_MOST, Raw, Stored, parse_record, parse_response, read_raw};

/// The most bytes of a history. A full dossier has some five million bytes, and a history
/// of this size has seen each of its answers some fifty times.
pub(crate) const HISTORY_MOST: u64 = 256 << 20;

/// The most response files beside those under review that are read.
const OTHERS_MOST: usize = 16;

/// The most records of evidence items that are read.
const RECORDS_MOST: usize = 2_000;

/// Everything that stands in a dossier.
#[derive(Debug, Clone)]
pub(crate) struct Contents {
    pub settings: Stored<Settings>,
    pub laws: Stored<Laws>,
    /// The responses under review in their order, those without a file as well.
    pub responses: Vec<Stored<Response>>,
    /// Other responses.
    pub others: Vec<Stored<Response>>,
    /// The records of evidence items, in the order of their ids.
    pub records: Vec<Stored<EvidenceRecord>>,
    /// The ids of the evidence items that are there.
    pub evidence: BTreeSet<String>,
    /// The folders among the evidence.
    pub folders: BTreeSet<String>,
    pub index: Index,
    /// Whether lines can be added to the history.
    pub history_usable: bool,
    /// What is wrong with the folder as a whole.
    pub findings: Vec<Finding>,
}

/// A file that is not as the history left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    pub file: FileName,
    pub expected: Option<Digest>,
    pub found: Option<Digest>,
}

impl Contents {
    /// Reads everything; what cannot be read becomes a finding and hides nothing else.
    pub(crate) fn read(
        disk: &dyn Disk,
        root: &Path,
        library: &Library,
    ) -> Result<Self, Error> {
        let layout = look(disk, root)?;
        let settings = Stored::read(disk, root, FileName::Settings, read_settings);
        let laws = Stored::read(disk, root, FileName::Laws, read_laws);
        let mut contents = Self {
            settings,
            laws,
            responses: Vec::new(),
            others: Vec::new(),
            records: Vec::new(),
            evidence: BTreeSet::new(),
            folders: layout.folders.clone(),
            index: Index::default(),
            history_usable: true,
            findings: layout.findings.clone(),
        };
        if contents.settings.raw == Raw::Absent {
            let place = Place::file(FileName::Settings.to_string());
            contents.findings.push(Finding::new(Code::SettingsMissing, place));
        }
        contents.read_history(disk, root);
        contents.read_responses(disk, root, library, &layout);
        contents.read_records(disk, root, &layout);
        contents.note_differences();
        Ok(contents)
    }

    fn read_history(&mut self, disk: &dyn Disk, root: &Path) {
        let path = root.join(HISTORY);
        let fault = match disk.kind(&path) {
            Ok(Kind::Absent) => Some(Code::HistoryMissing),
            Ok(Kind::Folder | Kind::Link | Kind::Other) => Some(Code::FileNotRegular),
            Ok(Kind::File(_)) => match read_whole(disk, &path, HISTORY_MOST) {
                Ok(Some(bytes)) => {
                    self.index = scan(&bytes);
                    None
                }
                Ok(None) => Some(Code::FileTooLarge),
                Err(_) => Some(Code::FileUnreadable),
            },
            Err(_) => Some(Code::FileUnreadable),
        };
        let mut finding = fault.map(|code| Finding::new(code, Place::file(HISTORY)));
        if fault == Some(Code::FileTooLarge) {
            let most = usize::try_from(HISTORY_MOST).unwrap_or(usize::MAX);
            finding = finding.map(|finding| finding.number("limit", most));
        }
        self.history_usable = matches!(fault, None | Some(Code::HistoryMissing));
        self.findings.extend(finding);
        // Lines of ours in between could mean something else to a newer version.
        self.history_usable &= !self.index.newer;
        self.findings.extend(history_findings(&self.index));
    }

    fn read_responses(
        &mut self,
        disk: &dyn Disk,
        root: &Path,
        library: &Library,
        layout: &Layout,
    ) {
        let read = |file: FileName| {
            if !layout.responses_usable {
                return Stored::unusable(file);
            }
            let name = file.clone();
            Stored::read(disk, root, file, |text| parse_response(text, &name, library))
        };
        let known = self.index.files.iter().filter(|(_, digest)| digest.is_some());
        let mut rest: BTreeSet<FileName> =
            known.map(|(file, _)| file.clone()).filter(is_response).collect();
        let mut strays = Vec::new();
        for name in &layout.responses {
            let path = format!("{RESPONSES}/{name}");
            match FileName::parse(&path) {
                Some(file) => drop(rest.insert(file)),
                None => strays.push(path),
            }
        }
        match &self.settings.value {
            Some(settings) => {
                for id in under_review(settings) {
                    let file = FileName::Response(id);
                    rest.remove(&file);
                    self.responses.push(read(file));
                }
                self.others = rest.into_iter().take(OTHERS_MOST).map(read).collect();
            }
            // Without settings nobody knows what is under review: everything that lies
            // there is.
            None => {
                self.responses = rest.into_iter().take(OTHERS_MOST).map(read).collect()
            }
        }
        for path in strays.into_iter().take(OTHERS_MOST) {
            self.findings.push(stray(disk, root, path, library));
        }
        self.note_responses(layout);
    }

    fn read_records(&mut self, disk: &dyn Disk, root: &Path, layout: &Layout) {
        let mut ids: BTreeSet<ItemId> =
            layout.evidence.iter().map(ItemId::unchecked).collect();
        for (file, digest) in &self.index.files {
            if let (FileName::Evidence(id), Some(_)) = (file, digest) {
                ids.insert(id.clone());
            }
        }
        for id in ids.into_iter().take(RECORDS_MOST) {
            let file = FileName::Evidence(id.clone());
            let stored = match layout.evidence_usable {
                true => Stored::read(disk, root, file, |text| parse_record(text, &id)),
                false => Stored::unusable(file),
            };
            let erased = stored.value.as_ref().is_some_and(|r| r.erased.is_some());
            if stored.exists() && !erased {
                self.evidence.insert(id.to_string());
            }
            self.records.push(stored);
        }
    }

    /// Reports responses that are missing, or that nobody has asked for.
    fn note_responses(&mut self, layout: &Layout) {
        if self.settings.value.is_none() {
            return;
        }
        for stored in &self.responses {
            if let (FileName::Response(id), Raw::Absent) = (&stored.file, &stored.raw) {
                let place = response_place(&stored.file, id);
                let finding = Finding::new(Code::ResponseMissing, place);
                self.findings.push(finding.plain("questionnaire", id));
            }
        }
        for stored in &self.others {
            if let FileName::Response(id) = &stored.file
                && stored.exists()
                && layout.responses_usable
                && stored.findings.iter().all(|f| f.code != Code::ResponseMisnamed)
            {
                let place = response_place(&stored.file, id);
                let finding = Finding::new(Code::ResponseSurplus, place);
                self.findings.push(finding.plain("questionnaire", id));
            }
        }
    }

    fn note_differences(&mut self) {
        if self.index.lines.is_empty() {
            return;
        }
        let missing = |file: &FileName| {
            *file == FileName::Settings || self.responses.iter().any(|r| r.file == *file)
        };
        let behind = crate::repair::behind(self);
        let behind: BTreeSet<FileName> = behind.iter().map(|c| c.file.clone()).collect();
        for difference in self.differences() {
            if behind.contains(&difference.file) {
                let place = Place::file(difference.file.to_string());
                self.findings.push(Finding::new(Code::WriteUnfinished, place));
                continue;
            }
            // That the file is not there has been said.
            if difference.found.is_none() && missing(&difference.file) {
                continue;
            }
            let how = match (difference.expected, difference.found) {
                (_, None) => "removed",
                (None, Some(_)) => "added",
                (Some(_), Some(_)) => "changed",
            };
            let place = Place::file(difference.file.to_string());
            let finding = Finding::new(Code::EditedOutside, place);
            self.findings.push(finding.plain("kind", how));
        }
    }

    /// Returns the files that are not as the history left them. A file that cannot be
    /// read is passed over: it has a finding of its own.
    pub(crate) fn differences(&self) -> Vec<Difference> {
        let mut differences = Vec::new();
        let mut compare = |file: &FileName, usable: bool, found: Option<Digest>| {
            let expected = self.index.files.get(file).copied().flatten();
            if usable && expected != found {
                differences.push(Difference { file: file.clone(), expected, found });
            }
        };
        let (settings, laws) = (&self.settings, &self.laws);
        compare(&settings.file, settings.raw != Raw::Unusable, settings.digest());
        compare(&laws.file, laws.raw != Raw::Unusable, laws.digest());
        let followed =
            |stored: &&Stored<Response>| self.index.files.contains_key(&stored.file);
        for stored in &self.records {
            compare(&stored.file, stored.raw != Raw::Unusable, stored.digest());
        }
        for stored in self.responses.iter().chain(self.others.iter().filter(followed)) {
            compare(&stored.file, stored.raw != Raw::Unusable, stored.digest());
        }
        differences
    }

    /// Returns the response to a questionnaire, under review or not.
    pub(crate) fn response(&self, id: &QuestionnaireId) -> Option<&Stored<Response>> {
        let mut all = self.responses.iter().chain(&self.others);
        all.find(|stored| stored.is_of(id))
    }

    /// Returns the record of an evidence item.
    pub(crate) fn record(&self, id: &ItemId) -> Option<&Stored<EvidenceRecord>> {
        self.records
            .iter()
            .find(|s| matches!(&s.file, FileName::Evidence(of) if of == id))
    }

    /// Returns what stands at the path of a file.
    pub(crate) fn raw(&self, file: &FileName) -> &Raw {
        match file {
            FileName::Settings => &self.settings.raw,
            FileName::Laws => &self.laws.raw,
            FileName::Response(id) => {
                self.response(id).map_or(&Raw::Absent, |stored| &stored.raw)
            }
            FileName::Evidence(id) => {
                self.record(id).map_or(&Raw::Absent, |stored| &stored.raw)
            }
        }
    }

    /// Returns the faults of a file.
    pub(crate) fn faults(&self, path: &str) -> Vec<Finding> {
        let own = match FileName::parse(path) {
            Some(FileName::Settings) => self.settings.findings.clone(),
            Some(FileName::Laws) => self.laws.findings.clone(),
            Some(FileName::Response(id)) => self
                .response(&id)
                .map(|stored| stored.findings.clone())
                .unwrap_or_default(),
            Some(FileName::Evidence(id)) => {
                self.record(&id).map(|stored| stored.findings.clone()).unwrap_or_default()
            }
            None => Vec::new(),
        };
        let about = |finding: &&Finding| {
            finding.place().and_then(|place| place.file.as_deref()) == Some(path)
        };
        own.into_iter().chain(self.findings.iter().filter(about).cloned()).collect()
    }
}

/// Says what is wrong with a history.
fn history_findings(index: &Index) -> Vec<Finding> {
    let mut findings = Vec::new();
    if index.newer {
        let finding = Finding::new(Code::FormatNewer, Place::file(HISTORY));
        findings.push(finding.plain("expected", HISTORY_FORMAT));
    }
    for broken in &index.breaks {
        if index.newer && broken.reason == BreakReason::Format {
            continue;
        }
        let place = Place { line: Some(broken.line), ..Place::file(HISTORY) };
        let finding = Finding::new(Code::HistoryBroken, place);
        findings.push(finding.plain("reason", broken.reason.as_str()));
    }
    if index.torn > 0 {
        findings.push(Finding::new(Code::HistoryTorn, Place::file(HISTORY)));
    }
    findings
}

/// Checks the bytes of a history alone: each line can be read, with its values, and
/// follows from the line before it.
pub fn check_history(bytes: &[u8]) -> Vec<Finding> {
    let index = scan(bytes);
    let mut findings = history_findings(&index);
    for line in &index.lines {
        let from = usize::try_from(line.from).unwrap_or(usize::MAX);
        let text = bytes.get(from..from.saturating_add(line.length)).unwrap_or_default();
        let view = std::str::from_utf8(text).ok().and_then(LineView::read);
        if view.is_some_and(|view| view.has_malformed_values()) {
            let place = Place { line: Some(line.number), ..Place::file(HISTORY) };
            let finding = Finding::new(Code::HistoryBroken, place);
            findings.push(finding.plain("reason", BreakReason::Unreadable.as_str()));
        }
    }
    settle(findings)
}

/// Says that a file bears no name that a response can have, and which it should have.
fn stray(disk: &dyn Disk, root: &Path, path: String, library: &Library) -> Finding {
    let limits = Limits { bytes: FILE_MOST, ..Limits::default() };
    let (raw, _) = read_raw(disk, &root.join(&path), &limits);
    let mut finding = Finding::new(Code::ResponseMisnamed, Place::file(path));
    if let Raw::Text { text, .. } = raw
        && let Ok(text) = decode_text(text.as_bytes())
        && let Some(response) = read_response(&text, library).value
        && library.get(response.questionnaire.as_str()).is_some()
    {
        let id = &response.questionnaire;
        finding =
            finding.plain("questionnaire", id).plain("expected", format!("{id}.json"));
    }
    finding
}

fn is_response(file: &FileName) -> bool {
    matches!(file, FileName::Response(_))
}

fn response_place(file: &FileName, id: &QuestionnaireId) -> Place {
    Place { questionnaire: Some(id.to_string()), ..Place::file(file.to_string()) }
}
