//! The types that a column may have, the narrowest first.

use std::sync::LazyLock;

use crate::fields::{Kind, NumberStyle, TextFormat, TimeFormat};

/// A type that all values of a column may have.
pub(super) struct Candidate {
    pub(super) kind: Kind,
    /// What a schema says beside the name of the type.
    pub(super) extra: &'static [(&'static str, &'static str)],
}

/// All candidates; the first that fits is taken.
pub(super) static CANDIDATES: LazyLock<Vec<Candidate>> = LazyLock::new(|| {
    let plain = NumberStyle::default;
    let grouped = || NumberStyle { group: Some(",".to_owned()), ..plain() };
    let comma = || NumberStyle { decimal: ',', ..plain() };
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
    let (yes, no) =
        (words(&["true", "True", "TRUE"]), words(&["false", "False", "FALSE"]));
    let of = |kind, extra| Candidate { kind, extra };
    let day = |pattern: &str| Kind::Date(TimeFormat::Pattern(pattern.to_owned()));
    vec![
        of(Kind::Integer(plain()), &[]),
        of(Kind::Number(plain()), &[]),
        of(Kind::Integer(grouped()), &[("groupChar", ",")]),
        of(Kind::Number(grouped()), &[("groupChar", ",")]),
        of(Kind::Number(comma()), &[("decimalChar", ",")]),
        of(Kind::Boolean { yes, no }, &[]),
        of(Kind::Date(TimeFormat::Iso), &[]),
        of(Kind::DateTime(TimeFormat::Iso), &[]),
        of(Kind::Time(TimeFormat::Iso), &[]),
        of(Kind::YearMonth, &[]),
        of(day("%d/%m/%Y"), &[("format", "%d/%m/%Y")]),
        of(day("%m/%d/%Y"), &[("format", "%m/%d/%Y")]),
        of(day("%d.%m.%Y"), &[("format", "%d.%m.%Y")]),
        of(day("%d-%m-%Y"), &[("format", "%d-%m-%Y")]),
        of(Kind::String(TextFormat::Email), &[("format", "email")]),
        of(Kind::String(TextFormat::Uuid), &[("format", "uuid")]),
        of(Kind::String(TextFormat::Uri), &[("format", "uri")]),
    ]
});

/// Words that people write where there is no value.
pub(super) const NOTHING: [&str; 14] = [
    "NA", "N/A", "n/a", "na", "N.A.", "n.a.", "NULL", "null", "-", "--", "..", "...",
    "?", "#N/A",
];

/// Says which candidates a value fits, as bits.
pub(super) fn fits(cell: &[u8]) -> u32 {
    let mut bits = 0;
    for (at, candidate) in CANDIDATES.iter().enumerate() {
        if candidate.kind.parse(cell).is_ok() {
            bits |= 1 << at;
        }
    }
    bits
}
