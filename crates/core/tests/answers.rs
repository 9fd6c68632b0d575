//! Proves the rules on answers over all questionnaires: what is clean, what is missing,
//! what is asked.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use untoc_core::sample::{self, Random, Shape};
use untoc_core::{
    Change, Changes, Code, Condition, Context, Entry, Finding, Kind, Level, Library,
    Plan, Required, Response, Severity, State, Surroundings, Value, check_response,
};

fn check(plan: &Plan, response: &Response, level: Level) -> Vec<Finding> {
    let laws = sample::laws();
    let evidence = BTreeSet::new();
    let around = Surroundings {
        laws: Some(&laws),
        evidence: Some(&evidence),
        ..Surroundings::default()
    };
    check_response(&Context::new(plan, response, around, level, date(2026, 11, 24)))
}

fn serious(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .filter(|f| f.severity > Severity::Note)
        .map(|f| {
            format!(
                "{} at {:?} {:?}",
                f.code,
                f.place().map(|p| p.pointer.clone()),
                f.values
            )
        })
        .collect()
}

/// A response in which every asked question is answered is clean at level submission.
#[test]
fn a_complete_response_is_clean() {
    for plan in Library::embedded().plans() {
        for seed in 0..6 {
            let response = sample::complete(&plan, seed, Shape::default());
            let findings = check(&plan, &response, Level::Submission);
            assert!(
                findings.is_empty(),
                "{} seed {seed}: {:#?}",
                plan.id(),
                serious(&findings)
            );
        }
    }
}

/// Taking away any one required answer gives exactly one `answer-missing`, which names it.
#[test]
fn one_answer_taken_away_is_one_finding() {
    for plan in Library::embedded().plans() {
        let whole = sample::complete(&plan, 3, Shape::default());
        for slot in plan.slots() {
            let question = &plan.question(slot).id;
            if plan.question(slot).required != Required::Yes
                || whole.answers.get(question.as_str()).is_none()
            {
                continue;
            }
            let mut response = whole.clone();
            response.answers.set(question, None);
            let missing: Vec<_> = check(&plan, &response, Level::Submission)
                .into_iter()
                .filter(|f| f.code == Code::AnswerMissing)
                .map(|f| f.place().and_then(|p| p.question.clone()).unwrap())
                .collect();
            assert_eq!(missing, [question.as_str()], "{}", plan.id());
        }
    }
}

/// The same conditions worked out in another way: by looking each question up by name
/// and asking, from the end, whether it and all that it names are asked.
fn naive_asked(plan: &Plan, response: &Response, question: &str) -> bool {
    let found =
        plan.slots().map(|slot| plan.question(slot)).find(|q| q.id.as_str() == question);
    found.is_some_and(|q| q.when.as_ref().is_none_or(|when| naive(plan, response, when)))
}

fn naive(plan: &Plan, response: &Response, when: &Condition) -> bool {
    let value = |question: &str| -> Option<serde_json::Value> {
        if !naive_asked(plan, response, question) {
            return None;
        }
        let json = serde_json::to_value(response).unwrap();
        json["answers"].get(question)?.get("value").cloned()
    };
    match when {
        Condition::In(question, values) => match value(question.as_str()) {
            Some(serde_json::Value::Array(items)) => {
                items.iter().any(|item| values.iter().any(|v| item == v))
            }
            Some(other) => values.iter().any(|v| other == *v.as_str()),
            None => false,
        },
        Condition::Answered(question) => value(question.as_str()).is_some(),
        Condition::All(parts) => !parts.iter().any(|part| !naive(plan, response, part)),
        Condition::Any(parts) => !parts.iter().all(|part| !naive(plan, response, part)),
        Condition::Not(part) => !naive(plan, response, part),
    }
}

