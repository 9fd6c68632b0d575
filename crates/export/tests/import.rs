//! What an import would change, with and without the base of the form.

use untoc_core::sample::{self, Shape};
use untoc_core::{
    Audience, Changes, Code, ContributorId, CountryCode, Entry, Library, Plan,
    QuestionId, Response, Status, Word,
};
use untoc_export::{
    CsvOptions, ExportOptions, ImportOptions, ImportPlan, Incoming, ReadOptions, Subject,
    Values, describe_change, plan_import, read_csv, read_json, to_csv, to_json,
};
use untoc_report::Words;

const QUESTION: &str = "untoc-2-q1";

fn library() -> Library {
    Library::embedded()
}

fn response(plan: &Plan, entry: &str) -> Response {
    let mut response = Response::new(plan, CountryCode::EXAMPLELAND, "en");
    if !entry.is_empty() {
        let entry = serde_json::from_str::<Entry>(entry).unwrap_or_default();
        response.answers.push(QuestionId::unchecked(QUESTION), entry);
    }
    response
}

fn incoming(entry: &str) -> Incoming {
    let library = library();
    let text = format!(
        "{{\"format\": \"untoc-response/1\", \"questionnaire\": \"untoc-cluster-1\",
        \"questionnaire_version\": \"1.0.0\", \"state\": \"XXA\", \"language\": \"en\",
        \"answers\": {{\"{QUESTION}\": {entry}}}}}"
    );
    let imported = read_json(text.as_bytes(), &library, &ReadOptions::default());
    assert_eq!(imported.findings, []);
    imported.incoming.into_iter().next().expect("the text is a response")
}

fn plan_of(base: Option<&str>, ours: &str, theirs: &str) -> ImportPlan {
    let plan = library().get("untoc-cluster-1").expect("it is embedded");
    let base = base.map(|base| response(&plan, base));
    let ours = response(&plan, ours);
    let options = ImportOptions::default();
    plan_import(&incoming(theirs), base.as_ref(), &ours, &options)
}

/// Shows what a plan does: the entry after, "same" or "conflict".
fn outcome(base: Option<&str>, ours: &str, theirs: &str) -> String {
    let plan = plan_of(base, ours, theirs);
    if let Some(conflict) = plan.merge.conflicts.first() {
        assert!(plan.findings.iter().any(|f| f.code == Code::ImportConflict));
        let theirs = serde_json::to_string(&conflict.theirs).unwrap_or_default();
        return format!("conflict {theirs}");
    }
    match plan.merge.changes.0.first() {
        Some(change) => serde_json::to_string(&change.after).unwrap_or_default(),
        None => "same".to_owned(),
    }
}

