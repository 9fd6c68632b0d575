//! The table of a question as a schema that tables can be checked against.

use untoc_core::{CellKind, PlanColumn};

use crate::fields::{Kind, NumberStyle, TextFormat};
use crate::table_schema::{
    CaseFold, Constraints, Field, FieldsMatch, Missing, Role, TableSchema,
};

/// Columns that count persons as a table of cases does.
const PERSONS: [&str; 4] = ["identified", "detected", "persons", "victims"];

/// What stands for a count that is left out.
pub(crate) const LEFT_OUT: [&str; 3] = ["<5", "<11", "*"];

/// Makes a schema of the columns of a question. `count` is the column that counts cases;
/// the usual one if absent.
pub fn question_schema(
    question: &str,
    columns: &[PlanColumn],
    count: Option<&str>,
) -> TableSchema {
    let count = count
        .or_else(|| usual_count(columns))
        .or_else(|| numbers(columns).next().map(|column| column.key.as_str()));
    TableSchema {
        name: question.to_owned(),
        fields: columns.iter().map(|column| field(column, count)).collect(),
        fields_match: FieldsMatch::Partial,
        fold: CaseFold::Tolerant,
        ..TableSchema::default()
    }
}

/// The columns that hold whole numbers, the year left out.
pub(crate) fn numbers(columns: &[PlanColumn]) -> impl Iterator<Item = &PlanColumn> {
    columns
        .iter()
        .filter(|column| column.kind == CellKind::Integer && column.key != "year")
}

/// The column that takes the number of cases, if that is clear.
pub(crate) fn usual_count(columns: &[PlanColumn]) -> Option<&str> {
    let keys: Vec<&str> = numbers(columns).map(|column| column.key.as_str()).collect();
    let persons = keys.iter().find(|key| PERSONS.contains(key));
    match keys.as_slice() {
        [only] => Some(only),
        _ => persons.copied(),
    }
}

fn field(column: &PlanColumn, count: Option<&str>) -> Field {
    let number = || NumberStyle { decimal: '.', group: None, bare: true };
    let mut missing = vec![Missing { value: String::new(), label: None }];
    let kind = match column.kind {
        CellKind::Integer if column.key == "year" => Kind::Year,
        CellKind::Integer => Kind::Integer(number()),
        CellKind::Number => Kind::Number(number()),
        // Dates may be partial; the rules of answers judge them.
        CellKind::Date
        | CellKind::Text
        | CellKind::Choice
        | CellKind::Link
        | CellKind::Texts
        | CellKind::Law
        | CellKind::Questions => Kind::String(TextFormat::Plain),
    };
    if matches!(kind, Kind::Integer(_) | Kind::Number(_)) {
        let label = Some("suppressed".to_owned());
        missing.extend(
            LEFT_OUT.map(|text| Missing { value: text.to_owned(), label: label.clone() }),
        );
    }
    let options = (column.kind == CellKind::Choice && !column.options.is_empty())
        .then(|| column.options.iter().map(|option| option.value.clone()).collect());
    let labels = column.options.iter().filter(|_| column.kind == CellKind::Choice);
    Field {
        name: column.key.clone(),
        title: column.label.clone(),
        kind,
        constraints: Constraints {
            required: column.required,
            minimum: column.minimum.as_ref().map(ToString::to_string),
            maximum: column.maximum.as_ref().map(ToString::to_string),
            options,
            ..Constraints::default()
        },
        missing,
        categories: None,
        aliases: Vec::new(),
        code_aliases: labels.map(|o| (o.label.clone(), o.value.clone())).collect(),
        role: Some(match count == Some(column.key.as_str()) {
            true => Role::Count,
            false => Role::Other,
        }),
        concepts: Vec::new(),
    }
}
