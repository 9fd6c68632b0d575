//! Compiling a schema for one table.

use super::form::Form;
use super::keys::{Key, RowPlace};
use super::rules::Rule;
use super::work::Plan;
use crate::columns::{Column, Matched, match_fields};
use crate::table::Table;
use crate::table_schema::{Field, Missing, RowRule, TableSchema};

/// A schema made ready for a table.
pub(super) struct Compiled<'a> {
    pub(super) plan: Plan,
    /// The field of each column that is checked.
    pub(super) fields: Vec<&'a Field>,
    pub(super) matched: Matched,
    /// The rule of each compiled one.
    pub(super) rules: Vec<&'a RowRule>,
    /// The fields of each key whose values may stand once only; other keys follow.
    pub(super) keys: Vec<Vec<String>>,
}

pub(super) fn compile<'a>(
    table: &Table<'_>,
    schema: Option<&'a TableSchema>,
    values: bool,
    extra: &[Vec<String>],
) -> Compiled<'a> {
    let layout = &table.layout;
    let form = Form { width: table.width(), decoded: !layout.encoding.is_utf8() };
    let mut compiled = Compiled {
        plan: Plan {
            form,
            columns: Vec::new(),
            keys: Vec::new(),
            rules: Vec::new(),
            values,
        },
        fields: Vec::new(),
        matched: Matched::default(),
        rules: Vec::new(),
        keys: Vec::new(),
    };
    let Some(schema) = schema else { return compiled };
    compiled.matched = match_fields(schema, layout);
    for (field, column) in schema.fields.iter().zip(&compiled.matched.columns) {
        let Some(at) = column else { continue };
        let nulled = layout.null.as_ref().map(|null| with_null(field, null));
        let told = nulled.as_ref().unwrap_or(field);
        let mut column = Column::new(told, *at, layout.quoting, schema.fold);
        // A value of the primary key is always required.
        if schema.primary_key.contains(&field.name) {
            column.require();
        }
        compiled.plan.columns.push(column);
        compiled.fields.push(field);
    }
    let place = row_place(table);
    for names in unique(schema) {
        if let Some(key) = compiled.key(&names, place) {
            compiled.plan.keys.push(key);
            compiled.keys.push(names);
        }
    }
    for names in extra {
        // A key that cannot be looked up stands for a table without any value.
        let place = RowPlace::Number;
        let none = || Key { columns: vec![(usize::MAX, None)], place };
        let key = compiled.key(names, place).unwrap_or_else(none);
        compiled.plan.keys.push(key);
    }
    for rule in &schema.rules {
        let sum = compiled.places(&rule.sum);
        if let (Some(sum), Some(at_most)) = (sum, compiled.places(&rule.at_most)) {
            compiled.plan.rules.push(Rule { sum, at_most });
            compiled.rules.push(rule);
        }
    }
    compiled
}

/// Rows can be read again on their own unless the text has to be decoded from its start.
fn row_place(table: &Table<'_>) -> RowPlace {
    let near = table.source.length() < crate::keys::PLACES;
    if near && table.layout.encoding.is_utf8() {
        RowPlace::Offset
    } else {
        RowPlace::Number
    }
}

/// Returns a field for which one text more stands for no value.
fn with_null(field: &Field, null: &str) -> Field {
    let mut field = field.clone();
    field.missing.push(Missing { value: null.to_owned(), label: None });
    field
}

/// All sets of fields whose values may stand in one row only, each once.
fn unique(schema: &TableSchema) -> Vec<Vec<String>> {
    let mut keys: Vec<Vec<String>> = Vec::new();
    let single = schema.fields.iter().filter(|field| field.constraints.unique);
    let single = single.map(|field| vec![field.name.clone()]);
    let primary = Some(schema.primary_key.clone()).filter(|key| !key.is_empty());
    for key in primary.into_iter().chain(single).chain(schema.unique_keys.iter().cloned())
    {
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

impl Compiled<'_> {
    fn key(&self, names: &[String], place: RowPlace) -> Option<Key> {
        let places = self.places(names)?;
        let columns = places.into_iter().map(|(column, judge)| (column, Some(judge)));
        Some(Key { columns: columns.collect(), place })
    }

    /// Returns the column and the check of each field; none if one is not there.
    fn places(&self, names: &[String]) -> Option<Vec<(usize, usize)>> {
        let place = |name: &String| {
            let at = self.fields.iter().position(|field| field.name == *name)?;
            Some((self.plan.columns.get(at)?.at, at))
        };
        names.iter().map(place).collect()
    }
}
