//! How a table is brought into the form of a profile, written down for next year.

use serde::{Deserialize, Serialize};
use untoc_core::CountryCode;

/// The name and version of the format.
pub const RECIPE_FORMAT: &str = "untoc-recipe/1";

/// How a table is brought into the form of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// A schema of the format, if the file names one.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format with its version.
    pub format: String,
    /// The profile.
    pub profile: String,
    /// The State by which nationals are told from others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<CountryCode>,
    /// What becomes of each column, in the order of the table.
    pub columns: Vec<ColumnPlan>,
    /// Fields that hold the same in every row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<Fixed>,
}

/// What becomes of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnPlan {
    /// The column, by its name in the table.
    pub from: String,
    /// What is done with its cells.
    pub how: How,
    /// The field of the profile that takes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// For birth dates: the day on which people are as old as the table says; the year of
    /// the case if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// For periods: how many years they have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u16>,
    /// For flags: the code that a yes stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Cells that are written in words of the table's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ValuePlan>,
}

/// What is done with the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// They are kept, in the codes of the profile.
    Keep,
    /// They are replaced by numbers in the order of the rows.
    Number,
    /// A date is replaced by its year.
    Year,
    /// A year or a date is replaced by a period of years.
    Period,
    /// A birth date is replaced by a band of ages.
    BirthDate,
    /// An age is replaced by a band of ages.
    Age,
    /// An age, a band or a birth date is replaced by child or adult.
    AgeGroup,
    /// A country is replaced by national or foreign.
    Origin,
    /// A coordinate is cut to one decimal.
    OneDecimal,
    /// A yes adds a code to a field that takes several.
    Flag,
    /// The column is left out.
    Drop,
    /// Nobody has decided yet.
    Undecided,
}

/// A cell in words of the table's own, and the code that it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValuePlan {
    /// What stands in the table.
    pub from: String,
    /// The code; empty for no value; absent if nobody has decided yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// A field that holds the same in every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixed {
    /// The field.
    pub field: String,
    /// What it holds.
    pub value: String,
}

/// Why a recipe cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecipeError {
    /// It is no JSON, or not of this form.
    #[error("line {line}: {reason}")]
    Form {
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// It has another format or a newer version.
    #[error("the format is \"{0}\"; expected \"{RECIPE_FORMAT}\"")]
    Format(
        /// What the file says.
        String,
    ),
    /// It is larger than any recipe.
    #[error("it is too large for a recipe")]
    TooLarge,
    /// A column stands in it twice.
    #[error("it names the column \"{0}\" more than once")]
    ColumnTwice(
        /// The column.
        String,
    ),
    /// A step lacks what it needs, or has what it cannot use.
    #[error("the column \"{column}\" needs {needs}")]
    Incomplete {
        /// The column.
        column: String,
        /// What is needed.
        needs: &'static str,
    },
}

/// The most bytes, columns and values of a recipe.
const MOST_BYTES: usize = 4 << 20;
const MOST_COLUMNS: usize = 16_384;
const MOST_VALUES: usize = 20_000;

impl Recipe {
    /// Makes a recipe without any step.
    pub fn new(profile: &str) -> Self {
        Self {
            schema: None,
            format: RECIPE_FORMAT.to_owned(),
            profile: profile.to_owned(),
            state: None,
            columns: Vec::new(),
            fixed: Vec::new(),
        }
    }

