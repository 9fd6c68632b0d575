//! Planted identifiers: what names or reaches a person is found, in every script, and
//! clean data raise no alarm.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use untoc_core::{Code, Finding};
use untoc_evidence::{
    Dialect, Disclosure, Question, Reading, Table, Verdict, check_disclosure,
    check_table, profile,
};

fn checked(text: &str, profile_name: Option<&str>) -> Disclosure {
    let source = text.as_bytes().to_vec();
    let dialect = Dialect::default();
    let table = Table::open(&source, &dialect).unwrap();
    let schema = profile_name.and_then(profile);
    let reading = Reading::default();
    let report = check_table(&table, schema, &reading).unwrap();
    check_disclosure(
        &table,
        schema,
        &report.matched,
        None,
        &Question::default(),
        &reading,
    )
    .unwrap()
}

fn luhn(body: &str) -> String {
    (0..10).map(|digit| format!("{body}{digit}")).find(|text| valid_luhn(text)).unwrap()
}

fn valid_luhn(text: &str) -> bool {
    let digits = text.bytes().rev().map(|b| u32::from(b - b'0'));
    let sum: u32 = digits
        .enumerate()
        .map(
            |(at, digit)| {
                if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
            },
        )
        .sum();
    sum.is_multiple_of(10)
}

fn iban(number: u64) -> String {
    let body = format!("{number:018}");
    let value: String = format!("{body}131400");
    let rest =
        value.bytes().fold(0_u64, |rest, b| (rest * 10 + u64::from(b - b'0')) % 97);
    format!("DE{:02}{body}", 98 - rest)
}

fn chinese(number: u32) -> String {
    let body = format!(
        "11010519{:02}{:02}{:02}{:03}",
        60 + number % 40,
        1 + number % 12,
        1 + number % 28,
        number % 1000
    );
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum();
    format!("{body}{}", "10X98765432".chars().nth((sum % 11) as usize).unwrap())
}

fn cpf(number: u32) -> String {
    let mut digits: Vec<u32> = format!("{:09}", 100_000_000 + number * 7919)
        .bytes()
        .map(|b| u32::from(b - b'0'))
        .collect();
    for _ in 0..2 {
        let first = u32::try_from(digits.len()).unwrap() + 1;
        let sum: u32 = digits.iter().zip((2..=first).rev()).map(|(d, w)| d * w).sum();
        digits.push(sum * 10 % 11 % 10);
    }
    let text: String = digits.iter().map(ToString::to_string).collect();
    format!("{}.{}.{}-{}", &text[..3], &text[3..6], &text[6..9], &text[9..])
}

fn dni(number: u32) -> String {
    let number = 10_000_000 + number * 7919;
    let letters = "TRWAGMYFPDXBNJZSQVHLCKE";
    format!("{number}{}", letters.chars().nth(number as usize % 23).unwrap())
}

fn pick<'a>(list: &[&'a str], at: u32) -> &'a str {
    list[at as usize % list.len()]
}

type Make = fn(u32) -> String;

