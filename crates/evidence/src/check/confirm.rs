//! Rows that seem to repeat a key are looked at again, value by value.
//!
//! A fingerprint stands for the values of a key while a table is read. Two values may share
//! one by chance, so that what it shows is confirmed against the rows themselves: no chance
//! ever becomes a finding.

use std::collections::{HashMap, HashSet};
use std::io;

use super::form::Form;
use super::keys::Key;
use super::work::Plan;
use crate::columns::Judge;
use crate::scan::{Batch, Input, Work, scan};

/// For each key, the fingerprints that were met more than once.
pub(super) type Suspects = Vec<HashSet<u128>>;

/// Reads the table again and returns, for each key, the rows that repeat an earlier one.
pub(super) fn confirm(
    input: &Input<'_>,
    plan: &Plan,
    suspects: &Suspects,
) -> io::Result<Vec<Vec<usize>>> {
    let keys = plan.keys.get(..suspects.len()).unwrap_or_default();
    let judges: Vec<&Judge> = plan.columns.iter().map(|column| &column.judge).collect();
    let judges = judges.as_slice();
    let mut found: Vec<Found> = Vec::new();
    found.resize_with(keys.len(), Found::default);
    let make =
        || ConfirmWork { form: plan.form, keys, judges, suspects, out: Vec::new() };
    scan(input, &make, &mut |base, _, out: Vec<Met>| {
        for Met { key, row, fingerprint, value } in out {
            if let Some(found) = found.get_mut(key) {
                found.add(base.rows + row as usize, fingerprint, value);
            }
        }
    })?;
    Ok(found.into_iter().map(|found| found.rows).collect())
}

/// The values that were met, by fingerprint, and the rows that repeat one.
#[derive(Default)]
struct Found {
    values: HashMap<u128, Vec<Vec<u8>>>,
    rows: Vec<usize>,
}

impl Found {
    fn add(&mut self, row: usize, fingerprint: u128, value: Vec<u8>) {
        let values = self.values.entry(fingerprint).or_default();
        if values.contains(&value) {
            self.rows.push(row);
        } else {
            values.push(value);
        }
    }
}

/// A row whose fingerprint was met more than once.
struct Met {
    key: usize,
    row: u32,
    fingerprint: u128,
    value: Vec<u8>,
}

struct ConfirmWork<'k> {
    form: Form,
    keys: &'k [Key],
    judges: &'k [&'k Judge],
    suspects: &'k Suspects,
    out: Vec<Met>,
}

impl Work for ConfirmWork<'_> {
    type Out = Vec<Met>;

    fn batch(&mut self, batch: &Batch<'_>) {
        for (at, (key, suspects)) in self.keys.iter().zip(self.suspects).enumerate() {
            if suspects.is_empty() {
                continue;
            }
            let rows = batch.records.iter().filter(|row| !self.form.is_blank(batch, row));
            for record in rows {
                let fingerprint = key.fingerprint(batch, record, self.judges);
                let Some(fingerprint) = fingerprint.map(crate::keys::shortened) else {
                    continue;
                };
                if suspects.contains(&fingerprint) {
                    let value = key.value(batch, record, self.judges).unwrap_or_default();
                    self.out.push(Met { key: at, row: record.row, fingerprint, value });
                }
            }
        }
    }

    fn finish(&mut self) -> Vec<Met> {
        std::mem::take(&mut self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two values with one fingerprint are two values; only the same value is a repeat.
    #[test]
    fn chance_is_no_finding() {
        let mut found = Found::default();
        for (row, value) in [(2, "a"), (3, "b"), (4, "a"), (5, "c"), (6, "b")] {
            found.add(row, 7, value.as_bytes().to_vec());
        }
        assert_eq!(found.rows, [4, 6]);
    }
}
