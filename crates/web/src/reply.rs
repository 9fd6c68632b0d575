//! What a page answers with.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, SET_COOKIE,
};
use axum::response::{IntoResponse, Response};
use serde_json::Value as Json;
use untoc_report::Words;

use crate::desk::Trouble;
use crate::hint::is_for_pages;
use crate::visit::LANGUAGE_COOKIE;

/// What a page answers with.
pub(crate) enum Reply {
    /// A page.
    Html(StatusCode, String),
    /// Another page is to be shown.
    See(String),
    /// A language was chosen; the page where it was chosen is to be shown in it.
    Language { tag: &'static str, back: String },
    /// A message to our own script.
    Json(StatusCode, Json),
    /// A file to keep.
    File { name: String, bytes: Vec<u8> },
    /// A part of the pages.
    Asset { kind: &'static str, text: &'static str },
}

impl Reply {
    pub(crate) fn page(template: &impl Template) -> Result<Self, Fault> {
        let html = template.render().map_err(|_| Fault::ours())?;
        Ok(Self::Html(StatusCode::OK, html))
    }

    pub(crate) fn see(address: impl Into<String>) -> Result<Self, Fault> {
        Ok(Self::See(address.into()))
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        match self {
            Self::Html(status, html) => {
                (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html)
                    .into_response()
            }
            Self::See(address) => {
                (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response()
            }
            Self::Language { tag, back } => {
                let cookie = format!(
                    "{LANGUAGE_COOKIE}={tag}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"
                );
                (StatusCode::SEE_OTHER, [(SET_COOKIE, cookie), (LOCATION, back)])
                    .into_response()
            }
            Self::Json(status, json) => {
                let kind = [(CONTENT_TYPE, "application/json")];
                (status, kind, json.to_string()).into_response()
            }
            Self::File { name, bytes } => {
                let safe: String = name
                    .chars()
                    .map(|c| {
                        if c.is_ascii_alphanumeric() || ".-_".contains(c) {
                            c
                        } else {
                            '-'
                        }
                    })
                    .collect();
                let disposition = format!("attachment; filename=\"{safe}\"");
                let headers = [
                    (CONTENT_TYPE, "application/octet-stream".to_owned()),
                    (CONTENT_DISPOSITION, disposition),
                ];
                (headers, bytes).into_response()
            }
            Self::Asset { kind, text } => {
                ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")], text)
                    .into_response()
            }
        }
    }
}

/// Words about a fault.
#[derive(Debug)]
pub(crate) enum Said {
    /// Words of the pages, in the reader's language.
    Key(&'static str),
    /// A text of another part of the program, in English.
    Text(String),
}

impl Said {
    /// Returns the text, and whether it is in the language of the words.
    pub(crate) fn told(&self, words: &Words) -> (String, bool) {
        match self {
            Self::Key(key) => {
                let key = format!("web-{key}");
                (words.say(&key, &[]), words.has(&key))
            }
            Self::Text(text) => (text.clone(), words.language() == "en"),
        }
    }
}

/// Why a page cannot be shown.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) status: StatusCode,
    pub(crate) message: Said,
    pub(crate) hints: Vec<Said>,
}

impl Fault {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: Said::Text(message.into()), hints: Vec::new() }
    }

    /// Makes a fault of words of the pages.
    pub(crate) fn of(status: StatusCode, key: &'static str) -> Self {
        Self { status, message: Said::Key(key), hints: Vec::new() }
    }

    pub(crate) fn missing_of(key: &'static str) -> Self {
        Self::of(StatusCode::NOT_FOUND, key)
    }

    pub(crate) fn wrong_of(key: &'static str) -> Self {
        Self::of(StatusCode::UNPROCESSABLE_ENTITY, key)
    }

    /// Adds a hint of the words of the pages.
    pub(crate) fn hint_of(mut self, key: &'static str) -> Self {
        self.hints.push(Said::Key(key));
        self
    }

    pub(crate) fn wrong(what: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, what)
    }

    pub(crate) fn ours() -> Self {
        Self::of(StatusCode::INTERNAL_SERVER_ERROR, "fault-ours")
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(Said::Text(hint.into()));
        self
    }
}

impl From<untoc_dossier::Error> for Fault {
    fn from(error: untoc_dossier::Error) -> Self {
        use untoc_dossier::ErrorKind;
        let status = match error.kind() {
            ErrorKind::Read | ErrorKind::Write => StatusCode::SERVICE_UNAVAILABLE,
            ErrorKind::Refused => StatusCode::CONFLICT,
            ErrorKind::Usage => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let fault = Self::new(status, error.to_string());
        match error.kind() {
            ErrorKind::Write => fault.hint_of("fault-wait"),
            ErrorKind::Read => fault.hint_of("fault-folder"),
            ErrorKind::Refused => fault.hint_of("fault-backup"),
            ErrorKind::Usage => fault,
        }
    }
}

impl From<untoc_dossier::DiskError> for Fault {
    fn from(error: untoc_dossier::DiskError) -> Self {
        untoc_dossier::Error::from(error).into()
    }
}

impl From<Trouble> for Fault {
    fn from(trouble: Trouble) -> Self {
        Self {
            hints: trouble
                .hints
                .into_iter()
                .filter(|hint| is_for_pages(hint))
                .map(Said::Text)
                .collect(),
            ..Self::wrong(trouble.message)
        }
    }
}
