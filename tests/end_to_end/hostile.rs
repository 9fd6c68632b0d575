//! Files that nobody means well with: a clear finding, nothing changed, no panic.

use std::fs::File;

use crate::run::{Place, files};

fn refused(name: &str, bytes: &[u8], code: &str) {
    let place = Place::dossier("--instruments untoc --clusters 1");
    place.write("responses/untoc-cluster-1.json", bytes);
    // The lock says who held it last, and nothing else may change.
    let stored = || {
        let mut all = files(&place.path(""));
        all.retain(|file, _| !file.starts_with(".lock"));
        all
    };
    let before = stored();
    let ran = place.run("validate");
    assert_eq!(ran.code, 1, "{name}: {}{}", ran.out, ran.talk);
    assert!(ran.out.contains(code), "{name}: {}", ran.out);
    let ran = place.run("answer untoc-5-q1 yes");
    assert_eq!(ran.code, 1, "{name}: {}{}", ran.out, ran.talk);
    assert!(stored() == before, "{name}: something was changed");
}

/// Every kind of broken text has its code and is never written over.
#[test]
fn broken_responses_are_refused_and_kept() {
    let whole = |answers: &str| {
        format!(
            "{{\"format\": \"untoc-response/1\", \"questionnaire\": \"untoc-cluster-1\", \"questionnaire_version\": \"1.0.0\", \"state\": \"XXA\", \"language\": \"en\", \"answers\": {{{answers}}}}}"
        )
    };
    refused("empty", b"", "file-empty");
    refused("truncated", b"{\"format\": \"untoc-res", "json-truncated");
    refused("deep", "[".repeat(100_000).as_bytes(), "json-too-deep");
    refused("encoding", b"\xff\xfe{\x00}\x00", "encoding-not-utf8");
    refused(
        "latin",
        b"{\"format\": \"untoc-response/1\", \"state\": \"\xe9\"}",
        "encoding-not-utf8",
    );
    refused("two documents", (whole("") + &whole("")).as_bytes(), "json-trailing");
    refused(
        "duplicate",
        whole(
            "\"untoc-5-q1\": {\"value\": \"yes\"}, \"untoc-5-q1\": {\"value\": \"no\"}",
        )
        .as_bytes(),
        "key-duplicate",
    );
    refused(
        "huge number",
        whole("\"untoc-5-q1\": {\"value\": 1e400}").as_bytes(),
        "number-too-large",
    );
    refused(
        "unknown field",
        whole("\"untoc-5-q1\": {\"valeu\": \"yes\"}").as_bytes(),
        "field-unknown",
    );
    refused(
        "null",
        whole("\"untoc-5-q1\": {\"value\": null}").as_bytes(),
        "answer-wrong-type",
    );
    refused(
        "newer",
        whole("").replace("response/1", "response/2").as_bytes(),
        "format-newer",
    );
    refused(
        "lone surrogate",
        whole("\"untoc-5-q1\": {\"note\": \"\\ud800\"}").as_bytes(),
        "surrogate-lone",
    );
}

/// A gigabyte of zeros is given up at the limit, quickly and in little memory.
#[test]
fn a_gigabyte_of_zeros_is_refused() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let file = File::options()
        .write(true)
        .truncate(true)
        .open(place.path("responses/untoc-cluster-1.json"))
        .unwrap();
    file.set_len(1 << 30).unwrap();
    let ran = place.run("validate");
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.talk);
    assert!(ran.out.contains("file-too-large"), "{}", ran.out);
}

/// A folder or a link where a file should be is said so, and not followed.
#[test]
fn folders_and_links_are_not_followed() {
    let place = Place::dossier("--instruments untoc --clusters 1");
    let path = place.path("responses/untoc-cluster-1.json");
    let text = place.read("responses/untoc-cluster-1.json");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    let ran = place.run("validate");
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.talk);
    assert!(ran.out.contains("file-not-regular"), "{}", ran.out);
    std::fs::remove_dir(&path).unwrap();
    #[cfg(unix)]
    {
        let outside = Place::new();
        outside.write("secret.json", text);
        std::os::unix::fs::symlink(outside.path("secret.json"), &path).unwrap();
        let ran = place.run("validate");
        assert!(ran.out.contains("file-not-regular"), "{}", ran.out);
    }
    #[cfg(not(unix))]
    drop(text);
}
