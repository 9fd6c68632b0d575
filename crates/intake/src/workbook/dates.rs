//! Dates and times of spreadsheets: days since the end of 1899, or since 1904.

/// Which day a spreadsheet counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    #[default]
    Of1900,
    Of1904,
}

/// Writes the number of a day as ISO 8601: a date, a time, or both.
pub(super) fn iso(serial: f64, epoch: Epoch) -> Option<String> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
    let (mut day, mut second) =
        (serial.floor() as i64, ((serial - serial.floor()) * 86_400.0).round() as i64);
    if second == 86_400 {
        (day, second) = (day + 1, 0);
    }
    let time = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    if day == 0 && epoch == Epoch::Of1900 {
        return Some(time);
    }
    // The first spreadsheets took 1900 for a leap year; all others keep the mistake.
    let base = match epoch {
        Epoch::Of1904 => jiff::civil::date(1904, 1, 1),
        Epoch::Of1900 if day < 60 => jiff::civil::date(1899, 12, 31),
        Epoch::Of1900 => jiff::civil::date(1899, 12, 30),
    };
    let date = base.checked_add(jiff::Span::new().try_days(day).ok()?).ok()?;
    let date = format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    Some(if second == 0 { date } else { format!("{date}T{time}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known days of spreadsheets come out right.
    #[test]
    fn knows_days() {
        let of = |serial| iso(serial, Epoch::Of1900).unwrap();
        assert_eq!(of(1.0), "1900-01-01");
        assert_eq!(of(59.0), "1900-02-28");
        assert_eq!(of(61.0), "1900-03-01");
        assert_eq!(of(45_292.0), "2024-01-01");
        assert_eq!(of(45_292.5), "2024-01-01T12:00:00");
        assert_eq!(of(0.25), "06:00:00");
        assert_eq!(iso(0.0, Epoch::Of1904).unwrap(), "1904-01-01");
        assert_eq!(iso(-1.0, Epoch::Of1900), None);
    }
}
