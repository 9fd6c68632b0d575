//! Proves of every embedded questionnaire that it keeps the rules, and of every rule on
//! questionnaires that it notices a fault.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};
use untoc_core::{
    Code, EMBEDDED, Library, Questionnaire, check_questionnaires, embedded_options,
};

fn embedded() -> Vec<Questionnaire> {
    EMBEDDED
        .iter()
        .map(|(id, text)| {
            serde_json::from_str(text).unwrap_or_else(|e| panic!("{id}: {e}"))
        })
        .collect()
}

/// All sixteen questionnaires keep all rules.
#[test]
fn every_embedded_questionnaire_keeps_the_rules() {
    let findings = check_questionnaires(&embedded(), embedded_options());
    let shown: Vec<_> = findings
        .iter()
        .map(|f| {
            format!(
                "{} {:?} {:?}",
                f.code,
                f.place().and_then(|p| p.question.clone()),
                f.values
            )
        })
        .collect();
    assert!(shown.is_empty(), "{shown:#?}");
}

/// Each questionnaire is stored under its own id and written in the one way.
#[test]
fn files_are_canonical_and_under_their_own_names() {
    let mut questions = 0;
    for (id, text) in EMBEDDED {
        let questionnaire: Questionnaire = serde_json::from_str(text).unwrap();
        assert_eq!(questionnaire.id.as_str(), id);
        assert_eq!(
            questionnaire.id.as_str(),
            format!("{}-cluster-{}", questionnaire.instrument, questionnaire.cluster)
        );
        assert_eq!(questionnaire.version, "1.0.0");
        assert_eq!(
            untoc_core::json(&questionnaire),
            text,
            "{id} is not written canonically"
        );
        questions +=
            questionnaire.sections.iter().map(|s| s.questions.len()).sum::<usize>();
    }
    assert_eq!(questions, 1064);
}

/// Every question is found by its id through the library.
#[test]
fn the_library_finds_every_question() {
    let library = Library::embedded();
    for plan in library.plans() {
        for slot in plan.slots() {
            let id = plan.question(slot).id.as_str();
            let (found, at) = library.find_question(id).unwrap();
            assert_eq!((found.id(), at), (plan.id(), slot));
        }
    }
    assert!(library.find_question("untoc-5-q99").is_none());
}

fn minimal() -> Value {
    json!({
        "format": "untoc-questionnaire/1", "id": "untoc-cluster-1", "version": "1.0.0",
        "language": "en", "instrument": "untoc", "cluster": 1, "title": "T",
        "articles": ["5"],
        "sections": [{ "id": "untoc-5", "article": "5", "title": "S", "questions": [
            { "id": "untoc-5-q1", "kind": "yes_no", "text": "A?", "provisions": ["5(1)"] },
            { "id": "untoc-5-q2", "kind": "multiple", "text": "B?",
              "options": [{ "value": "a", "label": "A" }, { "value": "none", "label": "None", "exclusive": true }] },
            { "id": "untoc-5-q3", "kind": "number", "text": "C?", "unit": "days", "minimum": 0 },
            { "id": "untoc-5-q4", "kind": "table", "text": "D?",
              "columns": [{ "key": "year", "label": "Year", "type": "integer", "minimum": 2000 }] }
        ] }]
    })
}

fn codes_after(change: impl FnOnce(&mut Value)) -> Vec<Code> {
    let mut json = minimal();
    change(&mut json);
    let questionnaire: Questionnaire = serde_json::from_value(json).unwrap();
    let mut codes: Vec<_> = check_questionnaires(&[questionnaire], embedded_options())
        .iter()
        .map(|f| f.code)
        .collect();
    codes.dedup();
    codes
}

fn question(json: &mut Value, at: usize) -> &mut Value {
    &mut json["sections"][0]["questions"][at]
}

/// The minimal questionnaire itself is without fault.
#[test]
fn the_minimal_questionnaire_is_clean() {
    assert_eq!(codes_after(|_| {}), []);
}

