//! Proves that the fast path says of every text what the full run says: nothing is wrong,
//! or look.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use untoc_core::sample::{self, Random, Shape};
use untoc_core::{
    Context, Finding, Level, Library, Plan, Response, Surroundings, check_response,
    embedded_options,
};
use untoc_schema::{
    QuickPlan, Scratch, Verdict, derive, questionnaire_of, quick, read_response,
};

const TODAY: Date = date(2026, 11, 24);
const LEVELS: [Level; 2] = [Level::Draft, Level::Submission];

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        // One that has all kinds of question and of condition, each many times.
        let made = Plan::compile(sample::questionnaire(1, 2), embedded_options());
        let embedded = Library::embedded();
        let plans = embedded.plans().map(|plan| plan.as_ref().clone());
        Library::of(plans.chain([made.unwrap()]))
    })
}

/// The fast plan of each questionnaire at a level.
fn quick_plan(id: &str, level: Level) -> Option<&'static QuickPlan> {
    static PLANS: OnceLock<BTreeMap<(String, &'static str), QuickPlan>> = OnceLock::new();
    let plans = PLANS.get_or_init(|| {
        let mut plans = BTreeMap::new();
        for plan in library().plans() {
            for level in LEVELS {
                let quick = QuickPlan::compile(&plan, level, TODAY);
                assert!(!quick.is_idle(), "{} has no fast path", plan.id());
                plans.insert((plan.id().to_string(), level.as_str()), quick);
            }
        }
        plans
    });
    plans.get(&(id.to_owned(), level.as_str()))
}

/// Everything that a full run says.
fn full(text: &str, level: Level) -> Vec<Finding> {
    let read = read_response(text, library());
    let mut findings = read.findings;
    if let Some(response) = read.value
        && let Some(plan) = library().get(response.questionnaire.as_str())
    {
        let around = Surroundings::default();
        let context = Context::new(&plan, &response, around, level, TODAY);
        findings.extend(check_response(&context));
    }
    findings
}

fn fast(id: &str, text: &str, level: Level, scratch: &mut Scratch) -> Verdict {
    quick(quick_plan(id, level).unwrap(), text.as_bytes(), scratch)
}

/// Compares both ways of looking at a text at both levels; returns how often it was clean.
fn compare(id: &str, text: &str, scratch: &mut Scratch) -> Result<usize, String> {
    let mut clean = 0;
    for level in LEVELS {
        let findings = full(text, level);
        let verdict = fast(id, text, level, scratch);
        if (verdict == Verdict::Clean) != findings.is_empty() {
            return Err(format!("{id} {level:?}: {verdict:?}, {findings:#?}\n{text}"));
        }
        clean += usize::from(verdict == Verdict::Clean);
    }
    Ok(clean)
}

fn questionnaire(index: usize) -> &'static str {
    let ids = library().ids();
    ids[index.min(ids.len() - 1)].as_str()
}

/// A response of one of several makes, in one of several ways of writing.
fn text(index: usize, seed: u64) -> (String, Response) {
    let plan = library().get(questionnaire(index)).unwrap();
    let shape = Shape { rows: 1 + (seed % 4) as usize, ..Shape::default() };
    let mut response = match seed % 3 {
        0 => sample::partial(&plan, seed, shape),
        _ => sample::complete(&plan, seed, shape),
    };
    evidence(&mut response, seed);
    let text = match seed % 5 {
        0 => serde_json::to_string(&response).unwrap(),
        1 => response.to_text().replace('\n', "\r\n").replace("  ", "\t"),
        _ => response.to_text(),
    };
    (text, response)
}

/// Adds what samples do not have: links to evidence, audiences, languages.
fn evidence(response: &mut Response, seed: u64) {
    let mut random = Random::new(seed);
    for (_, entry) in response.answers.iter_mut() {
        if random.chance(10) {
            let stance = untoc_core::Stance::ALL[random.below(3)];
            let note = random.chance(50).then(|| "Table 2".to_owned());
            let item = untoc_core::ItemId::unchecked("court-monitoring-2025");
            entry.evidence.push(untoc_core::EvidenceLink { item, stance, note });
        }
        if random.chance(5) {
            entry.audience = Some(untoc_core::Audience::ALL[random.below(3)]);
            entry.language = Some("zh-Hans".to_owned());
        }
    }
}

