//! Dates that may be known only in part.
//!
//! An answer may know a year, or a year and a month. A partial date stands for the
//! whole year or month and is never filled up by the tool.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date as far as it is known: `2024`, `2024-05` or `2024-05-17`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// A whole year.
    Year(i16),
    /// A whole month.
    Month(i16, i8),
    /// One day.
    Day(Date),
}

/// Says that a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no date; write 2024, 2024-05 or 2024-05-17")]
pub struct DateError(pub String);

impl PartialDate {
    /// The pattern of a partial date, as the JSON Schemas state it.
    ///
    /// It knows the length of every month, leap years included, so that a schema and
    /// [`PartialDate::parse`] agree on every text. Digits are ASCII only.
    pub const PATTERN: &'static str = concat!(
        "^([0-9]{4}(-(0[1-9]|1[0-2]))?",
        "|[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
        "|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)",
        "|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])",
        "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$",
    );

    /// Parses a date strictly: four, two and two ASCII digits between hyphens.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::read(text).ok_or_else(|| DateError(text.to_owned()))
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let Some(month) = parts.next() else { return Some(Self::Year(year)) };
        let month = i8::try_from(digits(month, 2)?).ok()?;
        if !(1..=12).contains(&month) {
            return None;
        }
        let Some(day) = parts.next() else { return Some(Self::Month(year, month)) };
        let day = i8::try_from(digits(day, 2)?).ok()?;
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month, day).ok().map(Self::Day)
    }

    /// Returns the first day that the date can mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date::constant(year, 1, 1),
            Self::Month(year, month) => Date::constant(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// Returns the last day that the date can mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::constant(year, 12, 31),
            Self::Month(year, month) => Date::constant(year, month, 1).last_of_month(),
            Self::Day(date) => date,
        }
    }

    /// Says whether the whole of the date lies after `today`.
    pub fn is_after(self, today: Date) -> bool {
        self.first_day() > today
    }
}

fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Partial dates are read as far as known, and impossible days are refused.
    #[test]
    fn reads_years_months_and_days() {
        for good in ["2024", "2024-02", "2024-02-29", "0001-01-01"] {
            assert_eq!(PartialDate::parse(good).unwrap().to_string(), good);
        }
        for bad in [
            "",
            "24",
            "2024-13",
            "2023-02-29",
            "2024-2",
            "2024/02",
            "٢٠٢٤",
            "2024-02-29-01",
            "+024",
        ] {
            assert!(PartialDate::parse(bad).is_err(), "{bad}");
        }
    }

    /// A year that has begun is not in the future.
    #[test]
    fn a_year_that_has_begun_is_not_in_the_future() {
        let today = Date::constant(2026, 11, 24);
        assert!(!PartialDate::parse("2026").unwrap().is_after(today));
        assert!(!PartialDate::parse("2026-11").unwrap().is_after(today));
        assert!(PartialDate::parse("2026-12").unwrap().is_after(today));
        assert!(PartialDate::parse("2026-11-25").unwrap().is_after(today));
    }
}
