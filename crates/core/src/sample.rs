//! Seeded random responses for tests, benches and oracles.
//!
//! The same seed gives the same response on every machine. Texts come in the six
//! languages of the UN and mix directions, because that is what real answers do.

mod fault;
mod questionnaire;

pub use fault::{Broken, broken};
pub use questionnaire::{CONDITIONS, QUESTIONS, questionnaire};

use crate::answer::{Elsewhere, Entry, NoAnswer, Status};
use crate::country::CountryCode;
use crate::date::PartialDate;
use crate::id::{ContributorId, LawId};
use crate::laws::{Law, LawKind, Laws};
use crate::plan::{CellKind, Plan, PlanColumn, State};
use crate::questionnaire::{Kind, Required};
use crate::response::Response;
use crate::value::{Cell, Row, Value};

/// A small random generator (SplitMix64): fast, seeded, the same everywhere.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// Returns the next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns a number from 0 to `below` - 1; 0 if `below` is 0.
    pub fn below(&mut self, below: usize) -> usize {
        if below == 0 {
            return 0;
        }
        usize::try_from(self.bits() % (below as u64)).unwrap_or(0)
    }

    /// Says yes `percent` times out of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Picks one of the items.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}

const SENTENCES: [&str; 12] = [
    "The Criminal Code covers the conduct, and the courts have applied it since 2014.",
    "Un groupe de travail interministériel suit l'application de la loi no 2014-27.",
    "La fiscalía especializada coordina las investigaciones con la policía de fronteras.",
    "Закон применяется прокуратурой; сведения о делах собираются с 2018 года.",
    "تطبّق النيابة العامة المادة 12 (أ) من القانون رقم 64/2010 منذ عام 2015.",
    "主管机关自2016年起执行该法律，并每年公布统计数据。",
    "A bill that closes the gap is before parliament (reading of 3 May).",
    "La formation porte sur l'identification des victimes, y compris les enfants.",
    "Se registraron casos en las regiones fronterizas; no se publican datos personales.",
    "Межведомственная комиссия готовит изменения в части 2 статьи 210.",
    "صدر التقرير السنوي (Annual Report 2023) باللغتين العربية والإنجليزية.",
    "边境管理部门与邻国签订了两项合作协议 (2019, 2022)。",
];

/// Returns a text of about `sentences` sentences.
pub fn text(random: &mut Random, sentences: usize) -> String {
    let mut out = String::new();
    for _ in 0..sentences.max(1) {
        if !out.is_empty() {
            out.push(if random.chance(15) { '\n' } else { ' ' });
        }
        out.push_str(random.pick(&SENTENCES).copied().unwrap_or_default());
    }
    out
}

/// Returns a small register of laws that sample responses cite.
pub fn laws() -> Laws {
    let law = |id: &str, title: &str, kind, date: &str| Law {
        id: LawId::unchecked(id),
        title: title.to_owned(),
        kind,
        date: PartialDate::parse(date).ok(),
        language: Some("en".to_owned()),
        link: None,
        sherloc: None,
        eli: None,
        ecli: None,
    };
    Laws {
        laws: vec![
            law("anti-trafficking-act", "Anti-Trafficking Act", LawKind::Act, "2012-06"),
            law("criminal-code", "Criminal Code", LawKind::Code, "2005"),
            law(
                "criminal-procedure-code",
                "Criminal Procedure Code",
                LawKind::Code,
                "2009-01-15",
            ),
        ],
        ..Laws::default()
    }
}

/// How a sample response is made.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Sentences in a text.
    pub sentences: usize,
    /// How many of a hundred asked questions get a *no answer* that suffices.
    pub no_answer: usize,
    /// The most rows of a table.
    pub rows: usize,
    /// Whether questions that may stay empty are answered as well.
    pub optional: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Self { sentences: 2, no_answer: 5, rows: 3, optional: true }
    }
}

/// Returns a response in which every asked question is answered, nothing is parked and
/// every rule is content.
pub fn complete(plan: &Plan, seed: u64, shape: Shape) -> Response {
    let mut random = Random::new(seed);
    let mut response = Response::new(plan, CountryCode::EXAMPLELAND, "en");
    for slot in plan.slots() {
        let entries = plan.align(&response);
        let states = plan.states(&entries);
        if states.get(slot) != Some(&State::Asked) {
            continue;
        }
        let required = plan.question(slot).required;
        if required == Required::No && !shape.optional {
            continue;
        }
        let open = plan.open_points(slot, &entries, &states);
        let mut entry = if random.chance(shape.no_answer) {
            no_answer(&mut random)
        } else {
            Entry::with_value(value(plan, slot, &open, &mut random, shape))
        };
        decorate(&mut entry, &mut random);
        response.answers.push(plan.question(slot).id.clone(), entry);
    }
    response.normalise(plan);
    response
}

/// Returns a response with answers to random questions, asked or not: valid one by one,
/// with questions missing, waiting and parked.
pub fn partial(plan: &Plan, seed: u64, shape: Shape) -> Response {
    let mut random = Random::new(seed);
    let mut response = Response::new(plan, CountryCode::EXAMPLELAND, "en");
    let share = 20 + random.below(80);
    for slot in plan.slots() {
        if !random.chance(share) {
            continue;
        }
        let mut entry = match random.below(10) {
            0 => no_answer(&mut random),
            1 => Entry { note: Some(text(&mut random, 1)), ..Entry::default() },
            _ => Entry::with_value(value(plan, slot, &[], &mut random, shape)),
        };
        decorate(&mut entry, &mut random);
        response.answers.push(plan.question(slot).id.clone(), entry);
    }
    response.normalise(plan);
    response
}

