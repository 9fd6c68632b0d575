//! Evidence from the provider's table to the receipt.

use std::fmt::Write as _;
use std::fs;

use crate::run::Place;

/// Counts that expose nobody.
fn counts() -> String {
    let mut text = "year,form,cases\n".to_owned();
    for (at, form) in ["labour", "sexual", "other"].iter().enumerate() {
        for year in 2020..2025 {
            writeln!(text, "{year},{form},{}", 20 + at * 7 + year % 5).unwrap();
        }
    }
    text
}

const ABOUT: &str = "--title \"Court monitoring 2025\" --provider \"Open Courts Exampleland\" \
    --provider-kind ngo --period 2020..2024 --place Exampleland --unit \"a case\" \
    --method \"observers in twelve courts\" --sensitivity restricted \
    --purpose \"the review of the Convention\" --onward-use reviewing_states --naming named \
    --keep-until 2027-12-31 --licence \"CC BY 4.0\" --language en";

/// A dossier with a package beside it.
fn with_package() -> Place {
    let place = Place::dossier("--instruments untoc --clusters 1");
    place.write("../ngo/counts.csv", counts());
    place.write("../ngo/report.md", "# Report\n");
    place.ok(&format!(
        "evidence pack ../ngo/counts.csv ../ngo/report.md {ABOUT} --output ../monitoring.zip"
    ));
    place
}

/// The whole way: packed, taken in, linked, checked, told to the provider, removed.
#[test]
fn from_table_to_receipt() {
    let place = with_package();
    let mut page = String::new();
    let mut note = |command: &str| {
        let ran = place.run(command);
        page.push_str(&format!("$ untoc {command}\n{}{}", ran.out, ran.talk));
        assert_eq!(ran.code, 0, "{command}\n{}{}", ran.out, ran.talk);
    };
    note("evidence add ../monitoring.zip");
    note("evidence list");
    note("answer untoc-5-q1 yes");
    note("evidence link untoc-5-q1 court-monitoring-2025 --stance contradicts");
    note(
        "evidence link untoc-5-q1 court-monitoring-2025 --stance supports --note \"Table 1\"",
    );
    note("evidence show court-monitoring-2025");
    note("evidence receipt court-monitoring-2025");
    note("validate");
    note("evidence remove court-monitoring-2025");
    note("undo");
    note("log");
    insta::assert_snapshot!(page);
    let kept = place.path("evidence/court-monitoring-2025/data/counts.csv");
    assert_eq!(fs::read_to_string(kept).unwrap(), counts());
}

/// Packing again gives the same bytes, as a zip file and as a folder.
#[test]
fn packing_is_reproducible() {
    let place = with_package();
    let pack = |to: &str| {
        place.ok(&format!(
            "evidence pack ../ngo/counts.csv ../ngo/report.md {ABOUT} --output {to}"
        ));
    };
    pack("../again.zip");
    assert_eq!(
        fs::read(place.path("../monitoring.zip")).unwrap(),
        fs::read(place.path("../again.zip")).unwrap()
    );
    pack("../folder");
    place.ok("evidence add ../folder");
    let described = place.ok("evidence describe court-monitoring-2025");
    assert_eq!(described, place.read("../folder/evidence.json"));
    for to in ["dcat", "ro-crate"] {
        let text =
            place.ok(&format!("evidence describe court-monitoring-2025 --to {to}"));
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(json.get("@context").is_some());
    }
}

