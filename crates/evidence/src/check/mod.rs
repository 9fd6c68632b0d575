//! Checking the rows of a table.

mod confirm;
mod form;
mod keys;
mod plan;
mod rules;
mod work;

use std::io;

use untoc_core::{Code, Finding, Place};

use self::confirm::{Repeats, Starts, confirm};
use self::form::FormTotal;
use self::keys::RowPlace;
use self::plan::{Compiled, compile};
use self::work::{CheckWork, Plan};
use crate::columns::{self, CellTally};
use crate::keys::KeySet;
use crate::scan::scan;
use crate::source::Scratch;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;
use crate::tally::{Group, Spot, Tally, grouped};

/// What the check of a table found.
#[derive(Debug, Clone)]
pub struct TableReport {
    /// The rows with data.
    pub rows: usize,
    /// The columns.
    pub columns: usize,
    /// For each field of the schema, the column that holds it.
    pub matched: Vec<Option<usize>>,
    /// All findings, without the name of the file.
    pub findings: Vec<Finding>,
}

impl TableReport {
    /// Makes the report about a file that is not accepted as a table.
    pub fn refused(finding: Finding) -> Self {
        Self { rows: 0, columns: 0, matched: Vec::new(), findings: vec![finding] }
    }
}

/// Checks a table: its form, and what it holds if a schema says what it should hold.
///
/// # Errors
/// When the source cannot be read, or the scratch cannot be used.
pub fn check_table(
    table: &Table<'_>,
    schema: Option<&TableSchema>,
    reading: &Reading<'_>,
) -> io::Result<TableReport> {
    let empty = TableSchema::default();
    let own = schema.unwrap_or(&empty);
    // Foreign keys within the table: the rows that refer, then those referred to.
    let inner = || own.foreign_keys.iter().filter(|key| key.resource.is_none());
    let extra: Vec<Vec<String>> =
        inner().flat_map(|key| [key.fields.clone(), key.reference.clone()]).collect();
    let Checked { mut report, sets } =
        check_with(table, schema, reading, reading.scratch, &extra)?;
    let mut sets = sets.into_iter();
    for key in inner() {
        if let (Some(from), Some(mut to)) = (sets.next(), sets.next()) {
            report.findings.extend(reference_finding(&key.fields, None, from, &mut to)?);
        }
    }
    Ok(report)
}

/// A checked table, with the values of the keys that were asked for.
pub(crate) struct Checked<'s> {
    pub(crate) report: TableReport,
    pub(crate) sets: Vec<KeySet<'s>>,
}

/// Checks a table and collects the values of further keys, given by their fields.
pub(crate) fn check_with<'s>(
    table: &Table<'_>,
    schema: Option<&TableSchema>,
    reading: &Reading<'_>,
    scratch: Option<(&'s dyn Scratch, usize)>,
    extra: &[Vec<String>],
) -> io::Result<Checked<'s>> {
    let mut run = Run::new(table, schema, reading, scratch, extra)?;
    if run.form.has_broken_bytes()
        && let Some(later) = table.with_later_encoding(reading.dialect)?
    {
        run = Run::new(&later, schema, reading, scratch, extra)?;
        return run.finish(&later, reading);
    }
    run.finish(table, reading)
}

struct Run<'a, 's> {
    compiled: Compiled<'a>,
    form: FormTotal,
    cells: CellTally,
    rules: Tally<usize>,
    sets: Vec<KeySet<'s>>,
    starts: Starts,
    rows: usize,
}

