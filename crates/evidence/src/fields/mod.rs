//! The types of fields: what a cell must look like, and how two cells compare.
//!
//! Everything here works on bytes. What a cell means is turned into a [`Scalar`], which
//! can be compared and hashed; no text is made.

mod date;
mod geo;
mod json;
mod number;
mod strptime;
mod text;
mod time;

pub(crate) use date::iso_date;
use date::parse_date;
pub use number::NumberStyle;
use number::{parse_integer, parse_number};
pub(crate) use number::{plain_number, short_integer};
pub(crate) use text::is_email;

/// The type of a field, with its format.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Text.
    String(TextFormat),
    /// A number with or without a fraction.
    Number(NumberStyle),
    /// A whole number.
    Integer(NumberStyle),
    /// True or false, in the words that are listed.
    Boolean {
        /// What stands for true.
        yes: Vec<String>,
        /// What stands for false.
        no: Vec<String>,
    },
    /// A JSON object.
    Object,
    /// A JSON array.
    Array,
    /// Several values in one cell.
    List {
        /// What stands between the values.
        delimiter: String,
        /// The type of each value.
        item: Box<Kind>,
    },
    /// A date with a time.
    DateTime(TimeFormat),
    /// A date.
    Date(TimeFormat),
    /// A time of day.
    Time(TimeFormat),
    /// A year.
    Year,
    /// A month of a year.
    YearMonth,
    /// A length of time.
    Duration,
    /// A place, as longitude and latitude.
    GeoPoint(GeoFormat),
    /// A shape in GeoJSON or TopoJSON.
    GeoJson {
        /// Whether it is TopoJSON.
        topology: bool,
    },
    /// Anything.
    Any,
}

/// The format of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFormat {
    /// Any text.
    Plain,
    /// An address for e-mail.
    Email,
    /// An address of something.
    Uri,
    /// Bytes in base 64.
    Binary,
    /// A UUID.
    Uuid,
}

/// The format of a date or time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeFormat {
    /// ISO 8601.
    Iso,
    /// Whatever can be understood.
    Any,
    /// A pattern of `strptime`.
    Pattern(String),
}

/// How a place is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeoFormat {
    /// "longitude, latitude".
    Text,
    /// A JSON array.
    Array,
    /// A JSON object with `lon` and `lat`.
    Object,
}

/// What a cell means, as far as cells are compared.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) enum Scalar {
    /// A whole number, or a time as a number of units.
    Whole(i128),
    Number(f64),
    Truth(bool),
    /// Its text is its meaning.
    Text,
}

/// Says why a cell is not of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misfit {
    Type,
    Format,
}

impl Kind {
    /// Reads a cell.
    pub(crate) fn parse(&self, cell: &[u8]) -> Result<Scalar, Misfit> {
        match self {
            Self::String(format) => {
                let fits = text::fits(*format, cell);
                if fits { Ok(Scalar::Text) } else { Err(Misfit::Format) }
            }
            Self::Number(style) => {
                parse_number(cell, style).map(Scalar::Number).ok_or(Misfit::Type)
            }
            Self::Integer(style) => whole(parse_integer(cell, style)),
            Self::Boolean { yes, no } => truth(cell, yes, no).ok_or(Misfit::Type),
            Self::Object => text_if(json::is_object(cell)),
            Self::Array => text_if(json::is_array(cell)),
            Self::List { delimiter, item } => list(cell, delimiter, item),
            Self::DateTime(format) => whole(time::parse_datetime(cell, format)),
            Self::Date(format) => whole(parse_date(cell, format)),
            Self::Time(format) => whole(time::parse_time(cell, format)),
            Self::Year => whole(date::parse_year(cell)),
            Self::YearMonth => whole(date::parse_year_month(cell)),
            Self::Duration => whole(time::parse_duration(cell)),
            Self::GeoPoint(format) => text_if(geo::is_point(cell, *format)),
            Self::GeoJson { topology } => text_if(json::is_shape(cell, *topology)),
            Self::Any => Ok(Scalar::Text),
        }
    }

