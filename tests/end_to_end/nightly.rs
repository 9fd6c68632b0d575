//! What a nightly job runs: settings, baselines, parts, comparisons.

use crate::run::Place;

/// Three dossiers, one of them with a wrong answer, and one response that is cut off.
fn night() -> Place {
    let place = Place::new();
    for name in ["fiji", "kenya", "peru"] {
        place.ok(&format!(
            "init in/{name} --state XXA --instruments untoc,fp --clusters 1"
        ));
    }
    let file = "in/kenya/responses/untoc-cluster-1.json";
    let text = place.read(file).replace(
        "\"answers\": {}",
        "\"answers\": {\"untoc-5-q1\": {\"value\": \"maybe\", \"note\": \"A private <b>sentence</b>.\"}}",
    );
    place.write(file, text);
    place.write("in/loose.json", "{\"format\": \"untoc-response/1\",");
    place
}

/// Settings are found upward, shown with where they stand, and can be left aside.
#[test]
fn settings_say_where_they_come_from() {
    let mut place = night();
    place.write(
        "untoc.toml",
        "level = \"draft\"\nexclude = [\"in/loose.json\"]\n\n[severity]\nanswer-not-an-option = \"note\"\n",
    );
    assert_eq!(place.run("validate in").code, 0);
    assert_eq!(place.run("validate in --isolated").code, 1);
    place.write("other.toml", "[severity]\nanswer-not-an-option = \"off\"\n");
    assert!(!place.run("validate in --config other.toml").out.contains("answer-not-an"));
    place.enter("in");
    insta::assert_snapshot!(place.ok("config show"));
    assert!(place.ok("config show --isolated").contains("level = draft   (usual)"));
    place.write("untoc.toml", "levle = \"draft\"\n");
    let talk = place.fails(2, "config show");
    assert!(talk.contains("levle") && talk.contains("write level"), "{talk}");
}

/// A baseline is written whole or not at all, replaces nothing unasked, and accepts what
/// it lists.
#[test]
fn a_baseline_accepts_what_is_known() {
    let place = night();
    let write = "validate in --write-baseline known.json --reason agreed --expires";
    assert_eq!(place.run(&format!("{write} 2026-12-31")).code, 0);
    place.fails(4, &format!("{write} 2027-12-31"));
    let before = place.read("known.json");
    assert_eq!(before.matches("2026-12-31").count(), 2);
    let ran = place.run("validate in --baseline known.json");
    assert_eq!(ran.code, 0, "{}", ran.out);
    place.fails(
        4,
        "validate in --write-baseline no/where.json --reason x --expires 2027-01-01",
    );
    place.fails(2, "validate in --write-baseline b.json");
    place.fails(
        2,
        "validate in --write-baseline b.json --reason \" \" --expires 2027-01-01",
    );
    let names = std::fs::read_dir(place.path(".")).unwrap();
    let names: Vec<_> = names.map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "something was left behind: {names:?}");
    assert_eq!(place.read("known.json"), before);
}

/// Parts joined are the report of one run, byte for byte, whatever the order of names.
#[test]
fn parts_make_the_whole() {
    let place = night();
    place.write("due.csv", "state,questionnaire,due\nXXA,tip-cluster-1,2026-11-01\n");
    let run = "validate in --format json --expect due.csv --exit-zero";
    place.ok(&format!("{run} --output whole.json"));
    place.ok(&format!("{run} in/kenya in/fiji --jobs 1 --output again.json"));
    assert_eq!(place.read("again.json"), place.read("whole.json"));
    for part in 1..=3 {
        place.ok(&format!("{run} --shard {part}/3 --output part-{part}.json"));
    }
    place.fails(2, "join-reports part-1.json part-3.json");
    let ran =
        place.run("join-reports part-3.json part-1.json part-2.json --output one.json");
    assert_eq!(ran.code, 1, "{}", ran.talk);
    assert_eq!(place.read("one.json"), place.read("whole.json"));
}

/// A comparison says what is new with its exit code, in words and as JSON.
#[test]
fn a_comparison_says_what_is_new() {
    let place = night();
    place.ok("validate in --format json --output monday.json --exit-zero");
    place.write("in/loose.json", "{\"format\": ");
    place.write("in/peru/laws.json", "[");
    place.ok("validate in --format jsonl --output tuesday.jsonl --exit-zero");
    let ran = place.run("compare-reports monday.json tuesday.jsonl");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.out);
    place.ok("compare-reports tuesday.jsonl monday.json");
    place.ok("compare-reports monday.json tuesday.jsonl --exit-zero");
    let json = place.run("compare-reports monday.json tuesday.jsonl --format json").out;
    crate::schemas::check(&place, "comparison", "the comparison", &json);
    place.fails(3, "compare-reports monday.json nothing.json");
    place.fails(2, "compare-reports monday.json in/loose.json");
}

/// Each dossier gets a letter without private text; nothing is overwritten unasked.
#[test]
fn each_dossier_gets_a_letter() {
    let place = night();
    place.ok(
        "validate in --level submission --format json --output night.json --exit-zero",
    );
    let ran = place.run("letters night.json --to html --output out/letters");
    assert_eq!((ran.code, ran.out.as_str()), (0, "wrote 3 letters into out/letters\n"));
    assert!(ran.talk.contains("about no dossier"), "{}", ran.talk);
    let kenya = place.read("out/letters/letter-in-kenya.html");
    assert!(kenya.contains("untoc-5-q1") && !kenya.contains("private"));
    place.fails(4, "letters night.json --to html --output out/letters");
    place.ok("letters night.json --to html --output out/letters --force");
    assert_eq!(place.read("out/letters/letter-in-kenya.html"), kenya);
    let ran = place.run("letters night.json --to md --output out/letters --force");
    assert!(ran.talk.contains("3 files"), "{}", ran.talk);
    place.ok("validate in --show-values --format jsonl --output shown.jsonl --exit-zero");
    let talk = place.fails(2, "letters shown.jsonl --to md --output other");
    assert!(talk.contains("--show-values"), "{talk}");
    place.fails(3, "letters nothing.json --to md --output other");
}

/// A write that was stopped is told as what it is, and carried out by the next command.
#[test]
fn an_unfinished_write_is_no_change_from_outside() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let file = "responses/untoc-cluster-1.json";
    let before = place.read(file);
    place.ok("answer untoc-5-q1 yes");
    let after = place.read(file);
    place.write(file, &before);
    let out = place.run("validate").out;
    assert!(out.contains("write-unfinished") && !out.contains("edited-outside"), "{out}");
    assert_eq!(place.read(file), before);
    place.ok("status");
    assert_eq!(place.read(file), after);
    assert!(!place.run("validate").out.contains("write-unfinished"));
}
