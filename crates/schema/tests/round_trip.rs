//! Responses survive being written and read.

use proptest::prelude::*;
use untoc_core::sample::{Shape, complete, partial};
use untoc_core::{Library, Plan, Response};
use untoc_schema::{read_entry, read_response};

fn library() -> &'static Library {
    static LIBRARY: std::sync::OnceLock<Library> = std::sync::OnceLock::new();
    LIBRARY.get_or_init(Library::embedded)
}

fn check(plan: &Plan, response: &Response) {
    let text = response.to_text();
    let read = read_response(&text, library());
    assert_eq!(read.findings, [], "{}", plan.id());
    assert!(read.lossless);
    assert_eq!(read.value.as_ref(), Some(response), "{}", plan.id());
    assert_eq!(read.value.map(|response| response.to_text()), Some(text));
}

/// A full response to each questionnaire is read without findings, and is the same.
#[test]
fn full_responses_come_back() {
    for (seed, plan) in (1..).zip(library().plans()) {
        check(&plan, &complete(&plan, seed, Shape::default()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A response with anything in it comes back as it was, and so does each entry.
    #[test]
    fn any_response_comes_back(which in 0_usize..16, seed in any::<u64>()) {
        let plan = library().get(library().ids()[which].as_str()).unwrap();
        let response = partial(&plan, seed, Shape::default());
        check(&plan, &response);
        for (question, entry) in response.answers.iter().take(5) {
            let slot = plan.slot(question.as_str()).unwrap();
            let read = read_entry(&untoc_core::json(entry), Some((&plan, slot)));
            prop_assert_eq!(&read.findings, &[]);
            prop_assert_eq!(read.value.as_ref(), Some(entry));
        }
    }
}
