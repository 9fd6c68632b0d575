//! A file that stands alone: most often a response.

use std::io;

use untoc_core::{Code, Finding, Library, Place};
use untoc_dossier::validate_loose;
use untoc_intake::{Limits, Refusal, decode_text, read_limited};
use untoc_schema::read_response;

use super::{Judge, Judged, Workspace};
use crate::read::read_into;
use crate::reason::reason;
use crate::subject::{Found, Subject, SubjectKind};

/// Files of ours that are no data of a State: what a run writes, translations and the
/// like. They are passed over where they are met in a folder.
pub(super) const OURS: [&str; 6] = [
    "untoc-report",
    "untoc-comparison",
    "untoc-baseline",
    "untoc-translation",
    "untoc-overlay",
    "untoc-options",
];

/// Files that are looked at and are no responses.
const NO_RESPONSES: [&str; 5] = [
    "untoc-questionnaire",
    "untoc-laws",
    "untoc-dossier",
    "untoc-evidence",
    "untoc-evidence-record",
];

impl Judge<'_> {
    /// Looks at a file on the disk.
    pub(super) fn file(
        &self,
        found: &Found,
        subject: &Subject,
        space: &mut Workspace,
    ) -> Judged {
        let path = found.path(subject);
        let limit = Limits::default().bytes;
        if let Err(finding) = read_into(&mut space.buffer, &path, limit) {
            return refused(*finding, subject.name());
        }
        if subject.kind() == SubjectKind::Met && format_is(&space.buffer, &OURS) {
            return Judged { skipped: true, ..Judged::default() };
        }
        self.bytes(&space.buffer, subject.name(), &mut space.scratch)
    }

    /// Looks at standard input.
    pub(super) fn input(&self, name: &str, space: &mut Workspace) -> Judged {
        match read_limited(io::stdin().lock(), &Limits::default()) {
            Ok(bytes) => self.bytes(&bytes, name, &mut space.scratch),
            Err(Refusal::Finding(finding)) => refused(*finding, name),
            Err(Refusal::Io(error)) => {
                let finding = Finding::new(Code::FileUnreadable, Place::default());
                refused(finding.plain("reason", reason(&error)), name)
            }
        }
    }

    /// Looks at the bytes of a file.
    pub(super) fn bytes(
        &self,
        bytes: &[u8],
        name: &str,
        scratch: &mut untoc_schema::Scratch,
    ) -> Judged {
        let mut judged = Judged { responses: 1, ..Judged::default() };
        if self.whole {
            judged.present.extend(present(bytes, self.library));
        }
        if self.quick.is_clean(self.library, self.level, self.today, bytes, scratch) {
            return judged;
        }
        judged.responses = usize::from(!format_is(bytes, &NO_RESPONSES));
        judged.findings =
            validate_loose(bytes, name, self.library, self.level, self.today);
        if self.sources && !judged.findings.is_empty() {
            judged.keep_source(name, bytes);
        }
        judged
    }
}

impl Judged {
    /// Keeps the text of a file, to show the lines that findings are about.
    pub(super) fn keep_source(&mut self, name: &str, bytes: &[u8]) {
        if let Ok(text) = decode_text(bytes) {
            self.sources.insert(name.to_owned(), text.to_string());
        }
    }
}

pub(super) fn refused(finding: Finding, name: &str) -> Judged {
    let mut finding = finding;
    finding.set_file(name);
    Judged { findings: vec![finding], ..Judged::default() }
}

/// Returns the State and the questionnaire of a response.
fn present(bytes: &[u8], library: &Library) -> Option<(String, String)> {
    let text = decode_text(bytes).ok()?;
    let response = read_response(&text, library).value?;
    Some((response.state.to_string(), response.questionnaire.to_string()))
}

/// Says whether the beginning of a file names one of some formats. This decides only what
/// is counted or passed over: a file with such a name in its first bytes is no response.
pub(super) fn format_is(bytes: &[u8], names: &[&str]) -> bool {
    let head = bytes.get(..256).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let Some((_, rest)) = head.split_once("\"format\"") else { return false };
    let named = rest.trim_start_matches([' ', ':', '\t', '\n', '\r']);
    let named = named.strip_prefix('"').unwrap_or_default();
    names.iter().any(|name| {
        named.strip_prefix(name).is_some_and(|version| version.starts_with('/'))
    })
}
