//! Who may see a table, in one line.

use std::path::Path;

use untoc_evidence::{
    Audience, Dialect, Disclosure, Question, Reading, Table, TableSchema, Thresholds,
    check_disclosure, check_table,
};
use untoc_report::{Layout, wrap};

use super::table::unreadable;
use crate::error::CommandError;
use crate::world::World;

/// Asks the privacy check about a text that was made here.
pub(super) fn of_text(
    text: &[u8],
    schema: Option<&TableSchema>,
    audience: Audience,
    path: &Path,
) -> Result<Disclosure, CommandError> {
    let source = text.to_vec();
    let dialect = Dialect { delimiter: Some(b','), ..Dialect::default() };
    let table =
        Table::open(&source, &dialect).map_err(|error| unreadable(path, &error))?;
    let reading = Reading { dialect: &dialect, ..Reading::default() };
    of_table(&table, schema, audience, &reading, path)
}

/// Asks the privacy check about a table.
pub(super) fn of_table(
    table: &Table<'_>,
    schema: Option<&TableSchema>,
    audience: Audience,
    reading: &Reading<'_>,
    path: &Path,
) -> Result<Disclosure, CommandError> {
    let report =
        check_table(table, schema, reading).map_err(|error| unreadable(path, &error))?;
    let question = Question { audience, ..Question::default() };
    check_disclosure(table, schema, &report.matched, None, &question, reading)
        .map_err(|error| unreadable(path, &error))
}

/// Returns the least count that an audience may see.
pub(super) fn least_count(audience: Audience, asked: Option<usize>) -> usize {
    asked.unwrap_or(Thresholds::of(audience).count).max(2)
}

/// Adds the verdict to a page, and that it proves nothing.
pub(super) fn add(page: &mut String, world: &World, found: &Disclosure) {
    let words = world.words();
    let verdict = found.verdict.as_str();
    line(page, world, &words.say("evidence-verdict", &[("verdict", verdict.into())]));
    line(page, world, &words.say("evidence-no-proof", &[]));
}

/// Adds a line, indented and as wide as the terminal.
pub(super) fn line(page: &mut String, world: &World, text: &str) {
    let layout = Layout { width: world.width(), first: "  ", rest: "    " };
    page.push_str(&wrap(text, layout));
    page.push('\n');
}
