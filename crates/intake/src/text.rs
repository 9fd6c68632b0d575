//! Bytes to text: UTF-8 only, and a clear word about everything else.

use std::ops::Deref;

use untoc_core::{Code, Finding, Place};

/// A text that was decoded from bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'b> {
    text: &'b str,
    skipped: usize,
}

impl<'b> Text<'b> {
    /// Returns the text, without a byte order mark.
    pub fn as_str(&self) -> &'b str {
        self.text
    }

    /// Moves the byte offsets of findings about this text, so that they count from the
    /// beginning of the file: a byte order mark was skipped.
    pub fn shift(&self, findings: &mut [Finding]) {
        for place in findings.iter_mut().flat_map(|finding| &mut finding.places) {
            if let Some(byte) = &mut place.byte {
                *byte += self.skipped;
            }
        }
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// Decodes a text in UTF-8, with or without a byte order mark.
///
/// # Errors
/// A finding `encoding-not-utf8` with the place of the first byte that is no UTF-8, and
/// the value `encoding`: `utf-16le`, `utf-16be`, `utf-32le`, `utf-32be`, `eight-bit`
/// (Windows-1252 and its like) or `binary` (the text holds a NUL).
pub fn decode_text(bytes: &[u8]) -> Result<Text<'_>, Box<Finding>> {
    if let Some(encoding) = wide_encoding(bytes) {
        return Err(not_utf8(bytes, 0, encoding));
    }
    let (body, skipped) = match bytes.strip_prefix(UTF8_MARK) {
        Some(body) => (body, UTF8_MARK.len()),
        None => (bytes, 0),
    };
    let text = std::str::from_utf8(body)
        .map_err(|error| not_utf8(bytes, skipped + error.valid_up_to(), "eight-bit"))?;
    match text.find('\0') {
        Some(at) => Err(not_utf8(bytes, skipped + at, "binary")),
        None => Ok(Text { text, skipped }),
    }
}

/// Names UTF-16 or UTF-32, by its mark or by the zeros beside the first characters.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some("utf-32le"),
        [0, 0, 0xfe, 0xff, ..] => Some("utf-32be"),
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        [a, 0, 0, 0, ..] if *a != 0 => Some("utf-32le"),
        [0, 0, 0, a, ..] if *a != 0 => Some("utf-32be"),
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => Some("utf-16le"),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some("utf-16be"),
        _ => None,
    }
}

fn not_utf8(bytes: &[u8], at: usize, encoding: &str) -> Box<Finding> {
    let before = bytes.get(..at).unwrap_or_default();
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |end| end + 1);
    let head = before.get(start..).unwrap_or_default();
    let head = head.strip_prefix(UTF8_MARK).unwrap_or(head);
    let column = String::from_utf8_lossy(head).chars().count() + 1;
    let place = Place {
        line: Some(line),
        column: Some(column),
        byte: Some(at),
        ..Place::default()
    };
    Box::new(Finding::new(Code::EncodingNotUtf8, place).plain("encoding", encoding))
}

#[cfg(test)]
mod tests {
    use untoc_core::Word;

    use super::*;

    fn refused(bytes: &[u8]) -> (String, Option<usize>, Option<usize>, Option<usize>) {
        let finding = decode_text(bytes).unwrap_err();
        assert_eq!(finding.code, Code::EncodingNotUtf8);
        let Some(Word::Plain(encoding)) = finding.values.get("encoding") else {
            panic!("no encoding is named");
        };
        let place = finding.place().unwrap();
        (encoding.clone(), place.line, place.column, place.byte)
    }

    fn utf16(text: &str, mark: bool, of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter().chain(text.encode_utf16()).flat_map(of).collect()
    }

    /// UTF-8 is read with and without a mark, in every script.
    #[test]
    fn reads_utf8() {
        for text in ["", "a", "Français", "Русский", "العربية", "中文", "\u{1f600}"]
        {
            assert_eq!(decode_text(text.as_bytes()).unwrap().as_str(), text);
            let marked = [UTF8_MARK, text.as_bytes()].concat();
            assert_eq!(decode_text(&marked).unwrap().as_str(), text);
        }
    }

    /// After a mark, byte offsets still count from the beginning of the file.
    #[test]
    fn counts_bytes_from_the_beginning_of_the_file() {
        let text = decode_text(b"\xef\xbb\xbfabc").unwrap();
        let place = Place { byte: Some(1), ..Place::default() };
        let mut findings = [Finding::new(Code::JsonSyntax, place)];
        text.shift(&mut findings);
        assert_eq!(findings[0].places[0].byte, Some(4));
    }

    /// What Notepad calls Unicode is recognized, marked or not.
    #[test]
    fn names_wide_encodings() {
        for mark in [true, false] {
            let le = utf16("{\"a\": 1}", mark, u16::to_le_bytes);
            let be = utf16("{\"a\": 1}", mark, u16::to_be_bytes);
            assert_eq!(refused(&le).0, "utf-16le");
            assert_eq!(refused(&be).0, "utf-16be");
        }
        assert_eq!(refused(b"{\0\0\0\"\0\0\0").0, "utf-32le");
        assert_eq!(refused(b"\0\0\0{\0\0\0\"").0, "utf-32be");
    }

    /// A text of Windows-1252 is refused at its first foreign byte.
    #[test]
    fn finds_the_first_foreign_byte() {
        let found = refused(b"{\n  \"note\": \"caf\xe9\"}");
        assert_eq!(found, ("eight-bit".into(), Some(2), Some(15), Some(16)));
    }

    /// A NUL makes a file binary, wherever it stands.
    #[test]
    fn refuses_nul() {
        assert_eq!(refused(b"ab\0").0, "binary");
        assert_eq!(refused(&[0; 64]).0, "binary");
    }
}
