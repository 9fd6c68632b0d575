//! A plan compiled for the fast path.

use jiff::civil::Date;
use serde_json::Number;
use untoc_core::{
    CellKind, Choice, CountryCode, Kind, Level, Plan, PlanColumn, Required, Test,
    countries,
};

use super::scratch::Bits;
use super::test::{Chosen, Condition, visit_in};
use super::words::Words;

/// A questionnaire compiled for [`super::quick`], for one level and one day.
#[derive(Debug, Clone)]
pub struct QuickPlan {
    /// Whether everything in the questionnaire could be compiled. If not, each response
    /// is left to the full run.
    pub(super) usable: bool,
    pub(super) id: String,
    pub(super) version: String,
    pub(super) level: Level,
    /// Today in full, as dates are written.
    pub(super) today: [u8; 10],
    /// Codes of States in their order.
    pub(super) states: Vec<[u8; 3]>,
    pub(super) keys: Words,
    pub(super) slots: Vec<Slot>,
    pub(super) choice_words: usize,
    /// Slots with conditions, in order.
    pub(super) conditions: Vec<(usize, Condition)>,
    pub(super) required: Bits,
    pub(super) advised: Bits,
    pub(super) gaps: Vec<Gap>,
    pub(super) laws: Vec<Citing>,
}

/// What the answer in a slot must be.
#[derive(Debug, Clone)]
pub(super) enum Slot {
    /// One of the options; where its choice stands in the scratch.
    Choice(usize, Words),
    /// Some of the options; with those that stand alone.
    Several(usize, Words, Bits),
    /// Free text.
    Text,
    /// A number.
    Number(Range),
    /// A date.
    Date,
    /// Rows.
    Rows(Rows),
}

/// The least and the greatest number allowed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub least: f64,
    pub most: f64,
}

/// The columns of rows.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    pub keys: Words,
    pub cells: Vec<Cell>,
    /// The columns that every row needs, as bits.
    pub needed: u64,
    /// For citations: the column that says which questions a law supports, and the slots
    /// that it supports where this column is empty.
    pub supports: Option<(usize, Vec<usize>)>,
}

/// What a cell must be.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    /// Free text.
    Text,
    /// A text that shows something, such as the id of a law.
    Visible,
    /// A number.
    Number(Range),
    /// A whole number.
    Integer(Range),
    /// A date; `true` if it may lie in the future.
    Date(bool),
    /// One of the options.
    Choice(Words),
    /// One of the questions of a gap table, with their slots.
    About(Words, Vec<usize>),
    /// A link.
    Link,
    /// Several texts.
    Texts,
    /// Ids of questions, with their slots.
    Questions(Words, Vec<usize>),
}

/// A gap table: the branches of its condition.
#[derive(Debug, Clone)]
pub(super) struct Gap {
    pub slot: usize,
    pub branches: Vec<Branch>,
}

/// A branch of the condition of a gap table, and the questions that it is about.
#[derive(Debug, Clone)]
pub(super) struct Branch {
    pub holds: Condition,
    /// Every question that it names.
    pub named: Vec<usize>,
    /// Tests for "no" or "in part"; where one holds, only such questions are meant.
    pub short: Vec<Chosen>,
}

/// A question for laws: the questions that want a citation, with the answers that do.
#[derive(Debug, Clone)]
pub(super) struct Citing {
    pub slot: usize,
    pub wanting: Vec<Chosen>,
}

impl Slot {
    /// Returns where a choice stands in the scratch, and its options.
    pub(super) fn choice(&self) -> Option<(usize, &Words)> {
        match self {
            Self::Choice(first, words) | Self::Several(first, words, _) => {
                Some((*first, words))
            }
            Self::Text | Self::Number(_) | Self::Date | Self::Rows(_) => None,
        }
    }
}