/// A complete response is clean at once, whatever the questionnaire.
#[test]
fn a_complete_response_is_clean() {
    let mut scratch = Scratch::new();
    for plan in library().plans() {
        for seed in 0..4 {
            let response = sample::complete(&plan, seed, Shape::default());
            let text = response.to_text();
            assert_eq!(questionnaire_of(text.as_bytes()), Some(plan.id().as_str()));
            let clean = compare(plan.id().as_str(), &text, &mut scratch).unwrap();
            assert_eq!(clean, 2, "{} seed {seed}", plan.id());
        }
    }
}

/// No text that a fixture shows as wrong is clean.
#[test]
fn fixtures_are_looked_at() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/invalid");
    let mut scratch = Scratch::new();
    let mut count = 0;
    for folder in std::fs::read_dir(root).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let Ok(text) = std::fs::read(&path) else { continue };
            let id = questionnaire_of(&text).unwrap_or("untoc-cluster-1");
            let Some(plan) = quick_plan(id, Level::Draft) else { continue };
            assert_eq!(quick(plan, &text, &mut scratch), Verdict::Look, "{path:?}");
            count += 1;
        }
    }
    assert!(count > 20, "{count} fixtures were looked at");
}

/// What may stand in place of a value.
const VALUES: [&str; 42] = [
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "1e400",
    "2e15",
    "7.0",
    "-0",
    "01",
    "\"\"",
    "\" \"",
    "\"tbd\"",
    "\"(x)\"",
    "\"yes\"",
    "\"no\"",
    "\"in_part\"",
    "\"maybe\"",
    "\"2024\"",
    "\"2024-02-30\"",
    "\"2027-01-01\"",
    "\"2026-11-25\"",
    "\"not_assessed\"",
    "\"postponed\"",
    "\"given_elsewhere\"",
    "\"a\\nb\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\u0020\"",
    "\"a\tb\"",
    "\"é待\"",
    "\"https://a.org/b\"",
    "[]",
    "[\"yes\"]",
    "[\"other\", \"other\"]",
    "[{}]",
    "{}",
    "[\"a\", 1]",
    "\"XXB\"",
    "\"2027\"",
    "\"\u{feff}\"",
    "\"en-\"",
];

/// What may stand in place of a line or beside it.
const LINES: [&str; 24] = [
    "\"note\": \"tbd\",",
    "\"note\": \"A note.\",",
    "\"remarks\": \"See file 7.\",",
    "\"value\": \"yes\",",
    "\"no_answer\": \"postponed\",",
    "\"no_answer\": \"not_assessed\",",
    "\"reason\": \"The register is being made.\",",
    "\"colour\": \"red\",",
    "{",
    "}",
    "[",
    "]",
    ",",
    "},",
    "],",
    "\"by\": \"Ministry\",",
    "\"at\": \"2024-02-30T00:00:00Z\",",
    "\"at\": \"2024-02-29T00:00:00Z\",",
    "\"evidence\": [],",
    "\"elsewhere\": {},",
    "\"audience\": \"nobody\",",
    "\"status\": \"proposed\",",
    "\"language\": \"fr\",",
    "\"extensions\": {\"a\": [1]},",
];

/// Picks a line: half of the time one of a kind that is rare, so that every rule is met.
fn pick_line(lines: &[String], random: &mut Random) -> usize {
    let digit = |c: char| c.is_ascii_digit();
    let date = |line: &str| {
        line.split_once(": \"").is_some_and(|(_, text)| {
            text.len() >= 4 && text.chars().take(4).all(digit) && !text.contains('T')
        })
    };
    let kinds: [&dyn Fn(&str) -> bool; 7] = [
        &date,
        &|line| line.trim_start().starts_with('"') && !line.contains(": "),
        &|line| line.split_once(": ").is_some_and(|(_, rest)| rest.starts_with(digit)),
        &|line| line.contains("\"no_answer\": "),
        &|line| line.contains("\"link\": ") || line.contains("\"law\": "),
        &|line| line.contains("\"question\": \""),
        &|line| line.contains("\"value\": \""),
    ];
    let kind = kinds[random.below(kinds.len())];
    let found: Vec<usize> = (0..lines.len()).filter(|&at| kind(&lines[at])).collect();
    match random.pick(&found) {
        Some(&at) if random.chance(50) => at,
        _ => random.below(lines.len()),
    }
}

