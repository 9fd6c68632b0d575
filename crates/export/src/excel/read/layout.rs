//! Goes through a sheet row by row and puts what stands there under its address.

use std::collections::{BTreeMap, HashMap};

use untoc_core::{Code, Finding, Library, Place, Plan, QuestionId};

use super::cells::{Cell, Sheet, SheetRow};
use super::hidden::Hidden;
use super::pieces::Pieces;
use super::{merged, value};
use crate::address::{Address, Part};
use crate::decode::fold;
use crate::excel::COLUMNS;
use crate::excel::meta::PARTS_ROW;
use crate::excel::tag::Tag;
use crate::returned::{Returned, unplaced};

/// A sheet that is being read.
pub(super) struct Layout<'a> {
    sheet: &'a Sheet,
    hidden: &'a Hidden,
    library: &'a Library,
    returned: &'a mut Returned,
    /// Which part of an entry stands in a column.
    parts: Vec<(usize, Part)>,
    /// The table whose rows are being read.
    block: Option<Block>,
    /// How many rows of each question there were, and what stood in each.
    rows: HashMap<String, Vec<(usize, String)>>,
    /// What is ticked, by question.
    ticks: BTreeMap<String, (Vec<String>, Place)>,
    /// What did not fit into cells.
    pieces: Pieces<'a>,
}

