//! A place in a JSON text, and the steps from token to token.

use memchr::memchr2;

use super::text::Text;
use super::{Look, Quick};

/// A place in a JSON text.
///
/// Control characters between quotes are not looked for where they could stand: those
/// between tokens are counted on the way, and [`Cursor::finish`] counts all of them.
pub(super) struct Cursor<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    controls: usize,
}

const EVERY: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

impl<'t> Cursor<'t> {
    /// Stands at the beginning of a text.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0, controls: 0 }
    }

    /// Makes sure that the text ends here, and that no control character stood between
    /// quotes.
    pub(super) fn finish(mut self) -> Quick<()> {
        self.blanks();
        let clean = self.at == self.bytes.len() && controls(self.bytes) == self.controls;
        if clean { Ok(()) } else { Err(Look) }
    }

    /// Returns the byte here; 0, which may stand nowhere, at the end.
    #[inline]
    pub(super) fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    /// Returns the eight bytes from here on, if there are as many.
    #[inline]
    fn eight(&self, at: usize) -> Option<u64> {
        let eight = self.bytes.get(at..at.wrapping_add(8))?;
        eight.try_into().ok().map(u64::from_le_bytes)
    }

    /// Steps over blanks.
    #[inline]
    pub(super) fn blanks(&mut self) {
        loop {
            match self.peek() {
                b' ' => self.spaces(),
                b'\n' | b'\r' | b'\t' => {
                    self.controls += 1;
                    self.at += 1;
                }
                _ => return,
            }
        }
    }

    /// Steps over spaces, of which one stands here.
    #[inline]
    fn spaces(&mut self) {
        while let Some(eight) = self.eight(self.at) {
            let other = eight ^ (EVERY * 0x20);
            if other != 0 {
                self.at += other.trailing_zeros() as usize / 8;
                return;
            }
            self.at += 8;
        }
        while self.peek() == b' ' {
            self.at += 1;
        }
    }

    /// Steps over one byte, which must be this one.
    #[inline]
    pub(super) fn step(&mut self, byte: u8) -> Quick<()> {
        if self.peek() != byte {
            return Err(Look);
        }
        self.at += 1;
        Ok(())
    }

    /// Enters an object or array; says whether there is something in it.
    #[inline]
    pub(super) fn open(&mut self, bracket: u8, closing: u8) -> Quick<bool> {
        self.step(bracket)?;
        self.blanks();
        if self.peek() == closing {
            self.at += 1;
            return Ok(false);
        }
        Ok(true)
    }

    /// Goes on behind a field or item; says whether another one follows.
    #[inline]
    pub(super) fn more(&mut self, closing: u8) -> Quick<bool> {
        self.blanks();
        let byte = self.peek();
        self.at += 1;
        if byte == b',' {
            self.blanks();
            Ok(true)
        } else if byte == closing {
            Ok(false)
        } else {
            Err(Look)
        }
    }

    /// Reads a key without escapes and stops before its value.
    #[inline]
    pub(super) fn key(&mut self) -> Quick<&'t [u8]> {
        let key = self.word()?;
        self.blanks();
        self.step(b':')?;
        self.blanks();
        Ok(key)
    }

    /// Reads a short text without escapes: an id, a date, one of some words.
    #[inline]
    pub(super) fn word(&mut self) -> Quick<&'t [u8]> {
        self.step(b'"')?;
        let start = self.at;
        let mut at = start;
        while let Some(eight) = self.eight(at) {
            let found = equal(eight, b'"') | equal(eight, b'\\');
            if found != 0 {
                at += found.trailing_zeros() as usize / 8;
                return self.end_word(start, at);
            }
            at += 8;
        }
        while !matches!(self.bytes.get(at), None | Some(b'"' | b'\\')) {
            at += 1;
        }
        self.end_word(start, at)
    }

    #[inline]
    fn end_word(&mut self, start: usize, at: usize) -> Quick<&'t [u8]> {
        if self.bytes.get(at) != Some(&b'"') {
            return Err(Look);
        }
        self.at = at + 1;
        self.bytes.get(start..at).ok_or(Look)
    }

    /// Reads a text; its escapes are looked at and left as they are.
    #[inline]
    pub(super) fn text(&mut self) -> Quick<Text<'t>> {
        self.step(b'"')?;
        let start = self.at;
        let mut escaped = false;
        loop {
            let rest = self.bytes.get(self.at..).ok_or(Look)?;
            self.at += memchr2(b'"', b'\\', rest).ok_or(Look)?;
            if self.peek() == b'"' {
                let raw = self.text.get(start..self.at).ok_or(Look)?;
                self.at += 1;
                return Ok(Text { raw, escaped });
            }
            escaped = true;
            self.escape()?;
        }
    }

    /// Steps over an escape, which must be a whole one.
    fn escape(&mut self) -> Quick<()> {
        match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') => {
                let unit = self.unit(self.at)?;
                self.at += 6;
                match unit {
                    0xd800..=0xdbff => {
                        let low = self.unit(self.at)?;
                        self.at += 6;
                        if (0xdc00..=0xdfff).contains(&low) { Ok(()) } else { Err(Look) }
                    }
                    0xdc00..=0xdfff => Err(Look),
                    _ => Ok(()),
                }
            }
            _ => Err(Look),
        }
    }

    /// Reads a `\u` and its four digits.
    fn unit(&self, at: usize) -> Quick<u32> {
        match self.bytes.get(at..at + 6) {
            Some(&[b'\\', b'u', ref digits @ ..]) => hex(digits).ok_or(Look),
            _ => Err(Look),
        }
    }

    /// Reads a number as it is written.
    #[inline]
    pub(super) fn number(&mut self) -> Quick<&'t str> {
        let rest = self.text.get(self.at..).ok_or(Look)?;
        let length = crate::json::scan_number(rest.as_bytes()).map_err(|_| Look)?;
        self.at += length;
        rest.get(..length).ok_or(Look)
    }
}

