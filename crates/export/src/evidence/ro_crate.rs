//! RO-Crate 1.1: the metadata file `ro-crate-metadata.json` for research archives.

use serde_json::{Value, json};
use untoc_core::{Evidence, Naming};

use super::dcat::description;
use super::{address, licence_address};

/// Writes the metadata of an RO-Crate whose root is the folder of the item's package.
///
/// `received` is the day on which the item was received, for items that do not say when
/// they were made. A provider that may not be named is not named.
pub fn to_ro_crate(evidence: &Evidence, received: &str) -> String {
    let published =
        evidence.issued.map_or_else(|| received.to_owned(), |day| day.to_string());
    let parts: Vec<Value> =
        evidence.files.iter().map(|file| json!({"@id": address(&file.path)})).collect();
    let (licence, licence_entity) = licence(evidence);
    let mut root = json!({
        "@id": "./",
        "@type": "Dataset",
        "identifier": evidence.id.as_str(),
        "name": evidence.title,
        "description": description(evidence),
        "datePublished": published,
        "license": {"@id": licence},
        "hasPart": parts,
    });
    let mut graph = vec![json!({
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    })];
    let mut others = vec![licence_entity];
    if let Some(root) = root.as_object_mut() {
        let mut put = |key: &str, value: Value| drop(root.insert(key.to_owned(), value));
        if let Some(name) = evidence.named_provider() {
            put("publisher", json!({"@id": "#provider"}));
            let mut provider =
                json!({"@id": "#provider", "@type": "Organization", "name": name});
            if let (Naming::Named, Some(contact), Some(fields)) = (
                evidence.terms.naming,
                &evidence.provider.contact,
                provider.as_object_mut(),
            ) {
                fields.insert("description".to_owned(), json!(contact));
            }
            others.push(provider);
        }
        if let Some(period) = &evidence.period {
            let to = period.to.map(|to| format!("/{to}")).unwrap_or_default();
            put("temporalCoverage", json!(format!("{}{to}", period.from)));
        }
        let places: Vec<Value> = (1..=evidence.places.len())
            .map(|number| json!({"@id": format!("#place-{number}")}))
            .collect();
        if !places.is_empty() {
            put("spatialCoverage", Value::Array(places));
        }
        for (at, name) in evidence.places.iter().enumerate() {
            let id = format!("#place-{}", at + 1);
            others.push(json!({"@id": id, "@type": "Place", "name": name}));
        }
        if let Some(language) = &evidence.language {
            put("inLanguage", json!(language));
        }
    }
    graph.push(root);
    graph.extend(evidence.files.iter().map(|file| {
        json!({
            "@id": address(&file.path),
            "@type": "File",
            "name": file.path,
            "encodingFormat": file.media_type,
            "contentSize": file.bytes.to_string(),
        })
    }));
    graph.append(&mut others);
    untoc_core::json(&json!({
        "@context": "https://w3id.org/ro/crate/1.1/context",
        "@graph": graph,
    }))
}

/// Returns the address of the licence and what stands for it in the graph.
fn licence(evidence: &Evidence) -> (String, Value) {
    let name = evidence.licence.clone().unwrap_or_else(|| {
        format!("No licence was given. Purpose: {}", evidence.terms.purpose)
    });
    let address = licence_address(&name).unwrap_or_else(|| "#licence".to_owned());
    let entity = json!({
        "@id": address,
        "@type": "CreativeWork",
        "name": name,
        "description": format!(
            "{}; onward use: {}",
            evidence.terms.purpose,
            evidence.terms.onward_use.as_str().replace('_', " ")
        ),
    });
    (address, entity)
}
