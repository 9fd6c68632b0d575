//! Means of control by form of exploitation.
//!
//! A case has one form or several, and any number of means; the whole of each form is its
//! cases that tell anything about means. All counts are protected together with those of
//! the other figures, as they add up over the forms.

use std::collections::BTreeMap;

use untoc_core::{Figure, FigureKind, Quantity};

use super::{
    SummaryAsked, category_name, figure, note_suppression, quantity, row, share,
};
use crate::aggregate::{Cell, Line, Mark};
use crate::cases::{Case, Fact};

/// The most forms that are shown.
const FORMS: usize = 6;

/// How many cases of a form have each means.
#[derive(Default)]
struct Form {
    counts: BTreeMap<String, u64>,
    known: u64,
    all: u64,
    /// Where its cells begin among all cells.
    first: usize,
}

/// How many cases of each form have each means.
#[derive(Default)]
pub(super) struct ControlByForm {
    forms: BTreeMap<String, Form>,
    means: Vec<String>,
}

/// Where the cells are that these counts are parts of.
pub(super) struct Whole<'a> {
    /// The cell of a form among those of the table, by its name.
    pub(super) form: &'a dyn Fn(&str) -> Option<usize>,
    /// The cells of all cases with information, then of all without.
    pub(super) known: [usize; 2],
    /// For a means the cells of all cases with it and without it.
    pub(super) means: &'a dyn Fn(&str) -> Option<[usize; 2]>,
}

impl ControlByForm {
    pub(super) fn add(&mut self, form: &str, case: &Case) {
        let values = case.of(Fact::Control);
        let own = self.forms.entry(form.to_owned()).or_default();
        own.all += 1;
        own.known += u64::from(!values.is_empty());
        for value in values {
            *own.counts.entry(value.clone()).or_default() += 1;
        }
    }

    /// Adds the cells of each form, with and without information, with and without each
    /// means, and how they add up to what is shown elsewhere.
    pub(super) fn join(
        &mut self,
        whole: &Whole<'_>,
        cells: &mut Vec<Cell>,
        lines: &mut Vec<Line>,
    ) {
        let mut means: Vec<String> =
            self.forms.values().flat_map(|form| form.counts.keys().cloned()).collect();
        means.sort_unstable();
        means.dedup();
        let mut by_cell: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut parts: Vec<[Vec<usize>; 2]> = vec![Default::default(); means.len() + 1];
        for (name, form) in &mut self.forms {
            form.first = cells.len();
            let mut cell = |count| {
                cells.push(Cell { key: Vec::new(), count });
                cells.len() - 1
            };
            let known = [cell(form.known), cell(form.all - form.known)];
            if let Some(at) = (whole.form)(name) {
                by_cell.entry(at).or_default().extend(known);
            }
            let mut pairs = vec![known];
            for means in &means {
                let count = form.counts.get(means).copied().unwrap_or(0);
                let pair = [cell(count), cell(form.known - count)];
                lines.push(Line { total: form.first, parts: pair.to_vec() });
                pairs.push(pair);
            }
            for (mine, pair) in parts.iter_mut().zip(pairs) {
                for (mine, at) in mine.iter_mut().zip(pair) {
                    mine.push(at);
                }
            }
        }
        lines.extend(by_cell.into_iter().map(|(total, parts)| Line { total, parts }));
        let totals = means.iter().map(|means| (whole.means)(means));
        for (parts, totals) in
            parts.into_iter().zip([Some(whole.known)].into_iter().chain(totals))
        {
            let pairs = parts.into_iter().zip(totals.into_iter().flatten());
            lines.extend(pairs.map(|(parts, total)| Line { total, parts }));
        }
        self.means = means;
    }

    /// Returns the table.
    pub(super) fn figure(
        &self,
        marks: &[Mark],
        asked: &SummaryAsked<'_>,
    ) -> Option<Figure> {
        let value = |at: usize, count: u64| {
            let mark = marks.get(at).copied().unwrap_or(Mark::Hidden);
            quantity(count, mark, asked.threshold)
        };
        // Which forms are shown must not tell what is left out.
        let forms = self.forms.iter().filter(|(name, _)| *name != "unknown");
        let mut forms: Vec<(Quantity, &String, &Form)> = forms
            .map(|(name, form)| (value(form.first, form.known), name, form))
            .filter(|(known, ..)| known.number().is_some_and(|known| known > 0.0))
            .collect();
        forms.sort_by(|a, b| {
            let number = |known: &Quantity| known.number().unwrap_or(0.0);
            number(&b.0).total_cmp(&number(&a.0)).then_with(|| a.1.cmp(b.1))
        });
        forms.truncate(FORMS);
        if forms.len() < 2 {
            return None;
        }
        let mut figure = figure(asked, "control-forms", FigureKind::Table, &[]);
        figure.labels = vec![asked.wording.say("figure-label-control", &[])];
        figure.series = forms
            .iter()
            .map(|(known, name, _)| {
                format!("{} ({})", category_name(asked, name), known.shown())
            })
            .collect();
        for (at, means) in self.means.iter().enumerate() {
            let part = |(known, _, form): &(Quantity, &String, &Form)| {
                let count = form.counts.get(means).copied().unwrap_or(0);
                share(value(form.first + 2 + 2 * at, count), *known)
            };
            let values = forms.iter().map(part).collect();
            figure.rows.push(row(&[&category_name(asked, means)], values));
        }
        note_suppression(&mut figure, asked);
        Some(figure)
    }
}
