//! Random questionnaires with trees of conditions, and random answers to them.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use untoc_core::sample::{Random, Shape, text, value};
use untoc_core::{
    Code, Entry, Kind, Library, NoAnswer, Plan, Questionnaire, embedded_options,
};
use untoc_export::{SurveyOptions, to_surveyjs};

use crate::case::{Asked, Case};

/// Values that a tool may take for something else than text, or for each other.
const VALUES: [&str; 14] = [
    "yes",
    "no",
    "none",
    "other",
    "a",
    "A",
    "two words",
    "1",
    "01",
    "1.0",
    "true",
    "2020-01-01",
    "it's",
    "null",
];

const SHAPE: Shape = Shape { sentences: 1, no_answer: 0, rows: 2, optional: true };

/// Returns the cases of a run: the real questionnaires, then random ones.
pub(crate) fn cases(
    seed: u64,
    questionnaires: usize,
    responses: usize,
) -> impl Iterator<Item = Case> {
    let mut random = Random::new(seed);
    let library = Library::embedded();
    let mut cases = Vec::new();
    for plan in library.plans() {
        let answers = (0..responses).map(|_| entries(&plan, &mut random)).collect();
        cases.push(Case {
            name: plan.id().to_string(),
            questionnaire: Asked::Embedded(plan.id().to_string()),
            responses: answers,
        });
    }
    while cases.len() < library.ids().len() + questionnaires {
        let Some((questionnaire, plan)) = questionnaire(&mut random) else { continue };
        let answers = (0..responses).map(|_| entries(&plan, &mut random)).collect();
        cases.push(Case {
            name: format!("random-{seed}-{}", cases.len()),
            questionnaire: Asked::Own(Box::new(questionnaire)),
            responses: answers,
        });
    }
    cases.into_iter()
}

/// Returns a random questionnaire; none where a condition would be too long for a
/// survey, which a finding says there.
fn questionnaire(random: &mut Random) -> Option<(Questionnaire, Plan)> {
    let mut questions: Vec<Json> = Vec::new();
    let count = 4 + random.below(10);
    for at in 0..count {
        let question = question(at, &questions, random);
        questions.push(question);
    }
    let middle = 1 + random.below(count - 1);
    let rest = questions.split_off(middle);
    let sections = json!([
        {"id": "s1", "title": "First", "intro": "What it is about.", "questions": questions},
        {"id": "2s", "article": "2", "title": "Second", "questions": rest},
    ]);
    let whole = json!({
        "format": "untoc-questionnaire/1", "id": "untoc-cluster-1", "version": "1.0.0",
        "language": "en", "instrument": "untoc", "cluster": 1, "title": "Random",
        "articles": ["2"], "sections": sections,
    });
    let questionnaire: Questionnaire = serde_json::from_value(whole).ok()?;
    let plan = Plan::compile(questionnaire.clone(), embedded_options()).ok()?;
    let (_, findings) = to_surveyjs(&plan, &SurveyOptions::default());
    let long = findings.iter().any(|f| f.code == Code::SurveyConditionMissing);
    (!long).then_some((questionnaire, plan))
}

fn question(at: usize, earlier: &[Json], random: &mut Random) -> Json {
    let kind = random.pick(&Kind::ALL).copied().unwrap_or(Kind::YesNo);
    // Half of the questions are choices, since `in` can only test those.
    let kind = if random.chance(40) { Kind::Multiple } else { kind };
    let id = if random.chance(20) { format!("{at}-q") } else { format!("q-{at}") };
    let mut question = json!({
        "id": id, "kind": kind.as_str(), "text": format!("Question {at}?"),
        "required": random.chance(60),
    });
    let Some(fields) = question.as_object_mut() else { return question };
    match kind {
        Kind::Single | Kind::Multiple => {
            fields.insert("options".to_owned(), options(kind, random));
        }
        Kind::Number => {
            fields.insert("minimum".to_owned(), json!(0));
        }
        Kind::Table => {
            let columns = json!([
                {"key": "year", "label": "Year", "type": "integer", "minimum": 1900},
                {"key": "what", "label": "What", "type": "text"},
                {"key": "when", "label": "When", "type": "date"},
            ]);
            fields.insert("columns".to_owned(), columns);
        }
        Kind::Implementation
        | Kind::YesNo
        | Kind::Text
        | Kind::Date
        | Kind::Laws
        | Kind::Cases
        | Kind::Authorities => {}
    }
    if !earlier.is_empty() && random.chance(70) {
        fields.insert("when".to_owned(), condition(earlier, 3, random));
    }
    question
}

