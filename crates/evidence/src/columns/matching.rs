//! Which column of the table is which field of the schema.

use std::collections::BTreeMap;

use untoc_core::{Code, Finding, Place};

use super::fold::fold;
use crate::layout::Layout;
use crate::table_schema::{CaseFold, FieldsMatch, TableSchema};
use crate::tally::column_place;

/// The columns of the fields, and what is to be said about them.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    /// For each field, the column that holds it.
    pub(crate) columns: Vec<Option<usize>>,
    pub(crate) findings: Vec<Finding>,
}

/// Finds the column of each field.
pub(crate) fn match_fields(schema: &TableSchema, layout: &Layout) -> Matched {
    let mut matched = Matched::default();
    if layout.header_rows.is_empty() {
        let width = layout.labels.len();
        matched.columns =
            (0..schema.fields.len()).map(|at| (at < width).then_some(at)).collect();
        return matched;
    }
    let exact = exact_names(layout);
    let folded = folded_names(layout);
    let mut folds: Vec<(usize, String)> = Vec::new();
    for field in &schema.fields {
        let mut column = exact.get(field.name.as_str()).copied();
        if column.is_none() && schema.fold == CaseFold::Tolerant {
            let names = [&field.name, &field.title].into_iter().chain(&field.aliases);
            let known = names.filter(|name| !name.is_empty());
            column = known.filter_map(|name| folded.get(&fold(name)).copied()).next();
            if let Some(at) = column {
                folds.push((at, format!("{} ({})", field.name, layout.label(at))));
            }
        }
        matched.columns.push(column);
    }
    matched.findings.extend(folded_finding(folds, layout));
    judge(schema, layout, &mut matched);
    matched
}

/// One finding for all columns that were recognized under another name.
fn folded_finding(mut folds: Vec<(usize, String)>, layout: &Layout) -> Option<Finding> {
    folds.sort_unstable();
    let mut finding = Finding::new(Code::TableNameFolded, Place::default())
        .list("fields", folds.iter().map(|(_, names)| names));
    finding.count = folds.len();
    finding.places = folds
        .iter()
        .take(Finding::PLACES)
        .map(|(at, _)| column_place(Some(*at), Some(&layout.label(*at))))
        .collect();
    (!folds.is_empty()).then_some(finding)
}

fn exact_names(layout: &Layout) -> BTreeMap<&str, usize> {
    let mut names = BTreeMap::new();
    for (at, label) in layout.labels.iter().enumerate() {
        names.entry(label.as_str()).or_insert(at);
    }
    names
}

fn folded_names(layout: &Layout) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for (at, label) in layout.labels.iter().enumerate() {
        names.entry(fold(label)).or_insert(at);
    }
    names.remove("");
    names
}

fn judge(schema: &TableSchema, layout: &Layout, matched: &mut Matched) {
    let used: Vec<usize> = matched.columns.iter().flatten().copied().collect();
    let way = schema.fields_match;
    let none = used.is_empty() && !schema.fields.is_empty();
    let needs_all =
        matches!(way, FieldsMatch::Exact | FieldsMatch::Equal | FieldsMatch::Subset);
    let allows_more = matches!(way, FieldsMatch::Subset | FieldsMatch::Partial);
    // A profile takes tables with some of its fields, but not without the required ones.
    if needs_all || none || schema.fold == CaseFold::Tolerant {
        for (field, column) in schema.fields.iter().zip(&matched.columns) {
            let wanted = needs_all || none || field.constraints.required;
            if column.is_none() && wanted {
                let near = untoc_core::nearest(
                    &field.name,
                    layout.labels.iter().map(String::as_str),
                );
                let mut finding = Finding::new(Code::TableFieldMissing, Place::default())
                    .plain("field", &field.name);
                if let Some(near) = near {
                    finding = finding.plain("nearest", near);
                }
                matched.findings.push(finding);
            }
        }
    }
    if !allows_more || none {
        for (at, label) in layout.labels.iter().enumerate() {
            if !used.contains(&at) && !label.trim().is_empty() {
                let place = column_place(Some(at), Some(label));
                matched.findings.push(
                    Finding::new(Code::TableFieldUnknown, place).plain("field", label),
                );
            }
        }
    }
    let in_order = used.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    if way == FieldsMatch::Exact && !in_order {
        let expected = schema.fields.iter().map(|field| field.name.as_str());
        matched.findings.push(
            Finding::new(Code::TableFieldOrder, Place::default())
                .list("expected", expected),
        );
    }
}
