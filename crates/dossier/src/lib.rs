//! The folder on disk: open, save, lock, history
