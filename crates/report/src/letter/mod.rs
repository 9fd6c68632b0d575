//! Letters: what a check found in one dossier, in plain words, ready to be sent.
//!
//! A letter is built once, from the findings of a report, and written in a form for the
//! browser or as Markdown. It repeats nothing that people wrote in free text: reports
//! that show it are refused before a letter is made.

mod build;
mod html;
mod markdown;
#[cfg(test)]
mod tests;

use untoc_core::Severity;

pub use build::{LetterAbout, letter};

/// A letter about one dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The language that it is in.
    language: &'static str,
    title: String,
    /// What was looked at and how much was found, one paragraph each.
    opening: Vec<String>,
    /// The findings, by article.
    parts: Vec<Part>,
    /// What to do next: its heading and its steps.
    steps: (String, Vec<String>),
    /// The last paragraph.
    closing: String,
}

/// The findings about one article, or about the dossier as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    heading: String,
    points: Vec<Point>,
}

/// One finding, or several that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Point {
    severity: Severity,
    /// What is to be done with it: mend it, look at it, know it.
    label: String,
    /// The question that it is about.
    question: Option<String>,
    message: String,
    /// The questions that it is about, if there are several.
    list: Vec<String>,
    help: Option<String>,
    /// Where it stands, and its code.
    place: String,
}

/// The form of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterForm {
    /// A page for the browser and for printing; it needs no other file.
    Html,
    /// Markdown, as text of a mail.
    Markdown,
}

impl LetterForm {
    /// Returns the end of file names, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }
}

impl Letter {
    /// Writes the letter in a form.
    pub fn to_text(&self, form: LetterForm) -> String {
        match form {
            LetterForm::Html => html::write(self),
            LetterForm::Markdown => markdown::write(self),
        }
    }
}

/// Splits a text at its backquotes; says of each part whether it is a command.
fn spans(text: &str) -> Vec<(&str, bool)> {
    let quotes = text.matches('`').count();
    if quotes % 2 == 1 {
        return vec![(text, false)];
    }
    let parts = text.split('`').enumerate().map(|(at, part)| (part, at % 2 == 1));
    parts.filter(|(part, _)| !part.is_empty()).collect()
}
