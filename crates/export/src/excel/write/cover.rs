//! The first sheet: who asks whom for what, by when, and how to answer.

use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

use super::sheet::Pen;
use super::text::{height, lines, within};
use crate::words::capital;

/// The widths of the two columns, in characters.
const WIDTHS: [f64; 2] = [26.0, 74.0];

/// Writes the first sheet; `sheets` are the sheets of questions, in the order of the
/// sections that the cover lists.
pub(super) fn write(
    pen: &mut Pen<'_>,
    name: &str,
    sheets: &[String],
) -> Result<Worksheet, XlsxError> {
    let cover = &pen.form.cover;
    let mut sheet = pen.sheet(name, &cover.title)?;
    sheet.set_portrait();
    for (column, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut page = Page { sheet, row: 0 };
    let looks = &pen.looks;
    page.whole(&cover.title, &looks.title, 18.0)?;
    page.row += 1;
    for (label, said) in &cover.lines {
        let label = within(&capital(label));
        page.sheet.write_string_with_format(page.row, 0, &label, &looks.label)?;
        let said = within(&lines(said));
        page.sheet.write_string_with_format(page.row, 1, &said, &looks.said)?;
        page.sheet.set_row_height(page.row, height(&said, WIDTHS[1], 10.0))?;
        page.row += 1;
    }
    page.row += 1;
    page.whole(&cover.how_title, &looks.heading, 13.0)?;
    for (number, how) in (1..).zip(&cover.how) {
        page.whole(&format!("{number}. {how}"), &looks.text, 10.0)?;
    }
    let number = cover.how.len() + 1;
    let own = pen.words.say("workbook-how", &[]);
    page.whole(&format!("{number}. {own}"), &looks.text, 10.0)?;
    page.row += 1;
    page.whole(&cover.sections_title, &looks.heading, 13.0)?;
    let link = &looks.pointer;
    for (section, name) in cover.sections.iter().zip(sheets) {
        let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
        let url = Url::new(target).set_text(within(name));
        page.sheet.write_url_with_format(page.row, 0, url, link)?;
        page.sheet.write_string_with_format(page.row, 1, within(section), &looks.text)?;
        let high = height(name, WIDTHS[0], 10.0).max(height(section, WIDTHS[1], 10.0));
        page.sheet.set_row_height(page.row, high)?;
        page.row += 1;
    }
    page.row += 1;
    page.whole(&cover.wording, &looks.text.clone().set_italic(), 10.0)?;
    page.sheet.set_print_area(0, 0, page.row.saturating_sub(1), 1)?;
    Pen::protect(&mut page.sheet);
    Ok(page.sheet)
}

struct Page {
    sheet: Worksheet,
    row: u32,
}

impl Page {
    /// Writes a text over both columns.
    fn whole(&mut self, text: &str, look: &Format, points: f64) -> Result<(), XlsxError> {
        let text = within(&lines(text));
        self.sheet.merge_range(self.row, 0, self.row, 1, &text, look)?;
        let width: f64 = WIDTHS.iter().sum();
        self.sheet
            .set_row_height(self.row, height(&text, width * 10.0 / points, points))?;
        self.row += 1;
        Ok(())
    }
}
