//! Check your answers: every finding, linked to its question and its explanation.

use askama::Template;
use untoc_core::{Finding, Level, Severity};
use untoc_dossier::validate;
use untoc_report::{Privacy, place_in_words};

use crate::ask::Ask;
use crate::cut::{Sheets, page_of};
use crate::frame::Frame;
use crate::hint::{hint, is_own};
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "check.html")]
struct Page<'a> {
    frame: Frame<'a>,
    is_submission: bool,
    groups: Vec<Group>,
    sheets: Sheets,
}

struct Group {
    severity: &'static str,
    heading: String,
    findings: Vec<FindingView>,
}

struct FindingView {
    code: &'static str,
    place: String,
    message: String,
    help: Option<String>,
    /// Whether the message and the help are in the language of the page.
    is_own: (bool, bool),
    link: Option<String>,
    count: usize,
}

/// About how many bytes a finding takes on the page.
const USUAL: usize = 650;

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let is_submission = ask.query.text("level") == Some("submission");
    let level = if is_submission { Level::Submission } else { Level::Draft };
    let findings = validate(&work.dossier, level, ask.app.today());
    let frame = Frame::of(&work, "check", work.words.say("web-check", &[]));
    let weights = [Severity::Error, Severity::Warning, Severity::Note];
    let of_weight = |severity| findings.iter().filter(move |f| f.severity == severity);
    let all: Vec<&Finding> = weights.into_iter().flat_map(of_weight).collect();
    let (here, sheets) = page_of(all, |_| USUAL, &ask.query);
    let groups = weights.map(|severity| {
        let all = of_weight(severity).count();
        group(&work, &frame, &here, severity, all)
    });
    Reply::page(&Page {
        is_submission,
        sheets,
        groups: groups.into_iter().filter(|group| !group.findings.is_empty()).collect(),
        frame,
    })
}

fn group(
    work: &Work<'_>,
    frame: &Frame<'_>,
    here: &[&Finding],
    severity: Severity,
    all: usize,
) -> Group {
    let of_weight = here.iter().filter(|f| f.severity == severity);
    Group {
        severity: severity.as_str(),
        heading: frame.n(&format!("check-{}", severity.as_str()), all),
        findings: of_weight.map(|f| finding(work, f)).collect(),
    }
}

fn finding(work: &Work<'_>, finding: &Finding) -> FindingView {
    let words = work.words;
    let place = finding.place();
    let question = place.and_then(|place| place.question.as_deref());
    let link = question.and_then(|id| {
        work.find_question(id).ok()?;
        Some(format!("/question/{id}"))
    });
    let file = place.and_then(|place| place.file.as_deref());
    let link = link.or_else(|| match file {
        Some("laws.json") => Some("/laws".to_owned()),
        Some("dossier.json") => Some("/people".to_owned()),
        _ => None,
    });
    FindingView {
        code: finding.code.as_str(),
        place: place.map(|place| place_in_words(words, place)).unwrap_or_default(),
        message: words.message(finding, Privacy::Shown),
        help: hint(words, finding),
        is_own: (words.has_message(finding), is_own(words, finding)),
        link,
        count: finding.count,
    }
}