    /// Reads a recipe.
    ///
    /// # Errors
    /// When the text is no recipe that can be used.
    pub fn read(text: &str) -> Result<Self, RecipeError> {
        if text.len() > MOST_BYTES {
            return Err(RecipeError::TooLarge);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let recipe: Self = serde_json::from_str(text).map_err(|error| {
            let said = error.to_string();
            let reason = said.split(" at line ").next().unwrap_or(&said).to_owned();
            RecipeError::Form { line: error.line().max(1), reason }
        })?;
        recipe.check()?;
        Ok(recipe)
    }

    /// Returns the recipe as it stands in a file.
    pub fn to_text(&self) -> String {
        untoc_core::json(self)
    }

    fn check(&self) -> Result<(), RecipeError> {
        if self.format != RECIPE_FORMAT {
            return Err(RecipeError::Format(self.format.clone()));
        }
        let values: usize = self.columns.iter().map(|column| column.values.len()).sum();
        let many = self.columns.len().max(self.fixed.len()) > MOST_COLUMNS;
        if many || values > MOST_VALUES {
            return Err(RecipeError::TooLarge);
        }
        let mut names: Vec<&str> =
            self.columns.iter().map(|column| column.from.as_str()).collect();
        names.sort_unstable();
        if let Some([twice, _]) =
            names.windows(2).find(|pair| pair.first() == pair.last())
        {
            return Err(RecipeError::ColumnTwice((*twice).to_owned()));
        }
        for column in &self.columns {
            if let Some(needs) = self.lacks(column) {
                return Err(RecipeError::Incomplete {
                    column: column.from.clone(),
                    needs,
                });
            }
        }
        Ok(())
    }

    /// Says what a step needs and does not have.
    fn lacks(&self, column: &ColumnPlan) -> Option<&'static str> {
        let keeps =
            matches!(column.how, How::Keep | How::Number | How::Flag | How::OneDecimal);
        if keeps && column.field.is_none() {
            return Some("a \"field\" of the profile");
        }
        match column.how {
            How::Flag if column.code.is_none() => {
                Some("the \"code\" that a yes stands for")
            }
            How::Period
                if column.years.is_none_or(|years| !(2..=100).contains(&years)) =>
            {
                Some("a number of \"years\" from 2 to 100")
            }
            How::Origin if self.state.is_none() => {
                Some("a \"state\" in the recipe, to tell nationals from others")
            }
            How::BirthDate | How::AgeGroup
                if column
                    .on
                    .as_deref()
                    .is_some_and(|on| super::dates::day(on).is_none()) =>
            {
                Some("\"on\" as a day such as 2025-12-31")
            }
            How::Keep
            | How::Number
            | How::Year
            | How::Period
            | How::BirthDate
            | How::Age
            | How::AgeGroup
            | How::Origin
            | How::OneDecimal
            | How::Flag
            | How::Drop
            | How::Undecided => None,
        }
    }

    /// Finds what becomes of a column.
    pub fn column(&self, name: &str) -> Option<&ColumnPlan> {
        self.columns.iter().find(|column| column.from == name)
    }

    /// Finds what becomes of a column, to change it.
    pub fn column_mut(&mut self, name: &str) -> Option<&mut ColumnPlan> {
        self.columns.iter_mut().find(|column| column.from == name)
    }
}

impl ColumnPlan {
    /// Makes a step.
    pub fn new(from: &str, how: How, field: Option<&str>) -> Self {
        Self {
            from: from.to_owned(),
            how,
            field: field.map(str::to_owned),
            on: None,
            years: None,
            code: None,
            values: Vec::new(),
        }
    }

    /// Returns the name of the new column; none if the column is left out.
    pub fn target(&self) -> Option<&str> {
        match self.how {
            How::Drop | How::Undecided => None,
            How::Keep | How::Number | How::OneDecimal | How::Flag => {
                self.field.as_deref()
            }
            How::Year => Some(self.field.as_deref().unwrap_or("year")),
            How::BirthDate | How::Age => {
                Some(self.field.as_deref().unwrap_or("age_band"))
            }
            How::Period => Some("period"),
            How::AgeGroup => Some("age_group"),
            How::Origin => Some(match self.field.as_deref() {
                Some("country_of_exploitation") => "place_of_exploitation",
                _ => "origin",
            }),
        }
    }
}

impl How {
    /// Returns the word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Number => "number",
            Self::Year => "year",
            Self::Period => "period",
            Self::BirthDate => "birth-date",
            Self::Age => "age",
            Self::AgeGroup => "age-group",
            Self::Origin => "origin",
            Self::OneDecimal => "one-decimal",
            Self::Flag => "flag",
            Self::Drop => "drop",
            Self::Undecided => "undecided",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A recipe comes back as it was written, and what cannot be used is refused.
    #[test]
    fn reads_and_refuses() {
        let mut recipe = Recipe::new("case");
        recipe.columns.push(ColumnPlan::new("Sex", How::Keep, Some("prs_Gender")));
        recipe.columns.push(ColumnPlan::new("Name", How::Drop, None));
        assert_eq!(Recipe::read(&recipe.to_text()).unwrap(), recipe);
        let fault = |change: &dyn Fn(&mut Recipe)| {
            let mut recipe = recipe.clone();
            change(&mut recipe);
            Recipe::read(&recipe.to_text()).unwrap_err().to_string()
        };
        insta::assert_snapshot!(
            [
                fault(&|recipe| recipe.format = "untoc-recipe/2".into()),
                fault(&|recipe| recipe.columns[0].field = None),
                fault(&|recipe| recipe.columns[1].from = "Sex".into()),
                fault(&|recipe| recipe.columns[1].how = How::Origin),
                fault(&|recipe| recipe.columns[1].how = How::Period),
                Recipe::read("{\n\"format\": 1}").unwrap_err().to_string(),
                Recipe::read("{\"format\": \"x\", \"colour\": 1}")
                    .unwrap_err()
                    .to_string(),
            ]
            .join("\n")
        );
    }
}
