//! One file of a dossier as it was read: its model, what is wrong with it, and whether
//! it may be written anew.

use std::path::Path;

use untoc_core::{
    Code, EvidenceRecord, Finding, ItemId, Library, Place, QuestionnaireId, Response,
};
use untoc_intake::{Limits, Text, decode_text};
use untoc_schema::{Read, read_evidence_record, read_response};

use crate::digest::Digest;
use crate::disk::{Disk, Kind, read_whole};
use crate::file_name::FileName;

/// The most bytes of a file of a dossier: some thirty times a long response, and little
/// enough that a folder of such files still fits into memory.
pub(crate) const FILE_MOST: u64 = 16 << 20;

/// One file of a dossier as it was read.
#[derive(Debug, Clone)]
pub struct Stored<T> {
    pub(crate) file: FileName,
    pub(crate) raw: Raw,
    pub(crate) value: Option<T>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) writable: bool,
}

/// What stands at the path of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Raw {
    /// Nothing.
    Absent,
    /// A text.
    Text { text: String, digest: Digest },
    /// Bytes that are no text.
    Bytes { digest: Digest },
    /// Something that was not read: a link, a folder, too large, no permission.
    Unusable,
}

impl Stored<Response> {
    pub(crate) fn is_of(&self, id: &QuestionnaireId) -> bool {
        matches!(&self.file, FileName::Response(of) if of == id)
    }
}

impl<T> Stored<T> {
    /// Returns the name of the file.
    pub fn file(&self) -> &FileName {
        &self.file
    }

    /// Returns the model, where the text could be read.
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Returns the faults of form, not yet located in the text.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the text as it stands in the file, where it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.raw {
            Raw::Text { text, .. } => Some(text),
            Raw::Absent | Raw::Bytes { .. } | Raw::Unusable => None,
        }
    }

    /// Says whether there is such a file, or something else in its place.
    pub fn exists(&self) -> bool {
        self.raw != Raw::Absent
    }

    /// Says whether the file can be written anew without losing anything.
    pub fn is_writable(&self) -> bool {
        self.writable
    }

    /// Reads a file; what cannot be read becomes a finding.
    pub(crate) fn read(
        disk: &dyn Disk,
        root: &Path,
        file: FileName,
        parse: impl FnOnce(&str) -> Read<T>,
    ) -> Self {
        let limits = Limits { bytes: FILE_MOST, ..Limits::default() };
        let (raw, fault) = read_raw(disk, &file.path(root), &limits);
        Self::of(file, raw, fault, parse)
    }

    /// Makes a stored file of something that is not looked at.
    pub(crate) fn unusable(file: FileName) -> Self {
        let raw = Raw::Unusable;
        Self { file, raw, value: None, findings: Vec::new(), writable: false }
    }

    /// Makes a stored file of what was read.
    pub(crate) fn of(
        file: FileName,
        raw: Raw,
        fault: Option<Box<Finding>>,
        parse: impl FnOnce(&str) -> Read<T>,
    ) -> Self {
        let mut stored = Self {
            writable: raw == Raw::Absent,
            file,
            raw,
            value: None,
            findings: fault.map(|fault| *fault).into_iter().collect(),
        };
        if let Some(text) = stored.text().and_then(|t| decode_text(t.as_bytes()).ok()) {
            let read = parse(&text);
            stored.value = read.value;
            stored.writable = read.lossless && stored.value.is_some();
            stored.findings = read.findings;
        }
        let name = stored.file.to_string();
        stored.findings.iter_mut().for_each(|finding| finding.set_file(&name));
        stored
    }

    pub(crate) fn digest(&self) -> Option<Digest> {
        match self.raw {
            Raw::Text { digest, .. } | Raw::Bytes { digest } => Some(digest),
            Raw::Absent | Raw::Unusable => None,
        }
    }

    /// Returns the text without a byte order mark, for finding places in it.
    pub(crate) fn decoded(&self) -> Option<Text<'_>> {
        self.text().and_then(|text| decode_text(text.as_bytes()).ok())
    }
}

/// Reads a response and checks that it bears the name of its questionnaire.
pub(crate) fn parse_response(
    text: &str,
    file: &FileName,
    library: &Library,
) -> Read<Response> {
    let mut read = read_response(text, library);
    if let Some(response) = &read.value {
        read.lossless &= library.get(response.questionnaire.as_str()).is_some();
        if *file != FileName::Response(response.questionnaire.clone()) {
            read.lossless = false;
            let place = Place::pointer("/questionnaire");
            read.findings.push(
                Finding::new(Code::ResponseMisnamed, place)
                    .typed("questionnaire", response.questionnaire.as_str())
                    .plain("expected", format!("{}.json", response.questionnaire)),
            );
        }
    }
    read
}

/// Reads the record of an evidence item and checks that it bears the name of its item.
pub(crate) fn parse_record(text: &str, id: &ItemId) -> Read<EvidenceRecord> {
    let mut read = read_evidence_record(text);
    if let Some(record) = &read.value
        && record.item != *id
    {
        read.lossless = false;
        let place = Place::pointer("/item");
        read.findings.push(
            Finding::new(Code::EvidenceMisnamed, place)
                .typed("value", record.item.as_str())
                .plain("expected", &record.item),
        );
    }
    read
}

/// Reads what stands at a path within the limits.
pub(crate) fn read_raw(
    disk: &dyn Disk,
    path: &Path,
    limits: &Limits,
) -> (Raw, Option<Box<Finding>>) {
    let fault = |code| Box::new(Finding::new(code, Place::default()));
    match disk.kind(path) {
        Ok(Kind::Absent) => return (Raw::Absent, None),
        Ok(kind @ (Kind::Folder | Kind::Link | Kind::Other)) => {
            let finding = fault(Code::FileNotRegular).plain("kind", kind.as_str());
            return (Raw::Unusable, Some(Box::new(finding)));
        }
        Ok(Kind::File(_)) => {}
        Err(_) => return (Raw::Unusable, Some(fault(Code::FileUnreadable))),
    }
    match read_whole(disk, path, limits.bytes) {
        Ok(Some(bytes)) => raw_of(bytes),
        Ok(None) => {
            let limit = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
            let finding = fault(Code::FileTooLarge).number("limit", limit);
            (Raw::Unusable, Some(Box::new(finding)))
        }
        Err(_) => (Raw::Unusable, Some(fault(Code::FileUnreadable))),
    }
}

fn raw_of(bytes: Vec<u8>) -> (Raw, Option<Box<Finding>>) {
    let digest = Digest::of(&bytes);
    match decode_text(&bytes) {
        Err(finding) => (Raw::Bytes { digest }, Some(finding)),
        Ok(_) => match String::from_utf8(bytes) {
            Ok(text) => (Raw::Text { text, digest }, None),
            Err(_) => (Raw::Bytes { digest }, None),
        },
    }
}
