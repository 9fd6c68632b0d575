//! Figures of made tables, and that they give nobody away.

mod by;

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

const SEIZURES: &str = "\
iso3,indicator,dimension,category,sex,age,year,unit,value,source,iccs
XXA,Drugs seized,by type,Cocaine,Total,Total,2021,Kilograms,412,Customs,0601
XXA,Drugs seized,by type,Heroin,Total,Total,2021,Kilograms,30,Customs,0601
XXA,Drug seizures,by type,Cocaine,Total,Total,2021,Cases,41,Customs,0601
XXA,Drug seizures,by type,Heroin,Total,Total,2021,Cases,3,Customs,0601
XXA,Drug seizures,Total,Total,Total,Total,2021,Cases,44,Customs,0601
XXA,Assets frozen,by type,EUR,Total,Total,2021,Currency,900000,Ministry,
XXA,Assets confiscated,by type,EUR,Total,Total,2021,Currency,250000,Ministry,
XXA,Mutual legal assistance requests received,Total,Total,Total,Total,2020,Requests,31,Ministry,
XXA,Mutual legal assistance requests received,Total,Total,Total,Total,2021,Requests,44,Ministry,
XXA,Mutual legal assistance median time,Total,Total,Total,Total,2021,Days,210,Ministry,
XXA,Offences,Total,Total,Total,Total,2019,Cases,70,Police,0204
XXA,Offences,Total,Total,Total,Total,2020,Cases,75,Courts,0204
XXA,Offences,Total,Total,Total,Total,2021,Cases,20,Courts,02041
";

/// Drugs, assets and requests stand side by side; a new source or definition is a break.
#[test]
fn summarizes_seizures_and_breaks() {
    insta::assert_snapshot!(all(&figures(SEIZURES, "indicator", &[])));
}

/// Counts that our own check of tables works out from those that figures show.
fn recovered(
    cells: Vec<(Vec<String>, Quantity)>,
    breakdown: Option<usize>,
) -> Vec<usize> {
    use crate::disclosure::cells::{Cell, Count, recover};
    let cells = cells.into_iter().enumerate().map(|(row, (key, value))| {
        let count = match value {
            Quantity::Number(count) => Count::Known(count),
            Quantity::Below(_) | Quantity::Hidden => Count::Suppressed,
            Quantity::Percent(_) | Quantity::Unknown => Count::Missing,
        };
        Cell { row, key, count }
    });
    recover(&cells.collect::<Vec<_>>(), breakdown).rows
}

/// The counts behind the shares of means of control, by form and of all cases.
fn control_counts(figures: &[Figure]) -> Vec<(Vec<String>, Quantity)> {
    let find = |id: &str| figures.iter().find(|figure| figure.id == id);
    let (Some(whole), Some(forms)) = (find("control"), find("control-forms")) else {
        return Vec::new();
    };
    let count = |value: Quantity, of: Option<f64>| match (value, of) {
        (Quantity::Percent(share), Some(of)) => {
            Quantity::Number((share / 100.0 * of).round())
        }
        (value, _) => value,
    };
    let known = whole.title.rsplit('=').next().and_then(|known| known.parse().ok());
    let mut cells = Vec::new();
    for row in &whole.rows {
        let key = vec![row.labels[0].clone(), "total".to_owned()];
        cells.push((key, count(row.values[0], known)));
    }
    for row in &forms.rows {
        for (series, value) in forms.series.iter().zip(&row.values) {
            let of =
                series.rsplit('(').next().and_then(|n| n.trim_matches(')').parse().ok());
            cells.push((vec![row.labels[0].clone(), series.clone()], count(*value, of)));
        }
    }
    cells
}

/// The cells of a figure: what its rows and its columns say.
fn cells_of(figure: &Figure) -> Vec<(Vec<String>, Quantity)> {
    let cells = figure.rows.iter().flat_map(|row| {
        figure.series.iter().zip(&row.values).map(|(series, value)| {
            (row.labels.iter().chain([series]).cloned().collect(), *value)
        })
    });
    cells.collect()
}

