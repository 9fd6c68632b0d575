//! Builds a letter from the findings about a dossier.

use std::collections::BTreeMap;

use untoc_core::{CountryCode, Level, Library, Place, Severity};

use super::{Letter, Part, Point};
use crate::human::gathered_key;
use crate::place::questionnaire_in_words;
use crate::report::{DossierRecord, Reported};
use crate::words::{Words, clean};

/// What a letter is about.
#[derive(Debug, Clone, Copy)]
pub struct LetterAbout<'a> {
    /// The dossier.
    pub dossier: &'a DossierRecord,
    /// Everything that was found in it.
    pub findings: &'a [Reported],
    /// How much had to hold.
    pub level: Level,
    /// The questionnaires, for the words of questions and articles.
    pub library: &'a Library,
}

/// Builds a letter.
pub fn letter(about: LetterAbout<'_>, words: &Words) -> Letter {
    let say = |key: &str| words.say(key, &[]);
    let dossier = about.dossier;
    let name = dossier.state.as_deref().map(|state| {
        let known = CountryCode::find(state).ok();
        known.and_then(|code| code.name()).unwrap_or(state).to_owned()
    });
    let name = name.unwrap_or_else(|| own_name(dossier));
    Letter {
        language: words.language(),
        title: words.say("letter-title", &[("state", name.into())]),
        opening: opening(about, words),
        parts: parts(about, words),
        steps: (say("letter-steps"), steps(about, words)),
        closing: say("letter-closing"),
    }
}

/// The name that the sender gave the dossier: the last part of its path here.
fn own_name(dossier: &DossierRecord) -> String {
    let name = dossier.name.trim_end_matches('/');
    match name.rsplit('/').next().unwrap_or(name) {
        // It was checked from inside.
        "" | "." => clean(dossier.state.as_deref().unwrap_or(name)),
        last => clean(last),
    }
}

fn count(about: LetterAbout<'_>, severity: Severity) -> usize {
    about.findings.iter().filter(|finding| finding.severity == severity).count()
}

fn opening(about: LetterAbout<'_>, words: &Words) -> Vec<String> {
    let dossier = about.dossier;
    let looked = words.say(
        "letter-opening",
        &[
            ("name", own_name(dossier).into()),
            ("responses", dossier.responses.into()),
            ("level", about.level.as_str().into()),
        ],
    );
    let found = words.say(
        "letter-found",
        &[
            ("errors", count(about, Severity::Error).into()),
            ("warnings", count(about, Severity::Warning).into()),
            ("notes", count(about, Severity::Note).into()),
        ],
    );
    let due = dossier.due.as_ref();
    let due = due.map(|due| words.say("letter-due", &[("date", clean(due).into())]));
    [Some(looked), Some(found), due].into_iter().flatten().collect()
}

fn steps(about: LetterAbout<'_>, words: &Words) -> Vec<String> {
    let mut keys = Vec::new();
    if count(about, Severity::Error) > 0 {
        keys.push("letter-step-mend");
    }
    if count(about, Severity::Warning) > 0 {
        keys.push("letter-step-look");
    }
    if keys.is_empty() {
        return vec![words.say("letter-step-nothing", &[])];
    }
    keys.extend(["letter-step-check", "letter-step-send", "letter-step-ask"]);
    let level = about.level.as_str();
    keys.into_iter().map(|key| words.say(key, &[("level", level.into())])).collect()
}

/// Where a part stands in the letter: the dossier first, then by questionnaire and section.
type Order = (usize, usize, String);

fn parts(about: LetterAbout<'_>, words: &Words) -> Vec<Part> {
    let mut sections: BTreeMap<Order, (String, Vec<&Reported>)> = BTreeMap::new();
    for finding in about.findings {
        let (order, heading) = section(finding.place(), about.library, words);
        let part = sections.entry(order).or_insert_with(|| (heading, Vec::new()));
        part.1.push(finding);
    }
    let parts = sections.into_values();
    parts
        .map(|(heading, findings)| Part {
            heading,
            points: points(&findings, about, words),
        })
        .collect()
}

/// Returns the part that a finding belongs to, with its heading.
fn section(place: Option<&Place>, library: &Library, words: &Words) -> (Order, String) {
    let whole = || ((0, 0, String::new()), words.say("letter-whole", &[]));
    let Some(place) = place else { return whole() };
    let Some(questionnaire) = &place.questionnaire else { return whole() };
    let ids = library.ids();
    let at = ids.iter().position(|id| id.as_str() == questionnaire);
    let at = at.map_or(ids.len() + 1, |at| at + 1);
    let Some(section) = &place.section else {
        let heading = questionnaire_in_words(words, questionnaire);
        return ((at, 0, questionnaire.clone()), heading);
    };
    let name = questionnaire_in_words(words, section);
    let plan = library.get(questionnaire);
    let known = plan.as_ref().and_then(|plan| {
        let mut sections = plan.questionnaire().sections.iter().enumerate();
        sections.find(|(_, known)| known.id.as_str() == section)
    });
    match known {
        None => ((at, usize::MAX, section.clone()), name),
        Some((within, known)) => {
            let title = clean(&known.title);
            let arguments = [("section", name.into()), ("title", title.into())];
            let heading = words.say("letter-section", &arguments);
            ((at, within + 1, section.clone()), heading)
        }
    }
}

