//! What should be there: a table of States, questionnaires and days.

use std::path::Path;

use untoc_core::{Code, CountryCode, Day, Finding, Library, Place, TablePlace, nearest};
use untoc_report::Words;

use crate::baseline::said;
use crate::error::{Error, Fault};
use crate::faults::read_steering;
use crate::names::printed;
use crate::run::Options;
use crate::shard::fnv_1a;
use crate::watch::Watch;

/// The responses that a run should meet.
#[derive(Debug)]
pub struct Expectation {
    name: String,
    digest: u64,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    line: usize,
    number: usize,
    state: CountryCode,
    questionnaire: String,
    due: Option<Day>,
}

/// The most rows: every State for every questionnaire, many times over.
const ROWS_MOST: usize = 100_000;

impl Expectation {
    /// Reads a table with the columns `state`, `questionnaire` and, if wanted, `due`.
    ///
    /// # Errors
    /// When the file cannot be read, or has a fault.
    pub fn read(
        path: &Path,
        here: &Path,
        library: &Library,
        words: &Words,
    ) -> Result<Self, Error> {
        let text = read_steering(path, words)?;
        let mut faults = Vec::new();
        // The reader of CSV counts the line of a row short after CR and LF.
        let rows = rows(&text.replace("\r\n", "\n"), library, &mut faults);
        if !faults.is_empty() {
            return Err(Error::Faulty { path: path.to_owned(), faults });
        }
        Ok(Self {
            name: printed(&[path], here).pop().unwrap_or_default(),
            digest: fnv_1a(text.as_bytes()),
            rows,
        })
    }

    pub(crate) fn digest(&self) -> u64 {
        self.digest
    }

    /// Lets a run watch for the responses.
    pub(crate) fn watch(&self, watch: &mut Watch, options: &Options<'_>) {
        let finding = |row: &Row| {
            let later = row.due.is_some_and(|due| due.0 > options.today);
            let code = if later { Code::ExpectedLater } else { Code::ExpectedMissing };
            let place = Place {
                file: Some(self.name.clone()),
                line: Some(row.line),
                questionnaire: Some(row.questionnaire.clone()),
                table: Some(TablePlace {
                    row: Some(row.number),
                    ..TablePlace::default()
                }),
                ..Place::default()
            };
            let state = row.state.name().unwrap_or(row.state.as_str());
            let finding = Finding::new(code, place).plain("state", state);
            match row.due {
                Some(due) => finding.plain("date", due),
                None => finding,
            }
        };
        let findings = self.rows.iter().map(finding).collect();
        for (row, if_not) in self.rows.iter().zip(said(findings, options)) {
            let response = (row.state.to_string(), row.questionnaire.clone());
            watch.expect(response, if_not);
        }
    }
}

fn rows(text: &str, library: &Library, faults: &mut Vec<Fault>) -> Vec<Row> {
    let first = text.lines().next().unwrap_or_default();
    let semicolons = first.matches(';').count() > first.matches(',').count();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if semicolons { b';' } else { b',' })
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let Some(columns) = columns(&mut reader, faults) else { return Vec::new() };
    let mut rows = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, |p| p.line());
                let line = usize::try_from(line).unwrap_or(0);
                faults.push(Fault::at(line, "the row cannot be read as CSV"));
                return rows;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let line = usize::try_from(line).unwrap_or(0);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if rows.len() == ROWS_MOST {
            let message = format!("there are more than {ROWS_MOST} rows");
            faults.push(Fault::at(line, message).hint("split the table"));
            return rows;
        }
        let cell = |column: Option<usize>| {
            column.and_then(|column| record.get(column)).unwrap_or_default()
        };
        let cells = (cell(Some(columns.0)), cell(Some(columns.1)), cell(columns.2));
        match row(cells, library) {
            Ok((state, questionnaire, due)) => {
                rows.push(Row { line, number: at + 1, state, questionnaire, due });
            }
            Err(mut fault) => {
                fault.line = Some(line);
                faults.push(fault);
            }
        }
    }
    rows
}

/// Finds the columns by their names.
fn columns(
    reader: &mut csv::Reader<&[u8]>,
    faults: &mut Vec<Fault>,
) -> Option<(usize, usize, Option<usize>)> {
    let Ok(names) = reader.headers().cloned() else {
        faults.push(Fault::at(1, "the first line cannot be read as CSV"));
        return None;
    };
    let find = |wanted: &str| {
        names.iter().position(|name| name.trim().eq_ignore_ascii_case(wanted))
    };
    let (state, questionnaire) = (find("state"), find("questionnaire"));
    for (wanted, found) in [("state", state), ("questionnaire", questionnaire)] {
        if found.is_none() {
            let message = format!("there is no column \"{wanted}\"");
            let fault = Fault::at(1, message);
            faults.push(fault.hint("write state,questionnaire,due into the first line"));
        }
    }
    Some((state?, questionnaire?, find("due")))
}

fn row(
    (state, questionnaire, due): (&str, &str, &str),
    library: &Library,
) -> Result<(CountryCode, String, Option<Day>), Fault> {
    let state = CountryCode::find(state).map_err(|error| {
        let fault = Fault::whole(format!("\"{state}\" is no State"));
        match error.nearest {
            Some((code, _)) => {
                fault.hint(format!("write {code} if that is what is meant"))
            }
            None => fault.hint("write a code such as XXA, or the name"),
        }
    })?;
    let known = || library.ids().iter().map(|id| id.as_str());
    if !known().any(|id| id == questionnaire) {
        let fault =
            Fault::whole(format!("there is no questionnaire \"{questionnaire}\""));
        return Err(match nearest(questionnaire, known()) {
            Some(near) => fault.hint(format!("write {near} if that is what is meant")),
            None => fault.hint("see the questionnaires with: untoc questions"),
        });
    }
    let due = match due {
        "" => None,
        text => Some(Day::parse(text).map_err(|_| {
            Fault::whole(format!("\"{text}\" is no day")).hint("write it as 2026-11-24")
        })?),
    };
    Ok((state, questionnaire.to_owned(), due))
}
