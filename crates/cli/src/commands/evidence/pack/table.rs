//! The checks of one table that is to become evidence.

use std::path::Path;

use untoc_core::{CheckThresholds, EvidenceCheck, Finding};
use untoc_evidence::{
    Dialect, Disclosure, Encoding, Layout, Question, Reading, Source, Table, TableReport,
    TableSchema, check_disclosure, check_table, infer_schema,
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
    let report = check_table(&table, schema, &reading).map_err(failed)?;
    let question = Question::default();
    let disclosure =
        check_disclosure(&table, schema, &report.matched, None, &question, &reading)
            .map_err(failed)?;
    let schema = infer_schema(&table, &reading).map_err(failed)?.schema;
    Ok(Examined { layout: table.layout.clone(), report, disclosure, schema })
}

/// Returns what the record keeps of a check.
pub(crate) fn check_of(
    examined: &Examined,
    path: &str,
    schema: Option<&TableSchema>,
    errors: usize,
    warnings: usize,
) -> EvidenceCheck {
    let usual = Question::default().restricted;
    EvidenceCheck {
        path: path.to_owned(),
        profile: schema.map(|schema| schema.name.clone()).filter(|name| !name.is_empty()),
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
