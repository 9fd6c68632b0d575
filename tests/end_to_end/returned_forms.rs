//! Forms that come back after the dossier went on: nothing is overwritten in silence.

use std::io::{Cursor, Read, Write};

use crate::run::Place;

const FORMATS: [&str; 3] = ["docx", "xlsx", "csv"];
const RESPONSE: &str = "responses/untoc-cluster-1.json";

/// Makes a dossier with a form that has gone out and one answer in it.
fn sent(format: &str) -> Place {
    let place = Place::dossier("--instruments untoc --clusters 1");
    place.ok("contributor add \"Ministry of Justice\" --holds ministry_of_justice");
    place.ok("assign untoc-5 --to ministry-of-justice");
    place.ok("answer untoc-5-q1 in_part --note \"First words.\"");
    place.ok("answer untoc-5-q7 yes --note \"Left alone.\"");
    place.ok(&format!(
        "export --to {format} --contributor ministry-of-justice --output form.{format}"
    ));
    place
}

/// Puts one text in the place of another, as somebody who fills the form in.
fn edit(place: &Place, format: &str, from: &str, to: &str) {
    let name = format!("form.{format}");
    let bytes = std::fs::read(place.path(&name)).unwrap();
    let mut found = 0;
    let mut replace = |text: Vec<u8>| match String::from_utf8(text) {
        Ok(text) => {
            found += text.matches(from).count();
            text.replace(from, to).into_bytes()
        }
        Err(error) => error.into_bytes(),
    };
    let edited = if format == "csv" {
        replace(bytes)
    } else {
        let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..old.len() {
            let mut part = old.by_index(at).unwrap();
            let mut text = Vec::new();
            part.read_to_end(&mut text).unwrap();
            let options = zip::write::SimpleFileOptions::default();
            new.start_file(part.name().unwrap().into_owned(), options).unwrap();
            new.write_all(&replace(text)).unwrap();
        }
        new.finish().unwrap().into_inner()
    };
    assert_eq!(found, 1, "{from} in {name}");
    place.write(&name, edited);
}

/// Returns the note and the remarks on the question.
fn words(place: &Place) -> (String, String) {
    let response: serde_json::Value =
        serde_json::from_str(&place.read(RESPONSE)).unwrap();
    let entry = &response["answers"]["untoc-5-q1"];
    let text = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    (text("note"), text("remarks"))
}

/// An answer that was changed here and there stays, until somebody joins the two or takes
/// that of the file; each import can be taken back.
#[test]
fn what_both_changed_is_kept() {
    for format in FORMATS {
        let place = sent(format);
        edit(&place, format, "First words.", "Their words.");
        place.ok("answer untoc-5-q1 in_part --note \"Our words.\"");
        let ours = place.read(RESPONSE);
        let import = format!("import form.{format}");
        let shown = place.ok(&format!("{import} --dry-run"));
        assert!(shown.contains("newer here, left as it is: "), "{format}\n{shown}");
        assert_eq!(place.read(RESPONSE), ours);

        let ran = place.run(&import);
        assert_eq!(ran.code, 1, "{format}\n{}{}", ran.out, ran.talk);
        assert!(ran.out.contains("left 1 answers as they are"), "{format}\n{}", ran.out);
        let (note, remarks) = words(&place);
        assert_eq!(note, "Our words.", "{format}");
        assert!(remarks.contains("Their words."), "{format}: {remarks}");
        place.ok("undo");
        assert_eq!(place.read(RESPONSE), ours, "{format}");

        place.ok(&format!("{import} --join"));
        let (note, _) = words(&place);
        assert!(note.contains("Our words.") && note.contains("Their words."), "{note}");
        place.ok("undo");
        assert_eq!(place.read(RESPONSE), ours, "{format}");

        place.ok(&format!("{import} --take-theirs"));
        assert_eq!(words(&place).0, "Their words.", "{format}");
        place.ok("undo");
        assert_eq!(place.read(RESPONSE), ours, "{format}");
    }
}

/// What was not touched in the form does not come home over a newer answer; what was
/// touched there alone does.
#[test]
fn only_what_they_changed_is_taken() {
    for format in FORMATS {
        let place = sent(format);
        edit(&place, format, "Left alone.", "Their words.");
        place.ok("answer untoc-5-q1 yes --note \"Our words.\"");
        let said = place.ok(&format!("import form.{format}"));
        assert!(said.contains("changed 1 answers"), "{format}\n{said}");
        assert_eq!(words(&place).0, "Our words.", "{format}");
        assert!(place.read(RESPONSE).contains("Their words."), "{format}");
    }
}

/// A follow-up that comes before the answer it hangs on is kept, and said to wait; one
/// whose question is not asked is kept too.
#[test]
fn a_follow_up_waits_for_its_parent() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let said = place.ok("questions untoc-2-q1a");
    assert!(said.contains("untoc-2-q1"), "{said}");
    place.write("answers.csv", "question,row,column,value\nuntoc-2-q1a,1,provision,12\n");
    let waits = "1 answers wait for the answer to an earlier question: untoc-2-q1a";
    let said = place.ok("import answers.csv --dry-run");
    assert!(said.contains(waits), "{said}");
    let said = place.ok("import answers.csv");
    assert!(said.contains(waits), "{said}");
    assert!(place.read(RESPONSE).contains("untoc-2-q1a"));
    place.ok("undo");
    place.ok("answer untoc-2-q1 no");
    let said = place.ok("import answers.csv");
    assert!(said.contains("1 answers are kept, but their questions"), "{said}");
    place.ok("undo");
    place.ok("answer untoc-2-q1 yes");
    let said = place.ok("import answers.csv");
    assert!(!said.contains("wait for") && !said.contains("are kept"), "{said}");
}
