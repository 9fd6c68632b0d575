//! Tables in which each row is a case: what every row says, whichever profile it follows.

use std::io;

use crate::columns::{Judge, match_fields};
use crate::fields::{Kind, items};
use crate::place_names;
use crate::table::{Reading, Table};
use crate::table_schema::{CaseFold, Field, TableSchema};

/// Something that a row can tell of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// The year in which it was registered.
    Year,
    /// female, male, other or unknown.
    Sex,
    /// The age in bands.
    AgeBand,
    /// child, adult or unknown.
    AgeGroup,
    /// Forms of exploitation, with the codes of HTCDS.
    Form,
    /// Citizenships, three letters each.
    Citizenship,
    /// The country of exploitation, three letters.
    Country,
    /// Means of control.
    Control,
    /// Ways of recruitment.
    Recruitment,
    /// The relation to the trafficker or recruiter.
    Relation,
    /// The industry of forced labour.
    Industry,
    /// Who reports.
    Entity,
    /// The status of the victim.
    Status,
}

impl Fact {
    /// All facts, in the order in which a case keeps them.
    pub const ALL: [Self; 13] = [
        Self::Year,
        Self::Sex,
        Self::AgeBand,
        Self::AgeGroup,
        Self::Form,
        Self::Citizenship,
        Self::Country,
        Self::Control,
        Self::Recruitment,
        Self::Relation,
        Self::Industry,
        Self::Entity,
        Self::Status,
    ];

    /// Returns the word on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Sex => "sex",
            Self::AgeBand => "age-band",
            Self::AgeGroup => "age",
            Self::Form => "form",
            Self::Citizenship => "citizenship",
            Self::Country => "country",
            Self::Control => "control",
            Self::Recruitment => "recruitment",
            Self::Relation => "relation",
            Self::Industry => "industry",
            Self::Entity => "reporting-entity",
            Self::Status => "status",
        }
    }

    /// Finds a fact by its word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.as_str() == name)
    }

    /// Returns the place of the fact in a case.
    fn at(self) -> usize {
        Self::ALL.iter().position(|fact| *fact == self).unwrap_or(0)
    }
}

/// What a row says of a case; an empty list says that there is no information.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Case {
    values: Vec<Vec<String>>,
}

impl Case {
    fn new() -> Self {
        Self { values: vec![Vec::new(); Fact::ALL.len()] }
    }

    /// Returns what is known.
    pub(crate) fn of(&self, fact: Fact) -> &[String] {
        self.values.get(fact.at()).map(Vec::as_slice).unwrap_or_default()
    }

    fn add(&mut self, fact: Fact, value: String) {
        if let Some(values) = self.values.get_mut(fact.at())
            && !values.contains(&value)
        {
            values.push(value);
        }
    }
}

/// The profiles whose rows are cases.
const CASE_PROFILES: [&str; 2] = ["case", "synthetic-case"];

/// Reads the rows of a table as cases.
pub(crate) struct CaseReader<'a> {
    columns: Vec<Source<'a>>,
}

struct Source<'a> {
    at: usize,
    field: &'a Field,
    judge: Judge,
}

impl<'a> CaseReader<'a> {
    /// Makes a reader, if the rows of the profile are cases.
    pub(crate) fn new(table: &Table<'_>, schema: &'a TableSchema) -> Option<Self> {
        if !CASE_PROFILES.contains(&schema.name.as_str()) {
            return None;
        }
        let matched = match_fields(schema, &table.layout).columns;
        let columns = schema.fields.iter().zip(matched).filter_map(|(field, at)| {
            let judge = Judge::new(field, CaseFold::Tolerant);
            Some(Source { at: at?, field, judge })
        });
        Some(Self { columns: columns.collect() })
    }

    /// Gives each case to `visit`, in order, with the number of its row.
    pub(crate) fn each(
        &self,
        table: &Table<'_>,
        reading: &Reading<'_>,
        visit: &mut (dyn FnMut(usize, &Case) + Send),
    ) -> io::Result<()> {
        table.each_row(reading, &mut |row, cells| visit(row, &self.read(cells)))
    }

    fn read(&self, cells: &[String]) -> Case {
        let mut case = Case::new();
        for Source { at, field, judge } in &self.columns {
            let Some(fact) = fact_of(&field.name) else { continue };
            let cell = cells.get(*at).map_or("", String::as_str);
            for value in values(field, judge, cell) {
                let value = match fact {
                    Fact::Sex => sex(&value).to_owned(),
                    Fact::AgeBand => {
                        case.add(Fact::AgeGroup, age_group(&value).to_owned());
                        value
                    }
                    Fact::Citizenship | Fact::Country => country(&value),
                    Fact::Form | Fact::Control | Fact::Relation => {
                        flag(&field.name).map_or(value, str::to_owned)
                    }
                    Fact::Year
                    | Fact::AgeGroup
                    | Fact::Recruitment
                    | Fact::Industry
                    | Fact::Entity
                    | Fact::Status => value,
                };
                case.add(fact, value);
            }
        }
        case
    }
}

