//! The rows of tables: questions with their answers, rows of answers, other reviews.

use std::sync::Arc;

use untoc_core::{Place, Plan, QuestionId, TablePlace, is_blank};
use untoc_report::Words;

use super::cell::{plain, read};
use super::markup::{Block, Cell, Row};
use super::said::{is_ours, part_named};
use super::{Reader, nobody};
use crate::address::{Address, Part};
use crate::decode::{fold, trim};
use crate::fields::{Field, FieldKind, cell_field, choices, value_field};
use crate::returned::unplaced;
use crate::word::annex::ELSEWHERE;

/// What the rows of a table are.
#[derive(Default)]
pub(super) enum Mode {
    /// Questions; what stands in the columns after the first.
    Questions(Vec<Option<Part>>),
    /// The rows of an answer: which columns follow the first, and how many rows there
    /// were.
    Rows { plan: Arc<Plan>, slot: usize, columns: Vec<Option<usize>>, count: usize },
    /// Answers given in another review.
    Elsewhere,
    /// Nothing is known yet.
    #[default]
    Unknown,
}

/// The columns after the question, as the writer orders them.
const BESIDE: [Part; 5] =
    [Part::Value, Part::NoAnswer, Part::Reason, Part::Note, Part::Remarks];

/// What a row is about.
enum About {
    /// It heads the rows of an answer.
    RowsOf(QuestionId),
    /// It heads the answers given in another review.
    Elsewhere,
    /// It heads a table of questions.
    Head,
    /// A question.
    Question(QuestionId),
    /// It does not say.
    Other,
}

