//! An invented table of cases for guides and tests: made by a formula, the same each time.

use crate::csv_text::CsvText;

/// A source of numbers that looks like chance and is always the same.
struct Dice(u64);

impl Dice {
    /// Returns a number below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        // SplitMix64: enough for an example, no use for secrets.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides.max(1)
    }

    /// Takes one of some words, each as often as its weight says.
    fn take<'w>(&mut self, words: &[(&'w str, u64)]) -> &'w str {
        let all = words.iter().map(|(_, weight)| weight).sum();
        let mut rolled = self.roll(all);
        for (word, weight) in words {
            if rolled < *weight {
                return word;
            }
            rolled -= weight;
        }
        ""
    }
}

const COLUMNS: [&str; 13] = [
    "Case no",
    "Name",
    "Date of birth",
    "Sex",
    "Nationality",
    "Date of intake",
    "Country of exploitation",
    "Form of exploitation",
    "Means of control",
    "How recruited",
    "Consent",
    "Room",
    "Notes",
];

/// Returns a table of invented cases, as a shelter might keep it. No row is a person.
pub fn example_cases(count: usize) -> String {
    let mut dice = Dice(2_000);
    let mut csv = CsvText::new();
    csv.row(COLUMNS);
    for number in 1..=count {
        csv.row(case(number, &mut dice));
    }
    csv.take()
}

fn case(number: usize, dice: &mut Dice) -> [String; 13] {
    let year = 2021 + dice.roll(5);
    let sex = dice.take(&[("F", 63), ("M", 34), ("x", 2), ("", 1)]);
    let form = match sex {
        "M" => dice.take(&[
            ("forced labour", 70),
            ("fishing boat", 6),
            ("begging", 12),
            ("sexual exploitation", 8),
            ("", 4),
        ]),
        _ => dice.take(&[
            ("sexual exploitation", 55),
            ("domestic work", 22),
            ("forced labour", 10),
            ("begging, forced labour", 4),
            ("forced marriage", 6),
            ("", 3),
        ]),
    };
    let age = match form {
        "begging" => 8 + dice.roll(10),
        "forced marriage" => 14 + dice.roll(8),
        _ => 15 + dice.roll(14) + dice.roll(14),
    };
    let origin = dice.take(&[
        ("Exampleland", 44),
        ("XXB", 30),
        ("XXC", 17),
        ("XXD", 7),
        ("XXE", 2),
    ]);
    let place = match origin {
        "Exampleland" => dice.take(&[("Exampleland", 80), ("XXB", 20)]),
        _ => dice.take(&[("Exampleland", 92), ("XXB", 8)]),
    };
    let control = dice.take(&[
        ("debts", 22),
        ("debts; passport taken", 14),
        ("threats", 16),
        ("threats; violence", 12),
        ("false promises", 18),
        ("wages withheld; long hours", 10),
        ("", 18),
    ]);
    let recruited = dice.take(&[
        ("social media", 28),
        ("friends", 24),
        ("family", 14),
        ("agency", 16),
        ("online advertisement", 6),
        ("", 12),
    ]);
    let born =
        format!("{}-{:02}-{:02}", year - age, 1 + dice.roll(12), 1 + dice.roll(28));
    let intake = format!("{year}-{:02}-{:02}", 1 + dice.roll(12), 1 + dice.roll(28));
    let note = dice.take(&[
        ("", 70),
        ("invented remark, longer than a code would be, about nobody", 30),
    ]);
    [
        format!("ES-{year}-{number:04}"),
        format!("Invented Person {number}"),
        born,
        sex.to_owned(),
        origin.to_owned(),
        intake,
        place.to_owned(),
        form.to_owned(),
        control.to_owned(),
        recruited.to_owned(),
        dice.take(&[("yes", 93), ("no", 7)]).to_owned(),
        (1 + dice.roll(40)).to_string(),
        note.to_owned(),
    ]
}

/// Returns a table of indicators as an authority of the invented State might publish it.
pub fn example_authority() -> String {
    let mut csv = CsvText::new();
    csv.row([
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
    ]);
    let source = "National police of Exampleland (invented)";
    for (at, year) in (2021_u32..=2025).enumerate() {
        let at = u32::try_from(at).unwrap_or(0);
        let rows = [
            ("Detected trafficking victims", "Total", 410 + 35 * at),
            ("Detected trafficking victims", "Female", 280 + 22 * at),
            ("Detected trafficking victims", "Male", 130 + 13 * at),
            ("Persons investigated for trafficking", "Total", 96 + 8 * at),
            ("Persons prosecuted for trafficking", "Total", 61 + 5 * at),
            ("Persons convicted of trafficking", "Total", 23 + 3 * at),
        ];
        for (indicator, sex, value) in rows {
            let (year, value) = (year.to_string(), value.to_string());
            csv.row([
                "XXA", indicator, "Total", "Total", sex, "Total", &year, "Persons",
                &value, source,
            ]);
        }
    }
    csv.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example is always the same, and as long as it was asked for.
    #[test]
    fn is_always_the_same() {
        let text = example_cases(3_000);
        assert_eq!(text, example_cases(3_000));
        assert_eq!(text.lines().count(), 3_001);
        insta::assert_snapshot!(text.lines().take(6).collect::<Vec<_>>().join("\n"));
    }
}
