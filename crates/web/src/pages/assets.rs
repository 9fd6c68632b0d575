//! The style sheet, the script and the icon.

use crate::ask::Ask;
use crate::reply::{Fault, Reply};

pub(crate) fn style(_: &Ask) -> Result<Reply, Fault> {
    let text = include_str!("../../static/style.css");
    Ok(Reply::Asset { kind: "text/css; charset=utf-8", text })
}

pub(crate) fn figure_style(_: &Ask) -> Result<Reply, Fault> {
    let text = untoc_report::figure_style();
    Ok(Reply::Asset { kind: "text/css; charset=utf-8", text })
}

pub(crate) fn script(_: &Ask) -> Result<Reply, Fault> {
    let text = include_str!("../../static/save.js");
    Ok(Reply::Asset { kind: "text/javascript; charset=utf-8", text })
}

pub(crate) fn icon(_: &Ask) -> Result<Reply, Fault> {
    let text = include_str!("../../static/icon.svg");
    Ok(Reply::Asset { kind: "image/svg+xml", text })
}
