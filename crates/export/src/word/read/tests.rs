//! Tests of the reader: what was written comes back, and what offices do to a form.

use untoc_core::sample::{self, Shape};
use untoc_core::{Entry, Library, Response};
use untoc_report::Words;

use super::*;
use crate::choose::Subject;
use crate::form::{FormFormat, FormOptions, form};

/// Returns only what a form has fields for.
fn carried(entry: &Entry) -> Entry {
    Entry {
        value: entry.value.clone(),
        no_answer: entry.no_answer,
        reason: entry.reason.clone(),
        elsewhere: entry.elsewhere.clone(),
        note: entry.note.clone(),
        ..Entry::default()
    }
}

/// A form with answers gives exactly these answers, of all kinds and in all scripts, for
/// every questionnaire; nothing in it is taken for something that was typed beside.
#[test]
fn what_is_written_comes_back() {
    let library = Library::embedded();
    let laws = sample::laws();
    for plan in library.plans() {
        for seed in 0..2 {
            let response = sample::complete(&plan, seed, Shape::default());
            let subject = Subject {
                plan: &plan,
                response: &response,
                settings: None,
                laws: Some(&laws),
                evidence: None,
            };
            let words = Words::load("en");
            let made = form(&[subject], &FormOptions::default(), &words);
            let bytes = FormFormat::Word.write(&made, &words).unwrap();
            assert_eq!(bytes, FormFormat::Word.write(&made, &words).unwrap());
            let options = ReadOptions { laws: Some(&laws), ..ReadOptions::default() };
            let imported = read_form(&bytes, &library, &options);
            assert_eq!(imported.findings, [], "{}", plan.id());
            assert_eq!(imported.form, Some(made.id.clone()));
            let back = imported.incoming.first().expect("the form has answers");
            assert_eq!(back.about.version.as_deref(), Some(plan.version()));
            compare(&response, &back.answers);
        }
    }
}

fn compare(response: &Response, back: &untoc_core::Answers) {
    for (id, entry) in response.answers.iter() {
        let wanted = carried(entry);
        let found = back.get(id.as_str()).cloned().unwrap_or_default();
        assert_eq!(found, wanted, "{id}");
    }
}
