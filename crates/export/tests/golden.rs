//! What is written of a small dossier in six languages, byte for byte.
//!
//! `UPDATE_GOLDEN=1 cargo test -p untoc-export --test golden` writes the files anew.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test keeps its own files, in a folder of its own"
)]

use std::path::PathBuf;

use untoc_core::{
    Audience, ContributorId, Day, Laws, Library, Response, SectionId, Settings,
};
use untoc_export::{
    CsvOptions, Delimiter, ExportOptions, FORM_SCRIPT, FORM_STYLE, FormFormat,
    FormOptions, Inline, ReadOptions, ReportFormat, STYLE, Scope, Selection, Subject,
    form, outline, read_csv, to_csv, to_json, to_markdown,
};
use untoc_report::Words;

struct Small {
    library: Library,
    response: Response,
    settings: Settings,
    laws: Laws,
}

impl Small {
    fn open() -> Self {
        let read = |name: &str| std::fs::read_to_string(path(name)).unwrap();
        let library = Library::embedded();
        let response = untoc_schema::read_response(&read("response.json"), &library);
        assert_eq!(response.findings, []);
        let mut response = response.value.unwrap();
        response.normalise(&library.get("untoc-cluster-1").unwrap());
        Self {
            response,
            settings: serde_json::from_str(&read("dossier.json")).unwrap(),
            laws: serde_json::from_str(&read("laws.json")).unwrap(),
            library,
        }
    }

    fn with<T>(&self, make: impl FnOnce(Subject<'_>) -> T) -> T {
        let plan = self.library.get("untoc-cluster-1").unwrap();
        make(Subject {
            plan: &plan,
            response: &self.response,
            settings: Some(&self.settings),
            laws: Some(&self.laws),
            evidence: None,
        })
    }
}

fn english() -> Words {
    Words::load("en")
}

fn path(name: &str) -> PathBuf {
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/export/small");
    PathBuf::from(golden).join(name)
}

/// Returns a page without its style sheets and script, which stand in files of their own.
fn without_parts(page: Vec<u8>) -> String {
    let mut page = String::from_utf8(page).unwrap();
    for (parts, name) in [
        (&[STYLE, FORM_STYLE][..], "STYLE OF FORMS"),
        (&[STYLE], "STYLE"),
        (&[FORM_SCRIPT], "SCRIPT"),
    ] {
        let inline = Inline::of(parts);
        page = page.replace(&inline.text, name).replace(&inline.digest, "DIGEST");
    }
    page
}

fn assert_golden(name: &str, text: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path(name), text).unwrap();
    }
    let golden = std::fs::read_to_string(path(name)).unwrap();
    assert_eq!(text, golden, "{name} differs; look at it, then write it anew");
}

/// The review gets the response without private answers and remarks, as JSON.
#[test]
fn json_for_the_review() {
    let small = Small::open();
    let (text, left_out) = small.with(|s| to_json(s, &ExportOptions::default()));
    assert_golden("review.json", &text);
    assert_eq!((left_out.more_private, left_out.remarks), (1, 1));
}

/// The State gets everything, as a table that comes back as it was.
#[test]
fn csv_with_everything() {
    let small = Small::open();
    let options = ExportOptions {
        audience: Audience::National,
        remarks: true,
        ..ExportOptions::default()
    };
    let (text, ..) =
        small.with(|s| to_csv(&[s], &options, CsvOptions::default(), &english()));
    assert_golden("national.csv", &text);
    let imported = read_csv(text.as_bytes(), &small.library, &ReadOptions::default());
    assert_eq!(imported.findings, []);
    let incoming = imported.incoming.into_iter().next().unwrap();
    assert_eq!(incoming.answers, small.response.answers);
}

/// A contributor gets a blank form with its own questions.
#[test]
fn a_blank_form_for_a_contributor() {
    let small = Small::open();
    let options = ExportOptions {
        selection: Selection {
            contributor: Some(ContributorId::parse("national-police").unwrap()),
            ..Selection::default()
        },
        scope: Scope::Blank,
        ..ExportOptions::default()
    };
    let csv = CsvOptions { delimiter: Delimiter::Semicolon, ..CsvOptions::default() };
    let (text, ..) = small.with(|s| to_csv(&[s], &options, csv, &english()));
    assert_golden("form-national-police.csv", &text);
}

/// The report for the review, with what is still open.
#[test]
fn report_for_the_review() {
    let small = Small::open();
    let sections = ["untoc-2", "untoc-5", "untoc-9"];
    let options = ExportOptions {
        selection: Selection {
            sections: sections.map(SectionId::unchecked).into(),
            ..Selection::default()
        },
        scope: Scope::AnswersAndOpen,
        ..ExportOptions::default()
    };
    let today = Day::parse("2026-11-24").unwrap();
    let report = small.with(|s| outline(&[s], &options, &english(), today));
    assert_golden("report.md", &to_markdown(&report, &english()));
    let page = ReportFormat::Html.write(&report, &english());
    assert_golden("report.html", &without_parts(page));
}

/// A form of one section for a browser, with the answers there are.
#[test]
fn page_of_a_form() {
    let small = Small::open();
    let export = ExportOptions {
        selection: Selection {
            sections: vec![SectionId::unchecked("untoc-2")],
            ..Selection::default()
        },
        scope: Scope::Form,
        ..ExportOptions::default()
    };
    let options = FormOptions { export, spare_rows: 1 };
    let page = small
        .with(|s| FormFormat::Html.write(&form(&[s], &options, &english()), &english()))
        .unwrap();
    assert_golden("form.html", &without_parts(page));
}
