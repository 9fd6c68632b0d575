//! The report of a check for people, in the terminal.
//!
//! Findings stand under their file: first the place as people name it, then the place in
//! the file, the message and what to do. Findings that come by the hundred (answers that
//! are missing, set aside or waiting) are gathered by section.

mod entry;
mod groups;
mod source;
mod statistics;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeMap;

use untoc_core::{Level, Severity};

use crate::report::{Reported, Summary};
use crate::style::{Ink, Style};
use crate::words::{Privacy, Words, clean};

pub(crate) use entry::labelled;
pub(crate) use groups::gathered_key;
pub use statistics::statistics_human;

/// How much of what is alike is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// Answers that are missing, set aside or waiting are gathered by section.
    #[default]
    Gathered,
    /// Every finding is shown with its own place and hint.
    Each,
}

/// How a report is shown to people.
#[derive(Debug, Clone, Copy)]
pub struct Human<'a> {
    /// Whether there are colours.
    pub style: Style,
    /// The width of the terminal in columns.
    pub width: usize,
    /// Whether what people typed is shown.
    pub privacy: Privacy,
    /// How much of what is alike is shown.
    pub detail: Detail,
    /// How much had to hold, for the last line.
    pub level: Level,
    /// The texts of files that are at hand, by the name that findings use; a finding
    /// then shows its line.
    pub sources: Option<&'a BTreeMap<String, String>>,
}

impl Default for Human<'_> {
    fn default() -> Self {
        Self {
            style: Style::Plain,
            width: 90,
            privacy: Privacy::Masked,
            detail: Detail::Gathered,
            level: Level::Draft,
            sources: None,
        }
    }
}

/// Returns the findings of a subject as people read them.
pub fn findings_human(findings: &[Reported], words: &Words, human: &Human<'_>) -> String {
    let mut out = String::new();
    for (file, findings) in by_file(findings) {
        out.push_str(&human.style.paint(Ink::Strong, &clean(file)));
        out.push_str("\n\n");
        let (gathered, single) = groups::split(&findings, human.detail);
        for finding in single {
            entry::show(finding, words, human, &mut out);
            out.push('\n');
        }
        for group in gathered {
            groups::show(&group, words, human, &mut out);
            out.push('\n');
        }
    }
    out
}

/// Returns the last line: what was found in how much.
pub fn summary(found: Summary, words: &Words, human: &Human<'_>) -> String {
    let mut parts = Vec::new();
    for (key, count, ink) in [
        ("report-errors", found.errors, Ink::Error),
        ("report-warnings", found.warnings, Ink::Warning),
        ("report-notes", found.notes, Ink::Note),
    ] {
        if count > 0 {
            let text = words.say(key, &[("count", count.into())]);
            parts.push(human.style.paint(ink, &text));
        }
    }
    let findings = match parts.is_empty() {
        true => human.style.paint(Ink::Good, &words.say("report-clean", &[])),
        false => parts.join(", "),
    };
    words.say(
        "report-summary",
        &[
            ("findings", findings.into()),
            ("responses", found.responses.into()),
            ("subjects", found.subjects.into()),
            ("level", human.level.as_str().into()),
        ],
    )
}

/// Groups findings by file, in their order.
fn by_file(findings: &[Reported]) -> Vec<(&str, Vec<&Reported>)> {
    let mut files: Vec<(&str, Vec<&Reported>)> = Vec::new();
    for finding in findings {
        let file = finding.file();
        match files.last_mut() {
            Some((last, of_file)) if *last == file => of_file.push(finding),
            Some(_) | None => files.push((file, vec![finding])),
        }
    }
    files
}

/// Returns the line that says that private texts are hidden; for the end of a report in
/// which one is.
pub fn masked_human(words: &Words, human: &Human<'_>) -> String {
    human.style.paint(Ink::Faint, &words.say("report-masked", &[]))
}

/// Returns the colour of a severity.
fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Note => Ink::Note,
    }
}

/// Returns the severity in words, and its colour.
pub(crate) fn severity_in_colour(words: &Words, severity: Severity) -> (String, Ink) {
    (severity_word(words, severity), ink(severity))
}

/// Returns the severity in words.
fn severity_word(words: &Words, severity: Severity) -> String {
    words.say("severity", &[("severity", severity.as_str().into())])
}
