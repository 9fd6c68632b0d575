//! What people and programs see of the progress on a dossier.

use std::sync::Arc;

use untoc_core::sample::{Shape, partial};
use untoc_core::{
    Assignment, Cluster, Contributor, ContributorId, CountryCode, Day, Instrument,
    Library, Plan, QuestionId, Response, SectionId, Settings,
};

use super::*;
use crate::human::Detail;
use crate::screen::{Screen, Signs};
use crate::style::Style;
use crate::words::Words;

const TODAY: Date = Date::constant(2026, 11, 24);

fn day(text: &str) -> Option<Day> {
    Day::parse(text).ok()
}

fn contributor(id: &str, name: &str, contact: Option<&str>) -> Contributor {
    Contributor {
        id: ContributorId::unchecked(id),
        name: name.to_owned(),
        contact: contact.map(str::to_owned),
        holds: Vec::new(),
    }
}

fn section(to: &str, section: &str) -> Assignment {
    Assignment {
        to: ContributorId::unchecked(to),
        section: Some(SectionId::unchecked(section)),
        question: None,
        due: None,
        sent: None,
        received: None,
    }
}

fn settings() -> Settings {
    let clusters = Cluster::new(1).into_iter().collect();
    let instruments = vec![Instrument::Untoc, Instrument::Tip];
    let mut settings = Settings::new(CountryCode::EXAMPLELAND, instruments, clusters);
    settings.due = day("2027-03-31");
    settings.contributors = vec![
        contributor(
            "ministry-of-justice",
            "Ministry of Justice",
            Some("justice@example.org"),
        ),
        contributor("police", "=National Police, Organized Crime Unit", None),
        contributor("customs", "Customs", None),
    ];
    settings.assignments = vec![
        Assignment {
            sent: day("2026-10-01"),
            due: day("2026-11-20"),
            ..section("ministry-of-justice", "untoc-5")
        },
        Assignment {
            sent: day("2026-10-01"),
            received: day("2026-11-02"),
            ..section("ministry-of-justice", "untoc-6")
        },
        section("police", "tip-5"),
        Assignment {
            section: None,
            question: Some(QuestionId::unchecked("untoc-5-q6")),
            due: day("2026-11-24"),
            ..section("police", "")
        },
    ];
    settings
}

fn work() -> Vec<(Arc<Plan>, Response)> {
    let library = Library::embedded();
    settings()
        .questionnaires()
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let plan = library.get(id.as_str()).unwrap();
            let response = partial(&plan, at as u64 + 7, Shape::default());
            (plan, response)
        })
        .collect()
}

fn status() -> DossierStatus {
    let work = work();
    let responses: Vec<_> = work.iter().map(|(plan, r)| (Arc::clone(plan), r)).collect();
    dossier_status(&settings(), &responses, TODAY)
}

/// The page shows what is done, who is late and what comes next.
#[test]
fn shows_progress() {
    let words = Words::load("en");
    insta::assert_snapshot!(status_text(
        &status(),
        &words,
        Screen::default(),
        Detail::Gathered
    ));
}

/// A new dossier on a plain, narrow terminal, with all sections of all questionnaires.
#[test]
fn shows_a_new_dossier() {
    let library = Library::embedded();
    let instruments = Instrument::ALL.to_vec();
    let settings =
        Settings::new(CountryCode::EXAMPLELAND, instruments, Cluster::ALL.to_vec());
    let work: Vec<_> = library
        .plans()
        .map(|plan| {
            let response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
            (plan, response)
        })
        .collect();
    let responses: Vec<_> = work.iter().map(|(plan, r)| (Arc::clone(plan), r)).collect();
    let status = dossier_status(&settings, &responses, TODAY);
    let words = Words::load("en");
    let screen = Screen { width: 60, signs: Signs::Ascii, ..Screen::default() };
    insta::assert_snapshot!(status_text(&status, &words, screen, Detail::Gathered));
    let all = status_text(&status, &words, screen, Detail::Each);
    assert!(all.lines().count() > 100);
    assert!(all.lines().all(|line| crate::wrap::width(line) <= 60), "{all}");
}

/// Nothing is lost in counting: sections add up to questionnaires, and contributors with
/// what is unassigned to the whole.
#[test]
fn counts_add_up() {
    let status = status();
    let mut sections = Tally::default();
    for of in status.questionnaires.iter().flat_map(|q| &q.sections) {
        sections.absorb(of.tally);
    }
    assert_eq!(sections, status.total);
    let mut people = status.unassigned;
    for of in &status.contributors {
        people.absorb(of.tally);
    }
    assert_eq!(people, status.total);
}

/// Programs get the same as JSON.
#[test]
fn writes_json() {
    let mut status = status();
    for of in &mut status.questionnaires {
        of.sections.truncate(1);
    }
    insta::assert_snapshot!(status_json(&status));
}

/// The chasing list has a row for each assignment, and no cell that runs as a formula.
#[test]
fn writes_the_chasing_list() {
    let csv = status_csv(&status());
    assert!(csv.ends_with("\r\n") && csv.contains("\"'=National Police"));
    insta::assert_snapshot!(csv.replace("\r\n", "\n"));
}

/// Colours change no letter.
#[test]
fn colours_change_no_letter() {
    let words = Words::load("en");
    let screen = Screen { style: Style::Coloured, ..Screen::default() };
    let coloured = status_text(&status(), &words, screen, Detail::Each);
    let plain = status_text(&status(), &words, Screen::default(), Detail::Each);
    let stripped: String = coloured
        .split('\u{1b}')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('m').unwrap().1 })
        .collect();
    assert_eq!(stripped, plain);
}
