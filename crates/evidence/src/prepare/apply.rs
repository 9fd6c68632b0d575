//! Writing a table anew by a recipe.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use untoc_core::CountryCode;

use super::codes::{Coded, Codes, yes_or_no};
use super::dates::{self, Date, Order};
use super::propose::order_of;
use super::recipe::{ColumnPlan, How, Recipe};
use super::survey::{Survey, column_names};
use crate::csv_text::CsvText;
use crate::layout::Layout;
use crate::place_names;
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// A table that was written anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prepared {
    /// The table in CSV.
    pub csv: String,
    /// Its rows.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<String>,
    /// Cells that nobody has decided about, by column: how many, and which words.
    pub undecided: BTreeMap<String, Undecided>,
}

/// Cells that nobody has decided about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undecided {
    /// How many cells.
    pub cells: usize,
    /// Their different words, some of them.
    pub words: BTreeSet<String>,
}

/// What is still open in a recipe for a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Open {
    /// Columns of the table that nobody has decided about.
    pub columns: Vec<String>,
    /// Words in columns, by column, that nobody has decided about.
    pub words: BTreeMap<String, usize>,
    /// Columns of the recipe that the table does not have.
    pub missing: Vec<String>,
    /// Required fields that nothing fills.
    pub fields: Vec<String>,
}

impl Open {
    /// Says whether nothing is open.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
            && self.words.is_empty()
            && self.missing.is_empty()
            && self.fields.is_empty()
    }
}

/// Says what is still open in a recipe for a table.
pub fn open_points(recipe: &Recipe, layout: &Layout, schema: &TableSchema) -> Open {
    let mut open = Open::default();
    let names = column_names(layout);
    for name in &names {
        let step = recipe.column(name);
        if step.is_none_or(|step| step.how == How::Undecided) {
            open.columns.push(name.clone());
        }
    }
    for step in &recipe.columns {
        let known = names.contains(&step.from);
        if !known && step.how != How::Drop {
            open.missing.push(step.from.clone());
        }
        let words = step.values.iter().filter(|value| value.to.is_none()).count();
        if words > 0 && step.target().is_some() {
            open.words.insert(step.from.clone(), words);
        }
    }
    for field in schema.fields.iter().filter(|field| field.constraints.required) {
        let filled = recipe.columns.iter().any(|step| step.target() == Some(&field.name))
            || recipe.fixed.iter().any(|fixed| fixed.field == field.name);
        if !filled && field.name != NUMBERED {
            open.fields.push(field.name.clone());
        }
    }
    open
}

/// The most words that are kept of a column.
const MOST_WORDS: usize = 50;
/// The field that is filled with numbers where no column does it.
const NUMBERED: &str = "case_id";

/// Writes a table anew.
///
/// # Errors
/// When the source cannot be read.
pub fn prepare(
    table: &Table<'_>,
    schema: &TableSchema,
    recipe: &Recipe,
    survey: &Survey,
    reading: &Reading<'_>,
) -> io::Result<Prepared> {
    let plan = Plan::new(table, schema, recipe, survey);
    let mut prepared = Prepared { columns: plan.header.clone(), ..Prepared::default() };
    let mut csv = CsvText::new();
    csv.row(&plan.header);
    table.each_row(reading, &mut |_, cells| {
        prepared.rows += 1;
        csv.row(plan.row(prepared.rows, cells, &mut prepared.undecided));
    })?;
    prepared.csv = csv.take();
    Ok(prepared)
}

struct Plan<'a> {
    header: Vec<String>,
    steps: Vec<Step<'a>>,
    /// The columns that hold what is numbered, and fixed values.
    numbered: Option<usize>,
    fixed: Vec<(usize, &'a str)>,
    /// The step whose column tells the year of the case.
    year: Option<usize>,
    state: Option<CountryCode>,
}

struct Step<'a> {
    plan: &'a ColumnPlan,
    at: usize,
    target: usize,
    codes: Option<Codes<'a>>,
    order: Order,
    on: Option<Date>,
}