/// Each fault in a questionnaire has its own code, and only that.
#[test]
fn every_fault_has_its_code() {
    type Fault = Box<dyn FnOnce(&mut Value)>;
    let cases: Vec<(Code, Fault)> = vec![
        (
            Code::QuestionIdDuplicate,
            Box::new(|q| question(q, 1)["id"] = json!("untoc-5-q1")),
        ),
        (Code::IdMalformed, Box::new(|q| question(q, 1)["id"] = json!("Untoc 5"))),
        (
            Code::ConditionNamesLater,
            Box::new(|q| {
                question(q, 1)["when"] =
                    json!({"question": "untoc-5-q3", "answered": true})
            }),
        ),
        (
            Code::ConditionNamesLater,
            Box::new(|q| {
                question(q, 1)["when"] = json!({"question": "untoc-5-q1x", "in": ["yes"]})
            }),
        ),
        (
            Code::ConditionValueUnknown,
            Box::new(
                |q| question(q, 1)["when"] = json!({"any": [{"question": "untoc-5-q1", "in": ["maybe"]}, {"question": "untoc-5-q1", "in": ["yes"]}]}),
            ),
        ),
        (
            Code::ConditionNotUnguarded,
            Box::new(|q| {
                question(q, 1)["when"] =
                    json!({"not": {"question": "untoc-5-q1", "in": ["yes"]}})
            }),
        ),
        (
            Code::ConditionNotUnguarded,
            Box::new(
                |q| question(q, 1)["when"] = json!({"any": [{"question": "untoc-5-q1", "answered": true}, {"not": {"question": "untoc-5-q1", "in": ["yes"]}}]}),
            ),
        ),
        (
            Code::QuestionUnreachable,
            Box::new(
                |q| question(q, 1)["when"] = json!({"all": [{"question": "untoc-5-q1", "in": ["yes"]}, {"question": "untoc-5-q1", "in": ["no"]}]}),
            ),
        ),
        (
            Code::QuestionUnreachable,
            Box::new(
                |q| question(q, 2)["when"] = json!({"all": [{"question": "untoc-5-q2", "in": ["none"]}, {"question": "untoc-5-q2", "in": ["a"]}]}),
            ),
        ),
        (Code::ArticleWithoutSection, Box::new(|q| q["articles"] = json!(["5", "6"]))),
        (Code::ArticleNotListed, Box::new(|q| q["articles"] = json!([]))),
        (
            Code::NumberWithoutMinimum,
            Box::new(|q| {
                question(q, 2).as_object_mut().unwrap().remove("minimum");
            }),
        ),
        (Code::OptionsMissing, Box::new(|q| question(q, 1)["options"] = json!([]))),
        (
            Code::OptionsUnknown,
            Box::new(|q| question(q, 1)["options_from"] = json!("colours")),
        ),
        (
            Code::OptionsDuplicate,
            Box::new(|q| {
                question(q, 1)["options"] =
                    json!([{"value": "a", "label": "A"}, {"value": "a", "label": "B"}])
            }),
        ),
        (Code::ColumnsMalformed, Box::new(|q| question(q, 3)["columns"] = json!([]))),
        (
            Code::ColumnsMalformed,
            Box::new(
                |q| question(q, 3)["columns"] = json!([{"key": "a", "label": "A", "type": "text"}, {"key": "a", "label": "A", "type": "text"}]),
            ),
        ),
        (
            Code::GapColumnMisplaced,
            Box::new(
                |q| question(q, 3)["columns"] = json!([{"key": "question", "label": "A", "type": "choice", "options_from_when": true}]),
            ),
        ),
        (
            Code::ConceptDiffers,
            Box::new(|q| {
                question(q, 0)["concept"] = json!("c");
                question(q, 2)["concept"] = json!("c");
            }),
        ),
    ];
    for (number, (code, change)) in cases.into_iter().enumerate() {
        assert_eq!(codes_after(change), [code], "case {number}");
    }
}

/// A guarded `not`, as the gap tables have it, is allowed and reachable.
#[test]
fn a_guarded_not_is_allowed() {
    let codes = codes_after(|q| {
        question(q, 2)["when"] = json!({"all": [
            {"question": "untoc-5-q2", "answered": true},
            {"not": {"all": [{"question": "untoc-5-q2", "in": ["a"]}]}}
        ]});
    });
    assert_eq!(codes, []);
}

/// A provision that is written otherwise is refused when the file is read.
#[test]
fn a_provision_written_otherwise_is_refused() {
    let mut json = minimal();
    question(&mut json, 0)["provisions"] = json!(["5, para. 1"]);
    assert!(serde_json::from_value::<Questionnaire>(json).is_err());
}
