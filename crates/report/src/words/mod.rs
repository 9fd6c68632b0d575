//! The tool's own words in the reader's language.
//!
//! The texts are Fluent messages in `words/`; nothing else in the project writes prose.
//! The words of documents and forms, `words/documents/<language>.ftl`, come in the six
//! languages of the UN, as do those of the pages in the browser, `words/web/<language>.ftl`,
//! with the findings that they show most often, `words/findings/<language>.ftl`; all
//! others, `words/en.ftl`, are in English. [`Words`] turns a finding into its message and
//! hint, joins lists as the language does, and says every other word of the screens.

mod arguments;
mod clean;
mod names;
#[cfg(test)]
mod tests;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;
use untoc_core::Finding;

pub use arguments::Argument;
pub(crate) use arguments::HIDDEN;
pub(crate) use clean::{clean, steers, visible};

/// The languages that the tool speaks, with their texts; the first is the usual one.
const TEXTS: [(&str, &str); 1] = [("en", include_str!("../../words/en.ftl"))];

/// The languages that documents are written in, with the words of documents.
const DOCUMENTS: [(&str, &str); 6] = [
    ("en", include_str!("../../words/documents/en.ftl")),
    ("ar", include_str!("../../words/documents/ar.ftl")),
    ("zh", include_str!("../../words/documents/zh.ftl")),
    ("fr", include_str!("../../words/documents/fr.ftl")),
    ("ru", include_str!("../../words/documents/ru.ftl")),
    ("es", include_str!("../../words/documents/es.ftl")),
];

/// The words of the pages in the browser.
const PAGES: [(&str, &str); 6] = [
    ("en", include_str!("../../words/web/en.ftl")),
    ("ar", include_str!("../../words/web/ar.ftl")),
    ("zh", include_str!("../../words/web/zh.ftl")),
    ("fr", include_str!("../../words/web/fr.ftl")),
    ("ru", include_str!("../../words/web/ru.ftl")),
    ("es", include_str!("../../words/web/es.ftl")),
];

/// The words of the findings that pages show most often; the others are said in English.
const FINDINGS: [(&str, &str); 5] = [
    ("ar", include_str!("../../words/findings/ar.ftl")),
    ("zh", include_str!("../../words/findings/zh.ftl")),
    ("fr", include_str!("../../words/findings/fr.ftl")),
    ("ru", include_str!("../../words/findings/ru.ftl")),
    ("es", include_str!("../../words/findings/es.ftl")),
];

/// The most items of a list that a message names.
const LONGEST_LIST: usize = 24;

/// Whether private values are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Privacy {
    /// What people typed stays hidden.
    #[default]
    Masked,
    /// What people typed is shown, because the user asked for it.
    Shown,
}