    /// Returns how long a value is: characters, items or keys; none if it has no length.
    pub(crate) fn length(&self, cell: &[u8]) -> Option<usize> {
        match self {
            Self::String(_) | Self::Any => Some(text::characters(cell)),
            Self::List { delimiter, .. } => {
                Some(memchr::memmem::find_iter(cell, delimiter.as_bytes()).count() + 1)
            }
            Self::Object | Self::Array => json::length(cell),
            Self::Number(_)
            | Self::Integer(_)
            | Self::Boolean { .. }
            | Self::DateTime(_)
            | Self::Date(_)
            | Self::Time(_)
            | Self::Year
            | Self::YearMonth
            | Self::Duration
            | Self::GeoPoint(_)
            | Self::GeoJson { .. } => None,
        }
    }

    /// Returns the name of the type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::String(_) => "string",
            Self::Number(_) => "number",
            Self::Integer(_) => "integer",
            Self::Boolean { .. } => "boolean",
            Self::Object => "object",
            Self::Array => "array",
            Self::List { .. } => "list",
            Self::DateTime(_) => "datetime",
            Self::Date(_) => "date",
            Self::Time(_) => "time",
            Self::Year => "year",
            Self::YearMonth => "yearmonth",
            Self::Duration => "duration",
            Self::GeoPoint(_) => "geopoint",
            Self::GeoJson { .. } => "geojson",
            Self::Any => "any",
        }
    }
}

fn whole(value: Option<i128>) -> Result<Scalar, Misfit> {
    value.map(Scalar::Whole).ok_or(Misfit::Type)
}

fn text_if(fits: bool) -> Result<Scalar, Misfit> {
    if fits { Ok(Scalar::Text) } else { Err(Misfit::Type) }
}

fn truth(cell: &[u8], yes: &[String], no: &[String]) -> Option<Scalar> {
    let listed = |words: &[String]| words.iter().any(|word| word.as_bytes() == cell);
    if listed(yes) {
        return Some(Scalar::Truth(true));
    }
    listed(no).then_some(Scalar::Truth(false))
}

fn list(cell: &[u8], delimiter: &str, item: &Kind) -> Result<Scalar, Misfit> {
    for part in items(cell, delimiter) {
        item.parse(part)?;
    }
    Ok(Scalar::Text)
}