impl<'a, 's> Run<'a, 's> {
    fn new(
        table: &Table<'_>,
        schema: Option<&'a TableSchema>,
        reading: &Reading<'_>,
        scratch: Option<(&'s dyn Scratch, usize)>,
        extra: &[Vec<String>],
    ) -> io::Result<Self> {
        let compiled = compile(table, schema, reading.values, extra);
        let count = compiled.plan.keys.len().max(1);
        let budget = reading.limits.memory / count;
        let sets = (0..compiled.plan.keys.len()).map(|at| {
            let part = |(scratch, first)| (scratch, first + at * KeySet::SCRATCH_PARTS);
            KeySet::new(budget, scratch.map(part))
        });
        let mut run = Self {
            sets: sets.collect(),
            form: FormTotal::default(),
            cells: Tally::default(),
            rules: Tally::default(),
            starts: Vec::new(),
            rows: 0,
            compiled,
        };
        let Self { form, cells, rules, sets, starts, rows, compiled } = &mut run;
        scan(
            &table.input(reading),
            &|| CheckWork::new(&compiled.plan),
            &mut |base, facts, out| {
                *rows += out.rows;
                form.merge(base, &facts, out.form);
                cells.merge(base, out.cells);
                rules.merge(base, out.rules);
                let keys = compiled.plan.keys.iter().zip(&out.keys);
                for (set, (key, entries)) in sets.iter_mut().zip(keys) {
                    let before = match key.place {
                        RowPlace::Number => base.rows as u128,
                        RowPlace::Offset => u128::from(facts.offset),
                    };
                    set.add(before, entries);
                }
                starts.push((facts.offset, base.rows));
            },
        )?;
        Ok(run)
    }

    fn finish(self, table: &Table<'_>, reading: &Reading<'_>) -> io::Result<Checked<'s>> {
        let Compiled { plan, fields, matched, rules, keys } = self.compiled;
        let mut findings = table.layout_findings(reading);
        findings.extend(matched.findings);
        findings.extend(self.form.findings(&table.layout));
        if self.rows == 0 && table.source.length() > 0 {
            findings.push(Finding::new(Code::TableEmpty, Place::default()));
        }
        findings.extend(columns::findings(&self.cells, &plan.columns, &fields));
        for (index, group) in &self.rules.0 {
            if let Some(rule) = rules.get(*index) {
                let finding = Finding::new(Code::TableRowRule, Place::default())
                    .plain("kind", &rule.name)
                    .list("fields", &rule.sum)
                    .list("expected", &rule.at_most);
                findings.push(grouped(finding, group, None, None));
            }
        }
        let mut sets = self.sets;
        let rest = sets.split_off(keys.len());
        let repeated = repeated(table, reading, &plan, &self.starts, sets)?;
        for (names, Repeats { count, rows }) in keys.iter().zip(repeated) {
            let finding = Finding::new(Code::TableKeyRepeated, Place::default());
            findings.extend(of_rows(finding.list("fields", names), count, &rows));
        }
        let report = TableReport {
            rows: self.rows,
            columns: table.width(),
            matched: matched.columns,
            findings,
        };
        Ok(Checked { report, sets: rest })
    }
}

/// Returns, for each key, the rows that repeat an earlier one.
fn repeated(
    table: &Table<'_>,
    reading: &Reading<'_>,
    plan: &Plan,
    starts: &Starts,
    sets: Vec<KeySet<'_>>,
) -> io::Result<Vec<Repeats>> {
    let threads = reading.threads;
    let suspects = sets.into_iter().map(|set| set.repeated(threads));
    let again = Reading { progress: None, ..*reading };
    confirm(&table.input(&again), plan, starts, suspects.collect::<Result<_, _>>()?)
}

/// Says which rows refer to nothing.
pub(crate) fn reference_finding(
    fields: &[String],
    resource: Option<&str>,
    from: KeySet<'_>,
    to: &mut KeySet<'_>,
) -> io::Result<Option<Finding>> {
    let rows = from.not_in(to)?;
    let mut finding = Finding::new(Code::TableReferenceUnknown, Place::default())
        .list("fields", fields);
    if let Some(resource) = resource {
        finding = finding.plain("resource", resource);
    }
    Ok(of_rows(finding, rows.len(), &rows))
}

fn of_rows(finding: Finding, count: usize, rows: &[usize]) -> Option<Finding> {
    if count == 0 {
        return None;
    }
    let spots = rows.iter().take(Finding::PLACES);
    let spots = spots.map(|row| Spot { row: *row, line: None }).collect();
    let group = Group { count, spots, values: Vec::new() };
    Some(grouped(finding, &group, None, None))
}