impl Reader<'_> {
    /// Reads a row.
    pub(super) fn row(&mut self, row: &Row, mode: &mut Mode, place: &Place) {
        match self.about_row(row, mode) {
            About::RowsOf(id) => *mode = self.rows_of(&id, row),
            About::Elsewhere => *mode = Mode::Elsewhere,
            About::Head => {
                let labels =
                    row.cells.iter().skip(1).map(|cell| part_named(&cell.text()));
                *mode = Mode::Questions(labels.collect());
            }
            About::Question(id) => {
                let columns = match mode {
                    Mode::Questions(columns) => columns.clone(),
                    Mode::Rows { .. } | Mode::Elsewhere | Mode::Unknown => Vec::new(),
                };
                self.question(&id, row, &columns, place);
                if !matches!(mode, Mode::Questions(_)) {
                    *mode = Mode::Questions(Vec::new());
                }
            }
            About::Other => self.other(row, mode, place),
        }
    }

    /// Tells what a row is about: by a tag, else by a bookmark, else by what people see.
    fn about_row(&self, row: &Row, mode: &Mode) -> About {
        let tags = || row.paragraphs().flat_map(|p| &p.controls).map(|c| c.tag.as_str());
        let marks = || row.paragraphs().flat_map(|p| &p.bookmarks);
        let known = |id: &str| self.library.find_question(id).is_some();
        for (mark, id) in marks().filter_map(|mark| mark.split_once('_')) {
            let id = id.replace('_', "-");
            match mark {
                "t" if known(&id) => return About::RowsOf(QuestionId::unchecked(id)),
                "e" => return About::Elsewhere,
                _ => {}
            }
        }
        let first = row.cells.first();
        let shown = first.and_then(|cell| visible_id(&cell.text()));
        let heads = row.head
            || first
                .is_some_and(|cell| cell.paragraphs().any(|p| p.style == "UntocHead"));
        if heads {
            let reviewed = row.cells.get(1).and_then(|cell| part_named(&cell.text()));
            return match shown {
                Some(id) => About::RowsOf(id),
                None if reviewed == Some(Part::ElsewhereReference) => About::Elsewhere,
                None => About::Head,
            };
        }
        if matches!(mode, Mode::Elsewhere) {
            return About::Other;
        }
        for (id, rest) in tags().filter_map(|tag| tag.split_once('/')) {
            let in_rows = rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
            if !in_rows && known(id) {
                return About::Question(QuestionId::unchecked(id));
            }
        }
        for mark in marks() {
            let id = mark.strip_prefix("q_").unwrap_or_default().replace('_', "-");
            if known(&id) {
                return About::Question(QuestionId::unchecked(id));
            }
        }
        shown.map_or(About::Other, About::Question)
    }

    /// Begins the rows of an answer.
    fn rows_of(&mut self, id: &QuestionId, head: &Row) -> Mode {
        let Some((plan, slot)) = self.library.find_question(id.as_str()) else {
            return Mode::Unknown;
        };
        let columns = plan.columns(slot);
        let labels: Vec<String> =
            columns.iter().map(|column| fold(&column.label)).collect();
        let place = |(at, cell): (usize, &Cell)| {
            let heading = cell.paragraphs().next().map(|p| fold(&p.text));
            let named = heading.and_then(|h| labels.iter().position(|l| *l == h));
            named.or((at < labels.len()).then_some(at))
        };
        let columns = head.cells.iter().skip(1).enumerate().map(place).collect();
        Mode::Rows { plan, slot, columns, count: 0 }
    }

    /// Reads a row that names no question itself.
    fn other(&mut self, row: &Row, mode: &mut Mode, place: &Place) {
        match mode {
            Mode::Rows { plan, slot, columns, count } => {
                let (plan, slot, columns) = (Arc::clone(plan), *slot, columns.clone());
                if self.row_of_answer(row, &plan, slot, &columns, *count + 1, place) {
                    *count += 1;
                }
            }
            Mode::Elsewhere => self.elsewhere(row, place),
            Mode::Questions(_) | Mode::Unknown => {
                let ours = |cell: &Cell| cell.paragraphs().all(|p| is_ours(&p.style));
                let typed: Vec<String> = row
                    .cells
                    .iter()
                    .filter(|cell| !ours(cell))
                    .map(|cell| plain(&cell.text()))
                    .filter(|text| !text.is_empty() && !self.said.is_known(text))
                    .collect();
                if !typed.is_empty() {
                    self.beside(&typed.join(" | "), place.clone());
                }
            }
        }
    }

    /// Reads the row of a question.
    fn question(
        &mut self,
        id: &QuestionId,
        row: &Row,
        columns: &[Option<Part>],
        place: &Place,
    ) {
        self.questions += 1;
        let place = Place { question: Some(id.to_string()), ..place.clone() };
        let found = self.library.find_question(id.as_str());
        for (at, cell) in row.cells.iter().enumerate() {
            let place = column(&place, at);
            self.around(cell, id, &place);
            if at == 0 {
                if let Some((plan, slot)) = &found {
                    self.asked(cell, plan, *slot, &place);
                }
                continue;
            }
            let named = columns.get(at - 1).copied().flatten();
            let part = named.or_else(|| BESIDE.get(at - 1).copied());
            let Some(part) = part.filter(|_| at <= BESIDE.len()) else {
                self.beside(&plain(&cell.text()), place);
                continue;
            };
            let address = Address::part(id, part);
            let field = match &found {
                Some((plan, slot)) if part == Part::Value => {
                    value_field(plan, *slot, address, String::new(), self.said.words())
                }
                Some(_) | None => simple(address, part, self.said.words()),
            };
            if field.kind == FieldKind::Rows && self.said.points_below(&cell.text()) {
                continue;
            }
            self.put(cell, &field, place);
        }
    }

    /// Reports what was typed into the cell that asks.
    fn asked(&mut self, cell: &Cell, plan: &Plan, slot: usize, place: &Place) {
        let typed: Vec<String> = cell
            .paragraphs()
            .filter(|line| !self.said.is_asked(plan, slot, &line.text))
            .map(|line| line.text.clone())
            .collect();
        if !typed.is_empty() {
            self.beside(&typed.join("\n"), place.clone());
        }
    }

    /// Reads a row of an answer; says whether there is anything in it.
    fn row_of_answer(
        &mut self,
        row: &Row,
        plan: &Plan,
        slot: usize,
        columns: &[Option<usize>],
        number: usize,
        place: &Place,
    ) -> bool {
        let id = plan.question(slot).id.clone();
        let place = Place { question: Some(id.to_string()), ..place.clone() };
        let mut filled = false;
        for (at, cell) in row.cells.iter().enumerate() {
            let place = column(&place, at);
            self.around(cell, &id, &place);
            if at == 0 {
                let text = plain(&cell.text());
                if text.chars().any(char::is_alphabetic) {
                    self.beside(&text, place);
                }
                continue;
            }
            let known = columns.get(at - 1).copied().flatten();
            let Some(known) = known.and_then(|known| plan.columns(slot).get(known))
            else {
                self.beside(&plain(&cell.text()), place);
                continue;
            };
            let address = Address::cell(&id, number, &*known.key);
            let field = cell_field(known, address, String::new(), self.said.words());
            filled |= self.put(cell, &field, place);
        }
        filled
    }

    /// Reads a row on another review; its first cell names the question.
    fn elsewhere(&mut self, row: &Row, place: &Place) {
        let typed = row.cells.first().map(Cell::text).unwrap_or_default();
        let texts: Vec<String> =
            row.cells.iter().skip(1).map(|cell| plain(&cell.text())).collect();
        if texts.iter().all(|text| is_blank(text)) {
            return;
        }
        let Some(id) = visible_id(&typed) else {
            let finding = unplaced("no-question", &nobody(), place.clone());
            self.returned.say(finding.typed("value", &texts.join(" | ")));
            return;
        };
        let place = Place { question: Some(id.to_string()), ..place.clone() };
        for (at, text) in texts.iter().enumerate() {
            let place = column(&place, at + 1);
            match ELSEWHERE.get(at) {
                Some(part) => {
                    self.returned.put(&Address::part(&id, *part), text, place);
                }
                None => self.beside(text, place),
            }
        }
    }

    /// Puts what a cell holds where it belongs; says whether there is anything.
    fn put(&mut self, cell: &Cell, field: &Field<'_>, place: Place) -> bool {
        let filled = read(cell, field);
        self.beside(&filled.beside, place.clone());
        self.returned.put(&field.address, &filled.text, place);
        !is_blank(&filled.text)
    }

    /// Takes up what hangs on a cell: comments, pictures, tables in it.
    fn around(&mut self, cell: &Cell, id: &QuestionId, place: &Place) {
        for block in &cell.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    self.comment(&paragraph.comments, id, place);
                    self.floating(paragraph, place);
                }
                Block::Table(table) => {
                    let rows = table.rows.iter().flat_map(|row| &row.cells);
                    let texts: Vec<String> = rows
                        .map(|cell| plain(&cell.text()))
                        .filter(|text| !text.is_empty())
                        .collect();
                    self.beside(&texts.join(" | "), place.clone());
                }
            }
        }
    }
}

