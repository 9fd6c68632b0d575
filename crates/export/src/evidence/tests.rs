//! Descriptions and receipts, to be read by a person.

use untoc_core::{
    Day, Evidence, EvidenceCheck, EvidenceFile, FileRole, ItemId, Naming, OnwardUse,
    PartialDate, Period, Provider, ProviderKind, Sensitivity, StoredFile, Terms,
};

use super::*;

fn evidence() -> Evidence {
    Evidence {
        schema: None,
        format: untoc_core::EVIDENCE_FORMAT.to_owned(),
        id: ItemId::unchecked("court-monitoring-2025"),
        title: "Court monitoring <2025>".to_owned(),
        provider: Provider {
            name: "Open Courts Exampleland".to_owned(),
            kind: ProviderKind::Ngo,
            contact: Some("office@opencourts.example".to_owned()),
        },
        issued: Day::parse("2026-11-01").ok(),
        period: Some(Period {
            from: PartialDate::parse("2024").unwrap(),
            to: PartialDate::parse("2025-06").ok(),
        }),
        places: vec!["Exampleland".to_owned()],
        unit: Some("a hearing".to_owned()),
        method: Some("Observers in twelve courts.".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        sensitivity: Sensitivity::Restricted,
        terms: Terms {
            purpose: "the review of the Convention".to_owned(),
            onward_use: OnwardUse::ReviewingStates,
            naming: Naming::Named,
            basis: None,
            keep_until: None,
        },
        limitations: None,
        language: Some("en".to_owned()),
        files: vec![EvidenceFile {
            path: "data/hearings of 2025.csv".to_owned(),
            bytes: 1200,
            sha256: "0".repeat(64),
            media_type: "text/csv".to_owned(),
            role: FileRole::Data,
            original: None,
        }],
        extensions: None,
    }
}

/// The description for portals stands word for word.
#[test]
fn dcat() {
    insta::assert_snapshot!(to_dcat(&evidence()));
}

/// The metadata for archives stands word for word.
#[test]
fn ro_crate() {
    insta::assert_snapshot!(to_ro_crate(&evidence(), "2026-11-24"));
}

/// A provider that may not be named stands in neither.
#[test]
fn an_unnamed_provider_stays_unnamed() {
    let mut evidence = evidence();
    for (naming, shown) in [(Naming::KindOnly, "ngo"), (Naming::Unnamed, "")] {
        evidence.terms.naming = naming;
        for text in [to_dcat(&evidence), to_ro_crate(&evidence, "2026-11-24")] {
            assert!(!text.contains("Open Courts") && !text.contains("opencourts"));
            assert!(text.contains(shown));
        }
    }
}

/// Licences are found by their usual names.
#[test]
fn knows_licences() {
    let found = |text: &str| licence_address(text);
    assert_eq!(found("CC BY 4.0").unwrap(), "https://spdx.org/licenses/CC-BY-4.0");
    assert_eq!(found("cc0-1.0").unwrap(), "https://spdx.org/licenses/CC0-1.0");
    assert_eq!(found("https://example.org/l").unwrap(), "https://example.org/l");
    assert_eq!(found("ask us"), None);
}

fn receipt() -> Receipt {
    Receipt {
        format: Receipt::FORMAT,
        state: "Exampleland".to_owned(),
        focal_point: Some("Ministry of Justice".to_owned()),
        written: "2026-11-24".to_owned(),
        item: "court-monitoring-2025".to_owned(),
        title: evidence().title,
        provider: "Open Courts Exampleland".to_owned(),
        received: Some("2026-11-20".to_owned()),
        received_from: None,
        received_as: Some("package".to_owned()),
        digest: "sha256:00".to_owned(),
        files: vec![StoredFile {
            path: "data/hearings.csv".to_owned(),
            bytes: 1200,
            sha256: "0".repeat(64),
            received_as: None,
        }],
        checks: vec![EvidenceCheck {
            path: "data/hearings.csv".to_owned(),
            profile: None,
            rows: 30,
            errors: 0,
            warnings: 2,
            verdict: Some("authority-only".to_owned()),
            thresholds: None,
        }],
        used: vec![ReceiptUse {
            question: "untoc-5-q1".to_owned(),
            text: "Is participation in an organized criminal group an offence?"
                .to_owned(),
            provision: Some("Convention, 5(1)(a)".to_owned()),
            stance: "supports".to_owned(),
        }],
        used_elsewhere: 1,
        unused_because: None,
        terms: vec![("Onward use".to_owned(), "reviewing States".to_owned())],
    }
}

/// A receipt in each form, to be read by a person.
#[test]
fn receipts() {
    let receipt = receipt();
    insta::assert_snapshot!("receipt_text", receipt.to_plain_text());
    insta::assert_snapshot!("receipt_markdown", receipt.to_markdown());
    insta::assert_snapshot!("receipt_html", receipt.to_html());
    insta::assert_snapshot!("receipt_json", receipt.to_json());
    let unused = Receipt {
        used: Vec::new(),
        used_elsewhere: 0,
        unused_because: Some("it is about other courts".to_owned()),
        ..receipt
    };
    assert!(
        unused.to_plain_text().contains("No answer uses it: it is about other courts")
    );
}