fn options(kind: Kind, random: &mut Random) -> Json {
    let mut picked: Vec<&str> = Vec::new();
    for _ in 0..2 + random.below(5) {
        let value = random.pick(&VALUES).copied().unwrap_or("yes");
        if !picked.contains(&value) {
            picked.push(value);
        }
    }
    let exclusive = kind == Kind::Multiple && random.chance(30);
    let options = picked.iter().enumerate().map(|(at, value)| {
        let label = format!("Option {value}");
        if exclusive && at == 0 {
            json!({"value": value, "label": label, "exclusive": true})
        } else {
            json!({"value": value, "label": label})
        }
    });
    Json::Array(options.collect())
}

fn condition(earlier: &[Json], depth: usize, random: &mut Random) -> Json {
    let parts = |random: &mut Random| -> Vec<Json> {
        let count = if random.chance(3) { 0 } else { 1 + random.below(3) };
        (0..count).map(|_| condition(earlier, depth - 1, random)).collect()
    };
    if depth > 0 {
        match random.below(6) {
            0 => return json!({ "all": parts(random) }),
            1 => return json!({ "any": parts(random) }),
            2 => return json!({ "not": condition(earlier, depth - 1, random) }),
            _ => {}
        }
    }
    let named = random.pick(earlier).cloned().unwrap_or_default();
    let id = named.get("id").cloned().unwrap_or_default();
    let values = values(&named);
    if values.is_empty() || random.chance(20) {
        return json!({"question": id, "answered": true});
    }
    let listed: Vec<String> = values.into_iter().filter(|_| random.chance(45)).collect();
    json!({"question": id, "in": listed})
}

/// Returns the values that a question offers.
fn values(question: &Json) -> Vec<String> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match question.get("kind").and_then(Json::as_str) {
        Some("yes_no") => words(&["yes", "no"]),
        Some("implementation") => words(&["yes", "in_part", "no"]),
        _ => question
            .get("options")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
            .filter_map(|option| option.get("value")?.as_str().map(str::to_owned))
            .collect(),
    }
}

/// Returns random entries: values, reasons, open entries; also where nothing is asked.
fn entries(plan: &Plan, random: &mut Random) -> BTreeMap<String, Entry> {
    let share = 30 + random.below(70);
    let mut entries = BTreeMap::new();
    for slot in plan.slots() {
        if !random.chance(share) {
            continue;
        }
        let entry = match random.below(12) {
            0 => no_answer(NoAnswer::NotApplicable, Some("It is not so here."), random),
            1 => no_answer(NoAnswer::Postponed, None, random),
            2 => no_answer(NoAnswer::NotAssessed, Some("Nobody has looked."), random),
            3 => Entry { note: Some(text(random, 1)), ..Entry::default() },
            _ => Entry::with_value(value(plan, slot, &[], random, SHAPE)),
        };
        entries.insert(plan.question(slot).id.to_string(), entry);
    }
    entries
}

fn no_answer(kind: NoAnswer, reason: Option<&str>, random: &mut Random) -> Entry {
    let note = random.chance(20).then(|| text(random, 1));
    Entry {
        no_answer: Some(kind),
        reason: reason.map(str::to_owned),
        note,
        ..Entry::default()
    }
}
