//! Compares two reports: what is new, gone and changed since the last night.
//!
//! A finding is known again by its fingerprint. Where only its words differ (the wrong
//! value is another one now), it is the same code in the same place, and counts as
//! changed. Both reports are walked through side by side, one subject at a time.

mod pair;

use std::collections::BTreeSet;
use std::io::Write;

use untoc_core::Severity;
use untoc_report::{
    BeforeAfter, Changed, ComparisonHead, ComparisonList, Coverage, Privacy, Tool, Words,
    changed_human, comparison_brackets, comparison_heading, comparison_items,
    comparison_summary, findings_human, gone_human,
};

use crate::error::Error;
use crate::run::{Page, Shows};
use crate::sink::Spool;
use crate::stored::{StoredReport, earlier};
use pair::{Pairs, pair};

/// How a comparison is written.
#[derive(Debug)]
pub struct CompareOptions<'a> {
    /// For people, on this page; as JSON if absent.
    pub page: Option<Page>,
    /// From which weight on something new makes the comparison fail.
    pub fails_on: Severity,
    /// The words for people.
    pub words: &'a Words,
    /// The program that compares.
    pub tool: Tool,
}

/// What came out of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// How much has changed.
    pub summary: Changed,
    /// Whether anything is new, or weighs more, at or above the threshold.
    pub worse: bool,
}

/// Compares two whole reports and writes what has changed.
///
/// # Errors
/// When the reports cannot be compared, or the comparison cannot be written.
pub fn compare(
    mut old: StoredReport,
    mut new: StoredReport,
    options: &CompareOptions<'_>,
    out: &mut dyn Write,
) -> Result<Compared, Error> {
    check(&old, &new)?;
    let mut comparison = Comparison::new(options);
    while let Some(subject) = next(&old, &new) {
        let (before, were) = old.take(subject.as_deref())?;
        let (after, are) = new.take(subject.as_deref())?;
        comparison.cover(&were, &are);
        comparison.add(pair(before, after))?;
    }
    let head = ComparisonHead {
        tool: options.tool.clone(),
        level: new.level,
        summary: comparison.summary,
        dossiers: std::mem::take(&mut comparison.coverage),
    };
    let compared = Compared { summary: head.summary, worse: comparison.worse };
    comparison.finish(&head, out)?;
    Ok(compared)
}

/// Makes sure that the reports say the same sort of thing.
fn check(old: &StoredReport, new: &StoredReport) -> Result<(), Error> {
    let refuse = |message: String, hint: &str| {
        Err(Error::Parts { message, hint: hint.to_owned() })
    };
    for report in [old, new] {
        if let Some(part) = &report.last.shard {
            let name = report.path.to_string_lossy().replace('\\', "/");
            let message = format!("{name} is part {} of {} of a run", part.part, part.of);
            return refuse(message, "join the parts first: untoc join-reports FILE…");
        }
    }
    if old.level != new.level {
        let message = format!(
            "the old report is at level {}, the new one at level {}",
            old.level.as_str(),
            new.level.as_str()
        );
        return refuse(message, "make both at the same level");
    }
    Ok(())
}

fn next(old: &StoredReport, new: &StoredReport) -> Option<Option<String>> {
    let subjects = [old, new].into_iter().filter_map(StoredReport::next_subject);
    subjects.reduce(earlier).map(|subject| subject.map(str::to_owned))
}

struct Comparison<'c> {
    options: &'c CompareOptions<'c>,
    summary: Changed,
    worse: bool,
    coverage: Coverage,
    /// New, gone, changed.
    spools: [Spool; 3],
}

impl<'c> Comparison<'c> {
    fn new(options: &'c CompareOptions<'c>) -> Self {
        let separator = if options.page.is_some() { "" } else { ",\n" };
        Self {
            options,
            summary: Changed::default(),
            worse: false,
            coverage: Coverage::default(),
            spools: [(); 3].map(|()| Spool::new(separator)),
        }
    }

    /// Notes dossiers that only one of the reports is about.
    fn cover(
        &mut self,
        were: &[untoc_report::DossierRecord],
        are: &[untoc_report::DossierRecord],
    ) {
        let old: BTreeSet<&str> = were.iter().map(|d| d.name.as_str()).collect();
        let new: BTreeSet<&str> = are.iter().map(|d| d.name.as_str()).collect();
        let only = |a: &BTreeSet<&str>, b: &BTreeSet<&str>| {
            a.difference(b).map(|name| (*name).to_owned()).collect::<Vec<_>>()
        };
        self.coverage.new.extend(only(&new, &old));
        self.coverage.gone.extend(only(&old, &new));
    }

    fn add(&mut self, pairs: Pairs) -> Result<(), Error> {
        let Pairs { new, gone, changed, same } = pairs;
        self.summary.new += new.len();
        self.summary.gone += gone.len();
        self.summary.changed += changed.len();
        self.summary.same += same;
        let threshold = self.options.fails_on;
        let heavier = |pair: &BeforeAfter| {
            pair.after.severity >= threshold && pair.before.severity < threshold
        };
        self.worse |= new.iter().any(|finding| finding.severity >= threshold)
            || changed.iter().any(heavier);
        let words = self.options.words;
        let texts = match self.options.page {
            None => [
                comparison_items(&new),
                comparison_items(&gone),
                comparison_items(&changed),
            ],
            Some(page) if page.shows == Shows::Findings => {
                let human = page.human(untoc_core::Level::default(), Privacy::Masked);
                [
                    findings_human(&new, words, &human),
                    gone_human(&gone, words, &human),
                    changed_human(&changed, words, &human),
                ]
            }
            Some(_) => Default::default(),
        };
        for (spool, text) in self.spools.iter_mut().zip(&texts) {
            spool.push(text)?;
        }
        Ok(())
    }

    fn finish(mut self, head: &ComparisonHead, out: &mut dyn Write) -> Result<(), Error> {
        let options = self.options;
        let say = |out: &mut dyn Write, text: &str| {
            out.write_all(text.as_bytes()).map_err(Error::Report)
        };
        let lists = ComparisonList::ALL.into_iter().zip(&mut self.spools);
        match options.page {
            None => {
                say(out, &head.to_json())?;
                for (list, spool) in lists {
                    let (begin, end) = comparison_brackets(list, !spool.is_empty());
                    say(out, &begin)?;
                    spool.copy_to(out)?;
                    say(out, end)?;
                }
            }
            Some(page) => {
                let human = page.human(head.level, Privacy::Masked);
                for (list, spool) in lists.filter(|(_, spool)| !spool.is_empty()) {
                    say(out, &comparison_heading(list, options.words, &human))?;
                    spool.copy_to(out)?;
                }
                if page.shows != Shows::Nothing {
                    say(out, &comparison_summary(head, options.words, &human))?;
                }
            }
        }
        out.flush().map_err(Error::Report)
    }
}
