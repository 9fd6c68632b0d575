//! A bar that shows how far a large table has been read.

use crate::world::World;

/// A bar on the terminal that shows how far a large file has been read.
pub(super) struct Bar {
    length: u64,
    shown: std::sync::atomic::AtomicU64,
    wanted: bool,
}

impl Bar {
    /// The least bytes for which a bar is shown.
    const LARGE: u64 = 64 << 20;

    pub(super) fn new(world: &World, length: u64) -> Self {
        use std::io::IsTerminal as _;
        let terminal = std::io::stderr().is_terminal();
        let wanted = terminal && !world.is_quiet() && length >= Self::LARGE;
        Self { length, shown: std::sync::atomic::AtomicU64::new(0), wanted }
    }

    pub(super) fn wanted(&self) -> bool {
        self.wanted
    }

    pub(super) fn show(&self, bytes: u64) {
        use std::sync::atomic::Ordering;
        let percent = bytes * 100 / self.length.max(1);
        if self.shown.swap(percent, Ordering::Relaxed) != percent {
            let full = usize::try_from(percent / 4).unwrap_or(0).min(25);
            let bar = format!("[{}{}]", "#".repeat(full), " ".repeat(25 - full));
            let _ = crate::output::talk().part(&format!("\r{bar} {percent:>3} %"));
        }
    }

    pub(super) fn clear(&self) {
        if self.wanted {
            let _ = crate::output::talk().part(&format!("\r{}\r", " ".repeat(40)));
        }
    }
}
