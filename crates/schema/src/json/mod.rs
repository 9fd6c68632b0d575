//! A reader of JSON that knows where everything stands.
//!
//! `serde_json` tells no positions of values, is silent on duplicate keys and stops with
//! a sentence of its own. Here every value and key has its bytes, faults are findings
//! with a place, and what does not hinder the reading is collected in one run. It accepts
//! what `serde_json` accepts (a property test holds that), within its limits.

#[cfg(test)]
mod agreement;
mod convert;
mod fault;
mod node;
mod number;
mod parse;
mod string;

pub(crate) use convert::to_json;
pub(crate) use node::{Kind, Member, Node};
pub(crate) use number::{number, number_is_exact, scan as scan_number};
pub(crate) use parse::parse;

/// The deepest nesting of brackets that is read.
pub const DEPTH_MAX: usize = 64;

/// The most values that one text may hold: far more than any response or register, and
/// few enough that even a finding about each of them fits into memory.
pub const VALUES_MAX: usize = 250_000;
