//! Tables: whatever the bytes, nothing panics, and what is found does not depend on the
//! size of the pieces or the number of threads.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use untoc_core::settle;
use untoc_evidence::{
    Dialect, Question, Reading, Role, Table, TableSchema, check_disclosure, check_table,
    infer_schema, read_schema,
};

static SCHEMA: LazyLock<TableSchema> = LazyLock::new(|| {
    let value = serde_json::json!({
        "fieldsMatch": "partial",
        "fields": [
            {"name": "a", "type": "integer", "constraints": {"unique": true, "maximum": 30}},
            {"name": "b", "constraints": {"enum": ["x", "y"], "required": true}},
            {"name": "c", "type": "date"},
            {"name": "d", "type": "string", "constraints": {"pattern": "[a-c]+", "maxLength": 4}}
        ],
        "foreignKeys": [{"fields": ["a"], "reference": {"fields": ["a"]}}]
    });
    read_schema(&value, "").0
});

fn everything(bytes: &Vec<u8>, chunk: usize, threads: usize) -> String {
    let table = Table::open(bytes, &Dialect::default()).expect("bytes can be read");
    let reading = Reading { chunk, threads, ..Reading::default() };
    let report = check_table(&table, Some(&SCHEMA), &reading).expect("bytes can be read");
    let question =
        Question { roles: vec![("b".to_owned(), Role::Quasi)], ..Question::default() };
    let matched = &report.matched;
    let privacy =
        check_disclosure(&table, Some(&SCHEMA), matched, None, &question, &reading);
    let privacy = privacy.expect("bytes can be read");
    let inferred = infer_schema(&table, &reading).expect("bytes can be read");
    assert!(read_schema(&inferred.schema, "").1.is_empty());
    let findings = settle(report.findings);
    format!("{} {findings:?} {privacy:?} {}", report.rows, inferred.schema)
}

fuzz_target!(|bytes: &[u8]| {
    let bytes = bytes.to_vec();
    let whole = everything(&bytes, 4 << 20, 1);
    assert_eq!(everything(&bytes, 13, 2), whole);
});
