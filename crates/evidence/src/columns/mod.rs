//! The columns of a table, each compiled to a check of bytes.

mod fast;
mod findings;
pub(crate) mod fold;
mod judge;
mod matching;
mod words;

use std::borrow::Cow;

use self::fast::{Fast, is_date, is_integer, is_number};
pub(crate) use self::findings::findings;
pub(crate) use self::judge::{Fault, Judge};
pub(crate) use self::matching::{Matched, match_fields};
use crate::scan::{Batch, Quoting, Record, unquote};
use crate::table_schema::{CaseFold, Field};
use crate::tally::Tally;

/// What was found in cells: the index of the column's check, and what.
pub(crate) type CellTally = Tally<(usize, Fault)>;

/// The check of one column.
pub(crate) struct Column {
    /// Where the column stands in the table.
    pub(crate) at: usize,
    pub(crate) judge: Judge,
    fast: Fast,
    /// Texts that stand for no value must be found, since a value is required.
    guard: bool,
    /// An empty cell is all right.
    empty: bool,
    quote: u8,
}

impl Column {
    pub(crate) fn new(
        field: &Field,
        at: usize,
        quoting: Quoting,
        fold: CaseFold,
    ) -> Self {
        let judge = Judge::new(field, fold);
        // Escapes and blanks before quotes are left to the judge.
        let simple = quoting.escape.is_none() && !quoting.skip_space;
        let fast = if simple { Fast::new(&judge, quoting.quote) } else { Fast::Judge };
        let guard = judge.required && judge.missing_texts().next().is_some();
        let empty = judge.judge(b"").is_none();
        Self { at, judge, fast, guard, empty, quote: quoting.quote.unwrap_or(0) }
    }

    /// Asks for a value in every row.
    pub(crate) fn require(&mut self) {
        self.judge.required = true;
        self.guard = self.judge.missing_texts().next().is_some();
        self.empty = self.judge.judge(b"").is_none();
    }

    /// Checks the cells of some records. `index` is that of the column's check.
    pub(crate) fn check(
        &self,
        batch: &Batch<'_>,
        index: usize,
        values: bool,
        tally: &mut CellTally,
    ) {
        let mut run = Run { column: self, index, values, tally };
        match &self.fast {
            Fast::Judge => run.cells(batch, |_, _, _| false),
            Fast::Words(words) => {
                run.cells(batch, |bytes, s, e| words.contains(bytes, s, e))
            }
            Fast::Text(longest) => run.cells(batch, |_, s, e| e > s && e - s <= *longest),
            Fast::Pattern(longest) => run.patterns(batch, *longest),
            Fast::Integer(least, most) => run.cells(batch, |bytes, s, e| {
                is_integer(bytes.get(s..e).unwrap_or_default(), *least, *most)
            }),
            Fast::Number(least, most) => run.cells(batch, |bytes, s, e| {
                is_number(bytes.get(s..e).unwrap_or_default(), *least, *most)
            }),
            Fast::Date(least, most) => run.cells(batch, |bytes, s, e| {
                is_date(bytes.get(s..e).unwrap_or_default(), *least, *most)
            }),
        }
    }
}

struct Run<'a> {
    column: &'a Column,
    index: usize,
    values: bool,
    tally: &'a mut CellTally,
}

impl Run<'_> {
    #[inline]
    fn cells(&mut self, batch: &Batch<'_>, accept: impl Fn(&[u8], usize, usize) -> bool) {
        let Column { at, guard, empty, quote, .. } = *self.column;
        let bytes = batch.bytes;
        for record in batch.records {
            let Some((start, end)) = batch.bounds(record, at) else { continue };
            let (inner_start, inner_end) = inside(bytes, start, end, quote);
            if inner_start == inner_end {
                if !empty {
                    self.judge(record, b"", batch.quoting);
                }
                continue;
            }
            if accept(bytes, inner_start, inner_end) && !guard {
                continue;
            }
            self.judge(record, bytes.get(start..end).unwrap_or_default(), batch.quoting);
        }
    }

    /// A pattern may allow quotes, and doubled ones stand for one.
    fn patterns(&mut self, batch: &Batch<'_>, longest: usize) {
        let column = self.column;
        let Some(pattern) = &column.judge.pattern else { return };
        let quote = column.quote;
        if !pattern.may_hold(quote) {
            self.cells(batch, |bytes, start, end| {
                end - start <= longest && pattern.accepts(bytes, start, end)
            });
            return;
        }
        self.cells(batch, |bytes, start, end| {
            end - start <= longest
                && pattern.accepts(bytes, start, end)
                && memchr::memchr(quote, bytes.get(start..end).unwrap_or_default())
                    .is_none()
        });
    }

    #[cold]
    #[inline(never)]
    fn judge(&mut self, record: &Record, raw: &[u8], quoting: Quoting) {
        let cell: Cow<'_, [u8]> = unquote(raw, quoting);
        if let Some(fault) = self.column.judge.judge(&cell) {
            self.tally.add((self.index, fault), record.row, record.line);
            if self.values {
                self.tally.add_value((self.index, fault), &cell);
            }
        }
    }
}

/// Steps inside the quotes of a field, if it has any.
#[inline]
fn inside(bytes: &[u8], start: usize, end: usize, quote: u8) -> (usize, usize) {
    let quoted = end - start >= 2
        && bytes.get(start).copied() == Some(quote)
        && bytes.get(end - 1).copied() == Some(quote);
    if quoted { (start + 1, end - 1) } else { (start, end) }
}
