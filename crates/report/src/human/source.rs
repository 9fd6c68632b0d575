//! The line of a file that a finding is about, with a mark under the place.
//!
//! A line can hold private text, so it is shown with every text hidden that is more than
//! a short word, as the values of findings are; what is no JSON is hidden as a whole.

use super::Human;
use crate::report::Reported;
use crate::style::Ink;
use crate::words::{HIDDEN, Privacy, steers};
use crate::wrap::width;

/// Returns the line under a message, if the text of the file is at hand.
pub(super) fn line(finding: &Reported, human: &Human<'_>) -> Option<String> {
    let place = finding.place()?;
    let text = human.sources?.get(place.file.as_deref()?)?;
    let (number, column) = (place.line?, place.column?);
    let raw = text.lines().nth(number.checked_sub(1)?)?.trim_end();
    let mut at = column.checked_sub(1)?;
    let mut shown = match human.privacy {
        Privacy::Shown => visible(raw),
        Privacy::Masked if is_json(text) => masked(&visible(raw), &mut at),
        Privacy::Masked => return None,
    };
    at = at.min(shown.chars().count());
    let number = number.to_string();
    let margin = 4 + number.len() + 3;
    let room = human.width.saturating_sub(margin + 2).max(20);
    window(&mut shown, &mut at, room);
    let before: String = shown.chars().take(at).collect();
    let indent = " ".repeat(4);
    let blank = " ".repeat(number.len());
    let mark = human.style.paint(Ink::Error, "^");
    let bar = |text: &str| human.style.paint(Ink::Faint, text);
    Some(format!(
        "{indent}{} {shown}\n{indent}{} {}{mark}\n",
        bar(&format!("{number} |")),
        bar(&format!("{blank} |")),
        " ".repeat(width(&before)),
    ))
}

fn is_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '['])
}

/// Puts one visible character in the place of each that steers a terminal.
fn visible(line: &str) -> String {
    line.chars()
        .map(|c| match c {
            '\t' => ' ',
            c if steers(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Keeps a part of a long line round the mark.
fn window(shown: &mut String, at: &mut usize, room: usize) {
    if width(shown) <= room {
        return;
    }
    let start = at.saturating_sub(room / 2);
    let mut kept = String::new();
    if start > 0 {
        kept.push('…');
    }
    for c in shown.chars().skip(start) {
        if width(&kept) + 2 > room {
            kept.push('…');
            break;
        }
        kept.push(c);
    }
    *at = *at - start + usize::from(start > 0);
    *shown = kept;
}

/// Hides every text of a line of JSON that is more than a word, and moves the mark along.
///
/// Outside quotes only brackets, signs, numbers and the words true, false and null are
/// kept, because a broken file can have its quotes in the wrong places.
fn masked(line: &str, at: &mut usize) -> String {
    let mut out = String::new();
    let (mut read, mut written, mut moved) = (0, 0, None);
    for (token, inside) in tokens(line) {
        let shown = if is_harmless(token, inside) { token } else { HIDDEN };
        let (length, kept) = (token.chars().count(), shown.chars().count());
        if moved.is_none() && (read..read + length).contains(at) {
            moved = Some(written + (*at - read).min(kept.saturating_sub(1)));
        }
        read += length;
        written += kept;
        out.push_str(shown);
    }
    *at = moved.unwrap_or(written);
    out
}

/// Splits a line into the texts in quotes, the quotes, and what is between them; says of
/// each whether it stands in quotes.
fn tokens(line: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut inside = false;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        let ends = if inside {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        } else {
            c == '"' || c.is_whitespace() || "{}[]:,".contains(c)
        };
        if ends {
            found.push((line.get(start..at).unwrap_or_default(), inside));
            found.push((line.get(at..at + c.len_utf8()).unwrap_or_default(), false));
            start = at + c.len_utf8();
            if c == '"' {
                inside = !inside;
                escaped = false;
            }
        }
    }
    found.push((line.get(start..).unwrap_or_default(), inside));
    found.retain(|(token, _)| !token.is_empty());
    found
}

fn is_harmless(token: &str, inside: bool) -> bool {
    let sign = |c: char| c.is_whitespace() || "{}[]:,\"".contains(c);
    let number =
        |b: u8| b.is_ascii_digit() || matches!(b, b'-' | b'+' | b'.' | b'e' | b'E');
    let word = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    match inside {
        false => {
            token.chars().all(sign)
                || ["true", "false", "null"].contains(&token)
                || (token.len() <= 40 && token.bytes().all(number))
        }
        true => {
            let plain = token.strip_prefix('$').unwrap_or(token);
            let plain = match plain.strip_prefix("untoc-") {
                Some(name) => name.split('/').next().unwrap_or(name),
                None => plain,
            };
            token.len() <= 40 && plain.bytes().all(word)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(line: &str, column: usize) -> (String, usize) {
        let mut at = column - 1;
        let shown = masked(line, &mut at);
        (shown, at + 1)
    }

    /// Words of files stay, sentences go, and the mark stays under its text.
    #[test]
    fn hides_sentences() {
        assert_eq!(
            mask(r#"  "value": "maybe", "note": "The witness, A. Name."  "#, 12),
            (r#"  "value": "maybe", "note": "…"  "#.to_owned(), 12)
        );
        assert_eq!(
            mask(r#"{"note": "a \"b\" c", "value": 12}"#, 32),
            (r#"{"note": "…", "value": 12}"#.to_owned(), 24)
        );
        assert_eq!(mask(r#""note": "a secret""#, 12), (r#""note": "…""#.to_owned(), 10));
    }

    /// In a broken file, text outside quotes is hidden too.
    #[test]
    fn hides_what_stands_outside_quotes() {
        assert_eq!(mask("the victim\", \"note\": \"of", 1).0, "… …\"…\"…\"…\"…");
    }

    /// A long line is cut round the mark.
    #[test]
    fn cuts_long_lines() {
        let mut shown = "x".repeat(200);
        let mut at = 150;
        window(&mut shown, &mut at, 40);
        assert_eq!((shown.chars().count(), at), (40, 21));
        assert!(shown.starts_with('…') && shown.ends_with('…'));
    }

    proptest::proptest! {
        /// Whatever a line holds, no text of several words is shown, and the mark stays
        /// on the line.
        #[test]
        fn never_shows_sentences(line in "[ -~é法\u{202e}\u{1b}\"\\\\]{0,80}", column in 1..90_usize) {
            let mut at = column - 1;
            let shown = masked(&visible(&line), &mut at);
            proptest::prop_assert!(at <= shown.chars().count());
            proptest::prop_assert!(!shown.contains(steers));
            for (token, inside) in tokens(&shown) {
                let word = token == HIDDEN || is_harmless(token, inside);
                proptest::prop_assert!(word, "{token:?}");
            }
        }
    }
}