/// Returns the values of a list.
pub(crate) fn items<'c>(
    cell: &'c [u8],
    delimiter: &'c str,
) -> impl Iterator<Item = &'c [u8]> {
    let length = delimiter.len().max(1);
    let mut rest = Some(cell);
    std::iter::from_fn(move || {
        let text = rest?;
        let at = memchr::memmem::find(text, delimiter.as_bytes())
            .filter(|_| !delimiter.is_empty());
        rest = at.and_then(|at| text.get(at + length..));
        at.map_or(Some(text), |at| text.get(..at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso() -> TimeFormat {
        TimeFormat::Iso
    }

    /// Each type takes what the standard says and nothing else.
    #[test]
    fn types_take_what_they_should() {
        let plain = NumberStyle::default;
        let boolean = Kind::Boolean { yes: vec!["true".into()], no: vec!["0".into()] };
        let list =
            Kind::List { delimiter: ";".into(), item: Box::new(Kind::Integer(plain())) };
        let cases: Vec<(Kind, &[&str], &[&str])> = vec![
            (Kind::String(TextFormat::Plain), &["", "x"], &[]),
            (Kind::String(TextFormat::Email), &["a@b.org"], &["a", "@b", "a b@c.org"]),
            (
                Kind::String(TextFormat::Uri),
                &["https://x.org/a"],
                &["x", "http//x", "a b:c"],
            ),
            (Kind::String(TextFormat::Binary), &["YWI=", "YWJj", ""], &["Y", "YW-="]),
            (
                Kind::String(TextFormat::Uuid),
                &["123e4567-e89b-12d3-a456-426614174000"],
                &["123e4567e89b12d3a456426614174000", "x"],
            ),
            (
                Kind::Number(plain()),
                &["1", "-1.5", "+.5", "1e3", "NaN", "INF", "-INF", "1."],
                &["", "1,5", "x", ".", "1e", "--1", "0x1"],
            ),
            (Kind::Integer(plain()), &["1", "-1", "+01"], &["", "1.0", "1e3", "-", "١"]),
            (boolean, &["true", "0"], &["TRUE", "yes", ""]),
            (Kind::Object, &["{}", "{\"a\": 1}"], &["[]", "{", "1"]),
            (Kind::Array, &["[]", "[1]"], &["{}", "[", "a"]),
            (list, &["1", "1;2"], &["1;", "1,2", "a"]),
            (
                Kind::DateTime(iso()),
                &[
                    "2024-02-29T10:00:00Z",
                    "2024-01-02T03:04:05.5",
                    "2024-01-02T03:04:05+02:00",
                ],
                &["2023-02-29T10:00:00", "2024-01-02", "2024-01-02T25:00:00", "x"],
            ),
            (
                Kind::Date(iso()),
                &["2024-02-29", "2000-02-29"],
                &["2023-02-29", "1900-02-29", "2024-13-01", "2024-1-1", "01/02/2024", ""],
            ),
            (
                Kind::Date(TimeFormat::Any),
                &["2024-02-29", "29/02/2024", "5 May 2024"],
                &["x"],
            ),
            (
                Kind::Date(TimeFormat::Pattern("%d/%m/%Y".into())),
                &["29/02/2024"],
                &["2024-02-29", "30/02/2024"],
            ),
            (Kind::Time(iso()), &["10:00:00", "23:59:59.9"], &["24:00:01", "10", "x"]),
            (Kind::Year, &["2024", "-0044"], &["24", "20244x", ""]),
            (Kind::YearMonth, &["2024-05"], &["2024-13", "2024", "2024-5"]),
            (Kind::Duration, &["P1Y2M", "PT5M", "P1DT2.5S"], &["P", "PT", "1Y", "P1M2Y"]),
            (
                Kind::GeoPoint(GeoFormat::Text),
                &["12.5, -3", "0,0"],
                &["1", "200, 3", "1, 95"],
            ),
            (Kind::GeoPoint(GeoFormat::Array), &["[1, 2]"], &["[1]", "1, 2"]),
            (Kind::GeoPoint(GeoFormat::Object), &["{\"lon\": 1, \"lat\": 2}"], &["{}"]),
            (
                Kind::GeoJson { topology: false },
                &["{\"type\": \"Point\", \"coordinates\": [1, 2]}"],
                &["{}", "{\"type\": \"Topology\"}", "x"],
            ),
            (
                Kind::GeoJson { topology: true },
                &["{\"type\": \"Topology\", \"objects\": {}, \"arcs\": []}"],
                &["{}"],
            ),
            (Kind::Any, &["", "x"], &[]),
        ];
        for (kind, good, bad) in cases {
            for cell in good {
                assert!(kind.parse(cell.as_bytes()).is_ok(), "{} {cell}", kind.name());
            }
            for cell in bad {
                assert!(kind.parse(cell.as_bytes()).is_err(), "{} {cell}", kind.name());
            }
        }
    }

    /// Values are compared by what they mean.
    #[test]
    fn compares_meanings() {
        let date = |cell: &str| Kind::Date(iso()).parse(cell.as_bytes()).unwrap();
        assert!(date("2024-02-29") < date("2024-03-01"));
        assert!(date("1969-12-31") < date("1970-01-01"));
        let number =
            |cell: &str| Kind::Number(NumberStyle::default()).parse(cell.as_bytes());
        assert_eq!(number("1.50").unwrap(), number("15e-1").unwrap());
        let at = |cell: &str| Kind::DateTime(iso()).parse(cell.as_bytes()).unwrap();
        assert_eq!(at("2024-01-01T12:00:00Z"), at("2024-01-01T14:00:00+02:00"));
    }

    /// A list is cut at its delimiter.
    #[test]
    fn cuts_lists() {
        let parts: Vec<&[u8]> = items(b"a;;b", ";").collect();
        assert_eq!(parts, [&b"a"[..], b"", b"b"]);
        assert_eq!(items(b"", ";").count(), 1);
    }
}
