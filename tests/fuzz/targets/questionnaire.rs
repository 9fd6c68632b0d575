//! Questionnaires and option sets: read, checked, compiled, and made into a schema.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_core::{Level, Plan, check_questionnaires, embedded_options};
use untoc_schema::{derive, read_options, read_questionnaire};

fuzz_target!(|text: &str| {
    let read = read_options(text);
    assert!(read.value.is_some() || !read.findings.is_empty());
    let read = read_questionnaire(text);
    assert!(read.value.is_some() || !read.findings.is_empty());
    let Some(questionnaire) = read.value else { return };
    let options = embedded_options();
    let findings = check_questionnaires(std::slice::from_ref(&questionnaire), options);
    match Plan::compile(questionnaire, options) {
        Ok(plan) => {
            let _ = derive(&plan, Level::Submission);
        }
        Err(_) => assert!(!findings.is_empty()),
    }
});
