//! Tables that were asked for by properties: alone or several, they give nobody away.

use super::*;

/// The properties, in the order of a cell's key; the last two are about the age.
const BY: [&str; 9] = [
    "year",
    "sex",
    "form",
    "citizenship",
    "country",
    "industry",
    "status",
    "age",
    "age-band",
];
const AGE: usize = 7;
const BAND: usize = 8;

/// What one row says: an index for each property.
type Row = [u8; 8];

fn table_of(rows: &[Row]) -> String {
    let mut text = "case_id,year,prs_Gender,age_band,prs_Citizenship,\
                    country_of_exploitation,vic_TypeOfExploitation,\
                    vic_ForcedLabourIndustry,vic_TraffickingStatus\n"
        .to_owned();
    for (at, row) in rows.iter().enumerate() {
        let pick = |list: &[&'static str], by: usize| list[row[by] as usize % list.len()];
        writeln!(
            text,
            "{at},{},{},{},{},{},{},{},{}",
            pick(&["2020", "2021", "2022", ""], 0),
            pick(&["Feminine", "Masculine", "NonConforming", ""], 1),
            pick(&["0-8", "9-17", "18-20", "30-38", ""], 2),
            pick(&["XXA", "KEN", "UGA;KEN", ""], 3),
            pick(&["XXA", "KEN"], 4),
            pick(&["ForcedLabour", "SexualExploitation", "ForcedLabour;Servitude"], 5),
            pick(&["Agriculture", "Construction", ""], 6),
            pick(&["Confirmed", "Presumed", ""], 7),
        )
        .unwrap();
    }
    text
}

fn group_of(band: &str) -> &'static str {
    match band {
        "0-8" | "9-17" => "child",
        "18-20" | "30-38" => "adult",
        _ => "unknown",
    }
}

/// The cells of all tables, each once, with one key for all properties.
fn cells_by(figures: &[Figure], sets: &[Vec<usize>]) -> Vec<(Vec<String>, Quantity)> {
    let mut cells: Vec<(Vec<String>, Quantity)> = Vec::new();
    for (figure, set) in figures.iter().zip(sets) {
        for row in &figure.rows {
            let mut key = vec!["total".to_owned(); BY.len()];
            for (at, label) in set.iter().zip(&row.labels) {
                key[*at].clone_from(label);
            }
            // A band of ages says who is a child.
            if key[BAND] != "total" && key[AGE] == "total" {
                key[AGE] = group_of(&key[BAND]).to_owned();
            }
            match cells.iter().find(|(own, _)| *own == key) {
                Some((_, value)) => assert_eq!(*value, row.values[0], "{key:?}"),
                None => cells.push((key, row.values[0])),
            }
        }
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No table by properties shows a small count, and what one leaves out follows neither
    /// from itself nor from another.
    #[test]
    fn tables_give_nothing_away(
        rows in proptest::collection::vec(any::<Row>(), 1..90),
        sets in proptest::collection::vec(
            proptest::sample::subsequence((0..BY.len()).collect::<Vec<_>>(), 1..4), 1..4),
        public in any::<bool>(),
    ) {
        let bytes = table_of(&rows).into_bytes();
        let table = Table::open(&bytes, &Dialect::default()).unwrap();
        let mut asked = asked(&[]);
        asked.by = sets
            .iter()
            .map(|set| set.iter().map(|at| BY[*at].to_owned()).collect())
            .collect();
        if public {
            (asked.threshold, asked.zeros) = (11, Zeros::Small);
        }
        let schema = profile("case").unwrap();
        let figures = summarize(&table, schema, &asked, &Reading::default()).unwrap();
        let cells = cells_by(&figures, &sets);
        for (key, value) in &cells {
            let small = value.number().is_some_and(|count| count < asked.threshold as f64);
            let nobody = !public && *value == Quantity::Number(0.0);
            prop_assert!(!small || nobody, "{key:?} {}", all(&figures));
        }
        let keys: Vec<Vec<String>> = cells.iter().map(|(key, _)| key.clone()).collect();
        let found: Vec<_> =
            recovered(cells, None).into_iter().map(|at| keys[at].clone()).collect();
        prop_assert!(found.is_empty(), "{found:?}\n{}", all(&figures));
    }
}

/// Children are those of two bands: the table by bands does not tell what the table of
/// children and adults leaves out, nor the other way round.
#[test]
fn bands_of_ages_add_up_to_children() {
    let rows: Vec<Row> = [(0, 3), (1, 20), (2, 4), (3, 30)]
        .into_iter()
        .flat_map(|(band, count)| vec![[0, 0, band, 0, 0, 0, 0, 0]; count])
        .collect();
    let figures = figures(&table_of(&rows), "case", &[&["age"], &["age-band"]]);
    let cells = cells_by(&figures, &[vec![AGE], vec![BAND]]);
    assert_eq!(recovered(cells, None), Vec::<usize>::new(), "{}", all(&figures));
    insta::assert_snapshot!(all(&figures));
}
