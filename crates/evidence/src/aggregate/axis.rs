//! What a table is broken down by: each case stands in exactly one category.

use untoc_core::{Choice, CountryCode};

use crate::cases::{Case, Fact};

/// Something that cases are divided by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Axis {
    /// The word on the command line and in messages.
    pub(crate) name: String,
    pub(crate) way: Way,
    /// The words of the categories, in the order in which they are shown.
    pub(crate) words: Words,
}

/// How a case is assigned to a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Way {
    /// By what a row says of it.
    Fact(Fact),
    /// Is it a citizen of this State.
    Origin(CountryCode),
}

/// The words that a table uses for categories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Words {
    /// Those of our indicator profile.
    Indicator,
    /// The options of a column of a question.
    Options(Vec<String>),
    /// Countries by their names, in a column of a question.
    Countries,
    /// The codes as they stand.
    Plain,
}

/// A case that has several values where a category takes one.
const SEVERAL: &str = "several";
const UNKNOWN: &str = "unknown";

impl Axis {
    /// Makes the axis of a fact.
    pub(crate) fn of_fact(fact: Fact, words: Words) -> Self {
        Self { name: fact.as_str().to_owned(), way: Way::Fact(fact), words }
    }

    /// Says whether two axes divide cases by the same property, in words of their own.
    pub(crate) fn is_about(&self, other: &Self) -> bool {
        let fact = |axis: &Self| match axis.way {
            Way::Fact(fact) => fact,
            Way::Origin(_) => Fact::Citizenship,
        };
        fact(self) == fact(other)
    }

    /// Returns the category of a case.
    pub(crate) fn category(&self, case: &Case) -> String {
        let general = self.general(case);
        match &self.words {
            Words::Plain => general,
            Words::Countries => country_name(&general).map_or(general, str::to_owned),
            Words::Indicator => indicator_word(&general).map_or(general, str::to_owned),
            Words::Options(options) => option(&general, options).unwrap_or(general),
        }
    }

    /// Returns the category in the words of this crate.
    fn general(&self, case: &Case) -> String {
        match &self.way {
            Way::Fact(Fact::Form) => form(case.of(Fact::Form), &self.words),
            Way::Fact(fact) => one(case.of(*fact)),
            Way::Origin(state) => origin(case.of(Fact::Citizenship), *state).to_owned(),
        }
    }

    /// Says whether the axis has a category for each country.
    pub(crate) fn is_by_country(&self) -> bool {
        matches!(self.way, Way::Fact(Fact::Citizenship | Fact::Country))
    }

    /// The word for all countries that have no category of their own.
    pub(crate) fn others(&self) -> &'static str {
        if self.words == Words::Indicator { "Others" } else { "others" }
    }

    /// Returns the place of a category among the others.
    pub(crate) fn rank(&self, category: &str) -> usize {
        let place = |words: &[&str]| words.iter().position(|word| *word == category);
        let known = match &self.words {
            Words::Options(options) => options.iter().position(|word| word == category),
            Words::Indicator => place(&INDICATOR.map(|(_, word)| word)),
            Words::Plain | Words::Countries => place(&PLAIN),
        };
        let vague = [UNKNOWN, SEVERAL, "others"];
        let last = vague.iter().any(|word| category.eq_ignore_ascii_case(word));
        known.unwrap_or(if last { usize::MAX } else { 1_000 })
    }
}

/// The order of our own words.
const PLAIN: [&str; 18] = [
    "female",
    "male",
    "other",
    "child",
    "adult",
    "0-8",
    "9-17",
    "18-20",
    "21-23",
    "24-26",
    "27-29",
    "30-38",
    "39-47",
    "48+",
    "SexualExploitation",
    "ForcedLabour",
    "Servitude",
    "OrganRemoval",
];

/// Our words and those of the indicator profile.
const INDICATOR: [(&str, &str); 9] = [
    ("female", "Female"),
    ("male", "Male"),
    ("other", "Other"),
    ("child", "0 to 17 years"),
    ("adult", "18 years or over"),
    ("sexual", "Sexual exploitation"),
    ("forced_labour", "Forced labour"),
    ("other-form", "Other forms of exploitation"),
    (SEVERAL, "Several"),
];

fn indicator_word(word: &str) -> Option<&'static str> {
    if word == UNKNOWN {
        return Some("Unknown");
    }
    INDICATOR.iter().find(|(own, _)| *own == word).map(|(_, word)| *word)
}

fn country_name(code: &str) -> Option<&'static str> {
    CountryCode::parse(code).ok().filter(|_| code.len() == 3)?.name()
}

fn one(values: &[String]) -> String {
    match values {
        [] => UNKNOWN.to_owned(),
        [one] => one.clone(),
        _ => SEVERAL.to_owned(),
    }
}

/// Finds the option for one of our words; what has no option of its own is other or
/// unknown.
fn option(word: &str, options: &[String]) -> Option<String> {
    let known = |option: &str| options.iter().any(|other| other == option);
    let wanted = match word {
        SEVERAL if known("mixed") => "mixed",
        SEVERAL => "other",
        "other-form" => "other",
        word => word,
    };
    let found = [wanted, if wanted == UNKNOWN { UNKNOWN } else { "other" }, UNKNOWN];
    found.into_iter().find(|option| known(option)).map(str::to_owned)
}

/// The form of exploitation of a case, if it is one; in the words of the questionnaires,
/// or the three classes of the indicator profile.
fn form(codes: &[String], words: &Words) -> String {
    if *words == Words::Plain {
        return one(codes);
    }
    let name = |code: &String| match (code.as_str(), words) {
        ("SexualExploitation", _) => "sexual",
        ("ForcedLabour", _) => "forced_labour",
        ("Servitude", Words::Options(_)) => "slavery",
        ("OrganRemoval", Words::Options(_)) => "organs",
        ("ForcedMarriage", Words::Options(_)) => "marriage",
        ("ForcedBegging", Words::Options(_)) => "begging",
        _ => "other-form",
    };
    let mut names: Vec<String> = codes.iter().map(|code| name(code).to_owned()).collect();
    names.sort_unstable();
    names.dedup();
    one(&names)
}

fn origin(citizenships: &[String], state: CountryCode) -> &'static str {
    if citizenships.is_empty() {
        UNKNOWN
    } else if citizenships.iter().any(|code| code == state.as_str()) {
        "national"
    } else if citizenships.iter().all(|code| code.eq_ignore_ascii_case("stateless")) {
        "stateless"
    } else {
        "foreign"
    }
}

/// Finds what a column of a question divides cases by.
pub(crate) fn of_column(
    key: &str,
    options: &[Choice],
    state: Option<CountryCode>,
) -> Option<Axis> {
    let has = |value: &str| options.iter().any(|option| option.value == value);
    let values = || Words::Options(options.iter().map(|o| o.value.clone()).collect());
    let (way, words) = if key == "year" {
        (Way::Fact(Fact::Year), Words::Plain)
    } else if has("female") && has("male") {
        (Way::Fact(Fact::Sex), values())
    } else if has("child") && has("adult") {
        (Way::Fact(Fact::AgeGroup), values())
    } else if has("sexual") && has("forced_labour") {
        (Way::Fact(Fact::Form), values())
    } else if has("national") && has("foreign") {
        (Way::Origin(state?), values())
    } else if options.is_empty() && matches!(key, "origin" | "country") {
        (Way::Fact(Fact::Citizenship), Words::Countries)
    } else {
        return None;
    };
    Some(Axis { name: key.to_owned(), way, words })
}
