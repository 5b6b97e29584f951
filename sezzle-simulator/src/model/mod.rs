//! The state of the gateway and its rules, independent of HTTP.
//!
//! Each file has one kind of data and its methods. `state.rs` holds all of it, and `actions` changes the state.

pub(crate) mod accounting;
pub(crate) mod authorization;
pub(crate) mod card;
pub(crate) mod clock;
pub(crate) mod customer;
pub(crate) mod dispute;
pub(crate) mod error;
pub(crate) mod ids;
pub(crate) mod ledger;
pub(crate) mod links;
pub(crate) mod money;
pub(crate) mod order;
pub(crate) mod schedule;
pub(crate) mod session;
pub(crate) mod tokenization;
pub(crate) mod webhooks;
