//! Findings as a table, for spreadsheets and statistics (RFC 4180).

use super::Reported;

const COLUMNS: [&str; 19] = [
    "severity",
    "code",
    "subject",
    "file",
    "line",
    "column",
    "pointer",
    "questionnaire",
    "section",
    "provision",
    "question",
    "contributor",
    "row",
    "row_column",
    "field",
    "count",
    "message",
    "help",
    "fingerprint",
];

/// Returns the line with the names of the columns.
pub(super) fn header() -> String {
    let mut line = COLUMNS.join(",");
    line.push_str("\r\n");
    line
}

/// Returns a finding as one line.
pub(super) fn line(finding: &Reported) -> String {
    let place = finding.place().cloned().unwrap_or_default();
    let table = place.table.unwrap_or_default();
    let number = |n: Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
    let text = |text: Option<String>| text.unwrap_or_default();
    let cells = [
        finding.severity.as_str().to_owned(),
        finding.code.clone(),
        text(finding.subject.clone()),
        text(place.file),
        number(place.line),
        number(place.column),
        text(place.pointer),
        text(place.questionnaire),
        text(place.section),
        text(place.provision),
        text(place.question),
        text(place.contributor),
        number(table.row),
        number(table.column),
        text(table.field),
        finding.count.to_string(),
        finding.message.clone(),
        text(finding.help.clone()),
        finding.fingerprint.clone(),
    ];
    let mut line = cells.map(|cell| quote(&cell)).join(",");
    line.push_str("\r\n");
    line
}

/// Quotes a cell where it must be, and keeps a spreadsheet from running it.
fn quote(text: &str) -> String {
    let runs = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}', '|', '%'])
        || text.starts_with(['\t', '\r', '\n']);
    let guard = if runs { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}
