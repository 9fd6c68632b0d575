//! The report of a check: what was looked at and what was found.

mod fingerprint;
mod json;

use untoc_core::{Finding, Severity, settle};

pub use fingerprint::fingerprints;
pub use json::report_json;

/// The name and major version of the format in which a report is written.
pub const REPORT_FORMAT: &str = "untoc-report/1";

/// The program that made a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// The name.
    pub name: String,
    /// The version (semantic versioning).
    pub version: String,
}

/// How much was looked at and found. Equal findings of one cause count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// What was named or found to look at: dossiers and loose files.
    pub subjects: usize,
    /// How many responses were checked.
    pub responses: usize,
    /// Findings that must be mended.
    pub errors: usize,
    /// Findings that somebody should look at.
    pub warnings: usize,
    /// Findings that are good to know.
    pub notes: usize,
}

/// The report of a check.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The program that made it.
    pub tool: Tool,
    /// How much was looked at and found.
    pub summary: Summary,
    /// The findings, sorted by file, place and code; equal ones joined.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Makes a report: sorts the findings, joins equal ones, and counts.
    pub fn new(
        tool: Tool,
        subjects: usize,
        responses: usize,
        findings: Vec<Finding>,
    ) -> Self {
        let findings = settle(findings);
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        let summary = Summary {
            subjects,
            responses,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        };
        Self { tool, summary, findings }
    }

    /// Returns the weight of the worst finding.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}
