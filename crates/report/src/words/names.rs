//! The names that values have in the words of findings.
//!
//! A message may use each of them as `$name`, `$name-given` and `$name-count`; a test
//! reads every message and refuses any other. All of them are always set, so that a
//! rule that gives no value leaves "…" and never a raw `{$name}`.

/// All names of values, in the order of the alphabet.
pub(crate) const NAMES: [&str; 50] = [
    "about",
    "above",
    "article",
    "awaits",
    "because",
    "below",
    "carries",
    "code",
    "column",
    "confidence",
    "contributor",
    "count",
    "cr",
    "crlf",
    "date",
    "deleted",
    "delimiter",
    "encoding",
    "expected",
    "fault",
    "field",
    "fields",
    "file",
    "inserted",
    "item",
    "kind",
    "lacking",
    "law",
    "laws",
    "lf",
    "limit",
    "line",
    "marked",
    "maximum",
    "minimum",
    "names",
    "nearest",
    "other",
    "question",
    "questionnaire",
    "reason",
    "resource",
    "row",
    "rows",
    "section",
    "side",
    "size",
    "state",
    "value",
    "version",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The names stand once and in order, so that a reader finds them.
    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted_by(|a, b| a < b));
    }
}
