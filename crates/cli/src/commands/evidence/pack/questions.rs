//! Asks in plain words for what a description lacks.

use std::collections::BTreeMap;

use untoc_core::{Evidence, Naming};

use super::description::DescriptionArguments;
use crate::commands::fill::ask::{Asker, Typed};
use crate::error::CommandError;
use crate::output::Output;

/// A part of a description.
struct Part {
    name: &'static str,
    question: &'static str,
    needed: bool,
    /// The words that can be chosen, each with what it means.
    words: &'static [(&'static str, &'static str)],
}

const fn text(name: &'static str, question: &'static str, needed: bool) -> Part {
    Part { name, question, needed, words: &[] }
}

const PARTS: &[Part] = &[
    text("title", "What is the title of this data?", true),
    text("provider", "Which organization gives it?", true),
    Part {
        name: "provider-kind",
        question: "What kind of organization is that?",
        needed: true,
        words: &[
            ("ngo", "a non-governmental organization"),
            ("academia", "a university or institute"),
            ("private_sector", "a company"),
            ("intergovernmental", "an organization of States"),
            ("government", "an authority"),
            ("media", "a newspaper or broadcaster"),
        ],
    },
    text("period", "Which time is it about? (2025, or 2020..2025)", false),
    text("unit", "What is one row or one count? (a person, a case, an incident)", false),
    text("method", "How did the data come about?", false),
    text(
        "limitations",
        "What can it not show? (who is missing, what is uncertain)",
        false,
    ),
    Part {
        name: "sensitivity",
        question: "How carefully must it be kept?",
        needed: true,
        words: &[
            ("public", "everybody may see it"),
            ("restricted", "it is meant for the authority"),
            ("personal", "its rows are about persons, even if no one is named"),
        ],
    },
    text("purpose", "What may it be used for?", true),
    Part {
        name: "onward-use",
        question: "To whom may the authority pass it on?",
        needed: true,
        words: &[
            ("none", "to nobody"),
            ("secretariat", "to the secretariat of the review"),
            ("reviewing_states", "to the States that review the answers"),
            ("public", "to everybody"),
        ],
    },
    Part {
        name: "naming",
        question: "May your organization be named?",
        needed: true,
        words: &[
            ("named", "yes"),
            ("kind_only", "only as a kind of organization"),
            ("unnamed", "no"),
        ],
    },
    text("basis", "On what legal basis, or with whose consent, is it given?", false),
    text("keep-until", "Until which day may it be kept? (2027-12-31)", false),
    text("licence", "Under which licence? (CC-BY-4.0, or none)", false),
];

/// Parts that have a flag and are not asked for.
const NOT_ASKED: &[&str] = &["id", "contact", "language"];

/// What is known of a description, by part.
pub(super) struct Answers(BTreeMap<&'static str, String>);

impl Answers {
    /// Takes what flags say, and for the rest what a description says.
    pub(super) fn of(flags: &DescriptionArguments, base: Option<&Evidence>) -> Self {
        let mut answers = BTreeMap::new();
        let all = PARTS.iter().map(|part| part.name).chain(NOT_ASKED.iter().copied());
        for name in all {
            let flag = of_flags(flags, name).filter(|text| !text.trim().is_empty());
            let said = flag.or_else(|| base.and_then(|base| of_base(base, name)));
            if let Some(said) = said {
                answers.insert(name, said.trim().to_owned());
            }
        }
        Self(answers)
    }

    /// Returns what is known of a part.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Returns the parts that are needed and not known.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let needed = PARTS.iter().filter(|part| part.needed);
        needed.map(|part| part.name).filter(|name| !self.0.contains_key(name)).collect()
    }
}

fn of_flags(flags: &DescriptionArguments, name: &str) -> Option<String> {
    match name {
        "id" => flags.id.clone(),
        "title" => flags.title.clone(),
        "provider" => flags.provider.clone(),
        "provider-kind" => flags.provider_kind.clone(),
        "contact" => flags.contact.clone(),
        "period" => flags.period.clone(),
        "unit" => flags.unit.clone(),
        "method" => flags.method.clone(),
        "licence" => flags.licence.clone(),
        "sensitivity" => flags.sensitivity.clone(),
        "purpose" => flags.purpose.clone(),
        "onward-use" => flags.onward_use.clone(),
        "naming" => flags.naming.clone(),
        "basis" => flags.basis.clone(),
        "keep-until" => flags.keep_until.clone(),
        "limitations" => flags.limitations.clone(),
        "language" => flags.language.clone(),
        _ => None,
    }
}

