//! The XML of workbooks.

use crate::xml::XmlLimits;

pub(super) use crate::xml::{XmlElement as Element, XmlNode as Node};

/// Rows and cells have limits of their own, so their number needs none here.
pub(super) const LIMITS: XmlLimits = XmlLimits { depth: 200, nodes: usize::MAX };