fn no_answer(random: &mut Random) -> Entry {
    let kinds = [
        NoAnswer::NotApplicable,
        NoAnswer::NotDisclosed,
        NoAnswer::Postponed,
        NoAnswer::GivenElsewhere,
    ];
    let kind = random.pick(&kinds).copied().unwrap_or(NoAnswer::Postponed);
    let elsewhere = (kind == NoAnswer::GivenElsewhere).then(|| Elsewhere {
        reference: Some(
            "Review of the Convention against Corruption, second cycle".to_owned(),
        ),
        date: PartialDate::parse("2023-05").ok(),
        changes: Some("Nothing has changed since.".to_owned()),
    });
    Entry {
        no_answer: Some(kind),
        reason: Some(text(random, 1)),
        elsewhere,
        ..Entry::default()
    }
}

fn decorate(entry: &mut Entry, random: &mut Random) {
    if random.chance(20) {
        entry.note = Some(text(random, 1));
    }
    if random.chance(10) {
        entry.remarks = Some(text(random, 1));
    }
    if random.chance(40) {
        entry.by = Some(ContributorId::unchecked("ministry-of-justice"));
        entry.at = Some("2026-03-01T09:30:00Z".to_owned());
    }
    if random.chance(30) {
        entry.status = Some(Status::Confirmed);
    }
}

/// Returns a valid value for a question; `open` are the open points of a gap table.
pub fn value(
    plan: &Plan,
    slot: usize,
    open: &[usize],
    random: &mut Random,
    shape: Shape,
) -> Value {
    let question = plan.question(slot);
    match question.kind {
        Kind::Implementation | Kind::YesNo | Kind::Single => {
            Value::Text(option(plan.options(slot), random))
        }
        Kind::Multiple => Value::List(ticks(plan, slot, random)),
        Kind::Text => {
            let sentences = 1 + random.below(shape.sentences * 2);
            Value::Text(text(random, sentences))
        }
        Kind::Number => {
            let least = question.minimum.as_ref().and_then(|n| n.as_i64()).unwrap_or(0);
            let most =
                question.maximum.as_ref().and_then(|n| n.as_i64()).unwrap_or(least + 400);
            let span = usize::try_from(most - least + 1).unwrap_or(1);
            Value::Number((least + i64::try_from(random.below(span)).unwrap_or(0)).into())
        }
        Kind::Date => Value::Text(date(random)),
        Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
            Value::Rows(rows(plan, slot, open, random, shape))
        }
    }
}

fn rows(
    plan: &Plan,
    slot: usize,
    open: &[usize],
    random: &mut Random,
    shape: Shape,
) -> Vec<Row> {
    let columns = plan.columns(slot);
    let gap = columns.iter().any(|c| c.options_from_when) && !open.is_empty();
    let count = if gap { open.len() } else { 1 + random.below(shape.rows) };
    let mut rows = Vec::new();
    for at in 0..count {
        let mut row = Row::default();
        for (position, column) in columns.iter().enumerate() {
            let about = open.get(at).filter(|_| gap && column.options_from_when);
            let cell = match about {
                Some(&on) => Cell::Text(plan.question(on).id.to_string()),
                None if column.required || position == 0 || random.chance(80) => {
                    cell(column, random, shape)
                }
                None => continue,
            };
            row.0.push((column.key.clone(), cell));
        }
        rows.push(row);
    }
    rows
}

fn cell(column: &PlanColumn, random: &mut Random, shape: Shape) -> Cell {
    match column.kind {
        CellKind::Text => Cell::Text(text(random, 1 + shape.sentences / 2)),
        CellKind::Integer | CellKind::Number => {
            let least = column.minimum.as_ref().and_then(|n| n.as_i64()).unwrap_or(0);
            let room = if least >= 1900 { 20 } else { 500 };
            Cell::Number((least + i64::try_from(random.below(room)).unwrap_or(0)).into())
        }
        CellKind::Date => Cell::Text(date(random)),
        CellKind::Choice => Cell::Text(option(&column.options, random)),
        CellKind::Link => Cell::Text("https://example.org/judgments/2021/17".to_owned()),
        CellKind::Texts => Cell::List(vec!["English".to_owned(), "français".to_owned()]),
        CellKind::Law => {
            let ids =
                ["anti-trafficking-act", "criminal-code", "criminal-procedure-code"];
            Cell::Text(random.pick(&ids).copied().unwrap_or("criminal-code").to_owned())
        }
        CellKind::Questions => {
            Cell::List(column.options.iter().map(|choice| choice.value.clone()).collect())
        }
    }
}

fn option(options: &[crate::Choice], random: &mut Random) -> String {
    random.pick(options).map(|choice| choice.value.clone()).unwrap_or_default()
}

fn ticks(plan: &Plan, slot: usize, random: &mut Random) -> Vec<String> {
    let options = plan.options(slot);
    let plain: Vec<_> = options.iter().filter(|choice| !choice.exclusive).collect();
    let alone: Vec<_> = options.iter().filter(|choice| choice.exclusive).collect();
    if !alone.is_empty() && (plain.is_empty() || random.chance(15)) {
        return random
            .pick(&alone)
            .map(|choice| vec![choice.value.clone()])
            .unwrap_or_default();
    }
    let mut ticked: Vec<String> = plain
        .iter()
        .filter(|_| random.chance(35))
        .map(|choice| choice.value.clone())
        .collect();
    if ticked.is_empty() {
        ticked.extend(random.pick(&plain).map(|choice| choice.value.clone()));
    }
    ticked
}

fn date(random: &mut Random) -> String {
    let year = 2005 + random.below(20);
    match random.below(3) {
        0 => format!("{year}"),
        1 => format!("{year}-{:02}", 1 + random.below(12)),
        _ => format!("{year}-{:02}-{:02}", 1 + random.below(12), 1 + random.below(28)),
    }
}
