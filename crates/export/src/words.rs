//! The words around questions and answers, in the language of the document.
//!
//! They stand with all other words of the tool in the report crate; here are the keys.

use std::borrow::Cow;

use untoc_core::{Instrument, Kind, LawKind, Section};
use untoc_report::Words;

use crate::address::Part;
use crate::choose::LeftOut;
use crate::outline::OutlineQuestion;

/// Returns the words for a key of documents.
pub(crate) fn document(words: &Words, key: &str) -> String {
    words.say(&format!("document-{key}"), &[])
}

/// Returns the words for a part of an entry.
pub(crate) fn part(words: &Words, part: Part) -> String {
    words.say(&format!("field-{}", part.as_str()), &[])
}

/// Returns the words for a kind of law.
pub(crate) fn law_kind(words: &Words, kind: LawKind) -> String {
    words.say(&format!("law_kind-{}", kind.as_str()), &[])
}

/// Returns the heading of a column: those of laws, cases and authorities are ours, those
/// of tables stand in the questionnaire.
pub(crate) fn column<'l>(
    words: &Words,
    kind: Kind,
    key: &str,
    label: &'l str,
) -> Cow<'l, str> {
    let own = match kind {
        Kind::Laws if key == "summary" => words.find("column-summary-laws", &[]),
        Kind::Laws | Kind::Cases | Kind::Authorities => {
            words.find(&format!("column-{key}"), &[])
        }
        Kind::Implementation
        | Kind::YesNo
        | Kind::Single
        | Kind::Multiple
        | Kind::Text
        | Kind::Number
        | Kind::Date
        | Kind::Table => None,
    };
    own.map_or(Cow::Borrowed(label), Cow::Owned)
}

/// Returns the name of an instrument.
pub(crate) fn instrument(words: &Words, instrument: Instrument) -> String {
    words.say("place-instrument", &[("instrument", instrument.code().into())])
}

/// Returns the heading of a section: its article and its title.
pub(crate) fn section(words: &Words, section: &Section) -> String {
    match &section.article {
        Some(article) => {
            let arguments =
                [("article", article.into()), ("title", (&section.title).into())];
            words.say("document-section", &arguments)
        }
        None => section.title.clone(),
    }
}

/// Returns what is left out, a line for each reason; nothing where nothing is.
pub fn left_out(words: &Words, left_out: &LeftOut) -> Vec<String> {
    let lines = [
        ("document-left-out-private", left_out.more_private),
        ("document-left-out-set-aside", left_out.set_aside),
        ("document-left-out-unknown", left_out.unknown),
    ];
    lines
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words.say(key, &[("count", count.into())]))
        .collect()
}

/// Returns the provisions of a question and how strictly they bind, in one line.
pub fn provision(words: &Words, question: &OutlineQuestion) -> String {
    let mut pieces = Vec::new();
    if !question.provisions.is_empty() {
        let provisions = question.provisions.join(", ");
        pieces
            .push(words.say("document-provision", &[("provisions", provisions.into())]));
    }
    if let Some((_, obligation)) = &question.obligation {
        pieces.push(obligation.clone());
    }
    pieces.join("; ")
}

/// Returns a text with a capital at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
