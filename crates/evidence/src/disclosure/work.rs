//! What one thread looks at in the records of a chunk.

use super::cells::{Cell, Count};
use super::classes::{Classes, Numbers, Value};
use crate::fields::plain_number;
use crate::look::column::{Look, Memory};
use crate::scan::{Batch, Record, Work};

/// What is looked at.
pub(crate) struct Plan {
    pub(crate) width: usize,
    /// Columns that together describe a person, then those with secrets.
    pub(crate) describing: Vec<usize>,
    pub(crate) secret: Vec<usize>,
    /// The column of counts, and those that say what is counted.
    pub(crate) count: Option<(usize, Vec<usize>)>,
    /// For each column the texts that stand for no value.
    pub(crate) missing: Vec<Vec<Vec<u8>>>,
    /// For the column of counts, the texts that stand for a count left out.
    pub(crate) suppressed: Vec<Vec<u8>>,
}

impl Plan {
    fn is_missing(&self, column: usize, cell: &[u8]) -> bool {
        cell.is_empty()
            || self
                .missing
                .get(column)
                .is_some_and(|texts| texts.iter().any(|text| text == cell))
    }

    fn count_of(&self, column: usize, cell: &[u8]) -> Count {
        if self.suppressed.iter().any(|text| text == cell) {
            return Count::Suppressed;
        }
        if self.is_missing(column, cell) {
            return Count::Missing;
        }
        let plain: Vec<u8> =
            cell.iter().copied().filter(|b| !matches!(b, b',' | b' ')).collect();
        match plain_number(&plain) {
            Some(count) => Count::Known(count),
            None if cell.starts_with(b"<")
                || matches!(cell, b"*" | b":c" | b"c" | b"x" | b"..") =>
            {
                Count::Suppressed
            }
            None => Count::Missing,
        }
    }
}

/// Looks at records.
pub(crate) struct LookWork<'p> {
    plan: &'p Plan,
    memories: Vec<Memory>,
    out: LookOut,
}

/// What came out of a chunk.
#[derive(Debug, Default)]
pub(crate) struct LookOut {
    pub(crate) columns: Vec<Look>,
    pub(crate) classes: Classes,
    pub(crate) cells: Vec<Cell>,
    pub(crate) rows: usize,
}

impl<'p> LookWork<'p> {
    pub(crate) fn new(plan: &'p Plan) -> Self {
        let mut memories = Vec::new();
        memories.resize_with(plan.width, Memory::default);
        Self { plan, memories, out: LookOut::default() }
    }

    fn columns(&mut self, batch: &Batch<'_>) {
        self.out.columns.resize_with(self.plan.width, Look::default);
        let columns = self.out.columns.iter_mut().zip(&mut self.memories).enumerate();
        for (at, (look, memory)) in columns {
            for record in batch.records {
                let Some(cell) = batch.cell(record, at) else { continue };
                if !self.plan.is_missing(at, &cell) || &*cell == b"NA" {
                    look.add(&cell, record.row, record.line, memory);
                }
            }
        }
    }

    fn class(&mut self, batch: &Batch<'_>, record: &Record) {
        let plan = self.plan;
        let classes = &mut self.out.classes;
        let all = plan.describing.iter().chain(&plan.secret);
        let numbers: Vec<Value> = all
            .enumerate()
            .map(|(at, column)| {
                let cell = batch.cell(record, *column).unwrap_or_default();
                match classes.numbers.get_mut(at) {
                    Some(numbers) if !plan.is_missing(*column, &cell) => {
                        numbers.number(&cell)
                    }
                    _ => 0,
                }
            })
            .collect();
        let (description, secrets) = numbers.split_at(plan.describing.len());
        classes.add(description, secrets, record.row as usize);
    }

    fn cell(&mut self, batch: &Batch<'_>, record: &Record, count: usize, keys: &[usize]) {
        let Some(cell) = batch.cell(record, count) else { return };
        let text = |column: &usize| {
            let cell = batch.cell(record, *column).unwrap_or_default();
            String::from_utf8_lossy(&cell).into_owned()
        };
        self.out.cells.push(Cell {
            row: record.row as usize,
            key: keys.iter().map(text).collect(),
            count: self.plan.count_of(count, &cell),
        });
    }
}

impl Work for LookWork<'_> {
    type Out = LookOut;

    fn batch(&mut self, batch: &Batch<'_>) {
        self.columns(batch);
        let plan = self.plan;
        let width = plan.describing.len() + plan.secret.len();
        self.out.classes.numbers.resize_with(width, Numbers::default);
        for record in batch.records {
            if batch.blank(record) {
                continue;
            }
            self.out.rows += 1;
            match &plan.count {
                Some((count, keys)) => self.cell(batch, record, *count, keys),
                None if !plan.describing.is_empty() => self.class(batch, record),
                None => {}
            }
        }
    }

    fn finish(&mut self) -> LookOut {
        std::mem::take(&mut self.out)
    }
}
