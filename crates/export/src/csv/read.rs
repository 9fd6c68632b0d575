//! Reads the long form back, as people and spreadsheets leave it.

use std::collections::BTreeMap;

use untoc_core::{Code, Finding, Library, Place, Plan, QuestionId, TablePlace, is_blank};
use untoc_intake::decode_text;

use crate::address::{Address, Part};
use crate::csv::scan::{Fault, Record, Scanner};
use crate::csv::table::Header;
use crate::decode::{fold, fold_digits, trim};
use crate::form::FormId;
use crate::import::Imported;
use crate::neutral::restore;
use crate::returned::{About, ReadOptions, Returned, unplaced};

/// Reads a CSV file in long form.
///
/// The delimiter is found out; rows may stand in any order; columns that are not ours
/// are reported if something stands in them. What cannot be placed is reported with its
/// line, and the rest goes on.
pub fn read_csv(bytes: &[u8], library: &Library, options: &ReadOptions<'_>) -> Imported {
    let limits = options.limits;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.bytes {
        let limit = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
        let finding = Finding::new(Code::FileTooLarge, Place::default());
        return refused(finding.number("limit", limit));
    }
    let text = match decode_text(bytes) {
        Ok(text) => text,
        Err(finding) => return refused(*finding),
    };
    if is_blank(&text) {
        return refused(Finding::new(Code::FileEmpty, Place::default()));
    }
    let Some(header) = Header::find(&text, limits) else {
        let place = Place { line: Some(1), ..Place::default() };
        return refused(Finding::new(Code::CsvMalformed, place).plain("fault", "header"));
    };
    let mut reader = Reader {
        library,
        parts: header.parts(),
        header: &header,
        returned: Returned::default(),
        form: FormSeen::None,
        about: BTreeMap::new(),
        extra: BTreeMap::new(),
    };
    let mut scanner = Scanner::new(&text, header.delimiter.as_char(), limits);
    for record in scanner.by_ref().skip(header.row) {
        reader.record(&record);
    }
    for fault in scanner.into_faults() {
        reader.returned.say(malformed(&fault, &limits));
    }
    reader.finish(options)
}

/// The id of the table that the rows name.
enum FormSeen {
    None,
    One(FormId),
    /// Rows of several tables were put together: what stood in them is not known.
    Several,
}

struct Reader<'a> {
    library: &'a Library,
    header: &'a Header,
    parts: Vec<(Part, usize)>,
    returned: Returned,
    form: FormSeen,
    /// What the file says about itself, by questionnaire.
    about: BTreeMap<String, About>,
    /// Columns that are not ours and hold something: the first place and how many rows.
    extra: BTreeMap<usize, (Place, usize)>,
}