/// Three cases, one of unknown sex: the row of its form adds up, and the total that is left
/// out does not follow from its empty parts.
#[test]
fn victims_add_up() {
    let text = "case_id,year,prs_Gender,age_band,vic_TypeOfExploitation\n\
                0,2020,Feminine,9-17,SexualExploitation\n\
                1,2020,,9-17,ForcedLabour\n\
                2,2020,Feminine,18-20,SexualExploitation\n";
    let figures = figures(text, "case", &[]);
    let victims = figures.iter().find(|figure| figure.id == "victims").unwrap();
    assert!(recovered(cells_of(victims), None).is_empty(), "{}", plain(victims));
    insta::assert_snapshot!(plain(victims));
}

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
    let incidents = "incident_id,date,dead,missing,route,cause\n\
                     1,2020-01-02,20,7,North,Drowning\n2,2021-05-06,30,2,North,Drowning;Violence\n\
                     3,2021-06-01,9,12,South,Drowning\n4,2021-06-02,2,0,South,Violence\n";
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
        let figures = figures(&text, "case", &[]);
        let found = recovered(control_counts(&figures), None);
        prop_assert!(found.is_empty(), "{found:?} {}", all(&figures));
        for (_, value) in control_counts(&figures) {
            let small = value.number().is_some_and(|count| count > 0.0 && count < 5.0);
            prop_assert!(!small, "{}", all(&figures));
        }
        for figure in figures {
            for value in figure.rows.iter().flat_map(|row| &row.values) {
                if let Quantity::Number(count) = value {
                    prop_assert!(*count == 0.0 || *count >= 5.0, "{}", plain(&figure));
                }
            }
            let found = recovered(cells_of(&figure), None);
            prop_assert!(found.is_empty(), "{found:?} {}", plain(&figure));
        }
    }

    /// Nothing that is left out of one figure of incidents follows from the others.
    #[test]
    fn incidents_give_nothing_away(
        rows in proptest::collection::vec((0_u8..3, 0_u8..3, 0_u8..4, 0_u8..9, 0_u8..4), 1..30),
    ) {
        let mut text = "incident_id,date,dead,missing,route,cause\n".to_owned();
        for (at, (year, route, cause, dead, missing)) in rows.iter().enumerate() {
            let route = ["North", "South", ""][*route as usize];
            let cause = ["Drowning", "Violence", "", "Drowning;Violence"][*cause as usize];
            writeln!(text, "{at},202{year}-01-02,{dead},{missing},{route},{cause}").unwrap();
        }
        let figures = figures(&text, "incident", &[]);
        let mut cells = Vec::new();
        for figure in &figures {
            let all = || "total".to_owned();
            for (key, value) in cells_of(figure) {
                let (one, two) = (key[0].clone(), key[1].clone());
                let key = match figure.id.as_str() {
                    "deaths" => vec![one, all(), all(), two],
                    "routes" => vec![all(), one, all(), two],
                    "routes-causes" => vec![all(), one, two, all()],
                    _ => continue,
                };
                cells.push((key, value));
            }
        }
        let found = recovered(cells, None);
        prop_assert!(found.is_empty(), "{found:?} {}", all(&figures));
    }

    /// Nothing that is left out of the rows of indicators follows from the others.
    #[test]
    fn indicators_give_nothing_away(counts in proptest::collection::vec(0_u64..14, 12)) {
        let mut text = "iso3,indicator,dimension,category,sex,age,year,unit,value,source\n"
            .to_owned();
        let sum = |keep: &dyn Fn(usize) -> bool| -> u64 {
            (0..12).filter(|at| keep(*at)).map(|at| counts[at]).sum()
        };
        let mut line = |by: &str, category: &str, sex: &str, count: u64| {
            writeln!(text, "XXA,Drug seizures,{by},{category},{sex},Total,2021,Cases,{count},x")
                .unwrap();
        };
        line("Total", "Total", "Total", sum(&|_| true));
        for (sex, name) in ["Female", "Male"].iter().enumerate() {
            line("Total", "Total", name, sum(&|at| at % 2 == sex));
        }
        for (kind, name) in ["Cocaine", "Heroin", "Cannabis"].iter().enumerate() {
            line("by type", name, "Total", sum(&|at| at % 3 == kind));
        }
        let bytes = text.as_bytes().to_vec();
        let table = Table::open(&bytes, &Dialect::default()).unwrap();
        let schema = profile("indicator").unwrap();
        let read = records::read(&table, schema, &asked(&[]), &Reading::default()).unwrap();
        let cells = read.iter().map(|record| {
            (record.key().map(str::to_owned).to_vec(), record.value)
        });
        let found = recovered(cells.collect(), Some(2));
        prop_assert!(found.is_empty(), "{found:?} {read:?}");
        for figure in figures(&text, "indicator", &[]) {
            let found = recovered(cells_of(&figure), None);
            prop_assert!(found.is_empty(), "{found:?} {}", plain(&figure));
        }
    }
}
