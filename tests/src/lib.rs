//! Fixtures and servers that the tests and programs of this crate share.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test should stop at an unexpected failure")]
#![allow(clippy::missing_errors_doc, reason = "the errors are those of the crate under test")]

pub mod child_process;
pub mod dispatch;
pub mod document;
pub mod fixtures;
/// Access to every operation and type by name.
#[rustfmt::skip]
pub mod generated;
pub mod servers;
pub mod shop;
pub mod virtual_time;

/// Compiles the code of the workspace's README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
