//! A writer of forms that knows nothing of this crate but the documented columns.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking; this module is part of one"
)]

use std::collections::BTreeMap;

use serde_json::Value as Json;
use untoc_core::Response;

pub(crate) fn fill(form: &str, response: &Response) -> String {
    let answers = serde_json::to_value(&response.answers).unwrap();
    let form = form.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(form.as_bytes());
    let header: Vec<String> =
        reader.headers().unwrap().iter().map(ToOwned::to_owned).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).unwrap();
    let mut seen = BTreeMap::new();
    let rows: Vec<BTreeMap<String, String>> =
        reader.deserialize().map(Result::unwrap).collect();
    for mut row in rows {
        let entry = &answers[&row["question"]];
        if row["column"].is_empty() {
            for (name, json) in entry.as_object().into_iter().flatten() {
                part(&mut row, name, json);
            }
            write(&mut writer, &header, &row);
        } else if seen.insert(row["question"].clone(), ()).is_none() {
            // Rows are written as they are needed, as a person copies lines.
            let records = entry["value"].as_array().into_iter().flatten();
            for (at, record) in records.enumerate() {
                for (column, json) in record.as_object().unwrap() {
                    let mut line = row.clone();
                    line.insert("row".into(), (at + 1).to_string());
                    line.insert("column".into(), column.clone());
                    line.insert("value".into(), text(json));
                    write(&mut writer, &header, &line);
                }
            }
        }
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn part(row: &mut BTreeMap<String, String>, name: &str, json: &Json) {
    match name {
        "elsewhere" => {
            for (name, json) in json.as_object().unwrap() {
                row.insert(format!("elsewhere_{name}"), text(json));
            }
        }
        "value" if json.as_array().is_some_and(|a| a.iter().all(Json::is_object)) => {}
        name => {
            row.insert(name.to_owned(), text(json));
        }
    }
}

fn text(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(text).collect::<Vec<_>>().join("; "),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => {
            json.to_string()
        }
    }
}

fn write(
    writer: &mut csv::Writer<Vec<u8>>,
    header: &[String],
    row: &BTreeMap<String, String>,
) {
    writer.write_record(header.iter().map(|name| &row[name])).unwrap();
}
