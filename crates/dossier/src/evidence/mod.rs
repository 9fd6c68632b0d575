//! Evidence items: packages from outside, and how a dossier keeps them.
//!
//! A package is a bag (BagIt 1.0, RFC 8493) with a description. [`inspect_package`] reads
//! one, in a folder or in a zip file, and says what is wrong with it; [`bag_of`] makes
//! one. A dossier keeps a package as it was received in `evidence/<item>/`, beside the
//! State's own record of it. What the record says decides where the package lies: among
//! the evidence as long as the record stands, else among the backups.

mod bag;
mod count;
mod erase;
mod inspect;
pub(crate) mod item;
mod items;
mod keep;
mod limits;
mod links;
mod manifest;
mod package;
mod walk;
mod zipped;

pub use bag::bag_of;
pub use inspect::{Inspected, inspect_package, package_root};
pub use items::Item;
pub use limits::EvidenceLimits;
pub use links::{linked, unlinked};
pub use package::{Origin, Package, Part};
pub use zipped::write_zip;

pub(crate) use inspect::read_description;

/// The description in a package.
pub(crate) const DESCRIPTION: &str = "evidence.json";
/// The Data Package in a package.
pub(crate) const DATA_PACKAGE: &str = "datapackage.json";
/// The folder of a bag in which its data lie.
pub(crate) const DATA: &str = "data/";
pub(crate) const BAGIT: &str = "bagit.txt";
pub(crate) const BAG_INFO: &str = "bag-info.txt";
pub(crate) const MANIFEST: &str = "manifest-sha256.txt";
pub(crate) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
