//! The form in the browser: a server for one person on this machine.
//!
//! [`serve`] listens on the loopback address only and lets in whoever knows the secret
//! of its first address. Pages are plain HTML that work without JavaScript; with it they
//! save while one types. Every change goes through the dossier, as with the commands.
//! What differs from one front door to the other (the clock, the formats, the example)
//! comes in through a [`Desk`].

mod app;
mod ask;
mod cut;
mod desk;
mod draft;
mod frame;
mod guard;
mod hint;
#[cfg(test)]
mod item_tests;
mod join;
#[cfg(test)]
mod language_tests;
mod once;
mod pages;
mod posted;
mod recover;
mod reply;
mod routes;
#[cfg(test)]
mod routes_tests;
mod row_moves;
mod save;
mod server;
mod sheet;
mod stage;
mod visit;
#[cfg(test)]
mod weight_tests;
mod work;

pub use app::{Access, App, AppOptions};
pub use desk::{
    Desk, EvidenceLook, ExportFormat, ExportWish, Sent, TableCheck, TableFinding, Trouble,
};
pub use routes::router;
pub use server::{ServeError, ServeOptions, Served, serve};
