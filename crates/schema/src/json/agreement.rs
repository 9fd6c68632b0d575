//! Tests: this reader accepts what `serde_json` accepts, and gives the same values.

use proptest::prelude::*;
use serde_json::Value as Json;
use untoc_core::Code;

use super::{parse, to_json};

/// Says whether both readers judge a text alike, within the limits of this one.
fn check(text: &str) -> Result<(), TestCaseError> {
    let ours = parse(text);
    let theirs: Result<Json, _> = serde_json::from_str(text);
    let limited = |code| matches!(code, Code::JsonTooDeep | Code::JsonTooMany);
    if ours.findings.iter().any(|finding| limited(finding.code)) {
        return Ok(());
    }
    let accepted = ours.findings.iter().all(|finding| finding.code == Code::KeyDuplicate);
    prop_assert_eq!(accepted, theirs.is_ok(), "{:?}: {:?}", text, ours.findings);
    if let (true, Some(root), Ok(json)) = (accepted, &ours.root, theirs) {
        prop_assert_eq!(to_json(root), json, "{:?}", text);
    }
    prop_assert_eq!(ours.root.is_none() && ours.findings.is_empty(), false);
    Ok(())
}

/// A piece of JSON, or of something like it.
fn piece() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\"b\"",
        "\"a\":",
        "1",
        "-",
        "0",
        "-0",
        "1.5",
        ".",
        "e",
        "1e5",
        "1e400",
        "1E+2",
        "true",
        "false",
        "null",
        "tru",
        "\\u",
        "\"\\u00e9\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\ude00\"",
        "\"\\n\"",
        "\"\\x\"",
        " ",
        "\n",
        "\t",
        "\r",
        "é",
        "\u{feff}",
        "\u{7f}",
        "\u{1}",
        "'",
        "//",
        "\u{2028}",
        "123456789012345678901234567890",
        "0.1",
        "00",
        "\"\t\"",
        "\"\u{7f}\"",
    ];
    prop::sample::select(words).prop_map(str::to_owned)
}

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::hash_map(any::<String>(), inner, 0..6)
                .prop_map(|map| map.into_iter().collect::<Json>()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// Both readers agree on heaps of pieces.
    #[test]
    fn agrees_on_pieces(pieces in prop::collection::vec(piece(), 0..12)) {
        check(&pieces.concat())?;
    }

    /// Both readers agree on any text at all.
    #[test]
    fn agrees_on_any_text(text in any::<String>()) {
        check(&text)?;
    }

    /// Both readers agree on JSON with one character taken out or put in.
    #[test]
    fn agrees_on_damaged_json(
        json in json(),
        pretty in any::<bool>(),
        at in any::<prop::sample::Index>(),
        insert in prop::option::of(piece()),
    ) {
        let text = if pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
        let text = text.unwrap();
        check(&text)?;
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        match insert {
            Some(piece) => { chars.splice(at..at, piece.chars()); }
            None => { chars.remove(at); }
        }
        check(&chars.into_iter().collect::<String>())?;
    }
}

/// Every fault has its own code and word, and stands where it is seen.
#[test]
fn names_faults() {
    let seen: Vec<String> = [
        "",
        " \n",
        "{",
        "{\"a\"",
        "{\"a\": [1, 2",
        "{\"a\": \"x",
        "tru",
        "[-",
        "{} {}",
        "{}x",
        "{\"a\": 1,}",
        "[1 2]",
        "{\"a\" 1}",
        "{a: 1}",
        "{'a': 1}",
        "{“a”: 1}",
        "{\"a\": True}",
        "{\"a\": NaN}",
        "[01]",
        "[+1]",
        "[.5]",
        "[1.]",
        "[1.x]",
        "[\"\\q\"]",
        "[\"a\tb\"]",
        "[\"a\nb\"]",
        "{\"a\": [1}",
        "[1, // one\n2]",
        "{\"a\": 1, \"a\": 2}",
        "[1e400, \"\\ud800\"]",
        "[1,,2]",
        "{,}",
        "\u{feff}{}",
        "{\"a\": undefined}",
        "[\"\0\"]",
    ]
    .iter()
    .map(|text| {
        let parsed = parse(text);
        let findings = parsed.findings.iter().map(|finding| {
            let bytes: Vec<_> = finding.places.iter().filter_map(|p| p.byte).collect();
            format!("{} {bytes:?} {:?}", finding.code, finding.values)
        });
        format!("{text:?}: {}", findings.collect::<Vec<_>>().join("; "))
    })
    .collect();
    insta::assert_json_snapshot!(seen);
}

/// A hundred thousand brackets are a finding, not an overflow of the stack.
#[test]
fn refuses_deep_nesting() {
    for bracket in ["[", "{\"a\":", "[{\"a\":"] {
        let text = bracket.repeat(100_000);
        let parsed = parse(&text);
        assert!(parsed.root.is_none());
        assert_eq!(parsed.findings[0].code, Code::JsonTooDeep);
    }
    let deepest = format!("{}{}", "[".repeat(64), "]".repeat(64));
    assert!(parse(&deepest).root.is_some());
}

/// Many small values do not fill the memory.
#[test]
fn refuses_too_many_values() {
    let text = format!("[{}0]", "0,".repeat(1_000_000));
    assert_eq!(parse(&text).findings[0].code, Code::JsonTooMany);
}

/// A key that stands three times is reported twice, each time with the one before; the
/// last one counts, in objects of any size.
#[test]
fn finds_repeated_keys() {
    for filler in [0, 40] {
        let fill: String = (0..filler).map(|i| format!("\"k{i}\": 0, ")).collect();
        let text = format!("{{{fill}\"a\": 1, \"a\": 2, \"a\": 3}}");
        let parsed = parse(&text);
        let keys: Vec<_> = text.match_indices("\"a\"").map(|(at, _)| at).collect();
        let found: Vec<Vec<usize>> = parsed
            .findings
            .iter()
            .map(|f| f.places.iter().filter_map(|p| p.byte).collect())
            .collect();
        assert_eq!(found, [[keys[1], keys[0]], [keys[2], keys[1]]]);
        assert_eq!(to_json(&parsed.root.unwrap())["a"], 3);
    }
}
