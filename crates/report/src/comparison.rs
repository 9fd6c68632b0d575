//! What has changed between two reports, as text and as JSON (`untoc-comparison/1`).
//!
//! As a report, a comparison is put together from pieces, so that nobody need hold all
//! of its findings.

use serde::{Deserialize, Serialize};
use untoc_core::Level;

use crate::human::{Human, labelled, severity_in_colour};
use crate::place::{place_in_file, place_in_words};
use crate::report::{Reported, Tool, json_items};
use crate::style::Ink;
use crate::words::{Words, clean};
use crate::wrap::{Layout, wrap};

/// The name and major version of the format in which a comparison is written.
pub const COMPARISON_FORMAT: &str = "untoc-comparison/1";

/// How much has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changed {
    /// Findings that only the new report has.
    pub new: usize,
    /// Findings that only the old report has.
    pub gone: usize,
    /// Findings of one code in one place that have changed.
    pub changed: usize,
    /// Findings that have not changed.
    pub same: usize,
}

/// Dossiers that only one of the reports is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// Dossiers that only the new report is about.
    pub new: Vec<String>,
    /// Dossiers that only the old report is about: nobody knows how they are now.
    pub gone: Vec<String>,
}

/// A finding as it was and as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BeforeAfter {
    /// As it was.
    pub before: Reported,
    /// As it is.
    pub after: Reported,
}

/// What a comparison says beside the findings.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonHead {
    /// The program that made it.
    pub tool: Tool,
    /// How much had to hold in both reports.
    pub level: Level,
    /// How much has changed.
    pub summary: Changed,
    /// What only one of the reports is about.
    pub dossiers: Coverage,
}

/// A list of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparisonList {
    /// Findings that only the new report has.
    New,
    /// Findings that only the old report has.
    Gone,
    /// Findings that have changed.
    Changed,
}

impl ComparisonList {
    /// All lists in their order.
    pub const ALL: [Self; 3] = [Self::New, Self::Gone, Self::Changed];

    fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
        }
    }
}

#[derive(Serialize)]
struct Opening<'a> {
    format: &'static str,
    tool: &'a Tool,
    level: Level,
    summary: Changed,
    dossiers: &'a Coverage,
}

impl ComparisonHead {
    /// Returns what stands before the first list in JSON.
    pub fn to_json(&self) -> String {
        let opening = untoc_core::json(&Opening {
            format: COMPARISON_FORMAT,
            tool: &self.tool,
            level: self.level,
            summary: self.summary,
            dossiers: &self.dossiers,
        });
        opening.trim_end_matches("\n}\n").to_owned()
    }
}

/// Returns what stands before and after the items of a list in JSON.
pub fn comparison_brackets(list: ComparisonList, any: bool) -> (String, &'static str) {
    let line = if any { "\n" } else { "" };
    let end = match (any, list) {
        (true, ComparisonList::Changed) => "\n  ]\n}\n",
        (true, _) => "\n  ]",
        (false, ComparisonList::Changed) => "]\n}\n",
        (false, _) => "]",
    };
    (format!(",\n  \"{}\": [{line}", list.name()), end)
}

/// Returns items of a list in JSON, with commas in between.
pub fn comparison_items(items: &[impl Serialize]) -> String {
    json_items(items)
}

/// Returns the heading of a list for people.
pub fn comparison_heading(
    list: ComparisonList,
    words: &Words,
    human: &Human<'_>,
) -> String {
    let text = words.say(&format!("comparison-{}", list.name()), &[]);
    format!("{}\n\n", human.style.paint(Ink::Strong, &text))
}

/// Returns findings that are gone, as people read them: one line each, and the message.
pub fn gone_human(findings: &[Reported], words: &Words, human: &Human<'_>) -> String {
    let mut out = String::new();
    for finding in findings {
        out.push_str(&head(finding, words, human));
        out.push_str(&message(finding, "comparison-was", words, human));
        out.push('\n');
    }
    out
}

/// Returns findings that have changed, as people read them.
pub fn changed_human(pairs: &[BeforeAfter], words: &Words, human: &Human<'_>) -> String {
    let mut out = String::new();
    for BeforeAfter { before, after } in pairs {
        out.push_str(&head(after, words, human));
        out.push_str(&message(before, "comparison-was", words, human));
        out.push_str(&message(after, "comparison-is", words, human));
        if let Some(help) = &after.help {
            let label = words.say("report-hint", &[]);
            labelled(
                &label,
                &human.style.paint(Ink::Good, &label),
                help,
                human,
                &mut out,
            );
        }
        out.push('\n');
    }
    out
}

/// Returns the last lines for people: dossiers of one report only, and the counts.
pub fn comparison_summary(
    head: &ComparisonHead,
    words: &Words,
    human: &Human<'_>,
) -> String {
    let mut out = String::new();
    let lists = [
        ("comparison-dossiers-new", &head.dossiers.new),
        ("comparison-dossiers-gone", &head.dossiers.gone),
    ];
    for (key, names) in lists.into_iter().filter(|(_, names)| !names.is_empty()) {
        let names: Vec<String> = names.iter().map(|name| clean(name)).collect();
        let arguments =
            [("count", names.len().into()), ("names", words.all_of(&names).into())];
        let text = words.say(key, &arguments);
        out.push_str(&wrap(&text, Layout { width: human.width, first: "", rest: "  " }));
        out.push('\n');
    }
    let Changed { new, gone, changed, same } = head.summary;
    let arguments = [
        ("new", new.into()),
        ("gone", gone.into()),
        ("changed", changed.into()),
        ("same", same.into()),
    ];
    out.push_str(&words.say("comparison-summary", &arguments));
    out.push('\n');
    out
}

/// The place of a finding in words and in the file, and its code.
fn head(finding: &Reported, words: &Words, human: &Human<'_>) -> String {
    let Some(place) = finding.place() else {
        return format!("  [{}]\n", finding.code);
    };
    let people = place_in_words(words, place);
    let mut out = String::new();
    if !people.is_empty() && Some(people.as_str()) != place.file.as_deref() {
        out.push_str(&format!("  {}\n", human.style.paint(Ink::Strong, &people)));
    }
    let file = place_in_file(place).unwrap_or_default();
    let code = format!("{file}  [{}]", finding.code);
    out.push_str(&format!("  {}\n", human.style.paint(Ink::Faint, code.trim_start())));
    out
}

fn message(finding: &Reported, key: &str, words: &Words, human: &Human<'_>) -> String {
    let (severity, ink) = severity_in_colour(words, finding.severity);
    let mut text = format!("{severity}, {}", finding.message);
    if finding.count > 1 {
        let times = words.say("report-times", &[("count", finding.count.into())]);
        text = format!("{text} ({times})");
    }
    let label = words.say(key, &[]);
    let mut out = String::new();
    labelled(&label, &human.style.paint(ink, &label), &text, human, &mut out);
    out
}
