//! Files that nobody means well with: findings, bounded time and memory, no panic.

use untoc_core::{Code, Finding, Library, Word};
use untoc_export::{Imported, ReadOptions, read_csv, read_json};

fn read(bytes: &[u8]) -> Imported {
    read_csv(bytes, &Library::embedded(), &ReadOptions::default())
}

fn codes(imported: &Imported) -> Vec<Code> {
    imported.findings.iter().map(|finding| finding.code).collect()
}

fn word(finding: &Finding, name: &str) -> Option<String> {
    match finding.values.get(name) {
        Some(Word::Plain(text) | Word::Private(text)) => Some(text.clone()),
        Some(Word::Number(number)) => Some(number.to_string()),
        Some(Word::OneOf(items) | Word::List(items)) => Some(items.join(" ")),
        None => None,
    }
}

/// Bytes that are no text are refused with the place of the first bad one.
#[test]
fn refuses_what_is_no_text() {
    for bytes in [
        b"question,value\nuntoc-2-q1,\xff\xfe\n".as_slice(),
        b"\xff\xfeq\0u\0e\0".as_slice(),
        b"question,value\nuntoc-2-q1,y\0es\n".as_slice(),
    ] {
        let imported = read(bytes);
        assert_eq!(codes(&imported), [Code::EncodingNotUtf8]);
        assert!(imported.incoming.is_empty());
    }
    assert_eq!(codes(&read(b"")), [Code::FileEmpty]);
    assert_eq!(codes(&read(b"\xef\xbb\xbf \n")), [Code::FileEmpty]);
}

/// A file without our columns is refused, whatever its size.
#[test]
fn refuses_what_has_no_header() {
    let wide = "x,".repeat(1_000_000);
    let long = "just,some,cells\n".repeat(100_000);
    let quote = format!("\"{}", "a,".repeat(1_000_000));
    for text in ["a,b\n1,2\n", "question\nuntoc-2-q1\n", &wide, &long, &quote] {
        assert_eq!(codes(&read(text.as_bytes())), [Code::CsvMalformed]);
    }
}

/// A million columns, a huge cell and too many rows each give one finding; what stands
/// before and beside is read.
#[test]
fn keeps_to_the_limits() {
    let mut text = String::from("question,value\nuntoc-2-q1,yes\n");
    text.push_str(&",".repeat(1_000_000));
    text.push_str("\nuntoc-2-q4,no\n");
    text.push_str(&format!("untoc-2-q6,\"{}\"\n", "x".repeat(2 << 20)));
    text.push_str(&"\n".repeat(200_000));
    let imported = read(text.as_bytes());
    let faults: Vec<_> = imported.findings.iter().map(|f| word(f, "fault")).collect();
    assert_eq!(faults, ["columns", "cell", "rows"].map(|f| Some(f.to_owned())));
    assert_eq!(imported.incoming[0].answers.len(), 2);
}

/// A quote that is never closed costs its own line, and the rest goes on.
#[test]
fn an_open_quote_costs_one_line() {
    let text = "question,value\nuntoc-2-q1,\"yes\nuntoc-2-q4,no\n";
    let imported = read(text.as_bytes());
    assert_eq!(codes(&imported), [Code::CsvMalformed, Code::ImportUnplaced]);
    assert!(imported.findings.iter().all(|f| f.places[0].line == Some(2)));
    assert_eq!(imported.incoming[0].answers.len(), 1);
}

/// A hundred thousand unknown questions give a bounded number of findings, soon.
#[test]
fn many_unknown_questions_are_bounded() {
    let mut text = String::from("question,value\n");
    for number in 0..99_000 {
        text.push_str(&format!("untoc-99-q{number},yes\n"));
    }
    let imported = read(text.as_bytes());
    assert_eq!(imported.findings.len(), 1_001);
    let last = imported.findings.last().unwrap();
    assert_eq!(word(last, "value").as_deref(), Some("98000"));
}

/// Rows with absurd numbers take no memory, and rows out of order come back in order.
#[test]
fn row_numbers_take_no_memory() {
    let text = "question,row,column,value\n\
                untoc-2-q1a,1000000,law,b\n\
                untoc-2-q1a,3,law,a\n\
                untoc-2-q1a,18446744073709551615,law,x\n\
                untoc-2-q1a,-1,law,x\n\
                untoc-2-q1a,0,law,x\n\
                untoc-2-q1a,one,law,x\n";
    let imported = read(text.as_bytes());
    assert_eq!(imported.findings.len(), 4);
    let rows = imported.incoming[0].answers.get("untoc-2-q1a").unwrap().value.clone();
    let rows = rows.unwrap();
    let laws: Vec<_> = rows.as_rows().unwrap().iter().map(|r| r.text("law")).collect();
    assert_eq!(laws, [Some("a"), Some("b")]);
}

/// The column `more` cannot smuggle in what the format would refuse.
#[test]
fn more_is_looked_at() {
    for more in [
        "{\"at\": \"now\"}",
        "{\"by\": \"../etc\"}",
        "{\"unknown\": 1}",
        "[1]",
        "{",
        "{\"language\": \"=cmd\"}",
    ] {
        let quoted = more.replace('"', "\"\"");
        let text = format!("question,value,more\nuntoc-2-q1,yes,\"{quoted}\"\n");
        let imported = read(text.as_bytes());
        assert_eq!(codes(&imported), [Code::ImportUnplaced], "{more}");
        let answers = &imported.incoming[0].answers;
        let value = untoc_core::Value::Text("yes".to_owned());
        let expected = untoc_core::Entry::with_value(value);
        assert_eq!(answers.get("untoc-2-q1"), Some(&expected));
    }
}

/// Deep nesting in the column `more` or in a JSON file is refused without a panic.
#[test]
fn deep_nesting_is_refused() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let text = format!("question,more\nuntoc-2-q1,\"{{\"\"extensions\"\":{deep}}}\"\n");
    assert_eq!(codes(&read(text.as_bytes())), [Code::ImportUnplaced]);
    let json = read_json(deep.as_bytes(), &Library::embedded(), &ReadOptions::default());
    assert!(json.incoming.is_empty() && !json.findings.is_empty());
}
