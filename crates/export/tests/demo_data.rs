//! The answers of the invented State that the command shows: a good draft.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use untoc_core::{
    Code, Context, Day, Kind, Laws, Level, Library, NoAnswer, Response, Settings,
    Severity, State, Surroundings, check_response, settle,
};

struct Demo {
    library: Library,
    settings: Settings,
    laws: Laws,
    responses: Vec<Response>,
}

fn text(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../cli/src/demo_data");
    std::fs::read_to_string(PathBuf::from(folder).join(name)).unwrap()
}

impl Demo {
    fn open() -> Self {
        let library = Library::embedded();
        let settings = untoc_schema::read_settings(&text("dossier.json"));
        assert_eq!(settings.findings, []);
        let settings = settings.value.unwrap();
        let laws = untoc_schema::read_laws(&text("laws.json"));
        assert_eq!(laws.findings, []);
        let responses = settings.questionnaires().into_iter().map(|id| {
            let read = untoc_schema::read_response(
                &text(&format!("responses/{id}.json")),
                &library,
            );
            assert_eq!(read.findings, []);
            read.value.unwrap()
        });
        let responses = responses.collect();
        Self { laws: laws.value.unwrap(), responses, settings, library }
    }

    fn check(&self, level: Level) -> Vec<(Severity, Code, Option<String>)> {
        let evidence = BTreeSet::new();
        let around = Surroundings {
            settings: Some(&self.settings),
            laws: Some(&self.laws),
            evidence: Some(&evidence),
            ..Surroundings::default()
        };
        let today = Day::parse("2026-11-24").unwrap().0;
        let mut findings = Vec::new();
        for response in &self.responses {
            let plan = self.library.get(response.questionnaire.as_str()).unwrap();
            let context = Context::new(&plan, response, around, level, today);
            findings.extend(check_response(&context));
        }
        settle(findings)
            .into_iter()
            .map(|f| {
                (f.severity, f.code, f.places.first().and_then(|p| p.question.clone()))
            })
            .collect()
    }
}

/// The files stand as the tool writes them, so that the first change is a small one.
#[test]
fn files_are_written_as_stored() {
    let demo = Demo::open();
    assert_eq!(demo.settings.to_text(), text("dossier.json"));
    assert_eq!(demo.laws.to_text(), text("laws.json"));
    for response in &demo.responses {
        let mut response = response.clone();
        let id = response.questionnaire.clone();
        response.normalise(&demo.library.get(id.as_str()).unwrap());
        assert_eq!(response.to_text(), text(&format!("responses/{id}.json")));
    }
}

/// As a draft it has nothing wrong; as a submission answers are missing.
#[test]
fn it_is_a_good_draft() {
    let demo = Demo::open();
    let draft = demo.check(Level::Draft);
    let listed: Vec<String> = draft
        .iter()
        .filter(|(_, code, _)| *code != Code::AnswerAdvisedMissing)
        .map(|(severity, code, question)| {
            let question = question.as_deref().unwrap_or_default();
            format!("{} {code} {question}", severity.as_str())
        })
        .collect();
    insta::assert_json_snapshot!(listed);
    let missing = demo.check(Level::Submission);
    let missing = missing.iter().filter(|(_, code, _)| *code == Code::AnswerMissing);
    assert!((8..40).contains(&missing.count()));
}

/// It shows what a dossier can hold: kinds of answers, reasons for having none, private
/// answers, one that is set aside and one that waits.
#[test]
fn it_shows_what_a_dossier_can_hold() {
    let demo = Demo::open();
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut reasons: Vec<NoAnswer> = Vec::new();
    let (mut parked, mut waiting, mut national, mut remarks) = (0, 0, 0, 0);
    let mut contributors = BTreeSet::new();
    let mut cited = BTreeSet::new();
    for response in &demo.responses {
        let plan = demo.library.get(response.questionnaire.as_str()).unwrap();
        let entries = plan.align(response);
        let states = plan.states(&entries);
        for slot in plan.slots() {
            let Some(entry) = entries[slot] else { continue };
            if entry.value.is_some() {
                *kinds.entry(plan.question(slot).kind).or_default() += 1;
            }
            match states[slot] {
                State::Asked => {}
                State::Waiting => waiting += 1,
                State::NotAsked => parked += 1,
            }
            if let Some(kind) = entry.no_answer
                && !reasons.contains(&kind)
            {
                reasons.push(kind);
            }
            national += usize::from(entry.audience() == untoc_core::Audience::National);
            remarks += usize::from(entry.remarks.is_some());
            contributors.extend(entry.by.as_ref().map(ToString::to_string));
            if plan.question(slot).kind == Kind::Laws {
                let rows = entry.value.as_ref().and_then(|value| value.as_rows());
                cited
                    .extend(rows.into_iter().flatten().filter_map(|row| row.text("law")));
            }
        }
    }
    assert_eq!((parked, waiting, national), (1, 1, 2));
    assert_eq!(reasons.len(), NoAnswer::ALL.len());
    assert!(remarks >= 3 && contributors.len() >= 5);
    let all =
        [Kind::Implementation, Kind::YesNo, Kind::Single, Kind::Multiple, Kind::Text];
    let rows = [Kind::Laws, Kind::Cases, Kind::Authorities, Kind::Table];
    for kind in all.into_iter().chain(rows) {
        assert!(kinds.contains_key(&kind), "{kind:?}");
    }
    assert_eq!(cited.len(), demo.laws.laws.len());
}
