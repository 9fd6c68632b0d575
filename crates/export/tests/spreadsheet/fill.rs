//! Fills forms in as a person would, by what can be seen in them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking; this module is part of one"
)]

use untoc_core::{Cell as AnswerCell, Entry, Plan, Response, Value};

use crate::spreadsheet::{Page, Typed};

/// Fills a response into a blank form as a person would: labels for choices, an x for
/// what is ticked, a row of the table for each row.
pub(crate) fn fill(pages: &mut [Page], plan: &Plan, response: &Response) {
    for (id, entry) in response.answers.iter() {
        let slot = plan.slot(id.as_str()).unwrap();
        for page in pages.iter_mut().filter(|page| !page.hidden) {
            if let Some(row) = page.row_of(id.as_str()) {
                fill_parts(page, row, plan, slot, entry);
            }
            fill_rows(page, plan, slot, entry);
        }
    }
}

fn fill_parts(page: &mut Page, row: usize, plan: &Plan, slot: usize, entry: &Entry) {
    let label = |code: &str| {
        let options = plan.options(slot).iter();
        options.clone().find(|o| o.value == code).map(|o| o.label.clone())
    };
    match &entry.value {
        Some(Value::Text(text)) => {
            page.set(row, 2, &label(text).unwrap_or_else(|| text.clone()));
        }
        Some(Value::Number(number)) => {
            let typed = Typed::Number(number.as_f64().unwrap());
            page.cells.insert((row, 2), typed);
        }
        Some(Value::List(items)) => {
            for item in items {
                let tag = format!("{}: {item}", plan.question(slot).id);
                let row = page.row_of(&tag).unwrap();
                page.set(row, 2, "X");
            }
        }
        _ => {}
    }
    let elsewhere = entry.elsewhere.clone().unwrap_or_default();
    let no_answer = entry.no_answer.map(|kind| {
        let words = untoc_report::Words::load("en");
        untoc_report::no_answer_in_words(&words, kind)
    });
    let parts = [
        (3, no_answer),
        (4, entry.reason.clone()),
        (5, entry.note.clone()),
        (6, elsewhere.reference),
        (7, elsewhere.date.map(|date| date.to_string())),
        (8, elsewhere.changes),
    ];
    for (column, text) in parts {
        if let Some(text) = text {
            page.set(row, column, &text);
        }
    }
}

fn fill_rows(page: &mut Page, plan: &Plan, slot: usize, entry: &Entry) {
    let id = &plan.question(slot).id;
    let Some(head) = page.row_of(&format!("{id} #")) else { return };
    let Some(Value::Rows(rows)) = &entry.value else { return };
    for (at, row) in rows.iter().enumerate() {
        let number = head + 1 + at;
        assert_eq!(page.text(number, 0), format!("{id} #{}", at + 1), "too few rows");
        for (key, cell) in &row.0 {
            let columns = plan.columns(slot);
            let column = columns.iter().position(|c| c.key == *key).unwrap();
            let options = columns[column].options.iter();
            let typed = match cell {
                AnswerCell::Text(text) => {
                    let label = options.clone().find(|o| o.value == *text);
                    Typed::Text(label.map_or_else(|| text.clone(), |o| o.label.clone()))
                }
                AnswerCell::Number(number) => Typed::Number(number.as_f64().unwrap()),
                AnswerCell::List(items) => Typed::Text(items.join("; ")),
                AnswerCell::Other(_) => continue,
            };
            page.cells.insert((number, column + 1), typed);
        }
    }
}
