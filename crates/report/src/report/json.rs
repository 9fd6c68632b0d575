//! The report as JSON (`untoc-report/1`) and as lines of JSON.
//!
//! Both are put together from pieces, so that a run need not hold its findings: the JSON
//! form has its counts first, the lines end with them.

use serde::{Deserialize, Serialize};
use untoc_core::Level;

use super::head::{
    CodeCount, DossierRecord, Head, REPORT_FORMAT, ShardPart, Summary, Tool, is_false,
};
use super::{Part, Reported};

#[derive(Serialize)]
struct Opening<'a> {
    format: &'static str,
    tool: &'a Tool,
    level: Level,
    summary: &'a Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<&'a [CodeCount]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shard: Option<&'a ShardPart>,
    #[serde(skip_serializing_if = "is_false")]
    shows_values: bool,
}

/// Returns the parts of the JSON form in their order.
pub(super) fn frame(head: &Head, findings: bool, dossiers: bool) -> Vec<Part> {
    let opening = untoc_core::json(&Opening {
        format: REPORT_FORMAT,
        tool: &head.tool,
        level: head.level,
        summary: &head.summary,
        statistics: head.statistics.as_deref(),
        shard: head.shard.as_ref(),
        shows_values: head.shows_values,
    });
    let mut text = opening.trim_end_matches("\n}\n").to_owned();
    text.push_str(",\n  \"dossiers\": [");
    let mut parts = Vec::new();
    list(&mut parts, &mut text, Part::Dossiers, dossiers);
    text.push_str(",\n  \"findings\": [");
    list(&mut parts, &mut text, Part::Findings, findings);
    text.push_str("\n}\n");
    parts.push(Part::Text(text));
    parts
}

/// Closes a list after its items, if it has any.
fn list(parts: &mut Vec<Part>, text: &mut String, items: Part, any: bool) {
    if any {
        text.push('\n');
        parts.push(Part::Text(std::mem::take(text)));
        parts.push(items);
        text.push_str("\n  ");
    }
    text.push(']');
}

/// Returns items of a list of the JSON form, with commas in between.
pub(crate) fn items(items: &[impl Serialize]) -> String {
    let mut out = String::new();
    for item in items {
        if !out.is_empty() {
            out.push_str(",\n");
        }
        // A text in JSON has no line break of its own, so lines can be moved in.
        for (at, line) in untoc_core::json(item).trim_end().lines().enumerate() {
            if at > 0 {
                out.push('\n');
            }
            out.push_str("    ");
            out.push_str(line);
        }
    }
    out
}

/// A line of the form in lines.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum ReportLine {
    /// The first line: what this is.
    Report {
        /// The name and version of the format.
        format: String,
        /// The program that made it.
        tool: Tool,
        /// How much had to hold.
        level: Level,
    },
    /// A finding.
    Finding(Box<Reported>),
    /// A dossier, after its findings.
    Dossier(DossierRecord),
    /// The last line: without it, the report is not whole.
    Summary(LastLine),
}

/// The last line of the form in lines.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastLine {
    /// How much was looked at and found.
    pub summary: Summary,
    /// How often each code was found, if that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistics: Option<Vec<CodeCount>>,
    /// Which part of a run it is, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<ShardPart>,
    /// Whether what people typed stands in the report.
    #[serde(default, skip_serializing_if = "is_false")]
    pub shows_values: bool,
}

impl ReportLine {
    /// Returns the line with its end.
    pub fn to_text(&self) -> String {
        // See `untoc_core::json`: our own types can always be written.
        let mut text = serde_json::to_string(self).unwrap_or_default();
        text.push('\n');
        text
    }
}
