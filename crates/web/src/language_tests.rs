//! The language of the pages, and the pages that say why another cannot be shown.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::Access;
use crate::routes_tests::{HOST, Site};

/// Asks for a page as somebody who has chosen a language, or comes from another page.
fn ask(site: &Site, path: &str, more: &[(&str, &str)]) -> (StatusCode, String, String) {
    let mut request = Request::get(path).header(header::HOST, HOST);
    let chosen = more.iter().find(|(name, _)| *name == "cookie").map(|(_, text)| text);
    let cookie = format!("{}; {}", site.cookie, chosen.unwrap_or(&""));
    request = request.header(header::COOKIE, cookie);
    for (name, text) in more.iter().filter(|(name, _)| *name != "cookie") {
        request = request.header(*name, *text);
    }
    let (status, response, text) = site.send(request.body(Body::empty()).unwrap());
    let header =
        |name| response.headers().get(name).and_then(|value| value.to_str().ok());
    let set = header(header::SET_COOKIE).unwrap_or_default();
    let to = header(header::LOCATION).unwrap_or_default();
    (status, format!("{set} {to}"), text)
}

/// A language is remembered, and the reader goes back to the page where it was chosen; no
/// address of somebody else is ever gone to.
#[test]
fn a_language_is_chosen() {
    let site = Site::new(Access::Full);
    let from = |path: &str| format!("http://{HOST}{path}");
    let (status, sent, _) =
        ask(&site, "/language/fr", &[("referer", &from("/search?q=groupe"))]);
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(sent.starts_with("untoc-language=fr;") && sent.contains("SameSite=Strict"));
    assert!(sent.ends_with(" /search?q=groupe"), "{sent}");
    for referer in [
        "https://example.org/x".to_owned(),
        format!("http://{HOST}.example.org/x"),
        from("//example.org/x"),
        from("/language/fr"),
        from("/?key=x"),
    ] {
        let (_, sent, _) = ask(&site, "/language/ar", &[("referer", &referer)]);
        assert!(sent.ends_with(" /"), "{referer}: {sent}");
    }
    assert_eq!(ask(&site, "/language/tlh", &[]).0, StatusCode::NOT_FOUND);
}

/// The chosen language comes before that of the answers; without a dossier that of the
/// browser counts.
#[test]
fn pages_are_in_the_chosen_language() {
    let site = Site::new(Access::Full);
    let is_in = |path: &str, more: &[(&str, &str)], tag: &str| {
        let (_, _, page) = ask(&site, path, more);
        assert!(page.contains(&format!("<html lang=\"{tag}\"")), "{path} {more:?}");
        page
    };
    is_in("/", &[], "en");
    is_in("/", &[("accept-language", "ru")], "en");
    let page = is_in("/section/untoc-2", &[("cookie", "untoc-language=fr")], "fr");
    assert!(page.contains("<h1 lang=\"en\" dir=\"ltr\">"));
    is_in("/", &[("cookie", "untoc-language=<x>")], "en");
    is_in("/start", &[("accept-language", "tlh, ar-EG;q=0.8, en;q=0.5")], "ar");
    is_in("/start", &[("accept-language", "ar"), ("cookie", "untoc-language=zh")], "zh");
}

/// What cannot be shown says why, in the reader's language, and leads to other pages.
#[test]
fn faults_lead_on() {
    let site = Site::new(Access::Full);
    for path in ["/nothing", "/section/untoc-999", "/explain/x", "/views/x"] {
        let (status, _, page) = ask(&site, path, &[("cookie", "untoc-language=es")]);
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.contains("<html lang=\"es\"") && page.contains("href=\"/check\""));
    }
    let (status, sent, _) = ask(&site, "/log/undo", &[]);
    assert_eq!((status, sent.trim()), (StatusCode::SEE_OTHER, "/log"));
}

/// Whoever has not been let in reads what to do, and nothing about the dossier.
#[test]
fn strangers_are_told_what_to_do() {
    let site = Site::new(Access::Full);
    let request = Request::get("/").header(header::HOST, HOST);
    let request = request.header(header::ACCEPT_LANGUAGE, "fr");
    let (status, _, page) = site.send(request.body(Body::empty()).unwrap());
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("<html lang=\"fr\"") && page.contains("http://127.0.0.1"));
    assert!(!page.contains("Exampleland") && !page.contains("/static/"));
}
