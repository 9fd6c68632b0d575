//! Looking at cells: what they seem to be, whoever wrote them.

mod checksums;
pub(crate) mod column;
pub(crate) mod formula;
pub(crate) mod hints;
pub(crate) mod identifiers;
pub(crate) mod labels;
mod people;

/// Says whether a name or a line of text seems to name or reach a person.
pub fn names_person(text: &str) -> bool {
    let reaches = |part: &str| {
        use identifiers::Identifier::{Card, Email, Iban, NationalId, Phone};
        matches!(
            identifiers::of_cell(part),
            Some(Email | Phone | Iban | NationalId | Card)
        )
    };
    identifiers::in_text(text).is_some()
        || reaches(text)
        || text.split([' ', '_', '(', ')']).any(reaches)
}
