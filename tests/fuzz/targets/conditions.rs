//! Conditions: which questions are asked, by the plan and by a plain walk over the words.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use untoc_core::{
    Condition, Context, CountryCode, Entry, Kind, Level, PartialDate, Plan, QuestionId,
    Response, State, Surroundings, Value, check_response, embedded_options, sample,
};
use untoc_schema::{QuickPlan, Scratch, Verdict, quick, read_response};

/// Takes decisions from the bytes of the fuzzer; zeros when they are used up.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }
}

/// A condition over some of the questions that stand before.
fn condition(
    before: &[(QuestionId, Vec<String>)],
    bytes: &mut Bytes<'_>,
    depth: usize,
) -> Condition {
    let parts = |bytes: &mut Bytes<'_>| {
        let number = 1 + bytes.next() % 3;
        (0..number).map(|_| condition(before, bytes, depth + 1)).collect()
    };
    let (question, options) = &before[bytes.next() % before.len()];
    match bytes.next() % if depth < 4 { 7 } else { 2 } {
        0 if !options.is_empty() => {
            let mask = bytes.next();
            let mut some: Vec<String> = options.clone();
            let mut at = 0;
            some.retain(|_| {
                at += 1;
                mask >> (at - 1) & 1 == 1
            });
            if some.is_empty() {
                some.push(options[0].clone());
            }
            Condition::In(question.clone(), some)
        }
        0 | 1 => Condition::Answered(question.clone()),
        2 | 3 => Condition::All(parts(bytes)),
        4 | 5 => Condition::Any(parts(bytes)),
        _ => Condition::Not(Box::new(condition(before, bytes, depth + 1))),
    }
}

/// Says whether a condition holds, as the guide says it in words.
fn holds(
    condition: &Condition,
    asked: &BTreeMap<QuestionId, bool>,
    response: &Response,
) -> bool {
    let value = |question: &QuestionId| {
        let entry = response.answers.get(question.as_str()).filter(|_| asked[question])?;
        entry.value.as_ref().filter(|_| entry.no_answer.is_none())
    };
    match condition {
        Condition::In(question, options) => match value(question) {
            Some(Value::Text(text)) => options.contains(text),
            Some(Value::List(ticked)) => ticked.iter().any(|tick| options.contains(tick)),
            Some(Value::Number(_) | Value::Rows(_) | Value::Other(_)) | None => false,
        },
        Condition::Answered(question) => value(question).is_some(),
        Condition::All(parts) => parts.iter().all(|part| holds(part, asked, response)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, asked, response)),
        Condition::Not(part) => !holds(part, asked, response),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Bytes(bytes);
    let mut questionnaire = sample::questionnaire(bytes.next() as u64, 1);
    let mut before: Vec<(QuestionId, Vec<String>)> = Vec::new();
    for question in questionnaire.sections.iter_mut().flat_map(|s| &mut s.questions) {
        if !before.is_empty() && bytes.next() % 2 == 1 {
            question.when = Some(condition(&before, &mut bytes, 0));
        } else {
            question.when = None;
        }
        let options: Vec<String> = match question.kind {
            Kind::Implementation => ["yes", "in_part", "no"].map(str::to_owned).into(),
            Kind::YesNo => ["yes", "no"].map(str::to_owned).into(),
            _ => question.options.iter().map(|choice| choice.value.clone()).collect(),
        };
        before.push((question.id.clone(), options));
    }
    let Ok(plan) = Plan::compile(questionnaire, embedded_options()) else { return };
    let mut response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    let whole = sample::complete(&plan, bytes.next() as u64, sample::Shape::default());
    for (question, options) in &before {
        let entry = match bytes.next() % 4 {
            0 => continue,
            1 if !options.is_empty() => {
                let option = options[bytes.next() % options.len()].clone();
                let several = plan
                    .slot(question.as_str())
                    .is_some_and(|slot| plan.question(slot).kind == Kind::Multiple);
                let value = match several {
                    true => Value::List(vec![option]),
                    false => Value::Text(option),
                };
                Entry { value: Some(value), ..Entry::default() }
            }
            2 => Entry::default(),
            _ => match whole.answers.get(question.as_str()) {
                Some(entry) => entry.clone(),
                None => continue,
            },
        };
        response.answers.set(question, Some(entry));
    }
    let states = plan.states(&plan.align(&response));
    let mut asked = BTreeMap::new();
    for slot in plan.slots() {
        let question = plan.question(slot);
        let is = question.when.as_ref().is_none_or(|when| holds(when, &asked, &response));
        assert_eq!(is, states[slot] == State::Asked, "{}", question.id);
        asked.insert(question.id.clone(), is);
    }
    let text = response.to_text();
    let library = untoc_core::Library::of([plan.clone()]);
    let today = PartialDate::Year(2026).first_day();
    let mut scratch = Scratch::new();
    for level in [Level::Draft, Level::Submission] {
        let read = read_response(&text, &library);
        let mut findings = read.findings;
        if let Some(response) = &read.value {
            let around = Surroundings::default();
            findings.extend(check_response(&Context::new(
                &plan, response, around, level, today,
            )));
        }
        let fast = QuickPlan::compile(&plan, level, today);
        let clean = quick(&fast, text.as_bytes(), &mut scratch) == Verdict::Clean;
        assert_eq!(clean, findings.is_empty(), "{level:?}: {findings:#?}");
    }
});
