//! `sezzle verify`: plays a script of calls, and compares each response with the document.
//!
//! - [`judge`] compares; [`report`] and [`proposal`] write the result. What a request contained is not judged.

pub(crate) mod document;
pub(crate) mod exchange;
pub(crate) mod judge;
pub(crate) mod proposal;
pub(crate) mod report;
pub(crate) mod reserialize;
