//! The checks of one table that is to become evidence.

use std::path::Path;

use untoc_core::{CheckThresholds, EvidenceCheck, Finding};
use untoc_evidence::{
    Dialect, Disclosure, Encoding, Layout, Question, Reading, Source, Table, TableReport,
    TableSchema, check_disclosure, check_table, infer_schema, suggest_profile,
};

use super::gather::{Layouts, cannot_read};
use crate::commands::evidence::scratch::FileScratch;
use crate::error::CommandError;

/// What the checks of a table said.
pub(crate) struct Examined {
    /// Its layout.
    pub layout: Layout,
    /// What it holds.
    pub report: TableReport,
    /// Whether it exposes a person.
    pub disclosure: Disclosure,
    /// The Table Schema that fits it.
    pub schema: serde_json::Value,
    /// The profile that it was checked against.
    pub profile: Option<String>,
}

impl Examined {
    /// Walks through all findings.
    pub(crate) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().chain(&self.disclosure.findings)
    }
}

/// Checks a table for the authority.
pub(crate) fn examine(
    source: &dyn Source,
    path: &Path,
    schema: Option<&TableSchema>,
    layouts: Layouts,
) -> Result<Examined, CommandError> {
    let failed = |error: std::io::Error| cannot_read(path, &error);
    let name = path.to_string_lossy().to_lowercase();
    let tabs = name.ends_with(".tsv") || name.ends_with(".tab");
    let dialect = match layouts {
        Layouts::Sheet => Dialect {
            encoding: Encoding::from_name("utf-8"),
            delimiter: Some(b','),
            ..Dialect::default()
        },
        Layouts::File => {
            Dialect { delimiter: tabs.then_some(b'\t'), ..Dialect::default() }
        }
    };
    let table = Table::open(source, &dialect).map_err(failed)?;
    let scratch = FileScratch::default();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let reading = Reading {
        dialect: &dialect,
        threads,
        scratch: Some((&scratch, 0)),
        ..Reading::default()
    };
    let schema = schema.or_else(|| suggest_profile(&table.layout));
    let report = check_table(&table, schema, &reading).map_err(failed)?;
    let question = Question::default();
    let disclosure =
        check_disclosure(&table, schema, &report.matched, None, &question, &reading)
            .map_err(failed)?;
    let mut fitting = infer_schema(&table, &reading).map_err(failed)?.schema;
    if let Some(schema) = schema {
        tell_roles(&mut fitting, schema, &report);
    }
    let profile =
        schema.map(|schema| schema.name.clone()).filter(|name| !name.is_empty());
    let layout = table.layout.clone();
    Ok(Examined { layout, report, disclosure, schema: fitting, profile })
}

/// Writes what the profile knows of the columns into the schema that goes along: whoever
/// receives the table then checks it in the same way.
fn tell_roles(
    fitting: &mut serde_json::Value,
    schema: &TableSchema,
    report: &TableReport,
) {
    let Some(fields) = fitting.get_mut("fields").and_then(|f| f.as_array_mut()) else {
        return;
    };
    for (field, column) in schema.fields.iter().zip(&report.matched) {
        let told = column.and_then(|at| fields.get_mut(at)?.as_object_mut());
        if let (Some(role), Some(told)) = (field.role, told) {
            told.insert("x-disclosure".to_owned(), role.as_str().into());
        }
    }
}

/// Returns what the record keeps of a check.
pub(crate) fn check_of(
    examined: &Examined,
    path: &str,
    errors: usize,
    warnings: usize,
) -> EvidenceCheck {
    let usual = Question::default().restricted;
    EvidenceCheck {
        path: path.to_owned(),
        profile: examined.profile.clone(),
        rows: examined.report.rows,
        errors,
        warnings,
        verdict: Some(examined.disclosure.verdict.as_str().to_owned()),
        thresholds: Some(CheckThresholds {
            rows: usual.rows,
            secrets: usual.secrets,
            count: usual.count,
        }),
    }
}
