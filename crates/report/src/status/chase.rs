//! The chasing list: one row of CSV for each assignment, to be sorted in a spreadsheet.

use super::{AssignmentStatus, ContributorStatus, DossierStatus};

const HEADINGS: [&str; 15] = [
    "contributor",
    "name",
    "contact",
    "asked_for",
    "title",
    "step",
    "required_open",
    "required_asked",
    "advised_open",
    "advised_asked",
    "sent",
    "received",
    "due",
    "days_left",
    "overdue",
];

/// Returns the chasing list as CSV (RFC 4180, lines end in CR LF).
///
/// Cells that a spreadsheet would run as a formula have an apostrophe before them.
pub fn status_csv(status: &DossierStatus) -> String {
    let mut out = line(&HEADINGS.map(str::to_owned));
    for contributor in &status.contributors {
        for assignment in &contributor.assignments {
            out.push_str(&line(&row(contributor, assignment)));
        }
    }
    out
}

fn row(contributor: &ContributorStatus, assignment: &AssignmentStatus) -> [String; 15] {
    let date = |date: Option<jiff::civil::Date>| {
        date.map(|date| date.to_string()).unwrap_or_default()
    };
    let tally = assignment.tally;
    [
        safe(&contributor.id),
        safe(&contributor.name),
        safe(contributor.contact.as_deref().unwrap_or_default()),
        safe(&assignment.subject),
        safe(&assignment.title),
        assignment.step.as_str().to_owned(),
        tally.required.open().to_string(),
        tally.required.asked.to_string(),
        tally.advised.open().to_string(),
        tally.advised.asked.to_string(),
        date(assignment.sent),
        date(assignment.received),
        date(assignment.due),
        assignment.days_left.map(|days| days.to_string()).unwrap_or_default(),
        if assignment.overdue { "yes" } else { "no" }.to_owned(),
    ]
}

/// Returns a text that no spreadsheet takes for a formula.
fn safe(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn line(cells: &[String]) -> String {
    let quoted: Vec<String> = cells
        .iter()
        .map(|cell| match cell.contains([',', '"', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.clone(),
        })
        .collect();
    format!("{}\r\n", quoted.join(","))
}
