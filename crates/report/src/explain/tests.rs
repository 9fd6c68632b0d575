//! Tests over all explanations.

#![expect(clippy::disallowed_methods, reason = "writes the page when asked to")]

use untoc_core::countries;

use super::*;
use crate::screen::Screen;
use crate::words::Words;

/// Every code has an explanation, and no explanation has lost its code.
#[test]
fn every_code_is_explained() {
    for code in Code::ALL {
        assert!(!text_of(*code).is_empty(), "crates/report/explain/{code}.md is missing");
    }
    for (name, _) in texts::TEXTS {
        assert!(Code::from_name(name).is_some(), "{name} is no code");
    }
    assert!(texts::TEXTS.is_sorted_by(|a, b| a.0 < b.0));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/explain");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), texts::TEXTS.len());
}

/// Every explanation has its title and the five headings in order, and nothing is empty.
#[test]
fn every_explanation_is_whole() {
    for code in Code::ALL {
        let text = text_of(*code);
        assert!(text.starts_with(&format!("# {code}\n")), "{code}: title");
        let heads: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(heads, HEADINGS, "{code}");
        let explanation = explain(*code);
        for part in [explanation.what, explanation.why, explanation.mend] {
            assert!(!part.is_empty() && part.ends_with(['.', '`']), "{code}: {part}");
        }
        assert!(!explanation.wrong.is_empty() && !explanation.right.is_empty(), "{code}");
    }
}

/// What is meant as JSON is JSON, and answers come from the invented State.
#[test]
fn examples_are_json() {
    for code in Code::ALL {
        let explanation = explain(*code);
        for example in explanation.wrong.iter().chain(&explanation.right) {
            if example.form == Form::Json {
                let json: serde_json::Value = serde_json::from_str(example.text)
                    .unwrap_or_else(|error| panic!("{code}: {error}"));
                let state = json["state"].as_str().unwrap_or("XXA");
                assert!(state.starts_with('X'), "{code}: {state}");
            }
        }
    }
}

/// No real State is named.
#[test]
fn no_real_state_is_named() {
    for (name, text) in texts::TEXTS {
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        let text = format!(" {} ", words.join(" "));
        for country in countries() {
            let state = format!(" {} ", country.en);
            assert!(!text.contains(&state), "{name} names {}", country.en);
        }
    }
}

/// An explanation reads well in a terminal, and the list has every code.
#[test]
fn shows_explanations() {
    let words = Words::load("en");
    let narrow = Screen { width: 72, ..Screen::default() };
    let page = [Code::AnswerNotAnOption, Code::AnswerMissing, Code::LawUnknown]
        .map(|code| explanation_text(code, &words, narrow))
        .join("----\n");
    insta::assert_snapshot!(page);
    insta::assert_snapshot!(explain_list(&words, narrow));
    for code in Code::ALL {
        let shown = explanation_text(*code, &words, narrow);
        assert!(!shown.contains("explain-") && !shown.contains("```"), "{code}");
    }
}

/// The page in the documentation is the one that the explanations make.
#[test]
fn findings_page_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/findings.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, findings_page()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        written == findings_page(),
        "docs/findings.md is stale; run: UPDATE_DOCS=1 cargo test -p untoc-report findings_page"
    );
}
