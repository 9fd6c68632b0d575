//! Proves that each fault which the generator plants is the one error that is found.

use std::collections::BTreeMap;

use jiff::civil::date;
use untoc_core::sample::{self, Shape};
use untoc_core::{
    Code, Context, Level, Library, Plan, Severity, Surroundings, check_response,
    embedded_options,
};
use untoc_schema::{QuickPlan, Scratch, Verdict, quick, read_response};

fn errors(text: &str, library: &Library, plan: &Plan) -> Vec<Code> {
    let read = read_response(text, library);
    let mut findings = read.findings;
    if let Some(response) = &read.value {
        let around = Surroundings::default();
        let today = date(2026, 11, 24);
        let context = Context::new(plan, response, around, Level::Submission, today);
        findings.extend(check_response(&context));
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.code).collect()
}

/// A response to a questionnaire of any size is clean; broken in one place, it has one
/// error with the code of the fault. Every kind of fault occurs.
#[test]
fn one_fault_is_one_error() {
    let large = Plan::compile(sample::questionnaire(1, 3), embedded_options()).unwrap();
    let embedded = Library::embedded();
    let plans = embedded.plans().map(|plan| plan.as_ref().clone());
    let plans: Vec<Plan> = plans.chain([large]).collect();
    let library = Library::of(plans.clone());
    let mut scratch = Scratch::new();
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    for (at, plan) in (0_u64..).zip(&plans) {
        let fast = QuickPlan::compile(plan, Level::Submission, date(2026, 11, 24));
        for seed in at * 100..at * 100 + 12 {
            let response = sample::complete(plan, seed, Shape::default());
            let text = response.to_text();
            assert_eq!(quick(&fast, text.as_bytes(), &mut scratch), Verdict::Clean);
            let broken = sample::broken(plan, &response, seed).unwrap();
            let found = errors(&broken.text, &library, plan);
            assert_eq!(found, [broken.code], "{} {seed}: {}", plan.id(), broken.question);
            let verdict = quick(&fast, broken.text.as_bytes(), &mut scratch);
            assert_eq!(verdict, Verdict::Look, "{}", broken.code);
            *seen.entry(broken.code).or_default() += 1;
        }
    }
    assert!(seen.len() >= 24, "{seen:?}");
}
