//! What the script of a form knows: ids, conditions, contents and words, as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value as Json, json};
use untoc_core::{Required, Test, Value};
use untoc_report::{Argument, Words};

use crate::form::{FORM_PARTS, Form, FormPart, FormQuestion};
use crate::html::saved::ANSWERS_FORMAT;

#[derive(Serialize)]
struct Data<'a> {
    format: &'static str,
    form: &'a str,
    state: String,
    language: &'a str,
    questionnaires: BTreeMap<&'a str, &'a str>,
    parts: Vec<Json>,
    /// What stands in the fields, so that a field that nobody touched is saved as it was.
    contents: BTreeMap<String, &'a str>,
    words: BTreeMap<&'static str, String>,
}

/// Words with what stands in them in braces, for the script to put values in place.
const WORDS: [(&str, &[&str]); 28] = [
    ("progress", &["answered", "count"]),
    ("set-aside", &["count"]),
    ("saved", &["file"]),
    ("saved-troubles", &["file", "count"]),
    ("opened", &["file"]),
    ("open-sure", &[]),
    ("other-form", &["file"]),
    ("not-answers", &["file"]),
    ("restore-offer", &["time"]),
    ("restored", &[]),
    ("discarded", &[]),
    ("copy-left", &[]),
    ("no-copy", &[]),
    ("appeared", &["questions"]),
    ("row", &["row"]),
    ("remove-row", &["row"]),
    ("remove-sure", &["row"]),
    ("row-removed", &["row"]),
    ("trouble-number", &[]),
    ("trouble-whole", &[]),
    ("trouble-least", &["minimum"]),
    ("trouble-most", &["maximum"]),
    ("trouble-date", &[]),
    ("trouble-link", &[]),
    ("trouble-both", &[]),
    ("trouble-reason", &[]),
    ("trouble-elsewhere", &[]),
    ("trouble-cell", &[]),
];

/// Returns the data of a form as JSON that can stand inside a page.
pub(super) fn data(form: &Form<'_>, words: &Words) -> String {
    let first = form.parts.first();
    let data = Data {
        format: ANSWERS_FORMAT,
        form: form.id.as_str(),
        state: first.map(|part| part.response.state.to_string()).unwrap_or_default(),
        language: first.map_or("en", |part| &part.response.language),
        questionnaires: form
            .parts
            .iter()
            .map(|part| (part.plan.id().as_str(), part.plan.version()))
            .collect(),
        parts: form.parts.iter().map(part).collect(),
        contents: contents(form),
        words: WORDS.iter().map(|(key, names)| (*key, say(words, key, names))).collect(),
    };
    let text = serde_json::to_string(&data).unwrap_or_default();
    // Nothing in it may end the element that holds it.
    text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn say(words: &Words, key: &str, names: &[&str]) -> String {
    let braced: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    let arguments: Vec<(&str, Argument<'_>)> =
        names.iter().zip(&braced).map(|(name, text)| (*name, text.into())).collect();
    words.say(&format!("page-{key}"), &arguments)
}

fn questions<'f, 'a>(
    part: &'f FormPart<'a>,
) -> impl Iterator<Item = &'f FormQuestion<'a>> {
    part.sections.iter().flat_map(|section| &section.questions)
}

fn part(part: &FormPart<'_>) -> Json {
    let given = part.sections.iter().flat_map(|section| &section.given).map(|given| {
        let value = given.entry.as_ref().map(|entry| value(entry.value.as_ref()));
        json!([given.slot, value])
    });
    let asked = questions(part).map(|question| {
        let slot = question.fields.slot;
        json!({
            "id": question.id,
            "slot": slot,
            "required": question.fields.required == Required::Yes,
            "test": part.plan.test(slot).map(test),
        })
    });
    json!({
        "given": given.collect::<Vec<_>>(),
        "questions": asked.collect::<Vec<_>>(),
    })
}

/// Returns what a condition can see of an answer; false for an entry without a value,
/// which makes every condition on it false, but is known.
fn value(value: Option<&Value>) -> Json {
    match value {
        Some(Value::Text(text)) => json!(text),
        Some(Value::List(items)) => json!(items),
        Some(Value::Number(_) | Value::Rows(_) | Value::Other(_)) => json!(true),
        None => json!(false),
    }
}

fn test(condition: &Test) -> Json {
    match condition {
        Test::In(slot, values) => json!({ "in": [slot, values] }),
        Test::Answered(slot) => json!({ "answered": slot }),
        Test::All(parts) => json!({ "all": parts.iter().map(test).collect::<Vec<_>>() }),
        Test::Any(parts) => json!({ "any": parts.iter().map(test).collect::<Vec<_>>() }),
        Test::Not(part) => json!({ "not": test(part) }),
    }
}

fn contents<'f>(form: &'f Form<'_>) -> BTreeMap<String, &'f str> {
    let mut contents = BTreeMap::new();
    for question in form.parts.iter().flat_map(questions) {
        let value = question.value().filter(|_| question.fields.rows.is_empty());
        let parts = FORM_PARTS.into_iter().filter_map(|part| question.part(part));
        let cells = question.fields.rows.iter().flatten();
        for field in value.into_iter().chain(parts).chain(cells) {
            if !field.content.is_empty() {
                contents.insert(field.address.to_string(), &*field.content);
            }
        }
    }
    contents
}
