//! Numbers: the grammar of JSON, and what a program can hold of them.

use serde_json::Number;

/// Returns the length of the number at the beginning of `bytes`, or how far it is right.
///
/// `Err` holds the offset at which the number breaks off or goes wrong.
pub(crate) fn scan(bytes: &[u8]) -> Result<usize, usize> {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let byte = |at: usize| bytes.get(at).copied();
    let mut at = usize::from(byte(0) == Some(b'-'));
    let whole = digits(at);
    if whole == 0 {
        return Err(at);
    }
    if whole > 1 && byte(at) == Some(b'0') {
        return Err(at + 1);
    }
    at += whole;
    if byte(at) == Some(b'.') {
        let decimals = digits(at + 1);
        at += 1 + decimals;
        if decimals == 0 {
            return Err(at);
        }
    }
    if matches!(byte(at), Some(b'e' | b'E')) {
        at += 1;
        at += usize::from(matches!(byte(at), Some(b'+' | b'-')));
        let power = digits(at);
        at += power;
        if power == 0 {
            return Err(at);
        }
    }
    Ok(at)
}

/// Returns the number, or nothing if it is larger than a program can hold.
pub(crate) fn number(raw: &str) -> Option<Number> {
    raw.parse().ok()
}

/// Says whether a number stays what it is when it is written again.
///
/// A whole number with more digits than 64 bits hold does not.
pub(crate) fn number_is_exact(raw: &str) -> bool {
    raw.bytes().any(|b| matches!(b, b'.' | b'e' | b'E'))
        || raw.parse::<i64>().is_ok()
        || raw.parse::<u64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The grammar is that of JSON, and says where a number goes wrong.
    #[test]
    fn scans_numbers() {
        for (text, result) in [
            ("0", Ok(1)),
            ("-0", Ok(2)),
            ("10.5e+3,", Ok(7)),
            ("1E5", Ok(3)),
            ("-", Err(1)),
            ("01", Err(1)),
            ("1.", Err(2)),
            ("1.e5", Err(2)),
            ("1e", Err(2)),
            ("1e+", Err(3)),
            ("-a", Err(1)),
        ] {
            assert_eq!(scan(text.as_bytes()), result, "{text}");
        }
    }

    /// A number that is too large is none; one with too many digits is not exact.
    #[test]
    fn knows_what_programs_hold() {
        assert!(number("1e400").is_none());
        assert!(number("-1e400").is_none());
        assert!(number("1e-400").is_some());
        assert!(number_is_exact("18446744073709551615"));
        assert!(!number_is_exact("18446744073709551616"));
        assert!(number_is_exact("1e30"));
    }
}
