//! Adds, removes and moves rows of an answer, and takes in a block of a spreadsheet.

use std::collections::BTreeMap;

use untoc_core::{PlanColumn, QuestionId};
use untoc_report::fold;

use crate::posted::Posted;

type Row = BTreeMap<String, String>;

/// The most rows that one block brings.
const PASTED_MOST: usize = 2_000;

/// What is to be done with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    Remove(usize),
    Up(usize),
    Down(usize),
}

impl Move {
    /// Reads `up:untoc-2-q1a:2`.
    pub(crate) fn parse(text: &str) -> Option<(Self, QuestionId)> {
        let mut parts = text.split(':');
        let (verb, question, row) = (parts.next()?, parts.next()?, parts.next()?);
        let question = QuestionId::parse(question).ok()?;
        let row = row.parse().ok()?;
        let step = match verb {
            "remove" => Self::Remove(row),
            "up" => Self::Up(row),
            "down" => Self::Down(row),
            _ => return None,
        };
        Some((step, question))
    }

    /// Does it.
    pub(crate) fn apply(self, question: &QuestionId, posted: &mut Posted) {
        let mut rows: Vec<(usize, Row)> = posted.rows().into_iter().collect();
        let at = |row: usize| rows.iter().position(|(number, _)| *number == row);
        match self {
            Self::Remove(row) => rows.retain(|(number, _)| *number != row),
            Self::Up(row) => {
                if let Some(at) = at(row).filter(|at| *at > 0) {
                    rows.swap(at, at - 1);
                }
            }
            Self::Down(row) => {
                if let Some(at) = at(row).filter(|at| at + 1 < rows.len()) {
                    rows.swap(at, at + 1);
                }
            }
        }
        posted.set_rows(question, rows.into_iter().map(|(_, row)| row));
    }
}

/// Adds the rows of a block from a spreadsheet, and forgets the block.
///
/// Where the first line has the headings of columns, cells go where those say; otherwise
/// they fill the columns in their order.
pub(crate) fn take_paste(
    question: &QuestionId,
    columns: &[PlanColumn],
    posted: &mut Posted,
) {
    let block = std::mem::take(&mut posted.paste);
    let name = format!("{question}/paste");
    posted.raw.retain(|(known, _)| *known != name);
    let mut lines = block.lines().filter(|line| !line.trim().is_empty()).peekable();
    let find = |heading: &str| {
        let wanted = fold(heading.trim());
        columns.iter().find(|c| fold(&c.key) == wanted || fold(&c.label) == wanted)
    };
    let named: Option<Vec<&PlanColumn>> =
        lines.peek().and_then(|first| first.split('\t').map(find).collect());
    let order: Vec<&PlanColumn> = match named {
        Some(named) => {
            lines.next();
            named
        }
        None => columns.iter().collect(),
    };
    let mut rows: Vec<Row> = posted.rows().into_values().collect();
    let is_blank = |row: &Row| row.values().all(|text| text.trim().is_empty());
    while rows.last().is_some_and(is_blank) {
        rows.pop();
    }
    for line in lines.take(PASTED_MOST) {
        let cells = order.iter().zip(line.split('\t'));
        let cells =
            cells.map(|(column, text)| (column.key.clone(), text.trim().to_owned()));
        let row: Row = cells.collect();
        if !is_blank(&row) {
            rows.push(row);
        }
    }
    posted.set_rows(question, rows);
}

#[cfg(test)]
mod tests {
    use untoc_core::Library;

    use super::*;
    use crate::ask::Pairs;

    fn posted(fields: &[(&str, &str)]) -> (QuestionId, Posted) {
        let pairs = fields.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        Posted::all(&Pairs(pairs.collect())).remove(0)
    }

    fn laws(posted: &Posted) -> Vec<String> {
        posted.rows().into_values().map(|row| row["law"].clone()).collect()
    }

    /// Rows are moved and removed by their number.
    #[test]
    fn moves_rows() {
        let (id, mut form) = posted(&[
            ("untoc-2-q1a/value/1/law", "a"),
            ("untoc-2-q1a/value/2/law", "b"),
            ("untoc-2-q1a/value/3/law", "c"),
        ]);
        let (step, question) = Move::parse("up:untoc-2-q1a:3").unwrap();
        assert_eq!(question, id);
        step.apply(&id, &mut form);
        assert_eq!(laws(&form), ["a", "c", "b"]);
        Move::Remove(1).apply(&id, &mut form);
        assert_eq!(laws(&form), ["c", "b"]);
        Move::Up(1).apply(&id, &mut form);
        Move::Down(2).apply(&id, &mut form);
        assert_eq!(laws(&form), ["c", "b"]);
        assert_eq!(Move::parse("up:untoc-2-q1a"), None);
    }

    /// A block with headings goes to their columns, one without fills them in order.
    #[test]
    fn takes_a_block() {
        let library = Library::embedded();
        let (plan, slot) = library.find_question("untoc-2-q1a").unwrap();
        let (id, mut form) = posted(&[
            ("untoc-2-q1a/value/1/law", "a"),
            ("untoc-2-q1a/value/2/law", " "),
            ("untoc-2-q1a/paste", "Provision\tlaw\nart. 1\tb\n\nart. 2\tc\n"),
        ]);
        take_paste(&id, plan.columns(slot), &mut form);
        assert_eq!(laws(&form), ["a", "b", "c"]);
        assert_eq!(form.rows()[&3]["provision"], "art. 2");
        let (id, mut form) = posted(&[("untoc-2-q1a/paste", "d\tart. 3")]);
        take_paste(&id, plan.columns(slot), &mut form);
        assert_eq!(laws(&form), ["d"]);
    }
}
