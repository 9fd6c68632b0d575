//! What is written as CSV is read back as it was, also by others' readers and writers.

mod naive;

use untoc_core::sample::{self, Shape};
use untoc_core::{Answers, Audience, Finding, Library, Plan, Response, Severity};
use untoc_export::{
    CsvOptions, Delimiter, ExportOptions, Imported, ReadOptions, Scope, Subject,
    read_csv, to_csv,
};
use untoc_report::Words;

fn subject<'a>(plan: &'a Plan, response: &'a Response) -> Subject<'a> {
    Subject { plan, response, settings: None, laws: None, evidence: None }
}

/// Everything goes out: remarks and private answers too.
fn whole() -> ExportOptions {
    ExportOptions {
        audience: Audience::National,
        remarks: true,
        ..ExportOptions::default()
    }
}

fn write(plan: &Plan, response: &Response, options: &ExportOptions) -> String {
    let words = Words::load("en");
    to_csv(&[subject(plan, response)], options, CsvOptions::default(), &words).0
}

fn read(text: &str, library: &Library) -> Imported {
    read_csv(text.as_bytes(), library, &ReadOptions::default())
}

fn only_answers(imported: Imported) -> Answers {
    assert_eq!(imported.findings, Vec::<Finding>::new());
    imported.incoming.into_iter().next().map(|file| file.answers).unwrap_or_default()
}

/// Random responses to all questionnaires come back entry for entry, without a word.
#[test]
fn responses_come_back() {
    let library = Library::embedded();
    for plan in library.plans() {
        for seed in 0..4 {
            for response in [
                sample::complete(&plan, seed, Shape::default()),
                sample::partial(&plan, seed, Shape::default()),
            ] {
                let text = write(&plan, &response, &whole());
                assert_eq!(only_answers(read(&text, &library)), response.answers);
                assert_eq!(write(&plan, &response, &whole()), text);
            }
        }
    }
}

/// Semicolons, tabs and a missing byte order mark make no difference.
#[test]
fn every_dialect_comes_back() {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let response = sample::complete(&plan, 7, Shape::default());
    for delimiter in [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab] {
        let csv = CsvOptions { delimiter, byte_order_mark: false, spare_rows: 0 };
        let text =
            to_csv(&[subject(&plan, &response)], &whole(), csv, &Words::load("en")).0;
        assert_eq!(only_answers(read(&text, &library)), response.answers);
    }
}

/// Another reader of CSV sees the same number of cells in every line.
#[test]
fn other_readers_understand_it() {
    let library = Library::embedded();
    for plan in library.plans() {
        let response = sample::complete(&plan, 3, Shape::default());
        let text = write(&plan, &response, &whole());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for record in reader.records() {
            assert_eq!(record.unwrap().len(), untoc_export::COLUMNS.len());
        }
    }
}

/// A blank form that another program filled in, knowing only the documented columns,
/// brings home exactly what was filled in.
#[test]
fn a_blank_form_comes_back_filled() {
    let library = Library::embedded();
    for plan in library.plans() {
        let shape = Shape { no_answer: 20, ..Shape::default() };
        let response = sample::complete(&plan, 11, shape);
        let blank = ExportOptions { scope: Scope::Blank, ..ExportOptions::default() };
        let csv = CsvOptions { spare_rows: 1, ..CsvOptions::default() };
        let empty = Response::new(&plan, response.state, "en");
        let form = to_csv(&[subject(&plan, &empty)], &blank, csv, &Words::load("en")).0;
        let filled = naive::fill(&form, &response);
        assert_eq!(
            only_answers(read(&filled, &library)),
            response.answers,
            "{}",
            plan.id()
        );
    }
}

/// A blank form that comes back as it went out says nothing and changes nothing.
#[test]
fn an_untouched_form_says_nothing() {
    let library = Library::embedded();
    let plan = library.get("tip-cluster-1").unwrap();
    let empty = Response::new(&plan, untoc_core::CountryCode::EXAMPLELAND, "en");
    let blank = ExportOptions { scope: Scope::Blank, ..ExportOptions::default() };
    let imported = read(&write(&plan, &empty, &blank), &library);
    assert_eq!(imported.findings, []);
    assert!(imported.incoming.iter().all(|file| file.answers.is_empty()));
    assert_eq!(imported.incoming[0].left_empty.len(), plan.len());
}

