//! Makes sure that reports belong together and none is missing.

use std::path::Path;

use untoc_report::{Head, Pending, ShardPart, Summary};

use crate::error::Error;
use crate::stored::StoredReport;

/// Checks the reports, puts parts in their order, and returns what the joined report
/// says at its head so far, and what is still to be concluded.
pub(super) fn check(reports: &mut [StoredReport]) -> Result<(Head, Vec<Pending>), Error> {
    let Some(first) = reports.first() else {
        return Err(refuse(
            "there is no report to join",
            "name the reports of all parts",
        ));
    };
    let (tool, level) = (first.tool.clone(), first.level);
    let (first_path, has_parts) = (first.path.clone(), first.last.shard.is_some());
    let mut statistics = first.last.statistics.is_some();
    for report in reports.iter() {
        let names = || format!("{} and {}", show(&first_path), show(&report.path));
        if report.tool != tool || report.level != level {
            let message =
                format!("{} were made by other versions or at other levels", names());
            return Err(refuse(&message, "make both in the same way"));
        }
        if report.last.shard.is_some() != has_parts {
            let message = format!("of {} only one is a part of a run", names());
            return Err(refuse(&message, "join either parts or whole reports"));
        }
        statistics &= report.last.statistics.is_some();
    }
    let mut pending = Vec::new();
    if has_parts {
        reports.sort_by_key(|report| report.last.shard.as_ref().map(|shard| shard.part));
        complete(reports)?;
        for shard in reports.iter().filter_map(|report| report.last.shard.as_ref()) {
            statistics = shard.statistics;
            merge(&mut pending, shard);
        }
    } else {
        reports.sort_by(|a, b| a.path.cmp(&b.path));
    }
    let mut summary = Summary::default();
    reports.iter().for_each(|report| summary.add(report.last.summary));
    let statistics = statistics.then(Vec::new);
    let head = Head {
        tool,
        level,
        summary,
        statistics,
        shard: None,
        shows_values: reports.iter().any(|report| report.last.shows_values),
        unreadable: 0,
        codes: Vec::new(),
    };
    Ok((head, pending))
}

/// Makes sure that every part is there, once, and made with the same options.
fn complete(reports: &[StoredReport]) -> Result<(), Error> {
    let parts: Vec<(&ShardPart, &Path)> = reports
        .iter()
        .filter_map(|report| Some((report.last.shard.as_ref()?, report.path.as_path())))
        .collect();
    let Some((first, first_path)) = parts.first() else { return Ok(()) };
    let of = first.of;
    for (shard, path) in &parts {
        let names = || format!("{} and {}", show(first_path), show(path));
        if shard.of != of {
            let message =
                format!("{} are parts of {of} and of {} parts", names(), shard.of);
            return Err(refuse(&message, "join the parts of one run"));
        }
        if shard.options != first.options || shard.pending.len() != first.pending.len() {
            let message =
                format!("{} were made with other options or on other days", names());
            let hint = "run all parts with the same options, files and date (UNTOC_NOW)";
            return Err(refuse(&message, hint));
        }
    }
    for pair in parts.windows(2) {
        if let [(one, path), (other, other_path)] = pair
            && one.part == other.part
        {
            let (path, other) = (show(path), show(other_path));
            let message =
                format!("{path} and {other} are both part {} of {of}", one.part);
            return Err(refuse(&message, "name each part once"));
        }
    }
    let missing: Vec<String> = (1..=of)
        .filter(|part| !parts.iter().any(|(shard, _)| shard.part == *part))
        .map(|part| part.to_string())
        .collect();
    match missing.as_slice() {
        [] => Ok(()),
        [one] => Err(refuse(
            &format!("part {one} of {of} is missing"),
            &format!("name its report as well, or run it: --shard {one}/{of}"),
        )),
        [one, ..] => Err(refuse(
            &format!("parts {} of {of} are missing", missing.join(", ")),
            &format!(
                "name their reports as well, or run them: --shard {one}/{of} and so on"
            ),
        )),
    }
}

/// Adds what a part has met to what all parts have met.
fn merge(pending: &mut Vec<Pending>, shard: &ShardPart) {
    if pending.is_empty() {
        pending.clone_from(&shard.pending);
    }
    for (all, part) in pending.iter_mut().zip(&shard.pending) {
        all.met |= part.met;
    }
}

fn refuse(message: &str, hint: &str) -> Error {
    Error::Parts { message: message.to_owned(), hint: hint.to_owned() }
}

fn show(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
