//! Evidence items for others: descriptions for portals and archives, receipts for
//! providers.

mod dcat;
mod receipt;
mod receipt_page;
mod ro_crate;
#[cfg(test)]
mod tests;

pub use dcat::to_dcat;
pub use receipt::{Receipt, ReceiptUse};
pub use ro_crate::to_ro_crate;

/// Returns the address of a licence that is known by its name or is an address itself.
fn licence_address(licence: &str) -> Option<String> {
    let text = licence.trim();
    if text.starts_with("https://") || text.starts_with("http://") {
        return (!text.contains(char::is_whitespace)).then(|| text.to_owned());
    }
    let name = text.replace(' ', "-").to_uppercase();
    let known = [
        "CC0-1.0",
        "CC-BY-",
        "CC-BY-SA-",
        "CC-BY-NC-",
        "CC-BY-ND-",
        "ODBL-1.0",
        "PDDL-1.0",
    ];
    let listed = known.iter().any(|prefix| {
        name.strip_prefix(prefix).is_some_and(|rest| {
            rest.is_empty() || rest.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
    });
    let name = name.replace("ODBL", "ODbL");
    listed.then(|| format!("https://spdx.org/licenses/{name}"))
}

/// Returns a path as a relative address (RFC 3986).
fn address(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
        if plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
