//! Keys of a table while it is read: which columns, and what comes out of each chunk.

use std::borrow::Cow;

use crate::columns::Judge;
use crate::fields::Scalar;
use crate::keys::{Entry, Fingerprint, entry};
use crate::scan::{Batch, Record};

/// A key: the columns whose values together are compared.
pub(crate) struct Key {
    /// The columns, and the index of the judge who knows what stands for no value.
    pub(crate) columns: Vec<(usize, Option<usize>)>,
}

impl Key {
    /// Adds an entry for each row that has all values.
    pub(crate) fn collect(
        &self,
        batch: &Batch<'_>,
        judges: &[&Judge],
        entries: &mut Vec<Entry>,
    ) {
        for record in batch.records {
            if let Some(fingerprint) = self.fingerprint(batch, record, judges) {
                entries.push(entry(fingerprint, record.row));
            }
        }
    }

    #[inline]
    fn fingerprint(
        &self,
        batch: &Batch<'_>,
        record: &Record,
        judges: &[&Judge],
    ) -> Option<u128> {
        let mut fingerprint = Fingerprint::default();
        for (column, judge) in &self.columns {
            let cell: Cow<'_, [u8]> = batch.cell(record, *column)?;
            let Some(judge) = judge.and_then(|judge| judges.get(judge)) else {
                fingerprint.add(&cell);
                continue;
            };
            if judge.is_missing(&cell) {
                return None;
            }
            // Values are the same if they mean the same, however they are written.
            match judge.kind.parse(&cell) {
                Ok(Scalar::Whole(value)) => fingerprint.add(&value.to_le_bytes()),
                Ok(Scalar::Number(value)) => {
                    fingerprint.add(&value.to_bits().to_le_bytes())
                }
                Ok(Scalar::Truth(value)) => fingerprint.add(&[u8::from(value)]),
                Ok(Scalar::Text) | Err(_) => fingerprint.add(&cell),
            }
        }
        Some(fingerprint.finish())
    }
}