/// The tool's words in one language.
pub struct Words {
    language: &'static str,
    /// The words of the language.
    bundle: FluentBundle<FluentResource>,
    /// English, for what the language has no words for.
    fallback: Option<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// Returns the languages that documents are written in, as BCP 47 tags.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        DOCUMENTS.iter().map(|(language, _)| *language)
    }

    /// Returns the languages that the whole tool speaks, as BCP 47 tags.
    pub fn spoken() -> impl Iterator<Item = &'static str> {
        TEXTS.iter().map(|(language, _)| *language)
    }

    /// Returns the languages that the pages in the browser are in, as BCP 47 tags.
    pub fn of_pages() -> impl Iterator<Item = &'static str> {
        PAGES.iter().map(|(language, _)| *language)
    }

    /// Loads the words of a language, `fr` for `fr-CA` too; English where there are none.
    pub fn load(language: &str) -> Self {
        Self::among(Self::languages(), language)
    }

    /// Loads the words for the pages in the browser; English where there are none.
    pub fn for_pages(language: &str) -> Self {
        Self::among(Self::of_pages(), language)
    }

    fn among(known: impl Iterator<Item = &'static str>, wanted: &str) -> Self {
        let base = wanted.split(['-', '_', '.']).next().unwrap_or_default();
        let mut known = known.filter(|known| known.eq_ignore_ascii_case(base));
        let language = known.next().unwrap_or("en");
        let fallback = (language != "en").then(|| bundle("en"));
        Self { language, bundle: bundle(language), fallback }
    }

    /// Returns the language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Returns the message of a finding: what is wrong with what, what was expected.
    pub fn message(&self, finding: &Finding, privacy: Privacy) -> String {
        let arguments = arguments::of_finding(self, finding, privacy);
        self.format(finding.code.as_str(), None, &arguments)
            .unwrap_or_else(|| finding.code.sentence().to_owned())
    }

    /// Returns what to do about a finding.
    pub fn hint(&self, finding: &Finding, privacy: Privacy) -> Option<String> {
        let arguments = arguments::of_finding(self, finding, privacy);
        let code = finding.code.as_str();
        if finding.values.contains_key("nearest") {
            let own = self.format(code, Some("nearest"), &arguments);
            return own.or_else(|| self.format("nearest", None, &arguments));
        }
        self.format(code, Some("hint"), &arguments)
    }

    /// Says whether the language itself has a message of the screens, so that it need not
    /// be said in English.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Says whether the message of a finding is in the language itself.
    pub fn has_message(&self, finding: &Finding) -> bool {
        self.has(finding.code.as_str())
    }

    /// Says whether what to do about a finding is said in the language itself.
    pub fn has_hint(&self, finding: &Finding) -> bool {
        let attribute =
            if finding.values.contains_key("nearest") { "nearest" } else { "hint" };
        let message = self.bundle.get_message(finding.code.as_str());
        message.is_some_and(|message| message.get_attribute(attribute).is_some())
    }

    /// Returns what to do about a finding for the reader of a document, who may not have
    /// this program: no command is in it.
    pub fn hint_for_readers(
        &self,
        finding: &Finding,
        privacy: Privacy,
    ) -> Option<String> {
        let arguments = arguments::of_finding(self, finding, privacy);
        let own = self.format(finding.code.as_str(), Some("reader"), &arguments);
        own.or_else(|| self.hint(finding, privacy).filter(|hint| !hint.contains('`')))
    }

    /// Returns a message of the screens; the key itself if there is none.
    pub fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.find(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// Returns a message of the screens, if there is one.
    pub fn find(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        self.format(key, None, &arguments::of_pairs(arguments))
    }

    /// Joins choices as people read them: "a, b or c".
    pub fn one_of(&self, items: &[impl AsRef<str>]) -> String {
        self.join(items, ["or-two", "or-middle", "or-end"])
    }

    /// Joins a list as people read it: "a, b and c".
    pub fn all_of(&self, items: &[impl AsRef<str>]) -> String {
        self.join(items, ["and-two", "and-middle", "and-end"])
    }

    /// Joins parts of a sentence that must all hold.
    pub(crate) fn all_parts(&self, parts: &[String]) -> String {
        self.join_whole(
            parts.to_vec(),
            ["part-and-two", "part-and-middle", "part-and-end"],
        )
    }

    /// Joins parts of a sentence of which one must hold.
    pub(crate) fn any_part(&self, parts: &[String]) -> String {
        self.join_whole(parts.to_vec(), ["part-or-two", "part-or-middle", "part-or-end"])
    }

    fn join(&self, items: &[impl AsRef<str>], keys: [&str; 3]) -> String {
        let mut shown: Vec<String> =
            items.iter().take(LONGEST_LIST).map(|item| clean(item.as_ref())).collect();
        let rest = items.len().saturating_sub(shown.len());
        if rest > 0 {
            shown.push(self.say("others", &[("count", rest.into())]));
        }
        self.join_whole(shown, keys)
    }

    fn join_whole(&self, shown: Vec<String>, [two, middle, end]: [&str; 3]) -> String {
        let last = shown.len().saturating_sub(1);
        let mut joined = String::new();
        for (position, item) in shown.into_iter().enumerate() {
            let key = match position {
                0 => {
                    joined = item;
                    continue;
                }
                _ if last == 1 => two,
                _ if position == last => end,
                _ => middle,
            };
            joined = self.say(key, &[("first", joined.into()), ("second", item.into())]);
        }
        joined
    }

    fn format(
        &self,
        key: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        let bundles = std::iter::once(&self.bundle).chain(&self.fallback);
        bundles.into_iter().find_map(|bundle| {
            let message = bundle.get_message(key)?;
            let pattern = match attribute {
                None => message.value()?,
                Some(attribute) => message.get_attribute(attribute)?.value(),
            };
            let mut ignored = Vec::new();
            let text = bundle.format_pattern(pattern, Some(arguments), &mut ignored);
            Some(text.into_owned())
        })
    }
}

/// Makes the bundle of one language out of all texts that are in it.
fn bundle(language: &str) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    let texts = TEXTS.iter().chain(&DOCUMENTS).chain(&PAGES).chain(&FINDINGS);
    for (_, text) in texts.filter(|(l, _)| *l == language) {
        // A test parses every text; should a message be broken all the same, the others
        // still work, and the broken one shows its key.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
