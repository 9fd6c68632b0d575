//! How large an evidence item may be.

/// The limits of evidence items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceLimits {
    /// The most files.
    pub files: usize,
    /// The most folders in each other.
    pub depth: usize,
    /// The most bytes of one file, which is held in memory while it is copied.
    pub file: u64,
    /// The most bytes of all files together.
    pub total: u64,
    /// The most bytes of a description or a list.
    pub text: u64,
}

impl Default for EvidenceLimits {
    fn default() -> Self {
        Self { files: 2_000, depth: 16, file: 1 << 30, total: 2 << 30, text: 16 << 20 }
    }
}
