//! How to fill in a field, in a few words.

use serde_json::Number;
use untoc_core::Choice;
use untoc_report::{Argument, Words};

use crate::fields::FieldKind;

/// What is said about a field beside its kind.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bounds<'a> {
    /// The unit of a number.
    pub unit: Option<&'a str>,
    /// The least number allowed.
    pub minimum: Option<&'a Number>,
    /// The greatest number allowed.
    pub maximum: Option<&'a Number>,
}

/// Returns how to fill in a field: what may stand in it, and how it is written.
pub fn expected_words(
    words: &Words,
    kind: FieldKind,
    options: &[Choice],
    bounds: Bounds<'_>,
) -> String {
    match kind {
        FieldKind::Choice => {
            words.say("expected-choice", &[("options", list(words, options).into())])
        }
        FieldKind::Ticks => ticks(words, options),
        FieldKind::Text => words.say("expected-text", &[]),
        FieldKind::Number => number(words, "expected-number", bounds),
        FieldKind::WholeNumber => number(words, "expected-whole-number", bounds),
        FieldKind::Date => words.say("expected-date", &[]),
        FieldKind::Link => words.say("expected-link", &[]),
        FieldKind::Texts => words.say("expected-texts", &[]),
        FieldKind::Law => words.say("expected-law", &[]),
        FieldKind::Questions => {
            let ids: Vec<&str> = options.iter().map(|c| c.value.as_str()).collect();
            words.say("expected-questions", &[("options", ids.join("; ").into())])
        }
        FieldKind::Rows => words.say("expected-rows", &[]),
        FieldKind::Evidence => words.say("expected-evidence", &[]),
        FieldKind::Word => String::new(),
    }
}

fn list(words: &Words, options: &[Choice]) -> String {
    let option = |choice: &Choice| {
        let arguments =
            [("value", (&choice.value).into()), ("label", (&choice.label).into())];
        words.say("expected-option", &arguments)
    };
    options.iter().map(option).collect::<Vec<_>>().join("; ")
}

fn ticks(words: &Words, options: &[Choice]) -> String {
    let list = list(words, options);
    let alone: Vec<&str> =
        options.iter().filter(|c| c.exclusive).map(|c| c.value.as_str()).collect();
    if alone.is_empty() {
        return words.say("expected-ticks", &[("options", list.into())]);
    }
    let alone = words.all_of(&alone);
    words
        .say("expected-ticks-alone", &[("options", list.into()), ("alone", alone.into())])
}

fn number(words: &Words, key: &str, bounds: Bounds<'_>) -> String {
    let mut expected = words.say(key, &[]);
    if let Some(unit) = bounds.unit {
        let arguments = [("expected", expected.into()), ("unit", unit.into())];
        expected = words.say("expected-unit", &arguments);
    }
    let argument = |number: &Number| Argument::from(number.to_string());
    match (bounds.minimum, bounds.maximum) {
        (None, None) => expected,
        (Some(least), None) => {
            let arguments = [("expected", expected.into()), ("minimum", argument(least))];
            words.say("expected-least", &arguments)
        }
        (None, Some(most)) => {
            let arguments = [("expected", expected.into()), ("maximum", argument(most))];
            words.say("expected-most", &arguments)
        }
        (Some(least), Some(most)) => {
            let arguments = [
                ("expected", expected.into()),
                ("minimum", argument(least)),
                ("maximum", argument(most)),
            ];
            words.say("expected-range", &arguments)
        }
    }
}
