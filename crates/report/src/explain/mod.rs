//! Explanations of codes: what a finding says, why it matters, a wrong and a right
//! example, and how to mend it.
//!
//! Each is a file `explain/<code>.md` with the same five headings. A block of an example
//! names the file that it stands for, so that a test can lay it into a dossier and check
//! that the wrong one gives the finding and the right one does not.

mod page;
mod show;
#[cfg(test)]
mod tests;
mod texts;

use untoc_core::Code;

pub use page::findings_page;
pub use show::{explain_list, explanation_text};

/// The headings of an explanation, in their order.
const HEADINGS: [&str; 5] =
    ["What it says", "Why it matters", "Wrong", "Right", "How to mend it"];

/// The explanation of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// What the finding says.
    pub what: &'static str,
    /// Why it matters: the provision, the standard or the rule of the review behind it.
    pub why: &'static str,
    /// Files, or parts of them, that give the finding.
    pub wrong: Vec<Example>,
    /// The same without the finding.
    pub right: Vec<Example>,
    /// How to mend it.
    pub mend: &'static str,
}

/// A file, or part of one, in an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Whether it is meant as well-formed JSON.
    pub form: Form,
    /// The path in a dossier, where the example is a whole file.
    pub path: Option<&'static str>,
    /// What stands in the file.
    pub text: &'static str,
}

/// What an example is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Well-formed JSON.
    Json,
    /// Anything else: broken JSON, CSV, a description.
    Text,
}

/// Returns the explanation of a code.
pub fn explain(code: Code) -> Explanation {
    let text = text_of(code);
    let parts = HEADINGS.map(|heading| part(text, heading));
    let [what, why, wrong, right, mend] = parts;
    Explanation {
        code,
        what: if what.is_empty() { code.sentence() } else { what },
        why,
        wrong: examples(wrong),
        right: examples(right),
        mend,
    }
}

fn text_of(code: Code) -> &'static str {
    let found = texts::TEXTS.iter().find(|(name, _)| *name == code.as_str());
    found.map_or("", |(_, text)| text)
}

/// Returns what stands under a heading.
fn part(text: &'static str, heading: &str) -> &'static str {
    let head = format!("\n## {heading}\n");
    let Some(from) = text.find(&head).map(|at| at + head.len()) else { return "" };
    let rest = text.get(from..).unwrap_or_default();
    let to = rest.find("\n## ").unwrap_or(rest.len());
    rest.get(..to).unwrap_or_default().trim()
}

/// Returns the fenced blocks of a part.
fn examples(part: &'static str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut rest = part;
    while let Some(block) = rest.split_once("```").map(|(_, block)| block) {
        let Some((info, body)) = block.split_once('\n') else { break };
        let Some((text, after)) = body.split_once("\n```") else { break };
        let (language, path) = info.split_once(' ').unwrap_or((info, ""));
        let form = if language == "json" { Form::Json } else { Form::Text };
        let path = (!path.trim().is_empty()).then(|| path.trim());
        found.push(Example { form, path, text });
        rest = after;
    }
    found
}
