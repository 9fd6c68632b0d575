//! How a table is laid out: encoding, delimiter, header; given or worked out.

mod delimiter;
mod findings;
mod header;
pub(crate) mod number;

use std::collections::BTreeSet;
use std::io;

use crate::columns::fold::fold;
use crate::encoding::{Confidence, Encoding};
use crate::feed;
use crate::scan::{Base, Careful, Quoting, Records, Shape, unquote};
use crate::source::{Source, read_full};

pub(crate) use findings::findings;

/// What is known about the layout beforehand; the rest is worked out.
#[derive(Debug, Clone, Default)]
pub struct Dialect {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The character between cells.
    pub delimiter: Option<u8>,
    /// The quote; `Some(None)` says that nothing is quoted.
    pub quote: Option<Option<u8>>,
    /// Whether two quotes inside quotes stand for one (yes, if nothing is said).
    pub double_quote: Option<bool>,
    /// The character that hides what follows it.
    pub escape: Option<u8>,
    /// Whether blanks after a delimiter do not count.
    pub skip_space: bool,
    /// The rows that hold labels, from 1; empty if there are none.
    pub header_rows: Option<Vec<usize>>,
    /// What stands between the parts of a label from several rows; where nothing is said,
    /// the cells of upper rows may be merged ones.
    pub header_join: Option<String>,
    /// Rows that are remarks, from 1.
    pub comment_rows: Vec<usize>,
    /// Rows that begin with it are remarks.
    pub comment: Option<u8>,
    /// A text that stands for no value.
    pub null_sequence: Option<String>,
}

/// The layout of a table.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The encoding, with how sure it is.
    pub encoding: Encoding,
    /// The character between cells.
    pub delimiter: u8,
    /// How sure the delimiter is.
    pub delimiter_confidence: Confidence,
    /// The rows that hold labels, from 1; none if there is no header.
    pub header_rows: Vec<usize>,
    /// The row of HXL tags, from 1.
    pub tag_row: Option<usize>,
    /// The labels of the columns, as they stand; empty where there are none.
    pub labels: Vec<String>,
    /// Rows above the header that are no remarks.
    pub title_rows: usize,
    /// Whether the header was given.
    pub(crate) header_given: bool,
    pub(crate) quoting: Quoting,
    pub(crate) comment: Option<u8>,
    /// A text that stands for no value in every column.
    pub(crate) null: Option<String>,
    pub(crate) skipped: BTreeSet<usize>,
    /// Where the data begins in the text, and what stands before it.
    pub(crate) start: u64,
    pub(crate) before: Base,
}

/// How much of the text is looked at.
const SAMPLE: usize = 256 << 10;
/// How much of it is tried with each delimiter.
const DELIMITER_SAMPLE: usize = 64 << 10;

impl Layout {
    /// Works out the layout of a text.
    ///
    /// # Errors
    /// When the source cannot be read.
    pub(crate) fn detect(source: &dyn Source, dialect: &Dialect) -> io::Result<Self> {
        let mut raw = vec![0; SAMPLE];
        let count = read_full(source, 0, &mut raw)?;
        raw.truncate(count);
        let encoding = match dialect.encoding {
            Some(encoding) => encoding.with_mark_of(&raw),
            None => Encoding::detect(&raw),
        };
        let mut text = Vec::new();
        let mut feed = feed::open(source, encoding);
        let mut more = true;
        while more && text.len() < SAMPLE {
            more = feed.append(&mut text, SAMPLE)?;
        }
        Ok(Self::of_text(&text, !more, encoding, dialect))
    }

    fn of_text(text: &[u8], last: bool, encoding: Encoding, dialect: &Dialect) -> Self {
        let quoting = Quoting {
            quote: dialect.quote.unwrap_or(Some(b'"')),
            doubled: dialect.double_quote.unwrap_or(true),
            escape: dialect.escape,
            skip_space: dialect.skip_space,
        };
        let remark = delimiter::excel_remark(text);
        let skip = remark.map_or(0, |(_, length)| length);
        let body = text.get(skip..).unwrap_or_default();
        let (delimiter, delimiter_confidence) = match (dialect.delimiter, remark) {
            (Some(delimiter), _) => (delimiter, Confidence::Certain),
            (None, Some((delimiter, _))) => (delimiter, Confidence::Certain),
            (None, None) => {
                let whole = last && body.len() <= DELIMITER_SAMPLE;
                let sample = body.get(..DELIMITER_SAMPLE).unwrap_or(body);
                delimiter::detect(sample, whole, quoting)
            }
        };
        let shape = Shape {
            delimiter,
            quoting,
            comment: dialect.comment,
            limit: text.len().max(1),
        };
        let mut sample = Sample::read(body, last, shape);
        // Rows are counted with Excel's remark, which is a row of its own.
        let above = usize::from(remark.is_some());
        sample.drop_remarks(dialect, above);
        let header = match &dialect.header_rows {
            Some(rows) => {
                let wanted: Vec<usize> = rows
                    .iter()
                    .filter_map(|row| sample.index_of(row.checked_sub(1 + above)?))
                    .collect();
                header::given(&sample.rows, &wanted, dialect.header_join.as_deref())
            }
            None => header::detect(&sample.rows),
        };
        let number = |index: usize| sample.number(index) + above + 1;
        let first = header.rows.first().copied().unwrap_or(header.data);
        let (start, before) = sample.start(header.data);
        Self {
            encoding,
            delimiter,
            delimiter_confidence,
            header_rows: header.rows.iter().map(|row| number(*row)).collect(),
            tag_row: header.tags.map(number),
            labels: header.labels,
            title_rows: first,
            header_given: dialect.header_rows.is_some(),
            quoting,
            comment: dialect.comment,
            null: dialect.null_sequence.clone(),
            skipped: dialect
                .comment_rows
                .iter()
                .filter_map(|row| row.checked_sub(1 + above + before.rows))
                .collect(),
            start: (skip + start) as u64,
            before: Base { rows: before.rows + above, lines: before.lines + above },
        }
    }

