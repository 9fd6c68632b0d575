//! The run: subjects in, a report out, on as many threads as are wanted.

mod pieces;
mod workers;

use std::io::Write;
use std::num::NonZeroUsize;

use jiff::civil::Date;
use untoc_core::{Code, Level, Library, Severity};
use untoc_report::{
    CodeCount, Detail, Head, Human, MachineFormat, Privacy, Reported, ShardPart, Style,
    Summary, Tool, Words, findings_human, masked_human,
};

use crate::baseline::{Baseline, NewBaseline};
use crate::error::Error;
use crate::expect::Expectation;
use crate::severities::Severities;
use crate::shard::Shard;
use crate::sink::MachineSink;
use crate::subject::Found;
use crate::watch::{Watch, conclude};
pub(crate) use pieces::count_codes;
use pieces::{Maker, Piece};

/// How a run is made and reported.
#[derive(Debug)]
pub struct Options<'a> {
    /// The questionnaires.
    pub library: &'a Library,
    /// How much must hold.
    pub level: Level,
    /// Today, for dates in the future.
    pub today: Date,
    /// The words of the report.
    pub words: &'a Words,
    /// Whether what people typed is shown.
    pub privacy: Privacy,
    /// The program that makes the report.
    pub tool: Tool,
    /// How many threads work.
    pub jobs: NonZeroUsize,
    /// Which part of the subjects is looked at.
    pub shard: Option<Shard>,
    /// How much each code weighs.
    pub severities: &'a Severities,
    /// From which weight on the run fails.
    pub fails_on: Severity,
    /// How findings are written.
    pub format: Format,
    /// Whether findings are counted by code.
    pub statistics: bool,
    /// Findings that are accepted.
    pub baseline: Option<&'a Baseline>,
    /// Responses that are expected.
    pub expectation: Option<&'a Expectation>,
    /// A list of what is found, to be accepted from now on.
    pub new_baseline: Option<&'a NewBaseline>,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human(Page),
    /// For programs.
    Machine(MachineFormat),
}

/// How a report for people is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Whether there are colours.
    pub style: Style,
    /// The width of the terminal in columns.
    pub width: usize,
    /// How much of what is alike is shown.
    pub detail: Detail,
    /// What is shown.
    pub shows: Shows,
}

/// What a report for people shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// Every finding.
    Findings,
    /// How often each code was found.
    Counts,
    /// Nothing: the exit code tells.
    Nothing,
}

impl Page {
    /// Returns how a report is shown.
    pub fn human(self, level: Level, privacy: Privacy) -> Human<'static> {
        let Self { style, width, detail, .. } = self;
        Human { style, width, privacy, detail, level, sources: None }
    }
}

/// Is told how far a run has come.
pub trait Progress: Sync {
    /// So many subjects have been looked at.
    fn advance(&self, done: usize);
}

/// What came out of a run.
#[derive(Debug)]
pub struct Ended {
    /// How much was looked at and found, as the report says it.
    pub head: Head,
    /// Subjects that could not be looked at through a fault of this program.
    pub broken: Vec<String>,
    /// The new baseline, if one was wanted.
    pub baseline: Option<String>,
}

