//! The patterns that surveys check texts against.

/// A date as far as known. A day that its month does not have is refused, but for the
/// 29th of February in a year without one.
pub(super) const DATE_PATTERN: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])|-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|-(0[469]|11)-(0[1-9]|[12][0-9]|30)|-02-(0[1-9]|[12][0-9]))?$";

/// A link to a web page.
pub(super) const LINK_PATTERN: &str = "^https?://[^ \"<>]+$";
