//! Tests over all words of all languages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use untoc_core::{Code, Place, TablePlace, Word};

use super::names::NAMES;
use super::*;

/// The arguments that every message and attribute of a text uses, by its name.
fn arguments_used(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("the text does not parse: {errors:?}"));
    let mut used = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name.to_owned();
        let mut put = |name: String, pattern: &Pattern<&str>| {
            let mut found = BTreeSet::new();
            visit_pattern(pattern, &mut found);
            assert!(used.insert(name.clone(), found).is_none(), "{name} stands twice");
        };
        if let Some(pattern) = &message.value {
            put(key.clone(), pattern);
        }
        for attribute in &message.attributes {
            put(format!("{key}.{}", attribute.id.name), &attribute.value);
        }
    }
    used
}

fn visit_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => {
                visit_expression(expression, found)
            }
        }
    }
}

fn visit_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, found),
        Expression::Select { selector, variants } => {
            visit_inline(selector, found);
            for variant in variants {
                visit_pattern(&variant.value, found);
            }
        }
    }
}

fn visit_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => visit_expression(expression, found),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

/// A finding of each code with a place and a value under every name.
fn full(code: Code) -> Finding {
    let place = Place {
        file: Some("responses/untoc-cluster-1.json".to_owned()),
        line: Some(12),
        question: Some("untoc-5-q1".to_owned()),
        questionnaire: Some("untoc-cluster-1".to_owned()),
        section: Some("untoc-5".to_owned()),
        table: Some(TablePlace {
            row: Some(2),
            field: Some("year".to_owned()),
            ..Default::default()
        }),
        ..Place::default()
    };
    let mut finding = Finding::new(code, place);
    for name in NAMES {
        if matches!(name, "nearest" | "line" | "row" | "question" | "file" | "column") {
            continue;
        }
        let word = match name {
            "expected" => Word::OneOf(vec!["yes".into(), "in_part".into(), "no".into()]),
            "awaits" | "because" => {
                Word::List(vec!["untoc-5-q2".into(), "untoc-5-q3".into()])
            }
            "lacking" => Word::List(vec!["date".into(), "changes".into()]),
            "side" => Word::Plain("low".to_owned()),
            _ => Word::Plain(format!("<{name}>")),
        };
        finding.values.insert(name, word);
    }
    finding
}

/// Every code has a message and a hint in every language, and no code is left over.
#[test]
fn every_code_has_words() {
    for (language, text) in TEXTS {
        let used = arguments_used(text);
        for code in Code::ALL {
            assert!(
                used.contains_key(code.as_str()),
                "{language}: {code} has no message"
            );
            let hint = format!("{code}.hint");
            assert!(used.contains_key(&hint), "{language}: {code} has no hint");
        }
        let hints = used.keys().filter_map(|key| key.strip_suffix(".hint"));
        for code in hints {
            assert!(Code::from_name(code).is_some(), "{language}: {code} is no code");
        }
    }
}

/// The words of findings use only values that are always set.
#[test]
fn messages_use_known_values() {
    for (language, text) in TEXTS {
        for (key, arguments) in arguments_used(text) {
            let code = key.split('.').next().unwrap_or_default();
            if Code::from_name(code).is_none() && key != "nearest" {
                continue;
            }
            for argument in arguments {
                let name = argument.trim_end_matches("-given").trim_end_matches("-count");
                assert!(NAMES.contains(&name), "{language}: {key} uses ${argument}");
            }
        }
    }
}

/// The words of documents, and those of pages, are the same in every language: the same
/// messages, each with the same arguments.
#[test]
fn languages_have_the_same_keys() {
    for set in [DOCUMENTS, PAGES] {
        let english = arguments_used(set[0].1);
        for (language, text) in set {
            let used = arguments_used(text);
            let lacking: Vec<_> =
                english.keys().filter(|k| !used.contains_key(*k)).collect();
            let surplus: Vec<_> =
                used.keys().filter(|k| !english.contains_key(*k)).collect();
            assert!(lacking.is_empty(), "{language} lacks {lacking:?}");
            assert!(
                surplus.is_empty(),
                "{language} has {surplus:?}, and English has not"
            );
            for (key, arguments) in &english {
                assert_eq!(used.get(key), Some(arguments), "{language}: {key}");
            }
        }
    }
}

/// The findings that pages show most often are the same in every language, and use only
/// what the English ones may use.
#[test]
fn findings_of_pages_have_the_same_keys() {
    let english = arguments_used(TEXTS[0].1);
    let first: BTreeSet<_> = arguments_used(FINDINGS[0].1).into_keys().collect();
    for (language, text) in FINDINGS {
        let used = arguments_used(text);
        assert_eq!(used.keys().cloned().collect::<BTreeSet<_>>(), first, "{language}");
        for (key, arguments) in used {
            let code = key.split('.').next().unwrap_or_default();
            match Code::from_name(code) {
                None => assert!(english.contains_key(&key), "{language}: {key}"),
                Some(_) => {
                    let of_finding = |name: &String| {
                        let name = name.trim_end_matches("-given");
                        NAMES.contains(&name.trim_end_matches("-count"))
                    };
                    assert!(arguments.iter().all(of_finding), "{language}: {key}");
                }
            }
        }
    }
}

