//! A table or chart of numbers, as a value: what it shows, in which unit, from which
//! source, and in words.
//!
//! Whoever makes a figure draws nothing; whoever draws it counts nothing.

use serde::Serialize;

/// A table or chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// A short name that is stable: of files, and of places in a page.
    pub id: String,
    /// The title.
    pub title: String,
    /// What it shows, in one or two sentences, for whoever cannot see it.
    pub description: String,
    /// What is counted.
    pub unit: String,
    /// Where the numbers come from.
    pub source: String,
    /// What must be known to read it rightly.
    pub notes: Vec<String>,
    /// Where what stands before cannot be compared with what comes after.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<FigureBreak>,
    /// How it is drawn.
    pub kind: FigureKind,
    /// The headings of the columns that name the rows.
    pub labels: Vec<String>,
    /// The headings of the columns of numbers.
    pub series: Vec<String>,
    /// The rows.
    pub rows: Vec<FigureRow>,
}

/// A break in a figure over years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureBreak {
    /// The first row after it, counted from 0.
    pub row: usize,
    /// The word that stands at the mark.
    pub label: String,
    /// What has changed, for whoever cannot see the mark.
    pub text: String,
}

/// How a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// As a table.
    Table,
    /// As bars, one for each row and series.
    Bars,
    /// As lines over years, one for each series.
    Lines,
    /// As a field of rows and columns, darker where there is more.
    Field,
}

/// A row of a figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureRow {
    /// What the row is about, one text for each label.
    pub labels: Vec<String>,
    /// The numbers, one for each series.
    pub values: Vec<Quantity>,
}

/// A number, or why it does not stand there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    /// A number.
    Number(f64),
    /// A share in percent.
    Percent(f64),
    /// Left out since it is small: below this.
    Below(u64),
    /// Left out so that no other number follows.
    Hidden,
    /// Not known.
    Unknown,
}

impl Quantity {
    /// Returns the number, if it stands there.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) | Self::Percent(number) => Some(number),
            Self::Below(_) | Self::Hidden | Self::Unknown => None,
        }
    }

    /// Returns the text as it stands in tables for programs.
    pub fn plain(self) -> String {
        match self {
            Self::Number(number) => rounded(number),
            Self::Percent(number) => format!("{number:.1}"),
            Self::Below(limit) => format!("<{limit}"),
            Self::Hidden => "*".to_owned(),
            Self::Unknown => String::new(),
        }
    }

    /// Returns the text as people read it: thousands apart, shares with their sign.
    pub fn shown(self) -> String {
        match self {
            Self::Number(number) => grouped(&rounded(number)),
            Self::Percent(number) => format!("{number:.1} %"),
            Self::Unknown => "–".to_owned(),
            Self::Below(_) | Self::Hidden => self.plain(),
        }
    }
}

impl Serialize for Quantity {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 =>
            {
                #[expect(clippy::cast_possible_truncation, reason = "checked above")]
                to.serialize_i64(*number as i64)
            }
            Self::Number(number) => to.serialize_f64(*number),
            Self::Percent(number) => to.serialize_f64((number * 10.0).round() / 10.0),
            Self::Below(_) | Self::Hidden => to.serialize_str(&self.plain()),
            Self::Unknown => to.serialize_none(),
        }
    }
}

fn rounded(number: f64) -> String {
    if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") }
}

/// Sets thousands apart with a narrow blank that no line breaks at.
fn grouped(text: &str) -> String {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits = whole.trim_start_matches('-');
    if digits.len() < 5 {
        return text.to_owned();
    }
    let mut out = String::new();
    if whole.starts_with('-') {
        out.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers are written for people and for programs.
    #[test]
    fn writes_numbers() {
        assert_eq!(Quantity::Number(1_234_567.0).shown(), "1\u{202f}234\u{202f}567");
        assert_eq!(Quantity::Number(9999.0).shown(), "9999");
        assert_eq!(Quantity::Number(-12_345.5).shown(), "-12\u{202f}345.5");
        assert_eq!(Quantity::Percent(12.345).shown(), "12.3 %");
        assert_eq!(Quantity::Below(5).plain(), "<5");
        assert_eq!(Quantity::Hidden.plain(), "*");
        let list = [Quantity::Number(3.0), Quantity::Below(5), Quantity::Unknown];
        assert_eq!(serde_json::to_string(&list).unwrap(), r#"[3,"<5",null]"#);
    }
}