/// Returns the number that four hexadecimal digits stand for.
pub(super) fn hex(digits: &[u8]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0, |unit, &digit| Some(unit * 16 + char::from(digit).to_digit(16)?))
}

/// Sets the high bit of the first byte that equals this one; bits above it may be wrong.
#[inline]
fn equal(eight: u64, byte: u8) -> u64 {
    let other = eight ^ (EVERY * u64::from(byte));
    other.wrapping_sub(EVERY) & !other & HIGH
}

/// Counts the control characters of a text.
fn controls(bytes: &[u8]) -> usize {
    // Few enough that a byte can hold the number: the processor then counts many at once.
    const FEW: usize = 240;
    let (blocks, rest) = bytes.as_chunks::<FEW>();
    let count = |bytes: &[u8]| {
        usize::from(bytes.iter().fold(0_u8, |sum, &byte| sum + u8::from(byte < 0x20)))
    };
    blocks.iter().map(|block| count(block)).sum::<usize>() + count(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Counting side by side counts like counting one by one.
        #[test]
        fn counts_controls(bytes in prop::collection::vec(any::<u8>(), 0..20_000)) {
            let plain = bytes.iter().filter(|&&byte| byte < 0x20).count();
            prop_assert_eq!(controls(&bytes), plain);
        }

        /// A word ends at the first quote, and a backslash is left to the full run.
        #[test]
        fn ends_words(inside in "[ -!#-~é\u{80}-\u{ff}]{0,40}") {
            let text = format!("\"{inside}\" : 1");
            let found = Cursor::new(&text).word();
            match inside.contains('\\') {
                true => prop_assert_eq!(found, Err(Look)),
                false => prop_assert_eq!(found, Ok(inside.as_bytes())),
            }
        }

        /// A text is read as the full reader reads it, and given up where that one has
        /// something to say.
        #[test]
        fn reads_texts(inside in r#"([a"é ]|\\[nrtbf/"\\x]|\\u(00e9|d83d|de00|d83d\\ude00|00g0)){0,12}"#) {
            let text = format!("\"{inside}\"");
            let parsed = crate::json::parse(&text);
            let whole = parsed.root.as_ref().and_then(|root| root.as_text());
            let mut cursor = Cursor::new(&text);
            match cursor.text() {
                Ok(found) if cursor.at == text.len() => {
                    prop_assert!(parsed.findings.is_empty());
                    let chars: String = found.chars().collect();
                    prop_assert_eq!(Some(chars.as_str()), whole);
                }
                Ok(_) | Err(Look) => prop_assert!(!parsed.findings.is_empty()),
            }
        }
    }
}
