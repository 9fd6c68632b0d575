//! The texts of a survey in the languages that respondents choose from.

use untoc_core::Plan;

/// One text in each language that has it; the first language is always there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text(pub(super) Vec<(String, String)>);

impl Text {
    /// Makes a text that is the same in every language.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self(vec![(String::new(), text.into())])
    }

    /// Returns the text in this language, or else in the first one.
    pub(super) fn in_language(&self, language: &str) -> &str {
        let own = self.0.iter().find(|(tag, _)| tag == language);
        own.or(self.0.first()).map_or("", |(_, text)| text.as_str())
    }
}

/// A questionnaire with its translations.
#[derive(Debug)]
pub(super) struct Wording<'a> {
    plan: &'a Plan,
    others: Vec<&'a Plan>,
}

impl<'a> Wording<'a> {
    /// Takes the translations of this questionnaire, one for each language.
    pub(super) fn new(plan: &'a Plan, translations: &[&'a Plan]) -> Self {
        let mut wording = Self { plan, others: Vec::new() };
        for other in translations {
            let known = wording.languages().contains(&language(other));
            if other.id() == plan.id() && !known {
                wording.others.push(other);
            }
        }
        wording
    }

    /// Returns the languages, the first one first.
    pub(super) fn languages(&self) -> Vec<&'a str> {
        std::iter::once(language(self.plan))
            .chain(self.others.iter().map(|plan| language(plan)))
            .collect()
    }

    /// Returns a text about the whole questionnaire.
    pub(super) fn whole(&self, read: impl Fn(&Plan) -> Option<String>) -> Option<Text> {
        let mut texts = vec![(language(self.plan).to_owned(), read(self.plan)?)];
        for other in &self.others {
            texts.extend(read(other).map(|text| (language(other).to_owned(), text)));
        }
        Some(Text(texts))
    }

    /// Returns a text about one question, found by its id in each language.
    pub(super) fn of(
        &self,
        slot: usize,
        read: impl Fn(&Plan, usize) -> Option<String>,
    ) -> Option<Text> {
        let id = self.plan.question(slot).id.as_str();
        self.whole(|plan| read(plan, plan.slot(id)?))
    }
}

fn language(plan: &Plan) -> &str {
    &plan.questionnaire().language
}

/// Returns the name of a language as survey tools show it: `English (en)`.
pub(super) fn language_name(tag: &str) -> String {
    let name = match tag {
        "ar" => "العربية",
        "en" => "English",
        "es" => "Español",
        "fr" => "Français",
        "ru" => "Русский",
        "zh" => "中文",
        other => return format!("{other} ({other})"),
    };
    format!("{name} ({tag})")
}
