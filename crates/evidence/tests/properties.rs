//! What a check finds depends on the table alone: not on the number of threads, nor on the
//! size of the pieces that it is read in. And keys repeat where a plain look says so.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;
use untoc_core::{Code, Finding, settle};
use untoc_evidence::{
    Dialect, Question, Reading, Role, Table, TableSchema, check_disclosure, check_table,
    infer_schema, read_schema,
};

fn schema() -> TableSchema {
    let value = json!({
        "fieldsMatch": "partial",
        "fields": [
            {"name": "id", "type": "integer", "constraints": {"unique": true, "maximum": 30}},
            {"name": "sex", "type": "string", "constraints": {"enum": ["F", "M"], "required": true}},
            {"name": "note", "type": "string", "constraints": {"maxLength": 6, "pattern": "[a-zA-Z \"\n]*"}},
            {"name": "main", "type": "integer"}
        ],
        "uniqueKeys": [["sex", "note"]],
        "foreignKeys": [{"fields": ["main"], "reference": {"fields": ["id"]}}]
    });
    read_schema(&value, "").0
}

/// A cell, quoted well or badly, or not at all.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[0-9]{0,2}",
        4 => prop_oneof!["F", "M", "x"],
        4 => "[a-c]{0,8}",
        2 => "\"[a-c \n]{0,4}\"",
        1 => "\"[a-c]{0,2}\"\"[a-c,]{0,2}\"",
        1 => "[a-c]\"[a-c]?",
        1 => "[é漢ع]{1,2}",
    ]
}

fn table() -> impl Strategy<Value = String> {
    let row = proptest::collection::vec(cell(), 1..=5);
    let line = (row, prop_oneof![9 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\r")]);
    proptest::collection::vec(line, 0..40).prop_map(|rows| {
        let rows = rows.into_iter().map(|(cells, end)| cells.join(",") + end);
        format!("id,sex,note,main\n{}", rows.collect::<String>())
    })
}

/// The dialect of tables that are made here.
fn plain() -> Dialect {
    let delimiter = Some(b',');
    Dialect { delimiter, header_rows: Some(vec![1]), ..Dialect::default() }
}

fn everything(bytes: &[u8], dialect: &Dialect, chunk: usize, threads: usize) -> String {
    let table = Table::open(&bytes, dialect).unwrap();
    let reading = Reading { dialect, chunk, threads, values: true, ..Reading::default() };
    let schema = schema();
    let checked = check_table(&table, Some(&schema), &reading).unwrap();
    let roles =
        vec![("sex".to_owned(), Role::Quasi), ("note".to_owned(), Role::Sensitive)];
    let question = Question { roles, ..Question::default() };
    let matched = &checked.matched;
    let privacy =
        check_disclosure(&table, Some(&schema), matched, None, &question, &reading)
            .unwrap();
    let inferred = infer_schema(&table, &reading).unwrap();
    let (_, faults) = read_schema(&inferred.schema, "");
    assert!(faults.is_empty(), "{faults:?}");
    format!(
        "{} {:?} {privacy:?} {}",
        checked.rows,
        settle(checked.findings),
        inferred.schema
    )
}

/// The rows of a table in which the first column holds what an earlier row holds there.
fn repeated(rows: &[(u8, u8)]) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let repeats = |(_, pair): &(usize, &(u8, u8))| !seen.insert(**pair);
    rows.iter().enumerate().filter(repeats).map(|(at, _)| at + 2).collect()
}

fn rows_of(findings: &[Finding], code: Code) -> (usize, Vec<usize>) {
    let found = findings.iter().find(|finding| finding.code == code);
    let places = found.iter().flat_map(|finding| &finding.places);
    let rows = places.filter_map(|place| place.table.as_ref()?.row).collect();
    (found.map_or(0, |finding| finding.count), rows)
}

proptest! {
    /// The findings, the privacy check and the schema that is worked out are the same.
    #[test]
    fn threads_and_pieces_change_nothing(text in table(), chunk in 1_usize..200, threads in 1_usize..4) {
        let (bytes, dialect) = (text.into_bytes(), plain());
        let whole = everything(&bytes, &dialect, 4 << 20, 1);
        prop_assert_eq!(everything(&bytes, &dialect, chunk, threads), whole);
    }

    /// So it is where nothing is known beforehand, and with any bytes.
    #[test]
    fn any_bytes_are_a_table(
        bytes in proptest::collection::vec(prop_oneof![
            6 => prop_oneof![Just(b','), Just(b'\n'), Just(b';'), Just(b'"'), Just(b'\r')],
            8 => b'0'..=b'9', 8 => b'a'..=b'd', 1 => any::<u8>(),
        ], 0..300),
        chunk in 1_usize..60,
    ) {
        let dialect = Dialect::default();
        let whole = everything(&bytes, &dialect, 4 << 20, 1);
        prop_assert_eq!(everything(&bytes, &dialect, chunk, 2), whole);
    }

    /// A key of two columns repeats in just those rows that a plain look finds.
    #[test]
    fn keys_repeat_where_they_do(rows in proptest::collection::vec((0_u8..12, 0_u8..6), 1..80), chunk in 1_usize..100) {
        let lines: String = rows.iter().map(|(a, b)| format!("{a},{b}\n")).collect();
        let bytes = format!("a,b\n{lines}").into_bytes();
        let fields = json!([{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}]);
        let schema = read_schema(&json!({"fields": fields, "uniqueKeys": [["a", "b"]]}), "").0;
        let dialect = Dialect { header_rows: Some(vec![1]), ..Dialect::default() };
        let table = Table::open(&bytes, &dialect).unwrap();
        let reading = Reading { dialect: &dialect, chunk, threads: 2, ..Reading::default() };
        let found = check_table(&table, Some(&schema), &reading).unwrap().findings;
        let expected = repeated(&rows);
        let (count, places) = rows_of(&found, Code::TableKeyRepeated);
        prop_assert_eq!(count, expected.len());
        prop_assert_eq!(places, expected.iter().copied().take(10).collect::<Vec<_>>());
    }
}
