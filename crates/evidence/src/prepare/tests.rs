//! From a shelter's own spreadsheet to a table of cases.

use super::*;
use crate::layout::Dialect;
use crate::profiles::profile;
use crate::table::{Reading, Table};

const SHEET: &str = "\
Dossier,Nom,Date de naissance,Sexe,Nationalité,Date d'entrée,Forme d'exploitation,Moyens de contrôle,Couleur,Remarques
D-17,Someone One,1999-05-06,F,Kenya,2019-02-01,sexuelle,dette;menaces,rouge,A long story that nobody else may read in any table at all
D-18,Someone Two,2003-11-30,H,Exampleland,2019-03-01,travail forcé,papiers retenus,bleu,
D-19,Someone Three,1980-01-01,F,KEN,2020-03-01,exploitation sexuelle / mendicité,,vert,
";

fn with(text: &str, act: impl FnOnce(&Table<'_>, &Survey)) {
    let bytes = text.as_bytes().to_vec();
    let table = Table::open(&bytes, &Dialect::default()).unwrap();
    let survey = Survey::of(&table, &Reading::default()).unwrap();
    act(&table, &survey);
}

/// Columns are recognized in another language; what is not is left to a person.
#[test]
fn proposes_a_recipe() {
    with(SHEET, |table, survey| {
        let case = profile("case").unwrap();
        let proposal = propose(&table.layout, case, survey, &[]);
        let lines: Vec<String> = proposal
            .recipe
            .columns
            .iter()
            .zip(proposal.confidence.iter().zip(&proposal.because))
            .map(|(plan, (sure, because))| {
                let to = plan.target().unwrap_or("-");
                let open: Vec<&str> =
                    plan.values.iter().map(|value| value.from.as_str()).collect();
                let how = plan.how.as_str();
                format!("{}: {how} {to} {sure} {} {open:?}", plan.from, because.as_str())
            })
            .collect();
        insta::assert_snapshot!(lines.join("\n"));
        let open = open_points(&proposal.recipe, &table.layout, case);
        assert_eq!(open.columns, ["Couleur"]);
        assert_eq!(open.words.len(), 2);
    });
}

/// A recipe that is complete writes the table anew, twice the same; no name, date of
/// birth or story is left.
#[test]
fn writes_the_table_anew() {
    with(SHEET, |table, survey| {
        let case = profile("case").unwrap();
        let mut recipe = propose(&table.layout, case, survey, &[]).recipe;
        for step in &mut recipe.columns {
            if step.how == How::Undecided {
                step.how = How::Drop;
            }
            for value in &mut step.values {
                value.to = Some(match value.from.as_str() {
                    "sexuelle" => "SexualExploitation".to_owned(),
                    _ => "WithholdsDocuments".to_owned(),
                });
            }
        }
        assert!(open_points(&recipe, &table.layout, case).is_empty());
        let recipe = Recipe::read(&recipe.to_text()).unwrap();
        let reading = Reading::default();
        let one = prepare(table, case, &recipe, survey, &reading).unwrap();
        assert_eq!(one, prepare(table, case, &recipe, survey, &reading).unwrap());
        assert!(one.undecided.is_empty(), "{:?}", one.undecided);
        insta::assert_snapshot!(one.csv);
    });
}

/// Columns can be made broader; a new word of next year is found.
#[test]
fn coarsens_and_sees_new_words() {
    let text = "Case,Year,Sex,Age,Nationality,owes money\n\
                1,2018,F,17,Kenya,yes\n2,2021,zz,44,Exampleland,no\n";
    let recipe = r#"{"format": "untoc-recipe/1", "profile": "case", "state": "XXA", "columns": [
        {"from": "Case", "how": "number", "field": "case_id"},
        {"from": "Year", "how": "period", "years": 5},
        {"from": "Sex", "how": "keep", "field": "prs_Gender"},
        {"from": "Age", "how": "age-group"},
        {"from": "Nationality", "how": "origin", "field": "prs_Citizenship"},
        {"from": "owes money", "how": "flag", "field": "vic_MethodsOfControl", "code": "DebtBondage"}
    ], "fixed": [{"field": "reporting_entity", "value": "Example Shelter"}]}"#;
    let mut recipe = Recipe::read(recipe).unwrap();
    with(text, |table, survey| {
        let case = profile("case").unwrap();
        let done = prepare(table, case, &recipe, survey, &Reading::default()).unwrap();
        assert_eq!(
            done.csv,
            "case_id,prs_Gender,vic_MethodsOfControl,reporting_entity,period,age_group,origin\n\
             1,Feminine,DebtBondage,Example Shelter,2015-2019,child,foreign\n\
             2,,,Example Shelter,2020-2024,adult,national\n"
        );
        assert_eq!(done.undecided["Sex"].cells, 1);
        add_words(&mut recipe, &table.layout, case, survey);
        assert_eq!(open_points(&recipe, &table.layout, case).words["Sex"], 1);
    });
}

/// Two columns of one name are told apart, and each row keeps both or none.
#[test]
fn tells_columns_of_one_name_apart() {
    with("Sex,Year,Sex,,\nF,2020,M,1,2\n", |table, survey| {
        let case = profile("case").unwrap();
        let recipe = propose(&table.layout, case, survey, &[]).recipe;
        let names: Vec<&str> =
            recipe.columns.iter().map(|step| step.from.as_str()).collect();
        assert_eq!(names, ["Sex", "Year", "Sex (2)", "column 4", "column 5"]);
        Recipe::read(&recipe.to_text()).unwrap();
        let done = prepare(table, case, &recipe, survey, &Reading::default()).unwrap();
        assert_eq!(done.csv, "case_id,year,prs_Gender\n1,2020,Feminine\n");
    });
}
