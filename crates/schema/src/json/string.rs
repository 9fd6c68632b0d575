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
            Some(_) => at += 1,
        }
    }
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
