//! Tables of counts that are made of cases, and that they give nobody away.

use std::fmt::Write as _;

use proptest::prelude::*;
use untoc_core::{Code, CountryCode, Library};

use super::*;
use crate::disclosure::{Question, Verdict, check_disclosure};
use crate::layout::Dialect;
use crate::profiles::profile;

fn of(shape: Shape, threshold: usize, zeros: Zeros) -> Wanted {
    let tables = vec![TableWanted { shape, by: Vec::new() }];
    Wanted { tables, threshold, zeros, countries: USUAL_COUNTRIES }
}

fn wanted(threshold: usize, zeros: Zeros) -> Wanted {
    let constant = Indicator {
        state: CountryCode::EXAMPLELAND,
        name: "Detected trafficking victims".to_owned(),
        source: "Example Shelter".to_owned(),
    };
    of(Shape::indicator(constant), threshold, zeros)
}

fn all(table: &Table<'_>, wanted: &Wanted) -> Vec<Aggregated> {
    let case = profile("case").unwrap();
    aggregate(table, case, wanted, &Reading::default()).unwrap()
}

fn count(text: &str, wanted: &Wanted) -> Aggregated {
    let bytes = text.as_bytes().to_vec();
    let table = Table::open(&bytes, &Dialect::default()).unwrap();
    all(&table, wanted).remove(0)
}

fn cases(rows: &[(u16, u8, u8, u8, u8)]) -> String {
    let mut text =
        "case_id,year,prs_Gender,age_band,prs_Citizenship,vic_TypeOfExploitation\n"
            .to_owned();
    let sexes = ["Feminine", "Masculine", ""];
    let ages = ["9-17", "18-20", "30-38"];
    let forms = [
        "ForcedLabour",
        "SexualExploitation",
        "ForcedBegging;ForcedLabour",
        "",
        "ForcedMarriage;ForcedBegging",
        "ForcedMarriage",
    ];
    let countries = ["XXA", "KEN", "XXA;KEN", "KEN;UGA", "UGA", "", "TZA"];
    for (at, (year, sex, age, form, country)) in rows.iter().enumerate() {
        writeln!(
            text,
            "C{at},{},{},{},{},{}",
            2020 + year,
            sexes[*sex as usize % 3],
            ages[*age as usize % 3],
            countries[*country as usize % 7],
            forms[*form as usize % 6]
        )
        .unwrap();
    }
    text
}

/// Questions of each kind: with national and foreign, with countries, with a column of
/// counts that must be named.
const QUESTIONS: [(&str, Option<&str>); 3] =
    [("tip-6-q2", None), ("som-16-q6", None), ("tip-5-q1d", Some("investigated"))];

fn question_shape(question: &str, count: Option<&str>) -> (Shape, TableSchema) {
    let library = Library::embedded();
    let (plan, slot) = library.find_question(question).unwrap();
    let columns = plan.columns(slot);
    let state = Some(CountryCode::EXAMPLELAND);
    let shape = Shape::question(columns, count, state).unwrap();
    let schema = crate::question_schema(question, columns, Some(shape.count_column()));
    (shape, schema)
}

fn check(csv: &str, schema: Option<&TableSchema>) -> crate::disclosure::Disclosure {
    let bytes = csv.as_bytes().to_vec();
    let table = Table::open(&bytes, &Dialect::default()).unwrap();
    let reading = Reading::default();
    let report = crate::check::check_table(&table, schema, &reading).unwrap();
    assert!(
        report.findings.iter().all(|f| f.severity < untoc_core::Severity::Warning),
        "{:?}",
        report.findings
    );
    let question = Question::default();
    check_disclosure(&table, schema, &report.matched, None, &question, &reading).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Our own check finds nothing small and nothing that can be worked out in our own
    /// tables, in each shape, alone and made together, and for either audience.
    #[test]
    fn own_tables_pass_the_own_check(
        rows in proptest::collection::vec((0_u16..2, any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>()), 1..120),
        public in any::<bool>(),
        most in 1_usize..5,
    ) {
        let text = cases(&rows);
        let mut wanted = match public {
            true => wanted(11, Zeros::Small),
            false => wanted(5, Zeros::Absent),
        };
        wanted.countries = most;
        let codes = [Code::DisclosureSmallCell, Code::DisclosureRecoverable, Code::DisclosureMargin];
        let passes = |found: &crate::disclosure::Disclosure| {
            let small = |f: &&untoc_core::Finding| {
                codes.contains(&f.code) && (public || f.code != Code::DisclosureSmallCell)
            };
            found.verdict > Verdict::Blocked && !found.findings.iter().any(|f| small(&f))
        };
        let found = check(&count(&text, &wanted).csv, profile("indicator"));
        prop_assert!(passes(&found), "{:?}", found.findings);
        let mut joint = wanted.clone();
        let mut schemas = vec![profile("indicator").unwrap().clone()];
        for (question, count) in QUESTIONS {
            let (shape, schema) = question_shape(question, count);
            joint.tables.push(TableWanted { shape: shape.clone(), by: Vec::new() });
            wanted.tables = vec![TableWanted { shape, by: Vec::new() }];
            let made = self::count(&text, &wanted);
            let found = check(&made.csv, Some(&schema));
            prop_assert!(passes(&found), "{question} {:?}\n{}", found.findings, made.csv);
            schemas.push(schema);
        }
        // Made together, all pass, and none shows what another leaves out.
        let bytes = text.as_bytes().to_vec();
        let table = Table::open(&bytes, &Dialect::default()).unwrap();
        let tables = all(&table, &joint);
        for (made, schema) in tables.iter().zip(&schemas) {
            let found = check(&made.csv, Some(schema));
            prop_assert!(passes(&found), "{:?}", found.findings);
        }
        let shown = |csv: &str, row: &str| {
            let line = csv.lines().find(|line| line.contains(row));
            line.map(|line| line.split(',').any(|cell| cell == "<5" || cell == "<11" || cell == "*"))
        };
        // What both tables call by a word of their own, but is the same.
        let same = [
            ("Total,Total,Female,Total,YEAR,", "YEAR,female,total,total,total,"),
            ("form of exploitation,Sexual exploitation,Total,Total,YEAR,",
                "YEAR,total,total,sexual,total,"),
            ("form of exploitation,Unknown,Total,Total,YEAR,",
                "YEAR,total,total,unknown,total,"),
            ("by citizenship,Unknown,Total,Total,YEAR,", "YEAR,total,total,total,unknown,"),
        ];
        for (year, (one, two)) in ["2020", "2021"].into_iter().flat_map(|y| same.map(|s| (y, s))) {
            let (one, two) = (one.replace("YEAR", year), two.replace("YEAR", year));
            prop_assert_eq!(
                shown(&tables[0].csv, &one), shown(&tables[1].csv, &two),
                "{} {}\n{}\n{}", one, two, tables[0].csv, tables[1].csv
            );
        }
    }
}

