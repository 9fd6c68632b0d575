//! Joins the reports of all parts of a run into the one that the whole run would give.

mod digest;
mod parts;

use std::collections::BTreeMap;
use std::io::Write;

use untoc_core::Severity;
use untoc_report::{
    CodeCount, Head, MachineFormat, Privacy, Reported, Words, findings_human,
    masked_human,
};

use crate::error::Error;
use crate::run::{Format, Page, Shows, count_codes, is_unreadable};
use crate::sink::MachineSink;
use crate::stored::{StoredReport, earlier};
use crate::watch::conclude;

pub(crate) use digest::digest;

/// How joined reports are written.
#[derive(Debug)]
pub struct JoinOptions<'a> {
    /// How findings are written.
    pub format: Format,
    /// From which weight on the run fails.
    pub fails_on: Severity,
    /// The words of a report for people.
    pub words: &'a Words,
}

/// Joins reports: all parts of one run, or runs over different subjects.
///
/// The result is, byte for byte, the report that one run over everything would have
/// given in the same format; only a report for people lacks the lines of the files.
///
/// # Errors
/// When parts are missing or do not belong together, or the report cannot be written.
pub fn join(
    mut reports: Vec<StoredReport>,
    options: &JoinOptions<'_>,
    out: &mut dyn Write,
) -> Result<Head, Error> {
    let (mut head, pending) = parts::check(&mut reports)?;
    let mut joined = Joined {
        codes: BTreeMap::new(),
        hides: false,
        out: Out::new(options, &head, out)?,
        options,
        head: &mut head,
    };
    while let Some(subject) = next(&reports) {
        let (mut findings, mut dossiers) = (Vec::new(), Vec::new());
        for report in &mut reports {
            let (more, listed) = report.take(subject.as_deref())?;
            findings.extend(more);
            dossiers.extend(listed);
        }
        joined.add(&findings, &dossiers)?;
    }
    let concluded = conclude(pending);
    joined.head.summary.count(&concluded);
    joined.add(&concluded, &[])?;
    joined.finish()?;
    Ok(head)
}

/// Returns the subject that comes next in any report.
fn next(reports: &[StoredReport]) -> Option<Option<String>> {
    let subjects = reports.iter().filter_map(StoredReport::next_subject);
    subjects.reduce(earlier).map(|subject| subject.map(str::to_owned))
}

struct Joined<'j> {
    codes: BTreeMap<String, CodeCount>,
    hides: bool,
    out: Out<'j>,
    options: &'j JoinOptions<'j>,
    head: &'j mut Head,
}

enum Out<'o> {
    Human(&'o mut dyn Write, Page),
    Machine(MachineSink<'o>, MachineFormat),
}

impl<'o> Out<'o> {
    fn new(
        options: &JoinOptions<'_>,
        head: &Head,
        out: &'o mut dyn Write,
    ) -> Result<Self, Error> {
        Ok(match options.format {
            Format::Human(page) => Self::Human(out, page),
            Format::Machine(format) => {
                let mut sink = MachineSink::new(format, out);
                sink.start(&format.start(&head.tool, head.level))?;
                Self::Machine(sink, format)
            }
        })
    }
}

impl Joined<'_> {
    fn add(
        &mut self,
        findings: &[Reported],
        dossiers: &[untoc_report::DossierRecord],
    ) -> Result<(), Error> {
        count_codes(&mut self.codes, findings);
        self.head.unreadable += findings.iter().filter(|f| is_unreadable(f)).count();
        self.hides |= findings.iter().any(Reported::hides);
        match &mut self.out {
            Out::Machine(sink, format) => {
                let text = format.findings(findings, self.options.fails_on);
                let listed = format.dossiers(dossiers);
                match format.streams() {
                    true => sink.push(&(text + &listed), ""),
                    false => sink.push(&text, &listed),
                }
            }
            Out::Human(out, page) if page.shows == Shows::Findings => {
                let human = page.human(self.head.level, Privacy::Masked);
                let text = findings_human(findings, self.options.words, &human);
                out.write_all(text.as_bytes()).map_err(Error::Report)
            }
            Out::Human(..) => Ok(()),
        }
    }

    fn finish(self) -> Result<(), Error> {
        self.head.codes = self.codes.keys().cloned().collect();
        if let Some(statistics) = &mut self.head.statistics {
            *statistics = self.codes.into_values().collect();
        }
        match self.out {
            Out::Machine(sink, format) => sink.finish(|findings, dossiers| {
                format.frame(self.head, self.options.fails_on, findings, dossiers)
            }),
            Out::Human(out, page) => {
                let human = page.human(self.head.level, Privacy::Masked);
                let mut text = String::new();
                if self.hides && page.shows == Shows::Findings {
                    text = masked_human(self.options.words, &human);
                    text.push('\n');
                }
                out.write_all(text.as_bytes())
                    .and_then(|()| out.flush())
                    .map_err(Error::Report)
            }
        }
    }
}
