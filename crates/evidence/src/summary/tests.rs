//! Figures of made tables, and that they give nobody away.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::layout::Dialect;
use crate::profiles::profile;

/// Words that show which key was asked for, and with what.
struct Keys;

impl Wording for Keys {
    fn say(&self, key: &str, values: &[(&'static str, String)]) -> String {
        let values: Vec<String> =
            values.iter().map(|(name, value)| format!("{name}={value}")).collect();
        match values.is_empty() {
            true => key.trim_start_matches("figure-label-").to_owned(),
            false => format!("{key} {}", values.join(" ")),
        }
    }

    fn name(&self, code: &str) -> String {
        code.to_owned()
    }
}

fn asked<'a>(by: &[&[&str]]) -> SummaryAsked<'a> {
    SummaryAsked {
        by: by
            .iter()
            .map(|set| set.iter().map(|name| (*name).to_owned()).collect())
            .collect(),
        threshold: 5,
        zeros: Zeros::Absent,
        source: "Example Shelter".to_owned(),
        wording: &Keys,
    }
}

fn figures(text: &str, name: &str, by: &[&[&str]]) -> Vec<Figure> {
    let bytes = text.as_bytes().to_vec();
    let table = Table::open(&bytes, &Dialect::default()).unwrap();
    let schema = profile(name).unwrap();
    summarize(&table, schema, &asked(by), &Reading::default()).unwrap()
}

/// Writes a figure so that it can be read in a snapshot.
fn plain(figure: &Figure) -> String {
    let mut out = format!("{} {:?} | {}\n", figure.id, figure.kind, figure.title);
    let head: Vec<&str> =
        figure.labels.iter().chain(&figure.series).map(String::as_str).collect();
    writeln!(out, "  {}", head.join(" | ")).unwrap();
    for row in &figure.rows {
        let values = row.values.iter().map(|value| value.plain());
        let cells: Vec<String> = row.labels.iter().cloned().chain(values).collect();
        writeln!(out, "  {}", cells.join(" | ")).unwrap();
    }
    for note in &figure.notes {
        writeln!(out, "  {note}").unwrap();
    }
    out
}

fn all(figures: &[Figure]) -> String {
    figures.iter().map(plain).collect::<Vec<_>>().join("\n")
}

fn cases(count: usize) -> String {
    let mut text =
        "case_id,year,prs_Gender,age_band,prs_Citizenship,country_of_exploitation,\
                    vic_TypeOfExploitation,vic_MethodsOfControl\n"
            .to_owned();
    for at in 0..count {
        let pick =
            |list: &[&'static str], by: usize| list[(at * by + at / 7) % list.len()];
        writeln!(
            text,
            "{at},{},{},{},{},{},{},{}",
            2020 + at % 3,
            pick(&["Feminine", "Feminine", "Masculine", ""], 3),
            pick(&["9-17", "18-20", "30-38"], 5),
            pick(&["XXA", "KEN", "KEN", "UGA"], 7),
            pick(&["XXA", "XXA", "KEN"], 11),
            pick(
                &["SexualExploitation", "ForcedLabour", "ForcedBegging;ForcedLabour"],
                13
            ),
            pick(
                &["DebtBondage", "DebtBondage;FalsePromises", "", "PhysicalThreats"],
                17
            ),
        )
        .unwrap();
    }
    text
}

/// Cases show how complete they are, the trend, victims, flows and means of control.
#[test]
fn summarizes_cases() {
    insta::assert_snapshot!(all(&figures(&cases(400), "case", &[])));
}

/// Whoever asks for properties gets a table of them.
#[test]
fn summarizes_by_properties() {
    let figures = figures(&cases(60), "case", &[&["year", "sex"]]);
    assert_eq!(figures[0].id, "by-year-sex");
    insta::assert_snapshot!(all(&figures));
}

const INDICATORS: &str = "\
iso3,indicator,dimension,category,sex,age,year,unit,value,source
XXA,Persons prosecuted,Total,Total,Total,Total,2021,Persons,80,Prosecution
XXA,Persons convicted,Total,Total,Total,Total,2021,Persons,20,Courts
XXA,Victims,Total,Total,Total,Total,2020,Persons,40,Police
XXA,Victims,Total,Total,Total,Total,2021,Persons,60,Police
XXA,Victims,Total,Total,Female,Total,2021,Persons,57,Police
XXA,Victims,Total,Total,Male,Total,2021,Persons,3,Police
XXA,Victims,by form of exploitation,Forced labour,Total,Total,2021,Persons,58,Police
XXA,Victims,by form of exploitation,Sexual exploitation,Total,Total,2021,Persons,<5,Police
XXA,Victims,Total,Total,Total,Total,2021,Persons,75,Example Shelter
";

/// Indicators show trends, the way from the offence to the conviction, forms, and what two
/// sources say; a file that shows too much is not shown whole.
#[test]
fn summarizes_indicators() {
    let figures = figures(INDICATORS, "indicator", &[]);
    let text = all(&figures);
    assert!(!text.contains("57"), "{text}");
    insta::assert_snapshot!(text);
}

/// Arms and incidents have figures of their own.
#[test]
fn summarizes_arms_and_incidents() {
    let arms = "iso3,year,type,unit,seized,found,surrendered,traced,authority,source\n\
                XXA,2020,Pistols,pieces,100,20,10,65,Police,x\n\
                XXA,2021,Rifles and carbines,pieces,40,0,60,10,Police,x\n";
    let incidents = "incident_id,date,dead,missing,route\n\
                     1,2020-01-02,20,7,North\n2,2021-05-06,30,2,North\n3,2021-06-01,9,12,South\n";
    let mut figures_of = figures(arms, "arms", &[]);
    figures_of.extend(figures(incidents, "incident", &[]));
    insta::assert_snapshot!(all(&figures_of));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// No figure shows a count below the threshold, and shares are of shown counts only.
    #[test]
    fn shows_nothing_small(
        rows in proptest::collection::vec((0_usize..3, any::<u8>(), any::<u8>(), any::<u8>()), 1..90),
    ) {
        let mut text = "case_id,year,prs_Gender,age_band,prs_Citizenship,\
                        country_of_exploitation,vic_TypeOfExploitation,vic_MethodsOfControl\n"
            .to_owned();
        for (at, (year, a, b, c)) in rows.iter().enumerate() {
            let pick = |list: &[&'static str], by: u8| list[by as usize % list.len()];
            writeln!(text, "{at},{},{},{},{},{},{},{}",
                2020 + year,
                pick(&["Feminine", "Masculine", ""], *a),
                pick(&["9-17", "18-20"], a / 3),
                pick(&["XXA", "KEN"], *b),
                pick(&["XXA", "KEN"], b / 2),
                pick(&["ForcedLabour", "SexualExploitation"], *c),
                pick(&["DebtBondage", "", "FalsePromises"], c / 2),
            ).unwrap();
        }
        for figure in figures(&text, "case", &[]) {
            for value in figure.rows.iter().flat_map(|row| &row.values) {
                if let Quantity::Number(count) = value {
                    prop_assert!(*count == 0.0 || *count >= 5.0, "{}", plain(&figure));
                }
            }
        }
    }
}
