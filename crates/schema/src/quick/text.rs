//! Texts that must say something.

use untoc_core::{begins_letter, is_blank, is_placeholder};

use super::cursor::hex;
use super::{Look, Quick};

/// A text as it is written, escapes and all.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    /// What stands between the quotes.
    pub raw: &'t str,
    /// Whether there is an escape in it.
    pub escaped: bool,
}

/// More characters than any placeholder has.
const ENOUGH: usize = 18;

impl<'t> Text<'t> {
    /// Makes sure that there is a character that a reader sees.
    #[inline]
    pub(super) fn visible(self) -> Quick<()> {
        if self.solid(1) || !self.is_blank() { Ok(()) } else { Err(Look) }
    }

    /// Makes sure that the text is neither blank nor a placeholder.
    #[inline]
    pub(super) fn says_something(self) -> Quick<()> {
        if self.solid(ENOUGH) || !(self.is_blank() || is_placeholder(self.chars())) {
            Ok(())
        } else {
            Err(Look)
        }
    }

    /// Says whether the text begins with this many characters that are neither blank nor
    /// among the signs around placeholders, others between them left aside.
    ///
    /// It may say no where there are as many: behind an escape it does not look.
    #[inline]
    fn solid(self, wanted: usize) -> bool {
        let mut count = 0;
        for &byte in self.raw.as_bytes() {
            if byte == b'\\' {
                return false;
            }
            count += usize::from(SOLID.get(usize::from(byte)).copied().unwrap_or(0));
            if count == wanted {
                return true;
            }
        }
        false
    }

    fn is_blank(self) -> bool {
        self.chars().all(|c| is_blank(c.encode_utf8(&mut [0; 4])))
    }

    /// Walks through the characters, escapes resolved.
    pub(super) fn chars(self) -> impl Iterator<Item = char> + 't {
        let mut rest = self.raw;
        std::iter::from_fn(move || {
            let c = rest.chars().next()?;
            let escape = if c == '\\' { resolve(rest.as_bytes()) } else { None };
            let (c, length) = escape.unwrap_or((c, c.len_utf8()));
            rest = rest.get(length..).unwrap_or_default();
            Some(c)
        })
    }
}

/// Returns what an escape stands for, and how long it is.
fn resolve(bytes: &[u8]) -> Option<(char, usize)> {
    let plain = match bytes.get(1)? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let high = hex(bytes.get(2..6)?)?;
            if let Some(c) = char::from_u32(high) {
                return Some((c, 6));
            }
            let low = hex(bytes.get(8..12)?)?;
            let joined = 0x1_0000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
            return Some((char::from_u32(joined)?, 12));
        }
        other => char::from(*other),
    };
    Some((plain, 2))
}

/// For each byte 1 if it surely begins a letter, else 0.
static SOLID: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_usize;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "the loop ends at the length")]
        {
            table[byte] = begins_letter(byte as u8) as u8;
        }
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character that counts as solid is neither blank nor folded away at the ends
    /// of a placeholder, and stays one character at least when folded.
    #[test]
    fn solid_characters_are_solid() {
        for c in '\0'..=char::MAX {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            if SOLID[usize::from(first)] == 1 {
                assert!(!is_blank(c.encode_utf8(&mut [0; 4])), "{c:?}");
                assert!(!c.is_whitespace() && c.to_lowercase().count() >= 1, "{c:?}");
                // Eighteen of them are too many for a placeholder, however they are set.
                assert!(!is_placeholder(std::iter::repeat_n(c, ENOUGH)), "{c:?}");
                assert!(!is_placeholder(
                    std::iter::repeat_n(['.', c, ' '], ENOUGH).flatten()
                ));
            }
        }
    }

    /// A mark that is no blank to a placeholder is one to the rule on empty texts.
    #[test]
    fn a_mark_alone_says_nothing() {
        let text = Text { raw: "\u{feff}", escaped: false };
        assert!(text.visible().is_err() && text.says_something().is_err());
    }

    proptest::proptest! {
        /// What the short look lets through is neither blank nor a placeholder.
        #[test]
        fn the_short_look_is_safe(raw in "([ .…—aTtoбَ؟待\u{feff}\u{a0}]|\\\\[n\"]){0,40}") {
            let text = Text { raw: &raw, escaped: raw.contains('\\') };
            let whole: String = text.chars().collect();
            proptest::prop_assert_eq!(text.visible().is_ok(), !is_blank(&whole));
            let good = !is_blank(&whole) && !is_placeholder(whole.chars());
            proptest::prop_assert_eq!(text.says_something().is_ok(), good);
        }
    }
}
