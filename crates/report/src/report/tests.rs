//! The formats of reports.

use untoc_core::{Level, Severity};

use super::*;
use crate::human::tests::mixed;
use crate::words::{Privacy, Words};

fn reported(privacy: Privacy) -> Vec<Reported> {
    Reported::all(&mixed(), Some("exampleland"), &Words::load("en"), privacy)
}

fn dossier() -> DossierRecord {
    DossierRecord {
        subject: "exampleland".to_owned(),
        name: "exampleland".to_owned(),
        prefix: "exampleland/".to_owned(),
        state: Some("XXA".to_owned()),
        due: None,
        responses: 4,
        errors: 3,
        warnings: 1,
        notes: 1,
    }
}

fn head(findings: &[Reported]) -> Head {
    let mut summary = Summary { subjects: 1, responses: 4, ..Summary::default() };
    summary.count(findings);
    let mut codes: Vec<String> = findings.iter().map(|f| f.code.clone()).collect();
    codes.sort();
    codes.dedup();
    Head {
        tool: Tool { name: "untoc".to_owned(), version: "0.1.0".to_owned() },
        level: Level::Draft,
        summary,
        statistics: None,
        shard: None,
        shows_values: false,
        unreadable: 0,
        codes,
    }
}

/// Puts a whole report together, as a run does.
fn whole(
    format: MachineFormat,
    findings: &[Reported],
    dossiers: &[DossierRecord],
) -> String {
    let head = head(findings);
    let piece = format.findings(findings, Severity::Error);
    let listed = format.dossiers(dossiers);
    let mut out = format.start(&head.tool, head.level);
    if format.streams() {
        out.push_str(&piece);
        out.push_str(&listed);
    }
    for part in
        format.frame(&head, Severity::Error, !findings.is_empty(), !dossiers.is_empty())
    {
        match part {
            Part::Text(text) => out.push_str(&text),
            Part::Findings => out.push_str(&piece),
            Part::Dossiers => out.push_str(&listed),
        }
    }
    out
}

/// Every format says the same findings in its own way.
#[test]
fn writes_every_format() {
    let findings = reported(Privacy::Masked);
    for (name, format) in [
        ("json", MachineFormat::Json),
        ("jsonl", MachineFormat::Jsonl),
        ("sarif", MachineFormat::Sarif),
        ("junit", MachineFormat::Junit),
        ("github", MachineFormat::Github),
        ("csv", MachineFormat::Csv),
    ] {
        insta::assert_snapshot!(name, whole(format, &findings, &[dossier()]));
    }
}

/// A report in JSON is written as every stored format is, with and without findings.
#[test]
fn json_is_written_in_one_way() {
    let findings = reported(Privacy::Masked);
    for (findings, dossiers) in
        [(&findings[..], vec![dossier()]), (&findings[..], vec![]), (&[][..], vec![])]
    {
        for format in [MachineFormat::Json, MachineFormat::Sarif] {
            let text = whole(format, findings, &dossiers);
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(untoc_core::json(&value), text);
        }
    }
}

/// The lines of a report can be read back, and each stands for itself.
#[test]
fn lines_come_back() {
    let findings = reported(Privacy::Masked);
    let text = whole(MachineFormat::Jsonl, &findings, &[dossier()]);
    assert_eq!(text.lines().count(), findings.len() + 3);
    for line in text.lines() {
        let read: ReportLine = serde_json::from_str(line).unwrap();
        assert_eq!(read.to_text().trim_end(), line);
    }
}

/// What people typed is hidden in every format unless it is asked for.
#[test]
fn private_values_are_hidden() {
    for format in [MachineFormat::Json, MachineFormat::Csv, MachineFormat::Sarif] {
        let masked = whole(format, &reported(Privacy::Masked), &[]);
        assert!(!masked.contains("www.example.org"));
        let shown = whole(format, &reported(Privacy::Shown), &[]);
        assert!(shown.contains("www.example.org"));
    }
}

/// Texts from files end no cell, command, attribute or element of the formats.
#[test]
fn texts_stay_where_they_are() {
    let mut finding = reported(Privacy::Masked).remove(1);
    finding.message = "=SUM(1)\r\n::error::\"<a>&'\u{1b}%".to_owned();
    finding.help = None;
    for place in &mut finding.places {
        place.file = Some("a,b:c\"<d>&.json".to_owned());
    }
    let findings = [finding];
    let one = |format: MachineFormat| format.findings(&findings, Severity::Error);
    assert_eq!(one(MachineFormat::Github).lines().count(), 1);
    assert!(
        one(MachineFormat::Github)
            .starts_with("::error file=a%2Cb%3Ac\"<d>&.json,line=3")
    );
    assert!(
        one(MachineFormat::Csv).contains("\"'=SUM(1)\r\n::error::\"\"<a>&'\u{1b}%\"")
    );
    assert!(one(MachineFormat::Junit).contains("&lt;a&gt;&amp;'\u{fffd}%"));
    assert!(
        one(MachineFormat::Sarif).contains("\"uri\": \"a%2Cb%3Ac%22%3Cd%3E%26.json\"")
    );
}
