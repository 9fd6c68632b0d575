//! Random responses, half of them broken in one place, and our verdict on each.

use std::path::Path;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use untoc_core::sample::{Random, Shape, broken, complete, partial};
use untoc_core::{
    Context, Level, Library, Plan, Response, Severity, Surroundings, check_response,
};
use untoc_schema::{QuickPlan, Scratch, Verdict, derive, quick, read_response};

use crate::Failure;
use crate::spoil::spoil;

const LEVELS: [Level; 2] = [Level::Draft, Level::Submission];
const TODAY: Date = date(2026, 11, 24);

/// Ways to write a number that engines read differently or not at all.
const NUMBERS: [&str; 9] = [
    "2024.0",
    "2.024e3",
    "9007199254740993",
    "1e15",
    "1000000000000001",
    "1e16",
    "-0",
    "0.1",
    "20240000000000000000000",
];

/// A document in a folder.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Document {
    /// The questionnaire that it answers.
    questionnaire: String,
    /// The file, below the folder.
    file: String,
    /// How it was made.
    how: String,
}

/// Writes `each` documents for each questionnaire into a folder and judges them.
pub(crate) fn write(seed: u64, each: usize, folder: &Path) -> Result<(), Failure> {
    let library = Library::embedded();
    let mut random = Random::new(seed);
    let mut documents = Vec::new();
    for plan in library.plans() {
        let questionnaire = plan.id().to_string();
        std::fs::create_dir_all(folder.join(&questionnaire))?;
        for number in 0..each {
            let (text, how) = document(&plan, number, &mut random)?;
            let file = format!("{questionnaire}/{number:04}.json");
            std::fs::write(folder.join(&file), &text)?;
            let questionnaire = questionnaire.clone();
            documents.push(Document { questionnaire, file, how });
        }
    }
    judge(folder, &documents)
}

/// Judges documents: writes the schemas, and one line a document in `expected.jsonl`.
pub(crate) fn judge(folder: &Path, documents: &[Document]) -> Result<(), Failure> {
    let library = Library::embedded();
    let mut lines = String::new();
    let mut last = None;
    let mut fast: Option<Fast> = None;
    for document in documents {
        let id = document.questionnaire.as_str();
        let plan = library.get(id).ok_or("no such questionnaire")?;
        if last != Some(id) {
            last = Some(id);
            fast = None;
            std::fs::create_dir_all(folder.join(id))?;
            for level in LEVELS {
                let path =
                    folder.join(id).join(format!("{}.schema.json", level.as_str()));
                std::fs::write(path, untoc_core::json(&derive(&plan, level)))?;
            }
        }
        let fast = fast.get_or_insert_with(|| Fast::compile(&plan));
        let text = std::fs::read_to_string(folder.join(&document.file))?;
        let [draft, submission] =
            LEVELS.map(|level| is_valid(&text, &library, &plan, fast, level));
        let line = json!({
            "questionnaire": id, "file": document.file, "how": document.how,
            "draft": draft, "submission": submission,
        });
        lines.push_str(&format!("{line}\n"));
    }
    std::fs::write(folder.join("expected.jsonl"), lines)?;
    Ok(())
}

/// Every second document is broken in one place, in turn by the three ways that we have.
fn document(
    plan: &Plan,
    number: usize,
    random: &mut Random,
) -> Result<(String, String), Failure> {
    let shape = Shape { sentences: 1, ..Shape::default() };
    let whole = complete(plan, random.bits(), shape);
    let loose = partial(plan, random.bits(), shape);
    if number.is_multiple_of(2) {
        let (response, how) =
            if random.chance(70) { (whole, "complete") } else { (loose, "partial") };
        return Ok((response.to_text(), how.to_owned()));
    }
    match number / 2 % 3 {
        0 => Ok(broken_by_code(plan, &whole, random)),
        1 => {
            let response = if random.chance(70) { whole } else { loose };
            let mut json: Json = serde_json::to_value(&response)?;
            let how = spoil(&mut json, plan, random);
            Ok((untoc_core::json(&json), how))
        }
        _ => Ok(renumbered(&whole.to_text(), random)),
    }
}

/// Plants a fault that a schema can see; other faults leave no JSON to judge.
fn broken_by_code(
    plan: &Plan,
    whole: &Response,
    random: &mut Random,
) -> (String, String) {
    for _ in 0..20 {
        match broken(plan, whole, random.bits()) {
            Some(found) if found.code.in_schema() => {
                return (found.text, format!("{} at {}", found.code, found.question));
            }
            Some(_) | None => {}
        }
    }
    (whole.to_text(), "complete".to_owned())
}

/// Writes another number in the place of one.
fn renumbered(text: &str, random: &mut Random) -> (String, String) {
    let lines: Vec<&str> = text.lines().collect();
    let is_number = |line: &&str| {
        let value = line.rsplit(": ").next().unwrap_or_default();
        let value = value.trim_end_matches(',');
        !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())
    };
    let numbers: Vec<&str> = lines.iter().copied().filter(is_number).collect();
    let (Some(line), Some(number)) = (random.pick(&numbers), random.pick(&NUMBERS))
    else {
        return (text.to_owned(), "complete".to_owned());
    };
    let head = line.rsplit_once(": ").map_or("", |(head, _)| head);
    let comma = if line.ends_with(',') { "," } else { "" };
    let how = format!("{} = {number}", head.trim());
    (text.replacen(line, &format!("{head}: {number}{comma}"), 1), how)
}

/// Judges as a nightly run does: by the fast path, and where that cannot tell by the full
/// one. A fast path that is too lenient is thus a difference to the engines.
fn is_valid(
    text: &str,
    library: &Library,
    plan: &Plan,
    fast: &Fast,
    level: Level,
) -> bool {
    let mut scratch = Scratch::new();
    let fast = match level {
        Level::Draft => &fast.draft,
        Level::Submission => &fast.submission,
    };
    if quick(fast, text.as_bytes(), &mut scratch) == Verdict::Clean {
        return true;
    }
    let read = read_response(text, library);
    let mut findings = read.findings;
    if let Some(response) = &read.value {
        let around = Surroundings::default();
        let context = Context::new(plan, response, around, level, TODAY);
        findings.extend(check_response(&context));
    }
    !findings.iter().any(|f| f.severity == Severity::Error && f.code.in_schema())
}

/// The fast paths of a questionnaire.
struct Fast {
    draft: QuickPlan,
    submission: QuickPlan,
}

impl Fast {
    fn compile(plan: &Plan) -> Self {
        let [draft, submission] =
            LEVELS.map(|level| QuickPlan::compile(plan, level, TODAY));
        Self { draft, submission }
    }
}
