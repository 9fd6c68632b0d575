//! Collects the fields that came back in a file and makes entries of them.
//!
//! Every reader of a form, whatever its format, puts the texts that it finds here, each
//! under its address and with its place in the file. What is said about them then has
//! that place.

use std::collections::BTreeMap;

use untoc_core::{
    Code, Finding, Laws, Library, Place, QuestionId, QuestionnaireId, is_blank, nearest,
};

use crate::address::{Address, Part};
use crate::decode::{Against, Expected, Remark, Trouble, decode};
use crate::filled::Filled;
use crate::import::{Imported, Incoming};

/// How fields are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions<'a> {
    /// The register of laws, so that a title may stand for an id.
    pub laws: Option<&'a Laws>,
    /// The limits of the reader.
    pub limits: untoc_intake::Limits,
}

/// The fields that came back, by question.
#[derive(Debug, Default)]
pub struct Returned {
    questions: BTreeMap<QuestionId, Question>,
    findings: Vec<Finding>,
    /// How many questions were not found.
    unknown: usize,
    /// How many findings, and texts of more questions, are not listed.
    unlisted: usize,
}

/// The most findings about one file; more are only counted.
const FINDINGS: usize = 1_000;

/// The most questions of one file, several times those of all questionnaires; what is said
/// of more is only counted.
const QUESTIONS: usize = 3_000;

/// The most unknown questions for which a near one is looked for.
const SUGGESTIONS: usize = 20;

#[derive(Debug, Default)]
struct Question {
    filled: Filled,
    places: BTreeMap<(Part, Option<(usize, String)>), Place>,
}

impl Returned {
    /// Puts the text of a field where it belongs.
    ///
    /// Where two fields have one address, as when a form came back twice, the first text
    /// stays and the other is reported, unless they say the same.
    pub fn put(&mut self, address: &Address, text: &str, place: Place) {
        if self.questions.len() >= QUESTIONS
            && !self.questions.contains_key(&address.question)
        {
            self.unlisted += usize::from(!is_blank(text));
            return;
        }
        let question = self.questions.entry(address.question.clone()).or_default();
        let slot = match &address.cell {
            None => question.filled.parts.entry(address.part).or_default(),
            Some((row, column)) => {
                let row = question.filled.rows.entry(*row).or_default();
                row.entry(column.clone()).or_default()
            }
        };
        let key = (address.part, address.cell.clone());
        if is_blank(text) {
            question.places.entry(key).or_insert(place);
        } else if is_blank(slot) {
            text.clone_into(slot);
            question.places.insert(key, place);
        } else if slot != text {
            let finding = unplaced("repeated", &address.question, place)
                .plain("field", address.field())
                .typed("value", text);
            self.say(finding);
        }
    }

    /// Adds a finding of the reader's own.
    pub fn say(&mut self, finding: Finding) {
        if self.findings.len() < FINDINGS {
            self.findings.push(finding);
        } else {
            self.unlisted += 1;
        }
    }

    /// Makes entries of the fields; `about` says what the file says about itself, for
    /// each questionnaire.
    pub fn finish(
        mut self,
        library: &Library,
        options: &ReadOptions<'_>,
        about: impl Fn(&QuestionnaireId) -> About,
    ) -> Imported {
        let mut files: BTreeMap<QuestionnaireId, Incoming> = BTreeMap::new();
        for (id, question) in std::mem::take(&mut self.questions) {
            let Some((plan, slot)) = library.find_question(id.as_str()) else {
                self.unknown(library, &id, &question);
                continue;
            };
            let incoming = files.entry(plan.id().clone()).or_insert_with(|| {
                let about = about(plan.id());
                Incoming::new(&plan, about)
            });
            let against = Against { plan: &plan, slot, laws: options.laws };
            let decoded = decode(against, &question.filled);
            for remark in decoded.remarks {
                self.say(finding(&id, &question, remark));
            }
            let place = question.places.values().min().cloned().unwrap_or_default();
            incoming.places.insert(id.clone(), place);
            if question.filled.is_empty() {
                incoming.left_empty.push(id);
            } else if decoded.entry != untoc_core::Entry::default() {
                incoming.answers.push(id, decoded.entry);
            }
        }
        let order =
            |id: &QuestionnaireId| library.ids().iter().position(|known| known == id);
        let mut incoming: Vec<Incoming> = files.into_values().collect();
        incoming.sort_by_key(|file| order(file.plan.id()));
        for file in &mut incoming {
            file.sort();
        }
        self.findings.sort_by_key(|finding| finding.place().and_then(|place| place.line));
        if self.unlisted > 0 {
            let finding = Finding::new(Code::ImportUnplaced, Place::default())
                .plain("kind", "unlisted")
                .number("value", self.unlisted);
            self.findings.push(finding);
        }
        Imported { incoming, findings: self.findings, form: None }
    }

