//! The three sheets of an XLSForm as a workbook.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use untoc_core::Plan;

use super::line::Line;
use super::lists::Lists;
use crate::survey::carried::Losses;
use crate::survey::wording::{Text, Wording, language_name};

/// The most characters that a cell of a workbook holds.
pub(super) const CELL_MOST: usize = 32_767;

/// What the sheets are written from.
pub(super) struct Sheets<'a> {
    /// The questionnaire.
    pub(super) plan: &'a Plan,
    /// The title.
    pub(super) title: Text,
    /// The languages.
    pub(super) wording: &'a Wording<'a>,
    /// The lines of the sheet `survey`.
    pub(super) lines: &'a [Line],
    /// The lists of the sheet `choices`.
    pub(super) lists: &'a Lists,
}

/// Writes the workbook. The same questionnaire gives the same bytes.
pub(super) fn write(
    sheets: &Sheets<'_>,
    losses: &mut Losses<'_>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let properties =
        rust_xlsxwriter::DocProperties::new().set_creation_datetime(&created);
    book.set_properties(&properties);
    for (name, table) in tables(sheets) {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        fill(sheet, &table, losses)?;
    }
    book.save_to_buffer()
}

/// A heading, then rows of cells; each row with the question that it belongs to.
pub(super) struct Table {
    /// The names of the columns.
    pub(super) heading: Vec<String>,
    /// The rows.
    pub(super) rows: Vec<(Option<usize>, Vec<String>)>,
}

/// Returns the sheets by name.
pub(super) fn tables(sheets: &Sheets<'_>) -> [(&'static str, Table); 3] {
    let languages = sheets.wording.languages();
    [
        ("survey", survey(sheets, &languages)),
        ("choices", choices(sheets, &languages)),
        ("settings", settings(sheets, &languages)),
    ]
}

fn survey(sheets: &Sheets<'_>, languages: &[&str]) -> Table {
    let mut heading = vec!["type".to_owned(), "name".to_owned()];
    heading.extend(headings("label", languages));
    heading.extend(headings("hint", languages));
    heading.extend(["relevant", "required", "constraint"].map(str::to_owned));
    heading.extend(headings("constraint_message", languages));
    heading.push("appearance".to_owned());
    let rows = sheets.lines.iter().map(|line| {
        let mut cells = vec![line.kind.clone(), line.name.clone()];
        cells.extend(texts(line.label.as_ref(), languages));
        cells.extend(texts(line.hint.as_ref(), languages));
        for part in [&line.relevant, &line.required, &line.constraint] {
            cells.push(part.clone().unwrap_or_default());
        }
        cells.extend(texts(line.constraint_message.as_ref(), languages));
        cells.push(line.appearance.unwrap_or_default().to_owned());
        (line.slot, cells)
    });
    Table { heading, rows: rows.collect() }
}

fn choices(sheets: &Sheets<'_>, languages: &[&str]) -> Table {
    let mut heading = vec!["list_name".to_owned(), "name".to_owned()];
    heading.extend(headings("label", languages));
    let rows = sheets.lists.items().map(|(list, value, text)| {
        let mut cells = vec![list.to_owned(), value.to_owned()];
        cells.extend(texts(Some(text), languages));
        (None, cells)
    });
    Table { heading, rows: rows.collect() }
}

fn settings(sheets: &Sheets<'_>, languages: &[&str]) -> Table {
    let first = languages.first().copied().unwrap_or("en");
    let pairs = [
        ("form_title", sheets.title.in_language(first).to_owned()),
        ("form_id", sheets.plan.id().to_string()),
        ("version", sheets.plan.version().to_owned()),
        ("default_language", language_name(first)),
    ];
    let (heading, cells): (Vec<&str>, Vec<String>) = pairs.into_iter().unzip();
    let heading = heading.into_iter().map(str::to_owned).collect();
    Table { heading, rows: vec![(None, cells)] }
}

fn headings<'a>(
    name: &'a str,
    languages: &'a [&str],
) -> impl Iterator<Item = String> + 'a {
    languages.iter().map(move |tag| format!("{name}::{}", language_name(tag)))
}

fn texts<'a>(
    text: Option<&'a Text>,
    languages: &'a [&str],
) -> impl Iterator<Item = String> + 'a {
    languages.iter().map(move |tag| {
        // `${` begins a reference to a field, also in a text that people read.
        text.map(|text| text.in_language(tag).replace("${", "$ {")).unwrap_or_default()
    })
}

fn fill(
    sheet: &mut Worksheet,
    table: &Table,
    losses: &mut Losses<'_>,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, text) in (0_u16..).zip(&table.heading) {
        sheet.write_string_with_format(0, column, text, &bold)?;
        let width = if text.contains("::") { 60 } else { 24 };
        sheet.set_column_width(column, width)?;
    }
    for (row, (slot, cells)) in (1_u32..).zip(&table.rows) {
        for (column, text) in (0_u16..).zip(cells) {
            if text.is_empty() {
                continue;
            }
            let (text, cut) = within(text);
            if cut {
                losses.cut(*slot, CELL_MOST);
            }
            sheet.write_string(row, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Returns as much of a text as a cell holds, and whether some was cut off.
fn within(text: &str) -> (&str, bool) {
    match text.char_indices().nth(CELL_MOST) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), true),
        None => (text, false),
    }
}
