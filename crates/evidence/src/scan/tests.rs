//! The splitters against each other and against the csv crate.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::encoding::Encoding;

type Rows = Vec<(usize, usize, Vec<String>)>;

/// Collects all cells with their rows and lines.
#[derive(Default)]
struct Collect(Vec<(u32, u32, Vec<String>)>);

impl Work for Collect {
    type Out = Vec<(u32, u32, Vec<String>)>;

    fn batch(&mut self, batch: &Batch<'_>) {
        for record in batch.records {
            let cells = (0..record.fields as usize)
                .map(|at| {
                    String::from_utf8_lossy(&batch.cell(record, at).unwrap()).into()
                })
                .collect();
            self.0.push((record.row, record.line, cells));
        }
    }

    fn finish(&mut self) -> Self::Out {
        std::mem::take(&mut self.0)
    }
}

fn shape() -> Shape {
    Shape { delimiter: b',', quoting: Quoting::default(), comment: None, limit: 1 << 16 }
}

fn rows(text: &[u8], shape: Shape, chunk: usize, threads: usize) -> (Rows, Facts) {
    let source = text.to_vec();
    let input = Input {
        source: &source,
        encoding: Encoding::from_name("utf-8").unwrap(),
        shape,
        start: 0,
        before: Base::default(),
        skipped: BTreeSet::new(),
        chunk,
        threads,
        progress: None,
    };
    let (mut all, mut total) = (Rows::new(), Facts::default());
    scan(&input, &Collect::default, &mut |base, facts, out| {
        all.extend(out.into_iter().map(|(row, line, cells)| {
            (base.rows + row as usize, base.lines + line as usize, cells)
        }));
        total.rows += facts.rows;
        total.lines += facts.lines;
        total.seen.nul.extend(facts.seen.nul.iter().map(|row| base.rows + row));
        total.seen.crlf += facts.seen.crlf;
        total.seen.lf += facts.seen.lf;
        total.seen.cr += facts.seen.cr;
        let odd = facts.oddities.into_iter().map(|odd| Odd {
            row: base.rows + odd.row,
            line: base.lines + odd.line,
            ..odd
        });
        total.oddities.extend(odd);
    })
    .unwrap();
    (all, total)
}

fn cells(text: &str) -> Vec<Vec<String>> {
    rows(text.as_bytes(), shape(), 1 << 20, 1).0.into_iter().map(|(_, _, c)| c).collect()
}

/// Records and fields come out as the csv crate gives them.
#[test]
fn splits_as_others_do() {
    for text in [
        "a,b\n1,2\n",
        "a,b\r\n1,2\r\n",
        "a,b\r1,2\r",
        "a,b\n1,2",
        "\"a,\n\"\"x\"\"\",b\n,\n",
        "\"\",\"\"\n",
        "один,\"два, три\"\n四,五\n",
    ] {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(cells(text), expected, "{text:?}");
    }
}

/// A quote that nothing closes takes no rows with it.
#[test]
fn reads_on_behind_an_unclosed_quote() {
    let text = "a,b\n1,\"two\n3,4\n5,6\n";
    let (all, facts) = rows(text.as_bytes(), shape(), 1 << 20, 1);
    assert_eq!(all.len(), 4);
    assert_eq!(all[1].2, ["1", "\"two"]);
    assert_eq!(all[3], (3, 3, vec!["5".to_owned(), "6".to_owned()]));
    assert_eq!(facts.oddities, [Odd { row: 1, line: 1, what: Oddity::Unclosed }]);
    // A later quoted cell would close it; the text behind it gives that away.
    let text = "a,b\n1,\"two\n3,\"4, 5\"\n6,7\n";
    let (all, facts) = rows(text.as_bytes(), shape(), 1 << 20, 1);
    assert_eq!(all[2].2, ["3", "4, 5"]);
    assert_eq!(facts.oddities, [Odd { row: 1, line: 1, what: Oddity::Unclosed }]);
}

/// Quotes inside a cell without quotes are kept and noted.
#[test]
fn keeps_stray_quotes() {
    let (all, facts) = rows(b"a,b\n5\" pipe,\"x\"y\n1,2\n", shape(), 1 << 20, 1);
    assert_eq!(all[1].2, ["5\" pipe", "xy"]);
    assert_eq!(facts.oddities, [Odd { row: 1, line: 1, what: Oddity::Stray }]);
}

/// A record that never ends is cut at the limit.
#[test]
fn cuts_endless_records() {
    let text = format!("a\n{}\nb\n", "x".repeat(300));
    let shape = Shape { limit: 100, ..shape() };
    let (all, facts) = rows(text.as_bytes(), shape, 64, 1);
    assert_eq!(all.first().map(|row| row.2.clone()), Some(vec!["a".to_owned()]));
    assert_eq!(all.last().map(|row| row.2.clone()), Some(vec!["b".to_owned()]));
    assert!(facts.oddities.contains(&Odd { row: 1, line: 1, what: Oddity::TooLong }));
}

/// Line ends and NUL bytes are counted where they stand.
#[test]
fn sees_line_ends_and_nul() {
    let (_, facts) = rows(b"a\r\nb\nc\rd\0\n", shape(), 1 << 20, 1);
    assert_eq!((facts.seen.crlf, facts.seen.lf, facts.seen.cr), (1, 2, 1));
    assert_eq!(facts.seen.nul, [3]);
}

fn text() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => Just("a".to_owned()),
        3 => Just(",".to_owned()),
        3 => Just("\n".to_owned()),
        1 => Just("\r\n".to_owned()),
        1 => Just("\r".to_owned()),
        1 => Just("\"".to_owned()),
        2 => Just(",\"b,\n\"\"c\",".to_owned()),
        1 => Just("\n\"q\"\n".to_owned()),
        1 => Just("\0".to_owned()),
        1 => Just("é".to_owned()),
        1 => "[a-z]{60,70}",
    ];
    proptest::collection::vec(piece, 0..120).prop_map(|parts| parts.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Rows, lines and oddities do not depend on the size of chunks or on threads.
    #[test]
    fn chunks_and_threads_change_nothing(text in text(), chunk in 1_usize..200, threads in 1_usize..4) {
        let shape = Shape { limit: 150, ..shape() };
        let (whole, facts) = rows(&text, shape, 1 << 20, 1);
        let (cut, cut_facts) = rows(&text, shape, chunk, threads);
        prop_assert_eq!(whole, cut);
        prop_assert_eq!(facts.oddities, cut_facts.oddities);
        prop_assert_eq!(facts.seen, cut_facts.seen);
        prop_assert_eq!((facts.rows, facts.lines), (cut_facts.rows, cut_facts.lines));
    }

    /// Where both can read a text, the fast and the careful splitter agree.
    #[test]
    fn fast_and_careful_agree(text in text()) {
        let (fast, _) = rows(&text, shape(), 1 << 20, 1);
        let careful = Shape { comment: Some(0xff), ..shape() };
        let (slow, _) = rows(&text, careful, 1 << 20, 1);
        prop_assert_eq!(fast, slow);
    }
}