/// Changes a text in one place, more often than not so that it still is JSON.
fn mutate(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if lines.is_empty() {
        return String::new();
    }
    let at = pick_line(&lines, random);
    let other = random.below(lines.len());
    match random.below(9) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines.swap(at, other),
        3 => lines[other] = lines[at].clone(),
        4 => lines.insert(at, (*random.pick(&LINES).unwrap()).to_owned()),
        5 | 6 => {
            let (Some(begin), Some(end)) =
                (lines[at].find(": "), lines[at].rfind(|c: char| !c.is_whitespace()))
            else {
                lines[at] = lines[at].replace(|c: char| c.is_alphanumeric(), "1");
                return lines.concat();
            };
            let comma = if lines[at][end..].starts_with(',') { ",\n" } else { "\n" };
            lines[at] = format!(
                "{}: {}{comma}",
                &lines[at][..begin],
                random.pick(&VALUES).unwrap()
            );
        }
        7 => {
            let end = at + 1 + random.below(8).min(lines.len() - at - 1);
            lines.drain(at..end);
        }
        _ => {
            let mut chars: Vec<char> = lines[at].chars().collect();
            let place = random.below(chars.len());
            let signs = [
                '"', '\\', ',', ':', ' ', '\n', '\u{1}', 'x', '1', '}', '\u{feff}',
                '\u{a0}',
            ];
            match random.below(3) {
                0 => drop(chars.remove(place)),
                1 => chars.insert(place, signs[random.below(signs.len())]),
                _ => chars[place] = signs[random.below(signs.len())],
            }
            lines[at] = chars.into_iter().collect();
        }
    }
    lines.concat()
}

/// Takes away what the fast path leaves to the full run although it may be in order.
fn is_plain(text: &str) -> bool {
    !text.contains("extensions") && !text.contains("\\u")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Samples, complete or not and however written, are judged alike by both ways.
    #[test]
    fn judges_samples_alike(index in 0_usize..20, seed in 0_u64..99_999) {
        let (text, _) = text(index, seed);
        compare(questionnaire(index), &text, &mut Scratch::new()).map_err(TestCaseError::fail)?;
    }

    /// So are samples that somebody has changed in a few places.
    #[test]
    fn judges_changed_texts_alike(index in 0_usize..20, seed in 0_u64..99_999) {
        let mut scratch = Scratch::new();
        let mut random = Random::new(seed);
        let (text, _) = text(index, seed);
        for _ in 0..40 {
            let mut changed = mutate(&text, &mut random);
            if random.chance(25) {
                changed = mutate(&changed, &mut random);
            }
            let id = questionnaire(index);
            if is_plain(&changed) {
                compare(id, &changed, &mut scratch).map_err(TestCaseError::fail)?;
            } else if fast(id, &changed, Level::Draft, &mut scratch) == Verdict::Clean {
                prop_assert_eq!(full(&changed, Level::Draft), vec![], "{}", changed);
            }
        }
    }

    /// Bytes that are no text, or not only text, are never clean.
    #[test]
    fn looks_at_foreign_bytes(index in 0_usize..20, seed in 0_u64..999, at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text(index, seed).0.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let plan = quick_plan(questionnaire(index), Level::Draft).unwrap();
        if quick(plan, &bytes, &mut Scratch::new()) == Verdict::Clean {
            let text = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(full(&text, Level::Draft), vec![]);
        }
    }

    /// What is clean is valid on the derived schema, as another engine sees it.
    #[test]
    fn what_is_clean_is_valid_on_the_schema(index in 0_usize..20, seed in 0_u64..99_999) {
        let mut random = Random::new(seed);
        let mut scratch = Scratch::new();
        let (text, _) = text(index, seed);
        let id = questionnaire(index);
        for level in LEVELS {
            let validator = validator(id, level);
            for _ in 0..16 {
                let changed = mutate(&text, &mut random);
                if fast(id, &changed, level, &mut scratch) == Verdict::Clean {
                    let json = serde_json::from_str(&changed).unwrap();
                    prop_assert!(validator.is_valid(&json), "{}", changed);
                }
            }
        }
    }
}

fn validator(id: &str, level: Level) -> &'static jsonschema::Validator {
    type Validators = BTreeMap<(String, &'static str), jsonschema::Validator>;
    static VALIDATORS: OnceLock<Validators> = OnceLock::new();
    let validators = VALIDATORS.get_or_init(|| {
        let mut validators = BTreeMap::new();
        for plan in library().plans() {
            for level in LEVELS {
                let schema = derive(&plan, level);
                let validator = jsonschema::validator_for(&schema).unwrap();
                validators.insert((plan.id().to_string(), level.as_str()), validator);
            }
        }
        validators
    });
    &validators[&(id.to_owned(), level.as_str())]
}
