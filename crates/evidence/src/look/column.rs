//! What the cells of a column look like, added up.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::formula::is_formula;
use super::identifiers::{Identifier, in_text, is_full_date, of_cell};
use crate::keys::Fingerprint;
use crate::layout::number::looks_numeric;
use crate::scan::Base;
use crate::tally::{Group, Tally};

/// Something that a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// The whole cell looks like this.
    Cell(Identifier),
    /// Inside a longer text stands something like this.
    Text(Identifier),
    Formula,
    /// "NA" in a column of country codes may be Namibia.
    CountryNa,
    /// A date that a spreadsheet may have made of a code.
    TurnedDate,
    /// Digits that begin with a zero.
    LeadingZero,
}

/// The most different values that are told apart.
const DISTINCT: usize = 20_000;
/// Cells whose answer is remembered, since many cells are the same.
const REMEMBERED: usize = 4096;
/// A text is long from here on.
const LONG: usize = 60;

/// The cells of a column in one chunk, or in all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    /// Cells with a value.
    pub(crate) filled: usize,
    pub(crate) numeric: usize,
    /// Cells of exactly two or three capital letters.
    pub(crate) codes: usize,
    pub(crate) long: usize,
    pub(crate) long_distinct: HashSet<u64>,
    pub(crate) distinct: HashSet<u64>,
    /// How often digits of each length were met without a leading zero, and with one.
    pub(crate) lengths: BTreeMap<usize, (usize, usize)>,
    /// The years of full dates.
    pub(crate) years: Option<(u16, u16)>,
    /// First and second parts of dates like 5/6/2024 that tell day from month.
    pub(crate) day_first: usize,
    pub(crate) month_first: usize,
    pub(crate) ambiguous: usize,
    pub(crate) signs: Tally<Sign>,
}

/// What one cell shows; the same for the same text.
#[derive(Debug, Clone, Default)]
struct Answer {
    signs: BTreeSet<Sign>,
    numeric: bool,
    code: bool,
    long: bool,
    digits: Option<(usize, bool)>,
    year: Option<u16>,
    order: Option<Order>,
    fingerprint: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Day,
    Month,
    Either,
}

/// Remembers answers for cells that were seen.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    answers: std::collections::HashMap<Vec<u8>, Answer>,
}

impl Look {
    /// Adds a cell that has a value.
    pub(crate) fn add(&mut self, cell: &[u8], row: u32, line: u32, memory: &mut Memory) {
        if !memory.answers.contains_key(cell) {
            if memory.answers.len() >= REMEMBERED {
                memory.answers.clear();
            }
            memory.answers.insert(cell.to_vec(), answer(cell));
        }
        let Some(answer) = memory.answers.get(cell) else { return };
        self.filled += 1;
        self.numeric += usize::from(answer.numeric);
        self.codes += usize::from(answer.code);
        if self.distinct.len() < DISTINCT {
            self.distinct.insert(answer.fingerprint);
        }
        if answer.long {
            self.long += 1;
            if self.long_distinct.len() < DISTINCT {
                self.long_distinct.insert(answer.fingerprint);
            }
        }
        if let Some((length, zero)) = answer.digits {
            let (without, with) = self.lengths.entry(length).or_default();
            *(if zero { with } else { without }) += 1;
        }
        if let Some(year) = answer.year {
            let (first, last) = self.years.unwrap_or((year, year));
            self.years = Some((first.min(year), last.max(year)));
        }
        match answer.order {
            Some(Order::Day) => self.day_first += 1,
            Some(Order::Month) => self.month_first += 1,
            Some(Order::Either) => self.ambiguous += 1,
            None => {}
        }
        for sign in &answer.signs {
            self.signs.add(*sign, row, line);
        }
    }

