//! Tests of whole surveys.

use serde_json::{Value as Json, json};
use untoc_core::{Library, Plan, Questionnaire, Test, embedded_options};

use super::guard::{Guard, guards};
use super::xlsform::sheets_as_text;
use super::{SurveyOptions, to_surveyjs, to_xlsform};

/// A questionnaire with one question of each kind, and some under conditions.
fn every_kind() -> Json {
    let gap = json!([
        {"key": "question", "label": "Question", "type": "choice", "options_from_when": true},
        {"key": "missing", "label": "What is missing", "type": "text"},
        {"key": "by_when", "label": "By when", "type": "date", "future": true},
        {"key": "year", "label": "Year", "type": "integer", "minimum": 1990, "maximum": 2030},
    ]);
    json!({
        "format": "untoc-questionnaire/1", "id": "untoc-cluster-1", "version": "1.2.0",
        "language": "en", "instrument": "untoc", "cluster": 1, "title": "Every kind",
        "articles": ["5"],
        "sections": [{
            "id": "untoc-5", "article": "5", "title": "Participation", "intro": "What it asks.",
            "questions": [
                {"id": "untoc-5-q1", "kind": "implementation", "text": "Is it an offence?",
                 "provisions": ["5(1)(a)"], "obligation": "mandatory", "help": "Say so.",
                 "required": true},
                {"id": "untoc-5-q1a", "kind": "laws", "text": "Cite the law.",
                 "when": {"question": "untoc-5-q1", "in": ["yes", "in_part"]}, "required": true},
                {"id": "untoc-5-q2", "kind": "yes_no", "text": "Is it applied?",
                 "when": {"question": "untoc-5-q1a", "answered": true}, "required": "advised"},
                {"id": "untoc-5-q3", "kind": "single", "text": "How often?", "options": [
                    {"value": "often", "label": "Often"}, {"value": "2 times", "label": "Twice"}]},
                {"id": "untoc-5-q4", "kind": "multiple", "text": "Who?", "options": [
                    {"value": "police", "label": "Police"},
                    {"value": "none", "label": "Nobody", "exclusive": true}]},
                {"id": "untoc-5-q5", "kind": "text", "text": "Explain ${this}.",
                 "when": {"all": [{"question": "untoc-5-q2", "answered": true},
                    {"not": {"question": "untoc-5-q2", "in": ["no"]}}]}},
                {"id": "untoc-5-q6", "kind": "number", "text": "How many?", "unit": "days",
                 "minimum": 0, "maximum": 9},
                {"id": "untoc-5-q7", "kind": "date", "text": "Since when?", "required": true},
            ],
        }, {
            "id": "untoc-c1", "title": "The whole cluster", "questions": [
                {"id": "untoc-c1-q1", "kind": "cases", "text": "Cases?", "required": true},
                {"id": "untoc-c1-q2", "kind": "authorities", "text": "Who is competent?"},
                {"id": "untoc-c1-q3", "kind": "table", "text": "What is missing?",
                 "required": true, "columns": gap,
                 "when": {"any": [{"question": "untoc-5-q1", "in": ["no"]},
                    {"question": "untoc-5-q3", "in": ["2 times", "often"]}]}},
            ],
        }],
    })
}

fn plan(questionnaire: Json) -> Plan {
    let questionnaire: Questionnaire = serde_json::from_value(questionnaire).unwrap();
    Plan::compile(questionnaire, embedded_options()).unwrap()
}

/// Every kind of question becomes fields of SurveyJS.
#[test]
fn surveyjs_of_every_kind() {
    let (text, _) = to_surveyjs(&plan(every_kind()), &SurveyOptions::default());
    insta::assert_snapshot!(text);
}

/// Every kind of question becomes lines of an XLSForm.
#[test]
fn xlsform_of_every_kind() {
    let plan = plan(every_kind());
    insta::assert_snapshot!(sheets_as_text(&plan, &SurveyOptions::default()));
}

/// One of our own questionnaires as SurveyJS.
#[test]
fn surveyjs_of_a_real_questionnaire() {
    let plan = Library::embedded().get("fp-cluster-3").unwrap();
    insta::assert_snapshot!(to_surveyjs(&plan, &SurveyOptions::default()).0);
}