/// Puts findings that come by the dozen together; what weighs most comes first.
fn points(findings: &[&Reported], about: LetterAbout<'_>, words: &Words) -> Vec<Point> {
    let mut points = Vec::new();
    let mut gathered: Vec<&str> = Vec::new();
    for finding in findings {
        let alike: Vec<&Reported> =
            findings.iter().copied().filter(|other| other.code == finding.code).collect();
        match gathered_key(&finding.code).filter(|_| alike.len() > 1) {
            None => points.push(single(finding, about, words)),
            Some(_) if gathered.contains(&finding.code.as_str()) => {}
            Some(key) => {
                gathered.push(&finding.code);
                points.push(several(&alike, key, about, words));
            }
        }
    }
    points.sort_by_key(|point| std::cmp::Reverse(point.severity));
    points
}

fn single(finding: &Reported, about: LetterAbout<'_>, words: &Words) -> Point {
    let place = finding.place();
    let mut message = without_prefix(&finding.message, about);
    if finding.count > 1 {
        let times = words.say("report-times", &[("count", finding.count.into())]);
        message = format!("{message} ({times})");
    }
    Point {
        severity: finding.severity,
        label: label(finding.severity, words),
        question: place.and_then(|place| question(place, about.library, words)),
        message,
        list: Vec::new(),
        help: finding.help.as_ref().map(|help| without_prefix(help, about)),
        place: where_it_is(finding, about, words),
    }
}

fn several(
    findings: &[&Reported],
    key: &str,
    about: LetterAbout<'_>,
    words: &Words,
) -> Point {
    let severity = findings.iter().map(|f| f.severity).max().unwrap_or(Severity::Note);
    let places = findings.iter().filter_map(|finding| finding.place());
    let list = places.filter_map(|place| question(place, about.library, words));
    let first = findings.first();
    let file = first.map(|finding| {
        let file = own_file(finding.file(), about).to_owned();
        let arguments = [("file", file.into()), ("code", finding.code.as_str().into())];
        words.say("letter-place", &arguments)
    });
    Point {
        severity,
        label: label(severity, words),
        question: None,
        message: words.say(key, &[("count", findings.len().into())]),
        list: list.collect(),
        help: Some(words.say(&format!("letter-help-{key}"), &[])),
        place: file.unwrap_or_default(),
    }
}

fn label(severity: Severity, words: &Words) -> String {
    words.say("letter-label", &[("severity", severity.as_str().into())])
}

/// Returns the question with its number and its words.
fn question(place: &Place, library: &Library, words: &Words) -> Option<String> {
    let id = place.question.as_deref()?;
    let number = id.rsplit_once("-q").map_or(id, |(_, number)| number);
    let found = library.find_question(id);
    let text = found.map(|(plan, slot)| plan.question(slot).text.clone());
    let known = usize::from(text.is_some());
    let arguments = [
        ("number", clean(number).into()),
        ("id", clean(id).into()),
        ("text", text.unwrap_or_default().into()),
        ("known", known.into()),
    ];
    Some(words.say("letter-question", &arguments))
}

/// Leaves out where the dossier lies on the machine that checked it.
fn without_prefix(text: &str, about: LetterAbout<'_>) -> String {
    match clean(&about.dossier.prefix).as_str() {
        "" => text.to_owned(),
        prefix => text.replace(prefix, ""),
    }
}

fn own_file<'f>(file: &'f str, about: LetterAbout<'_>) -> &'f str {
    file.strip_prefix(&about.dossier.prefix).unwrap_or(file)
}

fn where_it_is(finding: &Reported, about: LetterAbout<'_>, words: &Words) -> String {
    let place = finding.place().cloned().unwrap_or_default();
    let mut parts = vec![clean(own_file(finding.file(), about))];
    if let Some(line) = place.line {
        parts.push(words.say("letter-line", &[("line", line.into())]));
    }
    let table = place.table.unwrap_or_default();
    if let Some(row) = table.row {
        parts.push(words.say("place-row", &[("row", row.into())]));
    }
    if let Some(field) = table.field {
        parts.push(words.say("place-column", &[("column", clean(&field).into())]));
    }
    parts.retain(|part| !part.is_empty());
    let arguments =
        [("file", parts.join(", ").into()), ("code", finding.code.as_str().into())];
    words.say("letter-place", &arguments)
}