impl<'a> Plan<'a> {
    fn new(
        table: &Table<'_>,
        schema: &'a TableSchema,
        recipe: &'a Recipe,
        survey: &Survey,
    ) -> Self {
        let mut header: Vec<String> = Vec::new();
        let fixed = |name: &str| recipe.fixed.iter().any(|fixed| fixed.field == name);
        let targets = || recipe.columns.iter().filter_map(|step| step.target());
        for field in &schema.fields {
            let name = field.name.as_str();
            let numbered = name == NUMBERED && field.constraints.required;
            if numbered || fixed(name) || targets().any(|target| target == name) {
                header.push(name.to_owned());
            }
        }
        for target in targets() {
            if !header.iter().any(|name| name == target) {
                header.push(target.to_owned());
            }
        }
        let place = |name: &str| header.iter().position(|other| other == name);
        let names = column_names(&table.layout);
        let column = |name: &str| names.iter().position(|other| other == name);
        let steps: Vec<Step<'a>> = recipe
            .columns
            .iter()
            .filter_map(|plan| {
                let at = column(&plan.from)?;
                let field = plan.field.as_deref().and_then(|name| schema.field(name));
                Some(Step {
                    plan,
                    at,
                    target: place(plan.target()?)?,
                    codes: field.map(Codes::new),
                    order: survey.columns.get(at).map(order_of).unwrap_or_default(),
                    on: plan.on.as_deref().and_then(dates::day),
                })
            })
            .collect();
        let tells_year = |step: &Step<'_>| {
            matches!(step.plan.how, How::Year | How::Period)
                || step.plan.field.as_deref() == Some("year")
        };
        let numbered = place(NUMBERED)
            .filter(|_| !targets().any(|target| target == NUMBERED) && !fixed(NUMBERED));
        let fixed = recipe.fixed.iter();
        Self {
            year: steps.iter().position(tells_year),
            numbered,
            fixed: fixed
                .filter_map(|fixed| Some((place(&fixed.field)?, fixed.value.as_str())))
                .collect(),
            header,
            steps,
            state: recipe.state,
        }
    }

    fn row(
        &self,
        number: usize,
        cells: &[String],
        undecided: &mut BTreeMap<String, Undecided>,
    ) -> Vec<String> {
        let mut row = vec![String::new(); self.header.len()];
        let cell = |step: &Step<'_>| cells.get(step.at).map_or("", |cell| cell.trim());
        let year = self.year.and_then(|at| self.steps.get(at));
        let year = year.and_then(|step| dates::parse(cell(step), step.order));
        let year = year.map(|date| Date { day: None, ..date });
        for step in &self.steps {
            let read = if step.plan.how == How::Number {
                Ok(number.to_string())
            } else {
                self.cell(step, cell(step), year)
            };
            match read {
                Ok(text) => put(&mut row, step, &text),
                Err(words) => {
                    let open = undecided.entry(step.plan.from.clone()).or_default();
                    open.cells += 1;
                    for word in words {
                        if open.words.len() < MOST_WORDS {
                            open.words.insert(word);
                        }
                    }
                }
            }
        }
        for (at, text) in &self.fixed {
            if let Some(place) = row.get_mut(*at) {
                (*text).clone_into(place);
            }
        }
        if let Some(place) = self.numbered.and_then(|at| row.get_mut(at)) {
            *place = number.to_string();
        }
        row
    }

    /// Returns what becomes of a cell, or the words that nobody has decided about.
    fn cell(
        &self,
        step: &Step<'_>,
        cell: &str,
        year: Option<Date>,
    ) -> Result<String, Vec<String>> {
        if cell.is_empty() {
            return Ok(String::new());
        }
        let open = || vec![cell.to_owned()];
        let date = || dates::parse(cell, step.order);
        let own = |word: &str| {
            let known = step.plan.values.iter().find(|value| value.from == word)?;
            Some(known.to.clone())
        };
        if let Some(decided) = own(cell) {
            return decided.ok_or_else(open);
        }
        match step.plan.how {
            How::Keep => match step.codes.as_ref().map(|codes| codes.read(cell, &own)) {
                Some(Coded::Codes(codes)) => Ok(codes.join(delimiter(step))),
                Some(Coded::Empty) => Ok(String::new()),
                Some(Coded::Unknown(words)) => Err(words),
                None => Ok(cell.to_owned()),
            },
            How::Year => Ok(date().ok_or_else(open)?.year.to_string()),
            How::Period => {
                let years = step.plan.years.unwrap_or(5);
                Ok(dates::period(date().ok_or_else(open)?.year, years))
            }
            How::BirthDate => {
                let born = date().ok_or_else(open)?;
                // Without a day to count from nothing can be said, and the date must go.
                let Some(on) = step.on.or(year) else { return Ok(String::new()) };
                dates::age(born, on)
                    .map(|age| dates::band(age).to_owned())
                    .ok_or_else(open)
            }
            How::Age => band_of(cell, step).ok_or_else(open),
            How::AgeGroup => {
                let on = step.on.or(year);
                let age =
                    cell.parse().ok().or_else(|| first_number(cell)).or_else(|| {
                        dates::age(date().filter(|date| date.day.is_some())?, on?)
                    });
                let group = |age: u32| if age < 18 { "child" } else { "adult" };
                age.filter(|age| *age <= 120)
                    .map(|age| group(age).to_owned())
                    .ok_or_else(open)
            }
            How::Origin => Ok(self.origin(step, cell, &own)?.to_owned()),
            How::OneDecimal => one_decimal(cell).ok_or_else(open),
            How::Flag => match yes_or_no(cell) {
                Some("TRUE") => Ok(step.plan.code.clone().unwrap_or_default()),
                Some(_) => Ok(String::new()),
                None => Err(open()),
            },
            How::Number | How::Drop | How::Undecided => Ok(String::new()),
        }
    }

    fn origin(
        &self,
        step: &Step<'_>,
        cell: &str,
        own: &dyn Fn(&str) -> Option<Option<String>>,
    ) -> Result<&'static str, Vec<String>> {
        let codes = match step.codes.as_ref().map(|codes| codes.read(cell, own)) {
            Some(Coded::Codes(codes)) => codes,
            Some(Coded::Unknown(words)) => return Err(words),
            Some(Coded::Empty) => return Ok(""),
            None => match place_names::country(cell) {
                Some(code) => vec![code.as_str().to_owned()],
                None => return Err(vec![cell.to_owned()]),
            },
        };
        let state = self.state.map(|state| state.as_str().to_owned());
        let national = state.is_some_and(|state| codes.contains(&state));
        Ok(if national { "national" } else { "foreign" })
    }
}

