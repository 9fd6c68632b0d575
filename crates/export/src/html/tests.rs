//! Tests over whole pages, and over what they save.

use std::collections::BTreeMap;

use proptest::prelude::*;
use untoc_core::sample::{self, Shape};
use untoc_core::{Answers, CountryCode, Entry, Finding, Library, Plan, Response};
use untoc_report::Words;

use super::saved::Saved;
use super::*;
use crate::address::Part;
use crate::choose::Subject;
use crate::form::{FORM_PARTS, Form, FormOptions, form};
use crate::import::Imported;
use crate::returned::ReadOptions;
use crate::selection::{ExportOptions, Scope};

fn subject<'a>(plan: &'a Plan, response: &'a Response) -> Subject<'a> {
    Subject { plan, response, settings: None, laws: None, evidence: None }
}

/// Returns what the script saves of a form that nobody has touched.
fn saved(form: &Form<'_>) -> String {
    let mut fields = BTreeMap::new();
    for question in form.parts.iter().flat_map(|p| &p.sections).flat_map(|s| &s.questions)
    {
        let parts = question.fields.parts.iter().filter(|field| {
            let part = field.address.part;
            part == Part::Value || FORM_PARTS.contains(&part)
        });
        for field in parts.chain(question.fields.rows.iter().flatten()) {
            if !field.content.is_empty() {
                fields.insert(field.address.to_string(), field.content.clone());
            }
        }
    }
    let part = &form.parts[0];
    let saved = Saved {
        schema: None,
        format: ANSWERS_FORMAT.to_owned(),
        form: form.id.to_string(),
        state: part.response.state.to_string(),
        language: part.response.language.clone(),
        questionnaires: BTreeMap::from([(
            part.plan.id().to_string(),
            part.plan.version().to_owned(),
        )]),
        saved: Some("2026-11-24T09:30:00Z".to_owned()),
        fields,
    };
    untoc_core::json(&saved)
}

/// Returns the answers with only what a form carries.
fn carried(answers: &Answers) -> Answers {
    let mut carried = Answers::default();
    for (question, entry) in answers.iter() {
        let entry = Entry {
            value: entry.value.clone(),
            no_answer: entry.no_answer,
            reason: entry.reason.clone(),
            elsewhere: entry.elsewhere.clone(),
            note: entry.note.clone(),
            ..Entry::default()
        };
        if entry != Entry::default() {
            carried.push(question.clone(), entry);
        }
    }
    carried
}

fn read(text: &str, library: &Library) -> Imported {
    read_saved(text.as_bytes(), library, &ReadOptions::default()).unwrap()
}

fn answers(imported: Imported) -> Answers {
    assert_eq!(imported.findings, Vec::<Finding>::new());
    imported.incoming.into_iter().next().map(|file| file.answers).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is filled in, in any questionnaire, comes home as it was.
    #[test]
    fn saved_answers_come_back(seed: u64, at in 0_usize..16, whole: bool) {
        let library = Library::embedded();
        let plan = library.plans().nth(at).unwrap();
        let shape = Shape { no_answer: 20, ..Shape::default() };
        let response = if whole {
            sample::complete(&plan, seed, shape)
        } else {
            sample::partial(&plan, seed, shape)
        };
        let words = Words::load("en");
        let form = form(&[subject(&plan, &response)], &FormOptions::default(), &words);
        let imported = read(&saved(&form), &library);
        prop_assert_eq!(imported.form.as_ref(), Some(&form.id));
        prop_assert_eq!(answers(imported), carried(&form.parts[0].response.answers));
    }
}

/// Every kind of answer in every questionnaire comes home, once for sure.
#[test]
fn every_questionnaire_comes_back() {
    let library = Library::embedded();
    let words = Words::load("en");
    let mut kinds = std::collections::BTreeSet::new();
    for plan in library.plans() {
        let response = sample::complete(&plan, 3, Shape::default());
        let form = form(&[subject(&plan, &response)], &FormOptions::default(), &words);
        let imported = read(&saved(&form), &library);
        let home = carried(&response.answers);
        let valued = home.iter().filter(|(_, entry)| entry.value.is_some());
        let slots = valued.filter_map(|(id, _)| plan.slot(id.as_str()));
        kinds.extend(slots.map(|slot| plan.question(slot).kind.as_str()));
        assert_eq!(answers(imported), home, "{}", plan.id());
    }
    assert_eq!(kinds.len(), 11, "{kinds:?}");
}

/// The same form gives the same bytes, and its policy names the script and style in it.
#[test]
fn pages_are_the_same_each_time() {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let empty = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    let words = Words::load("en");
    let export = ExportOptions { scope: Scope::Blank, ..ExportOptions::default() };
    let options = FormOptions { export, spare_rows: 1 };
    let form = form(&[subject(&plan, &empty)], &options, &words);
    let page = String::from_utf8(write_form(&form, &words)).unwrap();
    assert_eq!(page.as_bytes(), write_form(&form, &words));
    let script = Inline::of(&[FORM_SCRIPT]);
    assert!(page.contains(&format!("script-src '{}'", script.digest)));
    assert!(page.contains(&format!("<script>{}</script>", script.text)));
    for forbidden in [" style=\"", " onclick=", " onchange=", "src=", "http://"] {
        assert!(!page.contains(forbidden) || forbidden == "http://", "{forbidden}");
    }
}

