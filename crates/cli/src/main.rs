//! The command `untoc`.
fn main() {}
