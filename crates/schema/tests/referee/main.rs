//! Our run and an independent validator agree on every document.
//!
//! For random responses to every questionnaire, each spoilt in a few places: a run (the
//! reader and the rules) finds no error of a code that is `in_schema` exactly when the
//! crate `jsonschema` says that the document is valid under the derived schema.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "functions beside the tests fail as tests do, by panicking"
)]

mod spoil;

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use serde_json::Value as Json;
use untoc_core::sample::{Random, Shape, complete, partial};
use untoc_core::{
    Code, Context, Finding, Level, Library, PartialDate, Plan, Severity, Surroundings,
    check_response,
};
use untoc_schema::{derive, read_response};

/// Returns the errors of a run that a schema can see.
fn judge(text: &str, library: &Library, plan: &Plan, level: Level) -> Vec<Finding> {
    let read = read_response(text, library);
    let mut findings = read.findings;
    if let Some(response) = &read.value {
        let today = PartialDate::Year(2026).first_day();
        let around = Surroundings::default();
        let context = Context::new(plan, response, around, level, today);
        findings.extend(check_response(&context));
    }
    findings.retain(|f| f.severity == Severity::Error && f.code.in_schema());
    findings
}

struct Referee {
    library: Library,
    schemas: BTreeMap<(String, &'static str), Validator>,
    met: BTreeSet<Code>,
    valid: usize,
}

impl Referee {
    fn new() -> Self {
        let library = Library::embedded();
        let mut schemas = BTreeMap::new();
        for plan in library.plans() {
            for level in [Level::Draft, Level::Submission] {
                let schema = jsonschema::validator_for(&derive(&plan, level));
                let schema = schema.unwrap_or_else(|error| panic!("{error}"));
                schemas.insert((plan.id().to_string(), level.as_str()), schema);
            }
        }
        Self { library, schemas, met: BTreeSet::new(), valid: 0 }
    }

    /// Fails where the two disagree.
    fn compare(&mut self, plan: &Plan, json: &Json, told: &str) {
        let text = untoc_core::json(json);
        for level in [Level::Draft, Level::Submission] {
            let errors = judge(&text, &self.library, plan, level);
            let schema = &self.schemas[&(plan.id().to_string(), level.as_str())];
            let faults: Vec<_> = schema
                .iter_errors(json)
                .take(3)
                .map(|e| {
                    format!("{} at {}: {e:.300}", e.schema_path(), e.instance_path())
                })
                .collect();
            assert_eq!(
                errors.is_empty(),
                faults.is_empty(),
                "{} at {}, {told}\nours: {errors:#?}\ntheirs: {faults:#?}",
                plan.id(),
                level.as_str(),
            );
            self.valid += usize::from(faults.is_empty());
            self.met.extend(errors.iter().map(|finding| finding.code));
        }
    }
}

/// How many documents are made for each questionnaire.
const SEEDS: u64 = 120;

/// On thousands of documents both give the same verdict, and every code that a schema
/// can see is met.
#[test]
fn run_and_schema_agree() {
    let mut referee = Referee::new();
    let plans: Vec<_> = referee.library.plans().collect();
    for (number, plan) in (0..).zip(&plans) {
        for seed in number * 1_000..number * 1_000 + SEEDS {
            let mut random = Random::new(seed);
            let shape = Shape { sentences: 1, ..Shape::default() };
            let response = match seed % 3 {
                0 => partial(plan, seed, shape),
                _ => complete(plan, seed, shape),
            };
            let Ok(mut json) = serde_json::to_value(&response) else {
                panic!("a response is JSON")
            };
            let mut told = Vec::new();
            for _ in 0..random.below(3) {
                told.push(spoil::spoil(&mut json, plan, &mut random));
            }
            referee.compare(plan, &json, &format!("seed {seed}: {told:?}"));
        }
    }
    assert!(referee.valid > 200, "only {} documents were valid", referee.valid);
    let wanted = Code::ALL.iter().filter(|c| c.in_schema());
    let unmet: Vec<_> = wanted.filter(|code| !referee.met.contains(code)).collect();
    assert!(unmet.is_empty(), "never met: {unmet:?}");
}
