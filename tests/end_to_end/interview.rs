//! The guided interview, through standard input.

use crate::run::Place;

/// Choices, notes, reasons and going back work line by line, and all is saved.
#[test]
fn answers_line_by_line() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let ran = place.feed(
        "fill untoc-cluster-1 --section untoc-5",
        "2\n:back\n1\n:note Since 2005.\n:stop\n",
    );
    assert_eq!(ran.code, 0, "{}", ran.talk);
    insta::assert_snapshot!(ran.out);
    let response = place.read("responses/untoc-cluster-1.json");
    assert!(response.contains("\"value\": \"yes\""), "{response}");
}

/// A law is added to the register while it is cited, and the row is saved at once.
#[test]
fn cites_a_law_that_is_not_registered_yet() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    place.ok("answer untoc-5-q1 yes");
    let ran = place.feed(
        "fill --question untoc-5-q8",
        "add\nCriminal Code\ny\n\ncode\nart. 210\nPunishes membership.\n1\n\n\n",
    );
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.talk);
    assert!(place.read("laws.json").contains("Criminal Code"));
    assert!(
        place.read("responses/untoc-cluster-1.json").contains("art. 210"),
        "{}",
        ran.out
    );
}

/// A *no answer* needs its reason; without one nothing is saved.
#[test]
fn asks_why_there_is_no_answer() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let ran =
        place.feed("fill --question untoc-5-q1", ":none\n4\nBill before parliament.\n\n");
    assert_eq!(ran.code, 0, "{}", ran.talk);
    let response = place.read("responses/untoc-cluster-1.json");
    assert!(response.contains("\"no_answer\": \"postponed\""), "{}", ran.out);
    let ran = place.feed("fill --question untoc-6-q1", ":none\n4\n\n:stop\n");
    assert_eq!(ran.code, 0);
    assert!(!place.read("responses/untoc-cluster-1.json").contains("untoc-6-q1\""));
}
