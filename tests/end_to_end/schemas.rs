//! What the tool writes is what its schemas say.

use serde_json::Value as Json;

use crate::run::Place;

/// Fails where a text is not valid under a schema that the tool prints.
pub(crate) fn check(place: &Place, schema: &str, name: &str, text: &str) {
    let schema: Json =
        serde_json::from_str(&place.ok(&format!("schema {schema}"))).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let json: Json = serde_json::from_str(text).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&json)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{name}: {faults:#?}");
}

/// Every file of a dossier and the report of a check are valid under their schemas.
#[test]
fn what_is_written_follows_the_schemas() {
    let mut place = Place::new();
    place.ok("demo");
    place.enter("untoc-demo");
    place.ok("undo");
    check(&place, "dossier", "dossier.json", &place.read("dossier.json"));
    check(&place, "laws", "laws.json", &place.read("laws.json"));
    for file in std::fs::read_dir(place.path("responses")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let text = place.read(&format!("responses/{name}"));
        let questionnaire = name.trim_end_matches(".json");
        check(&place, "response", &name, &text);
        check(&place, questionnaire, &name, &text);
    }
    for line in place.read("history.jsonl").lines() {
        check(&place, "history", "history.jsonl", line);
    }
    let report = place.run("validate --level submission --format json").out;
    assert!(report.contains("answer-missing"));
    check(&place, "report", "the report", &report);
}
