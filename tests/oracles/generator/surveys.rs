//! A case as surveys, with its answers and what we make of them.

use serde_json::{Map, Value as Json, json};
use untoc_core::{Cell, Choice, Entry, NoAnswer, Plan, Required, Row, State, Value};
use untoc_export::{SurveyOptions, to_surveyjs, to_xlsform};

use crate::Failure;
use crate::case::{Case, response};

/// The files of one case.
pub(crate) struct Written {
    surveyjs: String,
    xlsform: Vec<u8>,
    expected: String,
}

impl Written {
    /// Returns the files by extension.
    pub(crate) fn files(&self) -> [(&'static str, &[u8]); 3] {
        [
            ("survey.json", self.surveyjs.as_bytes()),
            ("xlsx", &self.xlsform),
            ("expected.json", self.expected.as_bytes()),
        ]
    }
}

/// Writes a case.
pub(crate) fn write(case: &Case) -> Result<Written, Failure> {
    let plan = case.plan()?;
    let (surveyjs, _) = to_surveyjs(&plan, &SurveyOptions::default());
    let (xlsform, _) = to_xlsform(&plan, &SurveyOptions::default())?;
    let form: Json = serde_json::from_str(&surveyjs)?;
    let codes = Codes(&form);
    let mut responses = Vec::new();
    for entries in &case.responses {
        let response = response(&plan, entries);
        let aligned = plan.align(&response);
        let states = plan.states(&aligned);
        let named = |keep: &dyn Fn(usize) -> bool| -> Vec<String> {
            let kept = plan.slots().filter(|&slot| keep(slot));
            kept.map(|slot| plan.question(slot).id.to_string()).collect()
        };
        responses.push(json!({
            "surveyjs": surveyjs_data(&plan, &aligned, &codes),
            "odk": odk_data(&plan, &aligned, &codes),
            "asked": named(&|slot| states.get(slot) == Some(&State::Asked)),
            "missing": named(&|slot| plan.is_missing(slot, &aligned, &states)),
        }));
    }
    let questions: Vec<&str> =
        plan.slots().map(|slot| plan.question(slot).id.as_str()).collect();
    let expected = json!({
        "name": case.name, "questions": questions, "responses": responses,
    });
    Ok(Written { surveyjs, xlsform, expected: serde_json::to_string(&expected)? })
}

/// The values of choices in a survey, looked up by their places in the SurveyJS form, so
/// that this program need not know how they are made.
struct Codes<'a>(&'a Json);

impl Codes<'_> {
    fn of(&self, question: &str, choices: &[Choice], value: &str) -> Json {
        let at = choices.iter().position(|choice| choice.value == value);
        let items = self.0["pages"].as_array().into_iter().flatten().find_map(|page| {
            let elements = page["elements"].as_array()?;
            elements.iter().find(|element| element["name"] == question)
        });
        at.and_then(|at| Some(items?["choices"].get(at)?["value"].clone()))
            .unwrap_or_else(|| value.into())
    }
}

fn surveyjs_data(plan: &Plan, aligned: &[Option<&Entry>], codes: &Codes<'_>) -> Json {
    let mut data = Map::new();
    each_entry(plan, aligned, |slot, entry| {
        let id = plan.question(slot).id.as_str();
        if let Some(value) = &entry.value {
            data.insert(id.to_owned(), in_codes(plan, slot, value, codes));
        }
        if let Some((kind, reason)) = reason(plan, slot, entry) {
            data.insert(format!("{id}_no_answer"), kind.as_str().into());
            data.extend(reason.map(|text| (format!("{id}_reason"), text.into())));
        }
        let note = entry.note.as_ref().filter(|_| !plan.options(slot).is_empty());
        data.extend(note.map(|note| (format!("{id}-Comment"), note.as_str().into())));
    });
    Json::Object(data)
}

/// Fields as name and text; rows as a list of such lists.
fn odk_data(plan: &Plan, aligned: &[Option<&Entry>], codes: &Codes<'_>) -> Json {
    let mut fields: Vec<Json> = Vec::new();
    each_entry(plan, aligned, |slot, entry| {
        let id = plan.question(slot).id.as_str();
        let name = if id.starts_with(|c: char| c.is_ascii_digit()) { "_" } else { "" }
            .to_owned()
            + id;
        match &entry.value {
            Some(Value::Rows(rows)) => {
                let rows: Vec<Json> = rows.iter().map(|row| cells(&name, row)).collect();
                fields.push(json!({"name": name, "rows": rows}));
            }
            Some(value) => {
                let value = flat(&in_codes(plan, slot, value, codes));
                fields.push(json!({"name": name, "value": value}));
            }
            None => {}
        }
        if let Some((kind, reason)) = reason(plan, slot, entry) {
            let field = format!("{name}_no_answer");
            fields.push(json!({"name": field, "value": kind.as_str()}));
            if let Some(reason) = reason {
                let field = format!("{name}_reason");
                fields.push(json!({"name": field, "value": reason}));
            }
        }
    });
    Json::Array(fields)
}

fn cells(name: &str, row: &Row) -> Json {
    let cells = row.0.iter().filter_map(|(key, cell)| {
        let value = match cell {
            // Nothing could be ticked, so there is no field either.
            Cell::List(items) if items.is_empty() => return None,
            // Languages are texts with blanks; ids of questions are ticks.
            Cell::List(items) if key == "languages" => items.join("; "),
            Cell::Text(_) | Cell::Number(_) | Cell::List(_) | Cell::Other(_) => {
                flat(&cell.clone().into_json())
            }
        };
        Some(json!({"name": format!("{name}_{key}"), "value": value}))
    });
    Json::Array(cells.collect())
}

fn in_codes(plan: &Plan, slot: usize, value: &Value, codes: &Codes<'_>) -> Json {
    let question = plan.question(slot);
    let code = |value: &String| codes.of(question.id.as_str(), plan.options(slot), value);
    match value {
        Value::Text(text) if question.kind.is_choice() => code(text),
        Value::List(items) if !items.is_empty() => items.iter().map(code).collect(),
        Value::Text(_)
        | Value::Number(_)
        | Value::List(_)
        | Value::Rows(_)
        | Value::Other(_) => serde_json::to_value(value).unwrap_or_default(),
    }
}

/// A value as XForms hold it: ticks with blanks between them.
fn flat(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(items) => {
            let items: Vec<&str> = items.iter().filter_map(Json::as_str).collect();
            items.join(" ")
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => {
            value.to_string()
        }
    }
}

/// Returns the reason that a survey holds: of a required question, and of a kind that a
/// submission accepts.
fn reason<'e>(
    plan: &Plan,
    slot: usize,
    entry: &'e Entry,
) -> Option<(NoAnswer, Option<&'e str>)> {
    let kind = entry.no_answer.filter(|kind| kind.suffices())?;
    let required = plan.question(slot).required == Required::Yes;
    required.then_some((kind, entry.reason.as_deref()))
}

fn each_entry(
    plan: &Plan,
    aligned: &[Option<&Entry>],
    mut visit: impl FnMut(usize, &Entry),
) {
    for slot in plan.slots() {
        if let Some(entry) = aligned.get(slot).copied().flatten() {
            visit(slot, entry);
        }
    }
}
