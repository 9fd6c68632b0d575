//! Which address leads to which page.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};

use crate::app::App;
use crate::ask::{large, refused, show, take, usual_limit};
use crate::guard::guard;
use crate::pages::{
    add_item, assets, check, evidence, explain, export, history, home, import, item,
    language, laws, log, people, search, section, section_post, start, views,
};
use crate::reply::Fault;
use crate::visit::Visit;

/// Returns the router of all pages, behind the guard.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/", show(home::show))
        .route("/start", show(start::show))
        .route("/start/begin", take(start::begin))
        .route("/start/open", take(start::open))
        .route("/start/example", take(start::example))
        .route("/section/{id}", show(section::show).merge(take(section_post::take)))
        .route("/question/{id}", show(section::find))
        .route("/history/{id}", show(history::show))
        .route("/whole/{id}", show(views::whole))
        .route("/views", show(views::list))
        .route("/views/{id}", show(views::show))
        .route("/laws", show(laws::show).merge(take(laws::take)))
        .route("/people", show(people::show).merge(take(people::take)))
        .route("/check", show(check::show))
        .route("/explain/{id}", show(explain::show))
        .route("/search", show(search::show))
        .route("/log", show(log::show))
        .route("/log/undo", take(log::undo))
        .route("/log/redo", take(log::redo))
        .route("/export", show(export::show))
        .route("/export/file", show(export::file))
        .route("/import", show(import::show).merge(large(take(import::look))))
        .route("/import/take", large(take(import::take)))
        .route("/evidence", show(evidence::show).merge(large(take(evidence::check))))
        .route("/evidence/add", show(add_item::show).merge(large(take(add_item::look))))
        .route("/evidence/keep", take(add_item::keep))
        .route("/evidence/item/{id}", show(item::show))
        .route("/evidence/item/{id}/link", take(item::link))
        .route("/evidence/item/{id}/unlink", take(item::unlink))
        .route("/evidence/item/{id}/remove", take(item::remove))
        .route("/evidence/item/{id}/receipt", show(item::receipt))
        .route("/static/style.css", show(assets::style))
        .route("/static/figure.css", show(assets::figure_style))
        .route("/static/save.js", show(assets::script))
        .route("/static/icon.svg", show(assets::icon))
        .route("/language/{id}", show(language::choose))
        .fallback(no_page)
        .method_not_allowed_fallback(to_parent)
        .layer(usual_limit())
        .layer(from_fn_with_state(Arc::clone(&app), guard))
        .with_state(app)
}

async fn no_page(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    refused(Visit::of(app, &headers), Fault::missing_of("fault-no-page")).await
}

/// Leads whoever loads again, by its address, what a form was sent to: to the page above,
/// where that form is.
async fn to_parent(method: Method, uri: Uri) -> Response {
    let parent = uri.path().rsplit_once('/').map_or("/", |(parent, _)| parent);
    match method {
        Method::GET if parent.starts_with('/') => Redirect::to(parent).into_response(),
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}
