//! A request as a page sees it: where it goes and what it brings.

use std::sync::Arc;

use axum::extract::{
    DefaultBodyLimit, FromRequest, Multipart, Path, Query, Request, State,
};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodRouter};
use axum::{Form, RequestExt};
use serde_json::json;

use crate::app::App;
use crate::pages::problem;
use crate::reply::{Fault, Reply};
use crate::visit::Visit;

/// The most bytes of a form.
const FORM_MOST: usize = 2 << 20;

/// The most bytes of a file that is sent in.
const FILE_MOST: usize = 64 << 20;

/// The most files that are sent in at once; together they have at most [`FILE_MOST`] bytes.
const FILES_MOST: usize = 50;

/// The most parts of a form.
const PARTS_MOST: usize = 20_000;

/// A file that was sent in.
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Names and texts, in the order in which they came.
#[derive(Default)]
pub(crate) struct Pairs(pub(crate) Vec<(String, String)>);

impl Pairs {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str())
    }

    /// Returns a text without blanks around it, if there is any.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.get(name).map(str::trim).filter(|text| !text.is_empty())
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, text)| text.as_str())
    }
}

/// A request as a page sees it.
pub(crate) struct Ask {
    pub(crate) app: Visit,
    path: Pairs,
    pub(crate) query: Pairs,
    pub(crate) form: Pairs,
    pub(crate) files: Vec<Arc<Upload>>,
}

impl Ask {
    /// Returns the part of the path that the route calls `id`.
    pub(crate) fn id(&self) -> &str {
        self.path.get("id").unwrap_or_default()
    }

    /// Returns the file that was sent in, the first of several.
    pub(crate) fn file(&self) -> Option<&Arc<Upload>> {
        self.files.first()
    }

    /// Says whether our own script asks.
    pub(crate) fn is_script(&self) -> bool {
        self.form.get("as") == Some("json")
    }
}

/// What a page does. It may wait for the disk, so it runs beside the server.
pub(crate) type Page = fn(&Ask) -> Result<Reply, Fault>;

/// Makes a route that shows a page.
pub(crate) fn show(page: Page) -> MethodRouter<Arc<App>> {
    routing::get(
        async move |State(app): State<Arc<App>>,
                    path: Path<Vec<(String, String)>>,
                    query: Query<Vec<(String, String)>>,
                    headers: HeaderMap| {
            let ask = Ask {
                app: Visit::of(app, &headers),
                path: Pairs(path.0),
                query: Pairs(query.0),
                form: Pairs::default(),
                files: Vec::new(),
            };
            run(ask, page).await
        },
    )
}

/// Makes a route that takes a form in; each form is let in once.
pub(crate) fn take(page: Page) -> MethodRouter<Arc<App>> {
    routing::post(
        async move |State(app): State<Arc<App>>,
                    path: Path<Vec<(String, String)>>,
                    request: Request| {
            let app = Visit::of(app, request.headers());
            let (form, files) = match read(request).await {
                Ok(read) => read,
                Err(fault) => return refused(app, fault).await,
            };
            let ask =
                Ask { app, path: Pairs(path.0), query: Pairs::default(), form, files };
            let once = ask.form.get("once").unwrap_or_default();
            if !ask.app.take_token(once) {
                return replayed(ask).await;
            }
            run(ask, page).await
        },
    )
}

/// Lets large files into a route.
pub(crate) fn large(route: MethodRouter<Arc<App>>) -> MethodRouter<Arc<App>> {
    route.layer(DefaultBodyLimit::max(FILE_MOST))
}

/// Returns the limit for everything else.
pub(crate) fn usual_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(FORM_MOST)
}

async fn run(ask: Ask, page: Page) -> Response {
    let app = ask.app.clone();
    let done = tokio::task::spawn_blocking(move || match page(&ask) {
        Ok(reply) => reply.into_response(),
        Err(fault) if ask.is_script() => {
            let (message, _) = fault.message.told(ask.app.words());
            let json = json!({ "error": message, "once": ask.app.give_token() });
            Reply::Json(fault.status, json).into_response()
        }
        Err(fault) => problem::show(&ask.app, &fault).into_response(),
    });
    match done.await {
        Ok(response) => response,
        Err(_) => refused(app, Fault::ours()).await,
    }
}

/// Shows a fault.
pub(crate) async fn refused(app: Visit, fault: Fault) -> Response {
    let status = fault.status;
    let shown = tokio::task::spawn_blocking(move || problem::show(&app, &fault));
    shown.await.map_or_else(|_| status.into_response(), IntoResponse::into_response)
}

/// A form that was sent before, or before the program was started again: nothing is done.
/// Our own script gets a new token and sends its text again; it knows what was saved.
async fn replayed(ask: Ask) -> Response {
    if ask.is_script() {
        let json = json!({ "error": "token", "once": ask.app.give_token() });
        return Reply::Json(StatusCode::CONFLICT, json).into_response();
    }
    let fault = Fault::of(StatusCode::CONFLICT, "fault-sent").hint_of("fault-sent-hint");
    refused(ask.app, fault).await
}

async fn read(request: Request) -> Result<(Pairs, Vec<Arc<Upload>>), Fault> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        let parts = Multipart::from_request(request, &()).await;
        return read_parts(parts.map_err(|error| unreadable(error.status()))?).await;
    }
    let form: Result<Form<Vec<(String, String)>>, _> = request.extract().await;
    let Form(pairs) = form.map_err(|error| unreadable(error.into_response().status()))?;
    if pairs.len() > PARTS_MOST {
        return Err(unreadable(StatusCode::PAYLOAD_TOO_LARGE));
    }
    Ok((Pairs(pairs), Vec::new()))
}

async fn read_parts(mut parts: Multipart) -> Result<(Pairs, Vec<Arc<Upload>>), Fault> {
    let refused =
        |error: axum::extract::multipart::MultipartError| unreadable(error.status());
    let mut pairs = Vec::new();
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(refused)? {
        if pairs.len() > PARTS_MOST {
            return Err(unreadable(StatusCode::PAYLOAD_TOO_LARGE));
        }
        let name = part.name().unwrap_or_default().to_owned();
        if let Some(file_name) = part.file_name().map(str::to_owned) {
            let bytes = part.bytes().await.map_err(refused)?.to_vec();
            if !bytes.is_empty() {
                files.push(Arc::new(Upload { name: base_name(&file_name), bytes }));
            }
            if files.len() > FILES_MOST {
                return Err(unreadable(StatusCode::PAYLOAD_TOO_LARGE));
            }
        } else {
            pairs.push((name, part.text().await.map_err(refused)?));
        }
    }
    Ok((Pairs(pairs), files))
}

/// What was sent is too large, or no form.
fn unreadable(status: StatusCode) -> Fault {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Fault::of(status, "fault-large").hint_of("fault-large-hint")
        }
        _ => Fault::of(status, "fault-form").hint_of("fault-sent-hint"),
    }
}

/// A browser may send a path; only the name counts, and only to tell the format.
fn base_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}
