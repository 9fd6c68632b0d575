//! Cells that hold JSON.

use serde_json::Value;

fn value(cell: &[u8]) -> Option<Value> {
    // Only what can be an object or an array is read at all.
    let first = cell.trim_ascii_start().first()?;
    matches!(first, b'{' | b'[').then(|| serde_json::from_slice(cell).ok())?
}

/// Says whether a cell is a JSON object.
pub(super) fn is_object(cell: &[u8]) -> bool {
    value(cell).is_some_and(|value| value.is_object())
}

/// Says whether a cell is a JSON array.
pub(super) fn is_array(cell: &[u8]) -> bool {
    value(cell).is_some_and(|value| value.is_array())
}

/// Returns the number of items or keys.
pub(super) fn length(cell: &[u8]) -> Option<usize> {
    match value(cell)? {
        Value::Array(items) => Some(items.len()),
        Value::Object(fields) => Some(fields.len()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

const SHAPES: [&str; 9] = [
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
    "Feature",
    "FeatureCollection",
];

/// Says whether a cell is GeoJSON, or TopoJSON.
pub(super) fn is_shape(cell: &[u8], topology: bool) -> bool {
    let Some(Value::Object(shape)) = value(cell) else { return false };
    let Some(kind) = shape.get("type").and_then(Value::as_str) else { return false };
    if topology {
        return kind == "Topology"
            && shape.contains_key("objects")
            && shape.contains_key("arcs");
    }
    let holds = match kind {
        "Feature" => shape.contains_key("geometry"),
        "FeatureCollection" => shape.get("features").is_some_and(Value::is_array),
        "GeometryCollection" => shape.get("geometries").is_some_and(Value::is_array),
        _ => shape.get("coordinates").is_some_and(Value::is_array),
    };
    SHAPES.contains(&kind) && holds
}
