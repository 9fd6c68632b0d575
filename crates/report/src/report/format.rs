//! The formats for programs, each put together from pieces.
//!
//! A run hands over the findings of one subject after another and keeps none of them.
//! Formats that say their counts first are given their pieces back at the end, by
//! [`MachineFormat::frame`].

use untoc_core::{Level, Severity};

use super::head::{DossierRecord, Head, REPORT_FORMAT, Tool};
use super::json::{LastLine, ReportLine};
use super::{Reported, csv, github, json, junit, sarif};

/// A format of reports for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MachineFormat {
    /// One JSON document, `untoc-report/1`.
    Json,
    /// One JSON object a line, written while the run goes on.
    Jsonl,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, for continuous integration.
    Junit,
    /// Commands of GitHub Actions.
    Github,
    /// A table.
    Csv,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// This text.
    Text(String),
    /// All pieces with findings, with the separator in between.
    Findings,
    /// All pieces with dossiers, with the separator in between.
    Dossiers,
}

impl MachineFormat {
    /// Says whether findings can be written before the end is known.
    pub fn streams(self) -> bool {
        match self {
            Self::Jsonl | Self::Github | Self::Csv => true,
            Self::Json | Self::Sarif | Self::Junit => false,
        }
    }

    /// Returns what stands before the first finding of a format that streams.
    pub fn start(self, tool: &Tool, level: Level) -> String {
        match self {
            Self::Jsonl => ReportLine::Report {
                format: REPORT_FORMAT.to_owned(),
                tool: tool.clone(),
                level,
            }
            .to_text(),
            Self::Csv => csv::header(),
            Self::Json | Self::Sarif | Self::Junit | Self::Github => String::new(),
        }
    }

    /// Returns what stands between two pieces.
    pub fn separator(self) -> &'static str {
        match self {
            Self::Json | Self::Sarif => ",\n",
            Self::Jsonl | Self::Junit | Self::Github | Self::Csv => "",
        }
    }

    /// Returns the piece with the findings of a subject; `fails_on` is the severity from
    /// which on the run fails.
    pub fn findings(self, findings: &[Reported], fails_on: Severity) -> String {
        match self {
            Self::Json => json::items(findings),
            Self::Jsonl => findings
                .iter()
                .map(|f| ReportLine::Finding(Box::new(f.clone())).to_text())
                .collect(),
            Self::Sarif => sarif::results(findings),
            Self::Junit => junit::suites(findings, fails_on),
            Self::Github => findings.iter().map(github::command).collect(),
            Self::Csv => findings.iter().map(csv::line).collect(),
        }
    }

    /// Returns the piece with the dossiers of a subject; empty in formats that do not
    /// list them.
    pub fn dossiers(self, dossiers: &[DossierRecord]) -> String {
        match self {
            Self::Json => json::items(dossiers),
            Self::Jsonl => dossiers
                .iter()
                .map(|d| ReportLine::Dossier(d.clone()).to_text())
                .collect(),
            Self::Sarif | Self::Junit | Self::Github | Self::Csv => String::new(),
        }
    }

    /// Returns the parts of a report in their order; of a format that streams, only what
    /// follows after the last finding. `findings` and `dossiers` say whether there are
    /// such pieces.
    pub fn frame(
        self,
        head: &Head,
        fails_on: Severity,
        findings: bool,
        dossiers: bool,
    ) -> Vec<Part> {
        match self {
            Self::Json => json::frame(head, findings, dossiers),
            Self::Jsonl => {
                let last = LastLine {
                    summary: head.summary,
                    statistics: head.statistics.clone(),
                    shard: head.shard.clone(),
                    shows_values: head.shows_values,
                };
                vec![Part::Text(ReportLine::Summary(last).to_text())]
            }
            Self::Sarif => sarif::frame(head, findings),
            Self::Junit => junit::frame(head, fails_on),
            Self::Github | Self::Csv => Vec::new(),
        }
    }
}