impl QuickPlan {
    /// Compiles a plan for one level and one day.
    #[must_use]
    pub fn compile(plan: &Plan, level: Level, today: Date) -> Self {
        let mut states: Vec<[u8; 3]> = countries()
            .iter()
            .filter_map(|c| c.alpha3.as_bytes().try_into().ok())
            .collect();
        states.extend(CountryCode::EXAMPLELAND.as_str().as_bytes().first_chunk::<3>());
        states.sort_unstable();
        let written = today.to_string();
        let ids = plan.slots().map(|slot| plan.question(slot).id.as_str());
        let mut quick = Self {
            usable: true,
            id: plan.id().as_str().to_owned(),
            version: plan.version().to_owned(),
            level,
            today: written.as_bytes().try_into().unwrap_or_default(),
            states,
            keys: Words::new(ids),
            slots: Vec::with_capacity(plan.len()),
            choice_words: 0,
            conditions: Vec::new(),
            required: Bits::default(),
            advised: Bits::default(),
            gaps: Vec::new(),
            laws: Vec::new(),
        };
        quick.usable = written.len() == 10 && quick.fill(plan).is_some();
        quick
    }

    /// Says whether a full run is needed for every response, because something in the
    /// questionnaire cannot be judged fast.
    pub fn is_idle(&self) -> bool {
        !self.usable
    }

    fn fill(&mut self, plan: &Plan) -> Option<()> {
        self.required.fill(plan.len(), false);
        self.advised.fill(plan.len(), false);
        for slot in plan.slots() {
            let compiled = self.slot(plan, slot)?;
            self.slots.push(compiled);
            match plan.question(slot).required {
                Required::Yes => drop(self.required.set(slot)),
                Required::Advised => drop(self.advised.set(slot)),
                Required::No => {}
            }
            if let Some(test) = plan.test(slot) {
                self.conditions.push((slot, Condition::new(&self.slots, test)?));
            }
        }
        // Questions that laws support may stand behind the question for the laws.
        for slot in plan.slots() {
            self.gap(plan, slot)?;
            if plan.question(slot).kind == Kind::Laws {
                let wanting = self.wanting(plan, slot)?;
                self.laws.push(Citing { slot, wanting });
            }
        }
        Some(())
    }

    fn slot(&mut self, plan: &Plan, slot: usize) -> Option<Slot> {
        let question = plan.question(slot);
        let options = plan.options(slot);
        Some(match question.kind {
            Kind::Implementation | Kind::YesNo | Kind::Single => {
                Slot::Choice(self.choice(options.len()), words(options))
            }
            Kind::Multiple => {
                let mut alone = Bits::default();
                alone.fill(options.len(), false);
                for (place, choice) in options.iter().enumerate() {
                    if choice.exclusive {
                        alone.set(place);
                    }
                }
                Slot::Several(self.choice(options.len()), words(options), alone)
            }
            Kind::Text => Slot::Text,
            Kind::Number => {
                Slot::Number(range(question.minimum.as_ref(), question.maximum.as_ref()))
            }
            Kind::Date => Slot::Date,
            Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
                Slot::Rows(rows(plan, slot)?)
            }
        })
    }

    /// Sets words of the scratch aside for a choice out of so many options.
    fn choice(&mut self, options: usize) -> usize {
        let first = self.choice_words;
        self.choice_words += options.div_ceil(64);
        first
    }

    fn gap(&mut self, plan: &Plan, slot: usize) -> Option<()> {
        let gap = plan.columns(slot).iter().any(|column| column.options_from_when);
        let (true, Some(test)) = (gap, plan.test(slot)) else { return Some(()) };
        let parts = if let Test::Any(parts) = test {
            parts.as_slice()
        } else {
            std::slice::from_ref(test)
        };
        let mut branches = Vec::new();
        for part in parts {
            let mut named = Vec::new();
            part.visit_slots(&mut |on| named.push(on));
            let mut short = Vec::new();
            visit_in(part, &mut |on, values| {
                if values.iter().any(|value| value == "no" || value == "in_part") {
                    let values = values.iter().map(String::as_str);
                    short.push(Chosen::new(&self.slots, on, values));
                }
            });
            branches.push(Branch {
                holds: Condition::new(&self.slots, part)?,
                named,
                short: short.into_iter().collect::<Option<_>>()?,
            });
        }
        self.gaps.push(Gap { slot, branches });
        Some(())
    }

    /// Returns the questions answered "yes" or "in part" that want a citation.
    fn wanting(&self, plan: &Plan, slot: usize) -> Option<Vec<Chosen>> {
        let positive = |value: &&str| matches!(*value, "yes" | "in_part");
        let mut wanting = Vec::new();
        match plan.test(slot) {
            Some(test) => visit_in(test, &mut |on, values| {
                let kind = plan.question(on).kind;
                let values: Vec<&str> =
                    values.iter().map(String::as_str).filter(positive).collect();
                if matches!(kind, Kind::Implementation | Kind::YesNo)
                    && !values.is_empty()
                {
                    wanting.push(Chosen::new(&self.slots, on, values));
                }
            }),
            None => {
                let section = &plan.section(slot).id;
                let asked = plan.slots().filter(|&on| {
                    plan.section(on).id == *section
                        && plan.question(on).kind == Kind::Implementation
                });
                wanting.extend(
                    asked.map(|on| Chosen::new(&self.slots, on, ["yes", "in_part"])),
                );
            }
        }
        wanting.into_iter().collect()
    }
}