/// Returns a field for a part of an entry other than the answer.
fn simple(address: Address, part: Part, words: &Words) -> Field<'static> {
    let kind = match part {
        Part::NoAnswer => FieldKind::Choice,
        Part::Value
        | Part::Reason
        | Part::ElsewhereReference
        | Part::ElsewhereDate
        | Part::ElsewhereChanges
        | Part::Note
        | Part::Remarks
        | Part::Evidence
        | Part::Audience
        | Part::Status
        | Part::By
        | Part::At
        | Part::Language
        | Part::More => FieldKind::Text,
    };
    Field {
        address,
        kind,
        label: "".into(),
        options: choices(part, words).into(),
        minimum: None,
        maximum: None,
        required: false,
        expected: String::new(),
        content: String::new(),
    }
}

fn column(place: &Place, at: usize) -> Place {
    let row = place.table.as_ref().and_then(|table| table.row);
    let table = TablePlace { row, column: Some(at + 1), field: None };
    Place { table: Some(table), ..place.clone() }
}

/// Finds the id of a question at the beginning of a text.
fn visible_id(text: &str) -> Option<QuestionId> {
    let first = trim(text).split(|c: char| c.is_whitespace() || c == '·').next()?;
    let id =
        trim(first).to_lowercase().replace(['\u{2010}', '\u{2011}', '\u{2013}'], "-");
    let (head, number) = id.rsplit_once("-q")?;
    let fits = !head.is_empty()
        && number.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (fits && id.len() <= 64).then(|| QuestionId::unchecked(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The id of a question is found where it stands first, whatever hyphens it has.
    #[test]
    fn finds_ids() {
        let show = |text| visible_id(text).map(|id| id.to_string());
        assert_eq!(show("untoc-5-q1 · Article 5(1)").as_deref(), Some("untoc-5-q1"));
        assert_eq!(show(" UNTOC\u{2011}5\u{2011}q3a").as_deref(), Some("untoc-5-q3a"));
        assert_eq!(show("1"), None);
        assert_eq!(show("see untoc-5-q1"), None);
    }
}
