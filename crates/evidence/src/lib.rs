//! Tables from outside as evidence: are they well-formed, do they hold what they should,
//! and do they expose a person.
//!
//! The crate opens nothing: it reads through a [`Source`]. A [`Table`] is opened, which
//! works out its [`Layout`]; then its rows are checked.

mod aggregate;
mod cases;
mod check;
mod columns;
mod csv_text;
mod disclosure;
mod encoding;
mod example;
mod feed;
mod fields;
mod infer;
mod keys;
mod layout;
mod limits;
mod look;
mod package;
mod pattern;
mod place_names;
mod prepare;
mod profiles;
mod question_schema;
mod rows;
mod scan;
mod source;
mod suggest;
mod summary;
mod table;
mod table_schema;
mod tally;
mod workbook;

pub use aggregate::{
    AggregateError, Aggregated, Indicator, Mark, Shape, ShapeError, TableWanted,
    USUAL_COUNTRIES, Wanted, Zeros, aggregate,
};
pub use cases::Fact;
pub use check::{TableReport, check_table};
pub use csv_text::CsvText;
pub use disclosure::{
    Audience, Disclosure, Question, Synthetic, Thresholds, Verdict, check_disclosure,
};
pub use encoding::{Confidence, Encoding};
pub use example::{example_authority, example_cases};
pub use fields::{GeoFormat, Kind, NumberStyle, TextFormat, TimeFormat};
pub use infer::{Inferred, InferredColumn, infer_schema};
pub use layout::{Dialect, Layout};
pub use limits::TableLimits;
pub use look::names_person;
pub use package::{
    Content, DataPackage, Digest, PackageFiles, PackageOptions, PackageReport, Resource,
    ResourceReport, Sheet, check_package, read_package,
};
pub use prepare::{
    Because, ColumnPlan, Fixed, How, Open, Prepared, Proposal, RECIPE_FORMAT, Recipe,
    RecipeError, Survey, Undecided, ValuePlan, add_words, open_points, prepare, propose,
};
pub use profiles::{profile, profiles};
pub use question_schema::question_schema;
pub use source::{Scratch, Source};
pub use suggest::suggest_profile;
pub use summary::{
    SummaryAsked, SummaryError, Wording, case_properties, compare_sources, summarize,
};
pub use table::{Reading, Table};
pub use table_schema::{
    CaseFold, Constraints, Field, FieldsMatch, ForeignKey, Missing, Role, RowRule,
    Support, TableSchema, read_schema,
};
pub use workbook::{SheetName, SheetText, Workbook, is_workbook, read_workbook};