/// Without a base, what the file says is laid over what stands here.
#[test]
fn two_ways_lay_over() {
    let none = None;
    assert_eq!(outcome(none, "", r#"{"value":"yes"}"#), r#"{"value":"yes"}"#);
    assert_eq!(outcome(none, r#"{"value":"yes"}"#, r#"{"value":"yes"}"#), "same");
    // An empty note deletes nothing, and remarks that did not go out stay.
    assert_eq!(
        outcome(none, r#"{"value":"yes","note":"n","remarks":"r"}"#, r#"{"value":"no"}"#),
        r#"{"value":"no","note":"n","remarks":"r"}"#
    );
    // A value takes the place of a reason for having none, and the other way round.
    let postponed = r#"{"no_answer":"postponed","reason":"Later."}"#;
    assert_eq!(outcome(none, postponed, r#"{"value":"no"}"#), r#"{"value":"no"}"#);
    assert_eq!(outcome(none, r#"{"value":"no"}"#, postponed), postponed);
    assert_eq!(outcome(none, postponed, r#"{"no_answer":"postponed"}"#), "same");
    // Evidence is added.
    assert_eq!(
        outcome(
            none,
            r#"{"evidence":[{"item":"a","stance":"context"}]}"#,
            r#"{"evidence":[{"item":"b","stance":"supports"}]}"#
        ),
        r#"{"evidence":[{"item":"a","stance":"context"},{"item":"b","stance":"supports"}]}"#
    );
}

/// Without a base, an answer that is newer here is not overwritten.
#[test]
fn newer_answers_are_conflicts() {
    let newer = r#"{"value":"yes","at":"2026-03-02T00:00:00Z"}"#;
    let older = r#"{"value":"no","at":"2026-03-01T00:00:00Z"}"#;
    assert!(outcome(None, newer, older).starts_with("conflict"));
    assert_eq!(outcome(None, older, newer), newer);
}

/// With the base, only what was changed in the form is taken.
#[test]
fn three_ways_take_what_changed_there() {
    let base = Some(r#"{"value":"yes","note":"n","status":"draft"}"#);
    // Changed here only: the form brings nothing.
    let ours = r#"{"value":"no","note":"n","status":"confirmed","remarks":"r"}"#;
    assert_eq!(outcome(base, ours, r#"{"value":"yes","note":"n"}"#), "same");
    // Changed there only: what happened here to other parts stays.
    let ours = r#"{"value":"yes","note":"n","remarks":"r","status":"confirmed"}"#;
    assert_eq!(
        outcome(base, ours, r#"{"value":"in_part","note":"n","status":"draft"}"#),
        r#"{"value":"in_part","note":"n","remarks":"r","status":"confirmed"}"#
    );
    // Changed on both sides, in different ways.
    let ours = r#"{"value":"no","note":"n"}"#;
    assert_eq!(
        outcome(base, ours, r#"{"value":"in_part","note":"n"}"#),
        r#"conflict {"value":"in_part","note":"n"}"#
    );
    // A note there and an answer here belong to one statement.
    assert!(
        outcome(base, ours, r#"{"value":"yes","note":"other"}"#).starts_with("conflict")
    );
    // Changed on both sides alike.
    assert_eq!(outcome(base, ours, r#"{"value":"no","note":"n"}"#), "same");
    // New on both sides.
    assert!(outcome(Some(""), ours, r#"{"value":"yes"}"#).starts_with("conflict"));
}

/// What came back empty stays and is said.
#[test]
fn empty_fields_delete_nothing() {
    let base = r#"{"value":"yes","note":"n"}"#;
    for theirs in [r#"{"note":"n"}"#, r#"{"value":"yes"}"#] {
        let plan = plan_of(Some(base), base, theirs);
        assert!(plan.merge.changes.is_empty(), "{theirs}");
        assert_eq!(plan.findings.len(), 1, "{theirs}");
        assert_eq!(plan.findings[0].code, Code::ImportEmptied);
        assert_eq!(
            plan.findings[0].values["names"],
            Word::List(vec![QUESTION.to_owned()])
        );
    }
}

/// A file of another State or version changes nothing unless it is wanted.
#[test]
fn other_files_are_refused() {
    let plan = library().get("untoc-cluster-1").expect("it is embedded");
    let ours = response(&plan, "");
    let mut theirs = incoming(r#"{"value":"yes"}"#);
    theirs.about.state = Some("XXB".to_owned());
    theirs.about.version = Some("0.9.0".to_owned());
    let refused = plan_import(&theirs, None, &ours, &ImportOptions::default());
    let codes: Vec<_> = refused.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::ImportOtherState, Code::ImportOtherVersion]);
    assert!(refused.merge.changes.is_empty());
    let options = ImportOptions {
        other_state: true,
        other_version: true,
        ..ImportOptions::default()
    };
    let taken = plan_import(&theirs, None, &ours, &options);
    assert_eq!((taken.findings.len(), taken.merge.changes.len()), (0, 1));
}

/// Who, when and how far is set on answers that change, and on no others.
#[test]
fn stamps_what_changes() {
    let plan = library().get("untoc-cluster-1").expect("it is embedded");
    let options = ImportOptions {
        by: Some(ContributorId::unchecked("national-police")),
        at: Some("2026-11-24T09:30:00Z".to_owned()),
        status: Some(Status::Proposed),
        ..ImportOptions::default()
    };
    let old =
        r#"{"value":"yes","status":"confirmed","by":"x","at":"2026-01-01T00:00:00Z"}"#;
    let ours = response(&plan, old);
    let theirs = incoming(&old.replace("yes", "no"));
    let changed = plan_import(&theirs, None, &ours, &options);
    let after = changed.merge.changes.0[0].after.clone().unwrap_or_default();
    assert_eq!(after.by.as_ref().map(ContributorId::as_str), Some("national-police"));
    assert_eq!(after.at.as_deref(), Some("2026-11-24T09:30:00Z"));
    assert_eq!(after.status, Some(Status::Proposed));
    let same = plan_import(&incoming(old), None, &ours, &options);
    assert_eq!((same.merge.changes.len(), same.unchanged), (0, 1));
}

/// A response that goes out and comes back changes nothing; into an empty dossier it
/// brings everything.
#[test]
fn exports_come_home() {
    let library = library();
    let whole = ExportOptions {
        audience: Audience::National,
        remarks: true,
        ..ExportOptions::default()
    };
    for plan in library.plans() {
        let ours = sample::partial(&plan, 21, Shape::default());
        let empty = Response::new(&plan, ours.state, "en");
        let subject = Subject {
            plan: &plan,
            response: &ours,
            settings: None,
            laws: None,
            evidence: None,
        };
        let csv = to_csv(&[subject], &whole, CsvOptions::default(), &Words::load("en")).0;
        let json = to_json(subject, &whole).0;
        assert_eq!(json, ours.to_text());
        for imported in [
            read_csv(csv.as_bytes(), &library, &ReadOptions::default()),
            read_json(json.as_bytes(), &library, &ReadOptions::default()),
        ] {
            let theirs = &imported.incoming[0];
            let options = ImportOptions::default();
            for base in [None, Some(&ours), Some(&empty)] {
                let plan = plan_import(theirs, base, &ours, &options);
                assert!(plan.merge.changes.is_empty() && plan.merge.conflicts.is_empty());
                assert_eq!(plan.unchanged, ours.answers.len());
            }
            let mut filled = empty.clone();
            let changes = plan_import(theirs, None, &empty, &options).merge.changes;
            assert_eq!(changes.apply(&mut filled), Ok(()));
            filled.normalise(&plan);
            assert_eq!(filled, ours);
        }
    }
}

/// Changes are told in words, row by row; free text is masked unless it is asked for.
#[test]
fn changes_are_told_in_words() {
    let plan = library().get("untoc-cluster-1").expect("it is embedded");
    let entries = |text: &str| {
        let mut response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
        let map: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(text).unwrap_or_default();
        for (id, entry) in map {
            let entry = serde_json::from_value(entry).unwrap_or_default();
            response.answers.push(QuestionId::unchecked(id), entry);
        }
        response
    };
    let before = entries(
        r#"{"untoc-2-q1": {"value": "yes", "note": "Private text."},
            "untoc-2-q3": {"no_answer": "postponed", "reason": "Later."},
            "untoc-5-q10": {"value": [{"year": 2023, "sex": "total"}, {"year": 2024}]},
            "gone-1": {"value": "kept"}}"#,
    );
    let after = entries(
        r#"{"untoc-2-q1": {"value": "in_part", "note": "Private test.", "status": "confirmed"},
            "untoc-2-q3": {"value": ["property", "proceeds"]},
            "untoc-2-q6": {"value": "New text.", "audience": "national", "by": "police"},
            "untoc-5-q10": {"value": [{"year": 2023, "sex": "total"},
                {"year": 2024, "prosecuted": 3}, {"year": 2025}]}}"#,
    );
    let words = Words::load("en");
    let mut page = String::new();
    for values in [Values::Masked, Values::Shown] {
        for change in &Changes::compare(&before, &after).0 {
            let described = describe_change(&plan, change, &words, values);
            page.push_str(&described.to_lines(&words).join("\n"));
            page.push('\n');
        }
        page.push('\n');
    }
    insta::assert_snapshot!(page);
}
