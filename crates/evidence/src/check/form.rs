//! The form of rows: their length, and that their bytes are text.

use untoc_core::{Code, Finding, Place};

use crate::layout::Layout;
use crate::scan::{Base, Batch, Facts, Odd, Oddity, Record, Seen};
use crate::tally::{Group, Spot, Tally, grouped};

/// A fault in the form of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    Blank,
    Short,
    Long,
    Broken(usize),
}

/// What one chunk shows about form.
pub(crate) type FormTally = Tally<Fault>;

/// Looks at the form of each row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// How many columns there are.
    pub(crate) width: usize,
    /// Broken bytes have been replaced while the text was decoded.
    pub(crate) decoded: bool,
}

impl Form {
    /// Notes rows that are blank or have another length than the header, and counts the
    /// others. Blank rows are not looked at any further: their indices come out.
    pub(crate) fn rows(
        self,
        batch: &Batch<'_>,
        tally: &mut FormTally,
        blank: &mut Vec<usize>,
    ) -> usize {
        blank.clear();
        for (at, record) in batch.records.iter().enumerate() {
            if self.is_blank(batch, record) {
                tally.add(Fault::Blank, record.row, record.line);
                blank.push(at);
            } else if record.fields as usize != self.width {
                let short = (record.fields as usize) < self.width;
                let fault = if short { Fault::Short } else { Fault::Long };
                tally.add(fault, record.row, record.line);
            }
        }
        batch.records.len() - blank.len()
    }

    /// Says whether a row has no value; an empty line is one in a table of one column.
    pub(crate) fn is_blank(self, batch: &Batch<'_>, record: &Record) -> bool {
        batch.blank(record) && (self.width > 1 || record.fields > 1)
    }

    /// Notes cells that hold no text.
    pub(crate) fn bytes(self, batch: &Batch<'_>, tally: &mut FormTally) {
        let Some((first, last)) = batch.records.first().zip(batch.records.last()) else {
            return;
        };
        let end = batch.ends.get((last.first + last.fields).saturating_sub(1) as usize);
        let end = end.map_or(0, |end| *end as usize);
        let all = batch.bytes.get(first.start as usize..end).unwrap_or_default();
        if !self.text(all) {
            self.find_broken(batch, tally);
        }
    }

    fn text(self, bytes: &[u8]) -> bool {
        if self.decoded {
            return memchr::memmem::find(bytes, "\u{fffd}".as_bytes()).is_none();
        }
        simdutf8::basic::from_utf8(bytes).is_ok()
    }

    #[cold]
    fn find_broken(self, batch: &Batch<'_>, tally: &mut FormTally) {
        for record in batch.records {
            for column in 0..record.fields as usize {
                let raw = batch.raw(record, column).unwrap_or_default();
                if !self.text(raw) {
                    tally.add(Fault::Broken(column), record.row, record.line);
                }
            }
        }
    }
}

/// What a whole table shows about form.
#[derive(Debug, Default)]
pub(crate) struct FormTotal {
    pub(crate) tally: FormTally,
    /// All rows, also blank ones.
    pub(crate) rows: usize,
    seen: [(usize, Option<usize>); 3],
    nul: Group,
    oddities: Tally<Oddity>,
}

impl FormTotal {
    /// Adds what the next chunk shows.
    pub(crate) fn merge(&mut self, base: Base, facts: &Facts, tally: FormTally) {
        self.rows += facts.rows;
        self.tally.merge(base, tally);
        let Seen { crlf, lf, cr, nul } = &facts.seen;
        for ((count, first), more) in self.seen.iter_mut().zip([*crlf, *lf, *cr]) {
            if more > 0 {
                first.get_or_insert(base.rows);
            }
            *count += more;
        }
        let mut odd = Tally::default();
        for Odd { row, line, what } in &facts.oddities {
            let [row, line] = [row, line].map(|n| u32::try_from(*n).unwrap_or(u32::MAX));
            odd.add(*what, row, line);
        }
        self.oddities.merge(base, odd);
        self.nul.count += nul.len();
        let room = Finding::PLACES.saturating_sub(self.nul.spots.len());
        let spots =
            nul.iter().take(room).map(|row| Spot { row: base.rows + row, line: None });
        self.nul.spots.extend(spots);
    }

    /// Says whether cells hold bytes that are no text.
    pub(crate) fn has_broken_bytes(&self) -> bool {
        self.tally.0.keys().any(|fault| matches!(fault, Fault::Broken(_)))
    }

    /// Says all this in findings.
    pub(crate) fn findings(&self, layout: &Layout) -> Vec<Finding> {
        let mut found = Vec::new();
        self.line_ends(&mut found);
        if self.nul.count > 0 {
            found.push(grouped(new(Code::TableNul), &self.nul, None, None));
        }
        for (oddity, group) in &self.oddities.0 {
            let code = match oddity {
                Oddity::Stray => Code::TableQuoteStray,
                Oddity::Unclosed => Code::TableQuoteUnclosed,
                Oddity::TooLong => Code::TableRowTooLong,
            };
            found.push(grouped(new(code), group, None, None));
        }
        for (fault, group) in &self.tally.0 {
            found.push(self.row_fault(*fault, group, layout));
        }
        found
    }

    fn row_fault(&self, fault: Fault, group: &Group, layout: &Layout) -> Finding {
        let expected = layout.labels.len();
        match fault {
            Fault::Blank => grouped(new(Code::TableRowBlank), group, None, None),
            Fault::Short => grouped(
                new(Code::TableRowShort).number("expected", expected),
                group,
                None,
                None,
            ),
            Fault::Long => grouped(
                new(Code::TableRowLong).number("expected", expected),
                group,
                None,
                None,
            ),
            Fault::Broken(column) => {
                let field = layout.label(column);
                let finding = new(Code::TableBytesBroken)
                    .plain("encoding", layout.encoding.name())
                    .plain("field", &field);
                grouped(finding, group, Some(column), Some(&field))
            }
        }
    }

    fn line_ends(&self, found: &mut Vec<Finding>) {
        let [(crlf, _), (lf, _), (cr, _)] = self.seen;
        let kinds = [crlf, lf, cr].iter().filter(|count| **count > 0).count();
        if kinds > 1 {
            found.push(
                new(Code::TableLineEnds)
                    .number("crlf", crlf)
                    .number("lf", lf)
                    .number("cr", cr),
            );
        } else if cr > 0 {
            found.push(new(Code::TableLineEndsOld));
        }
    }
}

fn new(code: Code) -> Finding {
    Finding::new(code, Place::default())
}