fn words(options: &[Choice]) -> Words {
    Words::new(options.iter().map(|choice| choice.value.as_str()))
}

/// The range that the rule on numbers has, too.
fn range(minimum: Option<&Number>, maximum: Option<&Number>) -> Range {
    let bound = |number: Option<&Number>| number.and_then(Number::as_f64);
    Range {
        least: bound(minimum).unwrap_or(-untoc_core::LARGEST_NUMBER),
        most: bound(maximum).unwrap_or(untoc_core::LARGEST_NUMBER),
    }
}

fn rows(plan: &Plan, slot: usize) -> Option<Rows> {
    let columns = plan.columns(slot);
    let keys = Words::new(columns.iter().map(|column| column.key.as_str()));
    let first_gap = columns.iter().position(|column| column.options_from_when);
    let mut needed = 0_u64;
    let mut cells = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        // A key that stands twice, or more columns than bits: not worth a fast path.
        if place >= 64 || keys.find(column.key.as_bytes()) != Some(place) {
            return None;
        }
        needed |= u64::from(column.required) << place;
        cells.push(cell(plan, column, first_gap == Some(place))?);
    }
    let laws = plan.question(slot).kind == Kind::Laws;
    let supports = columns.iter().position(|column| laws && column.key == "questions");
    let supports = supports.and_then(|place| {
        let Some(Cell::Questions(_, slots)) = cells.get(place) else { return None };
        Some((place, slots.clone()))
    });
    Some(Rows { keys, cells, needed, supports })
}

fn cell(plan: &Plan, column: &PlanColumn, gap: bool) -> Option<Cell> {
    let slots = || -> Option<Vec<usize>> {
        column.options.iter().map(|choice| plan.slot(&choice.value)).collect()
    };
    let range = range(column.minimum.as_ref(), column.maximum.as_ref());
    // A questionnaire with a gap column of another kind is refused anyway.
    if gap && column.kind != CellKind::Choice {
        return None;
    }
    Some(match column.kind {
        CellKind::Choice if gap => Cell::About(words(&column.options), slots()?),
        CellKind::Choice => Cell::Choice(words(&column.options)),
        CellKind::Text => Cell::Text,
        CellKind::Law => Cell::Visible,
        CellKind::Integer => Cell::Integer(range),
        CellKind::Number => Cell::Number(range),
        CellKind::Date => Cell::Date(column.future),
        CellKind::Link => Cell::Link,
        CellKind::Texts => Cell::Texts,
        CellKind::Questions => Cell::Questions(words(&column.options), slots()?),
    })
}