impl Reader<'_> {
    fn record(&mut self, record: &Record) {
        if record.cells.iter().all(|cell| is_blank(cell)) {
            return;
        }
        self.note_extra(record);
        let typed = self.header.cell(record, "question");
        let id = QuestionId::unchecked(trim(restore(typed)).to_lowercase());
        if is_blank(typed) {
            let filled = self.parts.iter().any(|(_, at)| !is_blank(record.cell(*at)));
            if filled {
                let place = self.place(record, "question");
                self.returned.say(unplaced("no-question", &id, place));
            }
            return;
        }
        if !self.note_about(record, &id) {
            return;
        }
        self.note_form(record);
        let row = self.header.cell(record, "row");
        let column = self.header.cell(record, "column");
        match (is_blank(row), is_blank(column)) {
            (true, true) => self.question(record, &id),
            (false, false) => self.cell(record, &id, row, restore(column)),
            (true, false) | (false, true) => {
                if !is_blank(self.header.cell(record, "value")) {
                    let place = self.place(record, "row");
                    self.returned
                        .say(unplaced("row", &id, place).typed("value", trim(row)));
                }
            }
        }
    }

    fn question(&mut self, record: &Record, id: &QuestionId) {
        for (part, at) in self.parts.clone() {
            let text = restore(record.cell(at));
            let place = self.place(record, part.as_str());
            self.returned.put(&Address::part(id, part), text, place);
        }
        self.note_label(record, id);
    }

    fn cell(&mut self, record: &Record, id: &QuestionId, row: &str, column: &str) {
        let number = fold_digits(trim(row)).parse::<usize>().ok();
        let Some(number) = number.filter(|n| (1..=1_000_000).contains(n)) else {
            let place = self.place(record, "row");
            self.returned.say(unplaced("row", id, place).typed("value", trim(row)));
            return;
        };
        let plan = self.library.find_question(id.as_str());
        let key = plan.and_then(|(plan, slot)| column_key(&plan, slot, column));
        let key = key.unwrap_or_else(|| trim(column).to_owned());
        let text = restore(self.header.cell(record, "value"));
        let place = self.place(record, "value");
        self.returned.put(&Address::cell(id, number, key), text, place);
        self.note_label(record, id);
        for (part, at) in &self.parts {
            if *part != Part::Value && !is_blank(record.cell(*at)) {
                let place = self.place(record, part.as_str());
                let finding =
                    unplaced("beside-cell", id, place).plain("field", part.as_str());
                self.returned.say(finding);
            }
        }
    }

    /// Notes what was typed into the column that only explains.
    fn note_label(&mut self, record: &Record, id: &QuestionId) {
        let value = self.header.cell(record, "value");
        if is_blank(value) && !is_blank(self.header.cell(record, "label")) {
            let place = self.place(record, "label");
            self.returned.say(unplaced("read-only", id, place).plain("field", "label"));
        }
    }

    /// Notes under which id the table went out.
    fn note_form(&mut self, record: &Record) {
        let Some(id) = FormId::find(restore(self.header.cell(record, "form"))) else {
            return;
        };
        match &self.form {
            FormSeen::None => self.form = FormSeen::One(id),
            FormSeen::One(known) if *known != id => {
                self.form = FormSeen::Several;
                let place = self.place(record, "form");
                self.returned.say(Finding::new(Code::ImportTwoWay, place));
            }
            FormSeen::One(_) | FormSeen::Several => {}
        }
    }

    /// Notes what the line says about the file; says whether it belongs to it.
    fn note_about(&mut self, record: &Record, id: &QuestionId) -> bool {
        let word = |name: &str| {
            let text = trim(restore(self.header.cell(record, name)));
            (!text.is_empty()).then(|| text.to_owned())
        };
        let questionnaire = word("questionnaire").unwrap_or_default();
        let (state, version) = (word("state"), word("version"));
        let language = word("response_language");
        let about = self.about.entry(questionnaire).or_default();
        let mixed = [
            (&mut about.state, state, "state"),
            (&mut about.version, version, "version"),
        ]
        .into_iter()
        .find_map(|(known, said, name)| {
            let said = said?;
            let first = known.get_or_insert_with(|| said.clone());
            (*first != said).then(|| (first.clone(), said, name))
        });
        if about.language.is_none() {
            about.language = language;
        }
        let Some((first, said, name)) = mixed else { return true };
        let finding = unplaced("mixed", id, self.place(record, name))
            .plain("field", name)
            .typed("value", &said)
            .typed("other", &first);
        self.returned.say(finding);
        false
    }

    fn note_extra(&mut self, record: &Record) {
        for at in 0..record.cells.len() {
            let cell = record.cell(at);
            // A column of theirs may be called like this one of ours.
            let theirs =
                self.header.position("form") == Some(at) && FormId::find(cell).is_none();
            if (theirs || self.header.is_extra(at)) && !is_blank(cell) {
                let place = self.place_at(record, at);
                self.extra.entry(at).or_insert((place, 0)).1 += 1;
            }
        }
    }

    fn place(&self, record: &Record, column: &str) -> Place {
        match self.header.position(column) {
            Some(at) => self.place_at(record, at),
            None => Place { line: Some(record.line), ..Place::default() },
        }
    }

    fn place_at(&self, record: &Record, at: usize) -> Place {
        let table = TablePlace {
            row: Some(record.row),
            column: Some(at + 1),
            field: self.header.names.get(at).cloned(),
        };
        Place { line: Some(record.line), table: Some(table), ..Place::default() }
    }

    fn finish(mut self, options: &ReadOptions<'_>) -> Imported {
        for (at, (place, count)) in std::mem::take(&mut self.extra) {
            let name = self.header.names.get(at).cloned().unwrap_or_default();
            let finding = Finding::new(Code::ImportUnplaced, place)
                .plain("kind", "extra-column")
                .plain("field", name)
                .number("rows", count);
            self.returned.say(finding);
        }
        let about = self.about;
        let imported = self.returned.finish(self.library, options, |id| {
            let own = about.get(id.as_str()).or_else(|| about.get(""));
            own.cloned().unwrap_or_default()
        });
        let form = match self.form {
            FormSeen::One(id) => Some(id),
            FormSeen::None | FormSeen::Several => None,
        };
        Imported { form, ..imported }
    }
}

/// Finds a column of a question by its key or by its heading.
fn column_key(plan: &Plan, slot: usize, typed: &str) -> Option<String> {
    let columns = plan.columns(slot);
    let exact = columns.iter().find(|column| column.key == typed);
    let folded = fold(typed);
    exact
        .or_else(|| {
            columns.iter().find(|column| {
                column.key == folded.replace([' ', '-'], "_")
                    || fold(&column.label) == folded
            })
        })
        .map(|column| column.key.clone())
}

fn refused(finding: Finding) -> Imported {
    Imported { findings: vec![finding], ..<_>::default() }
}

fn malformed(fault: &Fault, limits: &untoc_intake::Limits) -> Finding {
    let table =
        TablePlace { row: Some(fault.row), column: Some(fault.column), field: None };
    let place = Place { line: Some(fault.line), table: Some(table), ..Place::default() };
    let finding = Finding::new(Code::CsvMalformed, place).plain("fault", fault.reason);
    match fault.reason {
        "rows" => finding.number("limit", limits.rows),
        "columns" => finding.number("limit", limits.columns),
        "cell" => finding.number("limit", limits.cell),
        _ => finding,
    }
}
