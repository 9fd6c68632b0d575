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
    pub(crate) place: RowPlace,
}

/// How an entry tells its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowPlace {
    /// By its number.
    Number,
    /// By where it stands in the text, so that it can be read again on its own.
    Offset,
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
                let place = match self.place {
                    RowPlace::Number => record.row,
                    RowPlace::Offset => record.start,
                };
                entries.push(entry(fingerprint, place));
            }
        }
    }

    /// Returns the fingerprint of the values of a row; none if one is missing.
    #[inline]
    pub(super) fn fingerprint(
        &self,
        batch: &Batch<'_>,
        record: &Record,
        judges: &[&Judge],
    ) -> Option<u128> {
        let mut fingerprint = Fingerprint::default();
        self.visit(batch, record, judges, |value| fingerprint.add(value))?;
        Some(fingerprint.finish())
    }

    /// Returns the values of a row themselves, one after the other.
    pub(super) fn value(
        &self,
        batch: &Batch<'_>,
        record: &Record,
        judges: &[&Judge],
    ) -> Option<Vec<u8>> {
        let mut all = Vec::new();
        self.visit(batch, record, judges, |value| {
            all.extend_from_slice(&(value.len() as u64).to_le_bytes());
            all.extend_from_slice(value);
        })?;
        Some(all)
    }

    /// Hands over the values of a row; none if one is missing.
    #[inline]
    fn visit(
        &self,
        batch: &Batch<'_>,
        record: &Record,
        judges: &[&Judge],
        mut take: impl FnMut(&[u8]),
    ) -> Option<()> {
        for (column, judge) in &self.columns {
            let cell: Cow<'_, [u8]> = batch.cell(record, *column)?;
            let Some(judge) = judge.and_then(|judge| judges.get(judge)) else {
                take(&cell);
                continue;
            };
            if judge.is_missing(&cell) {
                return None;
            }
            // Values are the same if they mean the same, however they are written.
            match judge.kind.parse(&cell) {
                Ok(Scalar::Whole(value)) => take(&value.to_le_bytes()),
                Ok(Scalar::Number(value)) => take(&value.to_bits().to_le_bytes()),
                Ok(Scalar::Truth(value)) => take(&[u8::from(value)]),
                Ok(Scalar::Text) | Err(_) => take(&cell),
            }
        }
        Some(())
    }
}