fn delimiter<'s>(step: &'s Step<'_>) -> &'s str {
    step.codes.as_ref().map_or(";", Codes::delimiter)
}

/// Puts a text into the new row; fields that take several values take all.
fn put(row: &mut [String], step: &Step<'_>, text: &str) {
    let list = step.codes.as_ref().is_some_and(Codes::is_list);
    let Some(place) = row.get_mut(step.target) else { return };
    if place.is_empty() {
        text.clone_into(place);
    } else if list && !text.is_empty() {
        let between = delimiter(step);
        for part in text.split(between) {
            if !place.split(between).any(|known| known == part) {
                place.push_str(between);
                place.push_str(part);
            }
        }
    }
}

fn band_of(cell: &str, step: &Step<'_>) -> Option<String> {
    if let Ok(age) = cell.parse::<u32>() {
        return (age <= 120).then(|| dates::band(age).to_owned());
    }
    match step.codes.as_ref()?.read(cell, &|_| None) {
        Coded::Codes(codes) => codes.into_iter().next(),
        Coded::Empty => Some(String::new()),
        Coded::Unknown(_) => None,
    }
}

/// The first number of a band such as 9-17 or 48+.
fn first_number(cell: &str) -> Option<u32> {
    let digits: String = cell.chars().take_while(char::is_ascii_digit).collect();
    let rest = cell.get(digits.len()..)?;
    (rest.starts_with('-') && rest.len() <= 4 || rest == "+")
        .then(|| digits.parse().ok())?
}

/// Cuts a coordinate; no nearer than ten kilometres.
fn one_decimal(cell: &str) -> Option<String> {
    let number: f64 = cell.replace(',', ".").parse().ok()?;
    number.is_finite().then(|| {
        let text = format!("{number:.1}");
        if text == "-0.0" { "0.0".to_owned() } else { text }
    })
}
