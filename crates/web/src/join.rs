//! Joins two texts of one answer, so that a person can edit the result.

use std::collections::BTreeMap;

use untoc_core::QuestionId;
use untoc_export::{Field, FieldKind, Part, QuestionFields};

use crate::posted::Posted;

/// Lays what the dossier has beside what was typed: texts follow each other, ticks and
/// rows are united. Where only one can be chosen, what was typed is chosen.
pub(crate) fn join(
    question: &QuestionId,
    there: &QuestionFields<'_>,
    posted: &mut Posted,
) {
    for field in &there.parts {
        let part = field.address.part;
        let mine = posted.part(question, part).to_owned();
        if let Some(joined) = joined(field, part, &mine) {
            posted.set_part(question, part, joined);
        }
    }
    if !there.rows.is_empty() {
        let mut rows: Vec<BTreeMap<String, String>> = there
            .rows
            .iter()
            .map(|row| {
                let cells = row.iter().filter(|cell| !cell.content.is_empty());
                let key = |cell: &Field<'_>| cell.address.field().to_owned();
                cells.map(|cell| (key(cell), cell.content.clone())).collect()
            })
            .collect();
        for mut row in posted.rows().into_values() {
            row.retain(|_, text| !text.trim().is_empty());
            if !row.is_empty() && !rows.contains(&row) {
                rows.push(row);
            }
        }
        posted.set_rows(question, rows);
    }
}

fn joined(field: &Field<'_>, part: Part, mine: &str) -> Option<String> {
    let theirs = field.content.as_str();
    if theirs.is_empty() || theirs == mine {
        return None;
    }
    if mine.trim().is_empty() {
        // An answer here and a reason for having none there exclude each other.
        let alone = matches!(part, Part::Note | Part::Remarks);
        return alone.then(|| theirs.to_owned());
    }
    match field.kind {
        FieldKind::Text => Some(format!("{theirs}\n\n{mine}")),
        FieldKind::Ticks => {
            let mut ticks: Vec<&str> = theirs.split("; ").collect();
            for tick in mine.split("; ") {
                if !ticks.contains(&tick) {
                    ticks.push(tick);
                }
            }
            Some(ticks.join("; "))
        }
        FieldKind::Choice
        | FieldKind::Number
        | FieldKind::WholeNumber
        | FieldKind::Date
        | FieldKind::Link
        | FieldKind::Texts
        | FieldKind::Law
        | FieldKind::Questions
        | FieldKind::Rows
        | FieldKind::Evidence
        | FieldKind::Word => None,
    }
}
