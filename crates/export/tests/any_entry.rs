//! Whatever an entry holds, it comes back from a table as it was.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use untoc_core::{Audience, CountryCode, Entry, Library, Response};
use untoc_export::{CsvOptions, ExportOptions, ReadOptions, Subject, read_csv, to_csv};
use untoc_report::Words;

/// Texts that a spreadsheet, a parser or a person could take for something else.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "[ \0\t\r\n\"',;'=+@0-9./:()a\u{feff}\u{a0}\u{661}-]{0,12}",
        prop::sample::select(vec![
            "yes",
            "Yes",
            " yes",
            "in_part",
            "no",
            "Yes, in part",
            "2024-05",
            "'2024-05",
            "05/2024",
            "1,234",
            "1.10",
            "a; b",
            ";",
            "criminal-code",
            "untoc-2-q1",
            "untoc-2-q1; untoc-2-q4",
            "postponed",
            "{}",
            "[]",
            "null",
            "property; proceeds",
        ])
        .prop_map(ToOwned::to_owned),
    ]
}

fn number() -> impl Strategy<Value = Json> {
    prop_oneof![
        any::<i64>().prop_map(|n| json!(n)),
        any::<u64>().prop_map(|n| json!(n)),
        (-1e9..1e9_f64).prop_map(|n| json!(n)),
        Just(json!(1.0)),
        Just(json!(-0.0)),
    ]
}

fn cell() -> impl Strategy<Value = Json> {
    prop_oneof![
        text().prop_map(Json::String),
        number(),
        prop::collection::vec(text(), 0..3).prop_map(|items| json!(items)),
        Just(json!({"a": [true, null]})),
    ]
}

fn row() -> impl Strategy<Value = Json> {
    let key = prop::sample::select(vec![
        "law",
        "provision",
        "summary",
        "questions",
        "date",
        "year",
        "sex",
        "name",
        "languages",
        "question",
        "missing",
        "by_when",
        "=key",
        "link",
        "type",
        "Year",
    ]);
    prop::collection::btree_map(key, cell(), 0..5).prop_map(|cells| json!(cells))
}

fn value() -> impl Strategy<Value = Json> {
    prop_oneof![
        text().prop_map(Json::String),
        number(),
        prop::collection::vec(text(), 0..4).prop_map(|items| json!(items)),
        prop::collection::vec(row(), 1..4).prop_map(|rows| json!(rows)),
        Just(json!([1, "a"])),
        Just(json!(true)),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let field = || prop::option::weighted(0.3, text());
    let link = (text(), 0..3_usize, field()).prop_map(|(item, stance, note)| {
        let stance = ["supports", "contradicts", "context"].get(stance);
        match note {
            Some(note) => json!({"item": item, "stance": stance, "note": note}),
            None => json!({"item": item, "stance": stance}),
        }
    });
    let links = prop::collection::vec(link, 0..3);
    let values =
        (prop::option::weighted(0.8, value()), prop::option::weighted(0.2, 0..5_usize));
    (values, field(), field(), field(), field(), links).prop_map(
        |((value, kind), reason, note, remarks, changes, links)| {
            let kinds = [
                "not_assessed",
                "not_applicable",
                "not_disclosed",
                "postponed",
                "given_elsewhere",
            ];
            let mut entry = serde_json::Map::new();
            let mut put = |name: &str, json: Option<Json>| {
                json.map(|json| entry.insert(name.to_owned(), json));
            };
            put("value", value);
            put(
                "no_answer",
                kind.and_then(|kind| kinds.get(kind)).map(|kind| json!(kind)),
            );
            put("reason", reason.map(Json::String));
            put("note", note.map(Json::String));
            put("remarks", remarks.map(Json::String));
            put(
                "elsewhere",
                changes.map(|changes| json!({"changes": changes, "date": "2024"})),
            );
            put("evidence", (!links.is_empty()).then(|| json!(links)));
            serde_json::from_value(Json::Object(entry)).unwrap_or_default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    /// Any entry to any question comes back, and its own reader has nothing to say.
    #[test]
    fn any_entry_comes_back(entry in entry(), at in 0..99_usize) {
        thread_local! {
            static LIBRARY: (Library, Words) = (Library::embedded(), Words::load("en"));
        }
        LIBRARY.with(|(library, words)| {
            let Some(plan) = library.get("untoc-cluster-1") else { return Ok(()) };
            let mut response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
            if entry != Entry::default() {
                response.answers.push(plan.question(at % plan.len()).id.clone(), entry);
            }
            response.normalise(&plan);
            let options = ExportOptions {
                audience: Audience::National,
                remarks: true,
                ..ExportOptions::default()
            };
            let subject = Subject {
                plan: &plan,
                response: &response,
                settings: None,
                laws: None,
                evidence: None,
            };
            let (text, ..) = to_csv(&[subject], &options, CsvOptions::default(), words);
            let imported = read_csv(text.as_bytes(), library, &ReadOptions::default());
            prop_assert_eq!(imported.findings, vec![]);
            let answers = imported.incoming.into_iter().next().map(|file| file.answers);
            prop_assert_eq!(answers.unwrap_or_default(), response.answers);
            Ok(())
        })?;
    }
}
