//! What stands in the first column of a row: which part of the form it is.

use std::fmt;

use crate::decode::{fold_digits, trim};

/// The tag of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tag {
    /// The row of a question: `untoc-5-q1`.
    Question(String),
    /// One of its options, to be ticked: `untoc-5-q1a: agreement`.
    Tick(String, String),
    /// The headings of its columns: `untoc-5-q8 #`.
    Headings(String),
    /// One of its rows: `untoc-5-q8 #2`.
    Row(String, usize),
    /// What did not fit into the cells of a question (row 0) or of one of its rows: the
    /// piece of each text that follows, from 2: `untoc-5-q1 +2`, `untoc-5-q8 #2 +2`.
    More(String, usize, usize),
}

impl Tag {
    /// Reads a tag as it is written, or as people retype it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = fold_digits(trim(text)).to_lowercase();
        if text.len() > 200 {
            return None;
        }
        if let Some((of, piece)) = text.split_once('+') {
            let piece =
                piece.trim_start().parse().ok().filter(|n| (2..=10_000).contains(n))?;
            return match Self::parse(of)? {
                Self::Question(id) => Some(Self::More(id, 0, piece)),
                Self::Row(id, row) => Some(Self::More(id, row, piece)),
                Self::Tick(..) | Self::Headings(_) | Self::More(..) => None,
            };
        }
        if let Some((id, value)) = text.split_once(':') {
            let (id, value) = (id.trim_end(), value.trim_start());
            let named = is_id(id) && !value.is_empty();
            return named.then(|| Self::Tick(id.to_owned(), value.to_owned()));
        }
        let Some((id, number)) = text.split_once('#') else {
            return is_id(&text).then_some(Self::Question(text));
        };
        let (id, number) = (id.trim_end(), number.trim_start());
        if !is_id(id) {
            return None;
        }
        if number.is_empty() {
            return Some(Self::Headings(id.to_owned()));
        }
        let number = number.parse().ok().filter(|n| (1..=1_000_000).contains(n))?;
        Some(Self::Row(id.to_owned(), number))
    }

    /// Returns the id of the question.
    pub(super) fn question(&self) -> &str {
        match self {
            Self::Question(id)
            | Self::Tick(id, _)
            | Self::Headings(id)
            | Self::Row(id, _)
            | Self::More(id, _, _) => id,
        }
    }
}

/// Says whether a text is made like the id of a question.
fn is_id(text: &str) -> bool {
    let plain =
        text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    plain && text.len() <= 64 && text.contains("-q")
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question(id) => f.write_str(id),
            Self::Tick(id, value) => write!(f, "{id}: {value}"),
            Self::Headings(id) => write!(f, "{id} #"),
            Self::Row(id, number) => write!(f, "{id} #{number}"),
            Self::More(id, 0, piece) => write!(f, "{id} +{piece}"),
            Self::More(id, row, piece) => write!(f, "{id} #{row} +{piece}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tags read back as they are written, also where people typed them anew.
    #[test]
    fn tags_read_back() {
        for text in [
            "untoc-5-q1",
            "untoc-5-q1a: agreement",
            "untoc-5-q8 #",
            "untoc-5-q8 #2",
            "untoc-5-q1 +2",
            "untoc-5-q8 #2 +31",
        ] {
            assert_eq!(Tag::parse(text).unwrap().to_string(), text);
        }
        let row = Tag::Row("untoc-5-q8".to_owned(), 12);
        assert_eq!(Tag::parse(" UNTOC-5-q8#١٢ "), Some(row));
        for text in [
            "",
            "Article 5",
            "(untoc-5-q1)",
            "untoc-5-q8 #0",
            "-q: ",
            "a: b",
            "untoc-5-q1 +1",
            "untoc-5-q1 +2 +3",
        ] {
            assert_eq!(Tag::parse(text), None, "{text}");
        }
    }
}
