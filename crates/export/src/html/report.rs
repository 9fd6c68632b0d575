//! Renders an outline as one HTML page for readers.

use std::collections::BTreeSet;

use askama::Template;
use untoc_report::Words;

use crate::form::Direction;
use crate::html::inline::{Inline, STYLE};
use crate::outline::{FactValue, Outline, OutlineAnswer, OutlineQuestion, OutlineTable};
use crate::words;
use crate::words::capital;

/// Writes a report as a self-contained page; `words` are those that it was built with.
pub(crate) fn write_report(outline: &Outline, words: &Words) -> Vec<u8> {
    let questions = outline
        .parts
        .iter()
        .flat_map(|part| &part.sections)
        .flat_map(|section| &section.questions)
        .map(|question| question.id.as_str())
        .collect();
    let page = Page {
        direction: Direction::of(&outline.language),
        style: Inline::of(&[STYLE]),
        outline,
        words,
        questions,
    };
    // Writing into a text cannot fail, and no template of ours returns an error.
    page.render().unwrap_or_default().into_bytes()
}

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    direction: Direction,
    style: Inline,
    outline: &'a Outline,
    words: &'a Words,
    /// The questions that stand on the page, so that a link leads somewhere.
    questions: BTreeSet<&'a str>,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        words::document(self.words, key)
    }

    fn label(&self, part: &str) -> String {
        capital(&self.words.say(&format!("field-{part}"), &[]))
    }

    fn capital(&self, text: impl AsRef<str>) -> String {
        capital(text.as_ref())
    }

    fn left_out(&self) -> Vec<String> {
        words::left_out(self.words, &self.outline.left_out)
    }

    fn has_question(&self, id: &str) -> bool {
        self.questions.contains(id)
    }

    /// Returns a `lang` attribute where the language is not that of the page.
    fn lang(&self, language: &str) -> String {
        lang_unless(language, &self.outline.language)
    }

    /// Returns the language and direction of the questions, where they are not the
    /// page's.
    fn wording(&self, language: &str) -> String {
        let direction = Direction::of(language);
        let lang = self.lang(language);
        if direction == self.direction {
            lang
        } else {
            format!("{lang} dir=\"{}\"", direction.as_str())
        }
    }

    /// Yes and no are in our words; all other options are in the questionnaire's.
    fn lang_of_choice(&self, text: &str, wording: &str) -> String {
        let own = ["yes", "in_part", "no"]
            .iter()
            .any(|value| self.words.say(&format!("option-{value}"), &[]) == text);
        if own { String::new() } else { self.lang(wording) }
    }

    fn provision(&self, question: &OutlineQuestion) -> String {
        words::provision(self.words, question)
    }

    fn paragraphs<'t>(&self, text: &'t str) -> Vec<Vec<&'t str>> {
        paragraphs(text)
    }

    fn is_web(&self, address: &str) -> bool {
        address.starts_with("https://") || address.starts_with("http://")
    }

    fn is_numeric(&self, table: &OutlineTable, column: &usize) -> bool {
        table.columns.get(*column).is_some_and(|column| column.numeric)
    }
}

/// Returns a `lang` attribute, unless the language is that of what is around it.
pub(super) fn lang_unless(language: &str, around: &str) -> String {
    // Only letters, digits and hyphens make a tag; anything else is none.
    let is_tag = language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if language.is_empty() || language == around || !is_tag {
        String::new()
    } else {
        format!(" lang=\"{language}\"")
    }
}

/// Cuts a text into paragraphs, and these into lines.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push(line);
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}
