//! Findings as JUnit XML, which every system for continuous integration can show.
//!
//! Each file with findings is a suite, each finding a case: failed from the severity on
//! that fails the run, in error if a file could not be read, else passed with the
//! message as its output. A last suite with one case says how much was looked at, so
//! that a clean run is not empty.

use untoc_core::{Code, Severity};

use super::head::Head;
use super::{Part, Reported};
use crate::escape::unwritable;

/// Returns the suites of a subject's findings.
pub(super) fn suites(findings: &[Reported], fails_on: Severity) -> String {
    findings
        .chunk_by(|a, b| a.file() == b.file())
        .map(|of_file| suite(of_file, fails_on))
        .collect()
}

fn suite(findings: &[Reported], fails_on: Severity) -> String {
    let file = findings.first().map(Reported::file).unwrap_or_default();
    let count =
        |kind: Kind| findings.iter().filter(|f| Kind::of(f, fails_on) == kind).count();
    let mut out = format!(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\">\n",
        escape(file),
        findings.len(),
        count(Kind::Failed),
        count(Kind::Unreadable),
    );
    for finding in findings {
        out.push_str(&case(finding, fails_on));
    }
    out.push_str("  </testsuite>\n");
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Passed,
    Failed,
    Unreadable,
}

impl Kind {
    fn of(finding: &Reported, fails_on: Severity) -> Self {
        if finding.code == Code::FileUnreadable.as_str() {
            Self::Unreadable
        } else if finding.severity >= fails_on {
            Self::Failed
        } else {
            Self::Passed
        }
    }
}

fn case(finding: &Reported, fails_on: Severity) -> String {
    let place = finding.place();
    let about = place.and_then(|p| p.question.as_ref().or(p.pointer.as_ref()));
    let name = match about {
        Some(about) if !about.is_empty() => format!("{}: {about}", finding.code),
        Some(_) | None => finding.code.clone(),
    };
    let mut out = format!(
        "    <testcase classname=\"{}\" name=\"{}\" file=\"{}\"",
        escape(finding.file()),
        escape(&name),
        escape(finding.file()),
    );
    if let Some(line) = place.and_then(|p| p.line) {
        out.push_str(&format!(" line=\"{line}\""));
    }
    out.push_str(">\n");
    let mut text = crate::place::place_in_file(&place.cloned().unwrap_or_default())
        .unwrap_or_default();
    for further in [Some(&finding.message), finding.help.as_ref()].into_iter().flatten() {
        text.push('\n');
        text.push_str(further);
    }
    let (message, text) =
        (escape(&finding.message), escape(&text).replace("&#10;", "\n"));
    let code = &finding.code;
    out.push_str(&match Kind::of(finding, fails_on) {
        Kind::Passed => format!("      <system-out>{text}</system-out>\n"),
        Kind::Failed => format!(
            "      <failure type=\"{code}\" message=\"{message}\">{text}</failure>\n"
        ),
        Kind::Unreadable => {
            format!("      <error type=\"{code}\" message=\"{message}\">{text}</error>\n")
        }
    });
    out.push_str("    </testcase>\n");
    out
}

/// Returns the parts of the document in their order.
pub(super) fn frame(head: &Head, fails_on: Severity) -> Vec<Part> {
    let summary = head.summary;
    let failed = match fails_on {
        Severity::Error => summary.errors,
        Severity::Warning => summary.errors + summary.warnings,
        Severity::Note => summary.findings(),
    };
    // A file that could not be read always weighs most.
    let errors = head.unreadable;
    let start = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{errors}\">\n",
        escape(&head.tool.name),
        summary.findings() + 1,
        failed.saturating_sub(errors),
    );
    let end = format!(
        "  <testsuite name=\"{}\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n    <testcase classname=\"{}\" name=\"{} subjects, {} responses, level {}\"/>\n  </testsuite>\n</testsuites>\n",
        escape(&head.tool.name),
        escape(&head.tool.name),
        summary.subjects,
        summary.responses,
        head.level.as_str(),
    );
    vec![Part::Text(start), Part::Findings, Part::Text(end)]
}

/// Writes a text so that XML can hold it.
fn escape(text: &str) -> String {
    crate::escape::escape(text, |c| match c {
        '\n' => Some("&#10;"),
        '\t' => Some("&#9;"),
        c => unwritable(c).then_some("\u{fffd}"),
    })
}
