//! The figures of a table of cases.

use untoc_core::{Figure, FigureKind, Quantity};

use super::control::{ControlByForm, Whole};
use super::groups::Group;
use super::victims::Victims;
use super::{
    SummaryAsked, SummaryError, category_name, columns, figure, note_suppression,
    quantity, row,
};
use crate::aggregate::{
    Axis, Breakdowns, Counter, Cube, MOST_CELLS, Mark, Words, suppress,
};
use crate::cases::{CaseReader, Fact};
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// What cases are counted by, and how many categories are kept apart.
const AXES: [(Fact, usize); 9] = [
    (Fact::Year, 60),
    (Fact::Sex, 10),
    (Fact::AgeGroup, 10),
    (Fact::Form, 20),
    (Fact::Citizenship, 10),
    (Fact::Country, 8),
    (Fact::AgeBand, 12),
    (Fact::Industry, 25),
    (Fact::Status, 8),
];
const YEAR: usize = 0;
pub(super) const SEX: usize = 1;
pub(super) const AGE: usize = 2;
pub(super) const FORM: usize = 3;
const CITIZENSHIP: usize = 4;
const COUNTRY: usize = 5;
const BAND: usize = 6;

/// Properties of which a case can have several.
const GROUPS: [Fact; 3] = [Fact::Control, Fact::Recruitment, Fact::Relation];

/// Returns the figures.
pub(super) fn figures(
    table: &Table<'_>,
    schema: &TableSchema,
    reader: &CaseReader<'_>,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    let axes: Vec<Axis> =
        AXES.iter().map(|(fact, _)| Axis::of_fact(*fact, Words::Plain)).collect();
    let sets = sets(&axes, asked)?;
    let mut counter = Counter::new(axes.len());
    let mut groups: Vec<Group> = GROUPS.map(Group::new).into();
    let mut control = ControlByForm::default();
    reader.each(table, reading, &mut |_, case| {
        let categories: Vec<String> =
            axes.iter().map(|axis| axis.category(case)).collect();
        counter.add(&categories, 1);
        for group in &mut groups {
            group.add(case);
        }
        control.add(categories.get(FORM).map_or("", String::as_str), case);
    })?;
    for (at, (_, most)) in AXES.iter().enumerate() {
        counter.lump(at, *most, "others");
    }
    let rank = |axis: usize, name: &str| {
        axes.get(axis).map_or(usize::MAX, |axis| axis.rank(name))
    };
    let breakdowns = Breakdowns {
        sets: sets.iter().map(|(set, _)| *set).collect(),
        ..Breakdowns::default()
    };
    // Bands of ages add up to children and adults.
    let breakdowns = counter.compared(&breakdowns, &[(BAND, AGE)]);
    let mut cube = counter
        .cube(&breakdowns, asked.zeros, &rank)
        .ok_or(SummaryError::TooManyCells(MOST_CELLS))?;
    if let Some(refines) = counter.refines(BAND, AGE) {
        cube.add_refinement(BAND, AGE, &refines, &breakdowns.closed());
    }
    let usual = asked.by.is_empty();
    let mut victims = None;
    if usual {
        let total = cube.cells.iter().position(|cell| cell.key.iter().all(|at| *at == 0));
        for group in &mut groups {
            group.join(total.unwrap_or(0), &mut cube.cells, &mut cube.lines);
        }
        join_control(&mut control, &groups, &mut cube);
        victims = Some(Victims::join(&mut cube));
    }
    let marks = suppress(&cube.cells, &cube.lines, asked.threshold as u64, asked.zeros);
    let shown = Shown { cube: &cube, marks: &marks, asked };
    if !usual {
        let tables = sets.iter().map(|(_, axes)| shown.table(axes));
        return Ok(tables.collect());
    }
    let mut figures =
        columns::coverage(table, schema, asked, reading, Some(shown.at(&[])))?;
    figures.extend(shown.trend());
    figures.extend(victims.and_then(|victims| victims.figure(&shown)));
    figures.extend(shown.flows());
    figures.extend(groups.iter().filter_map(|group| group.figure(&marks, asked)));
    figures.extend(control.figure(&marks, asked));
    Ok(figures)
}

