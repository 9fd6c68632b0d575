//! Working out a Table Schema for a table that has none.
//!
//! What all values of a column allow is proposed, and how sure that is. Codes that begin
//! with a zero stay text, and NA among country codes stays Namibia.

mod candidates;
mod column;
mod schema;

use std::io;

use serde_json::Value;

use self::column::{Remembered, Traits};
use crate::encoding::Confidence;
use crate::scan::{Batch, Work, scan};
use crate::table::{Reading, Table};

/// A schema that was worked out.
#[derive(Debug, Clone)]
pub struct Inferred {
    /// The schema: Table Schema, version 2.
    pub schema: Value,
    /// The columns, in their order.
    pub columns: Vec<InferredColumn>,
}

/// What was worked out about a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InferredColumn {
    /// The name of the field.
    pub name: String,
    /// Its type.
    pub kind: &'static str,
    /// How sure the type is.
    pub confidence: Confidence,
}

/// Works out a schema from all rows of a table.
///
/// # Errors
/// When the source cannot be read.
pub fn infer_schema(table: &Table<'_>, reading: &Reading<'_>) -> io::Result<Inferred> {
    let width = table.width();
    let mut columns: Vec<Traits> = Vec::new();
    columns.resize_with(width, Traits::default);
    let mut rows = 0;
    scan(&table.input(reading), &|| InferWork::new(width), &mut |_, _, out| {
        rows += out.rows;
        for (mine, next) in columns.iter_mut().zip(out.columns) {
            mine.merge(next);
        }
    })?;
    Ok(schema::propose(table, &columns, rows))
}

/// Looks at the cells of a chunk.
struct InferWork {
    out: InferOut,
    remembered: Vec<Remembered>,
}

#[derive(Default)]
struct InferOut {
    rows: usize,
    columns: Vec<Traits>,
}

impl InferWork {
    fn new(width: usize) -> Self {
        let mut remembered = Vec::new();
        remembered.resize_with(width, Remembered::default);
        Self { out: InferOut::default(), remembered }
    }
}

impl Work for InferWork {
    type Out = InferOut;

    fn batch(&mut self, batch: &Batch<'_>) {
        let width = self.remembered.len();
        self.out.columns.resize_with(width, Traits::default);
        for record in batch.records {
            if batch.blank(record) && width > 1 {
                continue;
            }
            self.out.rows += 1;
            let columns = self.out.columns.iter_mut().zip(&mut self.remembered);
            for (at, (traits, remembered)) in columns.enumerate() {
                if let Some(cell) = batch.cell(record, at) {
                    traits.add(&cell, remembered);
                }
            }
        }
    }

    fn finish(&mut self) -> InferOut {
        std::mem::take(&mut self.out)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::layout::Dialect;
    use crate::table_schema::read_schema;

    fn inferred(text: &str, chunk: usize) -> Inferred {
        let bytes = text.as_bytes().to_vec();
        let table = Table::open(&bytes, &Dialect::default()).unwrap();
        let reading = Reading { chunk, threads: 2, ..Reading::default() };
        infer_schema(&table, &reading).unwrap()
    }

    /// A table of one column with a value in each of 30 rows.
    fn field(label: &str, value: impl Fn(usize) -> String) -> Value {
        let mut text = format!("{label},other\n");
        for row in 0..30 {
            text.push_str(&format!("{},x\n", value(row)));
        }
        let schema = inferred(&text, 4 << 20).schema;
        let (_, findings) = read_schema(&schema, "");
        assert!(findings.is_empty(), "{findings:?}");
        schema["fields"][0].clone()
    }

    /// Each type is recognized, and what only looks like another is not.
    #[test]
    fn recognizes_types() {
        let kind = |label: &str, value: &dyn Fn(usize) -> String| {
            let field = field(label, value);
            let format = field["format"].as_str().map(|f| format!(" {f}"));
            format!("{}{}", field["type"].as_str().unwrap(), format.unwrap_or_default())
        };
        let pick = |list: &'static [&'static str]| {
            move |n: usize| list[n % list.len()].to_owned()
        };
        for (label, kind_of, value) in [
            ("cases", "integer", pick(&["1", "-2", "30", ""])),
            ("iccs", "string", pick(&["0204", "0302", "0501"])),
            ("rate", "number", pick(&["1.5", "2", "0.25"])),
            ("total", "integer", pick(&["1,234", "2", "12,000"])),
            ("year", "year", pick(&["2019", "2020", "2021"])),
            ("número", "integer", pick(&["2019", "2020", "2021"])),
            ("date", "date", pick(&["2024-01-02", "2024-11-30"])),
            ("date", "date %d/%m/%Y", pick(&["25/01/2024", "02/03/2024"])),
            ("date", "date %m/%d/%Y", pick(&["01/25/2024", "02/03/2024"])),
            ("when", "datetime", pick(&["2024-01-02T10:00:00", "2024-01-02T11:30:00"])),
            ("month", "yearmonth", pick(&["2024-01", "2024-12"])),
            ("done", "boolean", pick(&["true", "false"])),
            ("mail", "string email", pick(&["a@example.org", "b@example.org"])),
            (
                "link",
                "string uri",
                pick(&["https://example.org/a", "https://example.org/b"]),
            ),
            ("text", "string", pick(&["one", "2", "three"])),
            ("empty", "any", pick(&[""])),
        ] {
            assert_eq!(kind(label, &value), kind_of, "{label}");
        }
    }

    /// NA is Namibia among country codes and no value among numbers.
    #[test]
    fn tells_namibia_from_nothing() {
        let countries = ["NA", "ZA", "BW", "ZM", "AO"];
        let country = field("country", |n| countries[n % 5].to_owned());
        assert_eq!(country.get("missingValues"), None);
        assert!(
            country["constraints"]["enum"].as_array().unwrap().contains(&json!("NA"))
        );
        let number = field("cases", |n| ["NA", "1", "2"][n % 3].to_owned());
        assert_eq!(
            (&number["type"], &number["missingValues"]),
            (&json!("integer"), &json!(["", "NA"]))
        );
    }

    /// Few slips do not change the type, and make it less sure.
    #[test]
    fn a_slip_is_a_slip() {
        let column =
            |row: usize| if row == 7 { "5O".to_owned() } else { (row * 3).to_string() };
        let slip = field("cases", column);
        assert_eq!(
            (&slip["type"], &slip["x-confidence"]),
            (&json!("integer"), &json!("guess"))
        );
    }

    /// What stands once in each row is the key, and a column that names persons is marked.
    #[test]
    fn finds_keys_and_persons() {
        let mut text = "case_id,family name,sex\n".to_owned();
        for row in 0..30 {
            text.push_str(&format!("C{row:03},Someone{row},F\n"));
        }
        let schema = inferred(&text, 4 << 20).schema;
        assert_eq!(schema["primaryKey"], json!(["case_id"]));
        assert_eq!(schema["fields"][1]["x-disclosure"], "direct");
        assert_eq!(schema["fields"][2]["x-disclosure"], "quasi");
        assert_eq!(
            schema["fields"][1].get("constraints").and_then(|c| c.get("enum")),
            None
        );
    }

    proptest! {
        /// The schema is the same at any size of chunks.
        #[test]
        fn chunks_change_nothing(cells in proptest::collection::vec("[01A-]{0,2}", 1..80), chunk in 1_usize..40) {
            let text: String = cells.iter().map(|cell| format!("{cell},x\n")).collect();
            let text = format!("a,b\n{text}");
            prop_assert_eq!(inferred(&text, chunk).schema, inferred(&text, 4 << 20).schema);
        }
    }
}
