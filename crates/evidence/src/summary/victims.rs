//! Victims by form of exploitation, sex and age.
//!
//! Women, girls, men and boys have a column each. Who has another sex or no recorded one,
//! or whose age is not known, stands in a column of its own, so that each row adds up: a
//! table that does not add up makes readers subtract, and our own check of tables too.

use std::collections::HashMap;

use untoc_core::{Figure, FigureKind, Quantity};

use super::cases::{AGE, FORM, SEX, Shown};
use super::{figure, note_suppression, quantity, row, share};
use crate::aggregate::{Cell, Cube, Line};

const SEXES: [&str; 2] = ["female", "male"];
const AGES: [&str; 2] = ["adult", "child"];

/// A column: its words and the numbers of its categories.
struct Column {
    name: String,
    sex: u32,
    age: u32,
}

/// The columns of the table, and where the counts of all others are among the cells.
pub(super) struct Victims {
    columns: Vec<Column>,
    /// For all forms together (0), then for each form.
    others: Vec<usize>,
}

impl Victims {
    /// Adds the counts of those who are in none of the columns to the cells of a table,
    /// with how they add up.
    pub(super) fn join(cube: &mut Cube) -> Self {
        let find = |axis: usize, code: &str| {
            let names = cube.categories.get(axis).map(Vec::as_slice).unwrap_or_default();
            (1_u32..).zip(names).find(|(_, name)| *name == code).map(|(at, _)| at)
        };
        let mut columns = Vec::new();
        for sex in SEXES {
            for age in AGES {
                if let (Some(at), Some(of)) = (find(SEX, sex), find(AGE, age)) {
                    let name = format!("figure-label-{sex}-{age}");
                    columns.push(Column { name, sex: at, age: of });
                }
            }
        }
        let mut victims = Self { columns, others: Vec::new() };
        let forms = cube.categories.get(FORM).map_or(0, Vec::len);
        for form in 0..=u32::try_from(forms).unwrap_or(u32::MAX) {
            let (cell, lines) = victims.row(cube, form);
            victims.others.push(cube.cells.len());
            cube.cells.push(cell);
            cube.lines.extend(lines);
        }
        if let [all, forms @ ..] = victims.others.as_slice()
            && !forms.is_empty()
        {
            cube.lines.push(Line { total: *all, parts: forms.to_vec() });
        }
        victims
    }

    /// The count of a form's others: what the columns leave of the total, which is also
    /// the sum of all cells outside of the columns.
    fn row(&self, cube: &Cube, form: u32) -> (Cell, Vec<Line>) {
        let mut total = None;
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for (at, cell) in cube.cells.iter().enumerate() {
            let Some((sex, age)) = place(cell, form) else { continue };
            let known = self.columns.iter().any(|column| column.sex == sex);
            match (sex, age) {
                (0, 0) => total = Some(at),
                (0, _) => {}
                (_, 0) if !known => outside.push(at),
                (_, 0) => {}
                _ if self.columns.iter().any(|own| (own.sex, own.age) == (sex, age)) => {
                    inside.push(at);
                }
                _ if known => outside.push(at),
                _ => {}
            }
        }
        let count = |at: &usize| cube.cells.get(*at).map_or(0, |cell| cell.count);
        let own = cube.cells.len();
        let mut lines = Vec::new();
        if !outside.is_empty() {
            lines.push(Line { total: own, parts: outside.clone() });
        }
        if let Some(total) = total {
            lines.push(Line { total, parts: inside.into_iter().chain([own]).collect() });
        }
        (Cell { key: Vec::new(), count: outside.iter().map(count).sum() }, lines)
    }

    /// Returns the table.
    pub(super) fn figure(&self, shown: &Shown<'_>) -> Option<Figure> {
        if !shown.knows(FORM) && !shown.knows(SEX) {
            return None;
        }
        let others = self.others(shown);
        let say = |key: &str| shown.asked.wording.say(key, &[]);
        let values = [("children", children(shown).shown())];
        let mut figure = figure(shown.asked, "victims", FigureKind::Table, &values);
        figure.labels = vec![shown.label(FORM)];
        figure.series = self.columns.iter().map(|column| say(&column.name)).collect();
        figure.series.extend(others.is_some().then(|| say("figure-label-other")));
        figure.series.push(say("figure-label-total"));
        let forms = shown.categories(FORM).into_iter();
        let forms = forms.map(|(form, name)| (form, shown.name(name)));
        let rows = forms.chain([(0, say("figure-label-total"))]).map(|(form, name)| {
            let columns = self.columns.iter().map(|column| {
                shown.at(&[(FORM, form), (SEX, column.sex), (AGE, column.age)])
            });
            let other = others.as_ref().and_then(|others| others.get(&form)).copied();
            let total = shown.at(&[(FORM, form)]);
            row(&[&name], columns.chain(other).chain([total]).collect())
        });
        figure.rows = rows.collect();
        figure.notes.push(say("figure-note-several"));
        figure.notes.extend(others.is_some().then(|| say("figure-note-other")));
        note_suppression(&mut figure, shown.asked);
        Some(figure)
    }

    /// The others of each form as they are shown; none if there are none at all.
    fn others(&self, shown: &Shown<'_>) -> Option<HashMap<u32, Quantity>> {
        let values = (0_u32..).zip(&self.others).filter_map(|(form, at)| {
            let (cell, mark) = (shown.cube.cells.get(*at)?, shown.marks.get(*at)?);
            Some((form, quantity(cell.count, *mark, shown.asked.threshold)))
        });
        let values: HashMap<u32, Quantity> = values.collect();
        let none = values.values().all(|value| *value == Quantity::Number(0.0));
        (!none && !self.columns.is_empty()).then_some(values)
    }
}

/// Sex and age of a cell, if it counts a form over no other axis.
fn place(cell: &Cell, form: u32) -> Option<(u32, u32)> {
    let others = |(axis, at): (usize, &u32)| match axis {
        FORM => *at == form,
        SEX | AGE => true,
        _ => *at == 0,
    };
    let all = cell.key.iter().enumerate().all(others);
    all.then_some((*cell.key.get(SEX)?, *cell.key.get(AGE)?))
}

/// The share of children among those whose age is known, if both counts are shown.
fn children(shown: &Shown<'_>) -> Quantity {
    let of = |code: &str| {
        let ages = shown.categories(AGE).into_iter();
        let at = ages.filter(|(_, name)| *name == code).map(|(at, _)| at).next();
        at.map_or(Quantity::Number(0.0), |at| shown.at(&[(AGE, at)]))
    };
    let (child, adult) = (of("child"), of("adult"));
    let both = match (child.number(), adult.number()) {
        (Some(child), Some(adult)) => Quantity::Number(child + adult),
        _ => Quantity::Hidden,
    };
    share(child, both)
}
