//! Places on the earth.

use serde_json::Value;

use super::GeoFormat;
use super::number::plain_number;

/// Says whether a cell is a place: the longitude comes first.
pub(super) fn is_point(cell: &[u8], format: GeoFormat) -> bool {
    match format {
        GeoFormat::Text => {
            let Some(comma) = cell.iter().position(|byte| *byte == b',') else {
                return false;
            };
            let (lon, lat) = cell.split_at(comma);
            let lat = lat.get(1..).unwrap_or_default();
            let read = |part: &[u8]| plain_number(part.trim_ascii());
            read(lon).zip(read(lat)).is_some_and(|(lon, lat)| on_earth(lon, lat))
        }
        GeoFormat::Array => {
            let Ok(Value::Array(parts)) = serde_json::from_slice(cell) else {
                return false;
            };
            let [lon, lat] = parts.as_slice() else { return false };
            of_values(Some(lon), Some(lat))
        }
        GeoFormat::Object => {
            let Ok(Value::Object(parts)) = serde_json::from_slice(cell) else {
                return false;
            };
            parts.len() == 2 && of_values(parts.get("lon"), parts.get("lat"))
        }
    }
}

fn of_values(lon: Option<&Value>, lat: Option<&Value>) -> bool {
    let lon = lon.and_then(Value::as_f64);
    let lat = lat.and_then(Value::as_f64);
    lon.zip(lat).is_some_and(|(lon, lat)| on_earth(lon, lat))
}

fn on_earth(lon: f64, lat: f64) -> bool {
    (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)
}
