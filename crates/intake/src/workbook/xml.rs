//! The XML of workbooks.

use super::unreadable;
use crate::limits::Refusal;
use crate::xml::{XmlLimits, XmlNodes};

pub(super) use crate::xml::{XmlElement as Element, XmlNode as Node};

/// Rows and cells have limits of their own, so their number needs none here.
const LIMITS: XmlLimits = XmlLimits { depth: 200, nodes: usize::MAX };

/// Walks through a document and hands over each node; `visit` says whether to go on.
pub(super) fn walk(
    text: &str,
    visit: &mut dyn FnMut(Node<'_>) -> bool,
) -> Result<(), Refusal> {
    let mut nodes = XmlNodes::of(text, LIMITS);
    while let Some(node) = nodes.node().map_err(|_| unreadable("form"))? {
        if !visit(node) {
            break;
        }
    }
    Ok(())
}
