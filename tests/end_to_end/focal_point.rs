//! The main job as a focal point does it.

use crate::run::{Place, files};

/// From an empty folder to an export: make, assign, answer, check, confirm, export.
#[test]
fn the_main_job_works() {
    let mut place = Place::new();
    insta::assert_snapshot!(place.ok("init exampleland-2026 --state Exampleland --instruments untoc,tip --clusters 1 --due 2027-05-31"));
    place.enter("exampleland-2026");
    place.ok("contributor add \"Ministry of Justice\" --contact \"treaties@justice.example\" --holds ministry_of_justice");
    place
        .ok("assign untoc-5 --to ministry-of-justice --due 2027-02-15 --sent 2026-11-20");
    place.ok("laws add \"Criminal Code\" --kind code --date 2005");
    insta::assert_snapshot!(place.ok("answer untoc-5-q1 in_part --by ministry-of-justice --note \"Covers agreements only.\""));
    place.ok("confirm untoc-5-q1");
    insta::assert_snapshot!(place.ok("status"));
    insta::assert_snapshot!(place.ok("status --format csv"));
    insta::assert_snapshot!(place.ok("questions untoc-5-q1"));
    assert_eq!(place.run("validate").code, 0);
    assert_eq!(place.run("validate --level submission").code, 1);
    let once = place.ok("export --to csv --questionnaire untoc-cluster-1");
    assert_eq!(once, place.ok("export --to csv --questionnaire untoc-cluster-1"));
    assert!(once.contains("in_part"));
    assert!(
        place
            .ok("export --to md --questionnaire untoc-cluster-1")
            .contains("Covers agreements only.")
    );
    insta::assert_snapshot!(place.ok("log"));
}

/// Every change can be taken back and made again, byte for byte.
#[test]
fn undo_and_redo_give_back_the_same_bytes() {
    let place = Place::dossier("--instruments untoc,tip --clusters 1");
    let stored = || {
        let mut all = files(&place.path(""));
        all.retain(|name, _| {
            name.starts_with("responses/")
                || name == "dossier.json"
                || name == "laws.json"
        });
        all
    };
    let changes = [
        "answer untoc-5-q1 yes",
        "laws add \"Criminal Code\" --kind code",
        "answer untoc-5-q1 no --note Changed.",
        "set due 2027-05-31",
        "add cluster 2",
        "answer untoc-5-q1 --remove",
    ];
    let mut states = vec![stored()];
    for change in changes {
        place.ok(change);
        states.push(stored());
    }
    for before in states.iter().rev().skip(1) {
        place.ok("undo");
        assert!(stored() == *before);
    }
    place.fails(2, "undo");
    for after in states.iter().skip(1) {
        place.ok("redo");
        assert!(stored() == *after);
    }
    place.fails(2, "redo");
}

/// A table given to an agency comes back with every answer, and each change is shown.
#[test]
fn a_table_goes_out_and_comes_back() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    place.ok("contributor add \"Ministry of Justice\" --holds ministry_of_justice");
    place.ok("assign untoc-5 --to ministry-of-justice");
    place.ok(
        "export --to csv --contributor ministry-of-justice --blank --output justice.csv",
    );
    let blank = place.read("justice.csv");
    let mut reader =
        csv::Reader::from_reader(blank.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().unwrap().clone();
    let column =
        |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&headings).unwrap();
    for record in reader.records() {
        let mut cells: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        if cells[column("question")] == "untoc-5-q1" {
            cells[column("value")] = "Yes, in part".to_owned();
        }
        writer.write_record(&cells).unwrap();
    }
    place.write("justice.csv", writer.into_inner().unwrap());
    insta::assert_snapshot!(place.ok("import justice.csv --dry-run"));
    assert!(!place.read("responses/untoc-cluster-1.json").contains("in_part"));
    place.ok("import justice.csv --by ministry-of-justice");
    assert!(
        place.read("responses/untoc-cluster-1.json").contains("\"value\": \"in_part\"")
    );
    place.ok("undo");
    assert!(!place.read("responses/untoc-cluster-1.json").contains("in_part"));
}

/// Answers that only national authorities may see and remarks never leave.
#[test]
fn private_words_do_not_leave() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    place
        .ok("answer untoc-5-q1 yes --remarks \"Ask Jane Roe.\" --note \"Public words.\"");
    place.ok("answer untoc-6-q1 no --audience national --note \"For us alone.\"");
    for format in ["csv", "md", "json"] {
        let out =
            place.ok(&format!("export --to {format} --questionnaire untoc-cluster-1"));
        assert!(out.contains("Public words."), "{format}");
        assert!(!out.contains("Jane Roe") && !out.contains("For us alone"), "{format}");
    }
    let log = place.ok("log");
    assert!(!log.contains("Jane Roe") && !log.contains("For us alone"), "{log}");
}
