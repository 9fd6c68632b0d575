//! Properties of which a case can have several: means of control, ways of recruitment.
//!
//! An empty cell is no information and not a no. The whole is the cases that tell
//! anything about the group, and shares may add up to more than all.

use std::collections::BTreeMap;

use untoc_core::{Figure, FigureKind};

use super::{
    SummaryAsked, category_name, figure, note_suppression, quantity, row, share,
};
use crate::aggregate::{Cell, Line, Mark};
use crate::cases::{Case, Fact};

/// How many cases have each of some properties.
pub(super) struct Group {
    fact: Fact,
    counts: BTreeMap<String, u64>,
    /// Cases that tell anything, and all of them.
    known: u64,
    all: u64,
    /// Where the cells of the group begin among all cells.
    first: usize,
}

impl Group {
    pub(super) fn new(fact: Fact) -> Self {
        Self { fact, counts: BTreeMap::new(), known: 0, all: 0, first: 0 }
    }

    pub(super) fn add(&mut self, case: &Case) {
        let values = case.of(self.fact);
        self.all += 1;
        self.known += u64::from(!values.is_empty());
        for value in values {
            *self.counts.entry(value.clone()).or_default() += 1;
        }
    }

    /// Adds the cells of the group to those of the table: with and without information;
    /// with and without each property.
    pub(super) fn join(
        &mut self,
        total: usize,
        cells: &mut Vec<Cell>,
        lines: &mut Vec<Line>,
    ) {
        self.first = cells.len();
        let mut cell = |count| {
            cells.push(Cell { key: Vec::new(), count });
            cells.len() - 1
        };
        let (known, unknown) = (cell(self.known), cell(self.all - self.known));
        lines.push(Line { total, parts: vec![known, unknown] });
        for count in self.counts.values() {
            let (with, without) = (cell(*count), cell(self.known - count));
            lines.push(Line { total: known, parts: vec![with, without] });
        }
    }

    /// Where the cells of the cases with information and of those without are.
    pub(super) fn known_cells(&self) -> [usize; 2] {
        [self.first, self.first + 1]
    }

    /// Where the cells of the cases with a property and of those without it are.
    pub(super) fn cells_of(&self, property: &str) -> Option<[usize; 2]> {
        let at = self.counts.keys().position(|own| own == property)?;
        Some([self.first + 2 + 2 * at, self.first + 3 + 2 * at])
    }

    /// Returns the chart of the group.
    pub(super) fn figure(
        &self,
        marks: &[Mark],
        asked: &SummaryAsked<'_>,
    ) -> Option<Figure> {
        if self.counts.is_empty() {
            return None;
        }
        let mark = |at: usize| marks.get(at).copied().unwrap_or(Mark::Hidden);
        let whole = quantity(self.known, mark(self.first), asked.threshold);
        let values = [("known", whole.shown())];
        let mut figure = figure(asked, self.fact.as_str(), FigureKind::Bars, &values);
        figure.labels =
            vec![asked.wording.say(&format!("figure-label-{}", self.fact.as_str()), &[])];
        figure.series = vec![asked.wording.say("figure-label-share", &[])];
        let mut rows: Vec<_> = self
            .counts
            .iter()
            .enumerate()
            .map(|(at, (code, count))| {
                let count =
                    quantity(*count, mark(self.first + 2 + 2 * at), asked.threshold);
                (count, row(&[&category_name(asked, code)], vec![share(count, whole)]))
            })
            .collect();
        // The order must not tell what is left out.
        rows.sort_by(|(one, first), (two, second)| {
            let number = |count: &untoc_core::Quantity| count.number().unwrap_or(-1.0);
            number(two)
                .total_cmp(&number(one))
                .then_with(|| first.labels.cmp(&second.labels))
        });
        figure.rows = rows.into_iter().map(|(_, row)| row).collect();
        figure.notes.push(asked.wording.say("figure-note-known", &values));
        note_suppression(&mut figure, asked);
        Some(figure)
    }
}
