//! What a page answers with.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use axum::response::{IntoResponse, Response};
use serde_json::Value as Json;

use crate::desk::Trouble;

/// What a page answers with.
pub(crate) enum Reply {
    /// A page.
    Html(StatusCode, String),
    /// Another page is to be shown.
    See(String),
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

/// Why a page cannot be shown.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) status: StatusCode,
    pub(crate) message: String,
    pub(crate) hints: Vec<String>,
}

impl Fault {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), hints: Vec::new() }
    }

    pub(crate) fn missing(what: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, what)
    }

    pub(crate) fn wrong(what: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, what)
    }

    pub(crate) fn ours() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "a fault of this program; nothing was half written",
        )
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
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
            ErrorKind::Write => fault.hint("wait until the other program has finished, then try again"),
            ErrorKind::Read => fault.hint("check that the folder is there and that you may read it"),
            ErrorKind::Refused => fault.hint("look at the page \"Check your answers\"; earlier versions are in the folder .backup"),
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
        Self { hints: trouble.hints, ..Self::wrong(trouble.message) }
    }
}
