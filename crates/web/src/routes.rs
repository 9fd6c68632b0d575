//! Which address leads to which page.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;

use crate::app::App;
use crate::ask::{large, show, take, usual_limit};
use crate::guard::guard;
use crate::pages::{
    add_item, assets, check, evidence, explain, export, history, home, import, item,
    laws, log, people, search, section, section_post, start, views,
};

/// Returns the router of all pages, behind the guard.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/", show(home::show))
        .route("/start", show(start::show))
        .route("/start/begin", take(start::begin))
        .route("/start/open", take(start::open))
        .route("/start/example", take(start::example))
        .route("/section/{id}", show(section::show).merge(take(section_post::take)))
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
        .fallback(async || (StatusCode::NOT_FOUND, "there is no such page"))
        .layer(usual_limit())
        .layer(from_fn_with_state(Arc::clone(&app), guard))
        .with_state(app)
}
