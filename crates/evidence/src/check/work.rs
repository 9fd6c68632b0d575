//! What one thread does with the records of a chunk.

use super::form::{Form, FormTally};
use super::keys::Key;
use super::rules::Rule;
use crate::columns::{CellTally, Column, Judge};
use crate::keys::Entry;
use crate::scan::{Batch, Record, Work};
use crate::tally::Tally;

/// Everything that is checked of each record.
pub(crate) struct Plan {
    pub(crate) form: Form,
    pub(crate) columns: Vec<Column>,
    pub(crate) keys: Vec<Key>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) values: bool,
}

/// Checks records.
pub(crate) struct CheckWork<'p> {
    plan: &'p Plan,
    judges: Vec<&'p Judge>,
    blank: Vec<usize>,
    kept: Vec<Record>,
    out: CheckOut,
}

/// What came out of a chunk.
#[derive(Debug, Default)]
pub(crate) struct CheckOut {
    /// Rows with data.
    pub(crate) rows: usize,
    pub(crate) form: FormTally,
    pub(crate) cells: CellTally,
    pub(crate) rules: Tally<usize>,
    /// The entries of each key.
    pub(crate) keys: Vec<Vec<Entry>>,
}

impl<'p> CheckWork<'p> {
    pub(crate) fn new(plan: &'p Plan) -> Self {
        let judges = plan.columns.iter().map(|column| &column.judge).collect();
        Self {
            plan,
            judges,
            blank: Vec::new(),
            kept: Vec::new(),
            out: CheckOut::default(),
        }
    }

    fn check(&mut self, batch: &Batch<'_>) {
        let plan = self.plan;
        for (index, column) in plan.columns.iter().enumerate() {
            column.check(batch, index, plan.values, &mut self.out.cells);
        }
        self.out.keys.resize_with(plan.keys.len(), Vec::new);
        for (key, entries) in plan.keys.iter().zip(&mut self.out.keys) {
            key.collect(batch, &self.judges, entries);
        }
        for (index, rule) in plan.rules.iter().enumerate() {
            rule.check(batch, &self.judges, index, &mut self.out.rules);
        }
    }
}

impl Work for CheckWork<'_> {
    type Out = CheckOut;

    fn batch(&mut self, batch: &Batch<'_>) {
        let form = self.plan.form;
        form.bytes(batch, &mut self.out.form);
        self.out.rows += form.rows(batch, &mut self.out.form, &mut self.blank);
        if self.blank.is_empty() {
            self.check(batch);
            return;
        }
        let mut blank = self.blank.iter().copied().peekable();
        let mut kept = std::mem::take(&mut self.kept);
        kept.clear();
        for (at, record) in batch.records.iter().enumerate() {
            if blank.next_if_eq(&at).is_none() {
                kept.push(*record);
            }
        }
        self.check(&Batch { records: &kept, ..*batch });
        self.kept = kept;
    }

    fn finish(&mut self) -> CheckOut {
        std::mem::take(&mut self.out)
    }
}