/// What stands in an answer stays text, in the page and in its data.
#[test]
fn answers_cannot_break_out() {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let mut response = sample::complete(&plan, 1, Shape::default());
    let attack = "</textarea></script><script>alert(1)</script><!-- &amp; \u{2028}\"'";
    for (_, entry) in response.answers.iter_mut() {
        entry.note = Some(attack.to_owned());
    }
    let words = Words::load("en");
    let form = form(&[subject(&plan, &response)], &FormOptions::default(), &words);
    let page = String::from_utf8(write_form(&form, &words)).unwrap();
    assert!(!page.contains("<script>alert"));
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(answers(read(&saved(&form), &library)), carried(&response.answers));
}

/// What cannot be placed is said, with its line; the rest goes on.
#[test]
fn odd_files_are_told() {
    let library = Library::embedded();
    let text = r#"{
  "format": "untoc-form-answers/1", "form": "form-0000-0000-0000", "state": "XXA",
  "language": "en", "questionnaires": {"untoc-cluster-1": "1.0.0"},
  "fields": {
    "untoc-2-q1/value": "maybe",
    "untoc-2-q99/value": "yes",
    "nonsense": "x",
    "empty nonsense": " ",
    "untoc-2-q4/value": "yes"
  }
}"#;
    let imported = read(text, &library);
    let told: Vec<_> = imported
        .findings
        .iter()
        .map(|finding| (finding.code.as_str(), finding.places[0].line))
        .collect();
    assert_eq!(
        told,
        [
            ("import-unplaced", Some(5)),
            ("import-unplaced", Some(6)),
            ("import-unplaced", Some(7)),
        ]
    );
    assert_eq!(imported.incoming[0].answers.len(), 1);
}

/// A file of another format is left to other readers; one of ours that is broken is not.
#[test]
fn only_our_format_is_taken() {
    let library = Library::embedded();
    let read =
        |text: &str| read_saved(text.as_bytes(), &library, &ReadOptions::default());
    assert!(read("{\"format\": \"untoc-response/1\"}").is_none());
    assert!(
        read("[1]").is_none() && read("").is_none() && read("question,value").is_none()
    );
    for broken in [
        r#"{"format": "untoc-form-answers/2"}"#,
        r#"{"format": "untoc-form-answers/1"}"#,
        r#"{"format": "untoc-form-answers/1", "form": "x", "state": "XXA", "language": "en",
            "questionnaires": {}, "fields": {"untoc-2-q1/value": 1}}"#,
    ] {
        let imported = read(broken).unwrap();
        assert!(
            !imported.findings.is_empty() && imported.incoming.is_empty(),
            "{broken}"
        );
    }
}

/// Rows with a huge number, and many of them, take no more than they hold.
#[test]
fn far_rows_are_read() {
    let library = Library::embedded();
    let far: Vec<String> = (0..2_000)
        .map(|n| {
            format!("\"untoc-2-q1a/value/{}/provision\": \"{n}\"", n * 1_000_000 + 1)
        })
        .collect();
    let text = format!(
        r#"{{"format": "untoc-form-answers/1", "form": "x", "state": "XXA",
        "language": "en", "questionnaires": {{}}, "fields": {{{}}}}}"#,
        far.join(",")
    );
    let imported = read(&text, &library);
    let entry = imported.incoming[0].answers.get("untoc-2-q1a").unwrap();
    assert_eq!(entry.value.as_ref().unwrap().as_rows().unwrap().len(), 2_000);
}

/// In each of the six languages a form has words of that language only, its direction,
/// and the questions marked as what they are.
#[test]
fn pages_come_in_six_languages() {
    let library = Library::embedded();
    let plan = library.get("tip-cluster-1").unwrap();
    let response = sample::complete(&plan, 2, Shape::default());
    for language in Words::languages() {
        let words = Words::load(language);
        let form = form(&[subject(&plan, &response)], &FormOptions::default(), &words);
        let page = String::from_utf8(write_form(&form, &words)).unwrap();
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        let root = format!("<html lang=\"{language}\" dir=\"{direction}\">");
        assert!(page.contains(&root), "{language}");
        for raw in
            [">page-", "\"page-", ">form-how", ">document-", ">option-", ">column-"]
        {
            assert!(!page.contains(raw), "{language}: {raw}");
        }
        if language != "en" {
            assert!(!page.contains(">Save my answers<"), "{language}");
            let wording = if language == "ar" {
                " lang=\"en\" dir=\"ltr\""
            } else {
                " lang=\"en\""
            };
            assert!(page.contains(&format!("<h4{wording}>")), "{language}");
        }
        // The line about returning the file names a day and is said in another way here.
        assert!(!page.contains(&words.say("form-how-return", &[])), "{language}");
    }
}
