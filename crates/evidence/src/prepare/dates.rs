//! Dates as spreadsheets hold them, and what is left of them.

/// A day, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Date {
    pub(super) year: i32,
    /// Month and day, if both are known.
    pub(super) day: Option<(u32, u32)>,
}

/// Which number of a date comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    /// The day, as nearly everywhere.
    #[default]
    DayFirst,
    /// The month, as in the United States.
    MonthFirst,
}

/// Reads a day written as 2025-12-31.
pub(super) fn day(text: &str) -> Option<Date> {
    let date = parse(text, Order::DayFirst)?;
    let iso = text.as_bytes().get(4) == Some(&b'-');
    (iso && date.day.is_some()).then_some(date)
}

/// Reads a date or a year.
pub(super) fn parse(text: &str, order: Order) -> Option<Date> {
    let text = text.trim();
    // A time behind the date says nothing here.
    let text = text.split(['T', ' ']).next().unwrap_or(text);
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let number = |part: &str| -> Option<u32> {
        let digits = !part.is_empty() && part.len() <= 4;
        (digits && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse().ok())?
    };
    let (year, day) = match parts.as_slice() {
        [year] if year.len() == 4 => (number(year)?, None),
        [year, month] if year.len() == 4 => {
            let month = number(month)?;
            (1..=12).contains(&month).then_some(())?;
            (number(year)?, None)
        }
        [year, month, day] if year.len() == 4 => {
            (number(year)?, Some((number(month)?, number(day)?)))
        }
        [first, second, year] if year.len() == 4 => {
            let (first, second) = (number(first)?, number(second)?);
            let month_first = second > 12 || (order == Order::MonthFirst && first <= 12);
            let day = if month_first { (first, second) } else { (second, first) };
            (number(year)?, Some(day))
        }
        _ => return None,
    };
    if let Some((month, day)) = day
        && (!(1..=12).contains(&month) || !(1..=31).contains(&day))
    {
        return None;
    }
    let year = i32::try_from(year).ok()?;
    (1850..=2200).contains(&year).then_some(Date { year, day })
}

/// Finds out which number comes first in a column of dates.
pub(super) fn order<'t>(texts: impl Iterator<Item = &'t str>) -> Order {
    let (mut day_first, mut month_first) = (0, 0);
    for text in texts {
        let mut parts = text.trim().split(['/', '.', '-']);
        let mut next = || parts.next().and_then(|part| part.parse::<u32>().ok());
        match (next(), next()) {
            (Some(13..=31), Some(1..=12)) => day_first += 1,
            (Some(1..=12), Some(13..=31)) => month_first += 1,
            _ => {}
        }
    }
    if month_first > day_first { Order::MonthFirst } else { Order::DayFirst }
}

/// Returns the age on a day, or the age reached in a year.
pub(super) fn age(birth: Date, on: Date) -> Option<u32> {
    let years = on.year - birth.year;
    let before = match (birth.day, on.day) {
        (Some(birth), Some(on)) => on < birth,
        _ => false,
    };
    let age = u32::try_from(years - i32::from(before)).ok()?;
    (age <= 120).then_some(age)
}

/// Returns the band of an age, as CTDC cuts them.
pub(super) fn band(age: u32) -> &'static str {
    match age {
        0..=8 => "0-8",
        9..=17 => "9-17",
        18..=20 => "18-20",
        21..=23 => "21-23",
        24..=26 => "24-26",
        27..=29 => "27-29",
        30..=38 => "30-38",
        39..=47 => "39-47",
        _ => "48+",
    }
}

/// Returns the period of some years in which a year lies; periods begin where their
/// number divides the year.
pub(super) fn period(year: i32, years: u16) -> String {
    let years = i32::from(years.max(1));
    let first = year.div_euclid(years) * years;
    format!("{first}-{}", first + years - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates are read in the ways in which spreadsheets write them.
    #[test]
    fn reads_dates() {
        let read = |text| parse(text, Order::DayFirst).map(|date| (date.year, date.day));
        assert_eq!(read("1998-05-06"), Some((1998, Some((5, 6)))));
        assert_eq!(read("06/05/1998"), Some((1998, Some((5, 6)))));
        assert_eq!(read("05/16/1998"), Some((1998, Some((5, 16)))));
        assert_eq!(read("6.5.1998 00:00"), Some((1998, Some((5, 6)))));
        assert_eq!(read("1998"), Some((1998, None)));
        for text in ["", "x", "1998-13-01", "12", "00/00/1998", "1-2-3", "0001"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(order(["05/16/1998", "05/06/1998"].into_iter()), Order::MonthFirst);
    }

    /// Ages are reached on birthdays, or in a year where only that is known.
    #[test]
    fn works_out_ages() {
        let born = parse("2000-06-15", Order::DayFirst).unwrap();
        let on = |text| age(born, parse(text, Order::DayFirst).unwrap());
        assert_eq!(on("2018-06-14"), Some(17));
        assert_eq!(on("2018-06-15"), Some(18));
        assert_eq!(on("2018"), Some(18));
        assert_eq!(on("1999"), None);
        assert_eq!(band(17), "9-17");
        assert_eq!(band(18), "18-20");
        assert_eq!(period(2019, 5), "2015-2019");
    }
}
