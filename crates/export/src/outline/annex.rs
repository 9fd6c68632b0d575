//! What a check found, as an annex of a report.

use untoc_core::{Finding, Severity};
use untoc_report::{Privacy, Words};

use crate::outline::OutlineFinding;

/// Puts findings into words for the annex of a report; what people typed stays hidden.
pub fn annex<'f>(
    findings: impl IntoIterator<Item = &'f Finding>,
    words: &Words,
) -> Vec<OutlineFinding> {
    let made = findings.into_iter().map(|finding| OutlineFinding {
        severity: severity(words, finding.severity),
        place: place(finding),
        message: words.message(finding, Privacy::Masked),
        hint: words.hint_for_readers(finding, Privacy::Masked),
    });
    made.collect()
}

fn severity(words: &Words, severity: Severity) -> String {
    words.say("severity", &[("severity", severity.as_str().into())])
}

fn place(finding: &Finding) -> String {
    let Some(place) = finding.place() else { return String::new() };
    let known = [&place.question, &place.section, &place.questionnaire, &place.file];
    known.into_iter().flatten().next().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use untoc_core::{Code, Place};

    use super::*;

    /// Who reads a report may not have this program: no hint names one of its commands.
    #[test]
    fn hints_name_no_command() {
        let words = Words::load("en");
        for &code in Code::ALL {
            let finding = Finding::new(code, Place::default());
            for finding in [finding.clone(), finding.plain("nearest", "x")] {
                let hint = words.hint_for_readers(&finding, Privacy::Masked);
                assert!(!hint.unwrap_or_default().contains('`'), "{code:?}");
            }
        }
    }
}
