//! The set of responses in memory, and what they are judged by.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use untoc_core::{Level, Library, Plan, embedded_options};
use untoc_schema::QuickPlan;

/// The day on which the responses are judged.
pub const TODAY: Date = date(2026, 11, 24);

/// Responses and what they are judged by.
pub struct Set {
    /// The files, in their order.
    pub paths: Vec<PathBuf>,
    /// What is in them.
    pub texts: Vec<Vec<u8>>,
    /// The code of each broken one, by its place.
    pub key: BTreeMap<usize, String>,
    /// The library of the one questionnaire.
    pub library: Library,
    /// Its plan.
    pub plan: std::sync::Arc<Plan>,
    /// Its fast plan.
    pub quick: QuickPlan,
    /// The jsonschema crate's validator on the derived schema.
    pub validator: jsonschema::Validator,
}

impl Set {
    /// Reads everything.
    pub fn load(folder: &Path) -> Self {
        let read =
            |name: &str| fs::read_to_string(folder.join(name)).expect("generate made it");
        let questionnaire =
            serde_json::from_str(&read("questionnaires/bench-cluster-1.json"))
                .expect("a questionnaire");
        let plan = Plan::compile(questionnaire, embedded_options()).expect("it compiles");
        let library = Library::of([plan]);
        let plan = library.get("bench-cluster-1").expect("it is the one");
        let schema = serde_json::from_str(&read("schema.json")).expect("a schema");
        let mut paths: Vec<PathBuf> = fs::read_dir(folder.join("responses"))
            .expect("generate made it")
            .map(|entry| entry.expect("a readable folder").path())
            .collect();
        paths.sort();
        let texts =
            paths.iter().map(|path| fs::read(path).expect("a readable file")).collect();
        let key = read("key.csv");
        let key = key.lines().skip(1).filter_map(|line| {
            let mut cells = line.split(',');
            let (name, code) = (cells.next()?, cells.next()?);
            let place = paths.iter().position(|path| path.ends_with(name))?;
            Some((place, code.to_owned()))
        });
        Self {
            key: key.collect(),
            quick: QuickPlan::compile(&plan, Level::Submission, TODAY),
            validator: jsonschema::validator_for(&schema).expect("a valid schema"),
            paths,
            texts,
            library,
            plan,
        }
    }
}
