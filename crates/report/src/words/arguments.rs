//! The arguments of messages: the values of a finding as Fluent takes them.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use untoc_core::{Finding, Word};

use super::clean::clean;
use super::names::NAMES;
use super::{Privacy, Words};

/// The names whose items are words of ours, not words of a file.
const TRANSLATED: [&str; 2] = ["carries", "lacking"];

/// What stands for a value that is private or was not given.
pub(crate) const HIDDEN: &str = "…";

/// A value for a message that is not about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A number, for plural forms.
    Number(i64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// Returns arguments as Fluent takes them.
pub(super) fn of_pairs<'a>(pairs: &'a [(&'a str, Argument<'a>)]) -> FluentArgs<'a> {
    let mut arguments = FluentArgs::with_capacity(pairs.len());
    for (name, argument) in pairs {
        match argument {
            Argument::Text(text) => {
                arguments.set(*name, FluentValue::String(Cow::Borrowed(text)));
            }
            Argument::Number(number) => arguments.set(*name, *number),
        }
    }
    arguments
}

/// Returns all arguments that the words of a finding may use.
pub(super) fn of_finding(
    words: &Words,
    finding: &Finding,
    privacy: Privacy,
) -> FluentArgs<'static> {
    let mut arguments = FluentArgs::with_capacity(3 * NAMES.len());
    for name in NAMES {
        let word = finding
            .values
            .get(name)
            .cloned()
            .or_else(|| of_place(finding, name))
            .or_else(|| derived(words, finding, name));
        let (text, count) = match &word {
            None => (HIDDEN.to_owned(), 0),
            Some(word) if TRANSLATED.contains(&name) => {
                text_of(words, &translated(words, word), privacy)
            }
            Some(word) => text_of(words, word, privacy),
        };
        let given = if word.is_some() { "yes" } else { "no" };
        arguments.set(name, FluentValue::String(Cow::Owned(text)));
        arguments.set(format!("{name}-given"), given);
        arguments.set(format!("{name}-count"), count);
    }
    arguments
}

fn text_of(words: &Words, word: &Word, privacy: Privacy) -> (String, i64) {
    let length = |items: &[String]| i64::try_from(items.len()).unwrap_or(i64::MAX);
    match word {
        Word::Plain(text) => (clean(text), 1),
        Word::Private(text) => match privacy {
            Privacy::Masked => (HIDDEN.to_owned(), 1),
            Privacy::Shown => (clean(text), 1),
        },
        Word::Number(number) => (number.to_string(), *number),
        Word::OneOf(items) => (words.one_of(items), length(items)),
        Word::List(items) => (words.all_of(items), length(items)),
    }
}

/// Puts the language's own words in place of ours: `word-date` for `date`.
fn translated(words: &Words, word: &Word) -> Word {
    let say = |item: &String| {
        words.find(&format!("word-{item}"), &[]).unwrap_or_else(|| item.clone())
    };
    match word {
        Word::List(items) => Word::List(items.iter().map(say).collect()),
        Word::OneOf(items) => Word::OneOf(items.iter().map(say).collect()),
        Word::Plain(_) | Word::Number(_) | Word::Private(_) => word.clone(),
    }
}

/// Works out from other values what a rule need not say.
fn derived(words: &Words, finding: &Finding, name: &str) -> Option<Word> {
    match (name, finding.values.get("expected"), finding.values.get("limit")) {
        ("kind", Some(Word::OneOf(expected)), _) => {
            let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
            match expected.as_slice() {
                ["yes", "in_part", "no"] => {
                    Some(Word::Plain("implementation".to_owned()))
                }
                ["yes", "no"] => Some(Word::Plain("yes_no".to_owned())),
                _ => None,
            }
        }
        ("size", _, Some(Word::Number(bytes))) if *bytes >= 1 << 20 => {
            let arguments = [("number", Argument::Number(bytes >> 20))];
            Some(Word::Plain(words.say("word-megabytes", &arguments)))
        }
        _ => None,
    }
}

/// Takes from the place what a rule need not say twice.
fn of_place(finding: &Finding, name: &str) -> Option<Word> {
    let place = finding.place()?;
    let table = place.table.as_ref();
    let plain = |text: &Option<String>| text.clone().map(Word::Plain);
    let number =
        |n: Option<usize>| n.and_then(|n| i64::try_from(n).ok()).map(Word::Number);
    match name {
        "question" => plain(&place.question),
        "questionnaire" => plain(&place.questionnaire),
        "section" => plain(&place.section),
        "provision" => plain(&place.provision),
        "contributor" => plain(&place.contributor),
        "file" => plain(&place.file),
        "line" => number(place.line),
        "field" => place.pointer.as_deref().and_then(last_part).map(Word::Plain),
        "row" => number(table.and_then(|t| t.row)),
        "column" => table.and_then(|t| plain(&t.field)),
        _ => None,
    }
}

/// Returns the name at the end of a JSON pointer, if it is no position in a list.
fn last_part(pointer: &str) -> Option<String> {
    let part = pointer.rsplit('/').next()?.replace("~1", "/").replace("~0", "~");
    (!part.is_empty() && !part.bytes().all(|b| b.is_ascii_digit())).then_some(part)
}