/// A package that is passed on is the one that was received, byte for byte, and goes no
/// further than its terms.
#[test]
fn passed_on_as_received() {
    let place = with_package();
    place.ok("evidence add ../monitoring.zip");
    let item = "evidence export court-monitoring-2025";
    place.ok(&format!("{item} --for-whom review --output ../out.zip"));
    assert_eq!(
        fs::read(place.path("../monitoring.zip")).unwrap(),
        fs::read(place.path("../out.zip")).unwrap()
    );
    let ran = place.run(&format!("{item} --for-whom public --output ../public.zip"));
    assert_eq!(ran.code, 1);
    assert!(ran.talk.contains("reviewing_states"), "{}", ran.talk);
    assert!(!place.path("../public.zip").exists());
    let ran = place.run("validate ../monitoring.zip");
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.talk);
    place.write("../bad/evidence.json", "{\"format\": \"untoc-evidence/1\"}");
    assert!(place.run("validate ../bad/evidence.json").out.contains("field-missing"));
}

/// A package that was changed on the way is refused, with the reason, and nothing is
/// written.
#[test]
fn a_changed_package_is_refused() {
    let place = with_package();
    place.ok(&format!("evidence pack ../ngo/counts.csv {ABOUT} --output ../folder"));
    place.write("../folder/data/counts.csv", counts().replace("20,", "21,"));
    place.write("../folder/data/names.csv", "name\nA. Example\n");
    let ran = place.run("evidence add ../folder");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.talk);
    assert!(!place.path("evidence/court-monitoring-2025").exists());
    assert!(!place.path(".backup/evidence").exists());
    assert_eq!(place.ok("evidence list").lines().count(), 2);
}

/// A table of cases leaves only if each reason to keep it back is named.
#[test]
fn names_of_persons_block_a_package() {
    let place = Place::new();
    let mut cases = "case_id,first name,year,cases\n".to_owned();
    for number in 0..30 {
        writeln!(cases, "A{number},Someone,2015,20").unwrap();
    }
    place.write("cases.csv", cases);
    let ran = place.run(&format!("evidence pack cases.csv {ABOUT} --output p.zip"));
    assert_eq!(ran.code, 1);
    assert!(
        ran.talk.contains("first name") && !ran.talk.contains("Someone"),
        "{}",
        ran.talk
    );
    assert!(!place.path("p.zip").exists());
    let despite = "--despite \"first name\" --despite cases.csv --despite case_id";
    let ran =
        place.run(&format!("evidence pack cases.csv {ABOUT} {despite} --output p.zip"));
    assert_eq!(ran.code, 0, "{}", ran.talk);
}

/// What is missing in a description is named, or asked for in plain words.
#[test]
fn asks_for_what_is_missing() {
    let place = Place::new();
    place.write("counts.csv", counts());
    let ran = place.run("evidence pack counts.csv --title Counts --output p.zip");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!("missing", ran.talk);
    let answers =
        "Open Courts Exampleland\n1\n\n\n\na case\n\n\n\nthe review\n3\n\n\n\n\n\n";
    let ran = place
        .feed("evidence pack counts.csv --title Counts --ask --output p.zip", answers);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.talk);
    insta::assert_snapshot!("asked", ran.out);
}

/// A wrong answer is asked for again, there is a way back, and whoever stops finds the
/// answers in a file and goes on from there.
#[test]
fn nothing_typed_is_lost() {
    let place = Place::new();
    place.write("counts.csv", counts());
    let command = "evidence pack counts.csv --title Counts --ask --output p.zip";
    let answers = "Open Courts Exampleland\nsomething\n1\n\nlast year\n2025\n:back\n\n\
                   Exampleland; Otherland\n:shoe\n:help\n:stop\n";
    let ran = place.feed(command, answers);
    assert_eq!(ran.code, 130, "{}{}", ran.out, ran.talk);
    insta::assert_snapshot!("stopped", ran.talk);
    insta::assert_snapshot!("draft", place.read("p.draft.json"));
    let ran = place.run("evidence pack counts.csv --from p.draft.json --output p.zip");
    assert_eq!(ran.code, 2, "{}", ran.talk);
    assert!(ran.talk.contains("lacks: sensitivity, purpose"), "{}", ran.talk);
    let answers = "\n\n\n\n\nthe review\nnone\n\n\n\n\n\n";
    let ran = place.feed(&format!("{command} --from p.draft.json"), answers);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.talk);
    let ran = place.feed(command, "");
    assert!(ran.code == 4 && !ran.talk.contains("question"), "{}", ran.talk);
}