/// Looks at all subjects, or at those of one part, and writes the report.
///
/// The report is the same whatever the number of threads. Memory does not grow with the
/// number of subjects: what must wait for the end waits on the disk.
///
/// # Errors
/// When the report cannot be written.
pub fn run(
    found: &Found,
    options: &Options<'_>,
    out: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<Ended, Error> {
    let mut watch = Watch::default();
    if let Some(expectation) = options.expectation {
        expectation.watch(&mut watch, options);
    }
    if let Some(baseline) = options.baseline {
        baseline.watch(&mut watch, options);
    }
    let maker = Maker::new(found, options, &watch);
    let mut total = Total::new(options, watch.pending.len(), out)?;
    workers::each(found, options, &maker, |piece, done| {
        progress.advance(done);
        total.add(piece)
    })?;
    drop(maker);
    watch.note(&total.met);
    total.finish(watch)
}

/// What has been found so far.
struct Total<'o, 'a> {
    options: &'o Options<'a>,
    out: Out<'o>,
    summary: Summary,
    codes: std::collections::BTreeMap<String, CodeCount>,
    unreadable: usize,
    hides: bool,
    /// What was to be met and is.
    met: Vec<bool>,
    broken: Vec<String>,
    accepted: Vec<crate::baseline::Accepted>,
}

enum Out<'o> {
    Human(&'o mut dyn Write, Page),
    Machine(MachineSink<'o>, MachineFormat),
}

impl<'o, 'a> Total<'o, 'a> {
    fn new(
        options: &'o Options<'a>,
        watched: usize,
        out: &'o mut dyn Write,
    ) -> Result<Self, Error> {
        let out = match options.format {
            Format::Human(page) => Out::Human(out, page),
            Format::Machine(format) => {
                let mut sink = MachineSink::new(format, out);
                sink.start(&format.start(&options.tool, options.level))?;
                Out::Machine(sink, format)
            }
        };
        Ok(Self {
            options,
            out,
            summary: Summary::default(),
            codes: std::collections::BTreeMap::new(),
            unreadable: 0,
            hides: false,
            met: vec![false; watched],
            broken: Vec::new(),
            accepted: Vec::new(),
        })
    }

    fn add(&mut self, piece: Piece) -> Result<(), Error> {
        self.summary.add(piece.summary);
        for (code, count) in piece.codes {
            match self.codes.get_mut(&code) {
                Some(known) => {
                    known.findings += count.findings;
                    known.subjects += count.subjects;
                }
                None => drop(self.codes.insert(code, count)),
            }
        }
        self.unreadable += piece.unreadable;
        self.hides |= piece.hides;
        self.broken.extend(piece.broken);
        for at in piece.met {
            if let Some(met) = self.met.get_mut(at) {
                *met = true;
            }
        }
        self.accepted.extend(piece.accepted);
        match &mut self.out {
            Out::Human(out, _) => {
                out.write_all(piece.findings.as_bytes()).map_err(Error::Report)
            }
            Out::Machine(sink, _) => sink.push(&piece.findings, &piece.dossiers),
        }
    }

    /// Says what only the whole run can tell, and ends the report.
    fn finish(mut self, watch: Watch) -> Result<Ended, Error> {
        let options = self.options;
        let mut shard = options.shard.map(|shard| ShardPart {
            part: shard.part(),
            of: shard.of(),
            options: crate::join::digest(options),
            statistics: options.statistics,
            pending: Vec::new(),
        });
        match &mut shard {
            Some(part) => part.pending = watch.pending,
            None => self.add(Piece::conclusion(conclude(watch.pending), options))?,
        }
        let codes = self.codes.keys().cloned().collect();
        let statistics = options.statistics.then(|| self.codes.into_values().collect());
        let head = Head {
            tool: options.tool.clone(),
            level: options.level,
            summary: self.summary,
            statistics,
            shard,
            shows_values: options.privacy == Privacy::Shown,
            unreadable: self.unreadable,
            codes,
        };
        match self.out {
            Out::Human(out, page) => end_human(out, page, &head, options, self.hides)?,
            Out::Machine(sink, format) => sink.finish(|findings, dossiers| {
                format.frame(&head, options.fails_on, findings, dossiers)
            })?,
        }
        let baseline = options.new_baseline.map(|new| new.text(self.accepted));
        Ok(Ended { head, broken: self.broken, baseline })
    }
}

fn end_human(
    out: &mut dyn Write,
    page: Page,
    head: &Head,
    options: &Options<'_>,
    hides: bool,
) -> Result<(), Error> {
    let human = page.human(options.level, options.privacy);
    let mut text = String::new();
    match page.shows {
        Shows::Findings if hides && options.privacy == Privacy::Masked => {
            text = masked_human(options.words, &human);
            text.push('\n');
        }
        Shows::Findings | Shows::Nothing => {}
        Shows::Counts => {
            let counts = head.statistics.as_deref().unwrap_or_default();
            text = untoc_report::statistics_human(counts, options.words, &human);
        }
    }
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Error::Report)
}

/// Returns the text of findings in the format of the run.
fn written(
    findings: &[Reported],
    options: &Options<'_>,
    sources: &std::collections::BTreeMap<String, String>,
) -> String {
    match options.format {
        Format::Machine(format) => format.findings(findings, options.fails_on),
        Format::Human(page) if page.shows == Shows::Findings => {
            let human = page.human(options.level, options.privacy);
            let human = Human { sources: Some(sources), ..human };
            findings_human(findings, options.words, &human)
        }
        Format::Human(_) => String::new(),
    }
}

/// Says whether a finding tells that something could not be read.
pub(crate) fn is_unreadable(finding: &Reported) -> bool {
    finding.code == Code::FileUnreadable.as_str()
}
