//! Who may come in, and what every answer says to the browser.
//!
//! Other pages in the same browser, other names for this machine and other users of it
//! must reach nothing: the host must be ours (a foreign name may be bound to this address,
//! DNS rebinding), a request that changes something must come from our own pages, and
//! every request must bring the cookie that only the first address gives.

use std::sync::{Arc, PoisonError};

use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, LOCATION, ORIGIN,
    REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use crate::app::App;
use crate::frame::direction;
use crate::visit::Visit;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// Refuses what must not come in, and adds the headers of safety to what goes out.
pub(crate) async fn guard(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    let visit = Visit::of(Arc::clone(&app), request.headers());
    let mut response = match judge(&visit, &request) {
        Ok(()) => next.run(request).await,
        Err(refused) => refused,
    };
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, POLICY);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(X_FRAME_OPTIONS, "DENY");
    // With "no-referrer" browsers would hide the origin of our own forms.
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

#[expect(clippy::result_large_err, reason = "a refusal is an answer like any other")]
fn judge(app: &Visit, request: &Request) -> Result<(), Response> {
    let headers = request.headers();
    let refuse = |status, keys: &[&'static str]| Err(stranger(app, status, keys));
    let hosts = app.hosts.read().unwrap_or_else(PoisonError::into_inner).clone();
    let host = text(headers, &HOST);
    if !host.is_some_and(|host| hosts.iter().any(|own| own == host)) {
        return refuse(
            StatusCode::MISDIRECTED_REQUEST,
            &["fault-host", "fault-key-hint"],
        );
    }
    let path = request.uri().path();
    if is_trick(path) {
        return refuse(StatusCode::BAD_REQUEST, &["fault-no-page"]);
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let origin = text(headers, &ORIGIN);
    let own = |origin: &str| {
        origin.strip_prefix("http://").is_some_and(|host| hosts.iter().any(|h| h == host))
    };
    match origin {
        Some(origin) if !own(origin) => {
            return refuse(StatusCode::FORBIDDEN, &["fault-origin"]);
        }
        None if !reads => return refuse(StatusCode::FORBIDDEN, &["fault-origin"]),
        Some(_) | None => {}
    }
    if let Some(secret) = key(request.uri())
        && reads
        && path == "/"
        && app.knows(&secret)
    {
        return Err(let_in(app));
    }
    if !has_cookie(app, headers) {
        return refuse(
            StatusCode::FORBIDDEN,
            &["fault-key", "fault-key-hint", "fault-key-again"],
        );
    }
    if app.is_read_only() && !reads {
        return refuse(StatusCode::FORBIDDEN, &["fault-read-only"]);
    }
    Ok(())
}

/// The page for whoever was not let in: plain, for it must hold nothing of the dossier and
/// no other part of the pages is served to a stranger.
#[derive(Template)]
#[template(path = "stranger.html")]
struct Stranger<'a> {
    lang: &'static str,
    dir: &'static str,
    title: &'a str,
    lines: &'a [String],
}

fn stranger(app: &Visit, status: StatusCode, keys: &[&'static str]) -> Response {
    let words = app.words();
    let say = |key: &&str| words.say(&format!("web-{key}"), &[]);
    let lines: Vec<String> = keys.iter().map(say).collect();
    let lang = words.language();
    let title = say(&"problem-title");
    let page = Stranger { lang, dir: direction(lang), title: &title, lines: &lines };
    (status, Html(page.render().unwrap_or_default())).into_response()
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    // Two headers of one name are a trick.
    let mut all = headers.get_all(name).iter();
    match (all.next(), all.next()) {
        (Some(one), None) => one.to_str().ok(),
        _ => None,
    }
}

/// No page of ours has a path with these.
fn is_trick(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    ["..", "//", "\\", "%2e", "%2f", "%5c", "%00"].iter().any(|part| lower.contains(part))
}

fn key(uri: &Uri) -> Option<String> {
    let mut pairs = uri.query()?.split('&');
    pairs.find_map(|pair| pair.strip_prefix("key=").map(str::to_owned))
}

/// Gives the cookie and takes the secret out of the address.
fn let_in(app: &App) -> Response {
    let cookie =
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", app.cookie(), app.secret());
    (StatusCode::SEE_OTHER, [(SET_COOKIE, cookie), (LOCATION, "/".to_owned())])
        .into_response()
}

fn has_cookie(app: &App, headers: &HeaderMap) -> bool {
    let name = app.cookie();
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .any(|(key, value)| key == name && app.knows(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paths that try to leave the pages are known, however they are written.
    #[test]
    fn knows_tricks() {
        for path in ["/../x", "/static/..%2fx", "/%2E%2E/x", "//x", "/a\\b", "/a%00"] {
            assert!(is_trick(path), "{path}");
        }
        assert!(!is_trick("/section/untoc-5"));
    }
}