/// Entries of a shape that their question does not ask for come back word for word.
#[test]
fn odd_entries_come_back() {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let odd = [
        r#"{"value": "maybe"}"#,
        r#"{"value": 5}"#,
        r#"{"value": []}"#,
        r#"{"value": ["yes", "yes"]}"#,
        r#"{"value": {"a": [1, {"b": true}]}}"#,
        r#"{"value": [{}]}"#,
        r#"{"value": [{"unknown": "x", "law": 3}], "no_answer": "postponed"}"#,
        r#"{"value": "", "note": "  ", "reason": "\n"}"#,
        r#"{"note": "=1+1", "remarks": "'=1+1", "reason": "'''1.10"}"#,
        r#"{"value": " yes "}"#,
        r#"{"value": "Yes, in part", "extensions": {"x": [1.5, null, "\u0007"]}}"#,
        r#"{"evidence": [{"item": "a", "stance": "context", "note": "b\nc"}]}"#,
        r#"{"evidence": [{"item": "a b", "stance": "supports"}], "status": "proposed"}"#,
        r#"{"elsewhere": {"reference": "", "changes": "none"}, "audience": "public"}"#,
        r#"{"by": "police", "at": "2026-01-01T00:00:00Z", "language": "ar"}"#,
    ];
    for slot in [0, 1, 2, 3, 4, 5, 8, 12, 20, 40] {
        let id = &plan.question(slot).id;
        for entry in odd {
            let mut response =
                Response::new(&plan, untoc_core::CountryCode::EXAMPLELAND, "en");
            response.answers.push(id.clone(), serde_json::from_str(entry).unwrap());
            response.normalise(&plan);
            let text = write(&plan, &response, &whole());
            let answers = only_answers(read(&text, &library));
            assert_eq!(answers, response.answers, "{entry} to {id}\n{text}");
        }
    }
}

/// What is more private than asked for, and remarks, do not go out.
#[test]
fn private_answers_stay_at_home() {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let mut response = sample::complete(&plan, 5, Shape::default());
    for (_, entry) in response.answers.iter_mut() {
        entry.remarks = Some("INTERNAL".to_owned());
        entry.audience = Some(Audience::National);
        entry.note = Some("PRIVATE".to_owned());
    }
    let options =
        ExportOptions { scope: Scope::AnswersAndOpen, ..ExportOptions::default() };
    let (text, left_out, _) = to_csv(
        &[subject(&plan, &response)],
        &options,
        CsvOptions::default(),
        &Words::load("en"),
    );
    assert_eq!(left_out.more_private, response.answers.len());
    assert!(!text.contains("INTERNAL") && !text.contains("PRIVATE"));
    let options = ExportOptions { audience: Audience::National, ..options };
    let (text, left_out, _) = to_csv(
        &[subject(&plan, &response)],
        &options,
        CsvOptions::default(),
        &Words::load("en"),
    );
    assert_eq!(left_out.remarks, response.answers.len());
    assert!(!text.contains("INTERNAL") && text.contains("PRIVATE"));
}

/// Nothing in the table runs as a formula, whatever the answers say.
#[test]
fn no_cell_runs_as_a_formula() {
    let library = Library::embedded();
    for plan in library.plans() {
        let mut response = sample::complete(&plan, 9, Shape::default());
        for (at, (_, entry)) in response.answers.iter_mut().enumerate() {
            let sign = ["=", "+", "-", "@", "\t=", "\r=", "\u{ff1d}", " ="][at % 8];
            let attack = format!("{sign}HYPERLINK(\"http://example.org\",\"x\")");
            entry.note = Some(attack.clone());
            entry.remarks = Some(attack.clone());
            if let Some(untoc_core::Value::Text(text)) = &mut entry.value {
                *text = attack;
            }
        }
        let text = write(&plan, &response, &whole());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for record in reader.records() {
            for cell in &record.unwrap() {
                let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}'])
                    || cell.trim_start().starts_with('=');
                assert!(!runs || cell.parse::<f64>().is_ok(), "{cell}");
            }
        }
        assert_eq!(only_answers(read(&text, &library)), response.answers);
    }
}

/// Findings about a file never reach the weight of an error for one bad cell.
#[test]
fn one_bad_cell_is_a_warning() {
    let library = Library::embedded();
    let text = "question,value\nuntoc-2-q1,perhaps\nuntoc-2-q2,list\n";
    let imported = read(text, &library);
    assert_eq!(imported.incoming[0].answers.len(), 1);
    assert_eq!(imported.findings.len(), 1);
    assert_eq!(imported.findings[0].severity, Severity::Warning);
    assert_eq!(imported.findings[0].places[0].line, Some(2));
}

/// A table names what stood in it when it went out; rows of two tables together do not,
/// and a column of somebody else's is reported.
#[test]
fn a_table_is_known_again() {
    let library = Library::embedded();
    let plan = library.get("tip-cluster-1").unwrap();
    let mut response = sample::complete(&plan, 3, Shape::default());
    let make = |response: &Response| {
        let subject = subject(&plan, response);
        let words = Words::load("en");
        to_csv(&[subject], &ExportOptions::default(), CsvOptions::default(), &words)
    };
    let (first, _, stored) = make(&response);
    assert_eq!(read(&first, &library).form, Some(stored.id.clone()));
    let kept = stored.base(plan.id()).unwrap();
    assert_eq!(only_answers(read(&first, &library)), kept.answers);
    assert!(kept.answers.iter().all(|(_, entry)| entry.remarks.is_none()));
    response.answers.retain(|id, _| id.as_str() != "tip-5-q1");
    let (second, _, other) = make(&response);
    assert_ne!(stored.id, other.id);
    let rows = second.split_once("\r\n").unwrap().1;
    let both = read(&format!("{first}{rows}"), &library);
    assert_eq!(both.form, None);
    assert_eq!(both.findings[0].code, untoc_core::Code::ImportTwoWay);
    let theirs = read("question,value,form\ntip-5-q1,yes,ours\n", &library);
    assert_eq!(theirs.form, None);
    assert_eq!(theirs.findings[0].code, untoc_core::Code::ImportUnplaced);
}
