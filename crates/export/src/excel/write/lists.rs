//! The hidden sheet of choices: people pick a label, and the code stands beside it.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Formula, Workbook, XlsxError};
use untoc_core::Choice;

use super::text::{line, within};
use crate::decode::fold;
use crate::excel::meta::LISTS_SHEET;

/// The lists of choices in a workbook, each once.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lists: Vec<Vec<(String, String)>>,
}

impl Lists {
    /// Adds a list, unless it is there; returns its number.
    pub(super) fn add(&mut self, choices: &[Choice]) -> usize {
        let items = items(choices);
        match self.lists.iter().position(|list| *list == items) {
            Some(at) => at,
            None => {
                self.lists.push(items);
                self.lists.len() - 1
            }
        }
    }

    /// Returns the label of a code in a list.
    pub(super) fn label(&self, list: usize, code: &str) -> Option<&str> {
        let items = self.lists.get(list)?;
        items.iter().find(|(_, own)| own == code).map(|(label, _)| label.as_str())
    }

    /// Returns the cells with the labels of a list, for the validation of cells.
    pub(super) fn range(&self, list: usize) -> Formula {
        let count = self.lists.get(list).map_or(1, Vec::len).max(1);
        let column = rust_xlsxwriter::utility::column_number_to_name(column(list));
        Formula::new(format!("='{LISTS_SHEET}'!${column}$2:${column}${}", count + 1))
    }

    /// Writes the sheet.
    pub(super) fn write(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(LISTS_SHEET)?;
        sheet.set_hidden(true);
        sheet.protect();
        for (at, list) in self.lists.iter().enumerate() {
            let column = column(at);
            sheet.write_string(0, column, name(at))?;
            for (row, (label, code)) in (1_u32..).zip(list) {
                sheet.write_string(row, column, within(label))?;
                sheet.write_string(row, column + 1, within(code))?;
            }
        }
        Ok(())
    }
}

/// Returns the name of a list, as the sheet of fields names it.
pub(super) fn name(list: usize) -> String {
    format!("list-{}", list + 1)
}

fn column(list: usize) -> u16 {
    u16::try_from(list * 2).unwrap_or(u16::MAX - 1).min(16_000)
}

/// Returns labels and codes; labels that a reader could not tell apart get their code.
fn items(choices: &[Choice]) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for choice in choices {
        let mut label = line(&choice.label);
        if label.is_empty() || !seen.insert(fold(&label)) {
            label = format!("{label} ({})", choice.value).trim().to_owned();
            seen.insert(fold(&label));
        }
        items.push((label, choice.value.clone()));
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Equal lists are kept once, and labels of one list differ.
    #[test]
    fn keeps_lists_once() {
        let yes = [Choice::new("yes", "Yes"), Choice::new("no", "No")];
        let odd = [Choice::new("a", "Other"), Choice::new("b", "other")];
        let mut lists = Lists::default();
        assert_eq!([lists.add(&yes), lists.add(&odd), lists.add(&yes)], [0, 1, 0]);
        assert_eq!(lists.label(1, "b"), Some("other (b)"));
        assert_eq!(lists.label(0, "maybe"), None);
    }
}
