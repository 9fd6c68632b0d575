//! What all requests share, as one reader sees it: in the reader's language.

use std::ops::Deref;
use std::sync::Arc;

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, REFERER};
use untoc_report::Words;

use crate::app::App;

/// The name of the cookie that holds the language which a reader has chosen.
pub(crate) const LANGUAGE_COOKIE: &str = "untoc-language";

/// What all requests share, as one reader sees it.
#[derive(Clone)]
pub(crate) struct Visit {
    app: Arc<App>,
    /// The language that the reader has chosen on a page.
    chosen: Option<String>,
    /// The first language of the reader's browser that pages are in.
    preferred: Option<String>,
    /// The path of our page from which the reader comes.
    from: Option<String>,
}

impl Deref for Visit {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl Visit {
    /// Makes the visit of nobody: what the program does of itself.
    pub(crate) fn nobody(app: Arc<App>) -> Self {
        Self { app, chosen: None, preferred: None, from: None }
    }

    /// Makes the visit of whoever sends a request with these headers.
    pub(crate) fn of(app: Arc<App>, headers: &HeaderMap) -> Self {
        let chosen = cookie(headers).filter(|tag| app.words_in(tag).is_some());
        let preferred = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .into_iter()
            .flat_map(|value| value.split(','))
            .filter_map(|range| range.split(';').next())
            .map(|range| range.trim().to_owned())
            .find(|tag| app.words_in(tag).is_some());
        let from = headers
            .get(REFERER)
            .and_then(|value| value.to_str().ok())
            .and_then(|address| app.own_path(address));
        Self { app, chosen, preferred, from }
    }

    /// Returns the words for pages without a dossier: in the chosen language, else in
    /// that of the browser.
    pub(crate) fn words(&self) -> &Words {
        let wanted = self.chosen.as_deref().or(self.preferred.as_deref());
        wanted.and_then(|tag| self.app.words_in(tag)).unwrap_or_else(|| self.app.usual())
    }

    /// Returns the words for pages about answers in a language: in the chosen language,
    /// else in that of the answers.
    pub(crate) fn words_for(&self, language: &str) -> &Words {
        let chosen = self.chosen.as_deref().and_then(|tag| self.app.words_in(tag));
        // English is the language of whoever has not chosen another.
        let own = if language.starts_with("en") { None } else { Some(language) };
        chosen
            .or_else(|| own.and_then(|tag| self.app.words_in(tag)))
            .unwrap_or_else(|| self.app.usual())
    }

    /// Returns the path of our page from which the reader comes; the home page if there
    /// is none.
    pub(crate) fn from(&self) -> &str {
        self.from.as_deref().unwrap_or("/")
    }
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == LANGUAGE_COOKIE)
        .map(|(_, tag)| tag.to_owned())
}
