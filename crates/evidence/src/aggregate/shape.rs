//! The columns that a table of counts has: those of a question, or of the indicator
//! profile.

use untoc_core::{CountryCode, PlanColumn};

use super::axis::{Axis, Words, of_column};
use crate::cases::Fact;
use crate::question_schema::{numbers, usual_count};

/// What a table of counts looks like.
#[derive(Debug, Clone)]
pub struct Shape {
    pub(crate) header: Vec<String>,
    pub(crate) axes: Vec<Axis>,
    /// The breakdowns that are usual, by the names of axes.
    pub(crate) usual: Vec<Vec<String>>,
    form: Form,
}

#[derive(Debug, Clone)]
enum Form {
    Indicator(Indicator),
    Question(Question),
}

/// What stands in every row of an indicator table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// The State that the numbers are about.
    pub state: CountryCode,
    /// What is counted.
    pub name: String,
    /// Where the numbers come from.
    pub source: String,
}

#[derive(Debug, Clone)]
struct Question {
    count: usize,
    /// For each axis its column, and the option that stands for all of it.
    columns: Vec<(usize, Option<String>)>,
    /// Columns that no axis fills, and what stands there.
    others: Vec<(usize, String)>,
}

/// Why a question's table cannot be made of cases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShapeError {
    /// No column holds the year.
    #[error("the table of this question has no column for the year")]
    NoYear,
    /// Which column takes the counts?
    #[error("it is not clear which column takes the number of cases")]
    WhichCount(
        /// The columns that hold numbers.
        Vec<String>,
    ),
}

impl Shape {
    /// The columns of the indicator profile.
    pub fn indicator(constant: Indicator) -> Self {
        let header = [
            "iso3",
            "indicator",
            "dimension",
            "category",
            "sex",
            "age",
            "year",
            "unit",
            "value",
            "source",
        ];
        let words = || Words::Indicator;
        let axes = vec![
            Axis::of_fact(Fact::Year, Words::Plain),
            Axis::of_fact(Fact::Sex, words()),
            Axis::of_fact(Fact::AgeGroup, words()),
            Axis::of_fact(Fact::Form, words()),
            Axis::of_fact(Fact::Citizenship, words()),
        ];
        let usual =
            [&["sex", "age"][..], &["form", "sex"], &["form", "age"], &["citizenship"]];
        Self {
            header: header.map(str::to_owned).to_vec(),
            axes,
            usual: usual
                .map(|set| set.iter().map(|name| (*name).to_owned()).collect())
                .to_vec(),
            form: Form::Indicator(constant),
        }
    }

    /// The columns of a question's table. `count` names the column that takes the number
    /// of cases, where more than one could.
    ///
    /// # Errors
    /// When cases cannot be counted into this table.
    pub fn question(
        columns: &[PlanColumn],
        count: Option<&str>,
        state: Option<CountryCode>,
    ) -> Result<Self, ShapeError> {
        let names = || numbers(columns).map(|column| column.key.clone()).collect();
        let at = |key: &str| columns.iter().position(|column| column.key == key);
        let count = count
            .or_else(|| usual_count(columns))
            .filter(|key| numbers(columns).any(|column| column.key == *key))
            .and_then(at)
            .ok_or_else(|| ShapeError::WhichCount(names()))?;
        let mut axes = Vec::new();
        let mut question = Question { count, columns: Vec::new(), others: Vec::new() };
        for (at, column) in columns.iter().enumerate() {
            let total = column.options.iter().find(|option| option.value == "total");
            let total = total.map(|option| option.value.clone());
            match of_column(&column.key, &column.options, state) {
                Some(axis) => {
                    axes.push(axis);
                    question.columns.push((at, total));
                }
                None => question.others.extend(total.map(|total| (at, total))),
            }
        }
        let year = axes.iter().position(|axis| axis.name == "year");
        let Some(year) = year else { return Err(ShapeError::NoYear) };
        axes.swap(0, year);
        question.columns.swap(0, year);
        let alone = axes.iter().skip(1).map(|axis| vec![axis.name.clone()]);
        let mut usual: Vec<Vec<String>> = alone.collect();
        let both = ["sex", "age_group"];
        if both.iter().all(|name| axes.iter().any(|axis| axis.name == *name)) {
            usual.push(both.map(str::to_owned).to_vec());
        }
        let header = columns.iter().map(|column| column.key.clone()).collect();
        Ok(Self { header, axes, usual, form: Form::Question(question) })
    }

    /// Returns the names of what the table can be broken down by, beside the year.
    pub fn breakdowns(&self) -> Vec<&str> {
        self.axes.iter().skip(1).map(|axis| axis.name.as_str()).collect()
    }

    /// Returns the name of the column that takes the counts.
    pub fn count_column(&self) -> &str {
        let at = match &self.form {
            Form::Indicator(_) => 8,
            Form::Question(question) => question.count,
        };
        self.header.get(at).map_or("", String::as_str)
    }

    /// Says whether a table can be broken down by these at once.
    pub(crate) fn allows(&self, names: &[String]) -> bool {
        let categories =
            names.iter().filter(|name| matches!(name.as_str(), "form" | "citizenship"));
        match self.form {
            Form::Indicator(_) => categories.count() <= 1,
            Form::Question(_) => true,
        }
    }

    /// Returns a row of the table; `name` tells the category on each axis, none for all.
    pub(crate) fn row<'n>(
        &self,
        name: &dyn Fn(usize) -> Option<&'n str>,
        value: &str,
    ) -> Vec<String> {
        let mut row = vec![String::new(); self.header.len()];
        let mut set = |at: usize, text: &str| {
            if let Some(cell) = row.get_mut(at) {
                text.clone_into(cell);
            }
        };
        match &self.form {
            Form::Indicator(constant) => {
                let total = |axis: usize| name(axis).unwrap_or("Total");
                let (dimension, category) = match (name(3), name(4)) {
                    (Some(form), _) => ("by form of exploitation", form),
                    (None, Some(country)) => ("by citizenship", country),
                    (None, None) => ("Total", "Total"),
                };
                set(0, constant.state.as_str());
                set(1, &constant.name);
                set(2, dimension);
                set(3, category);
                set(4, total(1));
                set(5, total(2));
                set(6, total(0));
                set(7, "Persons");
                set(8, value);
                set(9, &constant.source);
            }
            Form::Question(question) => {
                for (at, text) in &question.others {
                    set(*at, text);
                }
                for (axis, (at, total)) in question.columns.iter().enumerate() {
                    let all = total.as_deref().unwrap_or_default();
                    set(*at, name(axis).unwrap_or(all));
                }
                set(question.count, value);
            }
        }
        row
    }
}
