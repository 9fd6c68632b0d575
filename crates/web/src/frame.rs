//! What every page has around its content.

use std::borrow::Borrow;

use untoc_report::{Argument, Words};

use crate::visit::Visit;
use crate::work::Work;

/// What every page has around its content.
pub(crate) struct Frame<'a> {
    app: &'a Visit,
    words: &'a Words,
    /// The title of the page.
    pub(crate) title: String,
    /// The name of the State whose dossier is open.
    pub(crate) state: Option<String>,
    /// The language of the answers.
    pub(crate) content_lang: String,
    /// Which entry of the navigation is the current one.
    pub(crate) current: &'static str,
    /// What has just been done.
    pub(crate) notice: Option<String>,
    /// How many faults stand in the summary at the top; the title names them.
    pub(crate) faults: usize,
}

/// The pages of a dossier: address, name and key of the words.
const PLACES: [(&str, &str); 10] = [
    ("/", "home"),
    ("/check", "check"),
    ("/laws", "laws"),
    ("/people", "people"),
    ("/evidence", "evidence"),
    ("/views", "views"),
    ("/search", "search"),
    ("/import", "import"),
    ("/export", "export"),
    ("/log", "log"),
];

/// The languages that pages are in, each with its own name for itself.
const LANGUAGES: [(&str, &str); 6] = [
    ("ar", "العربية"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("zh", "中文"),
];

impl<'a> Frame<'a> {
    /// Makes the frame of a page of the open dossier.
    pub(crate) fn of(
        work: &Work<'a>,
        current: &'static str,
        title: impl Into<String>,
    ) -> Self {
        let state = work.settings.state;
        Self {
            state: Some(state.name().unwrap_or(state.as_str()).to_owned()),
            content_lang: work.settings.language.clone(),
            current,
            words: work.words,
            ..Self::bare(work.app, title)
        }
    }

    /// Makes the frame of a page without a dossier.
    pub(crate) fn bare(app: &'a Visit, title: impl Into<String>) -> Self {
        Self {
            app,
            words: app.words(),
            title: title.into(),
            state: None,
            content_lang: "en".to_owned(),
            current: "",
            notice: None,
            faults: 0,
        }
    }

    pub(crate) fn with_notice(mut self, notice: Option<String>) -> Self {
        self.notice = notice;
        self
    }

    pub(crate) fn words(&self) -> &'a Words {
        self.words
    }

    /// Returns the words of a key of the pages.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words().say(&format!("web-{key}"), &[])
    }

    /// Returns the words of a key with a number in them.
    pub(crate) fn n(&self, key: &str, count: impl Borrow<usize>) -> String {
        self.words().say(&format!("web-{key}"), &[("count", (*count.borrow()).into())])
    }

    /// Returns the words of a key with a text in them.
    pub(crate) fn x(&self, key: &str, text: &str) -> String {
        self.words().say(&format!("web-{key}"), &[("text", Argument::from(text))])
    }

    /// Returns a token that lets one form in.
    pub(crate) fn once(&self) -> String {
        self.app.give_token()
    }

    /// Returns the mark of the open dossier.
    pub(crate) fn dossier_mark(&self) -> String {
        self.app.mark()
    }

    pub(crate) fn is_current(&self, key: &str) -> bool {
        key == self.current
    }

    pub(crate) fn lang(&self) -> &'static str {
        self.words().language()
    }

    pub(crate) fn is_language(&self, tag: &str) -> bool {
        tag == self.lang()
    }

    /// Says whether answers are in another language than the words around them.
    pub(crate) fn is_foreign(&self) -> bool {
        self.content_lang != self.lang()
    }

    /// Marks what is in English on a page in another language, as the questions are.
    pub(crate) fn english(&self) -> &'static str {
        if self.lang() == "en" { "" } else { " lang=\"en\" dir=\"ltr\"" }
    }

    /// Marks what is in English because the language of the page has no words for it.
    pub(crate) fn mark(&self, own: impl Borrow<bool>) -> &'static str {
        if *own.borrow() { "" } else { self.english() }
    }

    /// Returns a text in English as markup, marked on a page in another language.
    pub(crate) fn en(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                other => out.push(other),
            }
        }
        match self.english() {
            "" => out,
            marks => format!("<span{marks}>{out}</span>"),
        }
    }

    /// Returns the languages that pages are in, each with its own name for itself.
    pub(crate) fn languages(&self) -> [(&'static str, &'static str); 6] {
        LANGUAGES
    }

    pub(crate) fn dir(&self) -> &'static str {
        direction(self.lang())
    }

    pub(crate) fn read_only(&self) -> bool {
        self.app.is_read_only()
    }

    pub(crate) fn places(&self) -> [(&'static str, &'static str); 10] {
        PLACES
    }
}

/// Returns the direction in which a language is written, from its tag.
pub(crate) fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let script = parts.next().filter(|part| part.len() == 4).map(str::to_ascii_lowercase);
    let right = match script.as_deref() {
        Some(script) => {
            ["arab", "hebr", "thaa", "nkoo", "syrc", "adlm", "rohg"].contains(&script)
        }
        None => {
            ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "nqo", "syr"]
                .contains(&language.as_str())
        }
    };
    if right { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The direction follows the language, and the script where it is given.
    #[test]
    fn tells_the_direction() {
        for (tag, dir) in [
            ("ar", "rtl"),
            ("AR-EG", "rtl"),
            ("fa", "rtl"),
            ("az-Arab", "rtl"),
            ("ur-Latn", "ltr"),
            ("en", "ltr"),
            ("zh-Hans", "ltr"),
        ] {
            assert_eq!(direction(tag), dir, "{tag}");
        }
    }
}