/// Twenty-nine kinds: a name and a way to make the nth.
fn kinds() -> Vec<(&'static str, Make)> {
    vec![
        ("name, Latin", |n| {
            let given = pick(&["Maria", "John", "Fatima", "José", "Aminata"], n);
            let family = pick(
                &["Silva", "Smith", "Haddad", "Pérez", "Diallo", "Okafor", "Lopez"],
                n / 3,
            );
            format!(
                "{given} {family}{}",
                pick(&["", " Neto", " Junior", " Segundo"], n / 7)
            )
        }),
        ("name, Cyrillic", |n| {
            let given = pick(&["Иван", "Мария", "Ольга", "Сергей"], n);
            format!(
                "{given} {}",
                pick(
                    &[
                        "Петров",
                        "Сидорова",
                        "Иванова",
                        "Кузнецов",
                        "Попова",
                        "Соколов",
                        "Лебедев",
                        "Козлов",
                        "Новиков",
                        "Морозов",
                        "Волков",
                        "Зайцев",
                        "Павлов",
                        "Семёнов"
                    ],
                    n / 2
                )
            )
        }),
        ("name, Arabic", |n| {
            let given = pick(&["محمد", "فاطمة", "علي", "مريم"], n);
            format!(
                "{given} {}",
                pick(
                    &[
                        "حداد",
                        "خوري",
                        "منصور",
                        "سالم",
                        "ناصر",
                        "بشير",
                        "كريم",
                        "جابر",
                        "شاهين",
                        "عواد",
                        "قاسم",
                        "فارس",
                        "رشيد"
                    ],
                    n / 2
                )
            )
        }),
        ("name, Chinese", |n| {
            let family = pick(&["王", "李", "张", "刘", "陈", "杨", "赵"], n);
            let given = pick(
                &["小明", "丽", "伟", "芳", "娜", "秀英", "敏", "静", "强", "磊"],
                n / 2,
            );
            format!("{family}{given}")
        }),
        ("e-mail", |n| format!("person{n}@example.org")),
        ("phone with country code", |n| format!("+49 30 {:07}", 1_000_000 + n * 17)),
        ("phone, national", |n| {
            format!("(0{}) {:03}-{:04}", 21 + n % 50, 100 + n % 800, n * 13 % 10_000)
        }),
        ("phone, plain", |n| format!("06{:08}", 10_000_000 + n * 991)),
        ("passport", |n| {
            format!("{}{:07}", pick(&["C", "AB", "P"], n), 1_000_000 + n * 991)
        }),
        ("IBAN", |n| iban(u64::from(n) * 7_919_000_001)),
        ("payment card", |n| luhn(&format!("4111{:011}", u64::from(n) * 7_919_001))),
        ("IMEI", |n| luhn(&format!("49015420{:06}", 1000 + n * 13))),
        ("identity card, China", chinese),
        ("taxpayer, Brazil", cpf),
        ("identity card, Spain", dni),
        ("population registry, Mexico", |n| {
            format!("GOMC{:02}0{}1{}HDFRRL0{}", 60 + n % 40, 1 + n % 9, n % 10, n % 10)
        }),
        ("social security, United States", |n| {
            format!("{:03}-{:02}-{:04}", 100 + n % 500, 10 + n % 80, 1000 + n)
        }),
        ("national insurance, United Kingdom", |n| format!("QQ{:06}C", 100_000 + n * 17)),
        ("date of birth", |n| {
            format!("{}-{:02}-{:02}", 1950 + n % 60, 1 + n % 12, 1 + n % 28)
        }),
        ("coordinates", |n| {
            format!(
                "{:.5}, {:.5}",
                10.0 + f64::from(n) / 997.0,
                20.0 + f64::from(n) / 1009.0
            )
        }),
        ("profile", |n| format!("https://www.facebook.com/person.{n}")),
        ("IP address", |n| format!("10.{}.{}.{}", n % 250, n / 3 % 250, n % 99)),
        ("MAC address", |n| {
            format!("00:1A:2B:{:02X}:{:02X}:{:02X}", n % 256, n / 2 % 256, n / 3 % 256)
        }),
        ("street, Latin", |n| {
            format!("{} {} Street", 1 + n, pick(&["High", "Market", "Station"], n))
        }),
        ("street, Cyrillic", |n| format!("ул. Ленина, {}", 1 + n)),
        ("street, Chinese", |n| format!("南京路{}号", 1 + n)),
        ("plate", |n| {
            format!(
                "AB-{:03}-{}D",
                100 + n % 800,
                char::from(b'A' + u8::try_from(n % 26).unwrap())
            )
        }),
        ("wallet", |n| format!("0x{n:040x}")),
        ("number of a document", |n| {
            format!("{}", 1_000_000_000_u64 + u64::from(n) * 7_919_001)
        }),
    ]
}

fn column(share: u32, make: Make) -> String {
    let mut text = "x;y\n".to_owned();
    for row in 0..500 {
        let cell = if row % 100 < share {
            make(row)
        } else {
            pick(&["north", "south", "east", "west"], row).to_owned()
        };
        text.push_str(&format!("\"{cell}\";{}\n", row % 7));
    }
    text
}

fn of(findings: &[Finding], code: Code) -> usize {
    findings.iter().filter(|finding| finding.code == code).count()
}

/// Every kind is found in a column that has no telling name, at all cells and at a fifth
/// of them, and the value itself is nowhere in the findings.
#[test]
fn planted_columns_are_blocked() {
    for (name, make) in kinds() {
        for share in [100, 20] {
            let found = checked(&column(share, make), None);
            assert!(
                of(&found.findings, Code::DisclosureIdentifier) > 0,
                "{name} at {share} %: {:?}",
                found.findings
            );
            assert_eq!(found.verdict, Verdict::Blocked, "{name}");
            let shown = format!("{:?}", found.findings);
            assert!(!shown.contains(&make(0)) && !shown.contains(&make(100)), "{name}");
        }
    }
}