/// The compiled conditions agree with a naive reading of the questionnaire.
#[test]
fn conditions_agree_with_a_naive_reading() {
    for plan in Library::embedded().plans() {
        for seed in 0..3 {
            let response = sample::partial(
                &plan,
                seed,
                Shape { sentences: 1, rows: 1, ..Shape::default() },
            );
            let states = plan.states(&plan.align(&response));
            let mut random = Random::new(seed);
            for slot in plan.slots().filter(|_| random.chance(25)) {
                let asked = states.get(slot) == Some(&State::Asked);
                let id = plan.question(slot).id.as_str();
                assert_eq!(asked, naive_asked(&plan, &response, id), "{id} seed {seed}");
            }
        }
    }
}

fn minimal(answers: &serde_json::Value) -> (Plan, Response) {
    let questionnaire = serde_json::from_str(include_str!("questionnaire.json")).unwrap();
    let plan = Plan::compile(questionnaire, untoc_core::embedded_options()).unwrap();
    let mut response = Response::new(&plan, untoc_core::CountryCode::EXAMPLELAND, "en");
    for (question, entry) in answers.as_object().unwrap() {
        let entry: Entry = serde_json::from_value(entry.clone()).unwrap();
        response
            .answers
            .push(untoc_core::QuestionId::unchecked(question.as_str()), entry);
    }
    response.normalise(&plan);
    (plan, response)
}

fn codes(answers: &serde_json::Value, level: Level) -> Vec<Code> {
    let (plan, response) = minimal(answers);
    check(&plan, &response, level).into_iter().map(|f| f.code).collect()
}

/// Each fault of an answer has its own code, and only that.
#[test]
fn every_fault_has_its_code() {
    use serde_json::json;
    let long = "https://example.org/a";
    let cases = [
        (json!({"untoc-5-q1": {"value": "maybe"}}), vec![Code::AnswerNotAnOption]),
        (
            json!({"untoc-5-q2": {"value": ["a", "none"]}}),
            vec![Code::AnswerExclusiveOption],
        ),
        (json!({"untoc-5-q2": {"value": ["a", "a"]}}), vec![Code::AnswerRepeatedOption]),
        (json!({"untoc-5-q2": {"value": []}}), vec![Code::AnswerEmptyList]),
        (json!({"untoc-5-q3": {"value": " \u{feff}"}}), vec![Code::AnswerEmptyText]),
        (
            json!({"untoc-5-q3": {"value": "To be completed"}}),
            vec![Code::TextPlaceholder],
        ),
        (
            json!({"untoc-5-q3": {"value": "A", "note": "TBD"}}),
            vec![Code::TextPlaceholder],
        ),
        (json!({"untoc-5-q4": {"value": -1}}), vec![Code::AnswerOutOfRange]),
        (json!({"untoc-5-q4": {"value": 1e16}}), vec![Code::AnswerOutOfRange]),
        (json!({"untoc-5-q5": {"value": "2024-02-30"}}), vec![Code::AnswerNotADate]),
        (json!({"untoc-5-q5": {"value": "2031"}}), vec![Code::DateInFuture]),
        (json!({"untoc-5-q6": {"value": [{}]}}), vec![Code::RowEmpty]),
        (json!({"untoc-5-q6": {"value": [{"yaer": 2020}]}}), vec![Code::ColumnUnknown]),
        (
            json!({"untoc-5-q6": {"value": [{"year": 1990}]}}),
            vec![Code::AnswerOutOfRange],
        ),
        (
            json!({"untoc-5-q6": {"value": [{"sex": "femal"}]}}),
            vec![Code::AnswerNotAnOption],
        ),
        (
            json!({"untoc-5-q6": {"value": [{"since": "soon"}]}}),
            vec![Code::AnswerNotADate],
        ),
        (json!({"untoc-5-q6": {"value": [{"until": "2031"}]}}), vec![]),
        (
            json!({"untoc-5-q7": {"value": [{"authority": "Court"}]}}),
            vec![Code::RowCellMissing],
        ),
        (
            json!({"untoc-5-q7": {"value": [{"summary": "A case.", "link": "example.org"}]}}),
            vec![Code::LinkNotWeb],
        ),
        (
            json!({"untoc-5-q7": {"value": [{"summary": "A case.", "link": long}]}}),
            vec![],
        ),
        (json!({"untoc-5-q9": {"value": "A"}}), vec![Code::QuestionUnknown]),
        (json!({"untoc-5-q3": {"no_answer": "postponed"}}), vec![Code::ReasonMissing]),
        (
            json!({"untoc-5-q3": {"no_answer": "given_elsewhere", "reason": "Other review."}}),
            vec![Code::ElsewhereIncomplete],
        ),
        (
            json!({"untoc-5-q3": {"value": "A", "elsewhere": {"reference": "B"}}}),
            vec![Code::ElsewhereMisplaced],
        ),
        (
            json!({"untoc-5-q3": {"value": "A", "evidence": [{"item": "x", "stance": "context"}]}}),
            vec![Code::EvidenceUnknown],
        ),
        (
            json!({"untoc-5-q1": {"value": "no"}, "untoc-5-q8": {"value": "no"}, "untoc-5-q1a": {"value": [{"law": "criminal-code", "provision": "1"}]}}),
            vec![Code::AnswerParked],
        ),
        (
            json!({"untoc-5-q1a": {"value": [{"law": "criminal-code", "provision": "1"}]}}),
            vec![Code::AnswerWaiting],
        ),
        (
            json!({"untoc-5-q1": {"value": "yes"}, "untoc-5-q1a": {"value": [{"law": "criminal-code"}]}}),
            vec![Code::CitationWithoutProvision],
        ),
        (
            json!({"untoc-5-q1": {"value": "yes"}, "untoc-5-q1a": {"value": [{"law": "criminal-cod", "provision": "1"}]}}),
            vec![Code::LawUnknown],
        ),
        (
            json!({"untoc-5-q1": {"value": "yes"}, "untoc-5-q8": {"value": "in_part"}, "untoc-5-q1a": {"value": [{"law": "criminal-code", "provision": "1", "questions": ["untoc-5-q1"]}]}}),
            vec![Code::LawNotCited],
        ),
        (
            json!({"untoc-5-q1": {"value": "no"}, "untoc-5-q8": {"value": "no"}, "untoc-5-q8a": {"value": [{"question": "untoc-5-q1", "missing": "All of it."}]}}),
            vec![Code::GapRowMissing],
        ),
    ];
    for (answers, expected) in cases {
        assert_eq!(codes(&answers, Level::Draft), expected, "{answers}");
    }
}

