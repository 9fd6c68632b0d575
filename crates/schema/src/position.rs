//! From bytes to lines and columns.

use untoc_core::{Code, Finding, Word};

/// Fills in line and column of every place that has a byte and no line.
///
/// Goes through the text once, however many places there are.
pub(crate) fn fill_lines(text: &str, findings: &mut [Finding]) {
    let mut places: Vec<_> = findings
        .iter_mut()
        .flat_map(|finding| &mut finding.places)
        .filter(|place| place.line.is_none() && place.byte.is_some())
        .collect();
    places.sort_by_key(|place| place.byte);
    let bytes = text.as_bytes();
    let (mut at, mut line, mut column) = (0, 1, 1);
    for place in places {
        let wanted = place.byte.unwrap_or(0).min(bytes.len());
        for byte in bytes.get(at..wanted).unwrap_or_default() {
            if *byte == b'\n' {
                line += 1;
                column = 1;
            } else if !is_continuation(*byte) {
                column += 1;
            }
        }
        at = at.max(wanted);
        place.line = Some(line);
        place.column = Some(column);
    }
    for finding in findings {
        name_first_line(finding);
    }
}

/// A repeated key is told with the line on which it stands already.
fn name_first_line(finding: &mut Finding) {
    if let (Code::KeyDuplicate, [_, first]) = (finding.code, finding.places.as_slice())
        && let Some(line) = first.line.and_then(|line| i64::try_from(line).ok())
    {
        finding.values.insert("other", Word::Number(line));
    }
}

/// Every byte of a character but its first.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use untoc_core::Place;

    use super::*;

    fn positions(text: &str, bytes: &[usize]) -> Vec<(usize, usize)> {
        let place = |&byte: &usize| Place { byte: Some(byte), ..Place::default() };
        let mut findings: Vec<_> = bytes
            .iter()
            .map(|byte| Finding::new(Code::JsonSyntax, place(byte)))
            .collect();
        fill_lines(text, &mut findings);
        findings
            .iter()
            .map(|f| (f.places[0].line.unwrap(), f.places[0].column.unwrap()))
            .collect()
    }

    /// Columns count characters, not bytes, and lines end at a line feed.
    #[test]
    fn counts_characters() {
        let text = "{\r\n\"é中\u{1f600}x";
        let x = text.find('x').unwrap();
        assert_eq!(positions(text, &[x, 0, text.len()]), [(2, 5), (1, 1), (2, 6)]);
    }

    proptest! {
        /// One walk for all places gives what counting for each of them gives.
        #[test]
        fn agrees_with_plain_counting(text in "[a\u{e9}\n]{0,30}", picks in prop::collection::vec(0_usize..31, 0..8)) {
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let bytes: Vec<usize> =
                picks.iter().filter_map(|pick| bounds.get(*pick).copied()).collect();
            let plain: Vec<_> = bytes
                .iter()
                .map(|&byte| {
                    let before = &text[..byte];
                    let last = before.rsplit('\n').next().unwrap_or_default();
                    (before.matches('\n').count() + 1, last.chars().count() + 1)
                })
                .collect();
            prop_assert_eq!(positions(&text, &bytes), plain);
        }
    }
}
