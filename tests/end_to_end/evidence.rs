//! `evidence check` on real files.

use std::fmt::Write as _;

use crate::run::Place;

fn cases() -> String {
    let mut text =
        "case_id,first name,year,prs_Gender,age_band,vic_TypeOfExploitation\n".to_owned();
    for number in 0..30 {
        let gender = if number == 7 { "Masculine" } else { "Feminine" };
        writeln!(text, "A{number},Someone,2015,{gender},18-20,ForcedLabour").unwrap();
    }
    text
}

/// A case table is blocked with its reasons, in words and as JSON, and no value is shown.
#[test]
fn a_case_table_is_blocked() {
    let place = Place::new();
    place.write("cases.csv", cases());
    let ran = place.run("evidence check cases.csv --profile case");
    assert_eq!(ran.code, 1);
    assert!(!ran.out.contains("Someone"));
    insta::assert_snapshot!(ran.out);
    let ran = place.run("evidence check cases.csv --profile case --format json");
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["format"], "untoc-evidence-check/1");
    assert_eq!(json["tables"][0]["privacy"]["verdict"], "blocked");
    assert!(json["findings"].as_array().unwrap().len() >= 3);
    assert_eq!(place.read("cases.csv"), cases());
}

/// Values are shown to those who ask for them, and to nobody else.
#[test]
fn values_are_shown_on_demand() {
    let place = Place::new();
    place.write("t.csv", "year,sex\n2015,Female\n20x5,Female\n");
    let schema = "{\"fields\": [{\"name\": \"year\", \"type\": \"year\"}, {\"name\": \"sex\", \"type\": \"string\"}]}";
    place.write("schema.json", schema);
    let command = "evidence check t.csv --profile schema.json --no-privacy";
    let ran = place.run(command);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("row 3") && !ran.out.contains("20x5"), "{}", ran.out);
    assert!(place.run(&format!("{command} --show-values")).out.contains("20x5"));
}

/// Exit codes tell clean tables, wrong use and missing files apart.
#[test]
fn exit_codes() {
    let place = Place::new();
    place.write("good.csv", "year,cases\n2015,20\n2016,30\n");
    assert_eq!(place.run("evidence check good.csv --audience public").code, 0);
    assert_eq!(place.run("evidence check good.csv --profile nothing").code, 2);
    assert_eq!(place.run("evidence check good.csv --encoding nothing").code, 2);
    assert_eq!(place.run("evidence check missing.csv").code, 3);
    let ran = place.run("evidence check missing.csv good.csv");
    assert_eq!(ran.code, 3);
    assert!(ran.out.contains("good.csv"), "{}", ran.out);
}

/// The same file gives the same text on any number of threads.
#[test]
fn threads_change_nothing() {
    let place = Place::new();
    let mut text = "year,value\n".to_owned();
    for row in 0..60_000 {
        let value = if row % 97 == 0 { "x" } else { "12" };
        writeln!(text, "{},{value}", 2000 + row % 20).unwrap();
    }
    place.write("t.csv", text);
    let one = place.run("evidence check t.csv --jobs 1 --format json");
    let four = place.run("evidence check t.csv --jobs 4 --format json");
    assert_eq!(one.out, four.out);
}

/// A workbook is checked sheet by sheet, and one that is a trap is a finding.
#[test]
fn workbooks_are_tables_too() {
    let place = Place::new();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [("Cases", 30_u32), ("Notes", 12)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        sheet.write_string(0, 0, "year").unwrap();
        sheet.write_string(0, 1, "cases").unwrap();
        for row in 1..=rows {
            sheet.write_number(row, 0, 2000 + row).unwrap();
            sheet.write_number(row, 1, 40 + row).unwrap();
        }
    }
    place.write("book.xlsx", workbook.save_to_buffer().unwrap());
    let ran = place.run("evidence check book.xlsx");
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(
        ran.out.contains("30 rows") && ran.out.contains("table-sheets"),
        "{}",
        ran.out
    );
    assert!(place.run("evidence check book.xlsx --sheet Notes").out.contains("12 rows"));
    place.write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on");
    let ran = place.run("evidence check old.xls");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("table-workbook-unreadable"), "{}", ran.out);
}

