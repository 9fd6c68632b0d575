//! Faults of JSON syntax as findings.

use untoc_core::{Code, Finding, Place};

use super::{DEPTH_MAX, VALUES_MAX};

/// What ends the reading of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// There is nothing but blanks.
    Empty,
    /// The text ends inside the bracket or text that opens at this byte.
    Truncated(usize),
    /// Brackets are nested too deep.
    TooDeep,
    /// There are too many values.
    TooMany,
    /// Something follows the end; `true` if it is another document.
    Trailing(bool),
    /// Something else stands where this was expected.
    Syntax(Syntax),
    /// A bracket is closed by one of the other kind; it opens at this byte.
    Mismatch(usize),
}

/// What is wrong with the syntax; the messages know these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Value,
    CommaTrailing,
    CommaMissing,
    CommaOrEnd,
    Key,
    KeyUnquoted,
    Colon,
    QuoteSingle,
    QuoteCurly,
    Comment,
    Word,
    Number,
    Escape,
    Control,
    LineBreak,
}

impl Syntax {
    fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value-expected",
            Self::CommaTrailing => "comma-trailing",
            Self::CommaMissing => "comma-missing",
            Self::CommaOrEnd => "comma-or-end",
            Self::Key => "key-expected",
            Self::KeyUnquoted => "key-unquoted",
            Self::Colon => "colon-missing",
            Self::QuoteSingle => "quote-single",
            Self::QuoteCurly => "quote-curly",
            Self::Comment => "comment",
            Self::Word => "word-unknown",
            Self::Number => "number-malformed",
            Self::Escape => "escape-unknown",
            Self::Control => "control-character",
            Self::LineBreak => "line-break",
        }
    }
}

impl Fault {
    /// Makes the finding; its place has a byte only.
    pub(super) fn finding(self, text: &str, at: usize) -> Finding {
        let place = |byte: usize| Place { byte: Some(byte), ..Place::default() };
        let of = |code| Finding::new(code, place(at));
        match self {
            Self::Empty => of(Code::FileEmpty),
            Self::TooDeep => of(Code::JsonTooDeep).number("limit", DEPTH_MAX),
            Self::TooMany => of(Code::JsonTooMany).number("limit", VALUES_MAX),
            Self::Truncated(open) => {
                let mut finding = of(Code::JsonTruncated);
                finding.places.push(place(open));
                finding
            }
            Self::Trailing(document) => of(Code::JsonTrailing)
                .plain("value", if document { "document" } else { "text" }),
            Self::Mismatch(open) => {
                let mut finding = shown(
                    of(Code::JsonSyntax).plain("fault", "bracket-mismatch"),
                    text,
                    at,
                );
                finding.places.push(place(open));
                finding
            }
            Self::Syntax(syntax) => {
                shown(of(Code::JsonSyntax).plain("fault", syntax.as_str()), text, at)
            }
        }
    }
}

/// Adds what stands at the place: a sign, or a word that other languages use.
///
/// Any other word may belong to an answer whose quotes are broken, and is not shown.
fn shown(finding: Finding, text: &str, at: usize) -> Finding {
    const WORDS: [&str; 11] = [
        "True",
        "False",
        "None",
        "TRUE",
        "FALSE",
        "NULL",
        "Null",
        "NaN",
        "Infinity",
        "undefined",
        "nil",
    ];
    let rest = text.get(at..).unwrap_or_default();
    let word = rest.split(|c: char| !c.is_ascii_alphanumeric()).next();
    if let Some(word) = word.filter(|word| WORDS.contains(word)) {
        return finding.plain("value", word);
    }
    match rest.chars().next() {
        Some(c) if c.is_control() || c == '\u{feff}' => {
            finding.plain("value", format!("U+{:04X}", u32::from(c)))
        }
        Some(c) if !c.is_alphanumeric() => finding.plain("value", c),
        Some(_) | None => finding,
    }
}
