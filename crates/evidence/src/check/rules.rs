//! Rules about several cells of a row.

use crate::columns::Judge;
use crate::fields::plain_number;
use crate::scan::{Batch, Record};
use crate::tally::Tally;

/// A sum that another must not exceed.
pub(crate) struct Rule {
    pub(crate) sum: Vec<(usize, usize)>,
    pub(crate) at_most: Vec<(usize, usize)>,
}

impl Rule {
    /// Notes the rows that break the rule.
    ///
    /// An empty cell counts as nothing; where the other side is empty as a whole, or a
    /// cell is no number, nothing can be said.
    pub(crate) fn check(
        &self,
        batch: &Batch<'_>,
        judges: &[&Judge],
        index: usize,
        tally: &mut Tally<usize>,
    ) {
        for record in batch.records {
            let sum = add(&self.sum, batch, record, judges);
            let most = add(&self.at_most, batch, record, judges);
            if let (Some((sum, _)), Some((most, true))) = (sum, most)
                && sum > most
            {
                tally.add(index, record.row, record.line);
            }
        }
    }
}

/// Adds up cells, and says whether any holds a number; none if one holds something else.
fn add(
    columns: &[(usize, usize)],
    batch: &Batch<'_>,
    record: &Record,
    judges: &[&Judge],
) -> Option<(f64, bool)> {
    let (mut sum, mut any) = (0.0, false);
    for (column, judge) in columns {
        let cell = batch.cell(record, *column)?;
        if judges.get(*judge)?.is_missing(&cell) {
            continue;
        }
        sum += plain_number(&cell)?;
        any = true;
    }
    Some((sum, any))
}
