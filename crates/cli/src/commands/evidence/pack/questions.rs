//! Asks in plain words for what a description lacks.

use std::collections::BTreeMap;

use untoc_core::Evidence;

use super::description::{self, DescriptionArguments};
use crate::commands::evidence::interview::{self, End, Questions};
use crate::commands::fill::Asker;
use crate::error::CommandError;

/// A part of a description.
struct Part {
    name: &'static str,
    question: &'static str,
    needed: bool,
    /// The words that can be chosen, each with what it means.
    words: &'static [(&'static str, &'static str)],
    /// The word that the Enter key alone chooses.
    usual: Option<&'static str>,
}

const fn text(name: &'static str, question: &'static str, needed: bool) -> Part {
    Part { name, question, needed, words: &[], usual: None }
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
        usual: None,
    },
    text("contact", "How can it be reached? (an office, not a person)", false),
    text("period", "Which time is it about? (2025, or 2020..2025)", false),
    text("place", "Which country or region is it about? (several: a; b)", false),
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
        usual: Some("restricted"),
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
        usual: None,
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
        usual: Some("named"),
    },
    text("basis", "On what legal basis, or with whose consent, is it given?", false),
    text("keep-until", "Until which day may it be kept? (2027-12-31)", false),
    text("licence", "Under which licence? (CC-BY-4.0, or none)", false),
    text("language", "In which language is it? (en)", false),
];

/// Parts that have a flag and are not asked for.
const NOT_ASKED: &[&str] = &["id"];

/// What is known of a description, by part.
pub(super) struct Answers(BTreeMap<&'static str, String>);

impl Answers {
    /// Takes what flags say, and for the rest what a description says; it does not say what
    /// it `lacks`.
    pub(super) fn of(
        flags: &DescriptionArguments,
        base: Option<&Evidence>,
        lacks: &[&str],
    ) -> Self {
        let mut answers = BTreeMap::new();
        let all = PARTS.iter().map(|part| part.name).chain(NOT_ASKED.iter().copied());
        for name in all {
            let flag = of_flags(flags, name).filter(|text| !text.trim().is_empty());
            let said = flag.or_else(|| {
                let base = base.filter(|_| !lacks.contains(&name));
                base.and_then(|base| of_base(base, name))
            });
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
        "place" => Some(flags.place.join("; ")),
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
        "place" => Some(base.places.join("; ")),
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
pub(super) fn ask(answers: &mut Answers) -> Result<End, CommandError> {
    let open: Vec<&Part> =
        PARTS.iter().filter(|part| !answers.0.contains_key(part.name)).collect();
    if open.is_empty() {
        return Ok(End::Done);
    }
    interview::begin(open.len(), "about the data")?;
    interview::hold_all(&mut Missing { answers, open: &open }, 0, &mut Asker::new()?)
}

/// The parts that are not known yet.
struct Missing<'a> {
    answers: &'a mut Answers,
    open: &'a [&'static Part],
}

impl Questions for Missing<'_> {
    fn count(&self) -> usize {
        self.open.len()
    }

    fn lines(&self, at: usize) -> Vec<String> {
        let Some(part) = self.open.get(at) else { return Vec::new() };
        let words = (1..).zip(part.words).map(|(number, (word, meaning)): (usize, _)| {
            format!("  {number}  {word}: {meaning}")
        });
        let asked = format!("{} of {}  {}", at + 1, self.open.len(), part.question);
        std::iter::once(asked).chain(words).collect()
    }

    fn enter(&self, at: usize) -> String {
        let Some(part) = self.open.get(at) else { return String::new() };
        match (self.answers.get(part.name).or(part.usual), part.needed) {
            (Some(word), _) => format!("Enter: {word}"),
            (None, true) => "needed".to_owned(),
            (None, false) => "Enter: leave it open".to_owned(),
        }
    }

    fn help(&self, at: usize) -> Vec<String> {
        let Some(part) = self.open.get(at) else { return Vec::new() };
        let flag = format!("  next time you can {}", hint(part.name));
        match part.words.is_empty() {
            true => vec![flag],
            false => vec!["  choose one by its number or its word".to_owned(), flag],
        }
    }

    fn take(&mut self, at: usize, answer: Option<&str>) -> Result<(), String> {
        let Some(part) = self.open.get(at) else { return Ok(()) };
        let known = self.answers.get(part.name);
        let answer = match (answer, known, part.usual) {
            (Some("-"), ..) if !part.needed => {
                self.answers.0.remove(part.name);
                return Ok(());
            }
            (Some(typed), ..) => choose(part, typed)?,
            (None, Some(_), _) => return Ok(()),
            (None, None, Some(usual)) => usual.to_owned(),
            (None, None, None) if part.needed => return Err("this is needed".to_owned()),
            (None, None, None) => return Ok(()),
        };
        description::judge(part.name, &answer, self.answers.get("id").is_some())
            .map_err(|error| error.message)?;
        self.answers.0.insert(part.name, answer);
        Ok(())
    }
}

fn choose(part: &Part, line: &str) -> Result<String, String> {
    if part.words.is_empty() {
        return Ok(line.trim().to_owned());
    }
    let number = line.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    if let Some((word, _)) = number.and_then(|at| part.words.get(at)) {
        return Ok((*word).to_owned());
    }
    let folded = line.trim().to_lowercase().replace(['-', ' '], "_");
    let found = part.words.iter().find(|(word, _)| *word == folded);
    let found = found.map(|(word, _)| (*word).to_owned());
    found.ok_or_else(|| "choose one of these, by its number or its word".to_owned())
}
