//! A whole dossier at level submission.

use untoc_core::sample::{self, Shape};
use untoc_core::{Library, Required, Response};

use crate::run::Place;

fn whole_dossier() -> (Place, Vec<Response>) {
    let place = Place::dossier("--instruments untoc,tip,som,fp --clusters 1");
    place.ok("contributor add \"Ministry of Justice\"");
    place.write("laws.json", sample::laws().to_text());
    let library = Library::embedded();
    let mut responses = Vec::new();
    for instrument in ["untoc", "tip", "som", "fp"] {
        let id = format!("{instrument}-cluster-1");
        let plan = library.get(&id).unwrap();
        let response = sample::complete(&plan, 7, Shape::default());
        place.write(&format!("responses/{id}.json"), response.to_text());
        responses.push(response);
    }
    (place, responses)
}

/// With every asked question answered and nothing parked, a dossier of all four
/// instruments is clean.
#[test]
fn a_whole_dossier_is_clean() {
    let (place, _) = whole_dossier();
    let ran = place.run("validate --level submission --format json");
    assert_eq!(ran.code, 0, "{}", ran.out);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["summary"]["errors"], 0);
    // The files were written by this test, which is all there is to say.
    for finding in report["findings"].as_array().unwrap() {
        let code = finding["code"].as_str().unwrap();
        assert!(["edited-outside", "law-unused"].contains(&code), "{finding:#}");
    }
}

/// Any one required answer taken away is exactly one `answer-missing`, which names it.
#[test]
fn one_answer_less_is_one_finding() {
    let (place, responses) = whole_dossier();
    let library = Library::embedded();
    for (step, response) in responses.iter().enumerate() {
        let id = response.questionnaire.as_str();
        let plan = library.get(id).unwrap();
        let required: Vec<_> = response
            .answers
            .iter()
            .map(|(question, _)| question)
            .filter(|question| {
                plan.question(plan.slot(question.as_str()).unwrap()).required
                    == Required::Yes
            })
            .collect();
        // The core tries every one of them; here a few prove the way through the program.
        for question in required.into_iter().skip(step).step_by(9) {
            let mut less = response.clone();
            less.answers.set(question, None);
            place.write(&format!("responses/{id}.json"), less.to_text());
            let ran = place.run("validate --level submission --format json");
            assert_eq!(ran.code, 1, "{question}");
            let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            let missing: Vec<_> = report["findings"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|finding| finding["code"] == "answer-missing")
                .collect();
            assert_eq!(missing.len(), 1, "{question}: {missing:#?}");
            assert_eq!(missing[0]["places"][0]["question"], question.as_str());
        }
        place.write(&format!("responses/{id}.json"), response.to_text());
    }
}
