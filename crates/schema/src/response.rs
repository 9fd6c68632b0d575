//! Reads responses, and single entries.

use serde_json::Value as Json;
use untoc_core::{
    Code, CountryCode, Entry, Finding, Library, Place, Plan, QuestionId, QuestionnaireId,
    RESPONSE_FORMAT, Response,
};

use crate::read::Read;

/// Reads a response and finds every fault of its form.
///
/// `value` is there whenever the text is a response at all, even where its questionnaire
/// is not in the library: then only the form could be looked at.
pub fn read_response(text: &str, library: &Library) -> Read<Response> {
    let _ = library;
    let json: Json = match serde_json::from_str(text) {
        Ok(json) => json,
        Err(error) => return Read::nothing(vec![syntax(&error)]),
    };
    let field = |name: &str| json.get(name).and_then(Json::as_str).unwrap_or_default();
    let Ok(state) = CountryCode::parse(field("state")) else {
        return Read::nothing(vec![Finding::new(Code::FieldMissing, Place::pointer(""))]);
    };
    let mut response = Response {
        schema: None,
        format: RESPONSE_FORMAT.to_owned(),
        questionnaire: QuestionnaireId::unchecked(field("questionnaire")),
        questionnaire_version: field("questionnaire_version").to_owned(),
        state,
        language: field("language").to_owned(),
        answers: Default::default(),
        extensions: json.get("extensions").cloned(),
    };
    let mut findings = Vec::new();
    let empty = serde_json::Map::new();
    for (id, entry) in json.get("answers").and_then(Json::as_object).unwrap_or(&empty) {
        match serde_json::from_value(entry.clone()) {
            Ok(entry) => response.answers.push(QuestionId::unchecked(id), entry),
            Err(_) => findings.push(Finding::new(
                Code::FieldWrongType,
                Place::pointer(format!("/answers/{id}")),
            )),
        }
    }
    let lossless = findings.is_empty();
    Read { value: Some(response), findings, lossless }
}

/// Reads one entry; with the plan and the slot of its question, its value is looked at
/// too. Pointers begin at the entry.
pub fn read_entry(text: &str, question: Option<(&Plan, usize)>) -> Read<Entry> {
    let _ = question;
    match serde_json::from_str(text) {
        Ok(value) => Read { value: Some(value), findings: Vec::new(), lossless: true },
        Err(error) => Read::nothing(vec![syntax(&error)]),
    }
}

fn syntax(error: &serde_json::Error) -> Finding {
    let place = Place {
        line: Some(error.line()),
        column: Some(error.column()),
        ..Place::default()
    };
    Finding::new(Code::JsonSyntax, place)
}