/// At level submission what is missing is reported once for each cause.
#[test]
fn a_submission_needs_what_is_asked() {
    use serde_json::json;
    // q1, q2 and q8 are required; q3 is advised; q1a and q8a depend on q1 and q8.
    assert_eq!(
        codes(&json!({}), Level::Submission),
        [
            Code::AnswerMissing,
            Code::AnswerMissing,
            Code::AnswerAdvisedMissing,
            Code::AnswerMissing
        ]
    );
    // Not assessed does not suffice; a kind that does needs its reason.
    let answers = json!({
        "untoc-5-q1": {"no_answer": "not_assessed"},
        "untoc-5-q2": {"no_answer": "not_disclosed"},
        "untoc-5-q3": {"no_answer": "not_assessed"},
        "untoc-5-q8": {"no_answer": "not_applicable", "reason": "No such thing exists."}
    });
    assert_eq!(
        codes(&answers, Level::Submission),
        [Code::AnswerMissing, Code::ReasonMissing]
    );
}

fn questionnaire_at(index: usize) -> std::sync::Arc<Plan> {
    let library = Library::embedded();
    let id = library.ids()[index % library.ids().len()].clone();
    library.get(id.as_str()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// A change followed by its inverse gives back the response, and a comparison finds
    /// what makes one response of another.
    #[test]
    fn changes_can_be_compared_applied_and_taken_back(index in 0_usize..16, a in 0_u64..999, b in 0_u64..999) {
        let plan = questionnaire_at(index);
        let before = sample::partial(&plan, a, Shape::default());
        let after = sample::partial(&plan, b, Shape::default());
        let changes = Changes::compare(&before, &after);
        let mut changed = before.clone();
        changes.apply(&mut changed).unwrap();
        changed.normalise(&plan);
        prop_assert_eq!(&changed, &after);
        changes.inverse().apply(&mut changed).unwrap();
        changed.normalise(&plan);
        prop_assert_eq!(&changed, &before);
    }

    /// Three sides: what only one side changed is taken, what both changed is a conflict.
    #[test]
    fn three_ways_lose_nothing(a in 0_u64..999, b in 0_u64..999, c in 0_u64..999) {
        let plan = questionnaire_at(0);
        let base = sample::partial(&plan, a, Shape::default());
        let ours = sample::partial(&plan, b, Shape::default());
        let theirs = sample::partial(&plan, c, Shape::default());
        let result = Changes::three_way(&base, &ours, &theirs);
        let mut merged = ours.clone();
        result.changes.apply(&mut merged).unwrap();
        for slot in plan.slots() {
            let id = plan.question(slot).id.as_str();
            let get = |r: &Response| r.answers.get(id).cloned();
            let conflict = result.conflicts.iter().any(|x| x.question.as_str() == id);
            prop_assert!(
                conflict && get(&merged) == get(&ours)
                    || get(&merged) == get(&theirs)
                    || get(&theirs) == get(&base) && get(&merged) == get(&ours)
            );
        }
    }

    /// What is stored is read back as it was.
    #[test]
    fn an_entry_survives_its_text(index in 0_usize..16, seed in 0_u64..999) {
        let plan = questionnaire_at(index);
        let response = sample::partial(&plan, seed, Shape::default());
        for (question, entry) in response.answers.iter() {
            let text = serde_json::to_string(entry).unwrap();
            let mut read: Entry = serde_json::from_str(&text).unwrap();
            let mut again = Response { answers: untoc_core::Answers::default(), ..response.clone() };
            again.answers.push(question.clone(), std::mem::take(&mut read));
            again.normalise(&plan);
            prop_assert_eq!(again.answers.get(question.as_str()), Some(entry));
        }
    }
}

/// A change that started from something else is refused, and nothing changes.
#[test]
fn a_stale_change_is_refused() {
    let (_, mut response) = minimal(&serde_json::json!({"untoc-5-q1": {"value": "yes"}}));
    let before = response.clone();
    let id = untoc_core::QuestionId::unchecked("untoc-5-q1");
    let change = Change {
        question: id,
        before: None,
        after: Some(Entry::with_value(Value::Text("no".into()))),
    };
    assert!(Changes(vec![change]).apply(&mut response).is_err());
    assert_eq!(response, before);
}

/// The sample questionnaires use all eleven kinds, so that the properties above do.
#[test]
fn all_kinds_are_in_use() {
    let mut kinds = BTreeSet::new();
    for plan in Library::embedded().plans() {
        kinds.extend(plan.slots().map(|slot| plan.question(slot).kind));
    }
    assert_eq!(kinds.len(), Kind::ALL.len());
}

/// In a response made for an older version of the same major number, a question that is
/// gone is retired: kept and reported, but no error.
#[test]
fn an_older_response_keeps_what_is_retired() {
    let mut questionnaire: serde_json::Value =
        serde_json::from_str(include_str!("questionnaire.json")).unwrap();
    questionnaire["version"] = "1.1.0".into();
    let questionnaire = serde_json::from_value(questionnaire).unwrap();
    let newer = Plan::compile(questionnaire, untoc_core::embedded_options()).unwrap();
    let (_, older) = minimal(&serde_json::json!({"untoc-5-q9": {"value": "A"}}));
    assert_eq!(older.questionnaire_version, "1.0.0");
    let findings = check(&newer, &older, Level::Draft);
    let codes: Vec<_> = findings.iter().map(|f| (f.code, f.severity)).collect();
    assert_eq!(codes, [(Code::QuestionRetired, Severity::Warning)]);
}