/// Adds the means of control by form, as parts of the forms and of the means of all cases.
fn join_control(control: &mut ControlByForm, groups: &[Group], cube: &mut Cube) {
    let Some(means) = groups.first() else { return };
    let forms = cube.categories.get(FORM).cloned().unwrap_or_default();
    let places: Vec<Option<usize>> = (1..)
        .zip(&forms)
        .map(|(form, _): (u32, _)| {
            let only =
                |(axis, at): (usize, &u32)| *at == if axis == FORM { form } else { 0 };
            cube.cells.iter().position(|cell| {
                !cell.key.is_empty() && cell.key.iter().enumerate().all(only)
            })
        })
        .collect();
    let form = |name: &str| {
        let of = |name: &str| forms.iter().position(|own| own == name);
        places.get(of(name).or_else(|| of("others"))?).copied().flatten()
    };
    let whole = Whole {
        form: &form,
        known: means.known_cells(),
        means: &|name| means.cells_of(name),
    };
    control.join(&whole, &mut cube.cells, &mut cube.lines);
}

/// What is counted: sets of axes as bits, and in the order in which they were asked for.
fn sets(
    axes: &[Axis],
    asked: &SummaryAsked<'_>,
) -> Result<Vec<(u32, Vec<usize>)>, SummaryError> {
    if asked.by.is_empty() {
        let usual = [vec![YEAR], vec![FORM, SEX, AGE], vec![CITIZENSHIP, COUNTRY]];
        return Ok(usual.into_iter().map(|set| (bits(&set), set)).collect());
    }
    let mut sets = Vec::new();
    for names in &asked.by {
        let mut set = Vec::new();
        for name in names {
            let at = axes.iter().position(|axis| axis.name == *name);
            let at = at.ok_or_else(|| SummaryError::UnknownProperty(name.clone()))?;
            if !set.contains(&at) {
                set.push(at);
            }
        }
        if !set.is_empty() {
            sets.push((bits(&set), set));
        }
    }
    Ok(sets)
}

fn bits(set: &[usize]) -> u32 {
    set.iter().map(|at| 1 << at).sum()
}

/// Returns the words that cases can be summarized by.
pub(super) fn properties() -> Vec<&'static str> {
    AXES.iter().map(|(fact, _)| fact.as_str()).collect()
}

/// Counts as they are shown.
pub(super) struct Shown<'a> {
    pub(super) cube: &'a Cube,
    pub(super) marks: &'a [Mark],
    pub(super) asked: &'a SummaryAsked<'a>,
}

