//! Time spent by this thread.

use std::time::Instant;

/// Measures the time that this thread was at work; where the system does not tell, the
/// time on the wall.
pub struct Clock {
    wall: Instant,
    work: Option<u64>,
}

impl Clock {
    /// Starts to measure.
    pub fn start() -> Self {
        Self { wall: Instant::now(), work: work() }
    }

    /// Returns the time since the start.
    pub fn microseconds(&self) -> f64 {
        match (self.work, work()) {
            (Some(start), Some(now)) => (now - start) as f64 / 1e3,
            _ => self.wall.elapsed().as_secs_f64() * 1e6,
        }
    }
}

/// Returns the nanoseconds of work so far, as Linux tells them.
fn work() -> Option<u64> {
    // The kernel brings the figure up to date when the thread gives way.
    std::thread::yield_now();
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_ascii_whitespace().next()?.parse().ok()
}
