//! Blank surveys for other tools.

use crate::run::Place;

/// A survey can be made without a dossier, tells what it cannot carry, and is the same
/// file each time.
#[test]
fn surveys_need_no_dossier() {
    let place = Place::new();
    let survey = "export --blank --questionnaire untoc-cluster-1 --to";
    let ran = place.run(&format!("{survey} surveyjs"));
    assert_eq!(ran.code, 0, "{}", ran.talk);
    assert!(ran.out.starts_with('{') && ran.out.ends_with("}\n"));
    assert!(
        ran.talk.contains("SurveyJS has no field for internal remarks (99 questions)")
    );
    let ran = place.run(&format!("{survey} xlsform --output one.xlsx"));
    assert_eq!(ran.code, 0, "{}", ran.talk);
    place.ok(&format!("{survey} xlsform --output two.xlsx"));
    let read = |name: &str| std::fs::read(place.path(name)).unwrap();
    assert!(read("one.xlsx").starts_with(b"PK"));
    assert_eq!(read("one.xlsx"), read("two.xlsx"));
}

/// In a dossier every questionnaire becomes a file of its own.
#[test]
fn surveys_of_a_dossier() {
    let place = Place::dossier("--instruments untoc,tip --clusters 3");
    place.fails(2, "export --blank --to xlsform");
    place.ok("export --blank --to xlsform --output surveys");
    assert!(place.path("surveys/untoc-cluster-3.xlsx").exists());
    assert!(place.path("surveys/tip-cluster-3.xlsx").exists());
}

/// What cannot be done says what to do instead.
#[test]
fn surveys_are_blank_and_whole() {
    let place = Place::new();
    let survey = "export --to surveyjs --questionnaire untoc-cluster-1";
    assert!(place.fails(2, survey).contains("add --blank"));
    let part = format!("{survey} --blank --section untoc-5");
    assert!(place.fails(2, &part).contains("whole questionnaire"));
    let typo = "export --to surveyjs --blank --questionnaire untoc-cluste-1";
    assert!(place.fails(2, typo).contains("untoc-cluster-1"));
}