impl Shown<'_> {
    /// Returns a count by the categories of some axes; 0 stands for all of them.
    pub(super) fn at(&self, categories: &[(usize, u32)]) -> Quantity {
        let mut key = vec![0; AXES.len()];
        for (axis, category) in categories {
            if let Some(place) = key.get_mut(*axis) {
                *place = *category;
            }
        }
        let at = self.cube.cells.iter().position(|cell| cell.key == key);
        let cell =
            at.and_then(|at| Some((self.cube.cells.get(at)?, self.marks.get(at)?)));
        match cell {
            Some((cell, mark)) => quantity(cell.count, *mark, self.asked.threshold),
            None => Quantity::Number(0.0),
        }
    }

    /// The categories of an axis with their numbers.
    pub(super) fn categories(&self, axis: usize) -> Vec<(u32, &str)> {
        let names = self.cube.categories.get(axis).map(Vec::as_slice).unwrap_or_default();
        (1..).zip(names.iter().map(String::as_str)).collect()
    }

    pub(super) fn name(&self, code: &str) -> String {
        category_name(self.asked, code)
    }

    /// Says whether an axis tells anything.
    pub(super) fn knows(&self, axis: usize) -> bool {
        self.categories(axis).iter().any(|(_, name)| *name != "unknown")
    }

    pub(super) fn label(&self, axis: usize) -> String {
        let word = AXES.get(axis).map_or("", |(fact, _)| fact.as_str());
        self.asked.wording.say(&format!("figure-label-{word}"), &[])
    }

    fn cases(&self) -> String {
        self.asked.wording.say("figure-label-cases", &[])
    }

    fn trend(&self) -> Option<Figure> {
        let years: Vec<(u32, &str)> = self.categories(YEAR);
        let years: Vec<_> =
            years.into_iter().filter(|(_, name)| *name != "unknown").collect();
        let ((_, first), (_, last)) = (years.first()?, years.last()?);
        let value = |at: u32| self.at(&[(YEAR, at)]);
        let of = |year: &Option<&(u32, &str)>| {
            year.map(|(at, _)| value(*at).shown()).unwrap_or_default()
        };
        let values = [
            ("first", (*first).to_owned()),
            ("last", (*last).to_owned()),
            ("from", of(&years.first())),
            ("to", of(&years.last())),
        ];
        let mut figure = figure(self.asked, "trend", FigureKind::Lines, &values);
        figure.labels = vec![self.label(YEAR)];
        figure.series = vec![self.cases()];
        figure.rows =
            years.iter().map(|(at, name)| row(&[name], vec![value(*at)])).collect();
        if let Some(note) = self.largest_change(&figure) {
            figure.notes.push(note);
        }
        let unknown = self.categories(YEAR).into_iter().find(|(_, n)| *n == "unknown");
        if let Some((at, _)) = unknown {
            let values = [("count", value(at).shown())];
            figure.notes.push(self.asked.wording.say("figure-note-no-year", &values));
        }
        note_suppression(&mut figure, self.asked);
        Some(figure)
    }

    /// The year in which the count changed most, both years shown.
    fn largest_change(&self, figure: &Figure) -> Option<String> {
        let changes = figure.rows.windows(2).filter_map(|pair| {
            let [before, after] = pair else { return None };
            let number =
                |row: &untoc_core::FigureRow| row.values.first().and_then(|v| v.number());
            let (old, new) = (number(before)?, number(after)?);
            (old > 0.0).then(|| ((new - old) / old * 100.0, after.labels.join("")))
        });
        let (change, year) = changes.max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))?;
        if change.abs() < 1.0 {
            return None;
        }
        let sign = if change > 0.0 { "+" } else { "" };
        let values = [("year", year), ("change", format!("{sign}{change:.0}"))];
        Some(self.asked.wording.say("figure-note-change", &values))
    }

    /// From where to where: a field of citizenships and countries, and the largest flows.
    fn flows(&self) -> Vec<Figure> {
        if !self.knows(CITIZENSHIP) || !self.knows(COUNTRY) {
            return Vec::new();
        }
        let cell = |from: u32, to: u32| self.at(&[(CITIZENSHIP, from), (COUNTRY, to)]);
        let (from, to) = (self.categories(CITIZENSHIP), self.categories(COUNTRY));
        let mut field = figure(self.asked, "flows", FigureKind::Field, &[]);
        field.labels = vec![self.label(CITIZENSHIP)];
        field.series = to.iter().map(|(_, name)| self.name(name)).collect();
        field.rows = from
            .iter()
            .map(|(at, name)| {
                let values = to.iter().map(|(to, _)| cell(*at, *to)).collect();
                row(&[&self.name(name)], values)
            })
            .collect();
        note_suppression(&mut field, self.asked);
        let vague = |name: &str| matches!(name, "unknown" | "several" | "others");
        let mut flows: Vec<(f64, String)> = Vec::new();
        for (from, origin) in from.iter().filter(|(_, name)| !vague(name)) {
            for (to, country) in to.iter().filter(|(_, name)| !vague(name)) {
                let count = cell(*from, *to).number().filter(|count| *count > 0.0);
                let name = format!("{} → {}", self.name(origin), self.name(country));
                flows.extend(count.map(|count| (count, name)));
            }
        }
        flows.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        flows.truncate(10);
        let mut top = figure(self.asked, "top-flows", FigureKind::Bars, &[]);
        top.labels = vec![self.asked.wording.say("figure-label-flow", &[])];
        top.series = vec![self.cases()];
        top.rows = flows
            .iter()
            .map(|(count, name)| row(&[name], vec![Quantity::Number(*count)]))
            .collect();
        let top = Some(top).filter(|top| !top.rows.is_empty());
        std::iter::once(field).chain(top).collect()
    }

    /// A table by whatever was asked for.
    fn table(&self, axes: &[usize]) -> Figure {
        let names: Vec<String> = axes.iter().map(|axis| self.label(*axis)).collect();
        let values = [("by", names.join(", "))];
        let mut figure = figure(self.asked, "table", FigureKind::Table, &values);
        let words = axes.iter().filter_map(|axis| AXES.get(*axis));
        let words: Vec<&str> = words.map(|(fact, _)| fact.as_str()).collect();
        figure.id = format!("by-{}", words.join("-"));
        figure.labels = names;
        figure.series = vec![self.cases()];
        let bits = bits(axes);
        let total = self.asked.wording.say("figure-label-total", &[]);
        for (cell, mark) in self.cube.cells.iter().zip(self.marks) {
            let within = cell
                .key
                .iter()
                .enumerate()
                .all(|(axis, at)| *at == 0 || bits & (1 << axis) != 0);
            if !within || cell.key.is_empty() {
                continue;
            }
            let label = |axis: &usize| match self.cube.name(&cell.key, *axis) {
                Some(name) => self.name(name),
                None => total.clone(),
            };
            let labels: Vec<String> = axes.iter().map(label).collect();
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            let value = quantity(cell.count, *mark, self.asked.threshold);
            figure.rows.push(row(&labels, vec![value]));
        }
        note_suppression(&mut figure, self.asked);
        figure
    }
}
