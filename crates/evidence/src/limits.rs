//! How large a table may be.

/// The limits of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableLimits {
    /// The most columns.
    pub columns: usize,
    /// The most bytes of one row; a longer one is cut and reported.
    pub row: usize,
    /// The most bytes that unique keys and groups may take in memory.
    pub memory: usize,
}

impl Default for TableLimits {
    fn default() -> Self {
        Self { columns: 16_384, row: 1 << 20, memory: 1 << 30 }
    }
}