/// A Data Package is checked by its folder or its descriptor; findings name the place in
/// each file, and nothing outside of the folder is opened.
#[test]
fn a_data_package_is_checked() {
    let place = Place::new();
    let package = |cases: &str| {
        format!(
            r#"{{"name": "cases", "resources": [
  {{"name": "cases", "path": "{cases}", "bytes": 5, "schema": {{"fields": [
    {{"name": "id", "type": "integer"}}, {{"name": "centre", "type": "string"}}],
    "foreignKeys": [{{"fields": "centre", "reference": {{"resource": "centres", "fields": "code"}}}}]}}}},
  {{"name": "centres", "data": [{{"code": "A"}}], "schema": {{"fields": [{{"name": "code"}}]}}}}]}}"#
        )
    };
    place.write("p/datapackage.json", package("data/cases.csv"));
    place.write("p/data/cases.csv", "id,centre\n1,A\nx,B\n");
    let ran = place.run("evidence check p --no-privacy");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.out);
    let same = place.run("evidence check p/datapackage.json --no-privacy");
    assert_eq!(same.out, ran.out);
    place.write("p/datapackage.json", package("../secret.csv"));
    place.write("secret.csv", "id,centre\nsecret,A\n");
    let ran = place.run("evidence check p --no-privacy --show-values");
    assert!(ran.out.contains("package-path"), "{}", ran.out);
    assert!(!ran.out.contains("\"secret\""), "{}", ran.out);
    assert_eq!(place.run("evidence check .").code, 2);
}

/// Roles, limits and a declaration come from the command line, and slips are wrong use.
#[test]
fn the_privacy_check_is_told_what_it_cannot_know() {
    let place = Place::new();
    let mut text = "place,answer\n".to_owned();
    for row in 0..40 {
        writeln!(text, "{},{}", ["north", "south"][row / 37], row % 2).unwrap();
    }
    place.write("t.csv", text);
    let verdict = |options: &str| {
        let ran = place.run(&format!("evidence check t.csv {options} --format json"));
        let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        json["tables"][0]["privacy"]["verdict"].as_str().unwrap().to_owned()
    };
    let roles = "--role place=quasi --role answer=sensitive";
    assert_eq!(verdict(roles), "blocked");
    assert_eq!(verdict(&format!("{roles} --k 3")), "authority-only");
    assert_eq!(verdict(&format!("{roles} --k 3 --audience public")), "publishable");
    assert_eq!(
        verdict(&format!("{roles} --k 3 --l 3 --audience public")),
        "authority-only"
    );
    assert_eq!(verdict("--role answer=direct"), "blocked");
    let made = |text: &str| verdict(&format!("{roles} --synthetic {text}"));
    assert_eq!(made("method=records,k=10,date=2026-03"), "publishable");
    assert_eq!(made("method=records"), "authority-only");
    for wrong in ["--role nothing=quasi", "--role place=secret", "--synthetic soon"] {
        assert_eq!(
            place.run(&format!("evidence check t.csv {wrong}")).code,
            2,
            "{wrong}"
        );
    }
}

/// A schema is made out of a table, holds for it, and is never written over another file.
#[test]
fn a_schema_is_inferred() {
    let place = Place::new();
    let mut text = "case_id,year,iccs,cases\n".to_owned();
    for row in 0..40 {
        let cases = if row == 20 { "1O".to_owned() } else { (row * 7).to_string() };
        writeln!(text, "C{row},{},0{}04,{cases}", 2015 + row % 3, row % 2).unwrap();
    }
    place.write("t.csv", text);
    let ran = place.run("evidence check t.csv --infer s.json --no-privacy");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(format!("{}\n{}", ran.out, place.read("s.json")));
    assert_eq!(place.run("evidence check t.csv --infer s.json").code, 4);
    let printed = place.run("evidence check t.csv --infer -");
    assert_eq!(printed.out, place.read("s.json"));
    let again = place.run("evidence check t.csv --profile s.json --no-privacy");
    assert!(again.out.contains("row 22"), "{}", again.out);
}

/// What programs read is what its schema says, for tables, packages and workbooks alike.
#[test]
fn the_report_follows_its_schema() {
    let place = Place::new();
    place.write("cases.csv", cases());
    place.write(
        "p/datapackage.json",
        r#"{"resources": [{"name": "a", "data": [["b"], [1]]}, {"path": "/x"}]}"#,
    );
    for command in [
        "cases.csv --profile case",
        "cases.csv --infer s.json --show-values",
        "cases.csv --no-privacy",
        "p",
        "cases.csv p --audience public",
    ] {
        let ran = place.run(&format!("evidence check {command} --format json"));
        crate::schemas::check(&place, "evidence-check", command, &ran.out);
    }
}
