//! Fingerprints: a short name by which a finding is known again in a later run.
//!
//! A fingerprint is made of the code, the file, the question and the values, and leaves
//! out what moves when other lines are edited (lines, columns, rows) and what is private.
//! It is FNV-1a with 64 bits over these parts, each followed by a zero byte; it names
//! things and proves nothing. Where parts are equal, a number tells them apart.

use std::collections::BTreeMap;

use untoc_core::{Finding, Word};

/// Values that only say where something stands.
const POSITIONS: [&str; 3] = ["line", "row", "today"];

/// Returns the fingerprints of findings, in their order.
pub fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    let mut names = Vec::with_capacity(findings.len());
    for finding in findings {
        let hash = fnv_1a(&parts(finding));
        let before = seen.entry(hash).or_default();
        names.push(match *before {
            0 => format!("{hash:016x}"),
            again => format!("{hash:016x}-{}", again + 1),
        });
        *before += 1;
    }
    names
}

fn parts(finding: &Finding) -> Vec<String> {
    let mut parts = vec![finding.code.to_string()];
    if let Some(place) = finding.place() {
        let field = place.table.as_ref().and_then(|table| table.field.clone());
        let named = [&place.file, &place.questionnaire, &place.section, &place.question];
        parts.extend(named.into_iter().map(|part| part.clone().unwrap_or_default()));
        parts.push(field.unwrap_or_default());
    }
    for (name, word) in &finding.values {
        if POSITIONS.contains(name) {
            continue;
        }
        let text = match word {
            Word::Plain(text) => text.clone(),
            Word::OneOf(items) | Word::List(items) => items.join("\u{1f}"),
            Word::Number(number) => number.to_string(),
            Word::Private(_) => String::new(),
        };
        parts.push(format!("{name}={text}"));
    }
    parts
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo), over the parts with a zero byte after each.
fn fnv_1a(parts: &[String]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use untoc_core::{Code, Place};

    use super::*;

    fn finding(line: usize) -> Finding {
        let place = Place {
            file: Some("responses/untoc-cluster-1.json".to_owned()),
            line: Some(line),
            question: Some("untoc-5-q1".to_owned()),
            ..Place::default()
        };
        Finding::new(Code::AnswerNotAnOption, place)
    }

    /// The hash is the published one, so that other programs can make it too.
    #[test]
    fn hash_is_fnv_1a() {
        assert_eq!(fnv_1a(&[]), 0xcbf2_9ce4_8422_2325);
        // "foobar" without the zero byte would be 85944171f73967e8.
        assert_eq!(fnv_1a(&["foobar".to_owned()]), 0x3453_1ca7_168b_8f38);
    }

    /// Moving a line changes nothing; another value or question does.
    #[test]
    fn leaves_out_line_numbers() {
        let one = fingerprints(&[finding(12).plain("value", "maybe").number("row", 1)]);
        let other = fingerprints(&[finding(40).plain("value", "maybe").number("row", 7)]);
        let third = fingerprints(&[finding(12).plain("value", "perhaps")]);
        assert_eq!(one, other);
        assert_ne!(one, third);
    }

    /// A private value leaves no trace, and two such findings are still told apart.
    #[test]
    fn leaves_out_private_values() {
        let names = fingerprints(&[
            finding(1).private("value", "a name"),
            finding(2).private("value", "another name"),
        ]);
        assert_eq!(names[1], format!("{}-2", names[0]));
    }
}
