//! The report as JSON (`untoc-report/1`).

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;
use untoc_core::{Finding, Place, Word};

use super::{REPORT_FORMAT, Report, fingerprints};
use crate::words::{HIDDEN, Privacy, Words};

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    tool: WrittenTool<'a>,
    summary: WrittenSummary,
    findings: Vec<WrittenFinding<'a>>,
}

#[derive(Serialize)]
struct WrittenTool<'a> {
    name: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct WrittenSummary {
    subjects: usize,
    responses: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct WrittenFinding<'a> {
    code: &'static str,
    severity: &'static str,
    count: usize,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    values: BTreeMap<&'static str, Json>,
    fingerprint: String,
    places: &'a [Place],
}

/// Returns the report as it is written: two spaces, keys in a fixed order, one newline
/// at the end, no time and no absolute path.
pub fn report_json(report: &Report, words: &Words, privacy: Privacy) -> String {
    let names = fingerprints(&report.findings);
    let findings = report
        .findings
        .iter()
        .zip(names)
        .map(|(finding, name)| written(finding, name, words, privacy))
        .collect();
    let summary = report.summary;
    untoc_core::json(&Written {
        format: REPORT_FORMAT,
        tool: WrittenTool { name: &report.tool.name, version: &report.tool.version },
        summary: WrittenSummary {
            subjects: summary.subjects,
            responses: summary.responses,
            errors: summary.errors,
            warnings: summary.warnings,
            notes: summary.notes,
        },
        findings,
    })
}

fn written<'a>(
    finding: &'a Finding,
    fingerprint: String,
    words: &Words,
    privacy: Privacy,
) -> WrittenFinding<'a> {
    let value = |word: &Word| match word {
        Word::Plain(text) => Json::from(text.as_str()),
        Word::OneOf(items) | Word::List(items) => Json::from(items.clone()),
        Word::Number(number) => Json::from(*number),
        Word::Private(_) if privacy == Privacy::Masked => Json::from(HIDDEN),
        Word::Private(text) => Json::from(text.as_str()),
    };
    WrittenFinding {
        code: finding.code.as_str(),
        severity: finding.severity.as_str(),
        count: finding.count,
        message: words.message(finding, privacy),
        help: words.hint(finding, privacy),
        values: finding.values.iter().map(|(name, word)| (*name, value(word))).collect(),
        fingerprint,
        places: &finding.places,
    }
}
