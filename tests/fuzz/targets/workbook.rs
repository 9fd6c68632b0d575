//! Workbooks: whatever the bytes, a sheet is read within limits or refused with a finding,
//! and what is read is a table.

#![no_main]

use libfuzzer_sys::fuzz_target;
use untoc_evidence::{Dialect, Reading, Table, check_table, is_workbook, read_workbook};
use untoc_intake::Refusal;

fuzz_target!(|bytes: &[u8]| {
    let bytes = bytes.to_vec();
    if !is_workbook(&bytes).expect("bytes can be read") {
        return;
    }
    match read_workbook(&bytes, None) {
        Ok(book) => {
            assert!(book.sheets.iter().any(|sheet| sheet.name == book.sheet));
            let table = Table::open(&book.csv, &Dialect::default()).expect("it is bytes");
            check_table(&table, None, &Reading::default()).expect("it is bytes");
        }
        Err(Refusal::Finding(_)) => {}
        Err(Refusal::Io(error)) => panic!("memory cannot fail: {error}"),
    }
});
