//! `sezzle verify`: plays a script of calls, and compares each response with the document.
//!
//! - [`play`] plays a run: [`script`] is what is called, [`player`] calls it, [`clean_up`] deletes what is left of it.
//! - [`redact`] removes secrets and personal data. What follows does not see them.
//! - [`progress`] stores a run while it is played, and [`cassette`] a finished one.
//! - [`judge`] compares with the document, and [`simulated`] with the simulator. What a request contained is not judged.
//! - [`report`] and [`proposal`] write the result.

mod call;
pub(crate) mod cassette;
mod clean_up;
pub(crate) mod document;
pub(crate) mod exchange;
pub(crate) mod judge;
pub(crate) mod play;
pub(crate) mod player;
pub(crate) mod progress;
pub(crate) mod proposal;
mod receiver;
mod redact;
pub(crate) mod report;
pub(crate) mod reserialize;
mod script;
mod shopper;
pub(crate) mod simulated;
#[cfg(test)]
mod tests;
