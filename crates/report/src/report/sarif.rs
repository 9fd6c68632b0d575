//! Findings as SARIF 2.1.0 (OASIS), for code scanning and editors.

use serde_json::{Value as Json, json};
use untoc_core::{Code, Place, Severity};

use super::head::Head;
use super::{Part, Reported};

/// Returns the results of a subject, with commas in between.
pub(super) fn results(findings: &[Reported]) -> String {
    let mut out = String::new();
    for finding in findings {
        if !out.is_empty() {
            out.push_str(",\n");
        }
        for (at, line) in
            untoc_core::json(&result(finding)).trim_end().lines().enumerate()
        {
            if at > 0 {
                out.push('\n');
            }
            out.push_str("        ");
            out.push_str(line);
        }
    }
    out
}

fn result(finding: &Reported) -> Json {
    let mut text = sentence(&finding.message);
    if let Some(help) = &finding.help {
        text.push_str("\n\n");
        text.push_str(&sentence(help));
    }
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": text },
    });
    let Some(fields) = result.as_object_mut() else { return result };
    if let Some(place) = finding.place() {
        fields.insert("locations".to_owned(), json!([location(place)]));
    }
    let others: Vec<Json> = finding.places.iter().skip(1).map(location).collect();
    if !others.is_empty() {
        fields.insert("relatedLocations".to_owned(), Json::from(others));
    }
    if finding.count > 1 {
        fields.insert("occurrenceCount".to_owned(), finding.count.into());
    }
    let fingerprint = json!({ "untoc/v1": finding.fingerprint });
    fields.insert("partialFingerprints".to_owned(), fingerprint);
    result
}

/// Ends a message as the format asks for. Its first letter stays: it may be one of a path.
fn sentence(text: &str) -> String {
    format!("{text}.")
}

fn location(place: &Place) -> Json {
    let mut physical = json!({
        "artifactLocation": {
            "uri": uri(place.file.as_deref().unwrap_or_default()),
            "uriBaseId": "RUN",
        },
    });
    if let (Some(fields), Some(line)) = (physical.as_object_mut(), place.line) {
        let mut region = json!({ "startLine": line });
        if let (Some(region), Some(column)) = (region.as_object_mut(), place.column) {
            region.insert("startColumn".to_owned(), column.into());
        }
        fields.insert("region".to_owned(), region);
    }
    let mut location = json!({ "physicalLocation": physical });
    let named = place.question.as_ref().or(place.section.as_ref());
    if let (Some(fields), Some(named)) = (location.as_object_mut(), named) {
        let logical = match &place.questionnaire {
            Some(questionnaire) => format!("{questionnaire}/{named}"),
            None => named.clone(),
        };
        fields.insert(
            "logicalLocations".to_owned(),
            json!([{ "name": named, "fullyQualifiedName": logical }]),
        );
    }
    location
}

fn level(severity: Severity) -> &'static str {
    severity.as_str()
}

/// Writes a path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b'/' | b'!' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// Returns the parts of the document in their order.
pub(super) fn frame(head: &Head, findings: bool) -> Vec<Part> {
    let rules: Vec<Json> = head.codes.iter().map(|code| rule(code)).collect();
    let opening = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": head.tool.name,
                "semanticVersion": head.tool.version,
                "rules": rules,
            } },
            "invocations": [{ "executionSuccessful": head.unreadable == 0 }],
            "originalUriBaseIds": { "RUN": {
                "description": { "text": "The folder in which the check was run." },
            } },
            "columnKind": "unicodeCodePoints",
            "results": [],
        }],
    });
    let text = untoc_core::json(&opening);
    let (before, after) = text.rsplit_once("[]").unwrap_or((&text, ""));
    let mut parts = vec![Part::Text(format!("{before}["))];
    if findings {
        parts = vec![
            Part::Text(format!("{before}[\n")),
            Part::Findings,
            Part::Text("\n      ".to_owned()),
        ];
    }
    parts.push(Part::Text(format!("]{after}")));
    parts
}

fn rule(code: &str) -> Json {
    let mut rule = json!({ "id": code });
    let known = Code::from_name(code);
    if let (Some(fields), Some(code)) = (rule.as_object_mut(), known) {
        fields.insert("shortDescription".to_owned(), json!({ "text": code.sentence() }));
        let help = format!("Read more with: untoc explain {code}");
        fields.insert("help".to_owned(), json!({ "text": help }));
        let usual = json!({ "level": level(code.severity()) });
        fields.insert("defaultConfiguration".to_owned(), usual);
    }
    rule
}
