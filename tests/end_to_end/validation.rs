//! `validate` on real files.

use crate::run::Place;

const HEAD: &str = "{\n  \"format\": \"untoc-response/1\",\n  \"questionnaire\": \"untoc-cluster-1\",\n  \"questionnaire_version\": \"1.0.0\",\n  \"state\": \"XXA\",\n  \"language\": \"en\",\n  \"answers\": {\n";

/// A broken answer is one finding with its place, in words and as JSON.
#[test]
fn a_broken_answer_is_found_with_its_place() {
    let place = Place::new();
    place.write("response.json", format!("{HEAD}    \"untoc-5-q1\": {{ \"note\": \"مرحبا 你好\", \"value\": \"maybe\" }}\n  }}\n}}\n"));
    let ran = place.run("validate response.json");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.out);
    let ran = place.run("validate response.json --format json");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.out);
}

/// One broken file does not hide what is wrong with the others.
#[test]
fn a_broken_file_hides_nothing() {
    let place = Place::dossier("--instruments untoc,tip --clusters 1");
    place.write("responses/untoc-cluster-1.json", "{\"format\": ");
    let text = place
        .read("responses/tip-cluster-1.json")
        .replace("\"answers\": {}", "\"answers\": {\"tip-5-q99\": {\"value\": \"yes\"}}");
    place.write("responses/tip-cluster-1.json", text);
    let ran = place.run("validate");
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("json-truncated") && ran.out.contains("question-unknown"),
        "{}",
        ran.out
    );
}

/// A file that is not there is 3; nothing to look at is 2.
#[test]
fn exit_codes_tell_what_happened() {
    let place = Place::new();
    place.fails(3, "validate nothing.json");
    place.fails(2, "validate");
    place.fails(2, "answer untoc-5-q1 yes");
    place.fails(2, "questions untoc-5-q99");
}

/// A user's questionnaire that breaks a rule is refused with findings.
#[test]
fn a_broken_questionnaire_is_refused() {
    let place = Place::new();
    let text = include_str!("../../questionnaires/fp/cluster-3.json");
    place.write("own/good.json", text);
    assert!(place.ok("questions --questionnaires own").contains("fp-cluster-3"));
    place.write(
        "own/good.json",
        text.replace("\"id\": \"fp-12-q15\"", "\"id\": \"fp-12-q1\""),
    );
    let talk = place.fails(1, "questions --questionnaires own");
    assert!(talk.contains("question-id-duplicate"), "{talk}");
    place.write("own/good.json", "[[[");
    assert!(place.fails(1, "questions --questionnaires own").contains("json-truncated"));
}
