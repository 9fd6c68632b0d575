//! Tests of the form that writers and readers share.

use untoc_core::sample::{self, Shape};
use untoc_core::{
    Audience, Cluster, CountryCode, Entry, Instrument, Library, QuestionId, Response,
    SectionId, Settings, State,
};
use untoc_report::Words;

use super::*;
use crate::choose::Subject;
use crate::selection::Scope;

fn settings() -> Settings {
    let mut settings = Settings::new(
        CountryCode::EXAMPLELAND,
        vec![Instrument::ALL[0]],
        vec![Cluster::ALL[0]],
    );
    settings.focal_point = Some("Ministry of Justice of Exampleland".to_owned());
    settings
}

fn options(sections: &[&str], scope: Scope) -> FormOptions {
    let mut options = FormOptions::default();
    options.export.selection.sections =
        sections.iter().copied().map(SectionId::unchecked).collect();
    options.export.scope = scope;
    options
}

/// The first page tells who asks for what, and the same export has the same id.
#[test]
fn the_first_page_explains_itself() {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    let (words, settings) = (Words::load("en"), settings());
    let subject = Subject {
        plan: &plan,
        response: &response,
        settings: Some(&settings),
        laws: None,
        evidence: None,
    };
    let options = options(&["untoc-5"], Scope::Blank);
    let made = form(&[subject], &options, &words);
    insta::assert_debug_snapshot!(made.cover);
    assert_eq!(made.id, form(&[subject], &options, &words).id);
    let other = FormOptions { spare_rows: 9, ..options.clone() };
    assert_eq!(made.id, form(&[subject], &other, &words).id);
    let whole = FormOptions::default();
    assert_ne!(made.id, form(&[subject], &whole, &words).id);
}

/// Whatever is in a form reads back from its record, and nothing private is in either.
#[test]
fn what_went_out_is_kept() {
    let library = Library::embedded();
    let laws = sample::laws();
    for plan in library.plans() {
        let mut response = sample::partial(&plan, 7, Shape::default());
        for (at, (_, entry)) in response.answers.iter_mut().enumerate() {
            entry.remarks = Some("internal".to_owned());
            if at % 3 == 0 {
                entry.audience = Some(Audience::National);
            }
        }
        let subject = Subject {
            plan: &plan,
            response: &response,
            settings: None,
            laws: Some(&laws),
            evidence: None,
        };
        let made = form(&[subject], &FormOptions::default(), &Words::load("en"));
        let text = made.stored().to_text("2026-11-24T09:30:00Z");
        assert!(!text.contains("internal") && !text.contains("\"national\""));
        assert_eq!(StoredForm::read(&text, &library), Ok(made.stored().clone()));
        for part in &made.parts {
            let stays = |slot: &usize| part.states[*slot] == State::NotAsked;
            let kept = |slot: &usize| {
                part.response.answers.get(plan.question(*slot).id.as_str()).is_some()
            };
            assert!(!plan.slots().filter(stays).any(|slot| kept(&slot)));
        }
    }
}

/// A section whose conditions name another section carries those answers; a blank form
/// and a form for more readers than the answer is meant for do not.
#[test]
fn carries_what_conditions_hang_on() {
    let library = Library::embedded();
    let words = Words::load("en");
    let mut carried = 0;
    for plan in library.plans() {
        for section in &plan.questionnaire().sections {
            let mut response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
            let given = |response: &Response, scope| {
                let subject = Subject {
                    plan: &plan,
                    response,
                    settings: None,
                    laws: None,
                    evidence: None,
                };
                let options = options(&[section.id.as_str()], scope);
                let made = form(&[subject], &options, &words);
                let sections = made.parts.iter().flat_map(|part| &part.sections);
                let given = sections.flat_map(|section| &section.given);
                given
                    .map(|given| (given.id.to_owned(), given.entry.is_some()))
                    .collect::<Vec<_>>()
            };
            let Some((named, false)) = given(&response, Scope::Form).first().cloned()
            else {
                continue;
            };
            let slot = plan.slot(&named).unwrap();
            if plan.test(slot).is_some() {
                continue;
            }
            carried += 1;
            let mut random = sample::Random::new(1);
            let value = sample::value(&plan, slot, &[], &mut random, Shape::default());
            let entry = Entry { value: Some(value), ..Entry::default() };
            response.answers.push(QuestionId::unchecked(&named), entry.clone());
            assert!(given(&response, Scope::Form).contains(&(named.clone(), true)));
            assert!(given(&response, Scope::Blank).contains(&(named.clone(), false)));
            let private = Entry { audience: Some(Audience::National), ..entry };
            response.answers.set(&QuestionId::unchecked(&named), Some(private));
            assert!(given(&response, Scope::Form).contains(&(named, false)));
        }
    }
    assert!(carried > 0, "no section hangs on another one");
}
