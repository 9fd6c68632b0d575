//! What spreadsheets do to tables: zeros that are gone, dates that were none, NA.

use untoc_core::{Code, Finding, Place};

use super::column::{Look, Sign};
use crate::tally::{Group, column_place, grouped};

/// Says what a column seems to have lost. `at` and `label` name it.
pub(crate) fn hints(look: &Look, at: usize, label: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let place = || column_place(Some(at), Some(label));
    let new = |code| Finding::new(code, Place::default()).plain("field", label);
    if let Some((length, lost)) = lost_zeros(look) {
        let finding = Finding::new(Code::TableZerosLost, place()).plain("field", label);
        found.push(finding.number("count", lost).number("limit", length));
    }
    let turned = look.group(Sign::TurnedDate);
    if let Some(group) = turned.filter(|group| group.count * 2 < look.filled) {
        found.push(grouped(new(Code::TableDateTurned), group, Some(at), Some(label)));
    }
    let codes = look.codes * 10 >= look.filled * 8 && look.filled >= 5;
    if let Some(group) = look.group(Sign::CountryNa)
        && codes
        && look.distinct() >= 3
        && group.count < look.filled
    {
        found.push(grouped(new(Code::TableCountryNa), group, Some(at), Some(label)));
    }
    if look.ambiguous > 0 && look.day_first == 0 && look.month_first == 0 {
        let finding = Finding::new(Code::TableDateAmbiguous, place());
        found.push(finding.plain("field", label).number("count", look.ambiguous));
    }
    if let Some(group) = look.group(Sign::Formula) {
        let group = Group { values: Vec::new(), ..group.clone() };
        found.push(grouped(new(Code::TableFormula), &group, Some(at), Some(label)));
    }
    found
}

/// Codes of one length of which some begin with a zero, and others are one shorter and
/// never do: a spreadsheet took the zero away.
fn lost_zeros(look: &Look) -> Option<(usize, usize)> {
    let zero = look.lengths.iter().filter(|(_, (_, with))| *with > 0);
    let lengths: Vec<usize> = zero.map(|(length, _)| *length).collect();
    let [length] = lengths.as_slice() else { return None };
    let (_, with) = look.lengths.get(length)?;
    let (short, _) = look.lengths.get(&(length - 1))?;
    (*length >= 3 && *with >= 2 && *short >= 1 && look.lengths.len() <= 3)
        .then_some((*length, *short))
}
