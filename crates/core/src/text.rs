//! Small rules on texts that several parts share.

use serde::Serialize;

/// Returns a value as JSON text the way every stored format is written: two spaces and
/// one newline at the end.
pub fn json(value: &impl Serialize) -> String {
    // Our own types have string keys and finite numbers, so this cannot fail; an empty
    // text would be refused by every reader and never replace a file unnoticed.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// The class of characters that make no text, inside a regular expression's brackets.
///
/// It is written out because engines disagree on `\s` (U+FEFF, U+0085).
pub const BLANK_CLASS: &str = r"\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

/// Says whether a text has no character that a reader would see.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c,
            '\u{9}'..='\u{d}' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}'
            | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}'
            | '\u{205f}' | '\u{3000}' | '\u{feff}')
    })
}

/// Says whether a byte of UTF-8 begins a character that is surely no blank and no sign that
/// people put round a word: a digit, a letter, a character of a script without such signs.
///
/// It may say no to one that is none either.
pub const fn begins_letter(byte: u8) -> bool {
    matches!(byte,
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'
        // U+00C0 to U+05FF, U+0640 to U+07FF, U+4000 to U+DFFF; the punctuation of Arabic
        // stands in the block of 0xD8, blanks and dashes behind 0xE1 to 0xE3.
        | 0xc3..=0xd7 | 0xd9..=0xdf | 0xe4..=0xed)
}

/// Returns the candidate that a mistyped word most likely means, if one is near.
///
/// Near means at most one change for short words and at most a third of the letters for
/// longer ones (optimal string alignment distance).
pub fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word: Vec<char> = word.to_lowercase().chars().collect();
    if word.is_empty() || word.len() > 128 {
        return None;
    }
    let allowed = (word.len() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, candidate)| (*distance, candidate.len()))
        .map(|(_, candidate)| candidate)
}

fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().take(256).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| {
                line.get(index).copied().unwrap_or(usize::MAX / 2)
            };
            let mut best = (at(&above, j + 1) + 1)
                .min(at(&row, j) + 1)
                .min(at(&above, j) + usize::from(ca != cb));
            let swapped =
                i > 0 && j > 0 && a.get(i - 1) == Some(cb) && b.get(j - 1) == Some(ca);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character that only looks like nothing counts as blank, and no other.
    #[test]
    fn knows_blank_texts() {
        assert!(is_blank(""));
        assert!(is_blank(" \u{feff}\u{a0}\u{85}\n"));
        assert!(!is_blank(" . "));
    }

    /// A mistyped id finds its neighbour; a word far from all finds none.
    #[test]
    fn finds_the_nearest_word() {
        assert_eq!(nearest("in_prat", ["yes", "in_part", "no"]), Some("in_part"));
        assert_eq!(
            nearest("untoc-5-q11", ["untoc-5-q1", "untoc-6-q9"]),
            Some("untoc-5-q1")
        );
        assert_eq!(nearest("maybe", ["yes", "in_part", "no"]), None);
    }
}
