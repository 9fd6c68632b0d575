//! DCAT 3 (W3C), as JSON-LD: what a government data portal takes.

use serde_json::{Map, Value, json};
use untoc_core::{Evidence, FileRole, OnwardUse, PartialDate, Sensitivity};

use super::{address, licence_address};

/// Writes the description of an evidence item for a data portal.
///
/// The files stand where they are in the package, beside which the description is put. A
/// provider that may not be named is not named.
pub fn to_dcat(evidence: &Evidence) -> String {
    let mut set = Map::new();
    let mut put = |key: &str, value: Value| drop(set.insert(key.to_owned(), value));
    put("@context", context());
    put("@id", json!(format!("urn:untoc:evidence:{}", evidence.id)));
    put("@type", json!("dcat:Dataset"));
    put("dct:identifier", json!(evidence.id.as_str()));
    put("dct:title", json!(evidence.title));
    put("dct:description", json!(description(evidence)));
    if let Some(name) = evidence.named_provider() {
        let kinds = ["foaf:Agent", "foaf:Organization"];
        put("dct:publisher", json!({"@type": kinds, "foaf:name": name}));
    }
    if let Some(day) = evidence.issued {
        put("dct:issued", date(PartialDate::Day(day.0)));
    }
    if let Some(period) = &evidence.period {
        let end = period.to.unwrap_or(period.from);
        put(
            "dct:temporal",
            json!({
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": date(period.from),
                "dcat:endDate": date(end),
            }),
        );
    }
    if !evidence.places.is_empty() {
        let place = |name: &String| json!({"@type": "dct:Location", "rdfs:label": name});
        put("dct:spatial", evidence.places.iter().map(place).collect());
    }
    if let Some(licence) = &evidence.licence {
        put(
            "dct:license",
            match licence_address(licence) {
                Some(address) => json!({"@id": address}),
                None => json!({"@type": "dct:LicenseDocument", "dct:title": licence}),
            },
        );
    }
    put("dct:accessRights", json!({"@id": access_rights(evidence)}));
    if let Some(language) = &evidence.language {
        put("dct:language", self::language(language));
    }
    if let Some(method) = &evidence.method {
        put(
            "dct:provenance",
            json!({"@type": "dct:ProvenanceStatement", "rdfs:label": method}),
        );
    }
    let files = evidence.files.iter().filter(|file| file.role != FileRole::Original);
    put(
        "dcat:distribution",
        files
            .map(|file| {
                json!({
                    "@type": "dcat:Distribution",
                    "dct:title": file.path,
                    "dcat:accessURL": {"@id": address(&file.path)},
                    "dcat:downloadURL": {"@id": address(&file.path)},
                    "dcat:mediaType": {
                        "@id": format!("https://www.iana.org/assignments/media-types/{}", file.media_type),
                    },
                    "dcat:byteSize": {"@value": file.bytes.to_string(), "@type": "xsd:nonNegativeInteger"},
                    "spdx:checksum": {
                        "@type": "spdx:Checksum",
                        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                        "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
                    },
                })
            })
            .collect(),
    );
    untoc_core::json(&Value::Object(set))
}

fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "spdx": "http://spdx.org/rdf/terms#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// Returns what the data is, in one text.
pub(super) fn description(evidence: &Evidence) -> String {
    let parts = [
        evidence.unit.as_ref().map(|unit| format!("Unit: {unit}.")),
        evidence.method.as_ref().map(|method| format!("Method: {method}.")),
        evidence.limitations.as_ref().map(|limits| format!("Limitations: {limits}.")),
    ];
    let parts: Vec<String> =
        parts.into_iter().flatten().map(|part| part.replace("..", ".")).collect();
    if parts.is_empty() { evidence.title.clone() } else { parts.join(" ") }
}

/// Returns the address of a language of two letters; others stay as they are.
fn language(tag: &str) -> Value {
    let code = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        json!({"@id": format!("http://id.loc.gov/vocabulary/iso639-1/{code}")})
    } else {
        json!(tag)
    }
}

/// Writes a date with its precision.
fn date(date: PartialDate) -> Value {
    let kind = match date {
        PartialDate::Year(_) => "xsd:gYear",
        PartialDate::Month(..) => "xsd:gYearMonth",
        PartialDate::Day(_) => "xsd:date",
    };
    json!({"@value": date.to_string(), "@type": kind})
}

/// Returns the word of the list that European portals use.
fn access_rights(evidence: &Evidence) -> String {
    let public = evidence.sensitivity == Sensitivity::Public
        && evidence.terms.onward_use == OnwardUse::Public;
    let word = match evidence.sensitivity {
        _ if public => "PUBLIC",
        Sensitivity::Public | Sensitivity::Restricted => "RESTRICTED",
        Sensitivity::Personal => "NON_PUBLIC",
    };
    format!("http://publications.europa.eu/resource/authority/access-right/{word}")
}
