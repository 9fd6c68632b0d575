//! Builds a form.

use std::collections::BTreeSet;

use untoc_core::{Entry, Kind, Plan, State};
use untoc_report::{
    Naming, Words, condition_in_words, no_answer_in_words, obligation_in_words,
    required_in_words, value_in_words,
};

use crate::choose::{Chosen, LeftOut, Subject, choose};
use crate::fields::fields;
use crate::form::cover::cover;
use crate::form::held::{Held, digest, stored};
use crate::form::{Direction, Form, FormPart, FormQuestion, FormSection, GivenAnswer};
use crate::outline;
use crate::selection::{ExportOptions, Scope};
use crate::words;
use crate::words::capital;

/// How a form is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormOptions {
    /// Which questions and answers; `scope` says whether it goes out blank.
    pub export: ExportOptions,
    /// How many empty rows follow those that are filled in, at least: a long table has a
    /// third as many as are filled in.
    pub spare_rows: usize,
}

impl Default for FormOptions {
    fn default() -> Self {
        let export = ExportOptions { scope: Scope::Form, ..ExportOptions::default() };
        Self { export, spare_rows: 5 }
    }
}

/// Builds a form on these responses.
///
/// It has every chosen question, so that a follow-up is there when its condition comes
/// true; answers that are set aside are not in it. With [`Scope::Blank`] no answer is,
/// not even to read only.
pub fn form<'a>(
    subjects: &[Subject<'a>],
    options: &FormOptions,
    words: &Words,
) -> Form<'a> {
    let taken: Vec<Subject<'a>> = subjects
        .iter()
        .filter(|subject| options.export.selection.takes(subject.plan.id()))
        .copied()
        .collect();
    let mut left_out = LeftOut::default();
    let mut parts = Vec::new();
    for subject in &taken {
        let mut chosen = choose(*subject, &options.export);
        if options.export.scope != Scope::Blank {
            set_aside(*subject, &mut chosen);
        }
        left_out.absorb(chosen.left_out);
        let part = Builder { subject: *subject, chosen: &chosen, options, words }.part();
        if !part.sections.is_empty() {
            parts.push(part);
        }
    }
    let stored = stored(parts.iter().map(held).collect(), &options.export, words);
    let id = stored.id.clone();
    Form {
        language: words.language().to_owned(),
        direction: Direction::of(words.language()),
        cover: cover(&taken, options, &parts, &id, words),
        laws: laws(&taken),
        left_out,
        stored,
        id,
        parts,
    }
}

/// Takes out answers whose questions are not asked: they stay at home.
fn set_aside(subject: Subject<'_>, chosen: &mut Chosen) {
    let before = chosen.response.answers.len();
    let states = &chosen.states;
    chosen.response.answers.retain(|id, _| {
        let state = subject.plan.slot(id.as_str()).and_then(|slot| states.get(slot));
        state.is_some_and(|state| *state != State::NotAsked)
    });
    chosen.left_out.set_aside += before - chosen.response.answers.len();
}

struct Builder<'a, 'b> {
    subject: Subject<'a>,
    chosen: &'b Chosen,
    options: &'b FormOptions,
    words: &'b Words,
}

