//! Rows that seem to repeat a key are looked at again, value by value.
//!
//! A fingerprint stands for the values of a key while a table is read. Two values may share
//! one by chance, so that what it shows is confirmed against the rows themselves: no chance
//! ever becomes a finding. A few rows are read one by one from where they stand; if there
//! are many of them, the whole table is read again.

use std::collections::{HashMap, HashSet};
use std::io;

use untoc_core::Finding;

use super::form::Form;
use super::keys::{Key, RowPlace};
use super::work::Plan;
use crate::columns::Judge;
use crate::keys::{Entry, place, shortened};
use crate::scan::{Again, Batch, Input, Work, scan};

/// For so many bytes of a table, one row may be read on its own.
const BYTES_A_ROW: u64 = 256 << 10;
/// So many rows may always be read on their own.
const FEW: u64 = 64;

/// The rows that repeat an earlier one.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    pub(super) count: usize,
    /// The first of them.
    pub(super) rows: Vec<usize>,
}

/// Where each chunk of a table begins, and how many rows stand before it.
pub(super) type Starts = Vec<(u64, usize)>;

/// Returns, for each key, the rows that repeat an earlier one.
///
/// `suspects` are, for each key, the entries that share their fingerprint with others.
pub(super) fn confirm(
    input: &Input<'_>,
    plan: &Plan,
    starts: &Starts,
    suspects: Vec<Vec<Entry>>,
) -> io::Result<Vec<Repeats>> {
    let all = suspects.iter().map(|entries| entries.len() as u64).sum::<u64>();
    if all == 0 {
        return Ok(Vec::new());
    }
    let keys = plan.keys.get(..suspects.len()).unwrap_or_default();
    let near = keys.iter().all(|key| key.place == RowPlace::Offset);
    if near && all <= FEW.max(input.source.length() / BYTES_A_ROW) {
        return one_by_one(input, plan, starts, suspects);
    }
    let short = |entries: Vec<Entry>| entries.into_iter().map(shortened).collect();
    let suspects = suspects.into_iter().map(short).collect();
    again(input, plan, &suspects)
}

fn judges(plan: &Plan) -> Vec<&Judge> {
    plan.columns.iter().map(|column| &column.judge).collect()
}

/// Reads the rows of the suspects from where they stand.
fn one_by_one(
    input: &Input<'_>,
    plan: &Plan,
    starts: &Starts,
    suspects: Vec<Vec<Entry>>,
) -> io::Result<Vec<Repeats>> {
    let rows = Again::new(input);
    let judges = judges(plan);
    let mut all = Vec::new();
    for (key, mut entries) in plan.keys.iter().zip(suspects) {
        entries.sort_unstable_by_key(|entry| place(*entry));
        let mut found = Found::default();
        for entry in entries {
            let offset = place(entry);
            let value = rows.record(offset as u64, |batch, record| {
                key.value(batch, record, &judges)
            })?;
            found.add(offset, shortened(entry), value.flatten().unwrap_or_default());
        }
        for offset in &mut found.repeats.rows {
            let at = *offset as u64;
            let chunk = starts.partition_point(|(start, _)| *start <= at);
            let chunk = chunk.checked_sub(1).and_then(|chunk| starts.get(chunk));
            let (start, before) = chunk.copied().unwrap_or((input.start, 0));
            *offset = before + rows.count(start, at)?;
        }
        all.push(found.repeats);
    }
    Ok(all)
}

/// For each key, the fingerprints that were met more than once.
type Suspects = Vec<HashSet<u128>>;

/// Reads the table again.
fn again(
    input: &Input<'_>,
    plan: &Plan,
    suspects: &Suspects,
) -> io::Result<Vec<Repeats>> {
    let keys = plan.keys.get(..suspects.len()).unwrap_or_default();
    let judges = judges(plan);
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
    Ok(found.into_iter().map(|found| found.repeats).collect())
}

/// The values that were met, by fingerprint, and the rows that repeat one.
#[derive(Default)]
struct Found {
    values: HashMap<u128, Vec<Vec<u8>>>,
    repeats: Repeats,
}

impl Found {
    fn add(&mut self, row: usize, fingerprint: u128, value: Vec<u8>) {
        let values = self.values.entry(fingerprint).or_default();
        if values.contains(&value) {
            self.repeats.count += 1;
            if self.repeats.rows.len() < Finding::PLACES {
                self.repeats.rows.push(row);
            }
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
                let Some(fingerprint) = fingerprint.map(shortened) else { continue };
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
        assert_eq!((found.repeats.count, found.repeats.rows), (2, vec![4, 6]));
    }
}
