//! The words around questions and answers, in the language of the document.
//!
//! They stand with all other words of the tool in the report crate; here are the keys.

use untoc_core::{Instrument, LawKind, Section};
use untoc_report::Words;

use crate::address::Part;
use crate::choose::LeftOut;

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
pub(crate) fn left_out(words: &Words, left_out: &LeftOut) -> Vec<String> {
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
