//! Reading a table at the speed of its bytes.
//!
//! The text is cut into chunks where a record ends ([`reader`]); each thread splits its
//! chunk into records and fields ([`split`], by masks of bits from [`masks`]) and works on
//! them in place; what comes out is merged in the order of the chunks ([`run`]), so that
//! nothing depends on their size or on the number of threads. From the first place where
//! quotes are used in an odd way, the [`careful`] splitter reads on in order.

mod again;
mod batch;
mod careful;
mod masks;
mod reader;
mod run;
mod split;
#[cfg(test)]
mod tests;

pub(crate) use again::Again;
pub(crate) use batch::{Batch, Quoting, Record, Records, unquote};
pub(crate) use careful::{Careful, Odd, Oddity, Shape};
pub(crate) use run::{Base, Facts, Input, Work, pool, scan};
pub(crate) use split::Seen;
