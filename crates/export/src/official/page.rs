//! The official order as a page to copy from: a button and a box "entered" for each item.

use askama::Template;
use untoc_report::Words;

use super::compose::{OfficialItem, OfficialOrder, left_out};
use super::plain::state;
use crate::form::Direction;
use crate::html::{Inline, STYLE};
use crate::words::capital;

/// The script of the page.
const SCRIPT: &str = include_str!("../../templates/official.js");
/// What the page shows besides the style of all pages.
const OWN_STYLE: &str = include_str!("../../templates/official.css");

/// Writes the page.
pub(super) fn write(order: &OfficialOrder, words: &Words) -> Vec<u8> {
    let said: Vec<&str> = order.items.iter().map(|item| item.number.as_str()).collect();
    let page = Page {
        order,
        words,
        direction: Direction::of(&order.language),
        style: Inline::of(&[STYLE, OWN_STYLE]),
        script: Inline::of(&[SCRIPT]),
        key: Inline::of(&[&order.title, &said.join("\u{1f}")]).digest,
    };
    // Writing into a text cannot fail, and no template of ours returns an error.
    page.render().unwrap_or_default().into_bytes()
}

#[derive(Template)]
#[template(path = "official.html")]
struct Page<'a> {
    order: &'a OfficialOrder,
    words: &'a Words,
    direction: Direction,
    style: Inline,
    script: Inline,
    /// Under which name the browser keeps what was entered.
    key: String,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(&format!("official-{key}"), &[])
    }

    fn capital(&self, text: impl AsRef<str>) -> String {
        capital(text.as_ref())
    }

    fn state(&self, item: &OfficialItem) -> Option<String> {
        state(item, self.words).map(|state| capital(&state))
    }

    fn left_out(&self) -> Vec<String> {
        left_out(self.order, self.words)
    }

    fn label(&self, item: &OfficialItem) -> String {
        if item.number.is_empty() { item.text.clone() } else { item.number.clone() }
    }
}