    /// Adds what the next chunk shows.
    pub(crate) fn merge(&mut self, base: Base, next: Self) {
        self.filled += next.filled;
        self.numeric += next.numeric;
        self.codes += next.codes;
        self.long += next.long;
        self.day_first += next.day_first;
        self.month_first += next.month_first;
        self.ambiguous += next.ambiguous;
        self.signs.merge(base, next.signs);
        for (length, (without, with)) in next.lengths {
            let mine = self.lengths.entry(length).or_default();
            mine.0 += without;
            mine.1 += with;
        }
        if let Some((first, last)) = next.years {
            let (mine_first, mine_last) = self.years.unwrap_or((first, last));
            self.years = Some((mine_first.min(first), mine_last.max(last)));
        }
        // Which values are kept does not matter, only whether there are very many.
        for (mine, next) in [
            (&mut self.distinct, next.distinct),
            (&mut self.long_distinct, next.long_distinct),
        ] {
            if mine.len() < DISTINCT {
                mine.extend(next);
            }
        }
    }

    /// Returns how often a sign was met.
    pub(crate) fn group(&self, sign: Sign) -> Option<&Group> {
        self.signs.0.get(&sign)
    }

    /// Returns how many different values there are, as far as they were told apart.
    pub(crate) fn distinct(&self) -> usize {
        self.distinct.len().min(DISTINCT)
    }
}

fn answer(cell: &[u8]) -> Answer {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(cell);
    #[expect(clippy::cast_possible_truncation, reason = "half of it tells enough apart")]
    let fingerprint = fingerprint.finish() as u64;
    let text = String::from_utf8_lossy(cell);
    let trimmed = text.trim();
    let mut answer = Answer { fingerprint, ..Answer::default() };
    let capitals = trimmed.bytes().all(|b| b.is_ascii_uppercase());
    answer.numeric = looks_numeric(trimmed);
    answer.code = (2..=3).contains(&trimmed.len()) && capitals;
    answer.long = trimmed.len() > LONG && trimmed.contains(' ');
    if (2..=12).contains(&trimmed.len()) && trimmed.bytes().all(|b| b.is_ascii_digit()) {
        let zero = trimmed.starts_with('0');
        answer.digits = Some((trimmed.len(), zero));
        if zero {
            answer.signs.insert(Sign::LeadingZero);
        }
    }
    if is_full_date(trimmed) {
        (answer.year, answer.order) = date_parts(trimmed);
    }
    if let Some(identifier) = of_cell(trimmed) {
        answer.signs.insert(Sign::Cell(identifier));
    } else if let Some(identifier) = in_text(trimmed) {
        answer.signs.insert(Sign::Text(identifier));
    }
    if is_formula(&text) {
        answer.signs.insert(Sign::Formula);
    }
    if trimmed == "NA" {
        answer.signs.insert(Sign::CountryNa);
    }
    if is_turned(trimmed) {
        answer.signs.insert(Sign::TurnedDate);
    }
    answer
}

/// The year of a date, and what its first two parts say about their order.
fn date_parts(text: &str) -> (Option<u16>, Option<Order>) {
    let date = text.split([' ', 'T']).next().unwrap_or(text);
    let parts: Vec<u16> =
        date.split(['-', '/', '.']).filter_map(|p| p.parse().ok()).collect();
    let [a, b, c] = parts.as_slice() else { return (None, None) };
    if *a > 31 {
        return (Some(*a), None);
    }
    let order = match (*a > 12, *b > 12) {
        (true, false) => Some(Order::Day),
        (false, true) => Some(Order::Month),
        (false, false) if a != b => Some(Order::Either),
        _ => None,
    };
    (Some(*c), order)
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// "9-17" becomes "17-Sep" and "Sep-17" in a spreadsheet.
fn is_turned(text: &str) -> bool {
    let Some((first, second)) = text.split_once('-') else { return false };
    let month = |part: &str| MONTHS.contains(&part.to_lowercase().as_str());
    let number = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    (month(first) && number(second)) || (number(first) && month(second))
}
