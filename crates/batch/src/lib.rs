//! Checks many dossiers and responses at once, for jobs that nobody watches.
//!
//! [`find`] lists what there is to look at in arguments, folders and patterns; [`run`]
//! looks at it on all cores and writes a report in any format, the same whatever the
//! number of threads. A [`Shard`] is a part of a run that any scheduler can start
//! anywhere.
//! One broken file is a finding and stops nothing; memory does not grow with the number
//! of files.

mod baseline;
mod compare;
mod config;
mod error;
mod expect;
mod faults;
mod find;
mod glob;
mod join;
mod judge;
mod letters;
mod names;
mod read;
mod reason;
mod run;
mod severities;
mod shard;
mod sink;
mod stored;
mod subject;
mod watch;

pub use baseline::{BASELINE_FORMAT, Baseline, NewBaseline};
pub use compare::{CompareOptions, Compared, compare};
pub use config::{CONFIG_NAME, Config, Setting};
pub use error::{Error, Fault};
pub use expect::Expectation;
pub use find::{Exclude, find};
pub use glob::Pattern;
pub use join::{JoinOptions, join};
pub use letters::{LetterOptions, Letters, letters};
pub use run::{Ended, Format, Options, Page, Progress, Shows, run};
pub use severities::Severities;
pub use shard::{Shard, ShardError};
pub use sink::{ReportFile, WholeLines};
pub use stored::StoredReport;
pub use subject::{Found, Subject, SubjectKind};
