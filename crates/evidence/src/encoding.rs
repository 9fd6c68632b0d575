//! Which encoding a table is in: by its mark, by its bytes, or by a guess that says so.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding as Table, ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252,
    WINDOWS_1254, WINDOWS_1257, WINDOWS_1258,
};

/// How sure something that was worked out from the bytes is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// One of several readings that fit.
    Guess,
    /// Fits well, but another reading cannot be excluded.
    Likely,
    /// Given by the caller, by a mark, or by bytes that allow no other reading.
    Certain,
}

impl Confidence {
    /// Returns the word in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// The encoding of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    pub(crate) table: &'static Table,
    /// The bytes of the mark at the beginning.
    pub(crate) mark: usize,
    pub(crate) confidence: Confidence,
    /// Only bytes of ASCII have been seen, which most encodings share.
    pub(crate) only_ascii: bool,
}

impl Encoding {
    /// Finds an encoding by one of its names, as the WHATWG standard lists them.
    pub fn from_name(name: &str) -> Option<Self> {
        // What Python and Table Schema call utf-8-sig is UTF-8 with a mark.
        let name = if name.eq_ignore_ascii_case("utf-8-sig") { "utf-8" } else { name };
        let table = Table::for_label(name.trim().as_bytes())?;
        Some(Self { table, mark: 0, confidence: Confidence::Certain, only_ascii: false })
    }

    /// Returns the name, in lower case.
    pub fn name(&self) -> String {
        self.table.name().to_ascii_lowercase()
    }

    /// Says how sure it is.
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// Says whether the bytes can be read as they are.
    pub fn is_utf8(&self) -> bool {
        self.table == UTF_8
    }

    /// Says whether a mark stands at the beginning.
    pub fn has_mark(&self) -> bool {
        self.mark > 0
    }

    /// Looks for a mark, which may also stand before text whose encoding was given.
    pub(crate) fn with_mark_of(mut self, sample: &[u8]) -> Self {
        if let Some((table, mark)) = Table::for_bom(sample)
            && table == self.table
        {
            self.mark = mark;
        }
        self
    }

    /// Works out the encoding of a text from its first bytes.
    pub(crate) fn detect(sample: &[u8]) -> Self {
        let certain = |table, mark| Self {
            table,
            mark,
            confidence: Confidence::Certain,
            only_ascii: false,
        };
        if let Some((table, mark)) = Table::for_bom(sample) {
            return certain(table, mark);
        }
        if let Some(table) = wide(sample) {
            return Self { confidence: Confidence::Likely, ..certain(table, 0) };
        }
        if sample.is_ascii() {
            return Self { only_ascii: true, ..certain(UTF_8, 0) };
        }
        let (good, bad) = sequences(sample);
        if bad == 0 {
            return certain(UTF_8, 0);
        }
        // A few broken characters in a text of UTF-8 do not make it another encoding.
        if good >= 8 * bad {
            return Self { confidence: Confidence::Likely, ..certain(UTF_8, 0) };
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(sample, true);
        let mut table = detector.guess(None, Utf8Detection::Deny);
        // In a short text the rarer encodings of the Latin script are no more than a
        // guess, and the most usual one is the better guess.
        let beyond = sample.iter().filter(|byte| !byte.is_ascii()).count();
        if beyond < 30 && LATIN.contains(&table) {
            table = WINDOWS_1252;
        }
        let confidence =
            if sample.len() >= 4096 { Confidence::Likely } else { Confidence::Guess };
        Self { confidence, ..certain(table, 0) }
    }
}

/// Encodings that differ from windows-1252 in some accents only.
static LATIN: [&Table; 5] =
    [WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258, ISO_8859_2];

/// Recognizes UTF-16 without a mark: ordinary letters leave every second byte zero.
fn wide(sample: &[u8]) -> Option<&'static Table> {
    let pairs = sample.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |odd: usize| {
        sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs * 4 && even * 20 <= pairs {
        return Some(UTF_16LE);
    }
    (even * 10 >= pairs * 4 && odd * 20 <= pairs).then_some(UTF_16BE)
}

/// Counts the well-formed characters beyond ASCII and the broken ones.
fn sequences(sample: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    let mut rest = sample;
    loop {
        let (valid, error) = match std::str::from_utf8(rest) {
            Ok(text) => (text.len(), None),
            Err(error) => (error.valid_up_to(), Some(error)),
        };
        let (head, tail) = rest.split_at(valid);
        good += head.iter().filter(|byte| **byte >= 0xc0).count();
        // Without a length the text breaks off inside a character: the sample ends.
        let Some(length) = error.and_then(|error| error.error_len()) else {
            return (good, bad);
        };
        bad += 1;
        rest = tail.get(length..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> (String, usize, Confidence) {
        let encoding = Encoding::detect(bytes);
        (encoding.name(), encoding.mark, encoding.confidence)
    }

    fn utf16(text: &str, of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(of).collect()
    }

    /// A mark settles the question.
    #[test]
    fn believes_a_mark() {
        assert_eq!(found(b"\xef\xbb\xbfa,b"), ("utf-8".into(), 3, Confidence::Certain));
        let le = utf16("\u{feff}a,b", u16::to_le_bytes);
        assert_eq!(found(&le), ("utf-16le".into(), 2, Confidence::Certain));
        let be = utf16("\u{feff}a,b", u16::to_be_bytes);
        assert_eq!(found(&be), ("utf-16be".into(), 2, Confidence::Certain));
    }

    /// UTF-16 without a mark is seen by its zeros.
    #[test]
    fn recognizes_utf16_without_a_mark() {
        let text = "year,country\n2020,XXA\n";
        assert_eq!(found(&utf16(text, u16::to_le_bytes)).0, "utf-16le");
        assert_eq!(found(&utf16(text, u16::to_be_bytes)).0, "utf-16be");
    }

    /// UTF-8 in all six languages is certain; plain ASCII is, too.
    #[test]
    fn recognizes_utf8() {
        for text in ["a", "année", "año", "год", "سنة", "年份"] {
            assert_eq!(found(text.as_bytes()), ("utf-8".into(), 0, Confidence::Certain));
        }
    }

    /// One broken byte in a long text of UTF-8 does not turn it into another encoding.
    #[test]
    fn keeps_utf8_with_a_broken_byte() {
        let mut bytes = "année,год\n".repeat(20).into_bytes();
        bytes.extend(b"\xff\n");
        assert_eq!(found(&bytes), ("utf-8".into(), 0, Confidence::Likely));
    }

    /// Texts of older encodings are guessed and the guess is called one.
    #[test]
    fn guesses_older_encodings() {
        let (name, _, confidence) =
            found(b"ann\xe9e,pays,r\xe9gion\n2020,C\xf4te d'Ivoire,\xe9t\xe9\n");
        assert_eq!((name.as_str(), confidence), ("windows-1252", Confidence::Guess));
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1251.encode("год,страна,область\n2020,Россия,Москва\n");
        assert_eq!(found(&bytes).0, "windows-1251");
    }
}
