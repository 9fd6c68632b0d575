//! From the texts in the fields of a question to its entry.
//!
//! People type labels for codes, digits of their own script and dates of their own
//! country. What can be read in one way only is taken, and said; the rest is not placed,
//! and said too. What our own writer wrote is read without a word.

mod choice;
mod date;
mod digits;
mod evidence;
mod more;
mod number;
mod term;
mod time;
mod value;

use untoc_core::{ContributorId, Elsewhere, Entry, Laws, PartialDate, Plan};

use crate::address::Part;
use crate::filled::Filled;

pub(crate) use choice::fold;
pub(crate) use digits::{fold_digits, trim};
pub(crate) use evidence::write as evidence_text;

/// What texts are read against.
#[derive(Clone, Copy)]
pub(crate) struct Against<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) slot: usize,
    pub(crate) laws: Option<&'a Laws>,
}

/// What a field should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expected {
    Options(Vec<String>),
    Number,
    WholeNumber,
    Date,
    /// Cells in rows, not a text beside the question.
    Rows,
    /// A text beside the question, not cells.
    NoRows,
    Column(Vec<String>),
    Evidence,
    Json,
    Time,
    Language,
    Id,
}

/// What is said about one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    pub(crate) part: Part,
    pub(crate) cell: Option<(usize, String)>,
    pub(crate) what: Trouble,
}

/// What happened to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It was read as something else than it says, letter for letter.
    Normalised { typed: String, taken: String },
    /// It could not be placed.
    Unplaced { typed: String, expected: Expected },
}

/// A text that was read: what it means, and whether it says so letter for letter.
pub(crate) struct Reading<T> {
    pub(crate) value: T,
    /// What the text would be if our own writer had written it, where that differs.
    pub(crate) written: Option<String>,
}

impl<T> Reading<T> {
    pub(crate) fn exact(value: T) -> Self {
        Self { value, written: None }
    }

    pub(crate) fn of(value: T, typed: &str, written: String) -> Self {
        let written = (written != typed).then_some(written);
        Self { value, written }
    }
}

/// An entry as it was read, and what is said about its fields.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Decoded {
    pub(crate) entry: Entry,
    pub(crate) remarks: Vec<Remark>,
}

/// Collects what is said while the fields of one question are read.
pub(crate) struct Decoder<'a> {
    pub(crate) against: Against<'a>,
    pub(crate) remarks: Vec<Remark>,
}

/// Reads the fields of one question.
pub(crate) fn decode(against: Against<'_>, filled: &Filled) -> Decoded {
    let mut decoder = Decoder { against, remarks: Vec::new() };
    let mut entry = Entry {
        value: decoder.value(filled),
        no_answer: decoder.read(filled, Part::NoAnswer, term::no_answer),
        reason: text(filled, Part::Reason),
        elsewhere: decoder.elsewhere(filled),
        note: text(filled, Part::Note),
        remarks: text(filled, Part::Remarks),
        audience: decoder.read(filled, Part::Audience, term::audience),
        status: decoder.read(filled, Part::Status, term::status),
        by: decoder.read(filled, Part::By, contributor),
        at: decoder.read(filled, Part::At, time::read),
        language: decoder.read(filled, Part::Language, time::language),
        evidence: decoder
            .read(filled, Part::Evidence, evidence::read)
            .unwrap_or_default(),
        extensions: None,
    };
    decoder.more(filled, &mut entry);
    Decoded { entry, remarks: decoder.remarks }
}

/// Reads one text into a value, or says what was expected.
type Read<T> = fn(&str) -> Result<Reading<T>, Expected>;

impl Decoder<'_> {
    fn read<T>(&mut self, filled: &Filled, part: Part, read: Read<T>) -> Option<T> {
        let typed = filled.part(part)?;
        self.settle(part, None, typed, read(typed))
    }

    /// Takes what was read and says what has to be said about it.
    pub(crate) fn settle<T>(
        &mut self,
        part: Part,
        cell: Option<(usize, &str)>,
        typed: &str,
        result: Result<Reading<T>, Expected>,
    ) -> Option<T> {
        let typed = typed.to_owned();
        let (value, what) = match result {
            Ok(Reading { value, written: None }) => return Some(value),
            Ok(Reading { value, written: Some(taken) }) => {
                (Some(value), Trouble::Normalised { typed, taken })
            }
            Err(expected) => (None, Trouble::Unplaced { typed, expected }),
        };
        let cell = cell.map(|(row, column)| (row, column.to_owned()));
        self.remarks.push(Remark { part, cell, what });
        value
    }

    fn elsewhere(&mut self, filled: &Filled) -> Option<Elsewhere> {
        let elsewhere = Elsewhere {
            reference: text(filled, Part::ElsewhereReference),
            date: self.read(filled, Part::ElsewhereDate, elsewhere_date),
            changes: text(filled, Part::ElsewhereChanges),
        };
        (elsewhere != Elsewhere::default()).then_some(elsewhere)
    }
}

fn text(filled: &Filled, part: Part) -> Option<String> {
    filled.part(part).map(ToOwned::to_owned)
}

fn elsewhere_date(typed: &str) -> Result<Reading<PartialDate>, Expected> {
    date::read(typed).map(|date| Reading::of(date, typed, date.to_string()))
}

fn contributor(typed: &str) -> Result<Reading<ContributorId>, Expected> {
    let id = ContributorId::parse(trim(typed)).map_err(|_| Expected::Id)?;
    let written = id.to_string();
    Ok(Reading::of(id, typed, written))
}

impl Expected {
    /// Returns the name by which the words of a finding know it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Options(_) => "options",
            Self::Number => "number",
            Self::WholeNumber => "whole-number",
            Self::Date => "date",
            Self::Rows => "rows",
            Self::NoRows => "no-rows",
            Self::Column(_) => "column",
            Self::Evidence => "evidence",
            Self::Json => "json",
            Self::Time => "time",
            Self::Language => "language",
            Self::Id => "id",
        }
    }
}