/// One of our own questionnaires as XLSForm.
#[test]
fn xlsform_of_a_real_questionnaire() {
    let plan = Library::embedded().get("fp-cluster-3").unwrap();
    insta::assert_snapshot!(sheets_as_text(&plan, &SurveyOptions::default()));
}

/// What a survey cannot carry is said, each cause once, for both formats.
#[test]
fn says_what_is_lost() {
    let plan = plan(every_kind());
    let options = SurveyOptions::default();
    let (_, surveyjs) = to_surveyjs(&plan, &options);
    let (_, xlsform) = to_xlsform(&plan, &options).unwrap();
    let lines: Vec<String> = surveyjs
        .iter()
        .chain(&xlsform)
        .map(|finding| {
            let questions: Vec<_> = finding
                .places
                .iter()
                .filter_map(|place| place.question.clone())
                .collect();
            let (code, count) = (finding.code, finding.count);
            format!("{code} {:?} {count}: {}", finding.values, questions.join(", "))
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// The same questionnaire gives the same workbook, byte for byte.
#[test]
fn workbooks_are_stable() {
    for plan in Library::embedded().plans() {
        let write = || to_xlsform(&plan, &SurveyOptions::default()).unwrap().0;
        assert_eq!(write(), write(), "{}", plan.id());
    }
}

/// A translation stands beside the first language; what it lacks is shown in that one.
#[test]
fn carries_languages() {
    let english = plan(every_kind());
    let mut translated = every_kind();
    translated["language"] = json!("fr");
    translated["sections"][0]["questions"][0]["text"] = json!("Est-ce une infraction ?");
    translated["sections"].as_array_mut().unwrap().truncate(1);
    let french = plan(translated);
    let options = SurveyOptions { translations: &[&french, &english] };
    let form: Json = serde_json::from_str(&to_surveyjs(&english, &options).0).unwrap();
    assert_eq!(
        form["pages"][1]["elements"][0]["title"],
        json!({"default": "Is it an offence?", "fr": "Est-ce une infraction ?"})
    );
    assert_eq!(form["pages"][2]["elements"][0]["title"], json!("Cases?"));
    let sheets = sheets_as_text(&english, &options);
    assert!(sheets.contains("label::English (en) | label::Français (fr)"), "{sheets}");
    assert!(sheets.contains("Is it an offence? | Est-ce une infraction ?"), "{sheets}");
    assert!(sheets.contains("Cases? | Cases?"), "{sheets}");
}

/// A condition that would fill pages is left out, and a finding says so; the questions
/// that name that question are asked always too.
#[test]
fn leaves_out_conditions_without_end() {
    let mut questions = vec![json!({"id": "q-0", "kind": "yes_no", "text": "Q?"})];
    for at in 1..14 {
        let before = format!("q-{}", at - 1);
        let again = json!({"question": before, "in": ["no"]});
        let when = json!({"any": [{"question": before, "in": ["yes"]}, again]});
        questions.push(
            json!({"id": format!("q-{at}"), "kind": "yes_no", "text": "Q?", "when": when}),
        );
    }
    let mut questionnaire = every_kind();
    questionnaire["sections"] =
        json!([{"id": "s", "title": "Deep", "questions": questions}]);
    let plan = plan(questionnaire);
    let long = guards(&plan).iter().filter(|guard| **guard == Guard::TooLong).count();
    assert!((1..13).contains(&long), "{long} are too long");
    let (_, findings) = to_surveyjs(&plan, &SurveyOptions::default());
    let said = findings
        .iter()
        .find(|finding| finding.code == untoc_core::Code::SurveyConditionMissing)
        .unwrap();
    assert_eq!(said.count, long);
}

/// A condition holds the conditions of the questions that it names, each part once.
#[test]
fn conditions_are_whole() {
    let plan = plan(every_kind());
    let guards = guards(&plan);
    let Some(Test::All(parts)) = guards[5].test() else { panic!("{:?}", guards[5]) };
    assert_eq!(parts.len(), 4, "{parts:?}");
}
