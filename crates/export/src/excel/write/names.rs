//! The names of sheets: short, unlike each other, and such as Excel takes.

use std::collections::BTreeSet;

use untoc_report::Words;

use super::text::{cut, line};
use crate::form::{FormPart, FormSection};

/// Gives sheets their names.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

/// The most characters of a name.
const MOST: usize = 31;

impl Names {
    /// Returns a name that no other sheet has.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let bad = |c: char| "[]:*?/\\".contains(c) || c.is_control();
        let plain = line(&wanted.replace(bad, " "));
        let plain = plain.trim_matches(['\'', '_', ' ']);
        let plain = if plain.is_empty() { "1" } else { plain };
        let mut name = cut(plain, MOST);
        let mut number = 2;
        while !self.taken.insert(name.to_lowercase()) {
            let end = format!(" {number}");
            name = format!("{}{end}", cut(plain, MOST - end.chars().count()));
            number += 1;
        }
        name
    }
}

/// Returns what a sheet of questions should be called.
pub(super) fn questions(
    part: &FormPart<'_>,
    section: &FormSection<'_>,
    alone: bool,
    words: &Words,
) -> String {
    let slot = section.questions.first().map(|question| question.fields.slot);
    let article = slot.and_then(|slot| part.plan.section(slot).article.as_ref());
    let name = match article {
        Some(article) => {
            words.say("workbook-sheet-article", &[("article", article.into())])
        }
        None => cut(&line(&section.title), 22),
    };
    if alone {
        return name;
    }
    let plan = part.plan;
    let code = plan.instrument().code().to_uppercase();
    format!("{code} {} {name}", plan.cluster())
}

/// Returns what the sheet with the rows to it should be called.
pub(super) fn rows(questions: &str, words: &Words) -> String {
    let short = cut(questions, 22);
    words.say("workbook-sheet-rows", &[("sheet", short.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names are cut, cleaned and told apart.
    #[test]
    fn names_differ() {
        let mut names = Names::default();
        assert_eq!(names.take("Art. 5"), "Art. 5");
        assert_eq!(names.take("art. 5"), "art. 5 2");
        assert_eq!(names.take("a/b:[c]*?"), "a b c");
        assert_eq!(names.take("''"), "1");
        let long = "x".repeat(40);
        assert_eq!(names.take(&long).chars().count(), 31);
        assert_eq!(names.take(&long).chars().count(), 31);
    }
}
