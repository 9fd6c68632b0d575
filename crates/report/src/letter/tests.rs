//! Letters as people receive them.

use untoc_core::{Code, Finding, Level, Library, Place, TablePlace};

use super::*;
use crate::report::{DossierRecord, Reported};
use crate::words::{Privacy, Words};

fn dossier() -> DossierRecord {
    DossierRecord {
        subject: "in/exampleland".to_owned(),
        name: "in/exampleland".to_owned(),
        prefix: "in/exampleland/".to_owned(),
        state: Some("XXA".to_owned()),
        due: Some("2027-03-31".to_owned()),
        responses: 2,
        errors: 0,
        warnings: 0,
        notes: 0,
    }
}

fn place(questionnaire: &str, section: &str, question: &str) -> Place {
    Place {
        file: Some(format!("in/exampleland/responses/{questionnaire}.json")),
        line: Some(12),
        questionnaire: Some(questionnaire.to_owned()),
        section: Some(section.to_owned()),
        question: Some(question.to_owned()),
        ..Place::default()
    }
}

fn findings() -> Vec<Reported> {
    let missing = |question| {
        Finding::new(Code::AnswerMissing, place("untoc-cluster-1", "untoc-6", question))
    };
    let cell = TablePlace { row: Some(2), column: None, field: Some("law".to_owned()) };
    let law =
        Place { table: Some(cell), ..place("untoc-cluster-1", "untoc-5", "untoc-5-q1a") };
    let findings = vec![
        Finding::new(Code::EditedOutside, Place::file("in/exampleland/laws.json")),
        Finding::new(Code::LawUnknown, law)
            .typed("law", "criminal-cod")
            .plain("nearest", "criminal-code"),
        Finding::new(
            Code::AnswerNotAnOption,
            place("untoc-cluster-1", "untoc-5", "untoc-5-q1"),
        )
        .typed("value", "<b>*maybe*</b>")
        .one_of("expected", ["yes", "in_part", "no"]),
        missing("untoc-6-q1"),
        missing("untoc-6-q2"),
        Finding::new(Code::AnswerWaiting, place("tip-cluster-1", "tip-5", "tip-5-q1a"))
            .list("awaits", ["tip-5-q1"]),
        Finding::new(Code::LinkNotWeb, place("my-own", "my-own-1", "my-own-q<i>"))
            .private("value", "the name of a witness"),
    ];
    Reported::all(&findings, Some("in/exampleland"), &Words::load("en"), Privacy::Masked)
}

fn made(findings: &[Reported]) -> Letter {
    let library = Library::embedded();
    let dossier = dossier();
    let about = LetterAbout {
        dossier: &dossier,
        findings,
        level: Level::Submission,
        library: &library,
    };
    letter(about, &Words::load("en"))
}

/// Findings stand under their articles, in plain words, with what to do next.
#[test]
fn a_letter_says_what_to_do() {
    let letter = made(&findings());
    insta::assert_snapshot!("markdown", letter.to_text(LetterForm::Markdown));
    insta::assert_snapshot!("html", letter.to_text(LetterForm::Html));
}

/// A dossier without findings gets thanks.
#[test]
fn a_clean_dossier_gets_thanks() {
    insta::assert_snapshot!(made(&[]).to_text(LetterForm::Markdown));
}

/// Nothing from a report becomes a tag or a sign of Markdown, and no private text is told.
#[test]
fn nothing_in_a_letter_runs() {
    let letter = made(&findings());
    let html = letter.to_text(LetterForm::Html);
    for tag in ["<b>*", "<i>", "<script", "href", "url(", "@import", "src="] {
        assert!(!html.contains(tag), "{tag}");
    }
    let markdown = letter.to_text(LetterForm::Markdown);
    assert!(!markdown.contains("<b>") && !markdown.contains("<i>"));
    assert!(!html.contains("witness") && !markdown.contains("witness"));
}

proptest::proptest! {
    /// Whatever stands in a report, the page keeps its tags.
    #[test]
    fn tags_are_ours_only(message in "[ -~é<>&`\"'\u{202e}]{0,40}") {
        let count = |text: &str| text.matches('<').count();
        let mut findings = findings();
        let plain = made(&findings).to_text(LetterForm::Html);
        for finding in &mut findings {
            finding.message.push_str(&message.replace('`', ""));
        }
        let html = made(&findings).to_text(LetterForm::Html);
        proptest::prop_assert_eq!(count(&html), count(&plain));
    }
}
