//! Answers that say the same and are written in another way.
//!
//! A form loses what nobody sees: the order of ticks, how lines end, that a number was
//! written 1.0. An answer that differs in nothing else is the one that went out, and no
//! change. Nor is one of which only the first cell of a workbook came back: the rows with
//! the rest of a long text were lost on the way.

use untoc_core::{Cell, Entry, Row, Value};

use crate::decode::trim;
use crate::excel::{CELL_MOST, cell_pieces};
use crate::word::is_allowed;

/// Puts back what a form loses, where an entry that came back says the same as one that
/// is known. Says whether the end of a long text was missing.
pub(crate) fn put_back(theirs: &mut Entry, known: &Entry) -> bool {
    let cut = put_ends_back(theirs, known);
    if let (Some(value), Some(own)) = (&theirs.value, &known.value)
        && same_value(value, own)
    {
        theirs.value.clone_from(&known.value);
    }
    let texts = [
        (&mut theirs.reason, &known.reason),
        (&mut theirs.note, &known.note),
        (&mut theirs.remarks, &known.remarks),
    ];
    for (text, own) in texts {
        put_text_back(text, own.as_ref());
    }
    if let (Some(theirs), Some(known)) = (&mut theirs.elsewhere, &known.elsewhere) {
        put_text_back(&mut theirs.reference, known.reference.as_ref());
        put_text_back(&mut theirs.changes, known.changes.as_ref());
    }
    cut
}

/// Puts back the ends of long texts; says whether there were any.
fn put_ends_back(theirs: &mut Entry, known: &Entry) -> bool {
    let mut cut = false;
    let mut end = |said: &mut String, own: &str| {
        if is_first_cell(said, own) {
            own.clone_into(said);
            cut = true;
        }
    };
    match (&mut theirs.value, &known.value) {
        (Some(Value::Text(said)), Some(Value::Text(own))) => end(said, own),
        (Some(Value::Rows(rows)), Some(Value::Rows(own))) => {
            for (row, own) in rows.iter_mut().zip(own) {
                for (key, cell) in &mut row.0 {
                    if let (Cell::Text(said), Some(Cell::Text(own))) =
                        (cell, own.get(key))
                    {
                        end(said, own);
                    }
                }
            }
        }
        (Some(_) | None, _) => {}
    }
    for (said, own) in [
        (&mut theirs.reason, &known.reason),
        (&mut theirs.note, &known.note),
        (&mut theirs.remarks, &known.remarks),
    ] {
        if let (Some(said), Some(own)) = (said, own) {
            end(said, own);
        }
    }
    cut
}

/// Says whether a text is what the first cell of a workbook holds of a longer one.
fn is_first_cell(said: &str, own: &str) -> bool {
    // Most texts are short, and need no counting.
    own.len() > CELL_MOST
        && said.len() < own.len()
        && said.encode_utf16().count() + 1 >= CELL_MOST
        && cell_pieces(own).first().is_some_and(|first| first == said)
}

fn put_text_back(text: &mut Option<String>, own: Option<&String>) {
    if let (Some(said), Some(own)) = (&*text, own)
        && same_text(said, own)
    {
        *text = Some(own.clone());
    }
}

fn same_text(one: &str, other: &str) -> bool {
    // A document carries no blanks around a text, and no characters that XML forbids.
    let carried = |text: &str| lines(text).collect::<String>();
    one == other || trim(&carried(one)) == trim(&carried(other))
}

fn lines(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut before = ' ';
    text.chars().filter_map(move |c| {
        let second = before == '\r' && c == '\n';
        before = c;
        match c {
            '\n' if second => None,
            '\r' => Some('\n'),
            c => is_allowed(c).then_some(c),
        }
    })
}

fn same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => same_text(one, other),
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::List(one), Value::List(other)) => same_list(one, other),
        (Value::Rows(one), Value::Rows(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| same_row(one, other))
        }
        _ => one == other,
    }
}

fn same_row(one: &Row, other: &Row) -> bool {
    let same = |(key, cell): &(String, Cell)| {
        other.get(key).is_some_and(|other| same_cell(cell, other))
    };
    one.0.len() == other.0.len() && one.0.iter().all(same)
}

fn same_cell(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Text(one), Cell::Text(other)) => same_text(one, other),
        (Cell::Number(one), Cell::Number(other)) => one.as_f64() == other.as_f64(),
        (Cell::List(one), Cell::List(other)) => same_list(one, other),
        _ => one == other,
    }
}

fn same_list(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|item| other.contains(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(json: &str) -> Entry {
        serde_json::from_str(json).unwrap()
    }

    /// What says the same becomes what is known; what differs stays as it came.
    #[test]
    fn puts_back_what_is_lost() {
        for (theirs, known) in [
            (r#"{"value": ["a", "b"]}"#, r#"{"value": ["b", "a"]}"#),
            (r#"{"value": 1}"#, r#"{"value": 1.0}"#),
            (r#"{"value": "a"}"#, r#"{"value": "a \u0001"}"#),
            (r#"{"note": "a\nb\n"}"#, r#"{"note": "a\r\nb\r"}"#),
            (r#"{"value": [{"a": "x\ny"}]}"#, r#"{"value": [{"a": "x\r\ny"}]}"#),
        ] {
            let mut back = entry(theirs);
            put_back(&mut back, &entry(known));
            assert_eq!(back, entry(known));
        }
        let known = Entry { note: Some("x".repeat(40_000)), ..Entry::default() };
        let mut back = Entry { note: Some("x".repeat(CELL_MOST)), ..Entry::default() };
        assert!(put_back(&mut back, &known) && back == known);
        for (theirs, known) in [
            (r#"{"value": ["a"]}"#, r#"{"value": ["a", "b"]}"#),
            (r#"{"value": "a"}"#, r#"{"value": "b"}"#),
            (r#"{"value": 1}"#, r#"{"value": 2}"#),
        ] {
            let mut back = entry(theirs);
            put_back(&mut back, &entry(known));
            assert_eq!(back, entry(theirs));
        }
    }
}
