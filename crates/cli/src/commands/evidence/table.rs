//! The check of one table: its form, what it holds, and what it exposes.

use std::path::Path;

use untoc_core::Finding;
use untoc_evidence::{
    Dialect, Disclosure, Encoding, Inferred, Layout, Reading, Source, Table, TableReport,
    TableSchema, Workbook, check_disclosure, check_table, infer_schema, is_workbook,
    read_schema, read_workbook, suggest_profile,
};
use untoc_intake::Refusal;

use super::bar::Bar;
use super::check::{Asked, Check, Checked};
use super::scratch::FileScratch;
use super::source::FileSource;
use crate::error::CommandError;
use crate::inputs;

/// Checks a table.
pub(super) fn check(asked: &Asked<'_>, path: &Path) -> Result<Checked, CommandError> {
    let Asked { arguments, world, dialect, .. } = *asked;
    let file = FileSource::open(path)?;
    let loaded = match load(&file, arguments.layout.sheet()) {
        Ok(loaded) => loaded,
        Err(Refusal::Finding(finding)) => return Ok(refused(path, *finding)),
        Err(Refusal::Io(error)) => return Err(unreadable(path, &error)),
    };
    let in_table = |error| unreadable(path, &error);
    let dialect = match loaded {
        Loaded::File => of_file(path, dialect),
        Loaded::Sheet(_) => of_sheet(dialect),
    };
    let source: &dyn Source = match &loaded {
        Loaded::File => &file,
        Loaded::Sheet(book) => &book.csv,
    };
    let table = Table::open(source, &dialect).map_err(in_table)?;
    let scratch = FileScratch::default();
    let bar = Bar::new(world, source.length());
    let progress = |bytes: u64| bar.show(bytes);
    let reading = Reading {
        dialect: &dialect,
        threads: arguments.threads(),
        values: arguments.show_values,
        scratch: Some((&scratch, 0)),
        progress: bar.wanted().then_some(&progress as &(dyn Fn(u64) + Sync)),
        ..Reading::default()
    };
    let inferred = match &arguments.infer {
        Some(to) => Some(written(&table, &reading, path, to, arguments.force)?),
        None => None,
    };
    let own = inferred.as_ref().map(|inferred| read_schema(&inferred.schema, "").0);
    let schema = own.as_ref().or(asked.schema);
    let mut report = check_table(&table, schema, &reading).map_err(in_table)?;
    let mut disclosure = match arguments.no_privacy {
        true => None,
        false => Some(privacy(asked, &table, schema, &report, &reading, path)?),
    };
    if let Loaded::Sheet(book) = &loaded {
        let own = disclosure.iter_mut().flat_map(|found| &mut found.findings);
        // A sheet has rows, not lines.
        for place in own.chain(&mut report.findings).flat_map(|f| &mut f.places) {
            place.line = None;
        }
        report.findings.extend(book.findings.iter().cloned());
    }
    bar.clear();
    let suggested =
        if asked.schema.is_none() { suggest_profile(&table.layout) } else { None };
    let (name, layout) = (inputs::name_of(path), table.layout.clone());
    Ok(Checked { name, layout, report, disclosure, suggested, inferred })
}

/// Works out the schema of a table and nothing else.
pub(super) fn infer(
    arguments: &Check,
    path: &Path,
    dialect: &Dialect,
) -> Result<Inferred, CommandError> {
    let file = FileSource::open(path)?;
    let loaded =
        load(&file, arguments.layout.sheet()).map_err(|refusal| match refusal {
            Refusal::Finding(finding) => {
                inputs::refused(&inputs::name_of(path), vec![*finding])
            }
            Refusal::Io(error) => unreadable(path, &error),
        })?;
    let (source, dialect): (&dyn Source, Dialect) = match &loaded {
        Loaded::File => (&file, of_file(path, dialect)),
        Loaded::Sheet(book) => (&book.csv, of_sheet(dialect)),
    };
    let reading = Reading { threads: arguments.threads(), ..Reading::default() };
    Table::open(source, &dialect)
        .and_then(|table| infer_schema(&table, &reading))
        .map_err(|error| unreadable(path, &error))
}

/// Works out the schema of a table and writes it to a file.
fn written(
    table: &Table<'_>,
    reading: &Reading<'_>,
    path: &Path,
    to: &Path,
    force: bool,
) -> Result<Inferred, CommandError> {
    let inferred =
        infer_schema(table, reading).map_err(|error| unreadable(path, &error))?;
    inputs::write_file(to, untoc_core::json(&inferred.schema).as_bytes(), force)?;
    Ok(inferred)
}

/// Says that a table could not be read.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> CommandError {
    let name = inputs::name_of(path);
    let text = format!("cannot read {name}: {}", inputs::say(error));
    CommandError::new(crate::error::ErrorKind::Unreadable, text)
}

/// What is checked: the file itself, or a sheet of it.
pub(super) enum Loaded {
    File,
    Sheet(Workbook),
}

/// Takes the sheet out of a workbook.
pub(super) fn load(file: &FileSource, sheet: Option<&str>) -> Result<Loaded, Refusal> {
    if is_workbook(file)? {
        return read_workbook(file, sheet).map(Loaded::Sheet);
    }
    Ok(Loaded::File)
}

/// A file that is not accepted is a finding like any other.
fn refused(path: &Path, finding: Finding) -> Checked {
    let report = TableReport::refused(finding);
    let layout = Layout::unknown();
    Checked {
        name: inputs::name_of(path),
        layout,
        report,
        disclosure: None,
        suggested: None,
        inferred: None,
    }
}

fn privacy(
    asked: &Asked<'_>,
    table: &Table<'_>,
    schema: Option<&TableSchema>,
    report: &TableReport,
    reading: &Reading<'_>,
    path: &Path,
) -> Result<Disclosure, CommandError> {
    let Asked { arguments, question, .. } = *asked;
    let earlier = match arguments.earlier.as_deref() {
        None => None,
        Some(earlier) => {
            let file = FileSource::open(earlier)?;
            match load(&file, arguments.layout.sheet()) {
                Ok(Loaded::File) => Some((Box::new(file) as Box<dyn Source>, earlier)),
                Ok(Loaded::Sheet(book)) => {
                    Some((Box::new(book.csv) as Box<dyn Source>, earlier))
                }
                Err(_) => {
                    let name = inputs::name_of(earlier);
                    return Err(CommandError::usage(format!(
                        "{name} cannot be read as a table"
                    )));
                }
            }
        }
    };
    let before = earlier
        .as_ref()
        .map(|(source, earlier)| {
            Table::open(source.as_ref(), reading.dialect)
                .map_err(|e| unreadable(earlier, &e))
        })
        .transpose()?;
    let matched = &report.matched;
    check_disclosure(table, schema, matched, before.as_ref(), question, reading)
        .map_err(|error| unreadable(path, &error))
}

/// A sheet was written out by us, so that its form is known.
pub(super) fn of_sheet(dialect: &Dialect) -> Dialect {
    Dialect {
        encoding: Encoding::from_name("utf-8"),
        delimiter: Some(b','),
        header_rows: dialect.header_rows.clone(),
        ..Dialect::default()
    }
}

/// Tabs are usual in files that say so.
pub(super) fn of_file(path: &Path, dialect: &Dialect) -> Dialect {
    let tabs = path.extension().is_some_and(|end| {
        let end = end.to_string_lossy().to_lowercase();
        end == "tsv" || end == "tab"
    });
    let delimiter = dialect.delimiter.or(tabs.then_some(b'\t'));
    Dialect { delimiter, ..dialect.clone() }
}