/// The table has the columns of the profile, and small counts are left out.
#[test]
fn makes_an_indicator_table() {
    let mut rows = vec![(0, 0, 0, 0, 0); 20];
    rows.extend(vec![(0, 1, 1, 1, 1); 9]);
    rows.extend(vec![(0, 0, 1, 1, 1); 6]);
    rows.extend(vec![(0, 1, 0, 2, 0); 2]);
    rows.push((1, 0, 0, 0, 0));
    let result = count(&cases(&rows), &wanted(5, Zeros::Absent));
    insta::assert_snapshot!(result.csv);
    assert_eq!((result.cases, result.without_year), (38, 0));
}

/// The table of a question has its columns and the words of its options.
#[test]
fn makes_the_table_of_a_question() {
    let mut rows = vec![(0, 0, 0, 0, 0); 20];
    rows.extend(vec![(0, 1, 1, 1, 1); 9]);
    rows.extend(vec![(0, 0, 1, 2, 1); 3]);
    let library = Library::embedded();
    let (plan, slot) = library.find_question("tip-6-q2").unwrap();
    let state = Some(CountryCode::EXAMPLELAND);
    let shape = Shape::question(plan.columns(slot), None, state).unwrap();
    let wanted = of(shape, 5, Zeros::Absent);
    insta::assert_snapshot!(count(&cases(&rows), &wanted).csv);
}

/// The largest countries have rows of their own, by their names where a question asks
/// for them; the others are put together.
#[test]
fn puts_small_countries_together() {
    let rows: Vec<_> = [(0, 40), (1, 30), (4, 12), (6, 9)]
        .into_iter()
        .flat_map(|(country, count)| vec![(0, 0, 0, 0, country); count])
        .collect();
    let mut wanted = wanted(5, Zeros::Absent);
    wanted.countries = 2;
    wanted.tables[0].by = vec![vec!["citizenship".to_owned()]];
    let (shape, _) = question_shape("som-16-q6", None);
    wanted.tables.push(TableWanted { shape, by: vec![vec!["origin".to_owned()]] });
    let bytes = cases(&rows).into_bytes();
    let table = Table::open(&bytes, &Dialect::default()).unwrap();
    let made = all(&table, &wanted);
    insta::assert_snapshot!(format!("{}\n{}", made[0].csv, made[1].csv));
}

/// What cannot be counted is said.
#[test]
fn refuses_what_makes_no_sense() {
    let library = Library::embedded();
    let (plan, slot) = library.find_question("tip-5-q1d").unwrap();
    let shape = Shape::question(plan.columns(slot), None, None);
    assert!(matches!(shape, Err(ShapeError::WhichCount(names)) if names.len() == 4));
    let bytes = cases(&[(0, 0, 0, 0, 0)]).into_bytes();
    let table = Table::open(&bytes, &Dialect::default()).unwrap();
    let mut wanted = wanted(5, Zeros::Absent);
    wanted.tables[0].by = vec![vec!["form".to_owned(), "citizenship".to_owned()]];
    let schema = profile("case").unwrap();
    let result = aggregate(&table, schema, &wanted, &Reading::default());
    assert!(matches!(result, Err(AggregateError::NotAtOnce(_))));
    wanted.tables[0].by = vec![vec!["shoe-size".to_owned()]];
    let result = aggregate(&table, schema, &wanted, &Reading::default());
    assert!(matches!(result, Err(AggregateError::UnknownBreakdown { .. })));
}