    fn unknown(&mut self, library: &Library, id: &QuestionId, question: &Question) {
        if question.filled.is_empty() {
            return;
        }
        let place = question.places.values().min().cloned().unwrap_or_default();
        let mut finding = unplaced("question", id, place);
        self.unknown += 1;
        if self.unknown > SUGGESTIONS {
            self.say(finding);
            return;
        }
        let plans: Vec<_> = library.plans().collect();
        let ids = plans
            .iter()
            .flat_map(|plan| plan.slots().map(|slot| plan.question(slot).id.as_str()));
        if let Some(near) = nearest(id.as_str(), ids) {
            finding = finding.plain("nearest", near);
        }
        self.say(finding);
    }
}

/// What a file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The State, as written.
    pub state: Option<String>,
    /// The version of the questionnaire.
    pub version: Option<String>,
    /// The language of the answers.
    pub language: Option<String>,
}

/// Makes the finding that something in the file could not be placed.
pub(crate) fn unplaced(
    what: &'static str,
    question: &QuestionId,
    place: Place,
) -> Finding {
    let named = (!question.as_str().is_empty()).then(|| question.to_string());
    let place = Place { question: named.clone(), ..place };
    let finding = Finding::new(Code::ImportUnplaced, place).plain("kind", what);
    match named {
        Some(id) => finding.typed("question", &id),
        None => finding,
    }
}

fn finding(id: &QuestionId, question: &Question, remark: Remark) -> Finding {
    let key = (remark.part, remark.cell);
    let place = question.places.get(&key).cloned().unwrap_or_default();
    let field = key.1.map_or_else(|| key.0.as_str().to_owned(), |(_, column)| column);
    match remark.what {
        Trouble::Normalised { typed, taken } => {
            let place = Place { question: Some(id.to_string()), ..place };
            Finding::new(Code::ImportNormalised, place)
                .typed("question", id.as_str())
                .typed("field", &field)
                .typed("value", &typed)
                .typed("expected", &taken)
        }
        Trouble::Unplaced { typed, expected } => {
            let finding = unplaced("value", id, place)
                .typed("field", &field)
                .typed("value", &typed)
                .plain("fault", expected.name());
            match expected {
                Expected::Options(options) => finding.one_of("expected", options),
                Expected::Column(columns) => finding.one_of("expected", columns),
                Expected::Number
                | Expected::WholeNumber
                | Expected::Date
                | Expected::Rows
                | Expected::NoRows
                | Expected::Evidence
                | Expected::Json
                | Expected::Time
                | Expected::Language
                | Expected::Id => finding,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use untoc_core::Word;

    use super::*;

    /// A file that asks without end is cut short, and says by how much.
    #[test]
    fn counts_what_is_too_much() {
        let mut returned = Returned::default();
        for at in 0..QUESTIONS + 7 {
            let id = QuestionId::unchecked(format!("untoc-5-q{at}x"));
            returned.put(&Address::part(&id, Part::Value), "yes", Place::default());
        }
        assert_eq!(returned.questions.len(), QUESTIONS);
        let library = Library::embedded();
        let read =
            returned.finish(&library, &ReadOptions::default(), |_| About::default());
        let last = read.findings.last().unwrap();
        let unlisted = QUESTIONS + 7 - FINDINGS;
        assert_eq!(last.values.get("value"), Some(&Word::Number(unlisted as i64)));
    }
}
