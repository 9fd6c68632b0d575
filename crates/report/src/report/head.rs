//! What a report says beside its findings: who made it, of how much, and in which part.

use serde::{Deserialize, Serialize};
use untoc_core::{Level, Severity};

use super::Reported;

/// The name and major version of the format in which a report is written.
pub const REPORT_FORMAT: &str = "untoc-report/1";

/// The program that made a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// The name.
    pub name: String,
    /// The version (semantic versioning).
    pub version: String,
}

/// How much was looked at and found. Equal findings of one cause count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// What was named or found to look at: dossiers, packages and loose files.
    pub subjects: usize,
    /// How many responses were checked.
    pub responses: usize,
    /// Findings that must be mended.
    pub errors: usize,
    /// Findings that somebody should look at.
    pub warnings: usize,
    /// Findings that are good to know.
    pub notes: usize,
    /// Findings that a baseline accepts; they are not in the report.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub accepted: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

impl Summary {
    /// Counts findings.
    pub fn count<'f>(&mut self, findings: impl IntoIterator<Item = &'f Reported>) {
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
    }

    /// Adds what another part of the run has counted.
    pub fn add(&mut self, other: Self) {
        self.subjects += other.subjects;
        self.responses += other.responses;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.accepted += other.accepted;
    }

    /// Returns the weight of the worst finding.
    pub fn worst(&self) -> Option<Severity> {
        [
            (self.errors, Severity::Error),
            (self.warnings, Severity::Warning),
            (self.notes, Severity::Note),
        ]
        .into_iter()
        .find_map(|(count, severity)| (count > 0).then_some(severity))
    }

    /// Returns how many findings there are.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

/// A dossier that was checked, with what a letter to its focal point needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierRecord {
    /// The dossier or package that was looked at.
    pub subject: String,
    /// The name of the dossier: its path, inside a package after `!/`.
    pub name: String,
    /// What the names of its files begin with.
    pub prefix: String,
    /// The State (ISO 3166-1 alpha-3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// When the response is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How many of its responses were checked.
    pub responses: usize,
    /// Findings that must be mended.
    pub errors: usize,
    /// Findings that somebody should look at.
    pub warnings: usize,
    /// Findings that are good to know.
    pub notes: usize,
}

/// How often a code was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeCount {
    /// The code.
    pub code: String,
    /// Its severity in this run.
    pub severity: Severity,
    /// How many findings bear it.
    pub findings: usize,
    /// In how many subjects it was found.
    pub subjects: usize,
}

/// Which part of a run a report is, and what only all parts together can tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShardPart {
    /// The number of the part, from 1.
    pub part: u32,
    /// How many parts there are.
    pub of: u32,
    /// A digest of the options that all parts must share.
    pub options: String,
    /// Whether the joined report counts findings by code.
    pub statistics: bool,
    /// What depends on the other parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<Pending>,
}

/// Something that was to be met in the run, and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    /// Whether it was met in this part.
    pub met: bool,
    /// What is to be said if it was met in any part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_met: Option<Reported>,
    /// What is to be said if it was met in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_not: Option<Reported>,
}

/// What a report says beside its findings.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The program that made it.
    pub tool: Tool,
    /// How much had to hold.
    pub level: Level,
    /// How much was looked at and found.
    pub summary: Summary,
    /// How often each code was found, if that was asked for.
    pub statistics: Option<Vec<CodeCount>>,
    /// Which part of a run it is, if it is one.
    pub shard: Option<ShardPart>,
    /// Whether what people typed stands in it, because somebody asked for it.
    pub shows_values: bool,
    /// How many files could not be read.
    pub unreadable: usize,
    /// The codes that were found, in the order of the alphabet.
    pub codes: Vec<String>,
}
