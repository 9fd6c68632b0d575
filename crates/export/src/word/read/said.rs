//! What the form itself says, so that it is not taken for an answer.

use std::collections::HashSet;
use std::sync::OnceLock;

use untoc_core::{Library, Plan};
use untoc_report::{Naming, Words, condition_in_words, required_in_words};

use crate::address::{Address, Part};
use crate::decode::{fold, trim};
use crate::fields::{FieldKind, value_field};
use crate::word::form::hint;
use crate::word::styles::{ANSWER, GAP};
use crate::words;

/// Says whether a style is one in which only the form itself speaks.
pub(super) fn is_ours(style: &str) -> bool {
    let heading =
        matches!(style, "Title" | "Heading1" | "Heading2" | "Heading3" | "Footer");
    (heading || style.starts_with("Untoc")) && style != ANSWER && style != GAP
}

/// Returns the words of every language of the tool.
fn languages() -> &'static [Words] {
    static WORDS: OnceLock<Vec<Words>> = OnceLock::new();
    WORDS.get_or_init(|| Words::languages().map(Words::load).collect())
}

fn english() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::load("en"))
}

/// Says whether a text is what stands in a field with nothing in it.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = trim(text);
    let same = |key: &str| languages().iter().any(|words| words.say(key, &[]) == text);
    text.len() < 200 && (same("form-choose") || same("form-date"))
}

/// Finds the part of an entry that a heading names, in any language of the tool.
pub(super) fn part_named(heading: &str) -> Option<Part> {
    let heading = fold(heading);
    let named = |part: &Part| {
        languages().iter().any(|words| fold(&words::part(words, *part)) == heading)
    };
    Part::ALL.into_iter().find(named)
}

/// What the form itself says.
pub(super) struct Said<'a> {
    library: &'a Library,
    /// The words of the form, those of its own language first.
    words: Vec<&'static Words>,
    /// The lines between the tables; only made where a program has lost the styles.
    lines: OnceLock<HashSet<String>>,
}

impl<'a> Said<'a> {
    /// Prepares to know the form's own words; `properties` name its language.
    pub(super) fn new(library: &'a Library, properties: &str) -> Self {
        let language = properties
            .split_once("language>")
            .and_then(|(_, rest)| rest.split('<').next())
            .unwrap_or_default();
        let mut words: Vec<&'static Words> = languages().iter().collect();
        words.sort_by_key(|words| words.language() != language);
        Self { library, words, lines: OnceLock::new() }
    }

    /// Returns the words of the form's own language.
    pub(super) fn words(&self) -> &'static Words {
        self.words.first().copied().unwrap_or_else(|| english())
    }

    /// Says whether a line between the tables is the form's own.
    pub(super) fn is_known(&self, line: &str) -> bool {
        let line = fold(line);
        line.is_empty() || self.lines().contains(&line)
    }

    fn lines(&self) -> &HashSet<String> {
        self.lines.get_or_init(|| {
            let mut lines = HashSet::new();
            for words in &self.words {
                for key in KEYS {
                    lines.insert(fold(&words.say(key, &[])));
                }
                for plan in self.library.plans() {
                    for section in &plan.questionnaire().sections {
                        lines.insert(fold(&words::section(words, section)));
                    }
                }
            }
            for plan in self.library.plans() {
                for section in &plan.questionnaire().sections {
                    let intro = section.intro.as_deref().unwrap_or_default();
                    lines.extend(intro.lines().map(fold));
                }
            }
            lines
        })
    }

    /// Says whether a line in the cell of a question is the form's own.
    pub(super) fn is_asked(&self, plan: &Plan, slot: usize, line: &str) -> bool {
        let question = plan.question(slot);
        let line = fold(line);
        let texts = [Some(question.text.as_str()), question.help.as_deref()];
        let own = |text: &str| text.lines().any(|own| fold(own) == line);
        line.is_empty()
            || line.starts_with(question.id.as_str())
            || texts.into_iter().flatten().any(own)
            || self.words.iter().any(|words| is_explained(plan, slot, words, &line))
    }

    /// Says whether the cell of an answer only points to the rows below.
    pub(super) fn points_below(&self, text: &str) -> bool {
        let text = fold(text);
        self.words.iter().any(|words| fold(&words.say("form-rows-below", &[])) == text)
    }
}

const KEYS: [&str; 12] = [
    "form-how",
    "form-sections",
    "form-given",
    "form-elsewhere",
    "form-elsewhere-how",
    "form-laws",
    "form-laws-how",
    "document-wording",
    "form-how-answer",
    "form-how-condition",
    "form-how-no-answer",
    "form-how-rows",
];

fn is_explained(plan: &Plan, slot: usize, words: &Words, line: &str) -> bool {
    let question = plan.question(slot);
    if fold(&required_in_words(words, question.required)) == line {
        return true;
    }
    let asked_if = condition_in_words(plan, slot, words, Naming::Labels);
    if asked_if.is_some_and(|text| fold(&text) == line) {
        return true;
    }
    let address = Address::part(&question.id, Part::Value);
    let field = value_field(plan, slot, address, String::new(), words);
    field.kind != FieldKind::Rows && hint(&field, words).is_some_and(|h| fold(&h) == line)
}
