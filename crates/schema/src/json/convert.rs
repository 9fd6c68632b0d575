//! From tree to the values of `serde_json`.

use serde_json::{Map, Value as Json};

use super::node::{Kind, Node};
use super::number::number;

/// Returns the value without its places; of a repeated key the last field counts.
///
/// A number too large for any program has been reported and becomes zero here.
pub(crate) fn to_json(node: &Node<'_>) -> Json {
    match &node.kind {
        Kind::Null => Json::Null,
        Kind::Bool(flag) => Json::Bool(*flag),
        Kind::Number(raw) => number(raw).map_or(Json::from(0), Json::Number),
        Kind::Text(text) => Json::String(text.clone().into_owned()),
        Kind::Array(items) => Json::Array(items.iter().map(to_json).collect()),
        Kind::Object(members) => {
            let counted = members.iter().filter(|member| !member.shadowed);
            let fields = counted
                .map(|member| (member.key.clone().into_owned(), to_json(&member.value)));
            Json::Object(fields.collect::<Map<_, _>>())
        }
    }
}
