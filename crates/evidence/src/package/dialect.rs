//! The dialect of a table, as a descriptor tells it.

use super::Sheet;
use crate::layout::Dialect;
use crate::table_schema::{Faults, Object};

/// Reads a Table Dialect of version 2, or a CSV Dialect of version 1.
pub(super) fn read(object: Object<'_>, faults: &mut Faults) -> (Dialect, Sheet) {
    let header = object.flag("header", faults).unwrap_or(true);
    let rows = numbers(object, "headerRows", faults).unwrap_or_else(|| vec![1]);
    let quote = match object.text("quoteChar", faults) {
        None => None,
        Some("") => Some(None),
        Some(_) => character(object, "quoteChar", faults).map(Some),
    };
    let text = |key: &str, faults: &mut Faults| {
        object.text(key, faults).map(str::to_owned).filter(|text| !text.is_empty())
    };
    let dialect = Dialect {
        encoding: None,
        delimiter: Some(character(object, "delimiter", faults).unwrap_or(b',')),
        quote,
        double_quote: object.flag("doubleQuote", faults),
        escape: character(object, "escapeChar", faults),
        skip_space: object.flag("skipInitialSpace", faults).unwrap_or(false),
        header_rows: Some(if header { rows } else { Vec::new() }),
        header_join: text("headerJoin", faults).or_else(|| Some(" ".to_owned())),
        comment_rows: numbers(object, "commentRows", faults).unwrap_or_default(),
        comment: character(object, "commentChar", faults),
        null_sequence: object.text("nullSequence", faults).map(str::to_owned),
    };
    let sheet = match (text("sheetName", faults), object.count("sheetNumber", faults)) {
        (Some(name), _) => Sheet::Named(name),
        (None, Some(number)) => Sheet::Numbered(number),
        (None, None) => Sheet::First,
    };
    (dialect, sheet)
}

/// Reads a field that holds one character of ASCII.
fn character(object: Object<'_>, key: &str, faults: &mut Faults) -> Option<u8> {
    let text = object.text(key, faults)?;
    match text.as_bytes() {
        [one] if one.is_ascii() => Some(*one),
        _ => {
            faults.not_allowed(&object.at(key), text, &["a character of ASCII"]);
            None
        }
    }
}

/// Reads a list of row numbers, which count from 1.
fn numbers(object: Object<'_>, key: &str, faults: &mut Faults) -> Option<Vec<usize>> {
    let path = object.at(key);
    let mut numbers = Vec::new();
    for item in object.array(key, faults)? {
        match item.as_u64().and_then(|row| usize::try_from(row).ok()) {
            Some(row) if row > 0 => numbers.push(row),
            _ => faults.wrong_type(&path, item, "number"),
        }
    }
    Some(numbers)
}
