//! The pages, one a file.

pub(crate) mod add_item;
pub(crate) mod assets;
pub(crate) mod check;
pub(crate) mod evidence;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod item;
pub(crate) mod language;
pub(crate) mod laws;
pub(crate) mod log;
pub(crate) mod people;
pub(crate) mod problem;
pub(crate) mod question;
pub(crate) mod search;
pub(crate) mod section;
pub(crate) mod section_post;
pub(crate) mod start;
pub(crate) mod views;
pub(crate) mod widget;