/// Returns the codes of a cell, as the field writes them; none for no value.
pub(crate) fn values(field: &Field, judge: &Judge, cell: &str) -> Vec<String> {
    let cell = cell.trim();
    if cell.is_empty() || judge.is_missing(cell.as_bytes()) {
        return Vec::new();
    }
    let constraints = &field.constraints;
    let codes = constraints.options.as_ref().or(constraints.item_options.as_ref());
    let code = |text: &str| {
        let known = codes.filter(|codes| !codes.iter().any(|code| code == text));
        let folded = known
            .and_then(|codes| codes.get(judge.folded_code(text.as_bytes())?).cloned());
        folded.unwrap_or_else(|| text.to_owned())
    };
    let Kind::List { delimiter, .. } = &field.kind else { return vec![code(cell)] };
    let parts = items(cell.as_bytes(), delimiter);
    let texts = parts.filter_map(|part| std::str::from_utf8(part).ok());
    texts.map(str::trim).filter(|text| !text.is_empty()).map(code).collect()
}

/// What a field of a profile tells.
pub(crate) fn fact_of(field: &str) -> Option<Fact> {
    Some(match field {
        "year" | "yearOfRegistration" => Fact::Year,
        "prs_Gender" | "gender" => Fact::Sex,
        "age_band" | "ageBroad" => Fact::AgeBand,
        "prs_Citizenship" | "citizenship" => Fact::Citizenship,
        "country_of_exploitation" | "CountryOfExploitation" => Fact::Country,
        "vic_TypeOfExploitation" => Fact::Form,
        "vic_MethodsOfControl" => Fact::Control,
        "vic_MethodOfRecruitment" => Fact::Recruitment,
        "vic_RelationshipToTrafficker" => Fact::Relation,
        "vic_ForcedLabourIndustry" => Fact::Industry,
        "vic_TraffickingStatus" => Fact::Status,
        "reporting_entity" => Fact::Entity,
        other if other.starts_with("isForcedLabour") => Fact::Form,
        "isSexualExploit" | "isOtherExploit" => Fact::Form,
        other if other.starts_with("means") => Fact::Control,
        other if other.starts_with("recruiterRelation") => Fact::Relation,
        _ => return None,
    })
}

/// What it means that a flag is set; empty flags say nothing.
fn flag(field: &str) -> Option<&str> {
    match field {
        "isForcedLabour" => Some("ForcedLabour"),
        "isSexualExploit" => Some("SexualExploitation"),
        "isOtherExploit" => Some("Other"),
        other => other
            .strip_prefix("means")
            .or_else(|| other.strip_prefix("recruiterRelation")),
    }
}

fn sex(value: &str) -> &'static str {
    match value {
        "Feminine" | "Woman" => "female",
        "Masculine" | "Man" => "male",
        "TransgenderFeminine"
        | "TransgenderMasculine"
        | "NonConforming"
        | "Trans/Transgender/NonConforming" => "other",
        _ => "unknown",
    }
}

fn age_group(band: &str) -> &'static str {
    let first: String = band.chars().take_while(char::is_ascii_digit).collect();
    match first.parse::<u32>() {
        Ok(age) if age < 18 => "child",
        Ok(_) => "adult",
        Err(_) => "unknown",
    }
}

fn country(value: &str) -> String {
    place_names::country(value)
        .map_or_else(|| value.to_owned(), |code| code.as_str().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Dialect;
    use crate::profiles::profile;

    fn first(text: &str, name: &str) -> Case {
        let bytes = text.as_bytes().to_vec();
        let table = Table::open(&bytes, &Dialect::default()).unwrap();
        let reader = CaseReader::new(&table, profile(name).unwrap()).unwrap();
        let mut first = None;
        reader
            .each(&table, &Reading::default(), &mut |_, case| {
                first.get_or_insert_with(|| case.clone());
            })
            .unwrap();
        first.unwrap()
    }

    /// Both profiles of cases tell the same facts in the same words.
    #[test]
    fn reads_both_profiles() {
        let case = first(
            "case_id,year,sex,age_band,nationality,vic_Type_Of_Exploitation,vic_MethodsOfControl\n\
             A1,2015,Female,9-17,XXA;ke,SexualExploitation;Forced Labour,DebtBondage \n",
            "case",
        );
        assert_eq!(case.of(Fact::Sex), ["female"]);
        assert_eq!(case.of(Fact::AgeGroup), ["child"]);
        assert_eq!(case.of(Fact::Citizenship), ["XXA", "KEN"]);
        assert_eq!(case.of(Fact::Form), ["SexualExploitation", "ForcedLabour"]);
        assert_eq!(case.of(Fact::Control), ["DebtBondage"]);
        let case = first(
            "yearOfRegistration,gender,ageBroad,isForcedLabour,isSexualExploit,meansThreats\n\
             2015,Man,48+,1,,1\n",
            "synthetic-case",
        );
        assert_eq!(case.of(Fact::Sex), ["male"]);
        assert_eq!(case.of(Fact::AgeGroup), ["adult"]);
        assert_eq!(case.of(Fact::Form), ["ForcedLabour"]);
        assert_eq!(case.of(Fact::Control), ["Threats"]);
    }
}