    /// Returns the layout of a table that could not be read.
    pub fn unknown() -> Self {
        let encoding = Encoding::detect(b"");
        Self::of_text(b"", true, encoding, &Dialect::default())
    }

    pub(crate) fn shape(&self, limit: usize) -> Shape {
        Shape {
            delimiter: self.delimiter,
            quoting: self.quoting,
            comment: self.comment,
            limit,
        }
    }

    /// Returns the column with a label; case, blanks and underscores do not count.
    pub fn column(&self, label: &str) -> Option<usize> {
        let exact = self.labels.iter().position(|own| own.trim() == label.trim());
        let alike = || {
            let wanted = fold(label);
            self.labels.iter().position(|own| fold(own) == wanted)
        };
        exact.or_else(alike)
    }

    /// Returns the label of a column, or its number written out if it has none.
    pub fn label(&self, column: usize) -> String {
        match self.labels.get(column).map(|label| label.trim()) {
            Some(label) if !label.is_empty() => label.to_owned(),
            _ => format!("column {}", column + 1),
        }
    }
}

/// The first rows of a table.
struct Sample {
    rows: Vec<Vec<String>>,
    /// For each row: its number from 0, its offset, and the line ends before it.
    places: Vec<(usize, usize, usize)>,
    end: (usize, Base),
}

/// How many rows are looked at for the header.
const ROWS: usize = 200;

impl Sample {
    fn read(text: &[u8], last: bool, shape: Shape) -> Self {
        let mut records = Records::default();
        let mut careful = Careful::new(shape);
        let end = careful.split(text, last, &mut records);
        let remarks: BTreeSet<usize> = careful.comments.iter().copied().collect();
        let mut rows = Vec::new();
        let mut places = Vec::new();
        let read =
            records.records.iter().filter(|r| !remarks.contains(&(r.row as usize)));
        for record in read.take(ROWS) {
            let mut start = record.start as usize;
            let first = record.first as usize;
            let ends = records.ends.get(first..first + record.fields as usize);
            let mut cells = Vec::new();
            for end in ends.unwrap_or_default() {
                let raw = text.get(start..*end as usize).unwrap_or_default();
                let cell = unquote(raw, shape.quoting);
                cells.push(String::from_utf8_lossy(&cell).into_owned());
                start = *end as usize + 1;
            }
            rows.push(cells);
            places.push((
                record.row as usize,
                record.start as usize,
                record.line as usize,
            ));
        }
        let base = Base { rows: careful.rows(), lines: careful.lines() };
        Self { rows, places, end: (end, base) }
    }

    fn drop_remarks(&mut self, dialect: &Dialect, above: usize) {
        let remark = |row: usize| dialect.comment_rows.contains(&(row + above + 1));
        let mut keep = self.places.iter().map(|(row, ..)| !remark(*row));
        self.rows.retain(|_| keep.next().unwrap_or(true));
        self.places.retain(|(row, ..)| !remark(*row));
    }

    fn number(&self, index: usize) -> usize {
        self.places.get(index).map_or(index, |(row, ..)| *row)
    }

    fn index_of(&self, row: usize) -> Option<usize> {
        self.places.iter().position(|(number, ..)| *number == row)
    }

    /// Returns where a row begins; behind the last one that is the end of the sample.
    fn start(&self, index: usize) -> (usize, Base) {
        match self.places.get(index) {
            Some((row, offset, line)) => (*offset, Base { rows: *row, lines: *line }),
            None => self.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(text: &[u8]) -> Layout {
        Layout::detect(&text.to_vec(), &Dialect::default()).unwrap()
    }

    /// Everything is found at once in a file as people send them.
    #[test]
    fn works_out_a_layout() {
        let text =
            "Cases 2020;;\r\n;;\r\nyear;sex;value\r\n2020;Male;1,5\r\n2021;Male;2,5\r\n";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        let found = layout(&bytes);
        assert_eq!(found.delimiter, b';');
        assert_eq!(found.header_rows, [3]);
        assert_eq!(found.title_rows, 2);
        assert_eq!(found.labels, ["year", "sex", "value"]);
        assert_eq!(found.before, Base { rows: 3, lines: 3 });
        assert_eq!(found.start, text.find("2020;Male").unwrap() as u64);
    }

    /// A dialect that is given is followed.
    #[test]
    fn follows_a_dialect() {
        let text = b"# made by hand\nignored,too\na,b\n1,2\n".to_vec();
        let dialect = Dialect {
            header_rows: Some(vec![3]),
            comment: Some(b'#'),
            comment_rows: vec![2],
            ..Dialect::default()
        };
        let found = Layout::detect(&text, &dialect).unwrap();
        assert_eq!(found.labels, ["a", "b"]);
        assert_eq!(found.before.rows, 3);
        let none = Dialect { header_rows: Some(Vec::new()), ..Dialect::default() };
        let found = Layout::detect(&b"1,2\n3,4\n".to_vec(), &none).unwrap();
        assert_eq!((found.labels.len(), found.start), (2, 0));
    }

    /// Excel's remark gives the delimiter and is a row of its own.
    #[test]
    fn reads_excels_remark() {
        let found = layout(b"sep=;\r\na;b\r\n1;2\r\n");
        assert_eq!((found.delimiter, found.header_rows.as_slice()), (b';', &[2][..]));
        assert_eq!(found.before, Base { rows: 2, lines: 2 });
    }
}
