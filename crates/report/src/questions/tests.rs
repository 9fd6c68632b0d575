//! What people and programs see of questions.

use untoc_core::{
    Cell, ContributorId, CountryCode, Entry, Library, NoAnswer, QuestionId, Response,
    Row, Value,
};

use super::*;
use crate::screen::Screen;
use crate::search::{Query, search};
use crate::words::Words;

fn shown(id: &str, entry: Option<Entry>, screen: Screen) -> String {
    let library = Library::embedded();
    let (plan, slot) = library.find_question(id).unwrap();
    let words = Words::load("en");
    let Some(entry) = entry else {
        return question_text(Asked::alone(&plan, slot), &words, screen);
    };
    let mut response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    response.answers.push(QuestionId::unchecked(id), entry);
    let entries = plan.align(&response);
    let states = plan.states(&entries);
    question_text(Asked::in_response(&plan, slot, &entries, &states), &words, screen)
}

/// A question says what it asks, what a good answer contains, and how to answer.
#[test]
fn shows_a_question() {
    insta::assert_snapshot!(shown("untoc-5-q1", None, Screen::default()));
}

/// Options, condition and columns are told in words, at the width of the terminal.
#[test]
fn shows_options_and_columns() {
    let narrow = Screen { width: 60, ..Screen::default() };
    let page = ["untoc-2-q3", "untoc-2-q5", "untoc-2-q1a"]
        .map(|id| shown(id, None, narrow))
        .join("\n----\n\n");
    insta::assert_snapshot!(page);
}

/// The answer stands below, with everything that is said beside it.
#[test]
fn shows_the_answer() {
    let answered = Entry {
        note: Some("Covers agreements only.".to_owned()),
        remarks: Some("Check with the drafting unit.".to_owned()),
        by: Some(ContributorId::unchecked("ministry-of-justice")),
        at: Some("2026-11-24T09:30:00Z".to_owned()),
        ..Entry::with_value(Value::Text("in_part".to_owned()))
    };
    let postponed = Entry {
        no_answer: Some(NoAnswer::Postponed),
        reason: Some("Bill before parliament until March 2027.".to_owned()),
        ..Entry::default()
    };
    let mut row =
        Row::of([("law", "criminal-code"), ("provision", "section 12\u{1b}[2J")]);
    row.0.push(("questions".to_owned(), Cell::List(vec!["untoc-2-q1".to_owned()])));
    let parked = Entry::with_value(Value::Rows(vec![row]));
    let tail = |id: &str, entry| {
        let page = shown(id, Some(entry), Screen::default());
        page.rsplit("\n\n").next().unwrap_or_default().to_owned()
    };
    let page = [
        tail("untoc-5-q1", answered),
        tail("untoc-5-q1", postponed),
        tail("untoc-2-q1a", parked),
    ];
    insta::assert_snapshot!(page.join("----\n"));
}

/// A search shows what it found by section, and says how to go on.
#[test]
fn lists_what_was_found() {
    let library = Library::embedded();
    let words = Words::load("en");
    let query = Query {
        words: "organized group".to_owned(),
        questionnaire: Some("untoc-cluster-1".to_owned()),
        ..Query::default()
    };
    let hits = search(&library, &query);
    let asked: Vec<Asked<'_>> =
        hits.iter().take(3).map(|hit| Asked::alone(&hit.plan, hit.slot)).collect();
    let mut page = questions_text(&asked, &words, Screen::default());
    page.push_str("----\n");
    page.push_str(&questions_text(&[], &words, Screen::default()));
    page.push_str("----\n");
    page.push_str(&questionnaires_text(&library, &words, Screen::default()));
    insta::assert_snapshot!(page);
}

/// Programs get the same as JSON.
#[test]
fn writes_json() {
    let library = Library::embedded();
    let words = Words::load("en");
    let (plan, slot) = library.find_question("untoc-2-q1a").unwrap();
    let entry = Entry::with_value(Value::Rows(vec![Row::of([("law", "criminal-code")])]));
    let asked = Asked {
        entry: Some(&entry),
        state: Some(State::Asked),
        ..Asked::alone(&plan, slot)
    };
    insta::assert_snapshot!(question_json(asked, &words));
    let list: serde_json::Value =
        serde_json::from_str(&questions_json(&[asked, asked], &words)).unwrap();
    assert_eq!(list["questions"].as_array().unwrap().len(), 2);
}
