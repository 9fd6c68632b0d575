//! Findings that come by the hundred, gathered by section.

use untoc_core::Code;

use super::entry::{hint_line, labelled};
use super::{Detail, Human, ink, severity_word};
use crate::report::Reported;
use crate::style::Ink;
use crate::words::Words;
use crate::wrap::{Layout, cut, width, wrap};

/// Up to so many findings of a code in a file are shown one by one.
const FEW: usize = 3;

/// The codes that are gathered, with the key of their words.
const GATHERED: [(Code, &str); 4] = [
    (Code::AnswerMissing, "report-missing"),
    (Code::AnswerAdvisedMissing, "report-advised"),
    (Code::AnswerParked, "report-parked"),
    (Code::AnswerWaiting, "report-waiting"),
];

/// Returns the key of the words for several findings of a code, if it is gathered.
pub(crate) fn gathered_key(code: &str) -> Option<&'static str> {
    GATHERED.iter().find(|(gathered, _)| gathered.as_str() == code).map(|(_, key)| *key)
}

/// Findings of one code in one file.
pub(super) struct Group<'a> {
    key: &'static str,
    findings: Vec<&'a Reported>,
}

/// Splits findings into groups and those that stand alone.
pub(super) fn split<'a>(
    findings: &[&'a Reported],
    detail: Detail,
) -> (Vec<Group<'a>>, Vec<&'a Reported>) {
    let mut groups = Vec::new();
    if detail == Detail::Gathered {
        for (code, key) in GATHERED {
            let of_code: Vec<&Reported> = findings
                .iter()
                .copied()
                .filter(|finding| finding.code == code.as_str())
                .collect();
            if of_code.len() > FEW {
                groups.push(Group { key, findings: of_code });
            }
        }
    }
    let is_gathered = |finding: &Reported| {
        groups.iter().any(|g| g.findings.first().is_some_and(|f| f.code == finding.code))
    };
    let single =
        findings.iter().copied().filter(|finding| !is_gathered(finding)).collect();
    (groups, single)
}

pub(super) fn show(
    group: &Group<'_>,
    words: &Words,
    human: &Human<'_>,
    out: &mut String,
) {
    let Some(first) = group.findings.first() else { return };
    let code = human.style.paint(Ink::Faint, &format!("[{}]", first.code));
    out.push_str(&format!("  {code}\n"));
    let severity = severity_word(words, first.severity);
    let coloured = human.style.paint(ink(first.severity), &severity);
    let message = words.say(group.key, &[("count", group.findings.len().into())]);
    labelled(&severity, &coloured, &message, human, out);
    for (section, questions) in by_section(&group.findings) {
        out.push_str(&section_line(section, &questions, words, human));
        out.push('\n');
    }
    let questionnaire = first.place().and_then(|p| p.questionnaire.as_deref());
    let arguments = [("questionnaire", questionnaire.unwrap_or_default().into())];
    let hint = words.say(&format!("{}-hint", group.key), &arguments);
    hint_line(&hint, words, human, out);
}

/// Names as many questions of a section as fit on two lines, and counts the others.
fn section_line(
    section: &str,
    questions: &[&str],
    words: &Words,
    human: &Human<'_>,
) -> String {
    let (first, rest) = ("      ", "        ");
    let room = 2 * human.width.saturating_sub(width(rest) + 10);
    let mut used = width(section);
    let mut shown = 0;
    for question in questions {
        used += width(question) + 2;
        if used > room && shown > 0 {
            break;
        }
        shown += 1;
    }
    let named: Vec<&str> = questions.iter().take(shown).copied().collect();
    let others = questions.len() - named.len();
    let text = if others == 0 {
        let all = words.all_of(&named);
        words.say(
            "report-section",
            &[("section", section.into()), ("questions", all.into())],
        )
    } else {
        let arguments = [
            ("section", section.into()),
            ("questions", named.join(", ").into()),
            ("count", others.into()),
        ];
        words.say("report-section-cut", &arguments)
    };
    wrap(&cut(&text, 4 * human.width), Layout { width: human.width, first, rest })
}

fn by_section<'a>(findings: &[&'a Reported]) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for finding in findings {
        let Some(place) = finding.place() else { continue };
        let section = place.section.as_deref().unwrap_or_default();
        let question = place.question.as_deref().unwrap_or_default();
        match sections.iter_mut().find(|(name, _)| *name == section) {
            Some((_, questions)) => questions.push(question),
            None => sections.push((section, vec![question])),
        }
    }
    sections
}
