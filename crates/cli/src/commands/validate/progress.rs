//! A bar that shows how far a run has come, where somebody watches.

use std::io::{IsTerminal, stderr, stdout};

use indicatif::{ProgressBar, ProgressStyle};
use untoc_batch::Progress;

use super::Validate;
use crate::world::World;

/// Below so many subjects a bar would only flicker.
const FEW: usize = 50;

/// A bar on standard error, or none.
pub(crate) struct Bar(Option<ProgressBar>);

impl Bar {
    pub(crate) fn new(subjects: usize, arguments: &Validate, world: &World) -> Self {
        // A report that runs through the same terminal would be torn by a bar.
        let alone = arguments.output.is_some() || !stdout().is_terminal();
        if subjects < FEW || world.is_quiet() || !alone || !stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::new(u64::try_from(subjects).unwrap_or(u64::MAX));
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(Some(bar))
    }
}

impl Progress for Bar {
    fn advance(&self, done: usize) {
        if let Some(bar) = &self.0 {
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
