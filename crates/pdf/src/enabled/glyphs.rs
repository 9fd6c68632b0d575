//! Characters that no font has: shown as their numbers, and told.

use std::collections::BTreeMap;

use untoc_core::{Code, Finding, Place, settle};

use super::fonts::any_has;
use crate::page::Page;

/// Puts the number in the place of every character that no font has.
pub(super) fn show_all(page: &mut Page) -> Vec<Finding> {
    let mut missing: BTreeMap<(String, char), usize> = BTreeMap::new();
    page.each_text(&mut |text, question| show(text, question, &mut missing));
    let findings = missing.into_iter().map(|((question, c), count)| {
        let place = Place {
            question: Some(question).filter(|question| !question.is_empty()),
            ..Place::default()
        };
        let number = format!("U+{:04X}", u32::from(c));
        let mut finding = Finding::new(Code::GlyphMissing, place).plain("item", number);
        finding.count = count;
        finding
    });
    settle(findings.collect())
}

fn show(
    text: &mut String,
    question: &str,
    missing: &mut BTreeMap<(String, char), usize>,
) {
    if text.chars().all(|c| c == ' ' || any_has(c)) {
        return;
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if any_has(c) || c == ' ' {
            shown.push(c);
        } else if c.is_whitespace() {
            shown.push(' ');
        } else if !is_ignorable(c) {
            shown.push_str(&format!("[U+{:04X}]", u32::from(c)));
            *missing.entry((question.to_owned(), c)).or_default() += 1;
        }
    }
    *text = shown;
}

/// Says whether a character shows nothing by itself (Unicode: default ignorable).
fn is_ignorable(c: char) -> bool {
    c.is_control()
        || matches!(
            u32::from(c),
            0xAD | 0x34F
                | 0x61C
                | 0x180B..=0x180F
                | 0x200B..=0x200F
                | 0x202A..=0x202E
                | 0x2060..=0x206F
                | 0xFE00..=0xFE0F
                | 0xFEFF
                | 0xE0000..=0xE0FFF
        )
}
