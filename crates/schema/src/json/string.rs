//! Texts between quotes: escapes, and what may not stand there as it is.

use std::borrow::Cow;

/// A text that was read.
pub(super) struct Scanned<'t> {
    /// The text, its escapes resolved.
    pub text: Cow<'t, str>,
    /// The byte behind the closing quote.
    pub end: usize,
    /// Where half of a character (a lone surrogate) is escaped.
    pub lone: Vec<usize>,
}

/// Says why a text cannot be read, and at which byte.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// The text has no closing quote.
    Open,
    /// A line ends inside the text.
    LineBreak(usize),
    /// A control character stands in the text as it is.
    Control(usize),
    /// A backslash is followed by something else than an escape.
    Escape(usize),
}

/// Reads the text whose opening quote stands at `start`.
pub(super) fn scan(text: &str, start: usize) -> Result<Scanned<'_>, Broken> {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    let mut copied = at;
    let mut out: Option<String> = None;
    let mut lone = Vec::new();
    loop {
        match bytes.get(at) {
            None => return Err(Broken::Open),
            Some(b'"') => {
                let rest = text.get(copied..at).unwrap_or_default();
                let text = match out {
                    None => Cow::Borrowed(rest),
                    Some(mut out) => {
                        out.push_str(rest);
                        Cow::Owned(out)
                    }
                };
                return Ok(Scanned { text, end: at + 1, lone });
            }
            Some(b'\\') => {
                let out = out.get_or_insert_default();
                out.push_str(text.get(copied..at).unwrap_or_default());
                at = escape(bytes, at, out, &mut lone)?;
                copied = at;
            }
            Some(b'\n' | b'\r') => return Err(Broken::LineBreak(at)),
            Some(0..=0x1f) => return Err(Broken::Control(at)),
            Some(_) => at += plain(bytes.get(at..).unwrap_or_default()),
        }
    }
}

/// Returns how many bytes at the beginning stand for themselves: no quotes, backslashes or
/// control characters. It looks at eight bytes at once.
fn plain(bytes: &[u8]) -> usize {
    const EVERY: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Each of these has the high bit of the first byte in question; bits above may be wrong.
    let below = |eight: u64, byte: u64| eight.wrapping_sub(EVERY * byte) & !eight & HIGH;
    let equal = |eight: u64, byte: u8| below(eight ^ (EVERY * u64::from(byte)), 1);
    let (eights, rest) = bytes.as_chunks::<8>();
    for (number, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let found = below(eight, 0x20) | equal(eight, b'"') | equal(eight, b'\\');
        if found != 0 {
            return number * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let other = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    eights.len() * 8 + rest.iter().position(other).unwrap_or(rest.len())
}

/// Resolves the escape at `at` and returns the byte behind it.
fn escape(
    bytes: &[u8],
    at: usize,
    out: &mut String,
    lone: &mut Vec<usize>,
) -> Result<usize, Broken> {
    let plain = match bytes.get(at + 1) {
        None => return Err(Broken::Open),
        Some(b'u') => return unicode(bytes, at, out, lone),
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(_) => return Err(Broken::Escape(at)),
    };
    out.push(plain);
    Ok(at + 2)
}

fn unicode(
    bytes: &[u8],
    at: usize,
    out: &mut String,
    lone: &mut Vec<usize>,
) -> Result<usize, Broken> {
    let unit = hex4(bytes, at)?;
    if let Some(c) = char::from_u32(unit) {
        out.push(c);
        return Ok(at + 6);
    }
    let high = (0xd800..0xdc00).contains(&unit);
    if high && bytes.get(at + 6..at + 8) == Some(b"\\u") {
        let low = hex4(bytes, at + 6)?;
        if (0xdc00..0xe000).contains(&low) {
            let joined = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
            out.extend(char::from_u32(joined));
            return Ok(at + 12);
        }
    }
    lone.push(at);
    out.push(char::REPLACEMENT_CHARACTER);
    Ok(at + 6)
}

/// Reads the four digits behind the `\u` at `at`.
fn hex4(bytes: &[u8], at: usize) -> Result<u32, Broken> {
    let mut unit = 0;
    for offset in 2..6 {
        let byte = *bytes.get(at + offset).ok_or(Broken::Open)?;
        let digit = char::from(byte).to_digit(16).ok_or(Broken::Escape(at))?;
        unit = unit * 16 + digit;
    }
    Ok(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, Vec<usize>), Broken> {
        scan(text, 0).map(|scanned| (scanned.text.into_owned(), scanned.lone))
    }

    /// Escapes are resolved, pairs of surrogates joined, and a lone one is noted.
    #[test]
    fn resolves_escapes() {
        assert_eq!(read(r#""a\n\u00e9\/""#), Ok(("a\né/".into(), vec![])));
        assert_eq!(read(r#""\ud83d\ude00""#), Ok(("\u{1f600}".into(), vec![])));
        assert_eq!(read(r#""a\ud83dz""#), Ok(("a\u{fffd}z".into(), vec![2])));
        assert_eq!(read(r#""\ude00""#), Ok(("\u{fffd}".into(), vec![1])));
        assert_eq!(
            read(r#""\ud83d\u0041""#),
            Ok(("\u{fffd}A".into(), vec![1])),
            "the second escape stands for itself"
        );
    }

    /// Eight bytes at once give what one after the other gives.
    #[test]
    fn counts_plain_bytes() {
        for byte in 0..=255_u8 {
            for at in 0..24 {
                for fill in [b'a', 0x20, 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                    let mut bytes = [fill; 24];
                    bytes[at] = byte;
                    let other = matches!(byte, b'"' | b'\\' | 0..0x20);
                    assert_eq!(plain(&bytes), if other { at } else { 24 }, "{byte} {at}");
                    assert_eq!(plain(&bytes[at..]), if other { 0 } else { 24 - at });
                }
            }
        }
    }

    /// What cannot stand in a text is found at its byte.
    #[test]
    fn finds_what_cannot_stand_in_a_text() {
        assert_eq!(read("\"ab"), Err(Broken::Open));
        assert_eq!(read("\"ab\\"), Err(Broken::Open));
        assert_eq!(read("\"ab\\u00"), Err(Broken::Open));
        assert_eq!(read("\"ab\ncd\""), Err(Broken::LineBreak(3)));
        assert_eq!(read("\"a\tb\""), Err(Broken::Control(2)));
        assert_eq!(read(r#""a\x""#), Err(Broken::Escape(2)));
        assert_eq!(read(r#""a\u00g0""#), Err(Broken::Escape(2)));
    }
}
