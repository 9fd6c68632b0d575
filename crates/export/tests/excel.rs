//! Forms in Excel: out, filled in by a program that knows nothing of them, and back.

#[path = "spreadsheet/fill.rs"]
mod fill;
mod spreadsheet;

use std::collections::BTreeSet;

use proptest::prelude::*;
use untoc_core::sample::{self, Shape};
use untoc_core::{Answers, CountryCode, Entry, Finding, Library, Plan, Response};
use untoc_export::{
    FormFormat, FormOptions, Imported, ReadOptions, Scope, Subject, form, read_returned,
};
use untoc_report::Words;

fn write(plan: &Plan, response: &Response, scope: Scope) -> Vec<u8> {
    let words = Words::load("en");
    let laws = sample::laws();
    let subject =
        Subject { plan, response, settings: None, laws: Some(&laws), evidence: None };
    let mut options = FormOptions { spare_rows: 24, ..FormOptions::default() };
    options.export.scope = scope;
    let form = form(&[subject], &options, &words);
    let bytes = FormFormat::Excel.write(&form, &words).expect("it fits");
    assert_eq!(bytes, FormFormat::Excel.write(&form, &words).expect("it fits"));
    bytes
}

fn read(bytes: &[u8], library: &Library) -> Imported {
    let laws = sample::laws();
    let options = ReadOptions { laws: Some(&laws), ..ReadOptions::default() };
    read_returned(bytes, library, &options)
}

/// What a form has cells for.
fn in_form(response: &Response) -> Answers {
    let mut answers = response.answers.clone();
    for (_, entry) in answers.iter_mut() {
        *entry = Entry {
            value: entry.value.clone(),
            no_answer: entry.no_answer,
            reason: entry.reason.clone(),
            elsewhere: entry.elsewhere.clone(),
            note: entry.note.clone(),
            ..Entry::default()
        };
    }
    answers.retain(|_, entry| *entry != Entry::default());
    answers
}

fn answers(imported: Imported) -> Answers {
    assert_eq!(imported.findings, Vec::<Finding>::new());
    assert!(imported.form.is_some());
    imported.incoming.into_iter().next().map(|file| file.answers).unwrap_or_default()
}

/// Answers that went out come back entry for entry, without a word.
#[test]
fn answers_come_back() {
    let library = Library::embedded();
    for plan in library.plans() {
        let response =
            sample::complete(&plan, 5, Shape { no_answer: 15, ..Shape::default() });
        let bytes = write(&plan, &response, Scope::Form);
        assert_eq!(answers(read(&bytes, &library)), in_form(&response), "{}", plan.id());
    }
}

/// A blank form says nothing and changes nothing.
#[test]
fn a_blank_form_says_nothing() {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    let imported = read(&write(&plan, &response, Scope::Blank), &library);
    assert_eq!(imported.incoming.first().unwrap().left_empty.len(), plan.len());
    assert_eq!(answers(imported), Answers::default());
}

/// What is filled into a blank form comes home, for all questionnaires, from Excel and
/// from OpenDocument.
#[test]
fn what_is_filled_in_comes_home() {
    let library = Library::embedded();
    let mut kinds = BTreeSet::new();
    for (seed, plan) in (0..).zip(library.plans()) {
        kinds.extend(check_filled(&library, &plan, seed));
    }
    assert_eq!(kinds.len(), 11, "{kinds:?}");
}

/// Checks one form; returns the kinds of questions whose values came home.
fn check_filled(library: &Library, plan: &Plan, seed: u64) -> BTreeSet<&'static str> {
    let shape = Shape { no_answer: 20, ..Shape::default() };
    let response = sample::complete(plan, seed, shape);
    let empty = Response::new(plan, CountryCode::EXAMPLELAND, "en");
    let mut pages = spreadsheet::open(&write(plan, &empty, Scope::Blank));
    fill::fill(&mut pages, plan, &response);
    for bytes in [spreadsheet::save_xlsx(&pages), spreadsheet::save_ods(&pages)] {
        let back = answers(read(&bytes, library));
        assert_eq!(back, in_form(&response), "{} {seed}", plan.id());
    }
    let wanted = in_form(&response);
    let valued = wanted.iter().filter(|(_, entry)| entry.value.is_some());
    let slots = valued.filter_map(|(id, _)| plan.slot(id.as_str()));
    slots.map(|slot| plan.question(slot).kind.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    /// The same for random answers to any questionnaire.
    #[test]
    fn random_answers_come_home(seed in any::<u64>(), at in 0_usize..16) {
        let library = Library::embedded();
        let plan = library.plans().nth(at).unwrap();
        check_filled(&library, &plan, seed);
    }
}
