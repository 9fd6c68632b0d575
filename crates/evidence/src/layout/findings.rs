//! What is to be said about a layout.

use std::collections::BTreeMap;

use untoc_core::{Code, Finding, Place, Severity, TablePlace};

use super::Layout;
use crate::encoding::Confidence;
use crate::limits::TableLimits;

/// Returns the findings about encoding, delimiter and header.
pub(crate) fn findings(layout: &Layout, limits: &TableLimits, usual: u8) -> Vec<Finding> {
    let mut found = Vec::new();
    let encoding = layout.encoding;
    let confidence = encoding.confidence();
    if !encoding.is_utf8() {
        let severity = if confidence == Confidence::Certain {
            Severity::Note
        } else {
            Severity::Warning
        };
        found.push(
            Finding::new(Code::TableEncoding, Place::default())
                .plain("encoding", encoding.name())
                .plain("confidence", confidence.as_str())
                .with_severity(severity),
        );
    }
    let guessed = layout.delimiter_confidence == Confidence::Guess;
    if layout.delimiter != usual || (guessed && layout.labels.len() > 1) {
        found.push(
            Finding::new(Code::TableDelimiter, Place::default())
                .plain("delimiter", delimiter_name(layout.delimiter))
                .plain("confidence", layout.delimiter_confidence.as_str()),
        );
    }
    header(layout, &mut found);
    labels(layout, &mut found);
    if layout.labels.len() > limits.columns {
        found.push(
            Finding::new(Code::TableTooWide, Place::default())
                .number("limit", limits.columns)
                .number("value", layout.labels.len()),
        );
    }
    found
}

fn delimiter_name(delimiter: u8) -> String {
    match delimiter {
        b',' => "comma".to_owned(),
        b';' => "semicolon".to_owned(),
        b'\t' => "tab".to_owned(),
        b'|' => "bar".to_owned(),
        b' ' => "space".to_owned(),
        other => char::from(other).to_string(),
    }
}

fn row(row: usize) -> Place {
    Place {
        table: Some(TablePlace { row: Some(row), ..TablePlace::default() }),
        ..Place::default()
    }
}

fn header(layout: &Layout, found: &mut Vec<Finding>) {
    let first = layout.header_rows.first().copied();
    match (first, layout.header_given) {
        (None, false) if !layout.labels.is_empty() => {
            found.push(Finding::new(Code::TableHeaderMissing, row(1)));
        }
        (Some(first), false) if layout.title_rows > 0 => found.push(
            Finding::new(Code::TableTitleRows, row(first))
                .number("count", layout.title_rows)
                .number("row", first),
        ),
        _ => {}
    }
    if let (Some(first), false) = (first, layout.header_given)
        && layout.header_rows.len() > 1
    {
        found.push(
            Finding::new(Code::TableHeaderRows, row(first))
                .list("rows", layout.header_rows.iter()),
        );
    }
    if let Some(tags) = layout.tag_row {
        found.push(Finding::new(Code::TableTagRow, row(tags)).number("row", tags));
    }
}

fn labels(layout: &Layout, found: &mut Vec<Finding>) {
    let Some(&header) = layout.header_rows.first() else { return };
    let place = |column: usize, field: Option<&str>| Place {
        table: Some(TablePlace {
            row: Some(header),
            column: Some(column + 1),
            field: field.map(str::to_owned),
        }),
        ..Place::default()
    };
    let mut blank: Vec<Place> = Vec::new();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (column, label) in layout.labels.iter().enumerate() {
        let label = label.trim();
        if label.is_empty() {
            blank.push(place(column, None));
        } else if let Some(earlier) = first.get(label) {
            found.push(
                Finding::new(Code::TableLabelDuplicate, place(column, Some(label)))
                    .plain("field", label)
                    .number("other", earlier + 1),
            );
        } else {
            first.insert(label, column);
        }
    }
    if !blank.is_empty() {
        let mut finding = Finding::new(Code::TableLabelBlank, Place::default());
        finding.count = blank.len();
        blank.truncate(Finding::PLACES);
        finding.places = blank;
        found.push(finding);
    }
    // Old statistics programs cut names off at 32 characters.
    let cut = layout.labels.iter().filter(|label| label.chars().count() == 32).count();
    let longer = layout.labels.iter().any(|label| label.chars().count() > 32);
    if cut >= 2 && !longer {
        found.push(Finding::new(Code::TableLabelCut, row(header)).number("count", cut));
    }
}
