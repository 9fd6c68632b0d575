//! Data inside a descriptor, written out as CSV so that it is checked like any table.

use serde_json::Value;

use crate::table_schema::{TableSchema, cell_text};

/// Writes inline data as CSV with a row of labels; none if it is no table.
///
/// A text is taken as it stands. Rows are lists, of which the first holds the labels, or
/// objects.
pub(super) fn to_csv(data: &Value, schema: Option<&TableSchema>) -> Option<Vec<u8>> {
    match data {
        Value::String(text) => Some(text.as_bytes().to_vec()),
        Value::Array(rows) => {
            let mut out = Vec::new();
            match rows.first()? {
                Value::Array(_) => {
                    for row in rows {
                        write_row(&mut out, row.as_array()?.iter().map(text));
                    }
                }
                Value::Object(_) => objects(&mut out, rows, schema)?,
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                    return None;
                }
            }
            Some(out)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

/// Fields come in the order of the schema, then in the order in which they are met.
fn objects(
    out: &mut Vec<u8>,
    rows: &[Value],
    schema: Option<&TableSchema>,
) -> Option<()> {
    let mut labels: Vec<&str> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for row in rows {
        for name in row.as_object()?.keys() {
            if known.insert(name.as_str()) {
                labels.push(name);
            }
        }
    }
    if let Some(schema) = schema {
        let place = |name: &&str| schema.fields.iter().position(|f| f.name == **name);
        labels.sort_by_key(|name| place(name).unwrap_or(usize::MAX));
    }
    write_row(out, labels.iter().map(|label| (*label).to_owned()));
    for row in rows {
        let row = row.as_object()?;
        write_row(
            out,
            labels.iter().map(|label| row.get(*label).map_or_else(String::new, text)),
        );
    }
    Some(())
}

fn text(value: &Value) -> String {
    cell_text(value).unwrap_or_default()
}

/// Writes a row as it is, to be read by this crate and by nobody else; cells are quoted where
/// they must be.
fn write_row(out: &mut Vec<u8>, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push(b'"');
            out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn csv(value: &Value) -> Option<String> {
        to_csv(value, None).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    /// Lists, objects and texts become the same table.
    #[test]
    fn writes_tables() {
        let table = "a,b\n1,\"x,y\"\n,true\n";
        let lists = json!([["a", "b"], [1, "x,y"], [null, true]]);
        assert_eq!(csv(&lists).unwrap(), table);
        let objects = json!([{"a": 1, "b": "x,y"}, {"b": true}]);
        assert_eq!(csv(&objects).unwrap(), table);
        assert_eq!(csv(&json!(table)).unwrap(), table);
        assert_eq!(csv(&json!({"a": 1})), None);
        assert_eq!(csv(&json!([1, 2])), None);
        assert_eq!(csv(&json!([])), None);
    }
}
