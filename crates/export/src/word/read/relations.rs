//! What the parts of a document refer to.

use untoc_intake::{XmlFault as Fault, XmlNode as Node, XmlNodes as Nodes};

use super::markup::LIMITS;

/// Reads relations: type, target and whether it leads outside.
pub(super) fn read_relations(text: &str) -> Result<Vec<(String, String, bool)>, Fault> {
    let mut nodes = Nodes::of(text, LIMITS);
    let mut relations = Vec::new();
    while let Some(node) = nodes.node()? {
        if let Node::Start(element) = node
            && element.name == "Relationship"
        {
            let outside = element.get("TargetMode").as_deref() == Some("External");
            relations.push((
                element.get("Type").unwrap_or_default(),
                element.get("Target").unwrap_or_default(),
                outside,
            ));
        }
    }
    Ok(relations)
}