/// A table: the question, and the key of each column.
struct Block {
    question: String,
    columns: Vec<(usize, String)>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        hidden: &'a Hidden,
        library: &'a Library,
        returned: &'a mut Returned,
    ) -> Self {
        let parts = COLUMNS.iter().map(|(part, at)| (usize::from(*at), *part)).collect();
        Self {
            sheet,
            hidden,
            library,
            returned,
            parts,
            block: None,
            rows: HashMap::new(),
            ticks: BTreeMap::new(),
            pieces: Pieces::of(sheet),
        }
    }

    /// Reads the sheet.
    pub(super) fn read(mut self) {
        let sheet = self.sheet;
        for row in sheet.rows.iter().filter(|row| !row.cells.is_empty()) {
            self.row(row);
        }
        for (id, (values, place)) in std::mem::take(&mut self.ticks) {
            let address = Address::part(&QuestionId::unchecked(id), Part::Value);
            self.returned.put(&address, &values.join("; "), place);
        }
        for (row, cell) in self.pieces.left() {
            self.stray(row, cell);
        }
        merged::report(sheet, self.returned);
    }

    fn row(&mut self, row: &SheetRow) {
        if row.first() == PARTS_ROW {
            self.name_parts(row);
            return;
        }
        match Tag::parse(row.first()) {
            Some(Tag::Question(id)) => self.question(row, &id),
            Some(Tag::Tick(id, option)) => self.tick(row, &id, &option),
            Some(Tag::Headings(id)) => self.headings(row, id),
            Some(Tag::Row(id, number)) => self.table_row(row, &id, number),
            // They were taken with the cells that they go on from.
            Some(Tag::More(..)) => {}
            None => self.untagged(row),
        }
    }

    fn name_parts(&mut self, row: &SheetRow) {
        let named = row.cells.iter().filter_map(|cell| {
            Part::from_name(&fold(&cell.text)).map(|part| (cell.column, part))
        });
        let named: Vec<(usize, Part)> = named.collect();
        if !named.is_empty() {
            self.parts = named;
        }
    }

    fn question(&mut self, row: &SheetRow, id: &str) {
        self.block = None;
        let question = QuestionId::unchecked(id);
        for (column, part) in self.parts.clone() {
            let address = Address::part(&question, part);
            let place = self.place(row, column);
            let cell = row.cell(column);
            let more = self.pieces.of_cell(id, 0, column);
            match cell.filter(|cell| self.hidden.is_own_text(&cell.text) != Some(true)) {
                Some(cell) => self.put(&address, cell, &more, place),
                None if cell.is_none() => self.returned.put(&address, &more, place),
                None => {}
            }
        }
        let parts = self.parts.clone();
        self.strays(row, |column| {
            column < 2 || parts.iter().any(|(at, _)| *at == column)
        });
    }

    fn tick(&mut self, row: &SheetRow, id: &str, option: &str) {
        self.block = None;
        let value = self.parts.iter().find(|(_, part)| *part == Part::Value);
        let column = value.map_or(2, |(column, _)| *column);
        let place = self.place(row, column);
        let code = self.option(id, option);
        let ticks = self.ticks.entry(id.to_owned());
        let (values, _) = ticks.or_insert_with(|| (Vec::new(), place.clone()));
        let text = row.text(column);
        match value::tick(text) {
            _ if text.is_empty() => {}
            Some(true) if !values.contains(&code) => values.push(code),
            Some(_) => {}
            None => {
                let finding = unplaced("value", &QuestionId::unchecked(id), place)
                    .plain("field", option)
                    .typed("value", text)
                    .plain("fault", "options")
                    .one_of("expected", ["x"]);
                self.returned.say(finding);
            }
        }
        self.strays(row, |at| at < 2 || at == column);
    }

    /// Returns an option as the questionnaire writes it.
    fn option(&self, id: &str, typed: &str) -> String {
        let found = self.library.find_question(id).and_then(|(plan, slot)| {
            let options = plan.options(slot).iter();
            options
                .map(|option| option.value.clone())
                .find(|value| value.to_lowercase() == typed)
        });
        found.unwrap_or_else(|| typed.to_owned())
    }

    fn headings(&mut self, row: &SheetRow, id: String) {
        let columns = row.cells.iter().filter(|cell| cell.column > 0);
        let columns = columns.map(|cell| {
            let label = cell.text.trim_end().trim_end_matches('*').trim_end();
            let known = self.hidden.heading(&id, &cell.text).map(ToOwned::to_owned);
            let plan = self.library.find_question(&id);
            let key = known
                .or_else(|| plan.and_then(|(plan, slot)| column_key(&plan, slot, label)));
            (cell.column, key.unwrap_or_else(|| label.to_owned()))
        });
        let columns = columns.collect();
        self.block = Some(Block { question: id, columns });
    }

    fn table_row(&mut self, row: &SheetRow, id: &str, number: usize) {
        if self.block.as_ref().is_none_or(|block| block.question != id) {
            // Its headings are elsewhere: the columns stand as the form had them.
            let found = self.library.find_question(id);
            let keys: Vec<String> = found.map_or_else(Vec::new, |(plan, slot)| {
                plan.columns(slot).iter().map(|column| column.key.clone()).collect()
            });
            let columns = (1..).zip(keys).collect();
            self.block = Some(Block { question: id.to_owned(), columns });
        }
        let said: Vec<&str> =
            row.cells.iter().skip(1).map(|cell| cell.text.as_str()).collect();
        let said = said.join("\u{1f}");
        let rows = self.rows.entry(id.to_owned()).or_default();
        // The same row twice is a copy; another text under the same number is a new row.
        if !said.is_empty() && rows.contains(&(number, said.clone())) {
            return;
        }
        rows.push((number, said));
        let at = rows.len();
        self.cells(row, number, at);
    }

    /// Puts the cells of a row of the table that is being read; `tagged` is the number in
    /// its tag, 0 if it has none.
    fn cells(&mut self, row: &SheetRow, tagged: usize, number: usize) {
        let Some(block) = self.block.take() else { return };
        let question = QuestionId::unchecked(block.question.as_str());
        for (column, key) in &block.columns {
            let address = Address::cell(&question, number, key.as_str());
            let place = self.place(row, *column);
            let more = match tagged {
                0 => String::new(),
                tagged => self.pieces.of_cell(&block.question, tagged, *column),
            };
            match row.cell(*column) {
                Some(cell) => self.put(&address, cell, &more, place),
                None => self.returned.put(&address, &more, place),
            }
        }
        self.strays(row, |at| at == 0 || block.columns.iter().any(|(own, _)| *own == at));
        self.block = Some(block);
    }

    fn untagged(&mut self, row: &SheetRow) {
        let own = |cell: &Cell| self.hidden.is_own_text(&cell.text);
        if row.cells.iter().any(|cell| own(cell) == Some(true)) {
            self.block = None;
        } else if let Some(block) = &self.block
            && row.first().is_empty()
            && row
                .cells
                .iter()
                .any(|cell| block.columns.iter().any(|c| c.0 == cell.column))
        {
            // Somebody added a row below those of the form.
            let rows = self.rows.entry(block.question.clone()).or_default();
            rows.push((0, String::new()));
            let number = rows.len();
            self.cells(row, 0, number);
            return;
        }
        // Without the list of the form's own texts, a text in its first columns may be one.
        let sure = row.cells.iter().any(|cell| own(cell).is_some());
        self.strays(row, |column| !sure && column < 9);
    }

    /// Reports what stands in columns that are not the form's.
    fn strays(&mut self, row: &SheetRow, is_own: impl Fn(usize) -> bool) {
        for cell in row.cells.iter().filter(|cell| !is_own(cell.column)) {
            self.stray(row, cell);
        }
    }

    fn stray(&mut self, row: &SheetRow, cell: &Cell) {
        if self.hidden.is_own_text(&cell.text) == Some(true) {
            return;
        }
        let place = self.sheet.place(row.number, cell.column);
        let finding = match Tag::parse(row.first()) {
            Some(tag) => {
                unplaced("beside", &QuestionId::unchecked(tag.question()), place)
            }
            None => Finding::new(Code::ImportUnplaced, place).plain("kind", "beside"),
        };
        self.returned.say(finding.typed("value", &cell.text));
    }

    /// Puts what a cell says under its address, with what did not fit into it.
    fn put(&mut self, address: &Address, cell: &Cell, more: &str, place: Place) {
        if !more.is_empty() {
            self.returned.put(address, &format!("{}{more}", cell.text), place);
            return;
        }
        let said = value::said(cell);
        let field = address.field();
        let code = self.hidden.code(address.question.as_str(), field, &said.text);
        let text = code.unwrap_or(&said.text);
        let kind = match (cell.formula, &said.date) {
            (true, _) => Some(("formula", text)),
            (false, Some(date)) => Some(("date", date.as_str())),
            (false, None) => None,
        };
        if let Some((kind, shown)) = kind {
            let place =
                Place { question: Some(address.question.to_string()), ..place.clone() };
            let finding = Finding::new(Code::ImportNormalised, place)
                .plain("kind", kind)
                .typed("question", address.question.as_str())
                .typed("field", field)
                .typed("value", shown)
                .typed("expected", text);
            self.returned.say(finding);
        }
        self.returned.put(address, text, place);
    }

    fn place(&self, row: &SheetRow, column: usize) -> Place {
        self.sheet.place(row.number, column)
    }
}

/// Finds a column of a question by its heading.
fn column_key(plan: &Plan, slot: usize, heading: &str) -> Option<String> {
    let folded = fold(heading);
    let mut columns = plan.columns(slot).iter();
    let found =
        columns.find(|column| column.key == folded || fold(&column.label) == folded);
    found.map(|column| column.key.clone())
}