/// A single one in a column of remarks is a warning.
#[test]
fn one_in_a_text_is_a_warning() {
    for planted in [
        "please write to maria@example.org about it",
        "she can be called at +49 30 1234567 in the evening",
        "account DE89370400440532013000 was used for it",
        "see https://www.facebook.com/person.12 for more",
        "the passport C1234567 was taken from her",
        "Maria Silva was found in the house",
        "потерпевшая Мария Иванова дала показания",
        "اتصل على +20 2 12345678 مساء",
        "请联系 maria@example.org 谢谢",
    ] {
        let mut text = "remark,n\n".to_owned();
        for row in 0..500 {
            let remark = if row == 250 {
                planted
            } else {
                pick(&["nothing new", "was closed", "goes on"], row)
            };
            text.push_str(&format!("{remark},{row}\n"));
        }
        let found = checked(&text, None);
        assert_eq!(
            of(&found.findings, Code::DisclosureInText),
            1,
            "{planted}: {:?}",
            found.findings
        );
        assert_eq!(of(&found.findings, Code::DisclosureIdentifier), 0, "{planted}");
    }
}

/// Ten thousand rows of indicator data without any person raise no alarm at all.
#[test]
fn clean_data_raise_no_alarm() {
    let mut text = "Iso3_code,Country,Region,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source\n".to_owned();
    let mut row = 0;
    for state in 0..25_u32 {
        let code = format!(
            "X{}{}",
            char::from(b'A' + u8::try_from(state / 5).unwrap()),
            char::from(b'A' + u8::try_from(state % 5).unwrap())
        );
        for year in 2003..2023 {
            for category in [
                "Sexual exploitation",
                "Forced labour",
                "Organ removal",
                "Other forms of exploitation",
                "Total",
            ] {
                for sex in ["Total", "Female", "Male", "Unknown"] {
                    row += 1;
                    let dimension = if category == "Total" {
                        "Total"
                    } else {
                        "by form of exploitation"
                    };
                    // Totals above the sum of their parts, and nothing left out.
                    let base = match (category, sex) {
                        ("Total", "Total") => 25_000,
                        ("Total", _) => 7_000,
                        (_, "Total") => 5_000,
                        _ => 1_000,
                    };
                    let value = base + row % 500;
                    text.push_str(&format!("{code},Exampleland {state},Eastern Part,Detected trafficking victims,{dimension},{category},{sex},Total,{year},Counts,{value},\"Ministry of Justice, annual report {year}\"\n"));
                }
            }
        }
    }
    let found = checked(&text, Some("indicator"));
    assert_eq!(found.rows, 10_000);
    let names: Vec<&str> = found.findings.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(names, Vec::<&str>::new());
    assert_eq!(found.verdict, Verdict::Publishable);
    // Nor without a profile.
    let found = checked(&text, None);
    assert_eq!(
        of(&found.findings, Code::DisclosureIdentifier),
        0,
        "{:?}",
        found.findings
    );
    assert_eq!(of(&found.findings, Code::DisclosureInText), 0, "{:?}", found.findings);
}

/// A case that came in between two versions of a table shows in the size of its group,
/// even if the earlier version has its columns in another order.
#[test]
fn versions_of_cases_are_compared() {
    let cases = |women: usize, men: usize| {
        let lines = (0..women + men).map(|at| {
            let sex = if at < women { "Feminine" } else { "Masculine" };
            format!("{at},2021,{sex},18-20,XXA\n")
        });
        format!(
            "case_id,year,prs_Gender,age_band,prs_Citizenship\n{}",
            lines.collect::<String>()
        )
    };
    let turned: String = cases(20, 20)
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            format!("{},{},{},{},{}\n", cells[0], cells[3], cells[4], cells[2], cells[1])
        })
        .collect();
    let found = |older: &str, newer: &str| {
        let (older, newer) = (older.as_bytes().to_vec(), newer.as_bytes().to_vec());
        let dialect = Dialect::default();
        let older = Table::open(&older, &dialect).unwrap();
        let table = Table::open(&newer, &dialect).unwrap();
        let (schema, reading) = (profile("case"), Reading::default());
        let report = check_table(&table, schema, &reading).unwrap();
        let question = Question::default();
        let matched = &report.matched;
        let found =
            check_disclosure(&table, schema, matched, Some(&older), &question, &reading);
        let found = found.unwrap();
        let of = |finding: &&Finding| finding.code == Code::DisclosureDifference;
        let finding = found.findings.iter().find(of).cloned();
        finding.map(|finding| (found.verdict, finding.places.len()))
    };
    let old = cases(20, 20);
    assert_eq!(found(&old, &cases(21, 20)), Some((Verdict::Blocked, 1)));
    assert_eq!(found(&turned, &cases(20, 22)), Some((Verdict::Blocked, 1)));
    assert_eq!(found(&turned, &cases(20, 20)), None);
    assert_eq!(found(&old, &cases(25, 20)), None);
    // A group that is gone, too.
    assert_eq!(found(&cases(20, 3), &cases(20, 0)), Some((Verdict::Blocked, 0)));
}
