//! Folders with dossiers, packages and loose files, and runs over them.

use std::io::{Cursor, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::civil::Date;
use untoc_batch::{
    Baseline, Ended, Exclude, Expectation, Format, Found, NewBaseline, Options, Page,
    Progress, Severities, Shard, Shows, find, run,
};
use untoc_core::{
    Cluster, CountryCode, Instrument, Level, Library, Response, Settings, Severity,
    sample,
};
use untoc_dossier::{Act, Dossier, RealDisk, Via};
use untoc_report::{
    Detail, MachineFormat, Privacy, ReportLine, Reported, Style, Tool, Words,
};

/// A temporary folder with things to check.
pub struct Corpus {
    folder: tempfile::TempDir,
}

/// How a run is made; the rest is usual.
#[derive(Clone)]
pub struct Run<'a> {
    pub format: MachineFormat,
    pub jobs: usize,
    pub shard: Option<Shard>,
    pub level: Level,
    pub exclude: Option<Vec<&'a str>>,
    pub severities: Severities,
    pub baseline: Option<&'a Baseline>,
    pub expectation: Option<&'a Expectation>,
    pub new_baseline: Option<&'a NewBaseline>,
    pub statistics: bool,
}

impl Default for Run<'_> {
    fn default() -> Self {
        Self {
            format: MachineFormat::Jsonl,
            jobs: 2,
            shard: None,
            level: Level::Draft,
            exclude: None,
            severities: Severities::default(),
            baseline: None,
            expectation: None,
            new_baseline: None,
            statistics: false,
        }
    }
}

pub const TODAY: Date = Date::constant(2026, 11, 24);

struct Silent;

impl Progress for Silent {
    fn advance(&self, _done: usize) {}
}

pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(Library::embedded)
}

pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::load("en"))
}

/// Returns a response in order.
pub fn response(seed: u64) -> Response {
    let plan = library().get("fp-cluster-4").unwrap();
    let shape = sample::Shape { sentences: 1, ..sample::Shape::default() };
    let mut response = sample::complete(&plan, seed, shape);
    // What only a dossier can tell is not looked at in a loose response.
    response.state = CountryCode::EXAMPLELAND;
    response
}

/// The files of a dossier in order, made once: a history cannot be written by hand.
pub fn dossier_files() -> &'static [(String, Vec<u8>)] {
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("dossier");
        let cluster = Cluster::ALL[0];
        let settings = Settings::new(
            CountryCode::EXAMPLELAND,
            vec![Instrument::from_code("untoc").unwrap()],
            vec![cluster],
        );
        let act = Act::new(Via::Init, "2026-11-20T08:00:00Z");
        Dossier::init(&RealDisk, &root, &settings, library(), &act).unwrap();
        let names = ["dossier.json", "laws.json", "history.jsonl"];
        let mut files: Vec<(String, Vec<u8>)> = names
            .map(|name| (name.to_owned(), std::fs::read(root.join(name)).unwrap()))
            .into();
        let name = "responses/untoc-cluster-1.json".to_owned();
        let bytes = std::fs::read(root.join(&name)).unwrap();
        files.push((name, bytes));
        files
    })
}

impl Corpus {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    /// Adds a dossier in order.
    pub fn dossier(&self, name: &str) -> &Self {
        for (file, bytes) in dossier_files() {
            self.write(&format!("{name}/{file}"), bytes);
        }
        self
    }

    /// Adds a loose response in order.
    pub fn response(&self, name: &str, seed: u64) -> &Self {
        self.write(name, response(seed).to_text())
    }

    /// Adds a loose response with one fault.
    pub fn broken(&self, name: &str) -> &Self {
        let text = response(7).to_text();
        self.write(name, text.replacen("\"language\": \"en\"", "\"language\": \"e\"", 1))
    }

    /// Adds a zip file of files that are given by name.
    pub fn zip(&self, name: &str, files: &[(&str, &[u8])]) -> &Self {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (file, bytes) in files {
            writer.start_file(*file, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        self.write(name, writer.finish().unwrap().into_inner())
    }

    /// Finds what there is, as if the current folder were the corpus.
    pub fn find(&self, arguments: &[&str], exclude: &[&str]) -> Found {
        let arguments: Vec<PathBuf> =
            arguments.iter().map(|argument| self.path(argument)).collect();
        let patterns = exclude.iter().map(|p| untoc_batch::Pattern::parse(p).unwrap());
        let exclude = Exclude::new(self.root().to_owned(), patterns.collect());
        find(&arguments, self.root(), &exclude)
    }

    /// Runs over everything.
    pub fn run(&self, arguments: &[&str], how: &Run<'_>) -> (String, Ended) {
        let exclude = how.exclude.clone().unwrap_or_default();
        let found = self.find(arguments, &exclude);
        let mut out = Vec::new();
        let ended = run(&found, &options(how), &mut out, &Silent).unwrap();
        (String::from_utf8(out).unwrap(), ended)
    }

    /// Runs and returns the report for people.
    pub fn human(&self, arguments: &[&str]) -> String {
        let page = Page {
            style: Style::Plain,
            width: 90,
            detail: Detail::Gathered,
            shows: Shows::Findings,
        };
        let how = Run::default();
        let options = Options { format: Format::Human(page), ..options(&how) };
        let mut out = Vec::new();
        run(&self.find(arguments, &[]), &options, &mut out, &Silent).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Runs and returns the findings.
    pub fn findings(&self, arguments: &[&str], how: &Run<'_>) -> Vec<Reported> {
        let how = Run { format: MachineFormat::Jsonl, ..how.clone() };
        findings(&self.run(arguments, &how).0)
    }

    /// Runs and returns the files and codes of the findings.
    pub fn codes(&self, arguments: &[&str]) -> Vec<String> {
        let findings = self.findings(arguments, &Run::default());
        findings.iter().map(|f| format!("{} {}", f.file(), f.code)).collect()
    }
}

/// Returns the findings of a report in lines.
pub fn findings(report: &str) -> Vec<Reported> {
    let lines = report.lines().map(|line| serde_json::from_str(line).unwrap());
    lines
        .filter_map(|line| match line {
            ReportLine::Finding(finding) => Some(*finding),
            ReportLine::Report { .. }
            | ReportLine::Dossier(_)
            | ReportLine::Summary(_) => None,
        })
        .collect()
}

pub fn options<'a>(how: &'a Run<'a>) -> Options<'a> {
    Options {
        library: library(),
        level: how.level,
        today: TODAY,
        words: words(),
        privacy: Privacy::Masked,
        tool: Tool { name: "untoc".to_owned(), version: "0.1.0".to_owned() },
        jobs: NonZeroUsize::new(how.jobs).unwrap(),
        shard: how.shard,
        severities: &how.severities,
        fails_on: Severity::Error,
        format: Format::Machine(how.format),
        statistics: how.statistics,
        baseline: how.baseline,
        expectation: how.expectation,
        new_baseline: how.new_baseline,
    }
}