impl<'a> Builder<'a, '_> {
    fn part(&self) -> FormPart<'a> {
        let plan = self.subject.plan;
        let spare = |filled: usize| self.options.spare_rows.max(filled.div_ceil(3));
        let export = &self.options.export;
        let fields = fields(self.subject, self.chosen, export, self.words, spare);
        let present: BTreeSet<usize> = fields.iter().map(|field| field.slot).collect();
        let mut sections: Vec<FormSection<'a>> = Vec::new();
        for fields in fields {
            let section = plan.section(fields.slot);
            let known =
                sections.last().is_some_and(|last| last.id == section.id.as_str());
            if !known {
                sections.push(FormSection {
                    id: section.id.to_string(),
                    title: words::section(self.words, section),
                    intro: section.intro.as_deref(),
                    given: Vec::new(),
                    questions: Vec::new(),
                });
            }
            let Some(section) = sections.last_mut() else { continue };
            for slot in self.named(fields.slot) {
                let listed = section.given.iter().any(|given| given.slot == slot);
                if !present.contains(&slot) && !listed {
                    section.given.push(self.given(slot));
                }
            }
            section.questions.push(self.question(fields));
        }
        let mut response = self.chosen.response.clone();
        response.normalise(plan);
        FormPart {
            plan,
            title: outline::title(plan, self.words),
            states: self.chosen.states.clone(),
            digest: digest(plan),
            wording_direction: Direction::of(&plan.questionnaire().language),
            answer_direction: Direction::of(&response.language),
            response,
            sections,
        }
    }

    /// Returns the questions that the condition of a question names.
    fn named(&self, slot: usize) -> Vec<usize> {
        let mut slots = Vec::new();
        if let Some(test) = self.subject.plan.test(slot) {
            test.visit_slots(&mut |named| slots.push(named));
        }
        slots
    }

    fn given(&self, slot: usize) -> GivenAnswer<'a> {
        let Subject { plan, response, .. } = self.subject;
        let question = plan.question(slot);
        let export = &self.options.export;
        let asked = self.chosen.state(slot) == State::Asked;
        let entry = response.answers.get(question.id.as_str()).filter(|entry| {
            asked && export.scope != Scope::Blank && entry.audience() >= export.audience
        });
        let shown = entry.cloned().unwrap_or_default();
        let answer = given_words(plan, slot, &shown, self.words);
        // The value is what conditions hang on; nothing else has to go out.
        let entry = entry.map(|entry| Entry {
            value: entry.value.clone(),
            no_answer: entry.no_answer,
            ..Entry::default()
        });
        GivenAnswer {
            slot,
            id: question.id.as_str(),
            text: &question.text,
            answer,
            entry,
        }
    }

    fn question(&self, fields: crate::fields::QuestionFields<'a>) -> FormQuestion<'a> {
        let plan = self.subject.plan;
        let slot = fields.slot;
        let question = plan.question(slot);
        let words = self.words;
        let provisions: Vec<String> =
            plan.provisions(slot).iter().map(ToString::to_string).collect();
        let provisions = (!provisions.is_empty()).then(|| {
            let list = words.all_of(&provisions);
            words.say("document-provision", &[("provisions", list.into())])
        });
        let entry = self.chosen.response.answers.get(question.id.as_str());
        let language = entry.and_then(|entry| entry.language.as_ref());
        FormQuestion {
            id: question.id.as_str(),
            text: &question.text,
            help: question.help.as_deref(),
            provisions,
            obligation: question.obligation.map(|o| obligation_in_words(words, o)),
            asked_if: condition_in_words(plan, slot, words, Naming::Labels),
            required: required_in_words(words, question.required),
            language: language.unwrap_or(&self.subject.response.language).clone(),
            fields,
        }
    }
}

/// Returns an answer in words, on one line for each tick or cell.
fn given_words(plan: &Plan, slot: usize, entry: &Entry, words: &Words) -> String {
    match (&entry.value, entry.no_answer) {
        (Some(value), _) => {
            let lines = value_in_words(plan, slot, value, words);
            let kind = plan.question(slot).kind;
            if kind.is_choice() || kind == Kind::Multiple {
                return lines.iter().map(|l| capital(l)).collect::<Vec<_>>().join("\n");
            }
            lines.join("\n")
        }
        (None, Some(kind)) => capital(&no_answer_in_words(words, kind)),
        (None, None) => capital(&words::document(words, "not-answered")),
    }
}

fn laws(subjects: &[Subject<'_>]) -> Vec<(String, String)> {
    let register = subjects.iter().find_map(|subject| subject.laws);
    let laws = register.into_iter().flat_map(|register| &register.laws);
    laws.map(|law| (law.id.to_string(), law.title.clone())).collect()
}

/// Returns what a part holds.
fn held(part: &FormPart<'_>) -> Held {
    let questions = part.sections.iter().flat_map(|section| &section.questions);
    let id = |q: &FormQuestion<'_>| part.plan.question(q.fields.slot).id.clone();
    Held {
        digest: part.digest.clone(),
        questions: questions.map(id).collect(),
        response: part.response.clone(),
    }
}
