//! Chooses the language of the pages.

use crate::ask::Ask;
use crate::reply::{Fault, Reply};

/// Remembers a language and goes back to the page on which it was chosen.
pub(crate) fn choose(ask: &Ask) -> Result<Reply, Fault> {
    let words = ask.app.words_in(ask.id());
    let words = words.ok_or_else(|| Fault::missing_of("fault-no-page"))?;
    Ok(Reply::Language { tag: words.language(), back: ask.app.from().to_owned() })
}
