//! Which character stands between the cells.

use std::collections::BTreeMap;

use crate::encoding::Confidence;
use crate::scan::{Careful, Quoting, Records, Shape};

/// The characters that are tried, the more usual first.
const CANDIDATES: [u8; 4] = *b",;\t|";

/// Excel's own remark about the delimiter, and how many bytes it takes.
pub(super) fn excel_remark(text: &[u8]) -> Option<(u8, usize)> {
    let rest = text.strip_prefix(b"sep=")?;
    let delimiter = *rest.first()?;
    match rest.get(1..)? {
        [b'\r', b'\n', ..] => Some((delimiter, 7)),
        [b'\n' | b'\r', ..] => Some((delimiter, 6)),
        _ => None,
    }
}

/// Finds the delimiter that cuts most records into the same number of fields.
pub(super) fn detect(text: &[u8], last: bool, quoting: Quoting) -> (u8, Confidence) {
    let mut scores: Vec<(u64, usize, u8)> = Vec::new();
    for delimiter in CANDIDATES {
        let (share, width) = regularity(text, last, delimiter, quoting);
        if width > 1 {
            scores.push((share, width, delimiter));
        }
    }
    // More agreement is better; then more columns; then the more usual character.
    scores.sort_by_key(|(share, width, _)| std::cmp::Reverse((*share, *width)));
    match scores.as_slice() {
        [] => (b',', Confidence::Likely),
        [(share, _, delimiter)] if *share >= 80 => (*delimiter, Confidence::Certain),
        [(share, _, delimiter), (second, ..), ..]
            if *share >= 80 && second + 20 <= *share =>
        {
            (*delimiter, Confidence::Certain)
        }
        [(share, _, delimiter), ..] if *share >= 60 => (*delimiter, Confidence::Likely),
        [(_, _, delimiter), ..] => (*delimiter, Confidence::Guess),
    }
}

/// Returns how many records in a hundred have the usual number of fields, and that
/// number.
fn regularity(text: &[u8], last: bool, delimiter: u8, quoting: Quoting) -> (u64, usize) {
    let shape = Shape { delimiter, quoting, comment: None, limit: text.len() };
    let mut records = Records::default();
    let mut careful = Careful::new(shape);
    careful.split(text, last, &mut records);
    let mut widths: BTreeMap<u32, u64> = BTreeMap::new();
    let mut total: u64 = 0;
    for record in &records.records {
        *widths.entry(record.fields).or_default() += 1;
        total += 1;
    }
    let (width, count) = widths
        .into_iter()
        .filter(|(width, _)| *width > 1)
        .max_by_key(|(width, count)| (*count, *width))
        .unwrap_or((1, 0));
    (count * 100 / total.max(1), width as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (u8, Confidence) {
        detect(text.as_bytes(), true, Quoting::default())
    }

    /// The delimiter is the one that gives rows of equal length.
    #[test]
    fn finds_delimiters() {
        assert_eq!(found("a,b\n1,2\n"), (b',', Confidence::Certain));
        assert_eq!(found("a;b\n1,5;2\n3,7;4\n"), (b';', Confidence::Certain));
        assert_eq!(found("a\tb\n1, 2\t2\n"), (b'\t', Confidence::Certain));
        assert_eq!(found("a|b\n1|2\n"), (b'|', Confidence::Certain));
        assert_eq!(found("a\n1\n"), (b',', Confidence::Likely));
    }

    /// Two title lines do not lead astray, nor do commas inside quotes.
    #[test]
    fn is_not_led_astray() {
        let text =
            "Report, first part\nFrom: police, 2020\na;b;c\n1;\"x,y\";3\n4;5;6\n7;8;9\n";
        assert_eq!(found(text).0, b';');
    }

    /// Two readings that fit equally well are called a guess or likely, not certain.
    #[test]
    fn says_when_it_guesses() {
        assert!(found("a,b;c\n1,2;3\n4,5;6\n").1 < Confidence::Certain);
    }

    /// Excel's remark is read.
    #[test]
    fn reads_excels_remark() {
        assert_eq!(excel_remark(b"sep=;\r\na;b"), Some((b';', 7)));
        assert_eq!(excel_remark(b"sep=\t\na"), Some((b'\t', 6)));
        assert_eq!(excel_remark(b"separator\n"), None);
    }
}