fn of_base(base: &Evidence, name: &str) -> Option<String> {
    match name {
        "id" => Some(base.id.to_string()),
        "title" => Some(base.title.clone()),
        "provider" => Some(base.provider.name.clone()),
        "provider-kind" => Some(base.provider.kind.as_str().to_owned()),
        "contact" => base.provider.contact.clone(),
        "period" => base.period.as_ref().map(|period| match period.to {
            Some(to) => format!("{}..{to}", period.from),
            None => period.from.to_string(),
        }),
        "unit" => base.unit.clone(),
        "method" => base.method.clone(),
        "licence" => base.licence.clone(),
        "sensitivity" => Some(base.sensitivity.as_str().to_owned()),
        "purpose" => Some(base.terms.purpose.clone()),
        "onward-use" => Some(base.terms.onward_use.as_str().to_owned()),
        "naming" => Some(base.terms.naming.as_str().to_owned()),
        "basis" => base.terms.basis.clone(),
        "keep-until" => base.terms.keep_until.map(|day| day.to_string()),
        "limitations" => base.limitations.clone(),
        "language" => base.language.clone(),
        _ => None,
    }
}

/// Says how a missing part is given.
pub(super) fn hint(name: &str) -> String {
    let part = PARTS.iter().find(|part| part.name == name);
    let words: Vec<&str> =
        part.map_or(&[][..], |p| p.words).iter().map(|w| w.0).collect();
    match words.is_empty() {
        true => format!("say it with --{name} \"…\""),
        false => format!("say it with --{name} {}", words.join("|")),
    }
}

/// Asks for every part that is not known yet.
pub(super) fn ask(
    answers: &mut Answers,
    output: &mut Output,
) -> Result<(), CommandError> {
    let open: Vec<&Part> =
        PARTS.iter().filter(|part| !answers.0.contains_key(part.name)).collect();
    if open.is_empty() {
        return Ok(());
    }
    output
        .line("A few questions about the data. Enter alone skips what is not needed.")?;
    let mut asker = Asker::new()?;
    for part in open {
        if let Some(answer) = ask_one(part, &mut asker, output)? {
            answers.0.insert(part.name, answer);
        }
    }
    Ok(())
}

fn ask_one(
    part: &Part,
    asker: &mut Asker,
    output: &mut Output,
) -> Result<Option<String>, CommandError> {
    output.line("")?;
    output.line(part.question)?;
    for (at, (word, meaning)) in part.words.iter().enumerate() {
        output.line(&format!("  {}  {word}: {meaning}", at + 1))?;
    }
    loop {
        output.flush()?;
        let prompt = if part.needed { "  > " } else { "  (optional) > " };
        match asker.ask(prompt, "")? {
            Typed::Line(line) => match choose(part, &line) {
                Some(answer) => return Ok(Some(answer)),
                None => {
                    output.line("  choose one of these, by its number or its word")?
                }
            },
            Typed::Nothing if part.name == "naming" => {
                return Ok(Some(Naming::Named.as_str().to_owned()));
            }
            Typed::Nothing if part.needed => output.line("  this is needed")?,
            Typed::Nothing | Typed::Word(..) | Typed::End => return Ok(None),
        }
    }
}

fn choose(part: &Part, line: &str) -> Option<String> {
    if part.words.is_empty() {
        return Some(line.trim().to_owned());
    }
    let number = line.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    if let Some((word, _)) = number.and_then(|at| part.words.get(at)) {
        return Some((*word).to_owned());
    }
    let folded = line.trim().to_lowercase().replace(['-', ' '], "_");
    let found = part.words.iter().find(|(word, _)| *word == folded);
    found.map(|(word, _)| (*word).to_owned())
}