/// Files without a package are described by the State; terms are held to.
#[test]
fn loose_files_and_terms() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    place.write("../t.csv", counts());
    let about = ABOUT.replace("reviewing_states", "none").replace("2027", "2025");
    place.ok(&format!(
        "evidence add ../t.csv {about} --received-from \"a colleague\" --id t"
    ));
    place.ok("answer untoc-5-q1 yes --note \"See the table.\"");
    place.ok("evidence link untoc-5-q1 t --stance supports");
    let ran = place.run("validate --format json");
    let codes: Vec<String> = serde_json::from_str::<serde_json::Value>(&ran.out).unwrap()
        ["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|f| f["code"].as_str().map(str::to_owned))
        .filter(|code| code.starts_with("evidence"))
        .collect();
    assert_eq!(codes, ["evidence-kept-too-long", "evidence-circle"]);
    let ran = place.run("export --to json");
    assert!(!ran.out.contains("\"item\": \"t\""), "{}", ran.out);
    assert!(ran.talk.contains("1 links to evidence"), "{}", ran.talk);
    let out = place.ok("export --to json --audience national");
    assert!(out.contains("\"item\": \"t\""));
}

/// Erased is erased, and says what it cannot reach.
#[test]
fn erasing_says_what_it_cannot_reach() {
    let place = with_package();
    place.ok("evidence add ../monitoring.zip");
    place.ok("answer untoc-5-q1 yes");
    place.ok("evidence link untoc-5-q1 court-monitoring-2025 --stance supports");
    assert_eq!(place.run("evidence remove court-monitoring-2025 --erase").code, 2);
    let out = place.ok(
        "evidence remove court-monitoring-2025 --erase --reason \"consent withdrawn\"",
    );
    insta::assert_snapshot!(out);
    assert!(!place.read("history.jsonl").contains("Open Courts"));
    assert!(!place.path(".backup/evidence/court-monitoring-2025").exists());
    assert!(
        place.ok("evidence list").contains("erased on 2026-11-24: consent withdrawn")
    );
    assert_eq!(place.run("evidence show court-monitoring-2025").code, 2);
}

/// A package for a key or with a passphrase is opened by nobody else.
#[test]
fn encrypted_packages() {
    let place = with_package();
    let secret =
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
    let public = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    place.write("../key.txt", format!("# a key for tests\n{secret}\n"));
    place.write("../pass.txt", "correct horse battery staple\n");
    let pack = "evidence pack ../ngo/counts.csv ../ngo/report.md";
    place.ok(&format!("{pack} {ABOUT} --for {public} --output ../sealed.zip.age"));
    place
        .ok(&format!("{pack} {ABOUT} --passphrase ../pass.txt --output ../pass.zip.age"));
    let bytes = fs::read(place.path("../sealed.zip.age")).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert_eq!(place.run("evidence add ../sealed.zip.age").code, 2);
    place.ok("evidence add ../sealed.zip.age --identity ../key.txt --id one");
    place.ok("evidence add ../pass.zip.age --passphrase ../pass.txt --id two");
    let show = place.ok("evidence show one");
    assert!(show.contains("as sealed package"), "{show}");
    for command in [
        "evidence add ../pass.zip.age --id three --passphrase",
        &format!("{pack} {ABOUT} --output ../other.zip.age --passphrase"),
    ] {
        let ran = place.run(command);
        assert_eq!(ran.code, 2, "{}", ran.talk);
        assert!(ran.talk.contains("nobody is there to type"), "{}", ran.talk);
    }
    place.write("../wrong.txt", "another long passphrase\n");
    let ran =
        place.run("evidence add ../pass.zip.age --passphrase ../wrong.txt --id three");
    assert_eq!(ran.code, 1, "{}", ran.talk);
}