/// A page can tell which messages are in its language and which are said in English.
#[test]
fn tells_what_is_its_own() {
    let words = Words::for_pages("ar");
    let known = Finding::new(Code::AnswerMissing, Place::default());
    let unknown = Finding::new(Code::JsonSyntax, Place::default());
    assert!(words.has("web-save") && !words.has("status-title"));
    assert!(words.has_message(&known) && !words.has_message(&unknown));
    let dated = Finding::new(Code::AnswerNotADate, Place::default());
    assert!(words.has_hint(&dated) && !words.has_hint(&known));
}

/// A language that has no words for a message falls back to English.
#[test]
fn a_missing_message_falls_back() {
    let words = Words::load("fr");
    assert_eq!(words.language(), "fr");
    assert_eq!(words.say("status-next", &[]), Words::load("en").say("status-next", &[]));
}

/// Whatever values a rule gives, a message is whole: no raw `{$x}`, no full stop, no
/// capital at the start.
#[test]
fn every_message_is_whole() {
    let words = Words::load("en");
    let check = |text: &str, code: Code| {
        assert!(!text.contains("{$") && !text.contains("{ $"), "{code}: {text}");
        assert!(!text.contains("  ") && !text.contains('\n'), "{code}: {text}");
        assert!(!text.ends_with('.') && !text.contains('!'), "{code}: {text}");
        assert!(text.trim() == text && !text.is_empty(), "{code}: {text}");
    };
    for &code in Code::ALL {
        let bare = Finding::new(code, Place::default());
        let near = full(code).plain("nearest", "in_part");
        for finding in [bare, full(code), near] {
            check(&words.message(&finding, Privacy::Masked), code);
            let hint = words.hint(&finding, Privacy::Masked).unwrap();
            check(&hint, code);
            assert!(hint.starts_with(char::is_lowercase), "{code}: {hint}");
        }
    }
}

/// The words of all codes with all values, to be read by a person.
#[test]
fn all_messages() {
    let words = Words::load("en");
    let mut page = String::new();
    for &code in Code::ALL {
        let finding = full(code);
        let bare = Finding::new(code, finding.places[0].clone());
        page.push_str(&format!("{code}\n"));
        page.push_str(&format!("  {}\n", words.message(&finding, Privacy::Masked)));
        page.push_str(&format!("  {}\n", words.message(&bare, Privacy::Masked)));
        page.push_str(&format!(
            "    {}\n",
            words.hint(&finding, Privacy::Masked).unwrap()
        ));
        if words.format(code.as_str(), Some("nearest"), &FluentArgs::new()).is_some() {
            let near = bare.plain("nearest", "in_part");
            let hint = words.hint(&near, Privacy::Masked).unwrap();
            page.push_str(&format!("    {hint}\n"));
        }
    }
    insta::assert_snapshot!(page);
}

/// Private values stay hidden until they are asked for.
#[test]
fn private_values_are_masked() {
    let words = Words::load("en");
    let finding = Finding::new(Code::AnswerNotAnOption, Place::default())
        .plain("question", "untoc-5-q1")
        .private("value", "the name of a witness")
        .one_of("expected", ["yes", "no"]);
    assert_eq!(
        words.message(&finding, Privacy::Masked),
        "answer to untoc-5-q1 is \"…\"; expected yes or no"
    );
    assert_eq!(
        words.message(&finding, Privacy::Shown),
        "answer to untoc-5-q1 is \"the name of a witness\"; expected yes or no"
    );
}

/// Lists are joined in words, and very long ones are cut.
#[test]
fn joins_lists() {
    let words = Words::load("en");
    assert_eq!(words.one_of(&[""; 0]), "");
    assert_eq!(words.one_of(&["a"]), "a");
    assert_eq!(words.one_of(&["a", "b"]), "a or b");
    assert_eq!(words.all_of(&["a", "b", "c"]), "a, b and c");
    let many: Vec<String> = (0..30).map(|n| n.to_string()).collect();
    assert!(words.all_of(&many).ends_with("22, 23 and 6 others"));
}

/// A language that is not there falls back to English; a region does not matter.
#[test]
fn falls_back_to_english() {
    assert_eq!(Words::load("en-GB").language(), "en");
    assert_eq!(Words::load("tlh").language(), "en");
    assert_eq!(Words::load("").language(), "en");
}
