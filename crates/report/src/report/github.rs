//! Findings as workflow commands of GitHub Actions, which shows them beside the lines.

use untoc_core::Severity;

use super::Reported;

/// Returns a finding as one command with its line end.
pub(super) fn command(finding: &Reported) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    if let Some(place) = finding.place() {
        if let Some(file) = &place.file {
            properties.push(format!("file={}", property(file)));
        }
        if let Some(line) = place.line {
            properties.push(format!("line={line}"));
        }
        if let Some(column) = place.column {
            properties.push(format!("col={column}"));
        }
    }
    properties.push(format!("title={}", property(&finding.code)));
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message.push('\n');
        message.push_str(help);
    }
    format!("::{kind} {}::{}\n", properties.join(","), data(&message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
