//! The short way for cells that are right: most of them.
//!
//! What is accepted here is right; what is not goes to the judge. Nothing is copied.

use super::judge::{Bound, Judge, Options};
use super::words::Words;
use crate::fields::{
    Kind, Scalar, TextFormat, TimeFormat, iso_date, plain_number, short_integer,
};

/// A short way for one column.
#[derive(Debug, Clone)]
pub(crate) enum Fast {
    /// None.
    Judge,
    /// One of a few short texts.
    Words(Words),
    /// A text of at most so many bytes, which is then at most so many characters.
    Text(usize),
    /// Matches the pattern of the judge and is at most so many bytes long.
    Pattern(usize),
    /// A whole number in a range.
    Integer(i64, i64),
    /// A number in a range.
    Number(f64, f64),
    /// A date in a range.
    Date(i32, i32),
}

impl Fast {
    pub(crate) fn new(judge: &Judge, quote: Option<u8>) -> Self {
        let short = judge.min_length.is_none_or(|least| least <= 1);
        let longest = judge.max_length.unwrap_or(usize::MAX);
        match (&judge.kind, &judge.options, &judge.pattern) {
            (
                Kind::String(TextFormat::Plain) | Kind::Any,
                Some(Options::Texts(texts)),
                None,
            ) if short && judge.max_length.is_none() => {
                let words = Words::new(texts.iter().map(Vec::as_slice), quote);
                words.map_or(Self::Judge, Self::Words)
            }
            (Kind::String(TextFormat::Plain) | Kind::Any, None, None) if short => {
                Self::Text(longest)
            }
            (Kind::String(TextFormat::Plain) | Kind::Any, None, Some(_)) if short => {
                Self::Pattern(longest)
            }
            (Kind::Integer(style), None, None) if style.is_plain() => integer(judge),
            (Kind::Number(style), None, None) if style.is_plain() => number(judge),
            (Kind::Date(TimeFormat::Iso), None, None) => date(judge),
            _ => Self::Judge,
        }
    }
}

/// Returns the least and the greatest whole number of a range.
fn whole_range(judge: &Judge) -> Option<(i128, i128)> {
    let end = |bound: Option<Bound>, step: i128, free: i128| match bound {
        None => Some(free),
        Some(Bound { value: Scalar::Whole(value), open }) => {
            Some(if open { value + step } else { value })
        }
        Some(_) => None,
    };
    Some((end(judge.minimum, 1, i128::MIN)?, end(judge.maximum, -1, i128::MAX)?))
}

fn integer(judge: &Judge) -> Fast {
    let Some((least, most)) = whole_range(judge) else { return Fast::Judge };
    let small = |end: i128| {
        i64::try_from(end).unwrap_or(if end < 0 { i64::MIN } else { i64::MAX })
    };
    // Numbers of more digits than fit are left to the judge.
    Fast::Integer(small(least), small(most))
}

fn date(judge: &Judge) -> Fast {
    let Some((least, most)) = whole_range(judge) else { return Fast::Judge };
    let small = |day: i128| {
        i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX })
    };
    Fast::Date(small(least), small(most))
}

fn number(judge: &Judge) -> Fast {
    let end = |bound: Option<Bound>, free: f64| match bound {
        None => Some(free),
        Some(Bound { value: Scalar::Number(value), open: false }) => Some(value),
        Some(_) => None,
    };
    let least = end(judge.minimum, f64::NEG_INFINITY);
    let most = end(judge.maximum, f64::INFINITY);
    least.zip(most).map_or(Fast::Judge, |(least, most)| Fast::Number(least, most))
}

#[inline]
pub(crate) fn is_integer(cell: &[u8], least: i64, most: i64) -> bool {
    short_integer(cell).is_some_and(|value| (least..=most).contains(&value))
}

#[inline]
pub(crate) fn is_number(cell: &[u8], least: f64, most: f64) -> bool {
    plain_number(cell).is_some_and(|value| (least..=most).contains(&value))
}

#[inline]
pub(crate) fn is_date(cell: &[u8], least: i32, most: i32) -> bool {
    iso_date(cell).is_some_and(|day| (least..=most).contains(&day))
}
